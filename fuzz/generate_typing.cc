// What types are written as: type statements, type parameters of functions and classes, unions and generic aliases, and
// annotations, which are evaluated only when somebody looks.
#include <algorithm>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char* const kAliases[] = {
    R"(
type $A = $(int | str$)
type $B = list[$A] | None
print($A, $A.__name__, $A.__value__, $A.__type_params__, type($A).__name__, repr($B), $B.__value__)
type $C = list[$C] | nothing_like_it
try:
    print($C.__value__)
except NameError as err:
    print(err)
nothing_like_it = int
print($C.__value__)
print($C.__module__, $A | None, [$A, $B])
)",
    R"(
type $A[T] = list[T] | dict[str, T]
type $B[T: int, U: (int, str) = str, *Ts = *tuple[int, ...], **P = [int]] = tuple[T, *Ts] | dict[U, T]
print($A[int], $A[int].__args__, $A.__type_params__, $A[$A[str]], $A[int].__origin__ is $A)
print([parm.__name__ for parm in $B.__type_params__], $B.__type_params__[0].__bound__, $B.__type_params__[1].__constraints__)
print([type(parm).__name__ for parm in $B.__type_params__], $B.__type_params__[1].__default__, $B.__parameters__)
$?print($B[int, str, bytes, [int]])
type $C[T: undefined_bound] = T
try:
    print($C.__type_params__[0].__bound__)
except NameError as err:
    print(err)
for bad in (lambda: $A(), lambda: isinstance([], $A), lambda: $A.__value__ + 1, lambda: setattr($A, '__name__', 'x')):
    try:
        print(bad())
    except (TypeError, AttributeError) as err:
        print(type(err).__name__, err)
)",
    R"(
print(int | str, int | None, None | list[int], list[int] | dict[str, int], (int | str) == (str | int), int | int, int | bool | int)
print((int | str).__args__, list[int].__origin__, dict[str, list[int]].__args__, tuple[int, ...], type[int], list[$n], set['later'])
print(isinstance($v, int | str), isinstance($v, (int | None) | float), issubclass(bool, int | str), list[int]($l), type(list[int]).__name__)
print(type(int | str).__name__, list[int] == list[int], hash(list[int]) == hash(list[int]), list[int] is list[int], dict[str, int]({'k': $v}))
for bad in (lambda: int | 5, lambda: isinstance([], list[int]), lambda: int[str], lambda: [] | int, lambda: list[int]['x'], lambda: issubclass(int, list[int]), lambda: 'a' | int):
    try:
        print(bad())
    except TypeError as err:
        print(err)
)",
};

const char* const kParameters[] = {
    R"(
def $1[T](arg: T, *more: T, key_: list[T] | None = None) -> tuple[T, ...]:
    def inner() -> T:
        return T
    return (arg, *more, inner() is T, T.__name__)
print($1($v, $v), $1.__type_params__, $1.__annotations__, $1.__name__)
def $2[T: (int, str), **P, *Ts](fn, arg: T = $v, *args: *Ts) -> T:
    return fn(arg), args
print($2(repr, $v, $v), $2.__type_params__[0].__constraints__, $2.__type_params__[1:], $2.__annotations__['args'])
def $3[T: int = bool](arg: T): return T.__bound__, T.__default__, T.__covariant__, T.__infer_variance__
print($3($n), $3.__type_params__[0].has_default())
)",
    R"(
class $A[T]:
    kind_of: T
    def __init__(self, thing: T) -> None:
        self.thing = thing
    def get(self) -> T:
        return self.thing
    def mapped[U](self, fn) -> '$A[U]':
        return $A(fn(self.thing))
    def __repr__(self):
        return f'$A({self.thing!r})'
class $B[K, *Vs]($A[K]):
    $?type Inner = dict[K, int]
    def names_of(self):
        return K.__name__, Vs.__name__
class $C($A[$(int|str|list[int]$)]): pass
print($A[int], $A.__type_params__, $A.__parameters__, $A[int].__args__, $A[int]($v).get(), $A($v).mapped(repr))
print($B.__type_params__, [kls.__name__ for kls in $B.__mro__], $C($v).get(), $C.__orig_bases__[0].__args__, $B($v).names_of())
$?print($A.__orig_bases__, $B[int, str, bytes])
for bad in (lambda: $A[int, str], lambda: $C[int], lambda: isinstance($A(1), $A[int]), lambda: $A[()]):
    try:
        print(bad())
    except TypeError as err:
        print(err)
print(isinstance($C(1), $A), $A[int].get is $A.get, $A.get.__annotations__, $A.__annotations__)
)",
    R"(
class $A[T: (lambda: int)() = $(int|str|bool$)](metaclass=type):
    for T_ in range($p):
        pass
    last_of = T_
    def of_type(self, default=T_):
        return T.__bound__, default
    class Inner[U]:
        def both(self):
            return T, U, __class__.__qualname__
print($A().of_type(), $A.Inner().both(), $A.last_of, $A.__qualname__, $A.Inner.__type_params__)
def $1[T](deco_arg: T = $v):
    def deco[F](fn: F) -> F:
        return fn
    return deco
@$1[0] if False else $1()
def $2[T = int, *Ts = *tuple[int], **P = ...](): return T.__default__, P.__default__, [*Ts.__default__]
print($2())
T = $v
def $3[T](arg=T): return arg == T
print($3() in (True, False), T)
)",
};

const char* const kAnnotations[] = {
    R"(
def $1(one: int, two: 'str' = $v, /, *args: list[int], three: later_type = $v, **kw: dict[str, int]) -> None | int:
    local_one: undefined_here = $v
    local_two: int
    return local_one
print($1($v))
try:
    print($1.__annotations__)
except NameError as err:
    print(err)
class later_type: pass
print([*$1.__annotations__], $1.__annotations__['two'], $1.__annotations__['three'] is later_type, $1.__annotations__['return'])
$1.__annotations__['one'] = $v
print($1.__annotations__['one'])
$?$1.__annotations__ = {}
print(len($1.__annotations__), callable($1.__annotate__))
$1.__annotate__ = lambda format_: {'made': $v}
$?del $1.__annotations__
print($1.__annotations__)
)",
    R"(
class $A:
    one: int = $v
    two: 'list[$A]'
    three: dict[str, $A] | None = None
    if $b:
        four: $(float|later_on|str$)
    $?for num in range(2):
        five: (num, $n)
    def method(self, arg: $A = None) -> $A:
        return arg
    self_typed: $A
later_on = bytes
print([*$A.__annotations__], $A.__annotations__['three'], $A.__annotations__['self_typed'] is $A, $A.method.__annotations__['return'] is $A)
class $B($A):
    $?six: int
print('one' in $B.__annotations__, $B.__dict__.get('__annotations__'), $A().method(), hasattr($A, 'two'))
$A.__annotations__ = {'new': $n}
print($A.__annotations__, $B.three)
)",
    R"(
calls_of = []
def $1(arg):
    calls_of.append(arg)
    return arg
def $2(one: $1('one') = $1('default'), *args: $1('args')) -> $1('return'):
    inner: $1('never') = $1('value')
    ($1('target')): $1('bare') if False else 0
    return inner
print(calls_of, $2(), calls_of)
print($2.__annotations__, calls_of[-3:], $2.__annotations__ is $2.__annotations__)
print((lambda arg: arg).__annotations__, $2.__annotate__(1), len(calls_of))
for form_ in (2, 4, 9, None):
    try:
        print(form_, $2.__annotate__(form_))
    except (NotImplementedError, TypeError, ValueError) as err:
        print(type(err).__name__)
)",
};

}  // namespace

// A type for annotations; never evaluated unless the program looks, so it may name what does not exist.
std::string ProgramBuilder::TypeText(const ValueType& type, int depth) {
  if (random_.Percent(8)) return random_.Pick({"Later", "'Later'", "undefined.name", "Later[int]", "not_here | None"});
  if (random_.Percent(12)) return TypeText(type, 0) + " | None";
  switch (type.kind) {
    case Kind::kNone:
      return "None";
    case Kind::kList:
    case Kind::kSet:
    case Kind::kFrozenSet:
      if (depth <= 0) return ClassName(type.kind);
      return std::string(ClassName(type.kind)) + "[" + TypeText(type.args[0], depth - 1) + "]";
    case Kind::kDict:
      if (depth <= 0) return "dict";
      return Cat({"dict[", TypeText(type.args[0], depth - 1), ", ", TypeText(type.args[1], depth - 1), "]"});
    case Kind::kTuple: {
      if (depth <= 0) return "tuple";
      std::vector<std::string> pieces;
      for (const ValueType& element : type.args) pieces.push_back(TypeText(element, depth - 1));
      return "tuple[" + Join(pieces, ", ") + "]";
    }
    case Kind::kInstance:
      return classes_[static_cast<size_t>(type.lo)].name;
    default:
      return ClassName(type.kind);
  }
}

void ProgramBuilder::TypingStatement() {
  auto one = [&](const auto& table) { Write(table[random_.Below(std::size(table))]); };
  switch (random_.Weighted({34, 36, 30})) {
    case 0:
      return one(kAliases);
    case 1:
      return one(kParameters);
    default:
      return one(kAnnotations);
  }
}

}  // namespace garter::fuzz
