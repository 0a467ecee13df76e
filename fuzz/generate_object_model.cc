// The object model's own machinery, where the arrangement is the point: orders of resolution, cooperative super(),
// metaclasses, descriptors, slots, mangling, hooks of class creation, dispatch among reflected operators,
// NotImplemented, hash and equality, attribute look-up in every order. One template each; what they compute with is
// drawn.
#include "fuzz/program_builder.h"

namespace garter::fuzz {
namespace {

const char* const kInheritance[] = {
    // A diamond, cooperating.
    R"(
class $A:
    def __init__(self, **kw):
        print('$A', sorted(kw))
        self.base_value = $i
    def tell(self):
        return ['$A', $v]
class $B($A):
    def __init__(self, *, bee=$n, **kw):
        super().__init__(**kw)
        print('$B', bee)
        self.bee = bee
    def tell(self):
        return ['$B'] + super().tell()
class $C($A):
    def __init__(self, *, sea=$v, **kw):
        $(super().__init__(**kw)|super($C, self).__init__(**kw)$)
        print('$C', sea)
    def tell(self):
        $?print('C', $v)
        return ['$C'] + $(super().tell()|$A.tell(self)|super($C, self).tell()$)
class $D($($B, $C|$C, $B$)):
    pass
)",
    R"(
class $A:
    def who(self):
        return '$A'
class $B($A):
    $?def who(self):
        return '$B' + $(super().who()|'>' + super().who()|$s$)
class $C($A):
    $?def who(self):
        return '$C' + super().who()
class $D($B, $C):
    $?def who(self):
        return '$D' + $(super().who()|super($B, self).who()|super($D, self).who()$)
print([kls.__name__ for kls in $D.__mro__], $D().who())
print($B().who(), $C().who(), $D.__bases__ == ($B, $C), $D.__base__.__name__)
$?$C.who = lambda self: 'patched' + $q
print($D().who(), [super(kls, $D()).who() for kls in ($D, $B, $C)])
)",
    // Orders that do not exist.
    R"(
class $A: pass
class $B($A): pass
try:
    class $C($($A|object$), $B): pass
except TypeError as err:
    print(err)
try:
    $(type('$D', ($A, $A), {})|type('$D', (int, str), {})|type('$D', (bool,), {})|type('$D', (object, $A), \
            {})|type('$D', (type(None),), {})|type('$D', (5,), {})$)
except TypeError as err:
    print(err)
)",
    // super() in places.
    R"(
class $A:
    def go(self, arg=$n):
        return ('$A', arg)
    @classmethod
    def make(cls, arg=$n):
        return (cls.__name__, arg)
class $B($A):
    def go(self, arg=$n):
        def inner():
            return super($B, self).go($i)
        $?print([super($B, self).go(arg_) for arg_ in range($p)])
        return inner(), (lambda: super($B, self).go(arg))()
    def nested(self):
        def inner(me):
            return __class__.__name__, me is self
        return inner(self)
    @classmethod
    def make(cls, arg=$n):
        return super().make(arg + 1)
    @staticmethod
    def lone():
        try:
            return super().go()
        except $(RuntimeError|(RuntimeError, TypeError)$) as err:
            return str(err)
$1 = $B()
print($1.go(), $1.nested(), $B.make(), $B.make($i), $1.make())
print($B.lone(), super($B, $1).go($v), $A.go($1))
try:
    super($B, $A()).go()
except TypeError as err:
    print(err)
)",
    R"(
class $A:
    $1 = $v
    shared_list = []
    def add_to(self, thing):
        self.shared_list.append(thing)
        return len(self.shared_list)
class $B($A):
    $?$1 = $v
    $?shared_list = [$n]
print($A().add_to($v), $B().add_to($v), $A().add_to($v))
print($A.shared_list, $B.shared_list, $A.shared_list is $B.shared_list)
$2 = $B()
$2.$1 = $v
print($2.$1, $A.$1, $B.$1, '$1' in vars($2), '$1' in vars($B))
del $2.$1
print($2.$1)
$?$A.$1 = $v
print($2.$1)
try:
    del $2.$1
except AttributeError as err:
    print(type(err).__name__, err)
)",
    R"(
class $A:
    pass
class $B:
    def hello(self):
        return $v
$1 = $A()
$1.tag_of = $v
$1.__class__ = $B
print(type($1).__name__, $1.hello(), $1.tag_of, isinstance($1, $A), isinstance($1, $B))
try:
    $1.__class__ = $(int|5|list$)
except TypeError as err:
    print(err)
$A.__name__ = 'Renamed'
print($A.__name__, $A.__qualname__, type($A()).__name__)
try:
    $B.__bases__ = $(($A,)|()|(int,)|(5,)|($B,)$)
except TypeError as err:
    print(err)
print([kls.__name__ for kls in $B.__mro__], issubclass($B, $A))
print([kls.__name__ for kls in $A.__subclasses__()])
)",
};

const char* const kCreation[] = {
    // Metaclasses.
    R"(
class $M(type):
    @classmethod
    def __prepare__(mcls, title, bases, **kw):
        print('prepare', title, sorted(kw))
        return {'seeded': $n}
    def __new__(mcls, title, bases, ns, **kw):
        print('new', title, sorted(attr for attr in ns if not attr.startswith('__')))
        $?ns['extra_attr'] = $v
        return super().__new__(mcls, title, bases, ns)
    def __init__(cls, title, bases, ns, **kw):
        $?print('init', cls.__name__, kw)
        super().__init__(title, bases, ns)
    $?def __call__(cls, *args, **kw):
        print('call', cls.__name__, args)
        return super().__call__(*args, **kw)
    $?def __len__(cls):
        return $n
    $?def __getattr__(cls, attr):
        return 'meta:' + attr
    $?def __iter__(cls):
        return iter([$v, $v])
    $?def __contains__(cls, thing):
        return thing == $n
    $?def __repr__(cls):
        return '<class ' + cls.__name__ + '>'
    $?def __getitem__(cls, key_):
        if key_ == $p:
            raise IndexError(key_)
        return (cls.__name__, key_)
class $A(metaclass=$M$(|, flavour=$n|, flavour=$q, other_one=$n$)):
    field_one = $v
    def method_one(self):
        return $v
class $B($A$(|, flavour=$n$)):
    $?field_one = $v
print(type($A).__name__, type($B) is $M, $A.field_one, $B().method_one())
for attr in ('extra_attr', 'seeded', 'missing_one'):
    print(attr, getattr($B, attr, $q))
for probe in (len, list, lambda kls: $n in kls, lambda kls: kls[$n], lambda kls: kls.nothing_here):
    try:
        print(probe($A))
    except $((TypeError, AttributeError, LookupError)|Exception$) as err:
        print(type(err).__name__)
)",
    R"(
class $M(type): pass
class $N(type): pass
class $A(metaclass=$M): pass
class $B(metaclass=$N): pass
try:
    class $C($A, $B): pass
except TypeError as err:
    print(err)
class $O($M, $N): pass
class $C($A, $B, metaclass=$O): pass
print(type($C).__name__, isinstance($C, $M), isinstance($C, $N), type($C)('Made', ($C,), {}).__name__)
)",
    R"(
def $1(title, bases, ns, **kw):
    print('factory', title, len(bases), sorted(kw))
    return $(type(title, bases, ns)|dict(ns, title_=title)['title_']|$n$)
class $A(metaclass=$1$(|, size_of=$n$)):
    attr_one = $v
print($($A.__name__ if isinstance($A, type) else $A|type($A).__name__$))
)",
    // __init_subclass__, __set_name__, class keywords, decorators.
    R"(
class $A:
    registry_of = {}
    def __init_subclass__(cls, /, tag_name=$(None|'plain'|$n$), **kw):
        super().__init_subclass__(**kw)
        print('sub', cls.__name__, tag_name)
        $?cls.made_by = '$A'
        cls.registry_of[tag_name] = cls.__name__
class $B($A): pass
class $C($A, tag_name=$q): pass
$?class $D($C, tag_name=$n): pass
print($A.registry_of, getattr($C, 'made_by', None))
try:
    class $E($A, wrong_word=1): pass
except TypeError as err:
    print(err)
)",
    R"(
class $F:
    def __set_name__(self, owner_, attr):
        print('set_name', owner_.__name__, attr)
        self.attr = attr
    def __get__(self, obj, owner_=None):
        if obj is None:
            return $(self.attr|'class access'|$v$)
        return obj.__dict__.get(self.attr, $v)
    $?def __set__(self, obj, new):
        print('set', self.attr, new)
        obj.__dict__[self.attr] = $(new|(new, $n)|$v$)
    $?def __delete__(self, obj):
        print('delete', self.attr)
        obj.__dict__.pop(self.attr, None)
class $A:
    one = $F()
    two = $F()
$1 = $A()
print($1.one, $A.two)
$1.__dict__['two'] = $v
print($1.two)
try:
    $1.one = $v
    print($1.one, sorted($1.__dict__))
    del $1.one
    print($1.one)
    del $1.two
except AttributeError as err:
    print(type(err).__name__)
)",
    R"(
def $1(cls):
    print('decorating', cls.__name__)
    cls.stamp = $v
    $?cls.__repr__ = lambda self: f'<{type(self).__name__} {self.stamp}>'
    return cls
def $2(*words):
    def deco(cls):
        cls.words_of = words
        return $(cls|type(cls.__name__ + 'X', (cls,), {'wrapped_by': $n})$)
    return deco
@$1
@$2($v, $q)
class $A:
    $?stamp = $n
    def __repr__(self):
        return $(repr(self.words_of)|'plain'$)
print($A().stamp, $A.words_of, $A.__name__, repr($A()))
)",
    R"(
$1 = type('$A', ($(object|Exception|dict|list$),), {'twice': lambda self, num=$n: num * 2, 'const_of': $v, \
        '__slots__': ()})
print($1.__name__, $1().twice(), $1().twice($i), $1.const_of, $1.__bases__[0].__name__)
$2 = type('$B', ($1,), dict(__repr__=lambda self: 'B!', $(__len__|__bool__|__hash__$)=lambda self: True))
print($2(), bool($2()), isinstance($2(), $1), $2.__mro__[1] is $1)
)",
    R"(
class $A:
    one_made = None
    def __new__(cls, *args, **kw):
        print('new', args)
        $?if cls.one_made is not None:
            return cls.one_made
        self = super().__new__(cls)
        cls.one_made = self
        return self
    def __init__(self, arg=$n):
        print('init', arg)
        self.arg = arg
$1 = $A($v)
$2 = $A()
print($1 is $2, $1.arg, $2.arg)
class $B:
    def __new__(cls, arg):
        return $(arg|$v|[cls.__name__]|$A(arg)$)
    def __init__(self, arg):
        print('never, unless', arg)
print(isinstance($B($v), $B))
)",
    R"(
class $A:
    print('body', __qualname__, $(__module__|'module'$))
    one = $i
    two = one + $n
    $?three = [num for num in range(two % $p)]
    $?for index_ in range($p):
        four = index_ * two
    if one > $n:
        def pick(self): return 'big'
    else:
        def pick(self): return 'small'
    def outer_name(self):
        try:
            return two
        except NameError as err:
            return str(err)
    lam = lambda self, dflt=two: (dflt, self.one)
    del one
print($A.two, $A().outer_name(), hasattr($A, 'one'))
try:
    print($A().lam())
except AttributeError as err:
    print(err)
)",
    R"(
def $1(start):
    tally = start
    class $A:
        nonlocal tally
        tally += $n
        inner_tally = tally
        def bump(self):
            nonlocal tally
            tally += $(1|self.inner_tally|$n$)
            return tally
    return $A, (lambda: tally)
$2, $3 = $1($i)
print($3(), $2.inner_tally, $2().bump(), $2().bump(), $3())
)",
    R"(
class $A:
    class Inner:
        deep = $v
        class Inmost:
            def where(self):
                return __class__.__qualname__
    def local(self):
        class Local:
            pass
        return Local.__qualname__
print($A.Inner.deep, $A.Inner.Inmost().where(), $A().local(), $A.Inner.__qualname__, $A.local.__qualname__)
)",
};

const char* const kAttributes[] = {
    // Mangling and slots.
    R"(
class $A:
    __secret = $v
    def __init__(self):
        self.__own = $v
        $?self.__dunder__ = $n
    def peek(self, other=None):
        return self.__own, (other or self).__secret
    def __hidden(self):
        return $v
    def call_hidden(self):
        return self.__hidden()
class $B($A):
    __secret = $v
    def mine(self):
        try:
            return self.__own
        except AttributeError as err:
            return str(err)
print($A().peek(), $B().peek($A()), $B().mine(), $B().call_hidden())
print(sorted(attr for attr in vars($B()) if 'own' in attr), hasattr($A, '__secret'), $A._$A__secret)
)",
    R"(
class $A:
    __slots__ = ('one', 'two'$(|, '__dict__'|, '__pin'$))
    def __init__(self, one):
        self.one = one
class $B($A):
    $?__slots__ = ('three',)
$1 = $A($v)
$2 = $B($v)
for obj in ($1, $2):
    for attr in ('one', 'two', 'three', 'four'):
        try:
            if attr != 'one':
                setattr(obj, attr, $v)
            print(attr, getattr(obj, attr))
        except AttributeError as err:
            print(err)
print(hasattr($1, '__dict__'), hasattr($2, '__dict__'), type($A.one).__name__)
del $1.one
try:
    print($1.one)
except AttributeError as err:
    print(err)
)",
    R"(
try:
    class $A:
        __slots__ = ($('one', 'one'|'1x'|5|'one', 'two'$),)
        $?one = $n
    print('made', $A.__slots__)
except (TypeError, ValueError) as err:
    print(type(err).__name__, err)
)",
    // Look-up: data descriptors, the instance, non-data descriptors, __getattr__.
    R"(
class $D:
    def __get__(self, obj, kls=None):
        return ('data', $v)
    def __set__(self, obj, new):
        print('data set', new)
class $N:
    def __get__(self, obj, kls=None):
        return ('nondata', obj is None)
class $A:
    first = $D()
    second = $N()
    third = $v
    $?def __getattr__(self, attr):
        return ('fallback', attr)
    $?def __getattribute__(self, attr):
        if attr == 'fourth':
            raise AttributeError('no ' + attr)
        return super().__getattribute__(attr)
$1 = $A()
for attr in ('first', 'second', 'third', 'fourth'):
    $1.__dict__[attr] = ('instance', attr)
for attr in ('first', 'second', 'third', 'fourth', 'fifth'):
    try:
        print(attr, getattr($1, attr))
    except AttributeError as err:
        print(type(err).__name__, err)
$1.first = $v
print($A.second, $A.first[0])
)",
    R"(
class $A:
    def __init__(self):
        self._hot = $i
    @property
    def hot(self):
        '''How hot.'''
        print('getting')
        return self._hot
    $?@hot.setter
    def hot(self, new):
        if new $(>|==|<$) $n:
            raise ValueError(f'bad: {new}')
        self._hot = new
    $?@hot.deleter
    def hot(self):
        del self._hot
$1 = $A()
for act in ('get', 'set', 'del', 'get'):
    try:
        if act == 'get':
            print($1.hot)
        elif act == 'set':
            $1.hot = $i
        else:
            del $1.hot
    except (AttributeError, ValueError) as err:
        print(type(err).__name__, err)
print($A.hot.__doc__, $A.hot.fset is None, type($A.hot).__name__, $A.hot.fget($A()))
)",
    R"(
class $A:
    def __getattr__(self, attr):
        if attr in ($q, 'two'):
            return $v
        raise AttributeError(f'{type(self).__name__} has no {attr}')
    def __setattr__(self, attr, new):
        print('setting', attr)
        $(super().__setattr__(attr, new)|self.__dict__[attr] = new|object.__setattr__(self, attr, new)$)
    def __delattr__(self, attr):
        print('deleting', attr)
        super().__delattr__(attr)
$1 = $A()
$1.one = $v
$1.one = ($1.one, $v)
print($1.one, $1.two if $b else $n)
for attr in ('one', 'one', 'nine'):
    try:
        delattr($1, attr)
    except AttributeError as err:
        print(err)
print(hasattr($1, 'three'), getattr($1, 'four', $v))
)",
    R"(
class $A:
    pass
$1 = $A()
setattr($1, $('with space'|'ok_name'|'class'$), $v)
print(vars($1), $1.__dict__)
$1.__dict__ = {'swapped': $v}
print($1.swapped, vars($1))
$1.__dict__.update(later_on=$v)
print($1.later_on)
try:
    $1.__dict__ = $(5|[]|None$)
except TypeError as err:
    print(err)
for probe in ((5, 'attr'), ($A, 'none_such'), (len, 'zork'), (None, 'x1')):
    try:
        $(getattr(*probe)|setattr(*probe, 1)|delattr(*probe)$)
    except (AttributeError, TypeError) as err:
        print(type(err).__name__, err)
)",
    R"(
class $A:
    def method(self, arg=$n):
        return (self.tag_, arg)
    @classmethod
    def of_class(cls):
        return cls.__name__
    @staticmethod
    def of_none(arg=$v):
        return arg
    tag_ = $v
$1 = $A()
$2 = $1.method
print($2(), $2($v), $2.__self__ is $1, $2.__func__ is $A.method, $A.method($1, $v), $2 == $1.method)
print($A.of_class(), $1.of_class(), $A.of_none(), $1.of_none($i), $A.__dict__['of_none'].__func__ is $A.of_none)
$1.method = lambda *args: ('own', args)
print($1.method($v))
try:
    $A.method()
except TypeError as err:
    print(err)
print($2.__name__, $A.method.__qualname__, list(map($A.of_none, $e)))
)",
};

const char* const kOperators[] = {
    // Reflected operators, NotImplemented, priority of subclasses.
    R"(
class $A:
    def __init__(self, tag_):
        self.tag_ = tag_
    def __$(add|sub|mul|and|lshift|matmul$)__(self, other):
        print('$A left', self.tag_)
        $?return NotImplemented
        return $v
    def __$(radd|rsub|rmul|rand|rlshift|rmatmul$)__(self, other):
        print('$A right', self.tag_)
        return $(NotImplemented|$v$)
class $B($A):
    $?def __$(radd|rsub|rmul|rand|rlshift|rmatmul$)__(self, other):
        print('$B right', self.tag_)
        return $v
for act in (lambda one, two: one + two, lambda one, two: one - two, lambda one, two: one * two, lambda one, \
        two: one & two, lambda one, two: one << two, lambda one, two: one @ two):
    for one, two in (($A('l'), $B('r')), ($B('l'), $A('r')), ($n, $A('r')), ($A('l'), $q)):
        try:
            print(act(one, two))
        except TypeError as err:
            print(err)
)",
    R"(
class $A:
    def __init__(self, *nums):
        self.nums = list(nums)
    def __repr__(self):
        return f'$A{self.nums}'
    $?def __iadd__(self, other):
        print('iadd')
        self.nums += other.nums if isinstance(other, $A) else [other]
        return $(self|self|$A(*self.nums)$)
    def __add__(self, other):
        print('add')
        return $A(*self.nums, $(other|*getattr(other, 'nums', [other])$))
    $?def __imul__(self, times_):
        return NotImplemented
    def __mul__(self, times_):
        return $A(*self.nums * times_)
    __rmul__ = __mul__
$1 = $2 = $A($n, $n)
$1 += $n
print($1, $2, $1 is $2)
$1 *= $p
print($1, $p * $2)
$3 = [$A($n)]
$3[0] += $A($n)
print($3)
)",
    R"(
class $A:
    def __init__(self, num):
        self.num = num
    def __eq__(self, other):
        print('eq', self.num)
        return $(self.num == getattr(other, 'num', other)|NotImplemented|self.num == $n$)
    $?def __ne__(self, other):
        print('ne', self.num)
        return $(True|False|$v$)
    $?def __hash__(self):
        return $(hash(self.num)|$n$)
    def __lt__(self, other):
        print('lt', self.num)
        return $(self.num < getattr(other, 'num', other)|NotImplemented$)
    $?def __gt__(self, other):
        return $(self.num > getattr(other, 'num', other)|'yes'$)
    def __repr__(self):
        return f'$A({self.num})'
for act in (lambda one, two: one == two, lambda one, two: one != two, lambda one, two: one < two, lambda one, \
        two: one > two, lambda one, two: one <= two, lambda one, two: one in [two, one], lambda one, \
        two: {one: 1}.get(two), lambda one, two: sorted([two, one]), lambda one, two: max(one, two)):
    for two in ($A($n), $n):
        try:
            print(act($A($n), two))
        except TypeError as err:
            print(err)
)",
    R"(
class $A:
    def __init__(self, num):
        self.num = num
    def __$(bool|len$)__(self):
        print('truth of', self.num)
        return $(self.num > $n|self.num % 2 == 0|True|False$)
    def __repr__(self):
        return f'$A({self.num})'
$1 = [$A(num_) for num_ in range($p)]
print([obj for obj in $1 if obj], any($1), all($1), not $A($n))
print($A($n) and $v, $A($n) or $v, $v if $A($n) else $v)
while $A($n):
    print('once')
    break
$?assert $A($p) or True
print(list(filter(None, $1)), bool($A($i)))
)",
    R"(
class $A:
    def __init__(self, *things):
        self.things = things
    def __len__(self):
        return len(self.things)
    def __getitem__(self, index):
        $?print('getitem', index)
        if isinstance(index, slice):
            return $($A(*self.things[index])|index.indices(len(self))|list(self.things[index])$)
        return self.things[index]
    $?def __contains__(self, thing):
        print('contains', thing)
        return thing in self.things
    $?def __iter__(self):
        print('iter')
        return iter(self.things)
    $?def __reversed__(self):
        return reversed(self.things)
    $?def __length_hint__(self):
        return $n
    def __repr__(self):
        return f'$A{self.things}'
$1 = $A(*$l, $v)
print(list($1), $n in $1, len($1), [*reversed($1)], $1[0], $1[-1], $1[1:], $1[::-1])
print(*$1, sep=$q)
print(dict(enumerate($1)), tuple(zip($1, $1)), max(map(str, $1)), $1[$p:], sorted($1, key=str))
first_of, *others_of = $1
print(first_of, others_of)
try:
    $1[$(99|'q'|None$)]
except (IndexError, TypeError) as err:
    print(type(err).__name__, err)
)",
    R"(
class $A:
    def __init__(self):
        self.store = {$q: $v}
    def __getitem__(self, index):
        print('get', index)
        return self.store.get(index, $n)
    def __setitem__(self, index, new):
        print('set', index, new)
        self.store[index] = new
    def __delitem__(self, index):
        print('del', index)
        self.store.pop(index, None)
$1 = $A()
$1['first'] = $v
$1[$n] += $n
$1[$n, $q] = $1[$n:$n] if $b else $v
del $1[$q], $1[$n]
$1['one'], $1['two'] = $v, $v
[$1['it'] for $1['it'] in range($p)]
for $1['loop'] in $e:
    pass
print(len($1.store), $1['it'], $1[...], $1[1:2, ::3])
)",
    R"(
class $A:
    def __init__(self, log):
        self.log = log
    def __getattr__(self, attr):
        if attr.startswith('__'):
            raise AttributeError(attr)
        return $A(self.log + [attr])
    def __call__(self, *args, **kw):
        return $A(self.log + [args, kw])
    def __getitem__(self, key_):
        return $A(self.log + [[key_]])
    def __repr__(self):
        return '/'.join(map(str, self.log))
    def __eq__(self, other):
        return $A(self.log + ['==', other])
    def __lt__(self, other):
        return $A(self.log + ['<', other])
    def __neg__(self):
        return $A(self.log + ['-'])
    def __index__(self):
        return len(self.log)
$1 = $A([$q])
print($1.one.two($v, key_=$v)[$n], -$1.three == $v, $1 < $n)
print($1 < $n < $n, range($1.deep.er)[-1], $l[$1:], hex($1.one), [0] * $1)
)",
    R"(
class $A:
    def __init__(self, num):
        self.num = num
    def __index__(self):
        print('index')
        return self.num
    $?def __int__(self):
        print('int')
        return self.num + 100
    $?def __float__(self):
        return self.num / 2
    $?def __round__(self, ndigits=None):
        return ('round', ndigits)
    $?def __trunc__(self):
        return $n
    $?def __complex__(self):
        return complex(self.num, $n)
    $?def __divmod__(self, other):
        return ('divmod', other)
    $?def __rdivmod__(self, other):
        return ('rdivmod', other)
    $?def __pow__(self, other, mod=None):
        return ('pow', other, mod)
    $?def __rpow__(self, other, mod=None):
        return ('rpow', other)
$1 = $A($p)
for act in (int, float, round, complex, bin, range, chr, abs, lambda obj: round(obj, $n), \
        lambda obj: divmod(obj, $n), lambda obj: divmod($n, obj), lambda obj: pow(obj, $n), \
        lambda obj: pow(obj, $n, $p), lambda obj: $n ** obj, lambda obj: $l * obj, \
        lambda obj: 'abcdefgh'[obj:], lambda obj: (1 << obj), lambda obj: '%d' % obj, lambda obj: f'{obj:d}'):
    try:
        print(act($1))
    except (TypeError, ValueError, OverflowError) as err:
        print(type(err).__name__, err)
)",
    R"(
class $A:
    def __$(repr|str|format|bytes|bool|len|hash|index|iter|int|float|contains$)__(self, *args):
        return $(None|'text'|5|-1|[]|2.5|b'bytes'$)
for act in (repr, str, format, bytes, bool, len, hash, int, float, iter, lambda obj: 1 in obj, \
        lambda obj: obj[0], lambda obj: range(obj)):
    try:
        print(type(act($A())).__name__ if act not in (bool, hash, len, int) or act is hash else act($A()))
    except (TypeError, ValueError, OverflowError) as err:
        print(type(err).__name__, err)
)",
    R"(
class $M(type):
    def __instancecheck__(cls, obj):
        print('instancecheck')
        return $(obj == $n|True|type(obj) is int|super().__instancecheck__(obj)$)
    def __subclasscheck__(cls, kls):
        print('subclasscheck', kls.__name__)
        return $(kls is bool|True|super().__subclasscheck__(kls)$)
class $A(metaclass=$M): pass
print(isinstance($v, $A), isinstance($A(), $A), issubclass(bool, $A), issubclass($A, $A), isinstance($n, (str, $A)))
class $B:
    def __class_getitem__(cls, key_):
        return f'{cls.__name__}[{key_!r}]'
    $?__class__ = property(lambda self: $(int|str$))
print($B[$v], $B[int, $n].upper() if $b else $B[0], isinstance($B(), int), type($B()).__name__)
)",
    R"(
class $A:
    def __init__(self, num):
        self.num = num
    def __repr__(self):
        return '$A' + str(self.num)
    def __copy__(self):
        return $A(self.num + $n)
    def __deepcopy__(self, memo):
        return $A(self.num * $p)
    def __sizeof__(self):
        return $n
    def __reduce__(self):
        return $A, (self.num,)
    def __format__(self, spec):
        return f'<{spec}|{self.num}>'
    def __bytes__(self):
        return b'num' * $p
$1 = $A($n)
print(f'{$1}', f'{$1:abc}', f'{$1!r:>8}', format($1, $q), '{:{}}'.format($1, $q), bytes($1), str($1), \
        '%s %r' % ($1, $1))
print($1.__copy__(), $1.__deepcopy__({}), $1.__reduce__()[1], $1.__sizeof__())
)",
    R"(
class $A:
    def __init__(self, stop_at):
        self.at, self.stop_at = 0, stop_at
    def __iter__(self):
        $?print('iter')
        return self
    def __next__(self):
        if self.at >= self.stop_at:
            raise StopIteration$(|($v)$)
        self.at += 1
        return $(self.at|self.at * $n|$v|(self.at, $v)$)
print(list($A($p)), [*$A($p), $v], sum(1 for _ in $A($p)), dict.fromkeys(map(str, $A($p))), *$A($p))
$1 = $A($p)
print(next($1), next($1, $v), $1.at in $1, list($1), next($1, 'done'))
$2, *$3 = $A($p)
print($2, $3, max($A($p), key=str), tuple(zip($A($p), $e)), list(map(lambda *args: args, $A(2), $A(3))))
for $4 in $A($p):
    if $b:
        continue
    print($4)
else:
    print('else')
)",
    R"(
calls_of = []
class $A:
    def __init__(self, tag_):
        calls_of.append(tag_)
        self.tag_ = tag_
    def __getattribute__(self, attr):
        if not attr.startswith('__'):
            calls_of.append('.' + attr)
        return super().__getattribute__(attr)
    def __add__(self, other):
        return $A(self.tag_ + other.tag_)
    def __getitem__(self, other):
        return $A('[' + getattr(other, 'tag_', str(other)) + ']')
    def __setitem__(self, index, new):
        calls_of.append(('set', getattr(index, 'tag_', index), getattr(new, 'tag_', new)))
    def __call__(self, *args, **kw):
        return $A('()')
    def __contains__(self, thing):
        calls_of.append('in')
        return $b
$A('f1')($A('a1') + $A('a2'), *[$A('a3')], kw_=$A('a4'))
$A('s1')[$A('i1')] = $A('v1') + $A('v2')
$A('s2')[$n] += $A('v3')
$?print($A('c1') in $A('c2') in [$A('c3')])
$?print([$A('l%d' % num).tag_ for num in range($p)])
print(calls_of)
)",
};

}  // namespace

void ProgramBuilder::ObjectModelStatement() {
  auto one = [&](const auto& table) { return table[random_.Below(std::size(table))]; };
  switch (random_.Weighted({22, 26, 22, 30})) {
    case 0: {
      const char* pattern = one(kInheritance);
      TemplateNames names;
      Write(pattern, &names);
      // The first is a diamond, to be looked at.
      if (pattern == kInheritance[0]) {
        const std::string& last = names['D'];
        Line(Cat({"print([kls.__name__ for kls in ", last, ".__mro__], ", last, "(bee=", IntText(0, 9),
                  ", sea=", StrText(1, 3), ").tell())"}));
      }
      return;
    }
    case 1:
      return Write(one(kCreation));
    case 2:
      return Write(one(kAttributes));
    default:
      return Write(one(kOperators));
  }
}

}  // namespace garter::fuzz
