// exec, eval and compile: whole programs as text, expressions as text, namespaces given and looked at, code objects,
// and what the compiler refuses. The text of a program comes from a generator of its own, which knows nothing of the
// program around it: its names live in a namespace of their own.
#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char* const kProtocols[] = {
    R"(
$1 = {'given': $v, 'box': []}
exec('made = given, $n\nbox.append(made)\ndef twice(arg): return (arg, arg, given)', $1)
print($1['made'], $1['box'], $1['twice']($v), sorted(key_ for key_ in $1 if not key_.startswith('__')))
print(eval('twice(given)', $1), eval($('[made, box]'|'(given, len(box))'|'box + [given]'$), $1, {'box': $l}))
)",
    R"(
def $1(arg):
    inner_one = $v
    before = sorted(locals())
    exec('inner_one = 5; inner_two = arg')
    print(before, inner_one, sorted(locals()))
    return eval('arg, inner_one'), locals()['arg'], eval('inner_one', {'inner_one': $n})
print($1($v))
def $2():
    box = {}
    exec('first = $n\nsecond = first + 1\nclass Made: third = $n', {}, box)
    return box['first'], box['second'], box['Made'].third, box['Made'].__module__ if '__name__' in box else None
print($2())
)",
    R"(
$1 = compile($('$n + $n'|'$n, $n'|'[num for num in range($p)]'|'"a" "b"'$), '<made>', 'eval')
$2 = compile('print("run", $n)\nmade_here = $n', '<made>', 'exec')
$3 = {}
print(eval($1), eval($1), $1.co_filename, $1.co_name, exec($2, $3), $3['made_here'], type($1).__name__)
exec(compile('$n\n' if $b else '($n, $n)\n', '<one>', 'single'))
for bad in ((compile, 'x =', '<s>', 'exec'), (compile, '1', '<s>', 'other'), (eval, 'x = 1'), (exec, 5), (eval, \
        ''), (eval, '  $n'), (exec, '', {}, 5), (eval, 'print', 5)):
    try:
        print(bad[0](*bad[1:]))
    except (SyntaxError, TypeError, ValueError) as err:
        print(type(err).__name__, err)
)",
    R"(
$1 = $v
globals()['$2'] = $v
print($2, '$1' in globals(), globals()['$1'] is $1, vars() is globals(), 'nothing_like_it' in dir())
globals().update($3=$n)
$3 += 1
print($3, eval('$3'), [eval('$3') for _ in range(2)], (lambda: eval('$3'))())
def $4(arg, *more, **kw):
    local_one = $v
    def inner():
        return arg, sorted(locals())
    return sorted(locals()), sorted(vars()), dir(), inner()
print($4($v, $v, key_=1))
class $A:
    one = $v
    two = sorted(key_ for key_ in locals() if not key_.startswith('__'))
    exec('three = one')
    locals()['four'] = $n
print($A.two, $A.three, $A.four)
)",
    R"(
$1 = {'__builtins__': {'len': len, 'print': lambda *args: $(args|None$)}}
for text_ in ('len("abc")', 'print(1)', 'sum([1])', 'int', '__builtins__["len"]'):
    try:
        print(eval(text_, dict($1)))
    except (NameError, TypeError) as err:
        print(type(err).__name__, err)
try:
    exec('class A: pass', dict($1))
except NameError as err:
    print(err)
)",
};

// Texts that the compiler, or the pass before it, refuses.
const char* const kRefused[] = {
    "return 1",
    "yield 1",
    "await x",
    "break",
    "continue",
    "def f(a, a): pass",
    "def f(a=1, b): pass",
    "def f(*): pass",
    "f(a=1, a=2)",
    "f(a=1, 2)",
    "f(**k, *a)",
    "f(x for x in y, 1)",
    "None = 1",
    "f() = 1",
    "1 = x",
    "x + 1 = 2",
    "[a, 1] = x",
    "del f()",
    "del 1",
    "(a, b): int = 1",
    "x += y += 1",
    "nonlocal x",
    "def f():\n  nonlocal x",
    "def f(x):\n  global x",
    "def f():\n  x = 1\n  global x",
    "def f():\n  print(x)\n  nonlocal x",
    "class C:\n  return 1",
    "async def f():\n  yield from g()",
    "async def f():\n  yield 1\n  return 2",
    "def f():\n  await x",
    "def f():\n  async for x in y: pass",
    "[await x for x in y]",
    "lambda: (yield) = 1",
    "if x:\npass",
    "  x = 1",
    "if x:\n    a\n  b",
    "x = (1",
    "x = 1)",
    "x = (1]",
    "x = 'abc",
    "x = '''abc",
    "x = f'{'",
    "x = f'{}'",
    "x = f'{a!z}'",
    "x = f'{a b}'",
    "x = 1_",
    "x = 0x",
    "x = 012",
    "x = 1a",
    "x = 5 5",
    "x y",
    "print 5",
    "exec 'x'",
    "import",
    "from x import",
    "from . import *, a",
    "def f():\n  from x import *",
    "try: pass",
    "try:\n  pass\nexcept* A: pass\nexcept B: pass",
    "try:\n  pass\nexcept* A:\n  return",
    "try:\n  pass\nexcept: pass\nexcept A: pass",
    "while 1: pass\nelse",
    "for f() in x: pass",
    "for x in: pass",
    "with x as f(): pass",
    "with x as 1: pass",
    "a := 1",
    "f(a := 1, b=c := 2)",
    "[x := 1 for x in y]",
    "[i := 0 for j in (i := 1)]",
    "class C: [x := 1 for y in z]",
    "*a",
    "*a = 1",
    "a, *b, *c = x",
    "f(**a for a in b)",
    "{**a for a in b}",
    "[*a for a in b]",
    "{1: 2, 3}",
    "{1, 2: 3}",
    "x = {1:}",
    "@",
    "@f\nx = 1",
    "def f(x:): pass",
    "def f() ->: pass",
    "x = lambda x=: 1",
    "a if b",
    "a if b else",
    "not",
    "a not b",
    "a = b == ",
    "a <> b",
    "a ? b",
    "x = $",
    "x = a!b",
    "\xc3\xa9 = \xe2\x82\xac",
    "from __future__ import nothing_like_it",
    "x = 1\nfrom __future__ import annotations",
    "match x:\n  case a: pass\n  case b: pass",
    "match x:\n  case a | 1: pass",
    "match x:\n  case [a, a]: pass",
    "match x:\n  case {**r, 'k': 1}: pass",
    "match x:\n  case C(x=1, x=2): pass",
    "match x:\n  case {'k': 1, 'k': 2}: pass",
    "match x:\n  case [*a, *b]: pass",
    "match x:\n  case [a] | [b]: pass",
    "match x:\n  case 1 + 1: pass",
    "match x:\n  case f'x': pass",
    "type X = (yield)",
    "type 1 = int",
    "def f[T, T](): pass",
    "class C[T: int = 1, U]: pass",
    "__debug__ = 1",
    "def f(__debug__): pass",
    "def f(): global x, x; x = 1; nonlocal x",
    "super = 1; def f(): pass",
    "x = 'a' b'b'",
    "x = b'\xc3\xa9'",
    "x = '\\N{no such name}'",
    "x = '\\x1'",
    "x = '\\u12'",
    "assert x = 1",
    "raise x from",
    "global",
    "del",
    "x.1",
    "x..y",
    "x[]",
    "x[1:2:3:4]",
    "pass = 1",
    "class 1: pass",
    "def 1(): pass",
    "elif x: pass",
    "else: pass",
    "if x = 1: pass",
    "while x = 1: pass",
    "f(True=1)",
    "f(a.b=1)",
    "f(1=2)",
    "True = 1",
    "x = yield = 1",
    "(yield) = 1",
    "import a as b.c",
    "import a.b as",
    "async x = 1",
    "async with x: pass",
    "async def f(): [x async for x in y] = 1",
    "def f():\n\tx\n        y",
};

}  // namespace

// A whole program, small and tame, of the features that need no helpers around them.
std::string ProgramBuilder::ProgramText(int statements) {
  GeneratorOptions small;
  small.statements = statements;
  small.wild_percent = 0;
  small.header = false;
  small.features = themes_ & (MaskOf(Feature::kClasses) | MaskOf(Feature::kGenerators) | MaskOf(Feature::kMatch) |
                              MaskOf(Feature::kExceptStar) | MaskOf(Feature::kSyntax));
  return GenerateProgram(random_.Next(), small);
}

void ProgramBuilder::ExecStatement() {
  switch (random_.Weighted({36, 34, 30})) {
    case 0: {
      std::string text = ProgramText(static_cast<int>(random_.Between(1, 3)));
      Charge(200);
      std::string code = Quoted(text);
      if (random_.Percent(40)) code = "compile(" + code + ", '<" + FreshName() + ">', 'exec')";
      std::string space = FreshName();
      switch (random_.Below(3)) {
        case 0:
          return Line("exec(" + code + ", {'__name__': " + random_.Pick({"'inner'", "__name__"}) + "})");
        case 1:
          Line(space + " = {}");
          Line("exec(" + code + ", " + space + ")");
          return Line("print(len(" + space + ") > 1, '__builtins__' in " + space + ")");
        default:
          Block("try:", [&] { Line("exec(" + code + ", {})"); });
          return Block("except Exception as err:", [&] { Line("print(repr(err))"); });
      }
    }
    case 1: {
      const char* pattern = kProtocols[random_.Below(std::size(kProtocols))];
      // The names of a function are not in globals().
      bool needs_module = std::string_view(pattern).find("globals()['$2']") != std::string_view::npos;
      return Write(needs_module && scopes_.size() > 1 ? kProtocols[0] : pattern);
    }
    default: {
      std::vector<std::string> texts;
      int64_t count = random_.Between(1, 4);
      for (int64_t i = 0; i < count; ++i) texts.push_back(Quoted(kRefused[random_.Below(std::size(kRefused))]));
      std::string name = FreshName();
      Block("for " + name + " in (" + Join(texts, ", ") + ",):", [&] {
        Block("try:", [&] {
          Line(random_.Pick<std::string>({"compile(" + name + ", '<bad>', 'exec')", "exec(" + name + ", {})"}));
          Line("print('compiled')");
        });
        Block("except (SyntaxError, NameError, TypeError) as err:", [&] {
          Line(random_.Pick({"print(type(err).__name__, err)", "print(type(err).__name__, err.args)",
                             "print(err, getattr(err, 'lineno', None), getattr(err, 'offset', None))"}));
        });
      });
      return;
    }
  }
}

// The text of an expression, evaluated where all its names are global.
Expr ProgramBuilder::TryEval(const ValueType& want, int depth) {
  if (scopes_.size() != 1 || literals_only_ || !receivers_.empty()) return {};
  Expr inner = Make(want, depth - 1);
  if (inner.text.size() > 60) return {};
  std::string space = random_.Percent(25) ? ", globals()" : "";
  return Expr{"eval(" + Quoted(inner.text) + space + ")", kPrimary, inner.type, inner.fresh};
}

}  // namespace garter::fuzz
