// Exceptions: expressions that are sure to raise, `try` in all its shapes around
// them, and the endings of wild programs, where an exception travels through
// functions, lambdas, comprehensions and generator expressions up to the top.
//
// Names that do not exist are chosen far from every real one, so that CPython's
// "Did you mean" stays silent except where a near miss is wanted.
#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

struct Fixed {
  const char* text;
  const char* exception;
};

const Fixed kTypeErrors[] = {
    {"len(5)", "TypeError"},
    {"len(None)", "TypeError"},
    {"int([])", "TypeError"},
    {"int(None)", "TypeError"},
    {"float([1])", "TypeError"},
    {"sum(['a', 'b'])", "TypeError"},
    {"sum([1, 'b'])", "TypeError"},
    {"sorted([3, 'a', 1])", "TypeError"},
    {"max(1, 'a')", "TypeError"},
    {"min([None, 1])", "TypeError"},
    {"abs('x')", "TypeError"},
    {"[1] @ [2]", "TypeError"},
    {"(1, 2) @ 3", "TypeError"},
    {"'a' @ 1.5", "TypeError"},
    {"ord('ab')", "TypeError"},
    {"ord(5)", "TypeError"},
    {"chr('a')", "TypeError"},
    {"hash([])", "TypeError"},
    {"hash({})", "TypeError"},
    {"', '.join([1, 2])", "TypeError"},
    {"', '.join(5)", "TypeError"},
    {"'abc'.replace('a')", "TypeError"},
    {"'abc'.upper(1)", "TypeError"},
    {"[1].append()", "TypeError"},
    {"[1].append(1, 2)", "TypeError"},
    {"{}.get()", "TypeError"},
    {"iter(5)", "TypeError"},
    {"next([1])", "TypeError"},
    {"list(5)", "TypeError"},
    {"tuple(None)", "TypeError"},
    {"set([[]])", "TypeError"},
    {"dict([1])", "TypeError"},
    {"dict(5)", "TypeError"},
    {"range('a')", "TypeError"},
    {"range(1.5)", "TypeError"},
    {"round('x')", "TypeError"},
    {"pow('a', 2)", "TypeError"},
    {"divmod('a', 2)", "TypeError"},
    {"isinstance(1, 2)", "TypeError"},
    {"'%d' % 'x'", "TypeError"},
    {"'%s %s' % (1,)", "TypeError"},
    {"'%s' % (1, 2)", "TypeError"},
    {"'a' in 5", "TypeError"},
    {"1 in 'abc'", "TypeError"},
    {"[*5]", "TypeError"},
    {"print(*None)", "TypeError"},
    {"dict(**{1: 2})", "TypeError"},
    {"(lambda a: a)()", "TypeError"},
    {"(lambda a: a)(1, 2)", "TypeError"},
    {"(lambda a, b=1: a)(b=2)", "TypeError"},
    {"(lambda *, k: k)()", "TypeError"},
    {"(lambda a, /: a)(a=1)", "TypeError"},
    {"(lambda a: a)(1, a=2)", "TypeError"},
    {"(lambda: 0)(zz=1)", "TypeError"},
    {"(lambda a, b, c: a)(1)", "TypeError"},
    {"str(b'a', 1)", "TypeError"},
    {"bytes('abc')", "TypeError"},
    {"enumerate(1)", "TypeError"},
    {"zip(1, [2])", "TypeError"},
    {"map(len)", "TypeError"},
    {"any(5)", "TypeError"},
    {"reversed({1, 2})", "TypeError"},
    {"list(map(lambda a, b: a, [1]))", "TypeError"},
    {"'abc'.split(5)", "TypeError"},
    {"frozenset(3)", "TypeError"},
    {"format(5, 5)", "TypeError"},
    {"slice()", "TypeError"},
};

const Fixed kValueErrors[] = {
    {"int('x1')", "ValueError"},
    {"int('')", "ValueError"},
    {"int('12', 99)", "ValueError"},
    {"int('9', 8)", "ValueError"},
    {"int('1__0')", "ValueError"},
    {"float('abc')", "ValueError"},
    {"[1, 2].index(99)", "ValueError"},
    {"(1, 2).index(3)", "ValueError"},
    {"[1, 2].remove(5)", "ValueError"},
    {"'abc'.index('z')", "ValueError"},
    {"'abc'.rindex('z')", "ValueError"},
    {"chr(-1)", "ValueError"},
    {"chr(1114112)", "ValueError"},
    {"range(1, 2, 0)", "ValueError"},
    {"max([])", "ValueError"},
    {"min(())", "ValueError"},
    {"bytes([300])", "ValueError"},
    {"'a b'.split('')", "ValueError"},
    {"1 << -1", "ValueError"},
    {"1 >> -2", "ValueError"},
    {"'{:d}'.format('a')", "ValueError"},
    {"format(1.5, 'd')", "ValueError"},
    {"format('a', '+')", "ValueError"},
    {"f'{5:s}'", "ValueError"},
    {"f'{3.5:x}'", "ValueError"},
    {"int(float('nan'))", "ValueError"},
    {"list(zip([1], [], strict=True))", "ValueError"},
    {"'%' % ()", "ValueError"},
    {"'{'.format(1)", "ValueError"},
    {"'}'.format(1)", "ValueError"},
    {"bytes.fromhex('zz')", "ValueError"},
    {"pow(2, -1, 4)", "ValueError"},
    {"dict([(1, 2, 3)])", "ValueError"},
    {"dict(['abc'])", "ValueError"},
    {"[1, 2, 3][::0]", "ValueError"},
    {"b'abc'.index(b'z')", "ValueError"},
    {"range(5).index(9)", "ValueError"},
    {"bytes(-1)", "ValueError"},
    {"round(float('nan'))", "ValueError"},
    {"'abc'.partition('')", "ValueError"},
};

const Fixed kOtherErrors[] = {
    {"int(float('inf'))", "OverflowError"},
    {"10.0 ** 400", "OverflowError"},
    {"float(10 ** 400)", "OverflowError"},
    {"(300).to_bytes(1, 'big')", "OverflowError"},
    {"(-1).to_bytes(2, 'little')", "OverflowError"},
    {"10 ** 400 / 3", "OverflowError"},
    {"round(float('-inf'))", "OverflowError"},
    {"next(iter([]))", "StopIteration"},
    {"next(iter({}))", "StopIteration"},
    {"next(x for x in ())", "StopIteration"},
    {"'\\xe9'.encode('ascii')", "UnicodeEncodeError"},
    {"'a\\u20ac'.encode('latin-1')", "UnicodeEncodeError"},
    {"b'\\xff'.decode()", "UnicodeDecodeError"},
    {"b'ab\\xc3'.decode('utf-8')", "UnicodeDecodeError"},
    {"b'\\x80'.decode('ascii')", "UnicodeDecodeError"},
    {"'a'.encode('zork-8')", "LookupError"},
    {"[].pop()", "IndexError"},
    {"[1].pop(7)", "IndexError"},
    {"().__getitem__(0)", "IndexError"},
    {"'{}'.format()", "IndexError"},
    {"{}.popitem()", "KeyError"},
    {"set().pop()", "KeyError"},
    {"{1, 2}.remove(3)", "KeyError"},
    {"{}.pop('gone')", "KeyError"},
    {"'%(a)s' % {}", "KeyError"},
    {"'{x}'.format(y=1)", "KeyError"},
};

const char* const kRaisable[] = {
    "ValueError",        "TypeError",         "KeyError",    "IndexError",          "RuntimeError",
    "LookupError",       "ArithmeticError",   "Exception",   "NotImplementedError", "AttributeError",
    "NameError",         "AssertionError",    "EOFError",    "BufferError",         "OverflowError",
    "StopIteration",     "ZeroDivisionError", "MemoryError", "RecursionError",      "ReferenceError",
    "UnboundLocalError", "OSError",           "SystemError", "BaseException",       "GeneratorExit"};

template <size_t N>
ErrorSite PickFixed(const Fixed (&table)[N], Random& random) {
  const Fixed& entry = table[random.Below(N)];
  return {entry.text, entry.exception};
}

}  // namespace

ErrorSite ProgramBuilder::ArithmeticSite(int depth) {
  std::string left = Sub(RandomIntType(), depth, kPower);
  switch (random_.Below(8)) {
    case 0:
      return {left + random_.Pick({" // 0", " % 0", " / 0"}), "ZeroDivisionError"};
    case 1:
      return {"divmod(" + left + ", 0)", "ZeroDivisionError"};
    case 2: {
      std::string right = Sub(RandomIntType(), depth, kTerm);
      return {left + random_.Pick({" // (", " % (", " / ("}) + right + " * 0)", "ZeroDivisionError"};
    }
    case 3:
      return {std::string(random_.Pick({"0 ** -1", "0.0 ** -2", "1.5 % 0.0", "2.5 // 0", "1.0 / 0.0", "pow(0, -3)"})),
              "ZeroDivisionError"};
    case 4:
      return {"pow(" + left + ", 2, 0)", "ValueError"};
    case 5:
      return {left + " << -" + std::to_string(random_.Between(1, 9)), "ValueError"};
    default:
      return {"1 " + std::string(random_.Pick({"//", "%", "/"})) + " len([])", "ZeroDivisionError"};
  }
}

ErrorSite ProgramBuilder::LookupSite(int depth) {
  Expr list = VariableWhere([](const Variable& variable) { return variable.type.kind == Kind::kList; });
  Expr dict = VariableWhere([](const Variable& variable) {
    return variable.type.kind == Kind::kDict && variable.type.args[0].kind != Kind::kBytes;
  });
  switch (random_.Below(6)) {
    case 0:
      if (!list.empty())
        return {
            list.text + "[" + random_.Pick({"len(" + list.text + ")", std::string("999"), std::string("-999")}) + "]",
            "IndexError"};
      return {"[][0]", "IndexError"};
    case 1:
      if (!dict.empty())
        return {dict.text + random_.Pick({"['no such key']", "[-987]", "[None]", "[(1, 2, 3)]"}), "KeyError"};
      return {"{}[1]", "KeyError"};
    case 2:
      return {Cat({Sub(StrType(0, 9), depth, kPrimary), "[", std::to_string(random_.Between(500, 900)), "]"}),
              "IndexError"};
    case 3:
      return {Cat({Sub(TupleType({IntType(0, 9), IntType(0, 9)}), depth, kPrimary), "[int('5')]"}), "IndexError"};
    case 4:
      return {"range(" + std::to_string(random_.Between(0, 5)) + ")[7]", "IndexError"};
    default:
      return {Cat({"{'a': ", Sub(RandomScalarType(), depth, kConditional), "}['b']"}), "KeyError"};
  }
}

ErrorSite ProgramBuilder::TypeErrorSite(int depth) {
  auto number = [&] { return Sub(RandomIntType(), depth, kPower); };
  auto text = [&] { return Sub(StrType(0, 20), depth, kPower); };
  switch (random_.Below(10)) {
    case 0:
      return {Cat({number(), random_.Pick({" + ", " - ", " < ", " // ", " ** ", " & ", " @ ", " @ ", " @ "}), text()}),
              "TypeError"};
    case 1:
      return {Cat({text(), random_.Pick({" + ", " - ", " >= ", " @ ", " @ ", " / ", " << "}), number()}), "TypeError"};
    case 2: {
      Expr list = VariableWhere([](const Variable& variable) { return variable.type.kind == Kind::kList; });
      if (list.empty()) break;
      std::string right =
          random_.Pick({" + 1", " + (1,)", " - [1]", "['a']", "[1.5]", "()", " < 3", "[None]", " * 'a'", " + 'a'"});
      bool postfix = right[0] == '[' || right[0] == '(';
      return {(postfix ? AsPrimary(list) : Wrap(list, kPower)) + right, "TypeError"};
    }
    case 3: {
      Expr value = VariableWhere([](const Variable& variable) {
        return variable.type.kind == Kind::kInt || variable.type.kind == Kind::kFloat ||
               variable.type.kind == Kind::kBool;
      });
      if (value.empty()) break;
      return {value.text + random_.Pick({"()", "[0]", "(1, 2)", "[1:2]"}), "TypeError"};
    }
    case 4: {
      Expr value = VariableWhere([](const Variable& variable) {
        return variable.type.kind == Kind::kStr || variable.type.kind == Kind::kDict ||
               variable.type.kind == Kind::kTuple;
      });
      if (value.empty()) break;
      return {random_.Pick({"-", "~", "+"}) + value.text, "TypeError"};
    }
    case 5: {
      Function* function = PickFunction(false);
      if (function == nullptr) break;
      bool starred = false;
      for (const Parameter& parameter : function->parameters) {
        starred = starred || parameter.kind == ParameterKind::kVarArgs || parameter.kind == ParameterKind::kVarKeywords;
      }
      if (starred) break;
      return {function->name + random_.Pick({"(1, 2, 3, 4, 5, 6, 7, 8)", "(zork=1)", "(*range(9))", "(**{'zork': 2})"}),
              "TypeError"};
    }
    case 6:
      return {"{" + std::string(random_.Pick({"[]: 1", "{}: 2", "[1, 2]", "set()", "{'a': []}"})) + "}", "TypeError"};
    case 7:
      return {Cat({"{}.get(0)", random_.Pick({" + 1", "[0]", "()", " < 1", " in None"})}), "TypeError"};
    default:
      break;
  }
  return PickFixed(kTypeErrors, random_);
}

ErrorSite ProgramBuilder::ValueErrorSite(int depth) {
  if (random_.Percent(30)) {
    Expr list = MakeOf(Kind::kList, depth);
    return {AsPrimary(list) + random_.Pick({".index('no such item')", ".remove(('no', 'such'))"}), "ValueError"};
  }
  return PickFixed(kValueErrors, random_);
}

ErrorSite ProgramBuilder::OtherErrorSite(int depth) {
  switch (random_.Below(6)) {
    case 0: {
      Expr value = MakeOf(
          random_.Pick({Kind::kInt, Kind::kStr, Kind::kList, Kind::kDict, Kind::kTuple, Kind::kFloat, Kind::kSet}),
          depth);
      return {AsPrimary(value) + random_.Pick({".qqzzxx", ".qqzzxx()", ".zork_9(1)"}), "AttributeError"};
    }
    case 1:
      return {random_.Pick({"None.qqzzxx", "len.qqzzxx", "(lambda: 0).qqzzxx", "int.qqzzxx", "(1, 2).append(3)"}),
              "AttributeError"};
    case 2:
      return {random_.Pick({"qqzzxx", "qqzzxx(1)", "qqzzxx + 1", "qqzzxx[0]", "zork_9.thing"}), "NameError"};
    default:
      return PickFixed(kOtherErrors, random_);
  }
}

ErrorSite ProgramBuilder::MakeErrorSite(int depth) {
  ErrorSite site;
  switch (random_.Weighted({22, 18, 26, 16, 18})) {
    case 0:
      site = ArithmeticSite(depth);
      break;
    case 1:
      site = LookupSite(depth);
      break;
    case 2:
      site = TypeErrorSite(depth);
      break;
    case 3:
      site = ValueErrorSite(depth);
      break;
    default:
      site = OtherErrorSite(depth);
      break;
  }
  return site;
}

// `raise X(...)`, with arguments, a cause, or neither.
std::string ProgramBuilder::RaiseStatement(std::string* exception) {
  *exception = kRaisable[random_.Below(std::size(kRaisable))];
  std::string call = *exception;
  bool single = *exception == "OSError";  // Two arguments would choose a subclass.
  switch (random_.Weighted({15, 40, 20, 15, 10})) {
    case 0:
      break;
    case 1: {
      std::vector<uint32_t> message = RandomCharacters(1, 20);
      call += "(" + StrLiteral(message, random_) + ")";
      break;
    }
    case 2:
      call += "(" + FStringText(1) + ")";
      break;
    case 3:
      call += "(" + Sub(RandomScalarType(), 1, kConditional);
      if (!single) call += ", " + Sub(RandomScalarType(), 1, kConditional);
      call += ")";
      break;
    default:
      call += "()";
  }
  if (random_.Percent(12)) {
    call +=
        random_.Pick({" from None", " from KeyError('cause')", " from ValueError", " from ZeroDivisionError('below')"});
  }
  return "raise " + call;
}

std::string ProgramBuilder::ErrorStatement(std::string* exception) {
  switch (random_.Weighted({50, 20, 8, 8, 6, 4, 4})) {
    case 0: {
      ErrorSite site = MakeErrorSite(1);
      *exception = site.exception;
      switch (random_.Below(4)) {
        case 0:
          return site.text;
        case 1:
          return "print(" + site.text + ")";
        case 2:
          return "print(" + Sub(RandomScalarType(), 1, kConditional) + ", " + site.text + ")";
        default:
          return FreshName() + " = " + site.text;
      }
    }
    case 1:
      return RaiseStatement(exception);
    case 2:
      *exception = "AssertionError";
      return Cat({"assert ", random_.Pick({"False", "not 1", "1 > 2", "[]", "'' or 0"}),
                  random_.Percent(60) ? ", " + FStringText(1) : ""});
    case 3: {
      *exception = "ValueError";
      std::string first = FreshName();
      std::string second = FreshName();
      std::string third = FreshName();
      return first + ", " + second +
             random_.Pick<std::string>({" = [1]", " = 1, 2, 3", " = 'abc'", ", *" + third + " = []", " = ()"});
    }
    case 4:
      *exception = "TypeError";
      return Cat({FreshName(), ", ", FreshName(), random_.Pick({" = 5", " = None", " = 1.5"})});
    case 5:
      *exception = "TypeError";
      return random_.Pick({"for zork in 5: pass", "'abc'[0] += 'x'", "del (1, 2)[0]", "for zork in None: print(zork)",
                           "(1, 2)[0] = 3", "del 'abc'[0]"});
    default:
      *exception = "TypeError";
      return "raise " + std::string(random_.Pick({"5", "'text'", "None", "[ValueError]"}));
  }
}

// ---------------------------------------------------------------------------
// try.

std::string ProgramBuilder::HandlerClass(const std::string& exception) {
  switch (random_.Weighted({45, 25, 15, 15})) {
    case 0:
      return exception;
    case 1:
      return "(" + exception + ", " + random_.Pick({"KeyError", "OSError", "ImportError", "IndexError"}) + ")";
    case 2:
      return "BaseException";
    default:
      return exception == "BaseException" || exception == "GeneratorExit" ? "BaseException" : "Exception";
  }
}

void ProgramBuilder::HandlerBody(const std::string& name) {
  if (name.empty()) {
    Line("print(" + StrText(1, 9) + ")");
  } else {
    Line(random_.Pick(
        {"print(type(" + name + ").__name__, " + name + ")", "print(repr(" + name + "))",
         "print('caught', " + name + ".args)", "print(" + name + ", isinstance(" + name + ", ValueError))",
         "print(" + name + ".__context__ is None, type(" + name + "))", "print(f'{" + name + "!r:>30}')"}));
  }
  if (random_.Percent(35)) Statement();
}

void ProgramBuilder::TryBody(std::string* exception) {
  if (random_.Percent(45)) Statement();
  Function* raising = PickFunction(true);
  if (raising != nullptr && CanAfford(raising->cost) && random_.Percent(40)) {
    Function copy = *raising;
    if (copy.mutates && locked_ > 0) return PrintBriefly();
    Charge(copy.cost);
    mutates_ = mutates_ || copy.mutates;
    *exception = copy.raises;
    Line("print(" + copy.name + "(" + ArgumentList(copy, 1) + "))");
    return;
  }
  Line(ErrorStatement(exception));
}

void ProgramBuilder::NestedTry() {
  std::string inner;
  std::string outer;
  std::string name = FreshName();
  Block("try:", [&] {
    Block("try:", [&] { TryBody(&inner); });
    switch (random_.Below(3)) {
      case 0:
        Block("except " + HandlerClass(inner) + " as " + name + ":", [&] {
          std::string raise = RaiseStatement(&outer);
          if (raise.find(" from ") == std::string::npos && random_.Percent(60)) raise += " from " + name;
          Line(raise);
        });
        break;
      case 1:
        outer = inner;
        Block("except " + HandlerClass(inner) + ":", [&] {
          Line("print('again')");
          Line("raise");
        });
        break;
      default:
        outer = inner;
        Block("finally:", [&] { Line("print('finally inner')"); });
        break;
    }
  });
  Block("except " + HandlerClass(outer) + " as " + name + ":", [&] {
    Line("print(repr(" + name + "), repr(" + name + ".__cause__), repr(" + name + ".__context__), " + name +
         ".__suppress_context__)");
  });
  if (random_.Percent(30)) Block("finally:", [&] { PrintBriefly(); });
}

void ProgramBuilder::FinallyInLoop() {
  std::string name = FreshName();
  int64_t count = random_.Between(2, 4);
  std::string jump = random_.Pick({"continue", "break", "continue"});
  InLoop(count, "for " + name + " in range(" + std::to_string(count) + "):", [&] {
    Block("try:", [&] {
      Block("if " + name + random_.Pick({" == 1", " % 2", " > 0"}) + ":", [&] { Line(jump); });
      Line("print('body', " + name + ")");
    });
    Block("finally:", [&] { Line("print('finally', " + name + ")"); });
  });
  if (random_.Percent(40)) Block("else:", [&] { Line("print('no break')"); });
}

void ProgramBuilder::TryStatement() {
  if (random_.Percent(14)) return NestedTry();
  if (random_.Percent(9)) return FinallyInLoop();
  // A function that always raises, for this statement and later ones.
  if (random_.Percent(22) && function_depth_ < 2 && weight_ < 20) {
    Function function;
    function.name = "fail_" + FreshName();
    function.parameters = RandomParameters();
    function.result = NoneType();
    InFunction("def " + function.name + "(" + ParameterList(function.parameters) + "):", &function, [&] {
      if (random_.Percent(60)) Statement();
      Line(ErrorStatement(&function.raises));
    });
    AddFunction(function);
  }
  bool raises = random_.Percent(75);
  std::string exception = "ValueError";
  Block("try:", [&] {
    if (raises) {
      TryBody(&exception);
    } else {
      Statements(static_cast<int>(random_.Between(1, 2)));
    }
  });
  bool only_finally = !raises && random_.Percent(30);
  if (!only_finally) {
    if (random_.Percent(20)) {
      Block(std::string("except ") +
                random_.Pick({"ImportError", "EOFError", "BufferError", "(OSError, SystemError)"}) + ":",
            [&] { Line("print('other')"); });
      if (exception == "EOFError" || exception == "BufferError" || exception == "OSError" || exception == "SystemError")
        raises = true;
    }
    switch (random_.Below(5)) {
      case 0:
        Block("except:", [&] { HandlerBody(""); });
        break;
      case 1:
        Block("except " + HandlerClass(exception) + ":", [&] { HandlerBody(""); });
        break;
      default: {
        std::string name = FreshName();
        Block("except " + HandlerClass(exception) + " as " + name + ":", [&] { HandlerBody(name); });
        break;
      }
    }
    if (random_.Percent(25)) Block("else:", [&] { Statements(1); });
  }
  if (only_finally || random_.Percent(28)) {
    Block("finally:", [&] { Statements(1); });
  }
}

// ---------------------------------------------------------------------------
// Wild endings.

// A call of `inner` (an expression that raises), wrapped in one more construct.
std::string ProgramBuilder::WildCall(int depth, std::string* exception) {
  std::string inner;
  if (depth <= 0) {
    ErrorSite site = MakeErrorSite(1);
    *exception = site.exception;
    inner = site.text;
  } else {
    inner = WildCall(depth - 1, exception);
  }
  switch (random_.Below(12)) {
    case 0:
      return "[" + inner + " for _ in range(2)]";
    case 1:
      if (*exception == "StopIteration") return inner;
      return "sum(" + inner + " for _ in [1, 2])";
    case 2:
      return "(lambda: " + inner + ")()";
    case 3:
      return "{'k': " + inner + "}";
    case 4:
      return Cat({"print(", Sub(RandomScalarType(), 1, kConditional), ", ", inner, ")"});
    case 5:
      return "f'{" + (inner[0] == '{' ? " " : std::string()) + (inner.find("lambda") == 0 ? "(" + inner + ")" : inner) +
             "}'";
    case 6:
      if (*exception == "StopIteration") return inner;
      return "list(map(lambda _: " + inner + ", [0]))";
    case 7:
      return "(" + inner + ") if True else 0";
    case 8:
      return "sorted([2, 1], key=lambda _: " + inner + ")";
    case 9:
      return "[1, (" + inner + "), 3]";
    default:
      return inner;
  }
}

void ProgramBuilder::WildFunction(const std::string& name, const std::string& inner, std::string* exception) {
  Function function;
  function.name = name;
  InFunction("def " + name + "(arg=None):", &function, [&] {
    if (random_.Percent(50)) Statement();
    if (inner.empty()) {
      std::string line = ErrorStatement(exception);
      if (random_.Percent(30)) {
        *exception = "";
        line = WildCall(2, exception);
      }
      Line(line);
      return;
    }
    std::string call = inner + "(" + random_.Pick({"", "arg", "1"}) + ")";
    switch (random_.Below(11)) {
      case 0:
        Line("return " + call);
        return;
      case 1:
        Line("return [" + call + " for _ in range(1)]");
        return;
      case 2:
        Line("return 1 + " + call);
        return;
      case 3: {
        std::string caught = FreshName();
        Block("try:", [&] { Line(call); });
        Block("except " + (exception->empty() ? "BaseException" : HandlerClass(*exception)) + " as " + caught + ":",
              [&] {
                std::string raise = RaiseStatement(exception);
                if (raise.find(" from ") == std::string::npos && random_.Percent(50)) raise += " from " + caught;
                Line(raise);
              });
        return;
      }
      case 4:
        Block("try:", [&] { Line("print(" + call + ")"); });
        Block("finally:", [&] { Line("print('cleanup', arg)"); });
        return;
      case 5:
        if (*exception == "StopIteration") {
          Line(call);
          return;
        }
        Line("return any(" + call + " for _ in 'ab')");
        return;
      case 6:
        Line("return (lambda: " + call + ")()");
        return;
      case 7:
        Block("for turn in range(3):",
              [&] { Block("if turn == " + std::to_string(random_.Between(0, 2)) + ":", [&] { Line(call); }); });
        return;
      case 8:
        Line("print(arg,");
        Line("      " + call + ",");
        Line("      'never')");
        return;
      case 9: {
        Block("try:", [&] { Line(call); });
        Block("except " + (exception->empty() ? "BaseException" : HandlerClass(*exception)) + ":", [&] {
          Line("print('once more')");
          Line("raise");
        });
        return;
      }
      default:
        Line(call);
        return;
    }
  });
}

void ProgramBuilder::WildEnding() {
  std::string exception;
  switch (random_.Weighted({40, 18, 18, 4, 5, 5, 5, 2})) {
    case 0: {
      int64_t depth = random_.Between(1, 4);
      std::string inner;
      for (int64_t i = 0; i < depth; ++i) {
        std::string name = "wild_" + std::to_string(i);
        WildFunction(name, inner, &exception);
        inner = name;
      }
      Line(random_.Percent(50) ? inner + "()" : "print(" + inner + "(" + random_.Pick({"1", "arg='x'", "None"}) + "))");
      break;
    }
    case 1:
      Line(ErrorStatement(&exception));
      break;
    case 2:
      Line(WildCall(static_cast<int>(random_.Between(0, 3)), &exception));
      break;
    case 3: {
      exception = "RecursionError";
      std::string body =
          random_.Pick({"return endless(n + 1)", "return 1 + endless(n + 1)", "return [endless(n + 1)]"});
      Line("def endless(n):");
      ++indent_;
      Line(body);
      --indent_;
      Line("endless(0)");
      break;
    }
    case 4:
      exception = "UnboundLocalError";
      Line("def unbound():");
      ++indent_;
      Line(random_.Pick({"print(later)", "later += 1", "del later"}));
      Line("later = 1");
      --indent_;
      Line("unbound()");
      break;
    case 5:
      exception = "RuntimeError";
      Line("shrinking = {1: 2, 3: 4}");
      Block("for key in shrinking:",
            [&] { Line(random_.Pick({"shrinking[key + 10] = 0", "del shrinking[key]", "shrinking.clear()"})); });
      break;
    case 6: {
      exception = "NameError";
      Line("def broken():");
      ++indent_;
      Line("return inner()");
      --indent_;
      Line("def outer():");
      ++indent_;
      Line("def inner(): return free");
      Line("inner()");
      Line("free = 1");
      --indent_;
      Line(random_.Pick({"broken()", "outer()", "del broken; broken()"}));
      break;
    }
    default:
      exception = "SystemExit";
      Line("raise SystemExit" + std::string(random_.Pick({"", "(3)", "(0)", "('bye')", "(None)"})));
      break;
  }
  program_.exception = exception;
}

}  // namespace garter::fuzz
