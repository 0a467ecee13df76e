// Lines, blocks, scopes and names; contracts; and what expressions of every
// kind have in common. See program_builder.h for the whole idea.
#include "fuzz/program_builder.h"

#include <algorithm>
#include <utility>

namespace garter::fuzz {
namespace {

const char* const kWords[] = {"total", "items", "count", "value", "left",  "right", "seen",  "word", "pair", "best",
                              "acc",   "data",  "flag",  "head",  "rest",  "node",  "depth", "size", "mark", "text",
                              "line",  "span",  "cell",  "queue", "table", "score", "level", "name", "part", "step"};

const char* const kShortNames[] = {"a", "b", "c", "i", "j", "k", "m", "n", "p",
                                   "q", "s", "t", "u", "v", "w", "x", "y", "z"};

}  // namespace

GeneratedProgram GenerateProgramWithNotes(uint64_t seed, const GeneratorOptions& options) {
  GeneratedProgram program = ProgramBuilder(seed, options).Build();
  if (options.header) program.source = "# garter-fuzz generate --seed " + std::to_string(seed) + "\n" + program.source;
  return program;
}

std::string GenerateProgram(uint64_t seed, const GeneratorOptions& options) {
  return GenerateProgramWithNotes(seed, options).source;
}

GeneratedProgram ProgramBuilder::Build() {
  PushScope(Scope::Kind::kModule);
  program_.wild = random_.Percent(options_.wild_percent);
  int count = static_cast<int>(random_.Between(options_.statements * 6 / 10, options_.statements * 15 / 10));
  if (random_.Percent(8)) Line("'''" + std::string(random_.Pick({"A program", "Generated.", "doc"})) + "'''");
  for (int i = 0; i < 3; ++i) AssignStatement();
  Statements(count);
  PrintAllVariables(4);
  if (program_.wild) WildEnding();
  PopScope();
  return std::move(program_);
}

// ---------------------------------------------------------------------------
// Lines, blocks, scopes.

void ProgramBuilder::Line(const std::string& text) {
  program_.source.append(static_cast<size_t>(indent_) * 4, ' ');
  program_.source += text;
  program_.source += '\n';
  ++line_count_;
  Charge(1);
}

void ProgramBuilder::Block(const std::string& header, const std::function<void()>& body) {
  Line(header);
  OpenBlock();
  size_t before = line_count_;
  body();
  if (line_count_ == before) Line("pass");
  CloseBlock();
}

void ProgramBuilder::OpenBlock() {
  ++indent_;
  open_blocks_.push_back(++next_block_);
}

void ProgramBuilder::CloseBlock() {
  int block = open_blocks_.back();
  Scope& scope = scopes_.back();
  auto dies = [block](const auto& thing) { return thing.block == block; };
  for (const Variable& variable : scope.variables) {
    if (dies(variable) && !variable.captured) scope.dead_names.push_back(variable.name);
  }
  std::erase_if(scope.variables, dies);
  std::erase_if(scope.functions, dies);
  open_blocks_.pop_back();
  --indent_;
}

void ProgramBuilder::PushScope(Scope::Kind kind) {
  Scope scope;
  scope.kind = kind;
  scopes_.push_back(std::move(scope));
  open_blocks_.push_back(++next_block_);
}

void ProgramBuilder::PopScope() {
  scopes_.pop_back();
  open_blocks_.pop_back();
}

size_t ProgramBuilder::FunctionScopeIndex() const {
  size_t index = scopes_.size() - 1;
  while (scopes_[index].kind == Scope::Kind::kComprehension) --index;
  return index;
}

int ProgramBuilder::CountVisible(const std::string& name) const {
  int count = 0;
  for (const Scope& scope : scopes_) {
    for (const Variable& variable : scope.variables) count += variable.name == name ? 1 : 0;
  }
  return count;
}

std::string ProgramBuilder::FreshName() {
  std::vector<std::string>& dead = scopes_[FunctionScopeIndex()].dead_names;
  if (!dead.empty() && random_.Percent(35)) {
    size_t index = random_.Below(dead.size());
    std::string name = dead[index];
    dead.erase(dead.begin() + static_cast<std::ptrdiff_t>(index));
    if (!IsVisible(name)) return name;
  }
  size_t words = std::size(kWords);
  size_t index = static_cast<size_t>(name_count_++);
  std::string name = kWords[(index * 7) % words];
  return index < words ? name : name + std::to_string(index / words);
}

std::string ProgramBuilder::TemporaryName() {
  if (random_.Percent(15)) {
    Variable* hidden = PickVariable([](const Variable& variable, bool) { return !variable.readonly; });
    if (hidden != nullptr) return hidden->name;
  }
  size_t count = std::size(kShortNames);
  size_t start = random_.Below(count);
  for (size_t i = 0; i < count; ++i) {
    std::string name = kShortNames[(start + i) % count];
    if (!IsVisible(name)) return name;
  }
  return FreshName();
}

// A comprehension's target must not have the name of a variable of an enclosing
// function: CPython 3.14 inlines the comprehension into the function around it
// and then loses that variable for functions nested deeper (its own bug, which
// nobody should copy).
std::string ProgramBuilder::ComprehensionName() {
  std::string name = TemporaryName();
  size_t own = FunctionScopeIndex();
  for (size_t i = 1; i < own; ++i) {
    for (const Variable& variable : scopes_[i].variables) {
      if (variable.name == name) return FreshName();
    }
  }
  return name;
}

Variable& ProgramBuilder::Declare(const std::string& name, const ValueType& type) {
  Undeclare(name);
  Variable variable;
  variable.name = name;
  variable.type = type;
  variable.block = open_blocks_.back();
  scopes_.back().variables.push_back(variable);
  return scopes_.back().variables.back();
}

void ProgramBuilder::Undeclare(const std::string& name) {
  std::erase_if(scopes_.back().variables, [&name](const Variable& variable) { return variable.name == name; });
}

void ProgramBuilder::VisitVariables(const std::function<void(Variable&, bool)>& visit) {
  std::set<std::string> hidden;
  size_t function_scope = FunctionScopeIndex();
  for (size_t i = scopes_.size(); i-- > 0;) {
    std::set<std::string> own;
    for (Variable& variable : scopes_[i].variables) {
      own.insert(variable.name);
      if (hidden.count(variable.name) == 0) visit(variable, i == function_scope);
    }
    hidden.insert(own.begin(), own.end());
  }
}

Variable* ProgramBuilder::PickVariable(const std::function<bool(const Variable&, bool)>& accept) {
  std::vector<Variable*> found;
  VisitVariables([&](Variable& variable, bool local) {
    if (accept(variable, local)) found.push_back(&variable);
  });
  return found.empty() ? nullptr : random_.Pick(found);
}

Expr ProgramBuilder::Use(Variable& variable) {
  size_t function_scope = FunctionScopeIndex();
  bool outer = true;
  for (size_t i = function_scope; i < scopes_.size(); ++i) {
    for (const Variable& own : scopes_[i].variables) outer = outer && &own != &variable;
  }
  if (outer || in_comprehension_) variable.captured = true;
  return Expr{variable.name, kPrimary, variable.type, false};
}

Expr ProgramBuilder::VariableWhere(const std::function<bool(const Variable&)>& accept) {
  Variable* variable = PickVariable([&](const Variable& candidate, bool) { return accept(candidate); });
  return variable == nullptr ? Expr{} : Use(*variable);
}

std::string ProgramBuilder::BoundVariableText(const ValueType& want) {
  return VariableWhere([&](const Variable& variable) { return Fits(variable.type, want, false); }).text;
}

// ---------------------------------------------------------------------------
// Contracts.

ValueType ProgramBuilder::RandomIntType() {
  switch (random_.Weighted({25, 20, 12, 10, 8, 6, 6, 5})) {
    case 0:
      return IntType(0, 9);
    case 1:
      return IntType(0, 100);
    case 2:
      return IntType(-50, 50);
    case 3:
      return IntType(1, 20);
    case 4:
      return IntType(-1000, 1000);
    case 5:
      return IntType(-1000000, 1000000);
    case 6:
      return IntType(-(int64_t{1} << 31), int64_t{1} << 31);
    default:
      return IntType(-(int64_t{1} << 50), int64_t{1} << 50);
  }
}

ValueType ProgramBuilder::RandomScalarType() {
  switch (random_.Weighted({42, 28, 12, 8, 5, 3, 2})) {
    case 0:
      return RandomIntType();
    case 1:
      return StrType(0, 40);
    case 2:
      return FloatType(6, random_.Percent(40));
    case 3:
      return BoolType();
    case 4:
      return BytesType(0, 30);
    case 5:
      return BigType(static_cast<int>(random_.Pick({70, 130, 300})));
    default:
      return NoneType();
  }
}

ValueType ProgramBuilder::RandomKeyType() {
  switch (random_.Weighted({40, 35, 8, 6, 5, 3, 3})) {
    case 0:
      return StrType(0, 12);
    case 1:
      return IntType(0, 30);
    case 2:
      return TupleType({IntType(0, 9), StrType(0, 12)});
    case 3:
      return BoolType();
    case 4:
      return FloatType(3, false);
    case 5:
      return BytesType(0, 12);
    default:
      return IntType(-(int64_t{1} << 40), int64_t{1} << 40);
  }
}

ValueType ProgramBuilder::RandomOrderedType() {
  for (;;) {
    ValueType type = random_.Percent(80) ? RandomScalarType() : TupleType({IntType(0, 9), StrType(0, 12)});
    if (IsOrdered(type)) return type;
  }
}

ValueType ProgramBuilder::RandomType(int depth) {
  if (depth <= 0) return RandomScalarType();
  switch (random_.Weighted({46, 22, 12, 10, 7, 2, 1, 3})) {
    case 0:
      return RandomScalarType();
    case 1: {
      ValueType element = random_.Percent(8) ? AnyType() : RandomType(depth - 1);
      if (random_.Percent(55)) return ListType(element, 0, 30);
      int64_t length = random_.Between(1, 5);
      return ListType(element, length, length);
    }
    case 2: {
      ValueType key = RandomKeyType();
      ValueType type = DictType(key, RandomType(depth - 1));
      int64_t keys = random_.Percent(60) ? random_.Between(1, 3) : 0;
      literals_only_ = true;
      for (int64_t i = 0; i < keys; ++i) {
        std::string literal = MakeLiteral(key).text;
        if (std::find(type.keys.begin(), type.keys.end(), literal) == type.keys.end()) type.keys.push_back(literal);
      }
      literals_only_ = false;
      return type;
    }
    case 3: {
      std::vector<ValueType> elements;
      int64_t size = random_.Between(1, 4);
      for (int64_t i = 0; i < size; ++i) elements.push_back(RandomType(depth - 1));
      return TupleType(elements);
    }
    case 4:
      return SetType(Kind::kSet, RandomKeyType(), 0, 30);
    case 5:
      return SetType(Kind::kFrozenSet, RandomKeyType(), 0, 30);
    case 6:
      return RangeType();
    default:
      return AnyType();
  }
}

// ---------------------------------------------------------------------------
// Expressions of every kind.

Expr ProgramBuilder::Make(const ValueType& want, int depth) {
  Charge(0.3);
  if (depth <= 0) return MakeLeaf(want);
  if (random_.Percent(18)) return MakeLeaf(want);
  for (int attempt = 0; attempt < 3; ++attempt) {
    Expr expr;
    if (want.kind != Kind::kIterator && random_.Percent(32)) {
      expr = TryShared(want, depth);
    } else {
      switch (want.kind) {
        case Kind::kNone:
          expr = MakeLeaf(want);
          break;
        case Kind::kBool:
          expr = MakeBool(depth);
          break;
        case Kind::kInt:
          expr = MakeInt(want, depth);
          break;
        case Kind::kBig:
          expr = MakeBig(want, depth);
          break;
        case Kind::kFloat:
          expr = MakeFloat(want, depth);
          break;
        case Kind::kStr:
          expr = MakeStr(want, depth);
          break;
        case Kind::kBytes:
          expr = MakeBytes(want, depth);
          break;
        case Kind::kList:
          expr = MakeList(want, depth);
          break;
        case Kind::kTuple:
          expr = MakeTuple(want, depth);
          break;
        case Kind::kDict:
          expr = MakeDict(want, depth);
          break;
        case Kind::kSet:
        case Kind::kFrozenSet:
          expr = MakeSet(want, depth);
          break;
        case Kind::kRange:
          expr = MakeRange(depth);
          break;
        case Kind::kIterator:
          expr = MakeIterator(want, depth);
          break;
        case Kind::kAny:
          expr = MakeAny(depth);
          break;
      }
    }
    if (expr.empty() || expr.text.size() > 160) continue;
    expr = Fit(std::move(expr), want);
    if (!expr.empty()) return expr;
  }
  return MakeLeaf(want);
}

std::string ProgramBuilder::Sub(const ValueType& want, int depth, int minimum_precedence) {
  return Wrap(Make(want, depth), minimum_precedence);
}

Expr ProgramBuilder::MakeLeaf(const ValueType& want) {
  if (!literals_only_ && random_.Percent(70)) {
    Expr variable = VariableWhere([&](const Variable& candidate) { return Fits(candidate.type, want, false); });
    if (!variable.empty()) return variable;
    if (want.kind == Kind::kInt && want.hi - want.lo >= 3) {
      variable = VariableWhere([&](const Variable& candidate) { return candidate.type.kind == Kind::kInt; });
      if (!variable.empty()) return Fit(variable, want);
    }
  }
  return MakeLiteral(want);
}

Expr ProgramBuilder::MakeLiteral(const ValueType& want) {
  Expr expr{"", kPrimary, want, true};
  switch (want.kind) {
    case Kind::kNone:
      expr.text = "None";
      break;
    case Kind::kBool:
      expr.text = random_.Percent(50) ? "True" : "False";
      break;
    case Kind::kInt:
      expr.text = IntText(want.lo, want.hi);
      break;
    case Kind::kBig: {
      int64_t shift = random_.Between(20, std::max<int64_t>(21, want.hi - 2));
      expr.text = random_.Percent(50) ? "1 << " + std::to_string(shift)
                                      : "10 ** " + std::to_string(std::max<int64_t>(1, shift * 3 / 10));
      expr.precedence = expr.text[1] == ' ' ? kShift : kPower;
      break;
    }
    case Kind::kFloat:
      expr.text = FloatText(want);
      break;
    case Kind::kStr:
      expr.text = StrText(want.lo, want.hi);
      break;
    case Kind::kBytes:
      expr.text = BytesText(want.lo, want.hi);
      break;
    case Kind::kList:
      expr.text =
          "[" + Displayed(want.args[0], random_.Between(want.lo, std::min<int64_t>(want.hi, want.lo + 4)), 0) + "]";
      break;
    case Kind::kTuple: {
      std::vector<std::string> pieces;
      for (const ValueType& element : want.args) pieces.push_back(Wrap(MakeLeaf(element), kConditional));
      expr.text = "(" + Join(pieces, ", ") + (pieces.size() == 1 ? ",)" : ")");
      break;
    }
    case Kind::kDict: {
      std::vector<std::string> pieces;
      for (const std::string& key : want.keys) {
        pieces.push_back(Cat({key, ": ", Wrap(MakeLeaf(want.args[1]), kConditional)}));
      }
      expr.text = "{" + Join(pieces, ", ") + "}";
      break;
    }
    case Kind::kSet:
    case Kind::kFrozenSet: {
      std::string inner = Displayed(want.args[0], random_.Between(1, MostInSetDisplay(want.args[0], 3)), 0);
      expr.text = want.kind == Kind::kSet ? "{" + inner + "}" : "frozenset([" + inner + "])";
      break;
    }
    case Kind::kRange:
      expr.text = "range(" + std::to_string(random_.Between(0, 10)) + ")";
      break;
    case Kind::kIterator:
      expr.text = "iter([" + Displayed(want.args[0], random_.Between(0, 3), 0) + "])";
      break;
    case Kind::kAny: {
      ValueType scalar = RandomScalarType();
      expr = MakeLeaf(scalar);
      expr.type = want;
      break;
    }
  }
  if (expr.text[0] == '-') expr.precedence = kUnary;
  return expr;
}

Expr ProgramBuilder::MakeOf(Kind kind, int depth) {
  if (random_.Percent(60)) {
    Expr variable = VariableWhere([&](const Variable& candidate) { return candidate.type.kind == kind; });
    if (!variable.empty()) return variable;
  }
  switch (kind) {
    case Kind::kInt:
      return Make(RandomIntType(), depth);
    case Kind::kBig:
      return Make(BigType(130), depth);
    case Kind::kFloat:
      return Make(FloatType(6, random_.Percent(40)), depth);
    case Kind::kStr:
      return Make(StrType(0, 40), depth);
    case Kind::kBytes:
      return Make(BytesType(0, 30), depth);
    case Kind::kList:
      return Make(ListType(RandomScalarType(), 0, 30), depth);
    case Kind::kTuple:
      return Make(TupleType({RandomIntType(), StrType(0, 40)}), depth);
    case Kind::kDict: {
      ValueType key = RandomKeyType();
      return Make(DictType(key, RandomScalarType()), depth);
    }
    case Kind::kSet:
    case Kind::kFrozenSet:
      return Make(SetType(kind, RandomKeyType(), 0, 30), depth);
    case Kind::kRange:
      return Make(RangeType(), depth);
    case Kind::kBool:
      return Make(BoolType(), depth);
    case Kind::kIterator:
      return Make(IteratorType(RandomIntType()), depth);
    case Kind::kNone:
    case Kind::kAny:
      break;
  }
  return Make(AnyType(), depth);
}

Expr ProgramBuilder::TryShared(const ValueType& want, int depth) {
  switch (random_.Weighted({34, 26, 18, 8, 8})) {
    case 0:
      return TryElementOf(want, depth);
    case 1:
      return TryCall(want, depth);
    case 2:
      return TryConditional(want, depth);
    case 3:
      return TryWalrus(want, depth);
    default:
      return TryLambdaCall(want, depth);
  }
}

Expr ProgramBuilder::TryElementOf(const ValueType& want, int depth) {
  auto holds = [&](const Variable& variable) {
    const ValueType& type = variable.type;
    switch (type.kind) {
      case Kind::kList:
        return Fits(type.args[0], want, false);
      case Kind::kDict:
        return Fits(type.args[1], want, false);
      case Kind::kTuple:
        return std::any_of(type.args.begin(), type.args.end(),
                           [&](const ValueType& element) { return Fits(element, want, false); });
      case Kind::kIterator:
        return locked_ == 0 && Fits(type.args[0], want, false);
      default:
        return false;
    }
  };
  Expr base = VariableWhere(holds);
  if (base.empty()) return {};
  Expr out{"", kPrimary, want, false};
  const ValueType& type = base.type;
  if (type.kind == Kind::kTuple) {
    size_t index = random_.Below(type.args.size());
    while (!Fits(type.args[index], want, false)) index = (index + 1) % type.args.size();
    bool negative = random_.Percent(30);
    int64_t shown = static_cast<int64_t>(index) - (negative ? type.hi : 0);
    out.text = base.text + "[" + std::to_string(shown) + "]";
    out.type = type.args[index];
    return out;
  }
  if (type.kind == Kind::kIterator) {
    out.text = Cat({"next(", base.text, ", ", Sub(want, 0, kConditional), ")"});
    return out;
  }
  if (type.kind == Kind::kDict) {
    out.type = type.args[1];
    if (!type.keys.empty() && random_.Percent(65)) {
      out.text = base.text + "[" + random_.Pick(type.keys) + "]";
      return out;
    }
    std::string key = Sub(type.args[0], depth - 1, kConditional);
    std::string other = Sub(type.args[1], 0, kConditional);
    out.text = base.text + ".get(" + key + ", " + other + ")";
    return out;
  }
  out.type = type.args[0];
  if (type.lo > 0) {
    std::string index = random_.Percent(60) ? std::to_string(random_.Between(-type.lo, type.lo - 1))
                                            : Sub(IntType(-type.lo, type.lo - 1), depth - 1, kConditional);
    out.text = base.text + "[" + index + "]";
    return out;
  }
  out.precedence = kConditional;
  std::string fallback = Sub(type.args[0], 0, kOr);
  if (random_.Percent(50)) {
    out.text = base.text + "[" + random_.Pick<std::string>({"0", "-1", "len(" + base.text + ") // 2"}) + "] if " +
               base.text + " else " + fallback;
  } else {
    std::string index = std::to_string(random_.Between(0, 3));
    out.text = base.text + "[" + index + "] if len(" + base.text + ") > " + index + " else " + fallback;
  }
  return out;
}

Expr ProgramBuilder::TryCall(const ValueType& want, int depth) {
  if (pure_) return {};
  std::vector<const Function*> found;
  std::set<std::string> hidden;
  for (size_t i = scopes_.size(); i-- > 0;) {
    for (const Function& function : scopes_[i].functions) {
      bool good = hidden.count(function.name) == 0 && function.raises.empty() && CanAfford(function.cost);
      good = good && (!function.mutates || (locked_ == 0 && !in_comprehension_));
      bool right = Fits(function.result, want, false) ||
                   (want.kind == Kind::kInt && function.result.kind == Kind::kInt && want.hi > want.lo);
      if (good && right) found.push_back(&function);
    }
    for (const Variable& variable : scopes_[i].variables) hidden.insert(variable.name);
  }
  if (found.empty()) return {};
  Function function = *random_.Pick(found);
  Charge(function.cost + 1);
  mutates_ = mutates_ || function.mutates;
  std::string arguments = ArgumentList(function, depth - 1);
  return Expr{function.name + "(" + arguments + ")", kPrimary, function.result, false};
}

Expr ProgramBuilder::TryConditional(const ValueType& want, int depth) {
  Expr out{"", kConditional, want, false};
  switch (random_.Below(4)) {
    case 0: {
      Expr left = Make(want, depth - 1);
      Expr right = Make(want, depth - 1);
      bool conjunction = random_.Percent(40);
      int precedence = conjunction ? kAnd : kOr;
      out.text = Wrap(left, precedence) + (conjunction ? " and " : " or ") + Wrap(right, precedence + 1);
      out.precedence = precedence;
      out.fresh = left.fresh && right.fresh;
      return out;
    }
    default: {
      std::string condition = Sub(BoolType(), depth - 1, kOr);
      Expr left = Make(want, depth - 1);
      Expr right = Make(want, depth - 1);
      out.text = Wrap(left, kOr) + " if " + condition + " else " + Wrap(right, kConditional);
      out.fresh = left.fresh && right.fresh;
      return out;
    }
  }
}

Expr ProgramBuilder::TryWalrus(const ValueType& want, int depth) {
  if (no_walrus_) return {};
  Variable* target = PickVariable([&](const Variable& variable, bool local) {
    return local && !variable.readonly && Fits(variable.type, want, false);
  });
  if (target == nullptr) return {};
  std::string name = target->name;
  ValueType type = target->type;
  std::string value = Sub(type, depth - 1, kConditional);
  return Expr{"(" + name + " := " + value + ")", kPrimary, type, false};
}

Expr ProgramBuilder::TryLambdaCall(const ValueType& want, int depth) {
  ValueType type = RandomScalarType();
  std::string argument = Sub(type, depth - 1, kConditional);
  std::string name = TemporaryName();
  PushScope(Scope::Kind::kLambda);
  Declare(name, type);
  std::string body = Sub(want, depth - 1, kLambda);
  PopScope();
  Charge(2);
  return Expr{"(lambda " + name + ": " + body + ")(" + argument + ")", kPrimary, want, false};
}

Expr ProgramBuilder::Fit(Expr expr, const ValueType& want) {
  if (Fits(expr.type, want, expr.fresh)) return expr;
  const ValueType have = expr.type;
  switch (want.kind) {
    case Kind::kInt: {
      if (have.kind != Kind::kInt && have.kind != Kind::kBool && have.kind != Kind::kBig) return {};
      if (want.lo == want.hi) return {};
      expr.type = want;
      expr.fresh = true;
      if (have.kind != Kind::kBig && random_.Percent(20)) {
        std::string inner = "min(" + Wrap(expr, kConditional) + ", " + IntLiteral(want.hi, random_) + ")";
        expr.text = have.lo >= want.lo ? inner : "max(" + IntLiteral(want.lo, random_) + ", " + inner + ")";
        expr.precedence = kPrimary;
        return expr;
      }
      int64_t modulus = want.hi - want.lo + 1;
      expr.text = Wrap(expr, kTerm) + " % " + IntLiteral(modulus, random_);
      expr.precedence = kTerm;
      if (want.lo == 0) return expr;
      expr.text += want.lo > 0 ? " + " + std::to_string(want.lo) : " - " + std::to_string(-want.lo);
      expr.precedence = kSum;
      return expr;
    }
    case Kind::kBig:
      if (have.kind != Kind::kBig) return {};
      expr.text = Wrap(expr, kTerm) + " % " + random_.Pick({"2 ** ", "(1 << "}) + std::to_string(want.hi);
      if (expr.text.find("(1 << " + std::to_string(want.hi), expr.text.size() - 10) != std::string::npos)
        expr.text += ")";
      expr.precedence = kTerm;
      expr.type = want;
      return expr;
    case Kind::kFloat:
      if (have.kind != Kind::kFloat || expr.text.size() > 60) return {};
      expr.text = "max(-1e" + std::to_string(want.hi) + ", min(1e" + std::to_string(want.hi) + ", " + expr.text + "))";
      if (have.lo == 1) return {};
      expr.precedence = kPrimary;
      expr.type = want;
      return expr;
    case Kind::kStr:
    case Kind::kBytes: {
      if (have.kind != want.kind) return {};
      if (have.lo < want.lo) {
        if (want.lo == 1) {
          std::string other = MakeLiteral(want).text;
          expr = Expr{Wrap(expr, kOr) + " or " + other, kOr, have, true};
        } else {
          std::string fill = want.kind == Kind::kStr ? "'.'" : "b'.'";
          expr = Expr{AsPrimary(expr) + ".ljust(" + std::to_string(want.lo) + ", " + fill + ")", kPrimary, have, true};
        }
      }
      if (have.hi > want.hi) expr = Expr{AsPrimary(expr) + "[:" + std::to_string(want.hi) + "]", kPrimary, have, true};
      expr.type = want;
      return expr;
    }
    case Kind::kList: {
      if (have.kind != Kind::kList || have.args != want.args) return {};
      if (have.lo < want.lo) return {};
      if (have.hi > want.hi) {
        expr.text = AsPrimary(expr) + "[:" + std::to_string(want.hi) + "]";
      } else {
        expr.text = random_.Percent(50) ? "list(" + Wrap(expr, kConditional) + ")" : AsPrimary(expr) + "[:]";
      }
      expr.precedence = kPrimary;
      expr.type = want;
      expr.fresh = true;
      return expr;
    }
    case Kind::kDict:
    case Kind::kSet: {
      if (have.kind != want.kind || have.args != want.args || expr.fresh) return {};
      if (!Fits(have, want, true)) return {};
      expr.text = random_.Percent(50) ? std::string(ClassName(want.kind)) + "(" + Wrap(expr, kConditional) + ")"
                                      : AsPrimary(expr) + ".copy()";
      expr.precedence = kPrimary;
      expr.type = want;
      expr.fresh = true;
      return expr;
    }
    default:
      return {};
  }
}

}  // namespace garter::fuzz
