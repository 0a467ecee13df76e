// Corners of the grammar: stars in every place that takes one, targets of every form, decorators that are any
// expression, del and global of everything, conditional and chained forms, parameters of every kind, literals of every
// spelling.
#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char* const kStars[] = {
    R"(
$1 = [*$l, *$e, *()]
$2 = (*$1, $v, *$q)
$3 = {*$l, *$1}
$4 = {**{$q: $v}, 'two': $n, **dict(zip('ab', $e)), **{}}
print($1, $2, sorted($3), $4, [*{}], [*$4], {**$4, 'last': [*$l, $v]})
)",
    R"(
def $1(*args, **kw):
    return args, kw
$2 = {'one': $v, 'two': $n}
print($1(*$l, $v, *$e, three=$n, **$2), $1(**$2, **{'four': $v}), $1(*(num for num in $l), *'ab'))
for bad in (lambda: $1(**$2, **$2), lambda: $1(one=1, **$2), lambda: $1(*$n), lambda: $1(**$l), \
        lambda: $1(**{1: 2}), lambda: $1(*None, **None)):
    try:
        print(bad())
    except TypeError as err:
        print(err)
)",
    R"(
first_of, *middle_of, last_of = $l + $l
*init_of, final_of = $e if False else $l
[head_of, *[one_of, *two_of]] = $l + [$n, $n, $n]
(three_of, *_), *four_of = [$q + 'ab', $v], *$l
print(first_of, middle_of, last_of, init_of, final_of, head_of, one_of, two_of, three_of, four_of)
for *five_of, six_of in ([1, 2, $v], $q + 'x', ($n, $n)):
    print(five_of, six_of)
print([(seven_of, eight_of) for seven_of, *eight_of in ('abc', $l, [$v])])
for bad in ('one_, two_ = $n,', 'one_, *two_, three_ = []', '[*one_], two_ = $l', 'one_, two_ = $n'):
    try:
        one_, two_ = ((), (1, 2, 3), 5, [])[len(bad) % 4]
    except (ValueError, TypeError) as err:
        print(err)
)",
    R"(
def $1(one, two=$v, /, three=$n, *args, four, five=$v, **kw):
    return one, two, three, args, four, five, kw
print($1($v, four=$n), $1($v, $v, $v, $v, four=1, six=2), $1($n, four=$n, one=1, two=2))
for bad in (lambda: $1(), lambda: $1(1), lambda: $1(four=1), lambda: $1(1, 2, 3, three=1, four=2), \
        lambda: (lambda one, /: one)(one=1), lambda: (lambda *, one: one)(1), lambda: (lambda: 0)(1), \
        lambda: (lambda one, two: 0)(1, 2, 3), lambda: (lambda one, *, two, three: 0)(1)):
    try:
        print(bad())
    except TypeError as err:
        print(err)
print($1.__defaults__, $1.__kwdefaults__, $1.__code__.co_argcount, $1.__code__.co_posonlyargcount, \
        $1.__code__.co_varnames[:3])
$1.__defaults__ = ($v,)
$?$1.__kwdefaults__ = {'four': $n}
try:
    print($1($v, $v, $v))
except TypeError as err:
    print(err)
)",
    R"(
def $1(*args):
    return args
$2 = {}
$2[*$l] = $v
$2[$n, *$l, ...] = $n
print($2, [*$2][0][0])
def $3():
    return *$l, $v
def $4():
    return $n, *$3()
print($3(), $4(), $1(*$3(), *$4()))
for got in *$l, $v:
    print(got)
    break
$5 = *$l, *$3()
print($5, (lambda *args, **kw: (*args, *kw))(*$5, key_=1))
print(*$l, *$3(), sep=$q)
)",
};

const char* const kTargets[] = {
    R"(
class $A: pass
$1 = $A()
$1.list_of, $1.dict_of = [0, 1, 2, 3], {}
$1.list_of[0], $1.dict_of['k'], $1.attr = $v, $v, $v
($1.list_of[1]), [$1.dict_of['z']], $1.other = $v, [$v], $v
for $1.list_of[2] in $e:
    pass
for $1.dict_of['n'], $1.attr in [($n, $v)]:
    pass
$1.num_of = $i
$1.num_of += $1.dict_of.setdefault('m', $n)
$1.list_of[1:3] = $l
$1.list_of[::2] = [$v for _ in $1.list_of[::2]]
$1.list_of[$n:$n] += ($v, $v)
print($1.list_of, $1.dict_of, $1.attr, $1.num_of)
del $1.list_of[0], $1.list_of[-1:], $1.dict_of['k'], ($1.attr), [$1.other]
print($1.list_of, $1.dict_of, sorted(vars($1)))
)",
    R"(
def $1():
    global $2, $3
    $2 = $v
    $3 = [$2]
    del $2
    try:
        return $2
    except NameError as err:
        return str(err)
print($1(), $3)
def $4():
    one = $v
    def inner():
        nonlocal one
        one = (one, $v)
        def inmost():
            nonlocal one
            del one
        inmost()
        try:
            return one
        except NameError as err:
            return type(err).__name__, str(err)
    return inner()
print($4())
)",
    R"(
$1 = [$n, $n, $n]
num_ = 0
num_, $1[num_] = 2, $v
$1[num_], num_ = $v, 1
print(num_, $1)
$1[0], $1[1], *$1[2:] = $l + $l
print($1)
(five_): int = $v
$2 = {}
$2['key']: int = $v
$2['other']: 'never evaluated' = $n
($2['third']) = six_ = $v
print(five_, $2, six_)
if (seven_ := $n) > (eight_ := $n) or (nine_ := $v):
    print(seven_, eight_)
print([(last_ := num, last_) for num in $l], last_)
print((ten_ := $v), f'{(ten_ := $n)}', f'{ten_:=^9}' if isinstance(ten_, int) else '')
)",
    R"(
try:
    $1 = $v
    del $1
    $1
except NameError as err:
    print(err)
try:
    del $1
except NameError as err:
    print(err)
$2 = $l
del $2[:], $2
$3, $4 = $v, $v
del ($3, [$4]), 
$5 = {'k': [$v, {'deep': $v}]}
del $5['k'][1]['deep'], $5['k'][0]
print($5)
for bad in ('k', $n, None):
    try:
        del $5[bad][bad]
    except (KeyError, TypeError, IndexError) as err:
        print(type(err).__name__, err)
)",
};

const char* const kDecorators[] = {
    R"(
$1 = [lambda fn: lambda *args: ('zero', fn(*args)), lambda fn: fn]
$2 = {'dec': lambda tag_: lambda fn: lambda *args: (tag_, fn(*args))}
@$1[$(0|1|-1$)]
@$2['dec']($v)
@(lambda fn: fn if $b else fn)
def $3(*args):
    return args
print($3($v), $3())
@callable
def $4(): pass
print($4)
@(lambda fn: print(fn.__name__))
def $7(): pass
print($7)
@(wrapped_ := lambda fn: (fn.__name__, $v))
def $5(): pass
print($5, wrapped_.__name__)
@$(str|repr$)
@type
@(lambda fn: fn() if callable(fn) else fn)
@lambda fn: lambda: $n
def $6(): pass
print($6)
)",
    R"(
def $1(*args, **kw):
    print('made', args, kw)
    def deco(fn):
        print('applied', args[:1], fn.__name__)
        def inner(*more, **rest_of):
            return $(fn(*more, **rest_of)|(args, fn(*more, **rest_of))|[fn(*more, **rest_of), kw]$)
        $?inner.__name__ = fn.__name__
        $?inner.__dict__.update(tagged=args)
        return inner
    return deco
@$1($v, key_=$n)
@$1()
def $2(arg=$v, *, kwd=$n):
    '''Doc.'''
    return arg, kwd
print($2(), $2($v, kwd=$v), $2.__name__, getattr($2, 'tagged', None))
$?$2.attr_of = $v
$?$2.__doc__ = $q
print(vars($2), $2.__doc__)
)",
    R"(
class $A:
    def __init__(self, fn):
        self.fn, self.times = fn, 0
    def __call__(self, *args):
        self.times += 1
        return self.fn(*args), self.times
    def __get__(self, obj, kls=None):
        return lambda *args: (kls.__name__, self(obj, *args))
@$A
def $1(*args):
    return len(args)
class $B:
    @$A
    def method(self, *args):
        return args
    @staticmethod
    @$A
    def lone(*args):
        return args
    @property
    @(lambda fn: lambda self: [fn(self)])
    def prop(self):
        return $v
    @classmethod
    def made(cls, *args):
        return cls.__name__, args
print($1($v), $1(), $B().method($v), $B.lone($v), $B().prop, $B.made($n), $1.times)
)",
};

const char* const kForms[] = {
    R"(
print($n if $b else $v if $b else $v, [$v, $v][$b], ($b and $v) or $v, not $b or not $b)
print($i < $i < $i != $n, $n in $l not in [$l], [$q] is not None is not True, 1 < 2 > 1 == 1)
print(-$n ** 2, (-2) ** $p, 2 ** -1, ~-$i, - + - $i, not not $i, 1 if 0 else 2 if 0 else 3)
print((lambda: (yield_ := $v))(), (lambda arg=$n, *args, key_=$v, **kw: (arg, args, key_, kw))(*$l, more_=1))
print(0x_ff, 0b1_01, 0o7_7, 1_000.5e-1_0, 1e3j, .5, 5., 0xDEAD_beef, 00, 1_0j)
print('a' 'b' "c" f'{($v)}' r'\n' '\x41\u0042\N{LATIN SMALL LETTER C}\103', b'x' b'\x00' rb'\z', '''t'q"''', u'u')
print($l[$n:], $l[::-1], $l[-1:None:-1], 'abcdef'[1:$n][::2], $l[slice(None, $p)], [$l][0][0])
)",
    R"(
print(f'{($v)!r:>{$p + 9}}|{($v)!s}|{($v)!a:<9}|{($i):+d}|{($i)=}|{($i) = :>5}|{{}}|{"q":*^{$p}}|{f"{($v)}"}')
print(f'{($i):{"x" if $b else "d"}}', f'{lambda_}' if (lambda_ := $n) else '', f'{(lambda arg: arg)($v)}', \
        f'{ {"k": $v}["k"] }')
print(f'{$l!r:.{$p}}', f'{3.14159:.{$p}f}', f"{'nested' f'{($v)}'}", f'{($i):,}' f'{1e6:_.1f}', rf'\{$n}\n', \
        f'{($b):d}')
)",
    R"(
if $b: print('one'); print('two')
elif $b: pass
else: print('three')
for num in $e: print(num, end=' '); continue
while $b: print('while'); break
else: print('else')
try: print($x)
except Exception: print('caught')
else: pass
finally: print('finally')
class $A: one, two = $v, $v; three = one
def $1(arg): print(arg); return arg
def $2(): return; yield
print($A.three, $1($v), list($2())); $(pass|...|None|1, 2|'text'$)
with_ = lambda *args, **kw: (args, kw); print(with_(1, *$l, key_=2)); del with_
assert True, $v
)",
    R"(
print([num_ for num_ in range($p) if num_ if num_ % 2 or $b], \
        {num_: sub_ for num_ in range(3) for sub_ in range(num_)})
print([[sub_ * $n for sub_ in range(num_)] for num_ in $l[:3] if isinstance(num_, int) and num_ < 9], \
        {num_ % 3 for num_ in $l})
print(list((num_, sub_) for num_ in 'ab' if num_ != $q for sub_ in $l if $b), sum(num_ for num_ in range($n)))
print([lam(1) for lam in [lambda arg, num_=num_: num_ + arg for num_ in range(3)]], \
        [(lambda: num_)() for num_ in 'xy'])
print([num_ for num_, *_ in ['ab', 'cd']], [num_ for (num_, [sub_]) in [($n, [$v])]], \
        [(yes_ := num_) for num_ in $l][-1:] == [yes_])
print([(num_, sub_) for num_ in range(2) for sub_ in (num_, $v)], [num_ for num_ in [*$l] for num_ in [num_, num_]])
print({**{num_: str(num_) for num_ in range(2)}, $q: [[]]}, [*(num_ for num_ in $e)], \
        all(num_ == num_ for num_ in $l))
)",
    R"(
def $1(): ...
def $2():
    '''Doc of $2.'''
    $2.called = getattr($2, 'called', 0) + 1
    return $2.called
print($1(), $2(), $2(), $2.__doc__, $1.__doc__, $2.__name__, $2.__qualname__, $2.__module__, $1.__dict__)
print((lambda: 0).__name__, (lambda: 0).__qualname__, [fn_.__qualname__ for fn_ in [lambda: 1]], $1.__code__.co_name)
def $3():
    def inner():
        return inner.__qualname__
    return inner(), $3.__closure__ is None, inner.__closure__ is not None, inner.__code__.co_freevars
print($3())
$1.__name__ = $q
print($1.__name__, $2.__code__.co_varnames, $2.__globals__ is globals(), callable($1), $1 == $1, $1 != $2)
)",
    R"(
print(__name__, __doc__ is None or isinstance(__doc__, str), __debug__)
if __name__ == '__main__':
    print($v, ..., Ellipsis is ..., NotImplemented, type(...).__name__, type(NotImplemented).__name__)
print([type(thing).__name__ for thing in (1, 1.0, 1j, 'a', b'a', None, True, [], (), {}, set(), frozenset(), \
        range(1), slice(1), ..., NotImplemented, int, type, object(), len, [].append, lambda: 0, \
        (num_ for num_ in ()), iter([]), iter(()), {}.keys(), {}.items(), property(), staticmethod(len), super, \
        zip(), map(len, []), enumerate([]), reversed([]), Exception())])
)",
};

}  // namespace

void ProgramBuilder::SyntaxStatement() {
  auto one = [&](const auto& table) { Write(table[random_.Below(std::size(table))]); };
  switch (random_.Weighted({28, 24, 18, 30})) {
    case 0:
      return one(kStars);
    case 1:
      return one(kTargets);
    case 2:
      return one(kDecorators);
    default:
      return one(kForms);
  }
}

}  // namespace garter::fuzz
