// Truth: comparisons (chained too), membership, identity where it is no
// accident of an implementation, predicates, and the boolean operators.
#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char* Comparison(Random& random) { return random.Pick({" < ", " <= ", " > ", " >= ", " == ", " != "}); }

}  // namespace

Expr ProgramBuilder::MakeBool(int depth) {
  if (depth <= 0) {
    Expr variable = VariableWhere([](const Variable& candidate) { return candidate.type.kind == Kind::kBool; });
    if (!variable.empty() && random_.Percent(50)) return variable;
    Expr number = VariableWhere([](const Variable& candidate) { return candidate.type.kind == Kind::kInt; });
    if (number.empty()) return MakeLiteral(BoolType());
    return Expr{Cat({number.text, Comparison(random_), IntText(-20, 20)}), kCompare, BoolType(), true};
  }
  Expr out{"", kPrimary, BoolType(), true};
  switch (random_.Weighted({34, 16, 24, 9, 12, 5})) {
    case 0:
      return MakeComparison(depth);
    case 1:
      return MakeMembership(depth);
    case 2:
      return MakePredicate(depth);
    case 3:
      out.text = "not " + Sub(BoolType(), depth - 1, kNot);
      out.precedence = kNot;
      return out;
    case 4: {
      bool conjunction = random_.Percent(50);
      int precedence = conjunction ? kAnd : kOr;
      out.text = Sub(BoolType(), depth - 1, precedence + 1);
      int64_t more = random_.Between(1, 2);
      for (int64_t i = 0; i < more; ++i) {
        out.text += conjunction ? " and " : " or ";
        out.text += Sub(BoolType(), depth - 1, precedence + 1);
      }
      out.precedence = precedence;
      return out;
    }
    default: {
      Kind kind =
          random_.Pick({Kind::kInt, Kind::kStr, Kind::kList, Kind::kFloat, Kind::kAny, Kind::kDict, Kind::kSet});
      out.text = "bool(" + MakeOf(kind, depth - 1).text + ")";
      return out;
    }
  }
}

Expr ProgramBuilder::MakeComparison(int depth) {
  Expr out{"", kCompare, BoolType(), true};
  switch (random_.Weighted({40, 22, 12, 14, 8})) {
    case 0: {
      ValueType type = random_.Percent(60) ? RandomIntType() : RandomOrderedType();
      out.text = Cat({Sub(type, depth - 1, kBitOr), Comparison(random_), Sub(type, depth - 1, kBitOr)});
      return out;
    }
    case 1: {
      ValueType type = random_.Percent(70) ? RandomIntType() : RandomOrderedType();
      out.text = Sub(type, depth - 1, kBitOr);
      int64_t links = random_.Between(2, 3);
      for (int64_t i = 0; i < links; ++i) {
        out.text += Comparison(random_);
        out.text += Sub(type, depth - 1, kBitOr);
      }
      return out;
    }
    case 2: {
      Kind kind = random_.Pick({Kind::kList, Kind::kTuple, Kind::kDict, Kind::kSet, Kind::kFloat, Kind::kBytes});
      Expr left = MakeOf(kind, depth - 1);
      Expr right = MakeOf(kind, depth - 1);
      out.text = Wrap(left, kBitOr) + random_.Pick({" == ", " != "}) + Wrap(right, kBitOr);
      return out;
    }
    case 3: {
      Expr left = MakeOf(random_.Pick({Kind::kInt, Kind::kStr, Kind::kBool, Kind::kAny}), depth - 1);
      Expr right = MakeOf(random_.Pick({Kind::kFloat, Kind::kBool, Kind::kAny, Kind::kBig}), depth - 1);
      out.text = Wrap(left, kBitOr) + random_.Pick({" == ", " != "}) + Wrap(right, kBitOr);
      return out;
    }
    default: {
      Expr left = MakeOf(Kind::kSet, depth - 1);
      Expr right = MakeOf(Kind::kSet, depth - 1);
      out.text = Wrap(left, kBitOr) + Comparison(random_) + Wrap(right, kBitOr);
      return out;
    }
  }
}

Expr ProgramBuilder::MakeMembership(int depth) {
  Expr out{"", kCompare, BoolType(), true};
  std::string in = random_.Percent(70) ? " in " : " not in ";
  switch (random_.Below(5)) {
    case 0:
      out.text = Cat({Sub(StrType(0, 2), 0, kBitOr), in, Sub(StrType(0, 40), depth - 1, kBitOr)});
      return out;
    case 1: {
      Expr container = MakeOf(random_.Pick({Kind::kDict, Kind::kSet}), depth - 1);
      out.text = Cat({Sub(container.type.args[0], depth - 1, kBitOr), in, Wrap(container, kBitOr)});
      return out;
    }
    case 2: {
      ValueType type = RandomScalarType();
      out.text = Cat(
          {Sub(type, depth - 1, kBitOr), in, "(", Sub(type, 0, kConditional), ", ", Sub(type, 0, kConditional), ")"});
      return out;
    }
    case 3:
      out.text = Cat({Sub(IntType(-20, 20), depth - 1, kBitOr), in, Sub(RangeType(), depth - 1, kBitOr)});
      return out;
    default: {
      Expr container = MakeOf(Kind::kList, depth - 1);
      if (IsMutable(container.type.args[0])) return {};
      out.text = Cat({Sub(container.type.args[0], depth - 1, kBitOr), in, Wrap(container, kBitOr)});
      return out;
    }
  }
}

Expr ProgramBuilder::MakePredicate(int depth) {
  Expr out{"", kPrimary, BoolType(), true};
  switch (random_.Below(10)) {
    case 0: {
      Expr text = MakeOf(Kind::kStr, depth - 1);
      out.text = AsPrimary(text) + "." +
                 random_.Pick({"isalpha", "isdigit", "isupper", "islower", "isspace", "isalnum", "istitle",
                               "isidentifier", "isascii", "isnumeric", "isdecimal", "isprintable"}) +
                 "()";
      return out;
    }
    case 1: {
      Expr text = MakeOf(Kind::kStr, depth - 1);
      std::string affix = random_.Percent(30) ? "(" + StrText(0, 2) + ", 'a')" : StrText(0, 2);
      out.text = AsPrimary(text) + random_.Pick({".startswith(", ".endswith("}) + affix + ")";
      return out;
    }
    case 2: {
      Expr value =
          MakeOf(random_.Pick({Kind::kInt, Kind::kStr, Kind::kBool, Kind::kList, Kind::kAny, Kind::kFloat}), depth - 1);
      std::string other =
          random_.Pick({"int", "str", "(int, str)", "float", "list", "bool", "object", "(list, tuple)"});
      out.text = "isinstance(" + value.text + ", " + other + ")";
      return out;
    }
    case 3: {
      Expr value = MakeOf(random_.Pick({Kind::kAny, Kind::kList, Kind::kInt}), 0);
      if (value.fresh) return {};
      out.text = Wrap(value, kBitOr) + random_.Pick({" is None", " is not None"});
      out.precedence = kCompare;
      return out;
    }
    case 4: {
      Expr left = VariableWhere([](const Variable& variable) { return variable.type.kind == Kind::kList; });
      Expr right = VariableWhere([](const Variable& variable) { return variable.type.kind == Kind::kList; });
      if (left.empty()) return {};
      out.text = left.text + random_.Pick({" is ", " is not "}) + right.text;
      out.precedence = kCompare;
      return out;
    }
    case 5:
    case 6: {
      std::string name = random_.Percent(50) ? "any" : "all";
      out.text = name + "(" + Comprehension([&] { return Sub(BoolType(), depth - 1, kConditional); }, depth - 1) + ")";
      return out;
    }
    case 7: {
      Expr left = MakeOf(Kind::kSet, depth - 1);
      std::string method = random_.Pick({"isdisjoint", "issubset", "issuperset"});
      Expr right = MakeOf(random_.Pick({Kind::kSet, Kind::kSet, Kind::kRange}), depth - 1);
      out.text = AsPrimary(left) + "." + method + "(" + right.text + ")";
      return out;
    }
    case 8: {
      Expr value = MakeOf(random_.Pick({Kind::kInt, Kind::kStr, Kind::kAny}), depth - 1);
      out.text = "type(" + value.text + ") is " + random_.Pick({"int", "str", "bool", "tuple"});
      out.precedence = kCompare;
      return out;
    }
    default:
      out.text = Cat({"callable(", random_.Pick({"len", "print", "5", "'f'", "int", "None"}), ")"});
      return out;
  }
}

}  // namespace garter::fuzz
