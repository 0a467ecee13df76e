// Special methods, as a class's own: operators with their reflected and in-place forms, comparison with hash,
// containers, iteration, calls, conversions, attribute hooks, managers, formats. Each is written with the contract of
// what it takes and answers, so that `o + 1`, `o[k]` or `k in o` stand wherever such a value is wanted.
#include <algorithm>
#include <utility>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

struct BinaryOperator {
  const char* symbol;
  const char* name;
  int precedence;
};

const BinaryOperator kOperators[] = {
    {"+", "add", kSum},      {"-", "sub", kSum},    {"*", "mul", kTerm},      {"//", "floordiv", kTerm},
    {"%", "mod", kTerm},     {"**", "pow", kPower}, {"<<", "lshift", kShift}, {">>", "rshift", kShift},
    {"&", "and", kBitAnd},   {"|", "or", kBitOr},   {"^", "xor", kBitXor},    {"@", "matmul", kTerm},
    {"/", "truediv", kTerm},
};

// Claims a special method; false if the class has it.
bool Claim(ClassShape* shape, const std::string& name) {
  if (std::find(shape->special.begin(), shape->special.end(), name) != shape->special.end()) return false;
  shape->special.push_back(name);
  return true;
}

Member Asked(const std::string& text, const ValueType& result, const Function& function) {
  Member member;
  member.text = text;
  member.result = result;
  member.cost = function.cost + 1;
  member.mutates = function.mutates;
  return member;
}

}  // namespace

void ProgramBuilder::SpecialMethods(ClassShape* shape, int count) {
  for (int i = 0; i < count; ++i) {
    switch (random_.Weighted({26, 8, 12, 16, 12, 8, 9, 7, 6})) {
      case 0:
        WriteArithmetic(shape);
        break;
      case 1:
        WriteUnary(shape);
        break;
      case 2:
        WriteConversion(shape);
        break;
      case 3:
        WriteContainer(shape);
        break;
      case 4:
        WriteIteration(shape);
        break;
      case 5:
        WriteCall(shape);
        break;
      case 6:
        WriteAttributeHooks(shape);
        break;
      case 7:
        WriteManager(shape);
        break;
      default:
        WriteFormat(shape);
        break;
    }
  }
}

void ProgramBuilder::WriteArithmetic(ClassShape* shape) {
  const BinaryOperator& op = kOperators[random_.Below(std::size(kOperators))];
  int form = static_cast<int>(random_.Weighted({50, 25, 25}));  // as is, reflected, in place
  std::string name = std::string(form == 1 ? "r" : form == 2 ? "i" : "") + op.name;
  if (!Claim(shape, name)) return;
  bool own = form == 0 && random_.Percent(30);
  ValueType operand = own ? shape->Type() : random_.Percent(70) ? IntType(-20, 100) : RandomScalarType();
  if (form == 1 && !own && operand.kind != Kind::kInt) operand = IntType(-20, 100);
  bool makes = form != 2 && random_.Percent(30) && CanAfford(shape->cost);
  Function function;
  function.parameters = {Parameter{"other", operand, ParameterKind::kPlain, false}};
  function.result = form == 2 || makes ? shape->Type() : RandomScalarType();
  Expr number = PickField(*shape, [](const ValueType& type) { return type.kind == Kind::kInt; });
  InMethod(shape, "def __" + name + "__($, other):", &function, true, [&] {
    std::string check = own ? shape->name : ClassName(operand.kind);
    if (random_.Percent(50) && check != "object") {
      Block("if not isinstance(other, " + check + "):", [&] { Line("return NotImplemented"); });
    }
    if (random_.Percent(25)) Line("print('" + name + "', other)");
    if (form == 2) {
      if (!number.empty()) {
        AugmentPlace(number.text, number.type);
      } else {
        Statement();
      }
      mutates_ = true;
      return Line("return " + receivers_.back().name);
    }
    if (makes) return Line("return " + Construct(shape->number, 1).text);
    // Half of the time what the operator means for numbers, brought back to the contract.
    bool plain = !number.empty() && operand.kind == Kind::kInt && function.result.kind == Kind::kInt &&
                 function.result.lo < function.result.hi;
    if (plain && random_.Percent(60)) {
      std::string symbol = op.precedence == kSum ? op.symbol : "-";
      Expr sum{number.text + " " + symbol + " other", kSum, BigType(80), true};
      return Line("return " + Fit(sum, function.result).text);
    }
    Line("return " + Make(function.result, 2).text);
  });
  std::string symbol = std::string(" ") + op.symbol + " ";
  Member member = Asked(form == 1   ? "#" + symbol + "$"
                        : form == 2 ? "$" + symbol.substr(0, symbol.size() - 1) + "= #"
                                    : "$" + symbol + "#",
                        function.result, function);
  member.has_operand = true;
  member.operand = operand;
  member.precedence = op.precedence;
  bool power = op.precedence == kPower;
  int left = power ? kPrimary : op.precedence;
  int right = power ? kUnary : op.precedence + 1;
  member.left = form == 1 ? right : left;
  member.right = form == 1 ? left : form == 2 ? kConditional : right;
  member.statement = form == 2;
  member.self_result = form == 2;
  member.mutates = member.mutates || form == 2;
  member.fresh = makes;
  shape->members.push_back(member);
}

void ProgramBuilder::WriteUnary(ClassShape* shape) {
  struct Unary {
    const char* name;
    const char* text;
  };
  Unary unary = random_.Pick({Unary{"neg", "-$"}, Unary{"pos", "+$"}, Unary{"invert", "~$"}, Unary{"abs", "abs($)"}});
  if (!Claim(shape, unary.name)) return;
  Function function;
  bool makes = random_.Percent(35) && CanAfford(shape->cost);
  function.result = makes ? shape->Type() : RandomScalarType();
  InMethod(shape, std::string("def __") + unary.name + "__($):", &function, true, [&] {
    if (random_.Percent(25)) Line(std::string("print('") + unary.name + "')");
    Line("return " + (makes ? Construct(shape->number, 1).text : Make(function.result, 2).text));
  });
  Member member = Asked(unary.text, function.result, function);
  bool call = unary.text[0] == 'a';
  member.precedence = call ? kPrimary : kUnary;
  member.left = call ? kConditional : kUnary;
  member.fresh = makes;
  shape->members.push_back(member);
}

void ProgramBuilder::WriteConversion(ClassShape* shape) {
  struct Conversion {
    const char* name;
    const char* parameters;
    std::vector<const char*> uses;
    ValueType result;
    ValueType use_result;
  };
  const std::vector<Conversion> conversions = {
      {"int", "", {"int($)"}, IntType(-100, 1000), IntType(-100, 1000)},
      {"float", "", {"float($)"}, FloatType(3, false), FloatType(3, false)},
      {"index", "", {"(3, 1, 4, 1, 5)[$]", "range(5)[$]", "[9, 8, 7, 6, 5][$]"}, IntType(0, 4), IntType(0, 9)},
      {"index", "", {"hex($)", "bin($)", "'abcde'[$:]"}, IntType(0, 4), StrType(0, 40)},
      {"bool", "", {"bool($)", "not $"}, BoolType(), BoolType()},
      {"len", "", {"len($)"}, IntType(0, 9), IntType(0, 9)},
      {"round", ", ndigits=None", {"round($)", "round($, 2)"}, IntType(0, 9), IntType(0, 9)},
      {"trunc", "", {"$.__trunc__()"}, IntType(0, 9), IntType(0, 9)},
      {"complex", "", {"abs(complex($))"}, FloatType(2, false), FloatType(2, false)},
      {"bytes", "", {"bytes($)"}, BytesType(0, 9), BytesType(0, 9)},
      {"hash", "", {"hash($)"}, IntType(0, 1000), IntType(0, 1000)},
      {"divmod", ", other", {"divmod($, 3)", "divmod($, 'q')"}, AnyType(), AnyType()},
      {"pow", ", other, mod=None", {"pow($, 2, 5)", "$ ** 2", "pow($, 3)"}, IntType(0, 99), IntType(0, 99)},
      {"length_hint", "", {"$.__length_hint__()"}, IntType(0, 9), IntType(0, 9)},
      {"sizeof", "", {"$.__sizeof__()"}, IntType(0, 99), IntType(0, 99)},
  };
  const Conversion& chosen = random_.Pick(conversions);
  bool comparable = (shape->traits & (kHashableTrait | kOrderedTrait)) != 0;
  if (std::string(chosen.name) == "hash" && comparable) return;
  if (!Claim(shape, chosen.name)) return;
  Function function;
  function.result = chosen.result;
  InMethod(shape, std::string("def __") + chosen.name + "__($" + chosen.parameters + "):", &function, true, [&] {
    if (random_.Percent(20)) Line(std::string("print('to ") + chosen.name + "')");
    // True is an int, but no index: CPython warns.
    bool exact = chosen.result.kind == Kind::kInt;
    std::string value = exact ? Sub(chosen.result, 2, kSum) + " + 0" : Make(chosen.result, 2).text;
    Line("return " + (std::string(chosen.name) == "complex" ? "complex(" + value + ", 1)" : value));
  });
  Member member = Asked(random_.Pick(chosen.uses), chosen.use_result, function);
  if (std::string(chosen.name) == "complex") {
    // Its absolute value is no more than a float's contract allows.
    member.result = FloatType(3, false);
  }
  if (member.text[0] == 'n') {
    member.precedence = kNot;
    member.left = kNot;
  } else if (member.text == "$ ** 2") {
    member.precedence = kPower;
  } else if (member.text[0] != '$') {
    member.left = kConditional;
  }
  shape->members.push_back(member);
}

// Equality with its hash, and order: the traits promised them.
void ProgramBuilder::WriteComparison(ClassShape* shape) {
  std::string self = SelfName();
  std::vector<std::string> mine;
  std::vector<std::string> theirs;
  for (const Member& member : shape->members) {
    if (!member.field || IsMutable(member.result) || !IsHashable(member.result)) continue;
    if ((shape->traits & kOrderedTrait) != 0 && !IsOrdered(member.result)) continue;
    const std::string& text = member.inside.empty() ? member.text : member.inside;
    mine.push_back(self + text.substr(1));
    theirs.push_back("other" + text.substr(1));
  }
  if (mine.empty()) {
    mine = {"1"};
    theirs = {"1"};
  }
  if (mine.size() > 1 && random_.Percent(40)) {
    mine.pop_back();
    theirs.pop_back();
  }
  auto tuple = [](const std::vector<std::string>& items) {
    return items.size() == 1 ? items[0] : "(" + Join(items, ", ") + ")";
  };
  auto write = [&](const std::string& name, const std::string& symbol) {
    Line("def __" + name + "__(" + self + ", other):");
    ++indent_;
    if (random_.Percent(20)) Line("print('" + name + "')");
    Block(random_.Percent(70) ? "if not isinstance(other, " + shape->name + "):"
                              : "if type(other) is not " + shape->name + ":",
          [&] { Line("return " + std::string(name == "eq" && random_.Percent(40) ? "False" : "NotImplemented")); });
    Line("return " + tuple(mine) + " " + symbol + " " + tuple(theirs));
    --indent_;
  };
  Function cheap;
  cheap.cost = 3;
  auto offer = [&](const std::string& symbol) {
    Member member = Asked("$ " + symbol + " #", BoolType(), cheap);
    member.has_operand = true;
    member.operand = shape->Type();
    member.precedence = kCompare;
    member.left = kBitOr;
    member.right = kBitOr;
    shape->members.push_back(member);
  };
  if ((shape->traits & kHashableTrait) != 0) {
    write("eq", "==");
    Line("def __hash__(" + self + "):");
    ++indent_;
    Line("return hash(" + tuple(mine) + ")");
    --indent_;
    offer(random_.Pick({"==", "!="}));
    Claim(shape, "hash");
  }
  if ((shape->traits & kOrderedTrait) != 0) {
    write("lt", "<");
    write("le", "<=");
    // The other two are found by reflection, unless they are there.
    if (random_.Percent(50)) write("gt", ">");
    if (random_.Percent(50)) write("ge", ">=");
    offer(random_.Pick({"<", "<=", ">", ">="}));
  }
}

void ProgramBuilder::WriteContainer(ClassShape* shape) {
  Expr held = PickField(*shape, [](const ValueType& type) { return type.kind == Kind::kList && type.lo == 0; });
  Expr dict = PickField(*shape, [](const ValueType& type) { return type.kind == Kind::kDict && type.keys.empty(); });
  Function function;
  switch (random_.Below(5)) {
    case 0: {
      if (!Claim(shape, "getitem")) return;
      function.parameters = {Parameter{"index", IntType(0, 9), ParameterKind::kPlain, false}};
      function.result = held.empty() ? RandomScalarType() : held.type.args[0];
      bool bounded = random_.Percent(40);
      InMethod(shape, "def __getitem__($, index):", &function, true, [&] {
        if (random_.Percent(30)) Line("print('getitem', index)");
        Block("if isinstance(index, slice):", [&] { Line("return (index.start, index.stop, index.step)"); });
        if (bounded) {
          Block("if index > 9:", [&] { Line("raise IndexError(index)"); });
        }
        if (held.empty()) return Line("return " + Make(function.result, 2).text);
        Block("if not " + held.text + ":", [&] { Line("return " + MakeLiteral(function.result).text); });
        Line("return " + held.text + "[index % len(" + held.text + ")]");
      });
      Member member = Asked("$[#]", function.result, function);
      member.has_operand = true;
      member.operand = function.parameters[0].type;
      Member slice = Asked(random_.Pick({"$[1:2]", "$[:]", "$[::-1]", "$[5:]"}), AnyType(), function);
      // Ten items, found by the old protocol: there is no __iter__ unless another method wrote one.
      if (bounded && std::find(shape->special.begin(), shape->special.end(), "iter") == shape->special.end()) {
        Claim(shape, "iter");
        shape->iterable = true;
        shape->element = function.result;
        shape->count = 10;
        shape->cost += function.cost;
      }
      if (!held.empty() && Claim(shape, "setitem")) {
        Function setter;
        setter.parameters = function.parameters;
        setter.parameters.push_back(Parameter{"new", function.result, ParameterKind::kPlain, false});
        InMethod(shape, "def __setitem__($, index, new):", &setter, true, [&] {
          if (random_.Percent(30)) Line("print('setitem', index, new)");
          Block("if " + held.text + ":", [&] { Line(held.text + "[index % len(" + held.text + ")] = new"); });
          mutates_ = true;
        });
        member.settable = true;
      }
      shape->members.push_back(member);
      shape->members.push_back(slice);
      return;
    }
    case 1: {
      if (dict.empty() || !Claim(shape, "getitem")) return;
      function.parameters = {Parameter{"index", dict.type.args[0], ParameterKind::kPlain, false}};
      function.result = dict.type.args[1];
      InMethod(shape, "def __getitem__($, index):", &function, true, [&] {
        Block("try:", [&] { Line("return " + dict.text + "[index]"); });
        Block("except KeyError:", [&] { Line("return " + MakeLiteral(function.result).text); });
      });
      Member member = Asked("$[#]", function.result, function);
      member.has_operand = true;
      member.operand = dict.type.args[0];
      shape->members.push_back(member);
      if (!Claim(shape, "delitem")) return;
      Function eraser;
      InMethod(shape, "def __delitem__($, index):", &eraser, true, [&] {
        Line("print('del', index, " + dict.text + ".pop(index, None))");
        mutates_ = true;
      });
      Member erase = Asked("del $[#]", NoneType(), eraser);
      erase.has_operand = true;
      erase.operand = dict.type.args[0];
      erase.statement = true;
      shape->members.push_back(erase);
      return;
    }
    case 2: {
      if (!Claim(shape, "contains")) return;
      ValueType operand = held.empty() ? RandomScalarType() : held.type.args[0];
      function.parameters = {Parameter{"thing", operand, ParameterKind::kPlain, false}};
      function.result = BoolType();
      InMethod(shape, "def __contains__($, thing):", &function, true, [&] {
        if (random_.Percent(30)) Line("print('contains', thing)");
        Line("return " + (held.empty() || IsMutable(operand)
                              ? Make(random_.Percent(70) ? BoolType() : RandomScalarType(), 2).text
                              : "thing in " + held.text));
      });
      Member member = Asked(random_.Pick({"# in $", "# not in $"}), BoolType(), function);
      member.has_operand = true;
      member.operand = operand;
      member.precedence = kCompare;
      member.left = kBitOr;
      member.right = kBitOr;
      shape->members.push_back(member);
      return;
    }
    case 3: {
      if (!Claim(shape, "len")) return;
      InMethod(shape, "def __len__($):", &function, true,
               [&] { Line("return " + (held.empty() ? Make(IntType(0, 9), 2).text : "len(" + held.text + ")")); });
      Member member = Asked("len($)", IntType(0, 1000), function);
      member.left = kConditional;
      shape->members.push_back(member);
      return;
    }
    default: {
      if (!Claim(shape, "reversed")) return;
      ValueType element = held.empty() ? RandomIntType() : held.type.args[0];
      InMethod(shape, "def __reversed__($):", &function, true, [&] {
        Line("return iter(" + (held.empty() ? Make(ListType(element, 0, 30), 1).text : held.text + "[::-1]") + ")");
      });
      Member member = Asked("list(reversed($))", ListType(element, 0, 1000), function);
      member.left = kConditional;
      member.fresh = true;
      shape->members.push_back(member);
      return;
    }
  }
}

void ProgramBuilder::WriteIteration(ClassShape* shape) {
  if (shape->iterable || !Claim(shape, "iter")) return;
  Function function;
  Expr held = PickField(*shape, [](const ValueType& type) { return type.kind == Kind::kList && type.lo == 0; });
  ValueType element = held.empty() ? RandomScalarType() : held.type.args[0];
  int64_t count = random_.Between(1, 4);
  bool yields = Has(Feature::kGenerators) && random_.Percent(60);
  if (yields) {
    InMethod(shape, "def __iter__($):", &function, true, [&] {
      scopes_.back().suspends = true;
      if (random_.Percent(30)) Line("print('iter')");
      if (!held.empty() && random_.Percent(50)) {
        Line("yield from " + held.text + "[:9]");
        count = 9;
        return;
      }
      for (int64_t i = 0; i < count; ++i) Line("yield " + Make(element, 2).text);
    });
  } else if (random_.Percent(50)) {
    InMethod(shape, "def __iter__($):", &function, true, [&] {
      if (!held.empty()) return Line("return iter(" + held.text + "[:9])");
      Line("return iter([" + Displayed(element, count, 1) + "])");
    });
    count = 9;
  } else {
    // The position stands in an iterator of its own: two loops over one instance must not share it.
    Write(
        "class Walk:\n"
        "    def __init__(self):\n"
        "        self.position = 0\n"
        "    def __iter__(self):\n"
        "        return self\n");
    ++indent_;
    InFunction("def __next__(walker):", &function, [&] {
      Block("if walker.position >= " + std::to_string(count) + ":", [&] { Line("raise StopIteration"); });
      Line("walker.position += 1");
      Line("return " + Make(element, 2).text);
    });
    --indent_;
    std::string self = SelfName();
    Line("def __iter__(" + self + "):");
    ++indent_;
    Line("return " + shape->name + ".Walk()");
    --indent_;
  }
  shape->iterable = true;
  shape->element = element;
  shape->count = count;
  Member member = Asked(random_.Pick({"list($)", "[*$]", "[*($)]"}), ListType(element, 0, 1000), function);
  member.cost *= static_cast<double>(count);
  member.left = kConditional;
  member.fresh = true;
  if (member.text[1] == '*') member.left = kBitOr;
  shape->members.push_back(member);
}

void ProgramBuilder::WriteCall(ClassShape* shape) {
  if (!Claim(shape, "call")) return;
  Function function;
  function.parameters = RandomParameters();
  function.result = RandomScalarType();
  std::string parameters = ParameterList(function.parameters);
  if (!parameters.empty()) parameters = ", " + parameters;
  InMethod(shape, "def __call__($" + parameters + "):", &function, true,
           [&] { FunctionBody(function.result, static_cast<int>(random_.Between(0, 1))); });
  Member member = Asked("$", function.result, function);
  member.call = true;
  member.parameters = function.parameters;
  shape->members.push_back(member);
}

void ProgramBuilder::WriteAttributeHooks(ClassShape* shape) {
  Function function;
  switch (random_.Below(5)) {
    case 0:
    case 1: {
      if (!Claim(shape, "getattr")) return;
      function.result = StrType(0, 40);
      InMethod(shape, "def __getattr__($, attr):", &function, false, [&] {
        Block("if attr.startswith('_'):",
              [&] { Line(random_.Pick({"raise AttributeError(attr)", "raise AttributeError(f'no {attr!r} here')"})); });
        if (random_.Percent(30)) Line("print('getattr', attr)");
        Line("return " + random_.Pick<std::string>({"'<' + attr + '>'", "attr.upper()", Make(StrType(0, 40), 1).text}));
      });
      Member member = Asked(random_.Pick({"$.ghost", "$.phantom", "getattr($, 'spectre')"}), StrType(0, 40), function);
      if (member.text[0] == 'g') member.left = kConditional;
      shape->members.push_back(member);
      return;
    }
    case 2: {
      if (!Claim(shape, "setattr")) return;
      InMethod(shape, "def __setattr__($, attr, new):", &function, false, [&] {
        if (random_.Percent(40)) Line("print('setattr', attr)");
        Line(random_.Pick<std::string>(
            {"super().__setattr__(attr, new)", "object.__setattr__(" + receivers_.back().name + ", attr, new)"}));
      });
      return;
    }
    case 3: {
      if (!Claim(shape, "getattribute")) return;
      InMethod(shape, "def __getattribute__($, attr):", &function, false, [&] {
        Block("if attr == 'watched_one':", [&] { Line("return " + MakeLiteral(IntType(0, 9)).text); });
        Line(random_.Pick<std::string>({"return super().__getattribute__(attr)",
                                        "return object.__getattribute__(" + receivers_.back().name + ", attr)"}));
      });
      shape->members.push_back(Asked("$.watched_one", IntType(0, 9), function));
      return;
    }
    default: {
      if (!Claim(shape, "dir")) return;
      InMethod(shape, "def __dir__($):", &function, false, [&] { Line("return ['b', 'a', " + StrText(1, 3) + "]"); });
      Member member = Asked("dir($)", ListType(StrType(0, 12), 3, 3), function);
      member.left = kConditional;
      member.fresh = true;
      shape->members.push_back(member);
      return;
    }
  }
}

void ProgramBuilder::WriteManager(ClassShape* shape) {
  if (!Has(Feature::kWith) || !Claim(shape, "enter")) return;
  Function function;
  InMethod(shape, "def __enter__($):", &function, true, [&] {
    if (random_.Percent(60)) Line("print('enter', type(" + receivers_.back().name + ").__name__)");
    if (random_.Percent(30)) Statement();
    Line("return " + receivers_.back().name);
  });
  Function leave;
  InMethod(shape, "def __exit__($, kind_of, err, trace):", &leave, true, [&] {
    Line(random_.Pick(
        {"print('exit', kind_of is None)", "print('exit', kind_of and kind_of.__name__)", "print('exit', repr(err))"}));
    if (random_.Percent(30)) Statement();
    if (random_.Percent(40)) Line(random_.Pick({"return False", "return None", "return 0"}));
  });
  shape->manager = true;
}

void ProgramBuilder::WriteFormat(ClassShape* shape) {
  if (!Claim(shape, "format")) return;
  Function function;
  function.parameters = {Parameter{"spec", StrType(0, 20), ParameterKind::kPlain, false}};
  function.result = StrType(0, 40);
  InMethod(shape, "def __format__($, spec):", &function, true, [&] {
    if (random_.Percent(50)) return Line("return '" + shape->name + "|' + spec");
    Line("return " + Make(StrType(0, 40), 2).text);
  });
  Member member = Asked(random_.Pick({"f'{$}'", "f'{$:>8}'", "format($, 'abc')", "'{:x}'.format($)", "f'{$!s:.9}'"}),
                        StrType(0, 100), function);
  member.left = member.text[0] == 'f' && member.text[1] == '\'' ? kOr : kConditional;
  shape->members.push_back(member);
}

}  // namespace garter::fuzz
