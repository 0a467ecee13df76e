// Which of the features that a run allows a program takes up, and where they stand among its other productions.
#include <algorithm>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

// Endings that are the uncaught exception of a wild program, by feature.
struct Ending {
  Feature feature;
  const char* exception;  // "" if any will do.
  const char* pattern;
};

const Ending kEndings[] = {
    {Feature::kClasses, "", R"(
class $A:
    def __init__(self, arg=None):
        self.arg = arg
    def method(self, deep=$p):
        if deep:
            return $(self.method(deep - 1)|[self.method(deep - 1)]|(lambda: self.method(deep - \
                    1))()|super().__getattribute__('method')(deep - 1)$)
        return $x
class $B($A):
    $?def method(self, deep=$p):
        return $(super().method(deep)|1 + super().method()$)
$($B($v).method()|$A().method(0)|print($B().method())$)
)"},
    {Feature::kClasses, "", R"(
class $A:
    $?one = $v
    @$(property|classmethod|staticmethod$)
    def prop(self=None):
        return $x
    def __$(repr|str|len|bool|iter|add|eq|call|hash|index|contains|format|enter|int|float|lt|neg$)__(self, *args):
        return $(self.prop|self.prop()|$x$)
$1 = $A()
for act in (repr, str, len, bool, iter, lambda obj: obj + 1, lambda obj: obj == 1, lambda obj: obj(), hash, \
        hex, lambda obj: 1 in obj, format, int, float, lambda obj: obj < 1, lambda obj: -obj, \
        lambda obj: obj.prop, lambda obj: obj.prop()):
    act($1) if act not in (repr, str, format) or '__repr__' in vars($A) else None
)"},
    {Feature::kClasses, "AttributeError", R"(
class $A:
    $?__slots__ = ('one',)
    def __init__(self):
        self.one = $v
    $?def __getattr__(self, attr):
        return getattr(self, '_' + attr) if attr[:3] != '___' else object.__getattribute__(self, attr)
class $B($A): pass
$1 = $B()
$($1.nothing_here|del $1.nothing_here|$1.one.nothing_here|$A.nothing_here|$B.__nothing__|$1.methods()$)
)"},
    {Feature::kClasses, "", R"(
class $M(type):
    def $(__call__|__new__|__init__|__prepare__|__getattr__$)(cls, *args, **kw):
        $(raise ValueError(len(args))|return $x|raise TypeError('meta')$)
class $A(metaclass=$M):
    $?one = $v
$A().$(one|two$)
$A.three
)"},
    {Feature::kClasses, "", R"(
class $A:
    one = $v
    for num in range($p):
        two = $(num|one|[num]$)
        $?if num:
            three = $x
    def method(self): return $v
    four = $x
)"},
    {Feature::kClasses, "", R"(
class $A:
    def __init__(self, one, two=$n, *, three):
        self.one = one
    def method(self, arg): return arg
    @staticmethod
    def lone(): return $v
$($A()|$A(1, 2, 3, three=4)|$A(1)|$A(1, three=2, four=3)|$A(1, three=2).method()|$A.method()|$A(1, \
        three=2).lone(1)|$A(1, three=2) + 1|$A(1, three=2) < $A(2, three=3)|$A(1, three=2)()|$A(1, \
        three=2)[0]|-$A(1, three=2)|len($A(1, three=2))|for num in $A(1, \
        three=2): pass|object.__new__(int)|object().__init__(1)|class $B($A, \
        $A): pass|class $B(5): pass|super().method()|isinstance(1, $A(1, three=2))|{}[0] if 0 else $A + $A$)
)"},
    {Feature::kClasses, "RecursionError", R"(
class $A:
    def __$(getattr|repr|eq|len|add|call|iter|contains$)__(self, *args):
        return $(self == self|repr(self)|len(self)|self + 1|self()|[*self]|1 in self|self.more$)
    def more(self): return self.more()
$1 = $A()
for act in (lambda: $1.zork, lambda: repr($1), lambda: $1 == $1, lambda: len($1), lambda: $1 + 1, lambda: $1(), \
        lambda: list($1), lambda: 1 in $1, lambda: $1.more()):
    try:
        act()
    except (TypeError, AttributeError):
        pass
)"},
    {Feature::kGenerators, "", R"(
$gdef $1(arg):
    yield $v
    try:
        yield from $1(arg - 1) if arg else ()
    finally:
        print('closing', arg)
    yield $(1 // 0|{}['k']|[][arg]|int('x')|undefined_thing$)
$(print(list($1($p)))|for got in $1(1): \
        print(got)|sum($1(0))|[*$1(2)]|next(iter(sorted($1(0))))|dict(zip($1(0), 'abcdef'))|'-'.join($1(0))$)
$2 = $1(0)
next($2)
next($2)
next($2)
)"},
    {Feature::kGenerators, "", R"(
$gdef $1():
    got = yield $v
    $?print('got', got)
    raise $(StopIteration(got)|ValueError(got)|GeneratorExit$)
$2 = $1()
$(next($2)|$2.send(1)|$2.throw(KeyError('thrown'))|next($2)$)
$($2.send($v)|$2.throw(ValueError)|next($2)|$2.throw(5)$)
)"},
    {Feature::kMatch, "", R"(
class $A:
    __match_args__ = $(('one', 'one')|5|('one', 2)|('one',)$)
    def __init__(self):
        self.one = $v
match $A():
    case $A($n, $n):
        pass
    case object() if $x:
        pass
)"},
    {Feature::kExceptStar, "ExceptionGroup", R"(
def $1(arg):
    try:
        raise ExceptionGroup($q, [ValueError(arg), ExceptionGroup('in', [KeyError($v), TypeError($n)]), \
                OSError($n, 'no')])
    except* $(KeyError|ZeroDivisionError|LookupError$) as many:
        $(print(many.exceptions)|raise|raise RuntimeError('from handler')|pass$)
    finally:
        $?print('finally')
$?$1.__doc__ = $q
$1($v)
)"},
    {Feature::kExceptStar, "", R"(
def $1():
    err = $(ValueError($v)|KeyError($q)|RuntimeError()$)
    err.add_note($s)
    $?err.add_note('second\nnote')
    raise err $(|from TypeError('cause')|from None$)
try:
    $1()
except Exception as err:
    err.add_note('outer')
    $(raise|raise ExceptionGroup('wrapped', [err, \
            LookupError($n)])|raise ValueError('again')|raise ValueError('chained') from err$)
)"},
    {Feature::kWith, "", R"(
class $A:
    def __enter__(self): $(return self|return $v$)
    def __exit__(self, *info):
        print(info[0].__name__)
        $(return False|raise RuntimeError('exit')|return None|pass$)
def $1():
    with $A() as one, $A():
        return $x
$(with $A(): $1()|$1()|with $A() as got: raise KeyError(got is None)$)
)"},
    {Feature::kAsync, "", R"(
$gasync def $1(arg):
    $?print('in', arg)
    if arg:
        return await $1(arg - 1)
    return $(1 // 0|{}['k']|[][9]|await 5|undefined_thing$)
$gasync def $2():
    $(return [await $1(num) for num in range($p)]|async with $1: pass|async for num in $l: pass|return (await \
            $1(1)) + 1$)
$3 = $($1($p)|$2()$)
$3.send(None)
)"},
    {Feature::kExec, "", R"(
$1 = {'box': $l, 'text_': $q}
def $2(code):
    return exec(code, $1)
$($2('box.nothing()')|$2('def inner():\n    return 1 // 0\ninner()')|eval('box[99]', \
        $1)|$2('x = = 1')|eval('1 +')|exec('class A:\n  def m(self): return zork\nA().m()', \
        {})|exec(compile('raise ValueError(text_)', '<made>', 'exec'), $1)|eval('undefined_thing + 1', {})$)
)"},
    {Feature::kTyping, "", R"(
type $A[T] = list[T] | undefined_thing
class $B[T: undefined_bound]: pass
def $1[T](arg: undefined_note) -> T: return arg
$($A.__value__|$B.__type_params__[0].__bound__|$1.__annotations__|$A()|isinstance(1, $A)|$B[int, \
        str]|int.__or__(int, 5) + 1|isinstance([], list[int])|$A[int, str].__value__|$1[int]$)
)"},
    {Feature::kSyntax, "TypeError", R"(
def $1(one, /, two, *, three=$n, **kw): return one
$2 = {'two': 1}
$($1(*[], **$2)|$1(1, 2, 3, 4)|$1(1, two=2, one=3, \
        **{'two': 4})|$1(*5)|$1(**5)|$1(**{1: 2})|$1()|$1(1)|print(*None)|[*$n]|{**$n}|{*$n}|one, \
        two = 5|(lambda *, one: one)()$)
)"},
};

}  // namespace

void ProgramBuilder::ChooseThemes() {
  std::vector<FeatureMask> allowed;
  for (int i = 0; i < static_cast<int>(Feature::kCount); ++i) {
    FeatureMask one = MaskOf(static_cast<Feature>(i));
    if ((options_.features & one) == 0) continue;
    allowed.push_back(one);
    if (random_.Percent(45)) themes_ |= one;
  }
  if (themes_ == kNoFeatures) themes_ = random_.Pick(allowed);
  asyncio_ = Has(Feature::kAsyncio) && (!Has(Feature::kAsync) || random_.Percent(40));
  WriteImports();
  if (Has(Feature::kTemplateStrings)) WriteRenderer();
  if (Has(Feature::kWith)) WriteManagerClass();
  if (Has(Feature::kAsync) || asyncio_) WriteDriver();
}

// `nest`: a block may be opened here, `define`: a function or class.
bool ProgramBuilder::FeatureStatement(bool nest, bool define) {
  if (scopes_.back().kind == Scope::Kind::kClass || scopes_.back().kind == Scope::Kind::kLambda) return false;
  if (scopes_.back().generator && random_.Percent(40)) {
    YieldStatement();
    return true;
  }
  bool here = statement_depth_ <= 2 || random_.Percent(30);
  int large = here && define && weight_ < 10 && template_depth_ == 0 ? 1 : 0;
  int block = nest && (statement_depth_ <= 2 || random_.Percent(40)) ? 1 : 0;
  auto weight = [&](Feature feature, int base) { return Has(feature) ? base : 0; };
  bool async = Has(Feature::kAsync) || asyncio_;
  int total = weight(Feature::kClasses, 16 * large) + weight(Feature::kClasses, 16) +
              weight(Feature::kClasses, 10 * large) + weight(Feature::kGenerators, 16 * large) +
              weight(Feature::kWith, 12 * block) + weight(Feature::kMatch, 14 * block) +
              weight(Feature::kExceptStar, 8 * block) + weight(Feature::kSyntax, 8 * large) +
              weight(Feature::kExec, 6 * large) + weight(Feature::kTyping, 8 * large) +
              weight(Feature::kTemplateStrings, 8) + (async ? 18 * large : 0) + weight(Feature::kImports, 14 * large);
  if (total == 0) return false;
  switch (random_.Weighted(
      {weight(Feature::kClasses, 16 * large), weight(Feature::kClasses, 16), weight(Feature::kClasses, 10 * large),
       weight(Feature::kGenerators, 16 * large), weight(Feature::kWith, 12 * block),
       weight(Feature::kMatch, 14 * block), weight(Feature::kExceptStar, 8 * block),
       weight(Feature::kSyntax, 8 * large), weight(Feature::kExec, 6 * large), weight(Feature::kTyping, 8 * large),
       weight(Feature::kTemplateStrings, 8), async ? 18 * large : 0, weight(Feature::kImports, 14 * large)})) {
    case 0:
      ClassStatement();
      break;
    case 1:
      if (VisibleClasses().empty()) return false;
      if (random_.Percent(75)) {
        MemberStatement();
      } else {
        InstanceStatement();
      }
      break;
    case 2:
      ObjectModelStatement();
      break;
    case 3:
      GeneratorStatement();
      break;
    case 4:
      WithStatement();
      break;
    case 5:
      MatchStatement();
      break;
    case 6:
      GroupStatement();
      break;
    case 7:
      SyntaxStatement();
      break;
    case 8:
      ExecStatement();
      break;
    case 9:
      TypingStatement();
      break;
    case 10:
      if (large == 0) {
        Line("print(" + renderer_ + "(" + TemplateText(2) + "))");
      } else {
        TemplateStatement();
      }
      break;
    case 11:
      AsyncStatement();
      break;
    default:
      ModuleStatement();
      break;
  }
  return true;
}

Expr ProgramBuilder::TryFeature(const ValueType& want, int depth) {
  bool async = Has(Feature::kAsync) || asyncio_;
  bool text = want.kind == Kind::kStr && Has(Feature::kTemplateStrings);
  int lists = Has(Feature::kGenerators) && want.kind == Kind::kList && want.lo == 0 ? 1 : 0;
  switch (random_.Weighted({1, Has(Feature::kClasses) ? 30 : 0, async ? 20 : 0, Has(Feature::kExec) ? 5 : 0,
                            text ? 12 : 0, Has(Feature::kImports) ? 14 : 0, 20 * lists})) {
    case 1:
      return TryMember(want, depth);
    case 2:
      return TryAwait(want, depth);
    case 3:
      return TryEval(want, depth);
    case 4:
      return TryTemplate(depth);
    case 5:
      return TryModule(want, depth);
    case 6: {
      const Function* source =
          PickSuspending(false, true, [&](const Function& function) { return function.yields == want.args[0]; });
      if (source == nullptr) return {};
      Expr call = CallSuspending(*source, depth - 1);
      return Expr{random_.Pick<std::string>({"list(" + call.text + ")", "[*" + call.text + "]"}), kPrimary,
                  ListType(want.args[0], 0, 1000), true};
    }
    default:
      return {};
  }
}

// An iterable that a feature offers; of that element, if one is asked for.
bool ProgramBuilder::FeatureIterable(const ValueType* element, int depth, Iterable* out) {
  // What is consumed later, or by what may itself be left half-way, must not show that it was.
  bool later = lazy_;
  for (size_t i = FunctionScopeIndex(); i < scopes_.size(); ++i) later = later || scopes_[i].suspends;
  auto suits = [&](const ValueType& type) { return element == nullptr || Fits(type, *element, false); };
  if (Has(Feature::kGenerators) && random_.Percent(60)) {
    const Function* picked = PickSuspending(
        false, true, [&](const Function& function) { return suits(function.yields) && !(later && function.cleanup); });
    if (picked != nullptr) {
      Function function = *picked;
      *out = {CallSuspending(function, std::max(depth - 1, 0)).text, function.yields,
              std::max<int64_t>(function.count, 1), false, function.cleanup};
      return true;
    }
  }
  if (!Has(Feature::kClasses)) return false;
  std::vector<int> found;
  for (int number : VisibleClasses()) {
    const ClassShape& shape = classes_[static_cast<size_t>(number)];
    if (shape.iterable && suits(shape.element) && CanAfford(shape.cost * 3)) found.push_back(number);
  }
  if (found.empty()) return false;
  int number = random_.Pick(found);
  const ClassShape& shape = classes_[static_cast<size_t>(number)];
  Expr variable = VariableWhere([&](const Variable& candidate) { return candidate.type == shape.Type(); });
  bool stored = !variable.empty() && random_.Percent(60);
  *out = {stored ? variable.text : Construct(number, std::max(depth - 1, 0)).text, shape.element,
          std::max<int64_t>(shape.count, 1), stored};
  Charge(shape.cost * 2);
  return true;
}

void ProgramBuilder::FeatureEnding(std::string* exception) {
  std::vector<const Ending*> found;
  for (const Ending& ending : kEndings) {
    if (Has(ending.feature)) found.push_back(&ending);
  }
  if (found.empty()) {
    Line(ErrorStatement(exception));
    return;
  }
  const Ending& ending = *random_.Pick(found);
  *exception = ending.exception;
  Write(ending.pattern);
}

}  // namespace garter::fuzz
