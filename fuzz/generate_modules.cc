// The modules that the language itself leans on. Which of them a program imports, and how (whole, renamed, name by
// name, with a star), is drawn once, at its top; everything below asks From() what a name is called here. Nothing is
// used that reaches outside of the program, and what a module's own Python code raises is caught at once: its frames
// would stand in a traceback.
#include <algorithm>

#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

struct Module {
  const char* name;
  std::vector<const char*> names;  // What the templates use.
  bool star;                       // `import *` hides no builtin.
};

const std::vector<Module>& Modules() {
  static const auto& modules = *new std::vector<Module>{
      {"functools",
       {"reduce", "partial", "lru_cache", "cache", "wraps", "total_ordering", "singledispatch", "cmp_to_key",
        "cached_property", "partialmethod", "update_wrapper", "singledispatchmethod", "Placeholder"},
       true},
      {"operator",
       {"add",     "mul",     "sub",      "itemgetter", "attrgetter", "methodcaller", "neg",     "not_",
        "truth",   "is_",     "contains", "concat",     "index",      "countOf",      "indexOf", "lt",
        "getitem", "setitem", "iadd",     "mod",        "xor",        "call"},
       false},
      {"dataclasses",
       {"dataclass", "field", "asdict", "astuple", "replace", "fields", "KW_ONLY", "InitVar", "is_dataclass",
        "make_dataclass", "FrozenInstanceError"},
       true},
      {"enum", {"Enum", "IntEnum", "Flag", "IntFlag", "StrEnum", "auto", "unique", "member", "nonmember"}, true},
      {"contextlib",
       {"contextmanager", "suppress", "nullcontext", "ExitStack", "closing", "ContextDecorator", "AsyncExitStack",
        "asynccontextmanager", "chdir"},
       true},
      {"abc", {"ABC", "ABCMeta", "abstractmethod"}, true},
      {"typing",
       {"NamedTuple",        "Any",      "Optional",       "Union",
        "Callable",          "TypeVar",  "Generic",        "Protocol",
        "runtime_checkable", "cast",     "get_type_hints", "get_origin",
        "get_args",          "Literal",  "Final",          "ClassVar",
        "TypedDict",         "overload", "Annotated",      "Self",
        "NewType",           "final",    "TYPE_CHECKING",  "assert_never"},
       false},
      {"types",
       {"SimpleNamespace", "MappingProxyType", "MethodType", "FunctionType", "GenericAlias", "NoneType", "CodeType",
        "ModuleType", "GeneratorType", "new_class", "coroutine", "UnionType"},
       false},
      {"copy", {"copy", "deepcopy"}, false},
      {"collections.abc",
       {"Iterable", "Iterator", "Sequence", "Mapping", "MutableMapping", "Hashable", "Callable", "Sized", "Container",
        "MutableSequence", "Set", "Generator"},
       false},
      {"weakref", {"ref", "WeakValueDictionary", "WeakKeyDictionary", "WeakSet", "proxy"}, false},
  };
  return modules;
}

struct ModuleTemplate {
  const char* module;  // One or two, joined by a blank.
  const char* pattern;
};

const ModuleTemplate kTemplates[] = {
    {"functools", R"(
print($[functools.reduce](lambda one, two: (one $(+|*|-|^$) two) % 997, $e, $i), $[functools.reduce](max, $l + $l))
$1 = $[functools.partial](lambda *args, **kw: (args, sorted(kw.items())), $v, key_=$v)
print($1(), $1($v, key_=$n, more_=1), $1.args, $1.keywords, $[functools.partial]($1, $n)($n))
$?print($[functools.partial](divmod, $[functools.Placeholder], $p)($i))
$2 = $[functools.cmp_to_key](lambda one, two: $(two - one|one % 3 - two % 3|one - two$))
print(sorted($l + $l, key=$2), $2(1) < $2(2))
try:
    $[functools.reduce](lambda one, two: one, [])
except TypeError as err:
    print(err)
)"},
    {"functools", R"(
calls_of = []
@$($[functools.cache]|$[functools.lru_cache]|$[functools.lru_cache](maxsize=None)|$[functools.lru_cache]()$)
def $1(num, *more):
    calls_of.append(num)
    return num if num < 2 else ($1(num - 1) + $1(num - 2)) % 1009
print($1(9), len(calls_of), $1(9), $1.cache_info().hits > 0, $1.cache_info().misses, $1.__wrapped__(1))
$1.cache_clear()
print($1(3), calls_of[-2:], $1.cache_info().currsize)
@$[functools.lru_cache](maxsize=$p, typed=$(True|False$))
def $2(*args, **kw):
    calls_of.append(args)
    return args, kw
for arg in $l + $l + [1, 1.0, True]:
    $2(arg)
print($2.cache_info()[:3], $2(1, key_=2), $2.cache_parameters() if hasattr($2, 'cache_parameters') else None)
try:
    $2([])
except TypeError as err:
    print(err)
)"},
    {"functools", R"(
def $1(fn):
    @$[functools.wraps](fn)
    def inner(*args, **kw):
        '''inner doc'''
        return $(fn(*args, **kw)|(fn.__name__, fn(*args, **kw))$)
    return inner
@$1
def $2(arg: int = $n):
    '''Doc of it.'''
    return arg
print($2.__name__, $2.__doc__, $2.__wrapped__($v), $2($v), $2.__qualname__, $2.__annotations__)
@$[functools.total_ordering]
class $A:
    def __init__(self, num):
        self.num = num
    def __eq__(self, other):
        return self.num == other.num
    def __$(lt|gt|le|ge$)__(self, other):
        return self.num $(<|>|<=$) other.num
print([(one < two, one <= two, one > two, one >= two) for one, two in [($A($n), $A($n)), ($A(1), $A(1))]])
class $B:
    @$[functools.cached_property]
    def once(self):
        print('computing')
        return $v
    def full(self, *args, **kw):
        return args, kw
    some = $[functools.partialmethod](full, $v, key_=$n)
$3 = $B()
print($3.once, $3.once, 'once' in vars($3), $3.some($v))
del $3.once
print($3.once)
)"},
    {"functools", R"(
@$[functools.singledispatch]
def $1(arg, *more):
    return 'any', arg
@$1.register
def _(arg: int, *more):
    return 'int', arg
@$1.register(list)
def _(arg, *more):
    return 'list', [$1(sub) for sub in arg]
$1.register(str, lambda arg, *more: ('str', len(arg)))
print($1($v), $1($n), $1([$v, [$q]]), $1(True), $1($q), $1(None), $1.dispatch(bool) is $1.dispatch(int))
class $A:
    @$[functools.singledispatchmethod]
    def take(self, arg):
        return 'other', arg
    @take.register
    def _(self, arg: int | float):
        return 'number', arg
print($A().take($v), $A().take($n), $A().take($q))
)"},
    {"operator", R"(
print($[operator.add]($i, $i), $[operator.mul]($q, $p), $[operator.sub]($i, $n), $[operator.neg]($i), \
        $[operator.not_]($v), $[operator.truth]($v))
print($[operator.itemgetter](0)($l), $[operator.itemgetter](0, -1, 0)($l), $[operator.itemgetter](slice(1, \
        $p))($l), sorted([(2, 'b'), (1, $q), (2, 'a')], key=$[operator.itemgetter](0)))
print($[operator.methodcaller]('upper')($s), $[operator.methodcaller]('split', ',', maxsplit=1)('a,b,c'), \
        $[operator.attrgetter]('real', 'imag')($i))
print($[operator.contains]($l, $n), $[operator.countOf]($l, $n), $[operator.concat]($l, $l), \
        $[operator.is_](None, None), $[operator.index](True))
print($[operator.lt]($i, $i), $[operator.getitem]($l, 0), $[operator.mod]($i, $p), $[operator.xor]($n, $n), \
        $[operator.call](lambda *args: args, $v))
$1 = $l
print($[operator.iadd]($1, [$n]) is $1, $[operator.setitem]($1, 0, $v), $1)
for bad in (lambda: $[operator.add](1, 'a'), lambda: $[operator.itemgetter](9)([]), \
        lambda: $[operator.attrgetter]('real.none')(1), lambda: $[operator.index](1.5), \
        lambda: $[operator.indexOf]([], 1), lambda: $[operator.itemgetter]()):
    try:
        print(bad())
    except (TypeError, IndexError, AttributeError, ValueError) as err:
        print(type(err).__name__, err)
)"},
    {"dataclasses", R"(
@$[dataclasses.dataclass]$(|(order=True)|(frozen=True)|(slots=True)|(kw_only=True)|(repr=False)|(eq=False, \
        order=False)|(unsafe_hash=True)|(match_args=False)$)
class $A:
    '''Doc.'''
    one: int = $n
    two: list = $[dataclasses.field](default_factory=lambda: [$v], $(compare=False|repr=False|repr=True|init=True$))
    three: str = $[dataclasses.field](default=$q, kw_only=True)
    $?four: 'int' = $[dataclasses.field](init=False, default=$n)
    $?def __post_init__(self):
        print('post', self.three)
$1 = $A(one=$i)
try:
    print($1) if '__repr__' in vars($A) else print('no repr')
    print($[dataclasses.asdict]($1), $[dataclasses.astuple]($1), [fld.name for fld in $[dataclasses.fields]($A)])
    print($[dataclasses.replace]($1, one=$i).one, $A(one=1, three='x') == $A(one=1, three='x'), hasattr($A, \
            '__match_args__'))
    $1.one = $v
    print($1.one, $1 < $A(one=$n, three='z'))
except (TypeError, $[dataclasses.FrozenInstanceError], AttributeError) as err:
    print(type(err).__name__, err)
try:
    print(hash($1) == hash($1), {$1: 1}[$1])
except TypeError as err:
    print(err)
try:
    $A($n, [], $n, $n, $n)
except TypeError as err:
    print(str(err).replace($A.__qualname__, '$A'))
)"},
    {"dataclasses", R"(
@$[dataclasses.dataclass]
class $A:
    one: int
    two: float = $n
    _: $[dataclasses.KW_ONLY]
    three: int = $n
@$[dataclasses.dataclass]
class $B($A):
    four: $[dataclasses.InitVar][int] = $n
    five: object = None
    $?one: int = $n
    def __post_init__(self, four):
        self.five = (four, self.two)
print($A($v, three=$n), $B($v, $n, $n), $B.__match_args__, [fld.name for fld in $[dataclasses.fields]($B)], \
        $[dataclasses.is_dataclass]($B))
$C = $[dataclasses.make_dataclass]('$C', ['first', ('second', int), ('third', list, \
        $[dataclasses.field](default_factory=list))])
print($C($v, $n), $C($n, $n) == $C($n, $n), $[dataclasses.asdict]($C([$A(1)], {'k': $B(2)})))
for bad in ('one: int = 1\n two: int', 'one: list = []', 'one: int = 1\n one_: set = set()'):
    try:
        $[dataclasses.make_dataclass]('Bad', [('first', int, 5), 'second'] if bad[0] == 'o' else [])
    except TypeError as err:
        print(err)
match $B($n, $n):
    case $B(1 | 2 | 3, two=val_): print('small', val_)
    case $A(one=val_): print('any', val_)
)"},
    {"enum", R"(
class $A($($[enum.Enum]|$[enum.IntEnum]|$[enum.Enum]$)):
    RED = 1
    GREEN = $p + 1
    BLUE = $[enum.auto]()
    $?ALIAS = 1
    $?@property
    def shade(self):
        return self.name.lower() + $q
    $?def __str__(self):
        return f'$A~{self.name}'
print($A.RED, repr($A.GREEN), $A(1), $A['BLUE'], $A.BLUE.value, $A.RED.name, list($A), len($A), $A.RED is $A(1))
print([str(mem) for mem in $A], $A.RED == 1, $A.RED in $A, isinstance($A.RED, int), $A.__members__.keys(), \
        {$A.RED: $v}[$A.RED], f'{$A.RED!r:>20}')
for bad in (lambda: $A(99), lambda: $A['NONE'], lambda: setattr($A, 'RED', 5), lambda: $A.RED < $A.GREEN, \
        lambda: type('Sub', ($A,), {}), lambda: $A.PURPLE):
    try:
        print(bad())
    except (ValueError, KeyError, AttributeError, TypeError) as err:
        print(type(err).__name__, err)
)"},
    {"enum", R"(
class $A($[enum.Flag]):
    READ = $[enum.auto]()
    WRITE = $[enum.auto]()
    EXEC = $[enum.auto]()
    BOTH = READ | WRITE
print($A.READ | $A.EXEC, $A.BOTH, repr($A.BOTH & $A.READ), ~$A.READ, bool($A(0)), $A.READ in $A.BOTH, \
        list($A.BOTH), $A(7), $A.BOTH ^ $A.READ, len($A.BOTH))
class $B($[enum.StrEnum]):
    ONE = $[enum.auto]()
    TWO = $q
print($B.ONE, repr($B.TWO), $B.ONE + '!', $B.ONE == 'one', $B.ONE.upper(), f'{$B.ONE}', [*$B])
$C = $[enum.Enum]('$C', 'A B C') if $b else $[enum.IntEnum]('$C', {'A': $p, 'B': 9})
print($C.A, [mem.value for mem in $C], $C.A.__class__ is $C)
class $D($[enum.Enum]):
    ONE = (1, $q)
    TWO = (2, 'two')
    def __init__(self, num, text_):
        self.num, self.text_ = num, text_
    @classmethod
    def _missing_(cls, val):
        return cls.ONE if val == $n else None
    $?def __eq__(self, other): return self is other
    $?__hash__ = None
print($D.ONE.num, $D((2, 'two')).text_, $D.TWO.value)
try:
    print($D($n).name)
    @$[enum.unique]
    class $E($[enum.Enum]):
        ONE = $n
        TWO = $n
    print(len($E))
except ValueError as err:
    print(err)
match $D.TWO:
    case $D.ONE: print('one')
    case $D.TWO: print('two')
)"},
    {"contextlib", R"(
@$[contextlib.contextmanager]
def $1(tag_, swallow=()):
    print('enter', tag_)
    try:
        yield $(tag_|[tag_]|$v$)
    except swallow as err:
        print('swallowed', repr(err))
    finally:
        print('exit', tag_)
with $1($v) as one, $1($q, ValueError) as two:
    print(one, two)
    $?raise ValueError($v)
with $[contextlib.suppress]($(ZeroDivisionError|KeyError, ZeroDivisionError|Exception$)):
    print($i // $(0|1$))
    print('after')
with $[contextlib.nullcontext]($v) as three, $[contextlib.ExitStack]() as stack_:
    four = [stack_.enter_context($1(num)) for num in range($p)]
    stack_.callback(print, 'called back', $v)
    stack_.push(lambda kind_of, err, trace: print('pushed', kind_of) or kind_of is KeyError)
    print(three, four)
    $?raise KeyError('stack')
@$1('decorated')
def $2(arg):
    return arg
print($2($v), $2($n))
try:
    with $1('bad', KeyError):
        raise $(ValueError($v)|KeyError($n)|StopIteration(1)$)
except (ValueError, StopIteration, RuntimeError) as err:
    print(repr(err))
)"},
    {"contextlib", R"(
class $A($[contextlib.ContextDecorator]):
    def __enter__(self):
        print('in')
        return self
    def __exit__(self, *info):
        print('out', info[0])
        return $(False|True|None$)
    def close(self):
        print('closed')
@$A()
def $1(arg):
    $?if arg == $n: raise ValueError(arg)
    return arg
try:
    print($1($v), $1($n))
except ValueError as err:
    print(err)
with $[contextlib.closing]($A()) as got:
    print(type(got).__name__)
@$[contextlib.contextmanager]
def $2(): $(yield 1; yield 2|return; yield|yield$)
try:
    with $2() as got:
        print(got)
except RuntimeError as err:
    print(err)
$3 = $[contextlib.ExitStack]()
with $3:
    $3.callback(print, 'first')
    kept = $3.pop_all()
    kept.callback(print, 'second')
kept.close()
)"},
    {"abc", R"(
class $A($($[abc.ABC]|metaclass=$[abc.ABCMeta]$)):
    @$[abc.abstractmethod]
    def needed(self):
        return 'base'
    @property
    @$[abc.abstractmethod]
    def prop(self): ...
    def given(self):
        return self.needed(), self.prop
class $B($A):
    def needed(self):
        return 'B', super().needed()
    $?prop = $v
class $C($B):
    prop = $v
for kls in ($A, $B, $C):
    try:
        print(kls().given())
    except TypeError as err:
        print(err)
print(sorted($A.__abstractmethods__), sorted($B.__abstractmethods__), isinstance($C(), $A))
@$A.register
class $D: pass
print(issubclass($D, $A), isinstance($D(), $A), $A in $D.__mro__, type($A).__name__)
class $E($[abc.ABC]):
    @classmethod
    def __subclasshook__(cls, kls):
        return $(hasattr(kls, 'quack')|NotImplemented|True|any('quack' in base.__dict__ for base in kls.__mro__)$)
class $F:
    def quack(self): return $v
print(issubclass($F, $E), isinstance($n, $E), issubclass($E, $E))
)"},
    {"typing", R"(
class $A($[typing.NamedTuple]):
    one: int
    two: str = $q
    $?def both(self):
        return (self.two, self.one)
$1 = $A($n)
print($1, $1.one, $1[1], tuple($1), $1._replace(one=$v), $1._asdict(), $A._fields, $A._field_defaults, \
        $1 == ($1.one, $1.two), [*$1])
class $B($[typing.TypedDict], total=$(True|False$)):
    key_one: int
    key_two: list[str]
print($B(key_one=$v), sorted($B.__required_keys__), sorted($B.__optional_keys__), $B.__total__, \
        type($B(key_one=1)).__name__)
print($[typing.cast](int, $v), $[typing.get_origin](list[int]), $[typing.get_args](dict[str, int | None]), \
        $[typing.Optional][int], $[typing.Union][int, str, None], $[typing.Literal][$n, 'a'])
print($[typing.Callable][[int], str], $[typing.Any], $[typing.Annotated][int, $n], $[typing.ClassVar][int], \
        $[typing.get_args]($[typing.Callable][..., int]), $[typing.TYPE_CHECKING])
match $1:
    case $A(one=0): print('zero')
    case (num, text_): print(num, text_)
)"},
    {"typing", R"(
T = $[typing.TypeVar]('T'$(|, bound=int|, int, str$))
class $A($[typing.Generic][T]):
    def get(self, arg: T) -> T:
        return arg
print($A[int], $A[int]().get($v), $A.__parameters__, T, $A[$[typing.Any]].__args__, $A[T][str])
@$[typing.runtime_checkable]
class $B($[typing.Protocol]):
    def speak(self) -> str: ...
class $C:
    def speak(self): return $q
print(isinstance($C(), $B), isinstance($n, $B), issubclass($C, $B))
$D = $[typing.NewType]('$D', int)
@$[typing.overload]
def $1(arg: int) -> int: ...
@$[typing.overload]
def $1(arg: str) -> str: ...
def $1(arg: '$(int|str|list[int]$)' = $v) -> $[typing.Optional][int]: return arg
print($D($n), $D.__name__, $1($v), $[typing.get_type_hints]($1)['return'], sorted($[typing.get_type_hints]($1)))
@$[typing.final]
class $E:
    size_of: $[typing.Final] = $n
    def me(self) -> $[typing.Self]: return self
print($E.__final__, $E().me().size_of, $E.__annotations__['size_of'])
for bad in (lambda: $[typing.Any](), lambda: $[typing.Generic](), lambda: $A[int, str], lambda: $B(), \
        lambda: $[typing.assert_never]($n), lambda: $[typing.Optional][int, str]):
    try:
        bad()
        print('fine')
    except (TypeError, AssertionError) as err:
        print(type(err).__name__)
)"},
    {"types", R"(
$1 = $[types.SimpleNamespace](one=$v, two=$n)
$1.three = [$v]
del $1.two
print($1, $1 == $[types.SimpleNamespace](one=$1.one, three=$1.three), vars($1), sorted(vars($1)))
$2 = {'k': $v}
$3 = $[types.MappingProxyType]($2)
$2['new'] = $n
print($3, $3['new'], len($3), list($3), $3 | {'z': 1}, 'k' in $3)
try:
    $3['k'] = 1
except TypeError as err:
    print(err)
$4 = $[types.MethodType](lambda self, arg=$n: (self, arg), $q)
print($4(), $4.__self__, type($4).__name__, $[types.FunctionType]((lambda arg: arg).__code__, {})($v))
print($[types.NoneType] is type(None), $[types.GenericAlias](list, (int,)), isinstance(lambda: 0, \
        $[types.FunctionType]), isinstance((lambda: (yield))(), $[types.GeneratorType]))
class $A: pass
$A.later = $[types.MethodType](lambda cls, arg: (cls.__name__, arg), $A)
print($A.later($v), $[types.new_class]('$B', ($A,), {}, lambda ns: ns.update(attr=$v)).attr, \
        $[types.ModuleType]('made', 'doc').__doc__)
)"},
    {"copy", R"(
$1 = [$v, [$v, $l], {'k': $l}]
$1.append($1[1])
$2, $3 = $[copy.copy]($1), $[copy.deepcopy]($1)
$1[1].append('changed')
print($2, $3, $2[1] is $1[1], $3[1] is $3[3], $2 == $1, $3 == $1)
class $A:
    def __init__(self, *parts):
        self.parts = parts
    $?def __copy__(self):
        print('copy')
        return $A('copied')
    $?def __deepcopy__(self, memo):
        print('deepcopy', len(memo) > 0)
        return $A(*$[copy.deepcopy](self.parts, memo))
    def __repr__(self):
        return f'$A{self.parts}'
$4 = $A([$n], {'deep': $v})
$4.parts[0].append($4.parts[0]) if $b else None
print($[copy.copy]($4), $[copy.deepcopy]($4), $[copy.deepcopy]($4).parts[0] is $4.parts[0], $[copy.copy]($v), \
        $[copy.deepcopy]((1, 'a', None)))
)"},
    {"collections.abc", R"(
class $A:
    def __len__(self): return $n
    $?def __iter__(self): return iter([$v])
    $?def __contains__(self, thing): return $b
    $?__hash__ = None
print([isinstance($A(), kind_of) for kind_of in ($[collections.abc.Sized], $[collections.abc.Iterable], \
        $[collections.abc.Container], $[collections.abc.Hashable], $[collections.abc.Iterator])])
class $B($($[collections.abc.Sequence]|$[collections.abc.MutableSequence]$)):
    def __init__(self, *things): self.things = list(things)
    def __len__(self): return len(self.things)
    def __getitem__(self, index): return self.things[index]
    def __setitem__(self, index, new): self.things[index] = new
    def __delitem__(self, index): del self.things[index]
    def insert(self, index, new): self.things.insert(index, new)
$1 = $B($v, $v, $n)
print(list($1), $n in $1, list(reversed($1)), $1.index($1[-1]) >= 0, $1[1:], hasattr($1, 'append'))
class $C($[collections.abc.MutableMapping]):
    def __init__(self): self.store = {}
    def __getitem__(self, key_): return self.store[key_]
    def __setitem__(self, key_, new): self.store[key_] = (new,)
    def __delitem__(self, key_): del self.store[key_]
    def __iter__(self): return iter(self.store)
    def __len__(self): return len(self.store)
$2 = $C()
$2.update(one=$v, two=$n)
print($2.pop('one'), $2.get('none', $n), dict($2), 'two' in $2, [*$2.items()], $2.setdefault('three', $v), \
        $2 == {'two': 1}, $2.popitem())
print(isinstance([], $[collections.abc.Sequence]), isinstance({}, $[collections.abc.Mapping]), issubclass(set, \
        $[collections.abc.Set]), isinstance(len, $[collections.abc.Callable]))
try:
    $($[collections.abc.Sequence]|$[collections.abc.MutableMapping]|$[collections.abc.Iterator]$)()
except TypeError as err:
    print(err)
)"},
    {"weakref", R"(
class $A:
    def __init__(self, num): self.num = num
    def hello(self): return self.num
$1 = $A($v)
$2 = $[weakref.ref]($1)
print($2() is $1, $2().num, $[weakref.ref]($1) == $2, type($2).__name__)
$3 = $[weakref.WeakValueDictionary]()
$3['key'] = $1
print($3['key'] is $1, len($3), 'none' in $3, $3.get('none', $v))
$4 = $[weakref.proxy]($1)
$4.num = $v
print($1.num, $4.hello())
for bad in ($n, 'text', None, (1,)):
    try:
        $[weakref.ref](bad)
    except TypeError as err:
        print(err)
)"},
};

}  // namespace

std::string ProgramBuilder::From(const std::string& module, const std::string& name) {
  auto own = imported_.find(module + "." + name);
  if (own != imported_.end()) return own->second;
  auto whole = imported_.find(module);
  return (whole != imported_.end() ? whole->second : module) + "." + name;
}

void ProgramBuilder::WriteImports() {
  if (Has(Feature::kImports)) {
    if (random_.Percent(6)) Line("from __future__ import annotations");
    for (const Module& module : Modules()) {
      if (!random_.Percent(30)) continue;
      std::string name = module.name;
      std::string last = name == "collections.abc" ? "collections_abc" : name;
      switch (random_.Weighted({40, 20, 30, module.star ? 10 : 0})) {
        case 0:
          Line("import " + name);
          imported_[name] = name;
          break;
        case 1:
          Line("import " + name + " as " + last + "_");
          imported_[name] = last + "_";
          break;
        case 2: {
          std::vector<std::string> pieces;
          imported_[name] = name;
          for (const char* item : module.names) {
            std::string alias = random_.Percent(20) ? std::string(item) + "_of" : "";
            pieces.push_back(item + (alias.empty() ? "" : " as " + alias));
            imported_[name + "." + item] = alias.empty() ? item : alias;
          }
          bool bracket = random_.Percent(30);
          Line("from " + name + " import " + (bracket ? "(" : "") + Join(pieces, ", ") + (bracket ? ")" : ""));
          break;
        }
        default:
          Line("from " + name + " import *");
          imported_[name] = name;
          for (const char* item : module.names) imported_[name + "." + item] = item;
          break;
      }
    }
  }
  if (asyncio_) {
    Line("import asyncio");
    imported_["asyncio"] = "asyncio";
  }
}

// A dataclass or an enumeration whose instances are values of the program.
void ProgramBuilder::ModuleClass() {
  bool data = Imported("dataclasses") && (!Imported("enum") || random_.Percent(60));
  ClassShape& shape = NewClass();
  shape.final = true;
  if (!data) {
    bool number = random_.Percent(30);
    shape.traits = kHashableTrait | kImmutableTrait | (number ? kOrderedTrait : 0);
    int64_t count = random_.Between(2, 4);
    const char* const kNames[] = {"NORTH", "EAST", "SOUTH", "WEST"};
    InClass("class " + shape.name + "(" + From("enum", number ? "IntEnum" : "Enum") + "):", [&] {
      for (int64_t i = 0; i < count; ++i) {
        shape.members_by_name.push_back(kNames[i]);
        std::string value = random_.Percent(40)   ? From("enum", "auto") + "()"
                            : number              ? std::to_string(i * 3 + random_.Between(0, 2))
                            : random_.Percent(60) ? std::to_string(i + 10)
                                                  : StrText(1, 4);
        // After a text, auto() has nothing to count from.
        if (!number && value.ends_with("()")) value = std::to_string(i + 20);
        Line(std::string(kNames[i]) + " = " + value);
      }
      WriteMethod(&shape);
    });
    Member name;
    name.text = "$.name";
    name.result = StrType(4, 5);
    Member value;
    value.text = "$.value";
    value.result = AnyType();
    shape.members.push_back(name);
    shape.members.push_back(value);
    return AddClass(shape);
  }
  bool frozen = random_.Percent(35);
  bool ordered = random_.Percent(30);
  std::vector<std::string> flags;
  if (frozen) flags.push_back("frozen=True");
  if (ordered) flags.push_back("order=True");
  if (random_.Percent(15)) flags.push_back("slots=True");
  bool slots = !flags.empty() && flags.back() == "slots=True";
  if (random_.Percent(10)) flags.push_back("unsafe_hash=False");
  Line("@" + From("dataclasses", "dataclass") +
       (flags.empty() ? random_.Pick({"", "()"}) : "(" + Join(flags, ", ") + ")"));
  const char* const kNames[] = {"first", "second", "third", "fourth"};
  bool hashable = frozen;
  bool sortable = ordered;
  bool still = frozen;
  InClass("class " + shape.name + ":", [&] {
    int64_t count = random_.Between(1, 4);
    bool defaults = false;
    for (int64_t i = 0; i < count; ++i) {
      ValueType type = random_.Percent(75) ? RandomScalarType() : RandomType(1);
      if (type.kind == Kind::kNone || type.kind == Kind::kAny || type.kind == Kind::kInstance) type = IntType(0, 100);
      defaults = defaults || random_.Percent(30);
      std::string text = std::string(kNames[i]) + ": " + ClassName(type.kind);
      if (defaults) {
        std::string literal = MakeLiteral(type).text;
        text += IsMutable(type) ? " = " + From("dataclasses", "field") + "(default_factory=lambda: " + literal + ")"
                                : " = " + literal;
      }
      Line(text);
      hashable = hashable && IsHashable(type);
      sortable = sortable && IsOrdered(type);
      still = still && !IsMutable(type);
      Member field;
      field.text = std::string("$.") + kNames[i];
      field.result = type;
      field.field = !frozen;
      field.settable = !frozen;
      shape.members.push_back(field);
      shape.match_args.push_back(kNames[i]);
      shape.match_types.push_back(type);
      shape.parameters.push_back(Parameter{kNames[i], type, ParameterKind::kPlain, defaults});
    }
    shape.traits = (hashable ? kHashableTrait : 0) | (sortable ? kOrderedTrait : 0) | (still ? kImmutableTrait : 0);
    if (random_.Percent(30)) {
      Line("def __post_init__(self):");
      ++indent_;
      Line("print('made', self.first)");
      --indent_;
    }
    // A class with slots is made twice: its methods know the first one as their class.
    if (!slots && random_.Percent(70)) WriteMethod(&shape);
    if (!slots && random_.Percent(30)) SpecialMethods(&shape, 1);
  });
  shape.has_slots = true;
  shape.cost = 6;
  AddClass(shape);
}

void ProgramBuilder::ModuleStatement() {
  bool classes = Has(Feature::kClasses) && (Imported("dataclasses") || Imported("enum"));
  if (classes && random_.Percent(40)) {
    ModuleClass();
    Expr value = Construct(VisibleClasses().back(), 2);
    std::string name = FreshName();
    Line(name + " = " + value.text);
    Declare(name, value.type);
    Line("print(" + name + ")");
    return MemberStatement();
  }
  std::vector<const char*> found;
  for (const ModuleTemplate& entry : kTemplates) {
    if (Imported(entry.module)) found.push_back(entry.pattern);
  }
  if (found.empty()) return PrintBriefly();
  Write(random_.Pick(found));
}

Expr ProgramBuilder::TryModule(const ValueType& want, int depth) {
  if (literals_only_) return {};
  switch (random_.Below(5)) {
    case 0: {
      if (!Imported("copy")) return {};
      Expr value = Make(want, depth - 1);
      bool deep = random_.Percent(50);
      return Expr{From("copy", deep ? "deepcopy" : "copy") + "(" + Wrap(value, kConditional) + ")", kPrimary,
                  value.type, false};
    }
    case 1: {
      if (!Imported("operator")) return {};
      if (want.kind == Kind::kInt) {
        std::string name = random_.Pick({"add", "sub"});
        return Expr{Cat({From("operator", name), "(", Sub(IntType(-500, 500), depth - 1, kConditional), ", ",
                         Sub(IntType(-500, 500), depth - 1, kConditional), ")"}),
                    kPrimary, IntType(-1000, 1000), true};
      }
      if (want.kind == Kind::kBool) {
        return Expr{Cat({From("operator", random_.Pick({"not_", "truth"})), "(",
                         Sub(RandomScalarType(), depth - 1, kConditional), ")"}),
                    kPrimary, BoolType(), true};
      }
      if (want.kind != Kind::kStr) return {};
      return Expr{Cat({From("operator", "methodcaller"), "(",
                       random_.Pick({"'upper'", "'strip'", "'title'", "'replace', 'a', 'b'"}), ")(",
                       Sub(StrType(0, 40), depth - 1, kConditional), ")"}),
                  kPrimary, StrType(0, 200), true};
    }
    case 2: {
      if (!Imported("functools") || want.kind != Kind::kInt) return {};
      Iterable items = IterableOf(IntType(-100, 100), depth - 1);
      if (items.text[0] == '*') return {};
      return Expr{Cat({From("functools", "reduce"), "(lambda one, two: ",
                       random_.Pick({"(one * 3 + two) % 1009", "max(one, two)", "(one ^ two) % 512"}), ", ", items.text,
                       ", ", IntText(0, 100), ")"}),
                  kPrimary, IntType(-1009, 1009), true};
    }
    case 3: {
      if (!Imported("functools")) return {};
      ValueType type = RandomScalarType();
      std::string argument = Sub(type, depth - 1, kConditional);
      std::string name = TemporaryName();
      PushScope(Scope::Kind::kLambda);
      Declare(name, type);
      std::string body = Sub(want, depth - 1, kLambda);
      PopScope();
      return Expr{From("functools", "partial") + "(lambda " + name + ": " + body + ", " + argument + ")()", kPrimary,
                  want, false};
    }
    default: {
      if (!Imported("typing")) return {};
      Expr value = Make(want, depth - 1);
      return Expr{From("typing", "cast") + "(" + ClassName(want.kind) + ", " + Wrap(value, kConditional) + ")",
                  kPrimary, value.type, value.fresh};
    }
  }
}

}  // namespace garter::fuzz
