// Functions: every kind of parameter and argument, defaults, closures, `global`
// and `nonlocal`, lambdas, decorators, recursion whose argument falls, and the
// classic traps (shared defaults, late binding, order of evaluation).
#include <algorithm>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

constexpr double kFunctionBudget = 250;

const char* const kVerbs[] = {"make",  "fold",  "walk",  "pick",  "mix",   "scan",
                              "build", "twist", "merge", "probe", "shift", "grow"};

}  // namespace

void ProgramBuilder::FunctionStatement() {
  // What a class's body defines, its functions cannot name.
  if (scopes_.back().kind == Scope::Kind::kClass) return PlainFunction();
  bool top = function_depth_ == 0 && statement_depth_ == 1;
  int special = top ? 1 : 0;
  switch (random_.Weighted({50, 8, 10, 7 * special, 7, 5, 5, 7 * special})) {
    case 0:
      return PlainFunction();
    case 1:
      return RecursiveFunction();
    case 2:
      return ClosureFactory();
    case 3:
      return DecoratorFunction();
    case 4:
      return HigherOrderFunction();
    case 5:
      return DefaultSharing();
    case 6:
      return LateBinding();
    default:
      return EvaluationOrder();
  }
}

ProgramBuilder::Surroundings ProgramBuilder::EnterFunction() {
  Surroundings outer{cost_, weight_, loop_depth_, locked_, statement_depth_, mutates_};
  ++indent_;
  PushScope(Scope::Kind::kFunction);
  ++function_depth_;
  weight_ = 1;
  loop_depth_ = 0;
  locked_ = 0;
  mutates_ = false;
  statement_depth_ = std::max(statement_depth_, 1);
  cost_ = kCostCap - kFunctionBudget;
  return outer;
}

void ProgramBuilder::LeaveFunction(const Surroundings& outer) {
  --function_depth_;
  PopScope();
  --indent_;
  cost_ = outer.cost;
  weight_ = outer.weight;
  loop_depth_ = outer.loop_depth;
  locked_ = outer.locked;
  statement_depth_ = outer.statement_depth;
  mutates_ = outer.mutates;
}

// Writes header and body, and leaves every state of the surroundings as it was.
// The function's cost is what its body was charged, at weight 1.
void ProgramBuilder::InFunction(const std::string& header, Function* function, const std::function<void()>& body) {
  double outer_cost = cost_;
  Line(header);
  Surroundings outer = EnterFunction();
  outer.cost = outer_cost;
  double start = cost_;
  DeclareParameters(function->parameters);
  body();
  function->cost = cost_ - start + 2;
  function->mutates = mutates_;
  LeaveFunction(outer);
}

void ProgramBuilder::AddFunction(const Function& function) {
  Undeclare(function.name);
  Function copy = function;
  copy.block = open_blocks_.back();
  scopes_.back().functions.push_back(copy);
}

std::vector<Parameter> ProgramBuilder::RandomParameters() {
  std::vector<Parameter> out;
  std::vector<std::string> used;
  auto add = [&](ParameterKind kind, bool has_default) {
    Parameter parameter;
    bool plain = kind != ParameterKind::kVarArgs && kind != ParameterKind::kVarKeywords;
    parameter.name = TemporaryName();
    while (std::find(used.begin(), used.end(), parameter.name) != used.end()) parameter.name = FreshName();
    used.push_back(parameter.name);
    parameter.type = plain && random_.Percent(35) ? RandomType(1) : RandomScalarType();
    parameter.kind = kind;
    parameter.has_default = has_default;
    out.push_back(parameter);
  };
  int64_t positional = random_.Weighted({8, 30, 34, 20, 8});
  int64_t only = positional > 0 && random_.Percent(15) ? random_.Between(1, positional) : 0;
  bool defaults = false;
  for (int64_t i = 0; i < positional; ++i) {
    defaults = defaults || random_.Percent(22);
    add(i < only ? ParameterKind::kPositionalOnly : ParameterKind::kPlain, defaults);
  }
  bool var_args = random_.Percent(15);
  if (var_args) add(ParameterKind::kVarArgs, false);
  if (random_.Percent(18)) {
    int64_t keywords = random_.Between(1, 2);
    for (int64_t i = 0; i < keywords; ++i) {
      bool has_default = random_.Percent(60);
      add(ParameterKind::kKeywordOnly, has_default);
    }
  }
  if (random_.Percent(12)) add(ParameterKind::kVarKeywords, false);
  return out;
}

std::string ProgramBuilder::ParameterList(const std::vector<Parameter>& parameters) {
  std::vector<std::string> pieces;
  bool star = false;
  bool annotate = random_.Percent(20);
  for (size_t i = 0; i < parameters.size(); ++i) {
    const Parameter& parameter = parameters[i];
    std::string text = parameter.name;
    if (annotate && random_.Percent(60)) text += ": " + Annotation(parameter.type);
    bool noted = text.size() > parameter.name.size();
    if (parameter.has_default) text += (noted ? " = " : "=") + Wrap(MakeLeaf(parameter.type), kConditional);
    switch (parameter.kind) {
      case ParameterKind::kVarArgs:
        text = "*" + text;
        star = true;
        break;
      case ParameterKind::kKeywordOnly:
        if (!star) pieces.push_back("*");
        star = true;
        break;
      case ParameterKind::kVarKeywords:
        text = "**" + text;
        break;
      default:
        break;
    }
    pieces.push_back(text);
    bool last_only = parameter.kind == ParameterKind::kPositionalOnly &&
                     (i + 1 == parameters.size() || parameters[i + 1].kind != ParameterKind::kPositionalOnly);
    if (last_only) pieces.push_back("/");
  }
  return Join(pieces, ", ");
}

void ProgramBuilder::DeclareParameters(const std::vector<Parameter>& parameters) {
  for (const Parameter& parameter : parameters) {
    if (parameter.kind == ParameterKind::kVarKeywords) {
      Declare(parameter.name, DictType(StrType(0, 40), parameter.type));
    } else if (parameter.kind == ParameterKind::kVarArgs) {
      Declare(parameter.name, AnyType());
    } else {
      Declare(parameter.name, parameter.type);
    }
  }
  for (const Parameter& parameter : parameters) {
    if (parameter.kind == ParameterKind::kVarArgs && random_.Percent(70)) {
      std::string name = FreshName();
      Line(name + " = " + random_.Pick({"list(" + parameter.name + ")", "[*" + parameter.name + "]"}));
      Declare(name, ListType(parameter.type, 0, 30));
    }
  }
}

std::string ProgramBuilder::ArgumentList(const Function& function, int depth) {
  std::vector<std::string> positional;
  std::vector<std::string> keywords;
  bool by_keyword = false;
  for (const Parameter& parameter : function.parameters) {
    switch (parameter.kind) {
      case ParameterKind::kPositionalOnly:
      case ParameterKind::kPlain: {
        bool skip = parameter.has_default && random_.Percent(40);
        by_keyword = by_keyword || skip || (parameter.kind == ParameterKind::kPlain && random_.Percent(15));
        if (skip || (by_keyword && parameter.kind == ParameterKind::kPositionalOnly)) break;
        std::string value = Sub(parameter.type, depth, kConditional);
        if (by_keyword) {
          keywords.push_back(parameter.name + "=" + value);
        } else {
          positional.push_back(value);
        }
        break;
      }
      case ParameterKind::kVarArgs:
        if (by_keyword) break;
        for (int64_t more = random_.Between(0, 3); more > 0; --more) {
          if (random_.Percent(25)) {
            positional.push_back("*[" + Displayed(parameter.type, random_.Between(0, 2), 0) + "]");
          } else {
            positional.push_back(Sub(parameter.type, depth, kConditional));
          }
        }
        break;
      case ParameterKind::kKeywordOnly:
        if (parameter.has_default && random_.Percent(50)) break;
        keywords.push_back(parameter.name + "=" + Sub(parameter.type, depth, kConditional));
        break;
      case ParameterKind::kVarKeywords:
        if (random_.Percent(50)) keywords.push_back("extra=" + Sub(parameter.type, depth, kConditional));
        if (random_.Percent(30)) keywords.push_back("**{'more': " + Sub(parameter.type, depth, kConditional) + "}");
        break;
    }
  }
  if (keywords.size() > 1 && random_.Percent(40) && keywords.back()[0] != '*')
    std::swap(keywords.front(), keywords.back());
  positional.insert(positional.end(), keywords.begin(), keywords.end());
  return Join(positional, ", ");
}

// `global x` or `nonlocal x` for a name of an outer function or the module.
void ProgramBuilder::ScopeDeclaration() {
  Variable* outer = PickVariable(
      [](const Variable& variable, bool local) { return !local && !variable.readonly && !variable.attribute; });
  if (outer == nullptr) return;
  bool module = outer->global;
  for (const Variable& variable : scopes_[0].variables) module = module || &variable == outer;
  outer->captured = true;
  Variable copy = *outer;
  Line((module ? "global " : "nonlocal ") + copy.name);
  copy.block = open_blocks_.back();
  copy.global = module;
  scopes_.back().variables.push_back(copy);
}

void ProgramBuilder::FunctionBody(const ValueType& result, int size) {
  if (random_.Percent(12)) Line("'''" + std::string(random_.Pick({"Doc.", "Says what it does.", ""})) + "'''");
  if (random_.Percent(30)) ScopeDeclaration();
  for (int i = 0; i < size; ++i) {
    Statement();
    if (random_.Percent(12)) {
      std::string condition = Condition(2);
      Block("if " + condition + ":", [&] { Line("return " + Make(result, 2).text); });
    }
  }
  if (result.kind == Kind::kNone && random_.Percent(60)) return PrintBriefly();
  Line("return " + Make(result, kMaxDepth).text);
}

void ProgramBuilder::PlainFunction() {
  Function function;
  std::string verb = kVerbs[random_.Below(std::size(kVerbs))];
  function.name = verb + "_" + FreshName();
  function.parameters = RandomParameters();
  function.result = random_.Percent(70) ? RandomScalarType() : RandomType(1);
  bool decorated = !decorators_.empty() && random_.Percent(30);
  if (decorated) Line("@" + random_.Pick(decorators_));
  std::string header = "def " + function.name + "(" + ParameterList(function.parameters) + ")";
  if (random_.Percent(12)) header += " -> " + Annotation(function.result);
  InFunction(header + ":", &function, [&] { FunctionBody(function.result, static_cast<int>(random_.Between(1, 4))); });
  if (decorated) function.cost = function.cost * 2 + 8;
  AddFunction(function);
  if (random_.Percent(80)) CallAndPrint(function);
}

void ProgramBuilder::CallAndPrint(const Function& function) {
  if (!CanAfford(function.cost) || (function.mutates && locked_ > 0)) return PrintStatement();
  Charge(function.cost);
  mutates_ = mutates_ || function.mutates;
  std::string call = function.name + "(" + ArgumentList(function, 2) + ")";
  if (random_.Percent(65)) return Line("print(" + call + ")");
  std::string name = FreshName();
  Line(name + " = " + call);
  Declare(name, function.result);
}

Function* ProgramBuilder::PickFunction(bool raising) {
  std::vector<Function*> found;
  for (size_t i = scopes_.size(); i-- > 0;) {
    if (!SeesScope(i)) continue;
    for (Function& function : scopes_[i].functions) {
      bool hidden = false;
      VisitVariables([&](Variable& variable, bool) { hidden = hidden || variable.name == function.name; });
      if (!hidden && function.raises.empty() != raising) found.push_back(&function);
    }
  }
  return found.empty() ? nullptr : random_.Pick(found);
}

void ProgramBuilder::CallStatement() {
  Function* function = PickFunction(false);
  if (function == nullptr) return PrintStatement();
  Function copy = *function;
  CallAndPrint(copy);
}

void ProgramBuilder::RecursiveFunction() {
  Function function;
  function.name = "rec_" + FreshName();
  std::string n = TemporaryName();
  function.parameters = {Parameter{n, IntType(0, 7), ParameterKind::kPlain, false}};
  const std::string& self = function.name;
  uint64_t shape = random_.Below(6);
  double factor = 9;
  ValueType result = IntType(-1000, 1000);
  InFunction("def " + self + "(" + n + "):", &function, [&] {
    scopes_.back().variables.back().readonly = true;  // It must fall from call to call.
    if (random_.Percent(40)) PrintBriefly();
    auto base = [&](const std::string& value) {
      Block("if " + n + random_.Pick({" <= 0", " < 1"}) + ":", [&] { Line("return " + value); });
    };
    switch (shape) {
      case 0: {
        base(IntText(-5, 5));
        Expr own = Make(IntType(-20, 20), 2);
        std::string op = random_.Pick({" + ", " - ", " * "});
        Line("return (" + Wrap(own, kUnary) + op + self + "(" + n + " - 1)) % 997");
        result = IntType(-5, 1000);
        break;
      }
      case 1:
        factor = 80;
        Block("if " + n + " < 2:", [&] { Line("return " + n); });
        Line("return " + self + "(" + n + " - 1) + " + self + "(" + n + " - 2)");
        result = IntType(0, 100);
        break;
      case 2: {
        base("''");
        std::string piece = Sub(StrType(0, 5), 2, kTerm);
        Line("return " + self + "(" + n + " - 1) + " + piece);
        result = StrType(0, 40);
        break;
      }
      case 3: {
        base("[]");
        std::string piece = Sub(IntType(0, 100), 2, kConditional);
        Line("return [" + piece + ", *" + self + "(" + n + " - 1)]");
        result = ListType(IntType(0, 100), 0, 30);
        break;
      }
      case 4: {
        base("()");
        Line("return (" + n + ", " + self + "(" + n + " // 2))");
        result = AnyType();
        factor = 5;
        break;
      }
      default: {
        base(IntText(0, 9));
        Line("return " + self + "(" + n + " - 2) if " + n + " % 2 else " + self + "(" + n + " - 1) + 1");
        result = IntType(0, 20);
        break;
      }
    }
  });
  function.cost *= factor;
  function.result = result;
  if (result.kind == Kind::kAny) function.result = AnyType();
  AddFunction(function);
  CallAndPrint(function);
}

void ProgramBuilder::ClosureFactory() {
  Function factory;
  factory.name = "make_" + FreshName();
  std::string seed = TemporaryName();
  ValueType state = random_.Percent(60)   ? IntType(0, 100)
                    : random_.Percent(50) ? StrType(0, 40)
                                          : ListType(IntType(0, 9), 0, 30);
  factory.parameters = {Parameter{seed, state, ParameterKind::kPlain, false}};
  Function inner;
  InFunction("def " + factory.name + "(" + seed + "):", &factory, [&] {
    std::string cell = FreshName();
    Line(cell + " = " + seed);
    Declare(cell, state).captured = true;
    Variable variable = scopes_.back().variables.back();
    if (random_.Percent(40)) Statement();
    inner.name = "step_" + FreshName();
    std::string by = TemporaryName();
    if (by == cell || by == seed) by = FreshName();
    inner.parameters = {Parameter{by, IntType(0, 9), ParameterKind::kPlain, true}};
    InFunction("def " + inner.name + "(" + by + "=" + IntText(0, 9) + "):", &inner, [&] {
      Line("nonlocal " + cell);
      switch (state.kind) {
        case Kind::kInt:
          Line(cell + " = (" + cell + random_.Pick({" + ", " * ", " - ", " ^ "}) + by + ") % 101");
          break;
        case Kind::kStr:
          Line(cell + " = (" + cell + " + str(" + by + "))[:40]");
          break;
        default:
          Line(cell + " = " + cell + " + [" + by + "]");
      }
      variable.block = open_blocks_.back();
      scopes_.back().variables.push_back(variable);
      if (random_.Percent(50)) Statement();
      Line("return " + cell);
    });
    Line("return " + inner.name);
  });
  inner.result = state;
  inner.mutates = true;
  int64_t instances = random_.Between(1, 2);
  for (int64_t i = 0; i < instances; ++i) {
    Function bound = inner;
    bound.name = FreshName();
    Line(bound.name + " = " + factory.name + "(" + Make(state, 2).text + ")");
    AddFunction(bound);
    if (locked_ > 0) continue;
    Line(Cat({"print(", bound.name, "(), ", bound.name, "(", IntText(0, 9), "))"}));
  }
}

void ProgramBuilder::DecoratorFunction() {
  std::string name = "wrap_" + FreshName();
  Function ignored;
  bool with_argument = random_.Percent(40);
  std::string label = FreshName();
  auto body = [&] {
    Function wrapper;
    InFunction("def wrapper(*args, **kwargs):", &wrapper, [&] {
      Line(random_.Pick({"print('enter', fn.__name__, len(args))", "print('>', args, kwargs)", "print('call')"}));
      if (with_argument) Line("print(" + label + ")");
      if (random_.Percent(40)) {
        Block("try:", [&] { Line("return fn(*args, **kwargs)"); });
        Block("finally:", [&] { Line("print('leave')"); });
      } else {
        Line("out = fn(*args, **kwargs)");
        Line(random_.Pick({"print('leave', type(out).__name__)", "pass", "print('<')"}));
        Line("return out");
      }
    });
    Line("return wrapper");
  };
  if (with_argument) {
    InFunction("def " + name + "(" + label + "):", &ignored, [&] {
      Function inner;
      InFunction("def decorate(fn):", &inner, body);
      Line("return decorate");
    });
    decorators_.push_back(name + "(" + MakeLiteral(RandomScalarType()).text + ")");
  } else {
    InFunction("def " + name + "(fn):", &ignored, body);
    decorators_.push_back(name);
  }
  PlainFunction();
}

void ProgramBuilder::HigherOrderFunction() {
  std::string name = "apply_" + FreshName();
  ValueType type = random_.Percent(60) ? RandomIntType() : StrType(0, 40);
  Function function;
  InFunction("def " + name + "(fn, start, times=" + std::to_string(random_.Between(1, 3)) + "):", &function, [&] {
    Block("for turn in range(times):", [&] {
      Line("start = fn(start)");
      if (random_.Percent(50)) Line("print(turn, start)");
    });
    Line("return start");
  });
  int64_t calls = random_.Between(1, 2);
  for (int64_t i = 0; i < calls; ++i) {
    std::string parameter = TemporaryName();
    PushScope(Scope::Kind::kLambda);
    Declare(parameter, type);
    double outer = weight_;
    weight_ *= 4;
    std::string body = Sub(type, kMaxDepth, kConditional);
    weight_ = outer;
    PopScope();
    std::string start = Sub(type, 2, kConditional);
    std::string times = random_.Percent(40) ? ", times=" + std::to_string(random_.Between(0, 4)) : "";
    Line("print(" + name + "(lambda " + parameter + ": " + body + ", " + start + times + "))");
  }
}

void ProgramBuilder::LambdaVariable() {
  Function function;
  function.name = FreshName();
  function.parameters = RandomParameters();
  for (Parameter& parameter : function.parameters) {
    if (IsMutable(parameter.type)) parameter.type = RandomScalarType();
  }
  function.result = RandomScalarType();
  std::vector<std::string> pieces;
  std::string header = ParameterList(function.parameters);
  // A lambda's parameters cannot be annotated.
  size_t colon = header.find(": ");
  if (colon != std::string::npos) return PrintStatement();
  double outer_cost = cost_;
  double outer_weight = weight_;
  weight_ = 1;
  PushScope(Scope::Kind::kLambda);
  for (const Parameter& parameter : function.parameters) {
    if (parameter.kind == ParameterKind::kVarArgs || parameter.kind == ParameterKind::kVarKeywords) {
      Declare(parameter.name, AnyType());
    } else {
      Declare(parameter.name, parameter.type);
    }
  }
  bool outer_mutates = mutates_;
  mutates_ = false;
  std::string body = Sub(function.result, kMaxDepth, kConditional);
  function.mutates = mutates_;
  mutates_ = outer_mutates;
  PopScope();
  function.cost = std::max(2.0, cost_ - outer_cost);
  cost_ = outer_cost;
  weight_ = outer_weight;
  Line(function.name + " = lambda" + (header.empty() ? "" : " " + header) + ": " + body);
  AddFunction(function);
  CallAndPrint(function);
}

void ProgramBuilder::DefaultSharing() {
  std::string name = "keep_" + FreshName();
  bool dict = random_.Percent(30);
  Line("def " + name + "(item, seen=" + (dict ? "{}" : "[]") + "):");
  ++indent_;
  Line(dict ? "seen[item] = len(seen)" : random_.Pick({"seen.append(item)", "seen += [item]", "seen.insert(0, item)"}));
  Line("return seen");
  --indent_;
  int64_t calls = random_.Between(2, 3);
  for (int64_t i = 0; i < calls; ++i) {
    std::string argument = Sub(dict ? IntType(0, 9) : RandomScalarType(), 1, kConditional);
    std::string fresh = random_.Percent(25) ? std::string(", ") + (dict ? "{}" : "[0]") : "";
    Line("print(" + name + "(" + argument + fresh + "))");
  }
  Line("print(" + name + ".__defaults__, " + name + ".__name__)");
}

void ProgramBuilder::LateBinding() {
  std::string list = "fns_" + FreshName();
  std::string i = themes_ == kNoFeatures ? TemporaryName() : ComprehensionName();
  std::string body = random_.Pick({i + " * 2", "(" + i + ", 'late')", "str(" + i + ") + '!'"});
  std::string parameter = random_.Percent(40) ? " " + i + "=" + i : "";
  if (random_.Percent(60)) {
    Line(list + " = [lambda" + parameter + ": " + body + " for " + i + " in range(" +
         std::to_string(random_.Between(1, 4)) + ")]");
  } else {
    i = FreshName();
    Line(list + " = []");
    Block("for " + i + " in range(" + std::to_string(random_.Between(1, 4)) + "):", [&] {
      Line("def " + list + "_inner():");
      ++indent_;
      Line("return " + i);
      --indent_;
      Line(list + ".append(" + list + "_inner)");
    });
  }
  Line("print([fn() for fn in " + list + "])");
}

std::string ProgramBuilder::Trace(int depth) {
  return tracer_ + "(" + Sub(random_.Percent(80) ? IntType(0, 9) : RandomScalarType(), depth, kConditional) + ")";
}

void ProgramBuilder::EvaluationOrder() {
  if (tracer_.empty()) {
    if (function_depth_ > 0 || indent_ > 0) return PrintStatement();
    tracer_ = "trace_" + FreshName();
    Line("def " + tracer_ + "(value):");
    ++indent_;
    Line("print('eval', value)");
    Line("return value");
    --indent_;
  }
  auto small = [&] { return Cat({tracer_, "(", IntText(0, 9), ")"}); };
  switch (random_.Below(8)) {
    case 0:
      Line(Cat({"print(", small(), " + ", small(), " * ", small(), ")"}));
      return;
    case 1:
      Line(Cat({"print(", small(), random_.Pick({" < ", " <= ", " == "}), small(), random_.Pick({" < ", " != ", " > "}),
                small(), ")"}));
      return;
    case 2:
      Line(Cat({"print(", Trace(1), random_.Pick({" and ", " or "}), Trace(1), random_.Pick({" and ", " or "}),
                Trace(1), ")"}));
      return;
    case 3:
      Line(Cat({"print({", small(), ": ", small(), ", ", small(), ": ", small(), "})"}));
      return;
    case 4: {
      std::string name = FreshName();
      ValueType type = ListType(IntType(0, 9), 3, 3);
      Line(name + " = " + MakeLiteral(type).text);
      Declare(name, type);
      Line(Cat({name, "[", tracer_, "(", std::to_string(random_.Between(0, 2)), ")] = ", small()}));
      Line(Cat({name, "[", tracer_, "(", std::to_string(random_.Between(0, 2)), ")] ", random_.Pick({"+=", "-=", "*="}),
                " ", small()}));
      Line(name + "[:] = [value % 10 for value in " + name + "]");
      Line("print(" + name + ")");
      return;
    }
    case 5: {
      std::string name = FreshName();
      ValueType type = IntType(0, 9);
      Line(Cat({name, " = ", IntText(0, 9)}));
      Declare(name, type);
      Line(Cat({"print(", name, " + (", name, " := ", IntText(0, 9), "), [", name, ", (", name, " := ", IntText(0, 9),
                "), ", name, "])"}));
      return;
    }
    case 6:
      Line(Cat({"print(*[", Trace(1), "], ", Trace(1), ", sep=", tracer_, "('-'), end=", tracer_, "('.\\n'))"}));
      return;
    default:
      Line(Cat({"print(", Trace(1), " if ", small(), " > ", small(), " else ", Trace(1), ")"}));
      return;
  }
}

}  // namespace garter::fuzz
