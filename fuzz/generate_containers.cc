// Lists, tuples, dicts, sets, ranges and iterators: displays with stars,
// comprehensions of all four kinds, lazy builtins, methods that return a new
// container. Methods that change one are statements (generate_statements.cc).
#include <algorithm>

#include "fuzz/program_builder.h"

namespace garter::fuzz {

// CPython folds a set display of three or more constants into a frozenset, and makes it anew when one of its texts had
// been interned before by whatever ran in the process: the order then depends on the process, not on the program.
int64_t MostInSetDisplay(const ValueType& element, int64_t most) {
  if (element.kind == Kind::kStr) return 2;
  for (const ValueType& part : element.args) most = MostInSetDisplay(part, most);
  return most;
}

std::string ProgramBuilder::Displayed(const ValueType& element, int64_t count, int depth) {
  std::vector<std::string> pieces;
  for (int64_t i = 0; i < count; ++i) {
    if (depth > 0 && random_.Percent(10)) {
      Iterable more = IterableOf(element, depth - 1);
      if (more.text[0] != '*')
        pieces.push_back("*" + (more.text.find(' ') == std::string::npos ? more.text : "(" + more.text + ")"));
    }
    pieces.push_back(Sub(element, depth - 1, kConditional));
  }
  return Join(pieces, ", ");
}

std::string ProgramBuilder::SliceText(int depth) {
  auto bound = [&]() -> std::string {
    if (random_.Percent(35)) return "";
    if (random_.Percent(75)) return std::to_string(random_.Between(-6, 6));
    return Sub(IntType(-9, 9), depth - 1, kConditional);
  };
  std::string start = bound();
  std::string stop = bound();
  if (random_.Percent(60)) return start + ":" + stop;
  return start + ":" + stop + ":" + random_.Pick({"2", "-1", "1", "-2", "3", ""});
}

// A key for sorted(), min() or max(). It must not look at shared containers:
// CPython empties a list while it sorts it.
std::string ProgramBuilder::KeyFunction(const ValueType& element) {
  std::string name = TemporaryName();
  PushScope(Scope::Kind::kLambda);
  Declare(name, element);
  std::string body = name;
  switch (element.kind) {
    case Kind::kInt:
    case Kind::kBool:
    case Kind::kBig:
      body = random_.Pick(
          {"-" + name, name + " % 5", "(" + name + " % 3, " + name + ")", "abs(" + name + ")", "str(" + name + ")"});
      break;
    case Kind::kFloat:
      body = random_.Pick({"-" + name, "abs(" + name + ")", "str(" + name + ")"});
      break;
    case Kind::kStr:
      body =
          random_.Pick({"len(" + name + ")", name + ".lower()", "(len(" + name + "), " + name + ")", name + "[::-1]"});
      break;
    case Kind::kTuple:
      body = element.args.size() > 1
                 ? random_.Pick({name + "[1]", "(" + name + "[1], " + name + "[0])", "str(" + name + ")"})
                 : name + "[0]";
      if (!IsOrdered(element)) body = "str(" + name + ")";
      break;
    default:
      body = "str(" + name + ")";
  }
  PopScope();
  if (body == "str(" + name + ")" && random_.Percent(60)) return "repr";
  if (body == "abs(" + name + ")" && random_.Percent(60)) return "abs";
  if (body == "len(" + name + ")" && random_.Percent(60)) return "len";
  return "lambda " + name + ": " + body;
}

std::string ProgramBuilder::Comprehension(const std::function<std::string()>& element, int depth) {
  double outer_weight = weight_;
  bool outer_flag = in_comprehension_;
  bool outer_walrus = no_walrus_;
  int64_t clauses = random_.Percent(22) && depth > 1 ? 2 : 1;
  std::string tail;
  int scopes = 0;
  for (int64_t i = 0; i < clauses; ++i) {
    no_walrus_ = true;
    Iterable iterable = MakeIterable(i == 0 ? depth - 1 : 0);
    no_walrus_ = outer_walrus;
    // A generator that is stored may run after its source has changed.
    if (lazy_ && iterable.aliased) iterable.text = "list(" + iterable.text + ")";
    bool pair = iterable.element.kind == Kind::kTuple && iterable.element.args.size() == 2 && random_.Percent(75);
    // A second clause must not hide a name that its own iterable reads.
    std::string first = i == 0 ? ComprehensionName() : FreshName();
    PushScope(Scope::Kind::kComprehension);
    ++scopes;
    in_comprehension_ = true;
    Declare(first, pair ? iterable.element.args[0] : iterable.element);
    std::string target = first;
    if (pair) {
      std::string second = FreshName();
      Declare(second, iterable.element.args[1]);
      target = first + ", " + second;
    }
    weight_ *= static_cast<double>(std::max<int64_t>(1, std::min<int64_t>(iterable.count, 10)));
    tail += " for " + target + " in " + iterable.text;
    if (random_.Percent(30)) tail += " if " + Sub(BoolType(), std::min(depth, 2) - 1, kOr);
  }
  std::string head = element();
  for (int i = 0; i < scopes; ++i) PopScope();
  in_comprehension_ = outer_flag;
  weight_ = outer_weight;
  return head + tail;
}

std::string ProgramBuilder::ComprehensionOf(const ValueType& element, int depth) {
  return Comprehension([&] { return Sub(element, depth, kConditional); }, depth);
}

Iterable ProgramBuilder::IterableOf(const ValueType& element, int depth) {
  Expr variable = VariableWhere([&](const Variable& candidate) {
    Kind kind = candidate.type.kind;
    bool holder = kind == Kind::kList || kind == Kind::kSet || kind == Kind::kFrozenSet || kind == Kind::kDict;
    return holder && Fits(candidate.type.args[0], element, false);
  });
  if (!variable.empty() && random_.Percent(50)) return {variable.text, element, 12, true};
  if (depth > 0) {
    switch (random_.Below(6)) {
      case 0:
        if (element.kind == Kind::kInt && element.lo <= -20 && element.hi >= 20) {
          return {Sub(RangeType(), depth - 1, kOr), element, 10, false};
        }
        break;
      case 1:
      case 2:
        return {"(" + ComprehensionOf(element, depth - 1) + ")", element, 12, false};
      case 3: {
        std::string name = TemporaryName();
        Iterable source = MakeIterable(depth - 1);
        PushScope(Scope::Kind::kLambda);
        Declare(name, source.element);
        double outer = weight_;
        weight_ *= 8;
        std::string body = Sub(element, depth - 1, kConditional);
        weight_ = outer;
        PopScope();
        return {"map(lambda " + name + ": " + body + ", " + source.text + ")", element, source.count, false};
      }
      case 4:
        if (IsHashable(element)) {
          return {"{" + Displayed(element, random_.Between(1, MostInSetDisplay(element, 4)), depth - 1) + "}", element,
                  5, false};
        }
        break;
      default:
        break;
    }
  }
  int64_t count = random_.Between(1, 4);
  bool tuple = random_.Percent(30);
  std::string inner = Displayed(element, count, depth);
  return {tuple ? "(" + inner + ",)" : "[" + inner + "]", element, count, false};
}

Iterable ProgramBuilder::MakeIterable(int depth) {
  Charge(1);
  for (int attempt = 0; attempt < 4; ++attempt) {
    switch (random_.Weighted({24, 18, 8, 9, 8, 7, 7, 5, 4, 4, 3, 3})) {
      case 0: {
        int64_t count = random_.Between(1, 6);
        if (random_.Percent(55)) return {"range(" + std::to_string(count) + ")", IntType(0, count - 1), count, false};
        if (random_.Percent(50)) {
          int64_t start = random_.Between(-5, 5);
          int64_t step = random_.Pick({1, 2, 3, -1, -2});
          int64_t stop = start + step * count - (step > 0 ? 0 : -1);
          std::string text = "range(" + std::to_string(start) + ", " + std::to_string(stop);
          text += step == 1 ? ")" : ", " + std::to_string(step) + ")";
          return {text, IntType(-40, 40), count, false};
        }
        return {"range(" + Sub(IntType(0, 6), depth - 1, kConditional) + ")", IntType(0, 5), 6, false};
      }
      case 1: {
        Expr list = MakeOf(Kind::kList, depth - 1);
        return {Wrap(list, kOr), list.type.args[0], std::min<int64_t>(list.type.hi, 12), !list.fresh};
      }
      case 2: {
        Expr text = MakeOf(Kind::kStr, depth - 1);
        return {Wrap(text, kOr), StrType(1, 1), 10, false};
      }
      case 3: {
        Expr dict = MakeOf(Kind::kDict, depth - 1);
        std::string base = AsPrimary(dict);
        switch (random_.Below(4)) {
          case 0:
            return {base, dict.type.args[0], 5, true};
          case 1:
            return {base + ".values()", dict.type.args[1], 5, true};
          default:
            return {base + ".items()", TupleType({dict.type.args[0], dict.type.args[1]}), 5, true};
        }
      }
      case 4: {
        Expr list = MakeOf(Kind::kList, depth - 1);
        std::string start = random_.Percent(30) ? ", " + std::to_string(random_.Between(-3, 10)) : "";
        return {"enumerate(" + list.text + start + ")", TupleType({IntType(-3, 60), list.type.args[0]}), 8,
                !list.fresh};
      }
      case 5: {
        Expr left = MakeOf(Kind::kList, depth - 1);
        Expr right = MakeOf(random_.Pick({Kind::kList, Kind::kStr}), depth - 1);
        ValueType second = right.type.kind == Kind::kStr ? StrType(1, 1) : right.type.args[0];
        return {"zip(" + left.text + ", " + right.text + ")", TupleType({left.type.args[0], second}), 8, true};
      }
      case 6: {
        ValueType element = RandomOrderedType();
        Iterable source = IterableOf(element, depth - 1);
        std::string key = random_.Percent(35) ? ", key=" + KeyFunction(element) : "";
        std::string reverse = random_.Percent(25) ? ", reverse=True" : "";
        return {"sorted(" + source.text + key + reverse + ")", element, source.count, false};
      }
      case 7: {
        Expr list = MakeOf(Kind::kList, depth - 1);
        return {"reversed(" + list.text + ")", list.type.args[0], 10, !list.fresh};
      }
      case 8: {
        Expr set = MakeOf(Kind::kSet, depth - 1);
        return {Wrap(set, kOr), set.type.args[0], 8, true};
      }
      case 9: {
        ValueType element = RandomScalarType();
        Iterable source = IterableOf(element, depth - 1);
        std::string test;
        if (random_.Percent(30)) {
          test = "None";
        } else {
          std::string name = TemporaryName();
          PushScope(Scope::Kind::kLambda);
          Declare(name, element);
          double outer = weight_;
          weight_ *= 8;
          test = "lambda " + name + ": " + Sub(BoolType(), depth - 1, kConditional);
          weight_ = outer;
          PopScope();
        }
        return {"filter(" + test + ", " + source.text + ")", element, source.count, source.aliased};
      }
      case 10: {
        Expr bytes = MakeOf(Kind::kBytes, depth - 1);
        return {Wrap(bytes, kOr), IntType(0, 255), 8, false};
      }
      default: {
        ValueType element = RandomScalarType();
        return IterableOf(element, depth);
      }
    }
  }
  return {"range(3)", IntType(0, 2), 3, false};
}

Expr ProgramBuilder::MakeList(const ValueType& want, int depth) {
  const ValueType& element = want.args[0];
  Expr out{"", kPrimary, want, true};
  if (want.lo > 0) {
    switch (random_.Below(4)) {
      case 0: {
        std::string name = ComprehensionName();
        PushScope(Scope::Kind::kComprehension);
        Declare(name, IntType(0, want.lo - 1));
        double outer = weight_;
        bool outer_flag = in_comprehension_;
        weight_ *= static_cast<double>(want.lo);
        in_comprehension_ = true;
        std::string head = Sub(element, depth - 1, kConditional);
        in_comprehension_ = outer_flag;
        weight_ = outer;
        PopScope();
        out.text = "[" + head + " for " + name + " in range(" + std::to_string(want.lo) + ")]";
        return out;
      }
      case 1:
        if (IsMutable(element)) break;
        out.text = Cat({"[", Sub(element, depth - 1, kConditional), "] * ", std::to_string(want.lo)});
        out.precedence = kTerm;
        return out;
      case 2: {
        Expr same = VariableWhere([&](const Variable& variable) { return variable.type == want; });
        if (same.empty()) break;
        if (IsOrdered(element)) {
          std::string key = random_.Percent(50) ? ", key=" + KeyFunction(element) : "";
          out.text = "sorted(" + same.text + key + (random_.Percent(30) ? ", reverse=True)" : ")");
        } else {
          out.text = same.text + random_.Pick({"[::-1]", ".copy()", "[:]"});
        }
        return out;
      }
      default:
        break;
    }
    out.text = "[";
    std::vector<std::string> pieces;
    for (int64_t i = 0; i < want.lo; ++i) pieces.push_back(Sub(element, depth - 1, kConditional));
    out.text += Join(pieces, ", ") + "]";
    return out;
  }
  switch (random_.Weighted({20, 24, 8, 8, 10, 12, 10, 8})) {
    case 0:
      out.text = "[" + Displayed(element, random_.Between(0, 4), depth) + "]";
      out.type = ListType(element, 0, 30);
      return out;
    case 1:
      out.text = "[" + ComprehensionOf(element, depth - 1) + "]";
      out.type = ListType(element, 0, 100);
      return out;
    case 2: {
      ValueType shorter = ListType(element, 0, 15);
      out.text = Cat({Sub(shorter, depth - 1, kSum), " + ", Sub(shorter, depth - 1, kTerm)});
      out.precedence = kSum;
      return out;
    }
    case 3:
      out.text = Cat({Sub(ListType(element, 0, 8), depth - 1, kTerm), " * ", Sub(IntType(0, 3), 0, kUnary)});
      out.precedence = kTerm;
      return out;
    case 4: {
      Expr list = VariableWhere([&](const Variable& variable) {
        return variable.type.kind == Kind::kList && variable.type.args[0] == element;
      });
      if (list.empty()) return {};
      std::string slice = SliceText(depth - 1);
      out.text = list.text + "[" + slice + "]";
      out.type = ListType(element, 0, list.type.hi);
      return out;
    }
    case 5: {
      Iterable source = IterableOf(element, depth - 1);
      out.text = "list(" + source.text + ")";
      out.type = ListType(element, 0, 100);
      return out;
    }
    case 6: {
      if (!IsOrdered(element)) return {};
      Iterable source = IterableOf(element, depth - 1);
      std::string key = random_.Percent(40) ? ", key=" + KeyFunction(element) : "";
      out.text = "sorted(" + source.text + key + (random_.Percent(30) ? ", reverse=True)" : ")");
      out.type = ListType(element, 0, 100);
      return out;
    }
    default: {
      if (element.kind != Kind::kStr || element.lo > 0 || element.hi < 40) return {};
      Expr text = Make(StrType(0, 40), depth - 1);
      out.text = AsPrimary(text) +
                 random_.Pick({".split()", ".split(',')", ".splitlines()", ".rsplit(None, 1)", ".split('a', 2)"});
      return out;
    }
  }
}

Expr ProgramBuilder::MakeTuple(const ValueType& want, int depth) {
  Expr out{"", kPrimary, want, true};
  if (want.args.size() == 2 && random_.Percent(12) && want.args[0].kind == Kind::kInt && want.args[0].hi >= 1000 &&
      want.args[1] == want.args[0]) {
    out.text = Cat({"divmod(", Sub(IntType(-900, 900), depth - 1, kConditional), ", ",
                    NonZeroInt(30, depth - 1, kConditional), ")"});
    return out;
  }
  std::vector<std::string> pieces;
  for (const ValueType& element : want.args) pieces.push_back(Sub(element, depth - 1, kConditional));
  out.text = "(" + Join(pieces, ", ") + (pieces.size() == 1 ? ",)" : ")");
  if (random_.Percent(10) && pieces.size() > 1) out.text += random_.Pick({"[:]", " + ()"});
  if (out.text.ends_with(" + ()")) out.precedence = kSum;
  return out;
}

Expr ProgramBuilder::MakeDict(const ValueType& want, int depth) {
  const ValueType& key = want.args[0];
  const ValueType& value = want.args[1];
  Expr out{"", kPrimary, want, true};
  Expr same = VariableWhere(
      [&](const Variable& variable) { return variable.type.kind == Kind::kDict && variable.type.args == want.args; });
  std::vector<std::string> pieces;
  for (const std::string& known : want.keys) pieces.push_back(known + ": " + Sub(value, depth - 1, kConditional));
  std::string known = "{" + Join(pieces, ", ") + "}";
  switch (random_.Weighted({34, 22, 12, 10, 8, 7, 7})) {
    case 0: {
      int64_t count = random_.Between(0, 3);
      for (int64_t i = 0; i < count; ++i) {
        pieces.push_back(Cat({Sub(key, depth - 1, kConditional), ": ", Sub(value, depth - 1, kConditional)}));
      }
      out.text = "{" + Join(pieces, ", ") + "}";
      return out;
    }
    case 1: {
      std::string body = Comprehension(
          [&] { return Cat({Sub(key, depth - 1, kConditional), ": ", Sub(value, depth - 1, kConditional)}); },
          depth - 1);
      out.text = "{" + body + "}";
      if (want.keys.empty()) return out;
      out.text += " | " + known;
      out.precedence = kBitOr;
      return out;
    }
    case 2:
      if (same.empty()) return {};
      pieces.insert(pieces.begin(), "**" + same.text);
      out.text = "{" + Join(pieces, ", ") + "}";
      return out;
    case 3:
      if (same.empty()) return {};
      out.text = same.text + " | " + known;
      out.precedence = kBitOr;
      return out;
    case 4: {
      Iterable keys = IterableOf(key, depth - 1);
      Iterable values = IterableOf(value, depth - 1);
      if (!want.keys.empty()) return {};
      out.text = "dict(zip(" + keys.text + ", " + values.text + "))";
      return out;
    }
    case 5: {
      if (!want.keys.empty() || IsMutable(value)) return {};
      Iterable keys = IterableOf(key, depth - 1);
      out.text = "dict.fromkeys(" + keys.text + ", " + Sub(value, 0, kConditional) + ")";
      return out;
    }
    default:
      if (!want.keys.empty() || key.kind != Kind::kStr || key.hi < 5) return {};
      out.text = Cat({"dict(", random_.Pick({"a", "key", "z"}), "=", Sub(value, depth - 1, kConditional), ")"});
      return out;
  }
}

Expr ProgramBuilder::MakeSet(const ValueType& want, int depth) {
  const ValueType& element = want.args[0];
  bool frozen = want.kind == Kind::kFrozenSet;
  Expr out{"", kPrimary, want, true};
  switch (random_.Weighted({24, 22, 14, 22, 8})) {
    case 0: {
      std::string inner = Displayed(element, random_.Between(1, MostInSetDisplay(element, 5)), depth);
      out.text = frozen ? "frozenset({" + inner + "})" : "{" + inner + "}";
      return out;
    }
    case 1: {
      std::string inner = ComprehensionOf(element, depth - 1);
      out.text = frozen ? "frozenset(" + inner + ")" : "{" + inner + "}";
      return out;
    }
    case 2: {
      Iterable source = IterableOf(element, depth - 1);
      out.text = (frozen ? "frozenset(" : "set(") + source.text + ")";
      return out;
    }
    case 3: {
      Expr left = Make(want, depth - 1);
      Expr right = Make(want, depth - 1);
      int which = static_cast<int>(random_.Below(4));
      const int precedence[] = {kBitOr, kBitAnd, kSum, kBitXor};
      const char* symbol[] = {" | ", " & ", " - ", " ^ "};
      out.precedence = precedence[which];
      out.text = Wrap(left, out.precedence) + symbol[which] + Wrap(right, out.precedence + 1);
      return out;
    }
    default: {
      Expr left = Make(want, depth - 1);
      Iterable source = IterableOf(element, depth - 1);
      out.text = AsPrimary(left) +
                 random_.Pick({".union(", ".difference(", ".intersection(", ".symmetric_difference("}) + source.text +
                 ")";
      return out;
    }
  }
}

Expr ProgramBuilder::MakeRange(int depth) {
  Expr out{"", kPrimary, RangeType(), true};
  switch (random_.Below(4)) {
    case 0:
      out.text = "range(" + Sub(IntType(0, 12), depth - 1, kConditional) + ")";
      return out;
    case 1:
      out.text = Cat({"range(", Sub(IntType(-9, 9), depth - 1, kConditional), ", ",
                      Sub(IntType(-9, 10), depth - 1, kConditional), ")"});
      return out;
    case 2:
      out.text = Cat({"range(", Sub(IntType(-9, 9), depth - 1, kConditional), ", ",
                      std::to_string(random_.Between(-9, 10)), ", ", random_.Pick({"2", "-1", "3", "-2", "1"}), ")"});
      return out;
    default: {
      std::string slice = SliceText(0);
      out.text = "range(" + std::to_string(random_.Between(4, 20)) + ")[" + slice + "]";
      return out;
    }
  }
}

Expr ProgramBuilder::MakeIterator(const ValueType& want, int depth) {
  const ValueType& element = want.args[0];
  Expr out{"", kPrimary, want, true};
  if (random_.Percent(60)) {
    // It must not read a stored iterator: it could become its own source.
    lazy_ = true;
    ++locked_;
    out.text = "(" + ComprehensionOf(element, depth - 1) + ")";
    --locked_;
    lazy_ = false;
  } else {
    Iterable source = IterableOf(element, depth - 1);
    out.text = "iter(list(" + source.text + "))";
  }
  return out;
}

Expr ProgramBuilder::MakeAny(int depth) {
  Expr out;
  switch (random_.Below(6)) {
    case 0:
      out = Expr{"[" + Displayed(IntType(-9, 99), random_.Between(0, 4), 0) + "]", kPrimary, AnyType(), true};
      break;
    case 1:
      out = Expr{"(" + Displayed(StrType(0, 40), random_.Between(2, 3), 0) + ")", kPrimary, AnyType(), true};
      break;
    case 2:
      out =
          Expr{random_.Pick({"...", "int", "len", "ValueError", "None", "slice(1, 2)", "slice(None, 5, -1)",
                             "range(0, 9, 2)", "{}", "()", "type(None)", "str", "KeyError('k')", "ValueError('v', 1)"}),
               kPrimary, AnyType(), true};
      break;
    default: {
      ValueType scalar = RandomScalarType();
      out = Make(scalar, depth - 1);
      break;
    }
  }
  out.type = AnyType();
  return out;
}

}  // namespace garter::fuzz
