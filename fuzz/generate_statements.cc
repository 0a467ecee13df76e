// Statements: every form of assignment, changes to containers, branches, loops
// with their `else`, `del`, `assert`, and a great deal of print().
#include <algorithm>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

constexpr int kMaxStatementDepth = 3;

}  // namespace

void ProgramBuilder::Statements(int count) {
  for (int i = 0; i < count; ++i) Statement();
}

void ProgramBuilder::Statement() {
  if (!CanAfford(3)) {
    if (random_.Percent(30)) Line("pass");
    return;
  }
  ++statement_depth_;
  bool nest = statement_depth_ <= kMaxStatementDepth && CanAfford(60);
  int deep = nest ? 1 : 0;
  int define = nest && function_depth_ < 3 && weight_ < 30 ? 1 : 0;
  int top = statement_depth_ == 1 ? 1 : 0;
  switch (random_.Weighted(
      {13, 4,        5, 4,          8, 5, 6, 9, 3, 20, 9 * deep, 9 * deep, 5 * deep, 2, 3, 2, 9 * define + 5 * top,
       5,  7 * deep, 3, 2 * define, 1})) {
    case 0:
      AssignStatement();
      break;
    case 1:
      ChainedAssign();
      break;
    case 2:
      UnpackStatement();
      break;
    case 3:
      AnnotatedAssign();
      break;
    case 4:
      AugmentedAssign();
      break;
    case 5:
      ReassignStatement();
      break;
    case 6:
      StoreStatement();
      break;
    case 7:
      MutateStatement();
      break;
    case 8:
      DeleteStatement();
      break;
    case 9:
      PrintStatement();
      break;
    case 10:
      IfStatement();
      break;
    case 11:
      ForStatement();
      break;
    case 12:
      WhileStatement();
      break;
    case 13:
      AssertStatement();
      break;
    case 14:
      ExpressionStatement();
      break;
    case 15:
      AliasStatement();
      break;
    case 16:
      FunctionStatement();
      break;
    case 17:
      CallStatement();
      break;
    case 18:
      TryStatement();
      break;
    case 19:
      IteratorStatement();
      break;
    case 20:
      LambdaVariable();
      break;
    default:
      EvaluationOrder();
      break;
  }
  --statement_depth_;
}

// ---------------------------------------------------------------------------
// Assignment.

void ProgramBuilder::AssignStatement() {
  ValueType type = RandomType(2);
  std::string value = Make(type, kMaxDepth).text;
  if (value[0] == '(' && value.back() == ')' && type.kind == Kind::kTuple && type.args.size() > 1 &&
      value.find('(', 1) == std::string::npos && random_.Percent(40)) {
    value = value.substr(1, value.size() - 2);
  }
  std::string name = FreshName();
  Line(name + " = " + value);
  Declare(name, type);
}

void ProgramBuilder::ChainedAssign() {
  ValueType type = random_.Percent(70) ? RandomScalarType() : RandomType(1);
  std::string value = Make(type, 2).text;
  std::string first = FreshName();
  std::string second = FreshName();
  Expr list = VariableWhere([&](const Variable& variable) {
    return variable.type.kind == Kind::kList && variable.type.lo > 0 && Fits(type, variable.type.args[0], false);
  });
  std::string middle;
  if (!list.empty()) {
    mutates_ = true;
    middle = list.text + "[" + std::to_string(random_.Between(0, list.type.lo - 1)) + "] = ";
  }
  Line(first + " = " + middle + second + " = " + value);
  Declare(first, type);
  Declare(second, type);
}

// Declares the names of a `for` or unpacking target for values of `type`.
std::string ProgramBuilder::BindTarget(const ValueType& type) {
  if (type.kind == Kind::kTuple && !type.args.empty() && random_.Percent(80)) {
    std::vector<std::string> pieces;
    for (const ValueType& element : type.args) {
      bool nested = element.kind == Kind::kTuple;
      std::string piece = BindTarget(element);
      pieces.push_back(nested && piece.find(',') != std::string::npos ? "(" + piece + ")" : piece);
    }
    return pieces.size() == 1 ? pieces[0] + "," : Join(pieces, ", ");
  }
  std::string name = FreshName();
  Declare(name, type);
  return name;
}

void ProgramBuilder::UnpackStatement() {
  switch (random_.Below(4)) {
    case 0: {
      std::vector<ValueType> elements;
      int64_t size = random_.Between(2, 4);
      for (int64_t i = 0; i < size; ++i) {
        bool nested = random_.Percent(15);
        elements.push_back(nested ? TupleType({RandomScalarType(), RandomScalarType()}) : RandomType(1));
      }
      ValueType type = TupleType(elements);
      std::string value = Make(type, kMaxDepth).text;
      std::string target = BindTarget(type);
      bool bracketed = target.find(',') != std::string::npos && random_.Percent(15);
      Line((bracketed ? "[" + target + "]" : target) + " = " + value);
      return;
    }
    case 1: {
      ValueType element = RandomScalarType();
      Expr value = Make(ListType(element, 2, 6), 2);
      int64_t least = std::max<int64_t>(value.type.lo, 2);
      std::vector<std::string> pieces;
      int64_t plain = random_.Between(0, std::min<int64_t>(least, 2));
      int64_t star = random_.Between(0, plain);
      for (int64_t i = 0; i <= plain; ++i) {
        std::string name = FreshName();
        Declare(name, i == star ? ListType(element, 0, 30) : element);
        pieces.push_back((i == star ? "*" : "") + name);
      }
      Line(Join(pieces, ", ") + (pieces.size() == 1 ? "," : "") + " = " + value.text);
      return;
    }
    case 2: {
      Variable* left = PickVariable([](const Variable& variable, bool local) { return local && !variable.readonly; });
      if (left == nullptr) return PrintStatement();
      ValueType type = left->type;
      std::string name = left->name;
      Variable* right = PickVariable([&](const Variable& variable, bool local) {
        return local && !variable.readonly && variable.name != name && variable.type == type;
      });
      if (right == nullptr) return ReassignStatement();
      std::string other = right->name;
      Line(name + ", " + other + " = " + other + ", " + name);
      return;
    }
    default: {
      std::string text = StrText(3, 3);
      std::string first = FreshName();
      std::string second = FreshName();
      Line(first + ", *" + second + " = " + text);
      Declare(first, StrType(1, 1));
      Declare(second, ListType(StrType(0, 40), 0, 30));
      return;
    }
  }
}

std::string ProgramBuilder::Annotation(const ValueType& type) {
  if (random_.Percent(25)) return StrLiteral({'n', 'o', 't', 'e'}, random_);
  return type.kind == Kind::kNone ? "None" : ClassName(type.kind);
}

void ProgramBuilder::AnnotatedAssign() {
  ValueType type = RandomType(1);
  std::string value = Make(type, 2).text;
  std::string note = Annotation(type);
  if (random_.Percent(15)) {
    Line(FreshName() + ": " + note);
    return;
  }
  std::string name = FreshName();
  Line(name + ": " + note + " = " + value);
  Declare(name, type);
}

// An operand that suits `op`, and a bound on the result.
ValueType ProgramBuilder::AugmentedResult(const std::string& op, const ValueType& type, std::string* operand) {
  int64_t limit = std::max(std::abs(type.lo), std::abs(type.hi));
  if (op == "//" || op == "%") {
    *operand = NonZeroInt(30, 1, kConditional);
    return IntType(-std::max<int64_t>(limit, 30), std::max<int64_t>(limit, 30));
  }
  if (op == "**") {
    *operand = std::to_string(random_.Between(0, 3));
    return BigType(200);
  }
  if (op == "<<" || op == ">>") {
    *operand = Make(IntType(0, 9), 1).text;
    return op == ">>" ? IntType(-limit, limit) : BigType(80);
  }
  if (op == "*") {
    *operand = Make(IntType(-20, 20), 1).text;
    return BigType(80);
  }
  *operand = Make(IntType(-1000, 1000), 2).text;
  if (op == "&") return IntType(-std::max<int64_t>(limit, 1024), std::max<int64_t>(limit, 1024));
  return IntType(-4 * (limit + 1000), 4 * (limit + 1000));
}

void ProgramBuilder::AugmentedAssign() {
  Variable* target = PickVariable([](const Variable& variable, bool local) {
    Kind kind = variable.type.kind;
    bool suits = kind == Kind::kInt || kind == Kind::kBig || kind == Kind::kFloat || kind == Kind::kStr ||
                 kind == Kind::kBytes || kind == Kind::kList || kind == Kind::kSet || kind == Kind::kDict;
    return suits && local && !variable.readonly;
  });
  if (target == nullptr) return AssignStatement();
  std::string name = target->name;
  ValueType type = target->type;
  bool locked = locked_ > 0;
  switch (type.kind) {
    case Kind::kInt: {
      std::string op = random_.Pick({"+", "-", "*", "//", "%", "**", "&", "|", "^", "<<", ">>", "+", "+"});
      std::string operand;
      ValueType result = AugmentedResult(op, type, &operand);
      Line(name + " " + op + "= " + operand);
      if (!Fits(result, type, true)) {
        Expr fixed = Fit(Expr{name, kPrimary, result, false}, type);
        if (fixed.empty()) fixed = MakeLiteral(type);
        bool remainder = type.lo == 0 && fixed.text.starts_with(name + " % ");
        Line(remainder ? name + " %= " + fixed.text.substr(name.size() + 3) : name + " = " + fixed.text);
      }
      return;
    }
    case Kind::kBig: {
      std::string op = random_.Pick({"+", "-", "*", "//", "%", "^", "|", "&"});
      std::string operand = op == "//" || op == "%" ? NonZeroInt(99999, 1, kConditional) : Make(BigType(70), 1).text;
      Line(name + " " + op + "= " + operand);
      if (op != "//" && op != "%" && op != "&") Line(name + " %= 2 ** " + std::to_string(type.hi));
      return;
    }
    case Kind::kFloat: {
      bool special = type.lo == 1;
      std::string op = special ? random_.Pick({"+", "-", "*", "/"}) : random_.Pick({"/", "%", "//"});
      std::string operand = op == "/" || op == "%" || op == "//" ? random_.Pick({"2", "1.5", "-4.0", "10"})
                                                                 : Make(FloatType(6, true), 1).text;
      Line(name + " " + op + "= " + operand);
      return;
    }
    case Kind::kStr:
    case Kind::kBytes: {
      bool text = type.kind == Kind::kStr;
      Line(name + " += " + Make(text ? StrType(0, 20) : BytesType(0, 20), 2).text);
      std::string bound = std::to_string(type.hi);
      Line(name + " = " + name + (random_.Percent(50) ? "[:" + bound + "]" : "[-" + bound + ":]"));
      return;
    }
    case Kind::kList: {
      if (type.lo > 0 || locked) return MutateStatement();
      mutates_ = true;
      if (random_.Percent(75)) {
        Iterable more = IterableOf(type.args[0], 1);
        // Never a lazy iterable: it might read the list that it extends.
        std::string value = more.text[0] == '[' ? more.text : "list(" + more.text + ")[:3]";
        Line(name + " += " + value);
      } else {
        Line(name + " *= " + std::to_string(random_.Between(0, 2)));
      }
      Line("del " + name + "[" + std::to_string(type.hi) + ":]");
      return;
    }
    case Kind::kSet: {
      if (locked) return PrintStatement();
      mutates_ = true;
      std::string op = random_.Pick({"|", "&", "-", "^"});
      Line(name + " " + op + "= " + Make(type, 2).text);
      return;
    }
    default: {
      if (locked) return PrintStatement();
      mutates_ = true;
      Line(name + " |= {" + Cat({Sub(type.args[0], 1, kConditional), ": ", Sub(type.args[1], 1, kConditional)}) + "}");
      return;
    }
  }
}

void ProgramBuilder::ReassignStatement() {
  Variable* target = PickVariable([](const Variable& variable, bool local) { return local && !variable.readonly; });
  if (target == nullptr) return AssignStatement();
  std::string name = target->name;
  ValueType type = target->type;
  // Outside every loop that could see it again, a name may take a new kind.
  bool free = !target->captured && target->block == open_blocks_.back() && random_.Percent(35);
  if (free) type = RandomType(2);
  std::string value = Make(type, kMaxDepth).text;
  Line(name + " = " + value);
  if (!free) return;
  bool captured_now = false;
  for (const Variable& variable : scopes_.back().variables) {
    captured_now = captured_now || (variable.name == name && variable.captured);
  }
  // The value itself may hold a function that reads the old kind.
  if (captured_now) {
    program_.source.erase(program_.source.rfind('\n', program_.source.size() - 2) + 1);
    Line("pass");
    return;
  }
  Declare(name, type);
}

// x[i] = v, x[k] = v, x[a:b] = [...], and their augmented forms.
void ProgramBuilder::StoreStatement() {
  Expr target = VariableWhere([](const Variable& variable) {
    return variable.type.kind == Kind::kDict || (variable.type.kind == Kind::kList && variable.type.lo > 0);
  });
  if (target.empty()) return AugmentedAssign();
  const ValueType type = target.type;
  mutates_ = true;
  if (random_.Percent(30)) return AugmentElement(target);
  if (type.kind == Kind::kDict) {
    if (locked_ > 0 && type.keys.empty()) return PrintStatement();
    std::string key = locked_ > 0 ? random_.Pick(type.keys) : Make(type.args[0], 2).text;
    std::string value = Make(type.args[1], 2).text;
    Line(target.text + "[" + key + "] = " + value);
    return;
  }
  if (random_.Percent(25)) {
    int64_t start = random_.Between(0, type.lo - 1);
    std::string items = Displayed(type.args[0], type.lo - start, 0);
    std::string stop = random_.Percent(50) && type.lo == type.hi ? "" : std::to_string(type.lo);
    Line(target.text + "[" + std::to_string(start) + ":" + stop + "] = [" + items + "]");
    return;
  }
  std::string index = random_.Percent(60) ? std::to_string(random_.Between(-type.lo, type.lo - 1))
                                          : Make(IntType(-type.lo, type.lo - 1), 2).text;
  std::string value = Make(type.args[0], 2).text;
  Line(target.text + "[" + index + "] = " + value);
}

void ProgramBuilder::AugmentElement(const Expr& container) {
  const ValueType& type = container.type;
  const ValueType& element = type.kind == Kind::kDict ? type.args[1] : type.args[0];
  std::string key;
  if (type.kind == Kind::kDict) {
    if (type.keys.empty()) {
      if (locked_ > 0 || element.kind != Kind::kInt) return PrintStatement();
      key = Make(type.args[0], 1).text;
      Expr sum{container.text + ".get(" + key + ", 0) + 1", kSum, IntType(element.lo, element.hi + 1), true};
      Line(container.text + "[" + key + "] = " + Fit(sum, element).text);
      return;
    }
    key = random_.Pick(type.keys);
  } else {
    key = std::to_string(random_.Between(-type.lo, type.lo - 1));
  }
  std::string place = container.text + "[" + key + "]";
  if (element.kind == Kind::kInt && element.lo < element.hi) {
    std::string op = random_.Pick({"+", "-", "*", "^", "|", "//", "&"});
    std::string operand;
    ValueType result = AugmentedResult(op, element, &operand);
    Line(place + " " + op + "= " + operand);
    if (!Fits(result, element, true)) Line(place + " = " + Fit(Expr{place, kPrimary, result, false}, element).text);
  } else if (element.kind == Kind::kStr) {
    Line(place + " += " + Make(StrType(0, 5), 1).text);
    Line(place + " = " + place + "[:" + std::to_string(element.hi) + "]");
  } else if (element.kind == Kind::kList && element.lo == 0 && locked_ == 0) {
    Line(place + " += [" + Displayed(element.args[0], random_.Between(1, 2), 0) + "]");
    Line("del " + place + "[" + std::to_string(element.hi) + ":]");
  } else {
    Line(place + " = " + Make(element, 2).text);
  }
}

// ---------------------------------------------------------------------------
// Containers change.

void ProgramBuilder::MutateStatement() {
  if (locked_ > 0) return PrintStatement();
  Expr target = VariableWhere([](const Variable& variable) {
    Kind kind = variable.type.kind;
    return kind == Kind::kList || kind == Kind::kDict || kind == Kind::kSet;
  });
  if (target.empty()) return AssignStatement();
  mutates_ = true;
  if (target.type.kind == Kind::kList) return MutateList(target);
  if (target.type.kind == Kind::kDict) return MutateDict(target);
  MutateSet(target);
}

void ProgramBuilder::MutateList(const Expr& list) {
  const std::string& name = list.text;
  const ValueType& type = list.type;
  const ValueType& element = type.args[0];
  if (type.lo > 0 || random_.Percent(15)) {
    if (IsOrdered(element) && random_.Percent(60)) {
      std::string key = random_.Percent(50) ? "key=" + KeyFunction(element) : "";
      std::string reverse = random_.Percent(30) ? (key.empty() ? "reverse=True" : ", reverse=True") : "";
      Line(name + ".sort(" + key + reverse + ")");
    } else {
      Line(name + ".reverse()");
    }
    return;
  }
  std::string value = Make(element, 2).text;
  switch (random_.Below(9)) {
    case 0:
    case 1:
      Line(name + ".append(" + value + ")");
      return;
    case 2:
      Line(name + ".insert(" + std::to_string(random_.Between(-3, 5)) + ", " + value + ")");
      return;
    case 3:
      Line(name + ".extend([" + value + "])");
      return;
    case 4:
      Block("if " + name + ":", [&] {
        std::string got = FreshName();
        Line(got + " = " + name + ".pop(" + (random_.Percent(50) ? "" : random_.Percent(50) ? "0" : "-1") + ")");
        Declare(got, element);
        PrintBriefly();
      });
      return;
    case 5:
      if (IsMutable(element)) {
        Block("if " + name + ":", [&] { Line("del " + name + "[0]"); });
        return;
      }
      GuardedByMembership(name, element, value, ".remove(", ")");
      return;
    case 6: {
      std::string slice = Cat({std::to_string(random_.Between(0, 3)), ":", random_.Pick({"", "1", "2", "4"})});
      Line("del " + name + "[" + slice + "]");
      return;
    }
    case 7: {
      std::string slice = Cat({std::to_string(random_.Between(-2, 3)), ":", random_.Pick({"", "1", "2", "4"})});
      Line(name + "[" + slice + "] = [" + value + "]");
      return;
    }
    default:
      Line(random_.Percent(50) ? name + ".clear()" : name + "[:] = [" + value + "]");
      return;
  }
}

// Removes a value if it is there. It is computed once: it may call functions.
void ProgramBuilder::GuardedByMembership(const std::string& container, const ValueType& type, const std::string& value,
                                         const std::string& open, const std::string& close) {
  std::string name = FreshName();
  Line(name + " = " + value);
  Declare(name, type);
  Block("if " + name + " in " + container + ":",
        [&] { Line((open == "[" ? "del " : "") + container + open + name + close); });
}

void ProgramBuilder::MutateDict(const Expr& dict) {
  const std::string& name = dict.text;
  const ValueType& type = dict.type;
  std::string key = Make(type.args[0], 1).text;
  std::string value = Make(type.args[1], 2).text;
  int choices = type.keys.empty() ? 7 : 3;
  switch (random_.Below(static_cast<uint64_t>(choices))) {
    case 0:
      Line(name + ".update({" + key + ": " + value + "})");
      return;
    case 1:
      Line("print(" + name + ".setdefault(" + key + ", " + value + "))");
      return;
    case 2:
      Line(name + "[" + key + "] = " + value);
      return;
    case 3:
      Line("print(" + name + ".pop(" + key + ", " + (random_.Percent(50) ? "None" : "'gone'") + "))");
      return;
    case 4:
      GuardedByMembership(name, type.args[0], key, "[", "]");
      return;
    case 5:
      Block("if " + name + ":", [&] { Line("print(" + name + ".popitem())"); });
      return;
    default:
      Line(name + ".clear()");
      return;
  }
}

void ProgramBuilder::MutateSet(const Expr& set) {
  const std::string& name = set.text;
  std::string value = Make(set.type.args[0], 2).text;
  switch (random_.Below(6)) {
    case 0:
    case 1:
      Line(name + ".add(" + value + ")");
      return;
    case 2:
      Line(name + ".discard(" + value + ")");
      return;
    case 3: {
      Iterable more = IterableOf(set.type.args[0], 1);
      std::string items = more.text[0] == '[' ? more.text : "list(" + more.text + ")";
      Line(name +
           random_.Pick({".update(", ".difference_update(", ".intersection_update(", ".symmetric_difference_update("}) +
           items + ")");
      return;
    }
    case 4:
      Block("if " + name + ":", [&] { Line("print(" + name + ".pop())"); });
      return;
    default:
      GuardedByMembership(name, set.type.args[0], value, ".remove(", ")");
      return;
  }
}

void ProgramBuilder::DeleteStatement() {
  // A name that hides an outer one stays: what follows would find the outer.
  auto deletable = [&](const Variable& variable, bool local) {
    return local && !variable.readonly && !variable.captured && variable.block == open_blocks_.back() &&
           CountVisible(variable.name) == 1;
  };
  Variable* target = PickVariable(deletable);
  if (target == nullptr || scopes_.back().variables.size() < 4) return MutateStatement();
  std::string name = target->name;
  Variable* other = PickVariable(
      [&](const Variable& variable, bool local) { return deletable(variable, local) && variable.name != name; });
  if (other != nullptr && random_.Percent(25)) {
    std::string second = other->name;
    Line("del " + name + ", " + second);
    Undeclare(second);
  } else {
    Line("del " + name);
  }
  Undeclare(name);
}

// ---------------------------------------------------------------------------
// Printing.

std::string ProgramBuilder::PrintArgument(int depth) {
  if (random_.Percent(30)) return FStringText(depth);
  ValueType type = random_.Percent(50) ? RandomScalarType() : RandomType(2);
  return Sub(type, depth, kConditional);
}

void ProgramBuilder::PrintStatement() {
  switch (random_.Weighted({50, 16, 8, 8, 6, 6, 6})) {
    case 0: {
      std::vector<std::string> pieces;
      int64_t count = random_.Between(1, 3);
      for (int64_t i = 0; i < count; ++i) pieces.push_back(PrintArgument(kMaxDepth));
      Line("print(" + Join(pieces, ", ") + ")");
      return;
    }
    case 1:
      return PrintBriefly();
    case 2:
      Line(Cat({"print(", PrintArgument(2), ", ", PrintArgument(1), ", sep=", StrText(0, 3), ")"}));
      return;
    case 3:
      Line(Cat({"print(", PrintArgument(2), ", end=", random_.Pick({"' '", "''", "';\\n'", "'\\n\\n'"}), ")"}));
      return;
    case 4: {
      Iterable items = MakeIterable(2);
      bool simple = items.text.find(' ') == std::string::npos;
      Line("print(*" + (simple ? items.text : "(" + items.text + ")") + ")");
      return;
    }
    case 5: {
      Expr value =
          MakeOf(random_.Pick({Kind::kInt, Kind::kStr, Kind::kAny, Kind::kList, Kind::kFloat, Kind::kDict}), 2);
      Line("print(type(" + value.text + ").__name__, " + random_.Pick({"type(", "repr(", "str(", "ascii("}) +
           value.text + "))");
      return;
    }
    default: {
      Iterable items = MakeIterable(2);
      const char* const forms[][2] = {
          {"list(", "))"}, {"tuple(", "))"}, {"sorted(map(repr, ", ")))"}, {"len(list(", ")))"}};
      const char* const* form = forms[random_.Below(4)];
      Line(Cat({"print(", form[0], items.text, form[1]}));
      return;
    }
  }
}

void ProgramBuilder::PrintBriefly() {
  std::vector<std::string> pieces;
  int64_t count = random_.Between(1, 3);
  for (int64_t i = 0; i < count; ++i) {
    Expr variable = VariableWhere([](const Variable& candidate) { return candidate.type.kind != Kind::kIterator; });
    if (!variable.empty()) pieces.push_back(variable.text);
  }
  if (random_.Percent(40)) {
    std::vector<uint32_t> label = RandomCharacters(1, 6);
    pieces.insert(pieces.begin(), StrLiteral(label, random_));
  }
  Line("print(" + Join(pieces, ", ") + ")");
}

void ProgramBuilder::PrintAllVariables(int limit) {
  for (int i = 0; i < limit; ++i) PrintBriefly();
}

// ---------------------------------------------------------------------------
// Branches and loops.

void ProgramBuilder::IfStatement() {
  std::string condition;
  Variable* number = PickVariable([](const Variable& variable, bool local) {
    return local && !variable.readonly && variable.type.kind == Kind::kInt;
  });
  if (number != nullptr && random_.Percent(15)) {
    std::string name = number->name;
    ValueType type = number->type;
    condition = Cat({"(", name, " := ", Sub(type, 2, kConditional), ") ", random_.Pick({">", "<", "!=", "=="}), " ",
                     IntText(-20, 20)});
  } else {
    condition = Make(BoolType(), kMaxDepth).text;
  }
  int64_t size = random_.Between(1, 3);
  Block("if " + condition + ":", [&] { Statements(static_cast<int>(size)); });
  if (random_.Percent(25)) {
    std::string other = Condition(2);
    Block("elif " + other + ":", [&] { Statements(static_cast<int>(random_.Between(1, 2))); });
  }
  if (random_.Percent(45)) {
    Block("else:", [&] { Statements(static_cast<int>(random_.Between(1, 2))); });
  }
}

void ProgramBuilder::InLoop(int64_t trips, const std::string& header, const std::function<void()>& body) {
  double outer = weight_;
  weight_ *= static_cast<double>(std::max<int64_t>(1, trips));
  ++loop_depth_;
  Block(header, body);
  --loop_depth_;
  weight_ = outer;
}

void ProgramBuilder::LoopElse(bool may_break) {
  if (random_.Percent(may_break ? 45 : 12)) {
    Block("else:", [&] { Statements(1); });
  }
}

void ProgramBuilder::ForStatement() {
  Iterable iterable = MakeIterable(2);
  bool from_iterator = false;
  Expr iterator =
      VariableWhere([&](const Variable& variable) { return variable.type.kind == Kind::kIterator && locked_ == 0; });
  if (!iterator.empty() && random_.Percent(40)) {
    iterable = {iterator.text, iterator.type.args[0], 10, true};
    from_iterator = true;
  }
  bool lock = iterable.aliased;
  if (lock && !from_iterator && random_.Percent(40)) {
    iterable.text = "list(" + iterable.text + ")";
    lock = false;
  }
  int64_t trips = std::min<int64_t>(std::max<int64_t>(iterable.count, 1), 8);
  bool may_break = false;
  std::string placeholder = "\x01";
  size_t header_at = program_.source.size();
  if (lock) ++locked_;
  // The target's names belong to the body's block, so the header is put in
  // once they are known.
  InLoop(trips, "for " + placeholder + " in " + iterable.text + ":", [&] {
    std::string target = BindTarget(iterable.element);
    size_t at = program_.source.find(placeholder, header_at);
    program_.source.replace(at, 1, target);
    if (random_.Percent(55)) PrintBriefly();
    Statements(static_cast<int>(random_.Between(1, 3)));
    if (random_.Percent(22)) {
      std::string condition = Condition(1);
      bool stop = random_.Percent(50);
      may_break = stop;
      Block("if " + condition + ":", [&] { Line(stop ? "break" : "continue"); });
      if (random_.Percent(60)) PrintBriefly();
    }
  });
  if (lock) --locked_;
  LoopElse(may_break);
}

void ProgramBuilder::WhileStatement() {
  std::string counter = FreshName();
  int64_t trips = random_.Between(1, 5);
  bool may_break = false;
  switch (random_.Below(3)) {
    case 0: {
      Line(counter + " = " + std::to_string(trips));
      Variable& variable = Declare(counter, IntType(-1, trips));
      variable.readonly = true;
      std::string extra = random_.Percent(30) ? " and " + Sub(BoolType(), 1, kNot) : "";
      InLoop(trips, "while " + counter + " > 0" + extra + ":", [&] {
        Line(counter + " -= 1");
        Statements(static_cast<int>(random_.Between(1, 3)));
        if (random_.Percent(30)) {
          may_break = true;
          std::string condition = Condition(1);
          Block("if " + condition + ":", [&] { Line("break"); });
        }
      });
      break;
    }
    case 1: {
      Line(counter + " = 0");
      Variable& variable = Declare(counter, IntType(0, trips + 1));
      variable.readonly = true;
      may_break = true;
      InLoop(trips, random_.Pick({"while True:", "while 1:", "while not False:"}), [&] {
        Line(counter + " += 1");
        Block("if " + counter + " > " + std::to_string(trips) + ":", [&] { Line("break"); });
        if (random_.Percent(30)) {
          std::string condition = Condition(1);
          Block("if " + condition + ":", [&] { Line("continue"); });
        }
        Statements(static_cast<int>(random_.Between(1, 3)));
      });
      break;
    }
    default: {
      Line(counter + " = " + std::to_string(trips));
      Variable& variable = Declare(counter, IntType(-1, trips));
      variable.readonly = true;
      InLoop(trips, "while (" + counter + " := " + counter + " - 1) >= 0:", [&] {
        Statements(static_cast<int>(random_.Between(1, 3)));
        PrintBriefly();
      });
      break;
    }
  }
  LoopElse(may_break);
}

// ---------------------------------------------------------------------------
// The rest.

void ProgramBuilder::AssertStatement() {
  Expr variable = VariableWhere([](const Variable& candidate) {
    return candidate.type.kind != Kind::kAny && candidate.type.kind != Kind::kIterator &&
           candidate.type.kind != Kind::kNone;
  });
  std::string message = random_.Percent(40) ? ", " + FStringText(1) : "";
  if (variable.empty() || random_.Percent(20)) {
    Line("assert True" + message);
  } else {
    Line("assert isinstance(" + variable.text + ", " + ClassName(variable.type.kind) + ")" + message);
  }
}

void ProgramBuilder::ExpressionStatement() {
  if (random_.Percent(15)) return Line(random_.Pick({"...", "None", "'a lone string'", "pass", "0"}));
  ValueType type = RandomType(1);
  Expr value = Make(type, 2);
  Line(value.text);
}

void ProgramBuilder::AliasStatement() {
  Expr source = VariableWhere([](const Variable& variable) {
    return IsMutable(variable.type) && variable.type.kind != Kind::kIterator && variable.type.kind != Kind::kAny;
  });
  if (source.empty()) return AssignStatement();
  std::string name = FreshName();
  Line(name + " = " + source.text);
  Declare(name, source.type);
  if (locked_ == 0 && random_.Percent(60)) {
    Expr alias{name, kPrimary, source.type, false};
    mutates_ = true;
    if (source.type.kind == Kind::kList) MutateList(alias);
    if (source.type.kind == Kind::kDict) MutateDict(alias);
    if (source.type.kind == Kind::kSet) MutateSet(alias);
  }
  Line("print(" + name + " is " + source.text + ", " + source.text + ")");
}

void ProgramBuilder::IteratorStatement() {
  ValueType element = RandomScalarType();
  std::string name = FreshName();
  Line(name + " = " + Make(IteratorType(element), 2).text);
  Declare(name, IteratorType(element));
  std::string fallback = Sub(element, 0, kConditional);
  Line("print(next(" + name + ", " + fallback + "))");
}

}  // namespace garter::fuzz
