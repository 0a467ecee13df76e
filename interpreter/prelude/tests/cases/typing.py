#%% forms
import typing
from typing import *
for n in typing.__all__:
    if n in ('ByteString', 'Match', 'Pattern'): continue
    o = getattr(typing, n); print(n, o if not isinstance(o, type(lambda: 0)) else 'function', o is getattr(typing, n))
print(typing.__all__)
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
T = TypeVar('T'); K = TypeVar('K'); V = TypeVar('V'); P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
show(lambda: Union[3, int], lambda: Union[()], lambda: Union[int], lambda: Union['a', None], lambda: Optional[3], lambda: Optional['x'], lambda: Optional[int, str], lambda: Union[int, int, str], lambda: Union(), lambda: Union[int, Union[str, None]],
     lambda: Union[Any, int], lambda: Union[ClassVar, int], lambda: Union[ClassVar[int], int], lambda: Union[Final, int], lambda: Union[Literal[1], Literal[2], Literal[1]], lambda: Union[Self, int], lambda: Union[NoReturn, int],
     lambda: Union[Annotated[int, 1], int], lambda: Union[Unpack[tuple[int]], int], lambda: Optional[T], lambda: Union[T, int][str], lambda: Optional[T][int], lambda: Optional[int] == Union[None, int], lambda: hash(Optional[int]) == hash(int | None))
show(lambda: Any(), lambda: isinstance(3, Any), lambda: issubclass(int, Any), lambda: Any | int, lambda: ClassVar[int], lambda: ClassVar[int, str], lambda: ClassVar[ClassVar[int]], lambda: Final[int], lambda: Literal[1, 'a', None, True], lambda: Literal[()],
     lambda: Literal[1, 1], lambda: Literal[Literal[1, 2], 3], lambda: Literal[1] == Literal[True], lambda: Literal[1, 2] == Literal[2, 1], lambda: hash(Literal[1]) == hash(Literal[1]), lambda: Literal[[]], lambda: Literal(), lambda: Literal[1](),
     lambda: isinstance(1, Literal[1]), lambda: Literal[1].__args__, lambda: Optional(), lambda: ClassVar(), lambda: Self[int], lambda: Never[int], lambda: isinstance(1, Never), lambda: issubclass(int, Self), lambda: LiteralString | None, lambda: TypeAlias[int],
     lambda: TypeGuard[int], lambda: TypeGuard[int, str], lambda: TypeIs[int], lambda: Required[int], lambda: NotRequired[int, str], lambda: ReadOnly[int], lambda: Concatenate[int], lambda: Concatenate[int, P], lambda: Concatenate[()], lambda: Concatenate[int, ...],
     lambda: Concatenate[P, int], lambda: ClassVar | int, lambda: Optional | int, lambda: setattr(Optional, 'x', 3), lambda: Literal[1] is Literal[1], lambda: Literal[0] is Literal[False], lambda: Literal['a'].__origin__, lambda: Optional.__name__, lambda: Literal[1] | None, lambda: Literal[1].foo)
show(lambda: Annotated[int, 1], lambda: Annotated[int], lambda: Annotated[int, 1, 'x'], lambda: Annotated[Annotated[int, 1], 2], lambda: Annotated[int, 1].__metadata__, lambda: Annotated[int, 1].__origin__, lambda: Annotated[int, 1].__args__, lambda: Annotated[T, 1][int],
     lambda: Annotated[int, 1](5), lambda: Annotated[int, 1].real, lambda: Annotated[int, 1] == Annotated[int, 1], lambda: Annotated[List[T], 1][int], lambda: Annotated[int, 1] | None, lambda: Annotated[int, []], lambda: hash(Annotated[int, []]), lambda: Annotated[ClassVar[int], 1],
     lambda: get_origin(Annotated[int, 1]), lambda: get_args(Annotated[int, 1, 2]), lambda: Annotated(), lambda: type(Annotated[int, 1]), lambda: isinstance(3, Annotated[int, 1]), lambda: Annotated[*Ts, 1], lambda: Annotated[()], lambda: Annotated['x', 1], lambda: Annotated[ClassVar, 1])
#%% aliases
from typing import *
import typing
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
T = TypeVar('T'); K = TypeVar('K'); V = TypeVar('V'); P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
show(lambda: List, lambda: List[int], lambda: List[int, str], lambda: List[3], lambda: List[()], lambda: Dict[int], lambda: Dict[int, str], lambda: Dict[int, str, str], lambda: List(), lambda: List[int](), lambda: Tuple[int, ...], lambda: Tuple[()], lambda: Tuple[int, str],
     lambda: Tuple[...], lambda: Type[int], lambda: Iterable[int], lambda: Iterable(), lambda: isinstance([], List), lambda: isinstance([], List[int]), lambda: issubclass(list, List), lambda: issubclass(list, List[int]), lambda: List[int] == List[int], lambda: List[int] == list[int],
     lambda: hash(List[int]) == hash(List[int]), lambda: List[int].__origin__, lambda: List[int].__args__, lambda: List[int].__parameters__, lambda: List.__origin__, lambda: List['x'], lambda: List[None], lambda: List[...], lambda: List[Any], lambda: List[[]], lambda: List | int,
     lambda: List[int] | None, lambda: None | List[int], lambda: List[int].append, lambda: List.append, lambda: List[int].foo, lambda: List.__name__, lambda: List[int].__name__, lambda: List[int].__module__, lambda: List.__module__, lambda: List._name, lambda: List[int] is List[int])
show(lambda: Dict[K, V][int, str], lambda: Dict[K, V][int], lambda: Dict[K, int][str], lambda: Dict[K, V].__parameters__, lambda: List[T][int], lambda: List[T][T], lambda: List[int][str], lambda: List[T][int, str], lambda: List[List[T]][int], lambda: Callable[[T], K][int, str], lambda: Callable,
     lambda: Callable[[], int], lambda: Callable[..., int], lambda: Callable[int, str], lambda: Callable[[int, str], None], lambda: Callable[P, T], lambda: Callable[P, T][[int], str], lambda: Callable[Concatenate[int, P], T], lambda: Callable[int], lambda: Callable[[3], int],
     lambda: Callable[[int], 3], lambda: Callable[[int], str].__args__, lambda: get_args(Callable[[int], str]), lambda: get_origin(Callable[[int], str]), lambda: Callable(), lambda: isinstance(len, Callable), lambda: Callable[..., T][int], lambda: Tuple[T, K][int, str], lambda: Tuple[Unpack[Ts]],
     lambda: Tuple[*Ts], lambda: Tuple[*Ts][int, str], lambda: Tuple[*Ts][()], lambda: Tuple[T, *Ts][int], lambda: Tuple[T, *Ts][()], lambda: Tuple[Unpack[Tuple[int, str]]], lambda: Unpack[int], lambda: Unpack[Ts], lambda: Unpack[Tuple[int]], lambda: Unpack[tuple[int, ...]], lambda: Ts[int],
     lambda: Tuple[*Ts, T][int, str, bool], lambda: tuple[*Ts, T][int, str, bool], lambda: list[T][int], lambda: dict[T, K][int], lambda: dict[T, K].__parameters__, lambda: tuple[*Ts].__parameters__, lambda: tuple[*Ts][int], lambda: Tuple[*Ts][*tuple[int, ...]], lambda: Tuple[*Ts][*Ts],
     lambda: Tuple[*Ts, int][*Ts, str], lambda: list[T] | None, lambda: (T | int)[str], lambda: type[T][int], lambda: dict[str, list[T]][int])
show(lambda: Deque[int], lambda: DefaultDict[int, str], lambda: OrderedDict[int, str], lambda: Counter[int], lambda: ChainMap[int, str], lambda: Set[int], lambda: FrozenSet[int], lambda: Type, lambda: Type[T], lambda: Type[int | str], lambda: ContextManager[int], lambda: ContextManager[int, bool],
     lambda: ContextManager, lambda: AsyncContextManager[int], lambda: Generator[int], lambda: Generator[int, str, bool], lambda: Generator[int, str], lambda: AsyncGenerator[int], lambda: Coroutine[int, str, bool], lambda: Hashable[int], lambda: Sized, lambda: Hashable, lambda: KeysView[int],
     lambda: ItemsView[int, str], lambda: MappingView[int], lambda: Awaitable[int], lambda: Reversible[int], lambda: Mapping[str, int].__origin__, lambda: get_origin(Iterable), lambda: isinstance({}, Mapping), lambda: isinstance([], Sequence), lambda: issubclass(dict, Mapping), lambda: List.__parameters__,
     lambda: Tuple, lambda: Tuple(), lambda: Callable.__origin__, lambda: isinstance(3, Tuple), lambda: issubclass(int, Callable), lambda: List.foo, lambda: Iterable.zz, lambda: List.__doc__, lambda: Set(), lambda: Dict[str, int](a=1), lambda: Generator[()], lambda: AsyncGenerator[int, str, bool])
show(lambda: List[ClassVar[int]], lambda: List[Final], lambda: List[Generic[T]], lambda: List[Protocol], lambda: ClassVar[Final[int]], lambda: ClassVar[ClassVar], lambda: Required[ClassVar[int]], lambda: Optional[ClassVar[int]], lambda: Type[ClassVar[int]], lambda: Callable[[ClassVar[int]], int], lambda: Tuple[ClassVar[int]],
     lambda: Union[int, Final[int]], lambda: List[(int,)], lambda: List[[int]], lambda: List[{}], lambda: Dict[str, []], lambda: List[int] == List[str], lambda: List[int] != List[int], lambda: {List[int]: 1}[List[int]])
import copy
print(copy.copy(List[int]), copy.deepcopy(List[int]), Any.__module__, Optional._name, List[int].__mro_entries__((List[int],)), List.__mro_entries__((List,)))
print(typing.Iterable is typing.Iterable, typing.Text, typing.TYPE_CHECKING)
try: typing.nope
except AttributeError as e: print(e)
#%% type variables
from typing import *
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
T = TypeVar('T'); P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
show(lambda: T, lambda: TypeVar('A', covariant=True), lambda: TypeVar('A', contravariant=True), lambda: TypeVar('A', covariant=True, contravariant=True), lambda: TypeVar('A', int), lambda: TypeVar('A', int, str), lambda: TypeVar('A', int, str, bound=int), lambda: TypeVar('A', bound=3), lambda: TypeVar('A', bound='x').__bound__,
     lambda: TypeVar(), lambda: TypeVar(3), lambda: TypeVar('A', int, 3), lambda: TypeVar('A', infer_variance=True), lambda: TypeVar('A', infer_variance=True, covariant=True), lambda: T.__bound__, lambda: T.__constraints__, lambda: T.__covariant__, lambda: T.__default__, lambda: T.has_default(), lambda: TypeVar('A', default=int).__default__,
     lambda: T(), lambda: T[int], lambda: T | int, lambda: int | T, lambda: T | None, lambda: T | 'x', lambda: 'x' | T, lambda: T.__module__, lambda: T.__name__, lambda: isinstance(3, T), lambda: T | 3, lambda: TypeVar('A', int, None).__constraints__, lambda: TypeVar('A', bound=None).__bound__, lambda: T.foo)
show(lambda: P.args, lambda: P.kwargs, lambda: P.args.__origin__, lambda: ParamSpec('Q', bound=int).__bound__, lambda: P, lambda: ParamSpec(3), lambda: ParamSpec('Q', covariant=True), lambda: ParamSpec('Q', 1), lambda: P.args == P.args, lambda: P.args == P.kwargs, lambda: Ts, lambda: TypeVarTuple(3), lambda: TypeVarTuple('A', default=int).__default__,
     lambda: list(Ts), lambda: P | int, lambda: Ts | int, lambda: P.__name__, lambda: Ts.__name__, lambda: P.__module__, lambda: Ts.has_default(), lambda: NoDefault, lambda: type(NoDefault), lambda: type(NoDefault)(), lambda: get_origin(P.args))
for base in ('TypeVar', 'T', 'Ts', 'P', 'P.args', 'ParamSpec', 'Any', 'Optional', 'Optional[int]', 'ClassVar', 'ClassVar[int]', 'Literal[1]', 'Self', 'Unpack[Ts]', 'NewType("N", int)', 'Union[int, str]', 'Generic', 'Annotated[int, 1]'):
    try: exec(f'class A({base}): pass'); print(base, A.__mro__)
    except TypeError as e: print(base, e)
#%% generic
from typing import *
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
T = TypeVar('T'); K = TypeVar('K'); V = TypeVar('V'); P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
show(lambda: Generic[T], lambda: Generic[int], lambda: Generic[()], lambda: Generic[T, T], lambda: Generic[T][int], lambda: Generic, lambda: Generic['T'], lambda: Generic[P], lambda: Generic[Unpack[Ts]], lambda: Generic[*Ts], lambda: Generic[Ts], lambda: Generic[int, str])
class G(Generic[T]):
    def __init__(self, x=0): self.x = x
    def __call__(self): return 1
    @classmethod
    def c(cls): return cls
    @staticmethod
    def s(): return 3
    attr = 5
class D(Generic[K, V]): pass
class GP(Generic[P]): pass
class GT(Generic[*Ts]): pass
class GTT(Generic[T, *Ts]): pass
class H(Generic[T, P]): pass
class S(G[int]): pass
class S2(G[T], Generic[T]): pass
class S3(G[T]): pass
class S4(G): pass
show(lambda: G[int], lambda: G[int](3).x, lambda: G[int](3).__orig_class__, lambda: G[int, str], lambda: G[()], lambda: D[int], lambda: D[int, str], lambda: G['x'], lambda: G[None], lambda: G[3], lambda: S[int], lambda: S.__orig_bases__, lambda: S.__parameters__, lambda: S3.__parameters__, lambda: S3[int], lambda: S4[int],
     lambda: S4.__parameters__, lambda: G[T], lambda: G[T][int], lambda: G[G[T]][int], lambda: GP[int, str], lambda: GP[[int, str]], lambda: GP[...], lambda: GP[P], lambda: GP[int], lambda: GT[int, str], lambda: GT[()], lambda: GT[*Ts], lambda: GT[*tuple[int, ...]], lambda: GT[int, *Ts][str, bool], lambda: isinstance(G(), G),
     lambda: isinstance(G(), G[int]), lambda: issubclass(S, G[int]), lambda: G[int] == G[int], lambda: G.__mro__, lambda: G[int].x, lambda: G[int].__origin__, lambda: G[int].__mro_entries__(()), lambda: G[int] | None, lambda: G[int].foo, lambda: G[int].c(), lambda: G[int].s(), lambda: G[int]()(), lambda: G[int].__name__, lambda: G[int].__qualname__,
     lambda: G[int]._name, lambda: G[int].attr, lambda: setattr(G[int], 'attr', 7), lambda: G.attr, lambda: str(G[List[int]]), lambda: G[...], lambda: G[[int]], lambda: G[int,], lambda: G[G], lambda: G[len], lambda: G[Literal['a']], lambda: G[int | str], lambda: G[type(None)], lambda: G[Any], lambda: G[Generic[T]], lambda: G[ClassVar[int]],
     lambda: GTT[int], lambda: GTT[int, str, bool], lambda: GTT[()], lambda: GTT[int, *tuple[str, ...]], lambda: GTT[*tuple[str, ...]], lambda: GTT[*tuple[int, str]], lambda: GTT[*Ts], lambda: GTT[*Ts, int], lambda: GTT[T, *Ts][int, str, bool], lambda: H[int, [str]], lambda: H[int, ...], lambda: H[int, str], lambda: H[int, P],
     lambda: H[int, Concatenate[str, P]], lambda: H[int, Concatenate[str, P]][[bool]], lambda: H[T, P][int, [str, bool]], lambda: H[int], lambda: H[T, P].__parameters__, lambda: G.__parameters__)
def attempt(body):
    ns = dict(globals())
    try: exec(body, ns); print(body.split(chr(10))[0], ns.get('r'))
    except Exception as e: print(body.split(chr(10))[0], type(e).__name__, e)
attempt('class A(Generic): pass'); attempt('class A(Generic[T],Generic[K]): pass'); attempt('class A(G[T],Generic[K]): pass'); attempt('class A(G[T],D[K,V]): pass\nr=A.__parameters__'); attempt('class A(D[T,T]): pass\nr=A.__parameters__'); attempt('class A(Generic[T],G[T]):pass')
attempt('class A(List[T]): pass\nr=A.__mro__,A.__orig_bases__,A[int],A.__parameters__'); attempt('class A(Dict[str,T],G[T]): pass\nr=A.__mro__'); attempt('class A(Callable[[int],str]): pass\nr=A.__mro__'); attempt('class A(Callable): pass\nr=A.__mro__'); attempt('class A(Tuple[int,str]): pass\nr=A.__mro__')
attempt('class A(list[T],G[T]): pass\nr=A.__parameters__, A.__mro__'); attempt('class A(Type[T]): pass\nr=A.__mro__'); attempt('class A(Dict[K,V],Generic[V,K]):0\nr=A[int,str],A.__parameters__'); attempt('class A(GTT[int,T]):0\nr=A.__parameters__,A[str].__origin__'); attempt('class A(Any): pass\nr=A.__mro__')
D1 = TypeVar('D1', default=int); D2 = TypeVar('D2', default=List[D1]); PD = ParamSpec('PD', default=[int, str]); TD = TypeVarTuple('TD', default=Unpack[Tuple[int, str]])
attempt('class A(Generic[T,D1]):0\nr=A[str],A[str,bool]'); attempt('class A(Generic[D1,T]):0'); attempt('class A(Generic[D1]):0\nr=A[()],A.__parameters__'); attempt('class A(Generic[T,PD]):0\nr=A[int],A[int,[bool]]'); attempt('class A(Generic[T,*TD]):0\nr=A[int],A[int,bool]'); attempt('class A(Generic[*Ts,D1]):0'); attempt('class A(Generic[T,D1]):0\nr=A[()]')
class J(Generic[T]):
    def __class_getitem__(cls, x): return 'mine', x
class K2(Generic[T]):
    def __init_subclass__(cls, **k): print('is', k)
class K3(K2[int], z=1): pass
class Sl(Generic[T]): __slots__ = ('a',)
print(J[int], Sl[int]() is not None, hasattr(Sl(), '__dict__'))
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int](); s.push(3); print(s.pop(), type(s), s.__orig_class__)
#%% new type and casts
from typing import *
import typing
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
U = NewType('U', int)
show(lambda: U, lambda: U(3), lambda: U.__name__, lambda: U.__supertype__, lambda: U.__module__, lambda: U | None, lambda: None | U, lambda: isinstance(3, U), lambda: NewType('U'), lambda: List[U], lambda: U.__qualname__, lambda: NewType('A.B', int).__name__, lambda: type(U), lambda: cast(int, 'x'), lambda: cast(), lambda: reveal_type(3), lambda: assert_type(3, int), lambda: Optional[U])
show(lambda: assert_never(3), lambda: assert_never('x' * 200), lambda: get_origin(int), lambda: get_origin(List), lambda: get_origin(List[int]), lambda: get_origin(list[int]), lambda: get_origin(Union[int, str]), lambda: get_origin(int | str), lambda: get_origin(Generic), lambda: get_origin(Callable), lambda: get_origin(ClassVar[int]), lambda: get_origin(Literal[1]),
     lambda: get_args(int), lambda: get_args(Dict[int, str]), lambda: get_args(Union[int, None]), lambda: get_args(Callable[..., int]), lambda: get_args(Callable[[], int]), lambda: get_args(Callable[[int, str], int]), lambda: get_args(Tuple[()]), lambda: get_args(List), lambda: get_args(list[int]), lambda: get_args(int | str), lambda: get_args(Literal[1, 2]), lambda: final(3), lambda: final(len))
@final
class FF: pass
class OO:
    @override
    def m(self): pass
    @final
    def n(self): pass
print(FF.__final__, OO.m.__override__, OO.n.__final__)
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
show(lambda: f(3))
def f(x): return x
print(f(3), len(get_overloads(f)), get_overloads(f)[0].__annotations__); clear_overloads(); print(get_overloads(f), no_type_check(f).__no_type_check__, dataclass_transform(eq_default=False)(FF).__dataclass_transform__)
try:
    class A(U): pass
except TypeError as e: print(e)
#%% protocols
from typing import *
from typing import get_protocol_members, is_protocol
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
T = TypeVar('T'); K = TypeVar('K')
class Pr(Protocol):
    x: int
    def m(self) -> int: ...
@runtime_checkable
class PR(Protocol):
    def m(self) -> int: ...
@runtime_checkable
class PD(Protocol):
    x: int
class C:
    x = 3
    def m(self): return 0
class CP(Pr):
    def m(self): return 3
class D: pass
show(lambda: Pr(), lambda: isinstance(C(), Pr), lambda: issubclass(C, Pr), lambda: isinstance(C(), PR), lambda: issubclass(C, PR), lambda: isinstance(3, PR), lambda: issubclass(int, PR), lambda: isinstance(C(), PD), lambda: issubclass(C, PD), lambda: CP().m(), lambda: isinstance(CP(), Pr), lambda: issubclass(CP, Pr), lambda: Pr._is_protocol, lambda: CP._is_protocol,
     lambda: sorted(Pr.__protocol_attrs__), lambda: sorted(get_protocol_members(Pr)), lambda: get_protocol_members(int), lambda: is_protocol(Pr), lambda: is_protocol(CP), lambda: is_protocol(Protocol), lambda: Pr.__mro__, lambda: runtime_checkable(C), lambda: isinstance(3, Protocol), lambda: PR.__non_callable_proto_members__, lambda: PD.__non_callable_proto_members__, lambda: Pr | None,
     lambda: issubclass(3, PR), lambda: Protocol[T], lambda: Pr.__abstractmethods__, lambda: isinstance(D(), PD), lambda: isinstance(D(), PR))
d = D(); d.x = 5; d.m = 3; print(isinstance(d, PD), isinstance(d, PR))
class GPr(Protocol[T]):
    def g(self) -> T: ...
class GImpl(GPr[int]):
    def g(self): return 1
print(GPr[int], GPr.__parameters__, GPr.__mro__, GImpl().g())
def attempt(body):
    ns = dict(globals())
    try: exec(body, ns); print(ns.get('r'))
    except Exception as e: print(type(e).__name__, e)
attempt('class A(Protocol,int):0'); attempt('class A(C,Protocol):0'); attempt('class A(Protocol[T],Generic[K]):0'); attempt('class A(Protocol,Generic[T]):0\nr=A.__mro__'); attempt('class A(Pr,Protocol):\n z:int\nr=A.__mro__,sorted(A.__protocol_attrs__)'); attempt('class A(Pr):\n pass\nr=A.__abstractmethods__,A().x if hasattr(A(),"x") else "no x"')
class PI(Protocol):
    def __init__(self): print('pi')
class CI(PI): pass
class CJ(PI):
    def __init__(self, q): print('cj', q)
CI(); CJ(4)
from abc import abstractmethod
class PA(Protocol):
    @abstractmethod
    def f(self): return 'pa'
class PAI(PA): pass
class PAJ(PA):
    def f(self): return super().f()
show(PAI, lambda: PAJ().f(), PA)
@runtime_checkable
class Cl(Protocol):
    def close(self): ...
class NoneAttr: close = None
class InstAttr:
    def __init__(s): s.close = 3
class Gat:
    def __getattr__(s, n): return 3
class Prop:
    @property
    def close(self): raise ValueError
print(isinstance(NoneAttr(), Cl), isinstance(InstAttr(), Cl), isinstance(Gat(), Cl), issubclass(NoneAttr, Cl), isinstance(Prop(), Cl), isinstance(Prop, Cl))
@runtime_checkable
class HashP(Protocol):
    def __hash__(self): ...
print(isinstance([], HashP), isinstance(3, HashP), isinstance(3, SupportsInt), isinstance('', SupportsInt), isinstance(3.5, SupportsIndex), SupportsAbs[int], isinstance(3, SupportsAbs), issubclass(int, SupportsFloat), SupportsInt.__mro__)
class Desc(Protocol):
    @property
    def p(self): ...
    @classmethod
    def c(cls): ...
    y = 3
print(sorted(Desc.__protocol_attrs__), isinstance(C(), Iterable), issubclass(C, Sized))
class It(Iterable[int], Protocol): pass
print(isinstance([], Iterable), issubclass(int, Iterable))
#%% named tuple
from typing import *
T = TypeVar('T')
class N(NamedTuple):
    "ndoc"
    x: int
    y: str = 'd'
    def m(self): return self.x
    z = 5
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
show(lambda: N(1), lambda: N(1, 'a'), lambda: N._fields, lambda: N._field_defaults, lambda: N.__annotations__, lambda: N.__mro__, lambda: N(1).m(), lambda: N.z, lambda: N(), lambda: N(1, 2, 3), lambda: N.__orig_bases__ == (NamedTuple,), lambda: N.__doc__, lambda: N.__new__.__annotations__, lambda: N.__match_args__, lambda: N(1)._replace(x=3), lambda: N(1)._asdict(),
     lambda: N._make([1, 2]), lambda: N._make([1]), lambda: N(1)._replace(q=3), lambda: N.__slots__, lambda: N(1) == (1, 'd'), lambda: N(q=1), lambda: N(1).y, lambda: N.__module__)
def attempt(body):
    ns = dict(globals())
    try: exec(body, ns); print(ns.get('r'))
    except Exception as e: print(type(e).__name__, e, getattr(e, '__notes__', None))
attempt('class A(NamedTuple):\n x:int=3\n y:int'); attempt('class A(NamedTuple):\n x:int=3\n z:int=3\n y:int'); attempt('class A(NamedTuple):\n x:int\n __new__=3'); attempt('class A(NamedTuple):\n _x:int'); attempt('class A(NamedTuple,int):\n x:int'); attempt('class A(NamedTuple,Generic[T]):\n x:T\nr=A[int],A(1),A.__mro__')
attempt('class A(NamedTuple):\n __slots__=()'); attempt('class A(NamedTuple):\n __init__=3'); attempt('class A(NamedTuple):\n _fields=3'); attempt('class A(N):\n q:int\nr=A(1)'); attempt('r=NamedTuple("A",[("x",int),("y",str)])(1,2)'); attempt('r=NamedTuple("A",[("x",3)]).__annotations__'); attempt('r=NamedTuple("A",[("x",int)]).__module__')
attempt('r=NamedTuple("A",["x"])'); attempt('r=NamedTuple()'); attempt('r=NamedTuple("A",[],x=3)'); attempt('class A(NamedTuple):\n for_:"int"\n b:Undefined\nr=A(1,2)'); attempt('class A(NamedTuple, foo=1): x:int'); attempt('class A(NamedTuple): pass\nr=A(), A._fields')
class D:
    def __set_name__(self, o, n): print('set', o.__name__, n); self.n = n
class WithD(NamedTuple):
    x: int
    d = D()
print(WithD(1), WithD.d.n)
match N(5, 'q'):
    case N(a, b): print(a, b)
NamedTuple('A', x=int)
#%% typed dict
from typing import *
T = TypeVar('T')
class TD(TypedDict):
    "tdoc"
    x: int
    y: NotRequired[str]
class TD2(TD, total=False):
    z: Required[int]
    w: ReadOnly[int]
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
show(lambda: TD, lambda: TD(x=1), lambda: TD({'x': 1}), lambda: TD(), lambda: TD.__required_keys__, lambda: TD.__optional_keys__, lambda: TD.__total__, lambda: sorted(TD2.__required_keys__), lambda: sorted(TD2.__optional_keys__), lambda: TD2.__readonly_keys__, lambda: sorted(TD2.__mutable_keys__), lambda: TD2.__total__, lambda: TD2.__annotations__, lambda: TD.__mro__, lambda: TD.__bases__,
     lambda: TD.__orig_bases__ == (TypedDict,), lambda: isinstance({}, TD), lambda: issubclass(dict, TD), lambda: TD.__doc__, lambda: type(TD), lambda: is_typeddict(TD), lambda: is_typeddict(dict), lambda: type(TD(x=1)), lambda: get_type_hints(TD), lambda: get_type_hints(TD, include_extras=True), lambda: TD | None, lambda: TD.foo)
def attempt(body):
    ns = dict(globals())
    try: exec(body, ns); print(ns.get('r'))
    except Exception as e: print(type(e).__name__, e)
attempt('class A(TypedDict):\n x:int=3\nr=A.x'); attempt('class A(TypedDict,dict):\n x:int'); attempt('class A(TypedDict,int):\n x:int'); attempt('class A(TypedDict,Generic[T]):\n x:T\nr=A[int],A(x=1),A.__mro__,A.__parameters__,A[int](x=1)'); attempt('r=TypedDict("A",{"x":int})(x=1)'); attempt('r=TypedDict("A",{"x":int},total=False).__optional_keys__')
attempt('r=TypedDict("A",x=int)'); attempt('r=TypedDict("A",{"a b":3}).__annotations__'); attempt('class A(TD,TD2):\n x:str\nr=A.__annotations__'); attempt('class A(TypedDict):\n x:"Required[int]"\n y:"Foo"\nr=A.__annotations__,sorted(A.__required_keys__)'); attempt('class A(TypedDict,foo=1):\n x:int'); attempt('TypedDict()'); attempt('TypedDict("A",{},foo=1)')
attempt('class A(TD):\n x:Required[str]\n q:Annotated[NotRequired[int],1]\nr=A.__annotations__,sorted(A.__required_keys__),sorted(A.__optional_keys__)'); attempt('class A(TypedDict, total=False): a: int; b: Required[str]\nr=A.__required_keys__')
TypedDict('A')
#%% type hints
from typing import *
import typing, sys
class A:
    x: int
    y: 'str'
    z: 'List[A]'
    w: ClassVar[int] = 3
    n: None
    a: Annotated[int, 1]
    f: 'Final[int]' = 3
class B(A):
    q: Optional['B']
    l: list['B']
    x: str
def fn(a: int, b: 'str' = None, *c: 'A', d: 'list[A]', **e) -> 'None': 0
def bad(x: 'Nope'): 0
def bad3(x: '1+'): 0
def bad4(x: '3'): 0
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
show(lambda: get_type_hints(A), lambda: get_type_hints(B), lambda: get_type_hints(fn), lambda: get_type_hints(A, include_extras=True), lambda: get_type_hints(3), lambda: get_type_hints(len), lambda: get_type_hints(sys), lambda: get_type_hints(A()), lambda: get_type_hints(bad), lambda: get_type_hints(bad, {'Nope': int}), lambda: get_type_hints(bad, None, {'Nope': int}), lambda: get_type_hints(bad3),
     lambda: get_type_hints(bad4), lambda: get_type_hints(lambda: 0), lambda: get_type_hints(A.__init__), lambda: get_type_hints(no_type_check(lambda x: 0)), lambda: get_type_hints(int), lambda: get_type_hints(B().__class__))
import functools
@functools.wraps(fn)
def wr(): 0
def nested(x: Dict[str, 'A'], y: Callable[['A'], 'B'], z: Tuple['A', ...], w: Union['A', None], v: 'A | None', u: Type['A'], t: Annotated['A', 1], s: Literal['A'], r: list[dict['A', Optional['B']]]): 0
show(lambda: get_type_hints(wr), lambda: get_type_hints(nested), lambda: get_type_hints(nested, include_extras=True))
class Later:
    me: 'Later'
    other: 'Undefined'
    inner: 'Inner'
    class Inner: pass
show(lambda: get_type_hints(Later)); Undefined = int; show(lambda: get_type_hints(Later))
#%% forward references
from annotationlib import ForwardRef, Format
from typing import *
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
FR = ForwardRef; Ts = TypeVarTuple('Ts')
class A: pass
show(lambda: FR('x'), lambda: FR('x').__forward_arg__, lambda: FR('int').evaluate(), lambda: FR('x').evaluate(), lambda: FR('x').evaluate(locals={'x': 3}), lambda: FR('1+'), lambda: FR('1+').evaluate(), lambda: FR(3), lambda: FR('x') == FR('x'), lambda: hash(FR('x')) == hash(FR('x')), lambda: FR('x') | int, lambda: int | FR('x'), lambda: FR('x', module='m'), lambda: FR('x', is_argument=False, is_class=True),
     lambda: FR('x', owner=A), lambda: FR('List[int]').evaluate(globals=globals()), lambda: FR('Nope').evaluate(format=Format.FORWARDREF), lambda: FR('x').evaluate(format=Format.STRING), lambda: FR('List[Nope]').evaluate(globals=globals(), format=Format.FORWARDREF), lambda: FR('x').foo, lambda: FR('*Ts').evaluate(globals=globals()), lambda: FR('A').evaluate(owner=A), lambda: FR('True').evaluate(), lambda: FR('int | str').evaluate(), lambda: FR('x') == 'x')
#%% annotationlib
import annotationlib
from annotationlib import *
from typing import *
class A:
    x: int
    y: 'str'
    w: ClassVar[int] = 3
    n: None
    f: 'Final[int]' = 3
class B(A):
    q: Optional['B']
    l: list['B']
def fn(a: int, b: 'str' = None, *c: 'A', d: 'list[A]', **e) -> 'None': 0
def bad2(x: Nope): 0
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
print(annotationlib.__all__, list(Format))
show(lambda: get_annotations(A), lambda: get_annotations(B), lambda: get_annotations(fn), lambda: get_annotations(A, eval_str=True), lambda: get_annotations(3), lambda: get_annotations(bad2), lambda: get_annotations(bad2, format=Format.FORWARDREF), lambda: get_annotations(bad2, format=Format.STRING), lambda: get_annotations(A, format=Format.STRING), lambda: get_annotations(fn, format=2), lambda: get_annotations(fn, format=9),
     lambda: get_annotations(A, format=4, eval_str=True), lambda: get_annotations(len), lambda: get_annotations(int), lambda: get_annotations(fn, eval_str=True))
def cx(a: list[Nope], b: Nope | int, c: Nope[int].x + 3 * -Foo, d: Foo(1, k=2), f: [1, Nope], g: {'a': Nope}, h: int, i: (Nope,), j: 'q', m: a.b[c:d], o: Nope == 3, p: 1.5, q: None, r: ..., s: int | str, t: Optional[Nope], u: List[int], v: list[int], w: (A | B)[C], x: a ** b ** c, y: (a ** b) ** c, z: -(a + b) * c) -> Nope: 0
for k, v in get_annotations(cx, format=Format.STRING).items(): print(k, v)
def cy(a: list[Nope], b: Nope | int, c: Nope[int].x, i: (Nope,), s: int | str, t: Optional[Nope], u: List[int]) -> Nope: 0
for k, v in get_annotations(cy, format=Format.FORWARDREF).items(): print(k, v)
def outer():
    loc = int
    def inner(x: loc, y: Nope, z: unset): 0
    r = get_annotations(inner, format=Format.STRING), get_annotations(inner, format=Format.FORWARDREF)
    unset = 3
    return r
show(outer)
class Q:
    T = int
    x: T
    y: Nope
    z: list[Nope]
show(lambda: get_annotations(Q, format=Format.STRING), lambda: get_annotations(Q, format=Format.FORWARDREF))
show(lambda: type_repr(int), lambda: type_repr(A), lambda: type_repr(3), lambda: type_repr('x'), lambda: type_repr(...), lambda: type_repr(None), lambda: type_repr(List[int]), lambda: type_repr(len), lambda: type_repr(fn), lambda: type_repr(list[int]), lambda: type_repr(int | None), lambda: annotations_to_string({'a': int, 'b': 'x'}), lambda: call_annotate_function(fn.__annotate__, Format.VALUE),
     lambda: call_annotate_function(bad2.__annotate__, Format.FORWARDREF), lambda: get_annotate_from_class_namespace({'__annotate__': 3}), lambda: call_evaluate_function(lambda f: 3, 1), lambda: get_type_hints(bad2, format=Format.FORWARDREF), lambda: get_type_hints(bad2, format=Format.STRING))
#%% type alias type
from typing import *
T = TypeVar('T'); TAT = TypeAliasType
def show(*calls):
    for c in calls:
        try: print(c())
        except Exception as e: print(type(e).__name__, e)
X = TAT('X', int); Y = TAT('Y', list[T], type_params=(T,)); Ts = TypeVarTuple('Ts'); Z = TAT('Z', tuple[*Ts], type_params=(Ts,))
show(lambda: X, lambda: X.__value__, lambda: Y[int], lambda: Y.__type_params__, lambda: Y.__value__, lambda: X | None, lambda: X[int], lambda: X(), lambda: isinstance(3, X), lambda: X.__name__, lambda: X.__module__, lambda: Y.__parameters__, lambda: Z.__parameters__, lambda: TAT(), lambda: TAT('Q'), lambda: TAT(3, int), lambda: TAT('Q', int, type_params=3), lambda: TAT('Q', int, type_params=(3,)),
     lambda: Y[int].__origin__, lambda: Y[int].__args__, lambda: type(Y[int]), lambda: X.foo, lambda: list(Y), lambda: Y[int, str], lambda: X.evaluate_value(1), lambda: setattr(X, '__value__', 3), lambda: setattr(X, 'foo', 3), lambda: int | X, lambda: List[X], lambda: setattr(X, '__name__', 3), lambda: Optional[X], lambda: TAT(name='N', value=int), lambda: TAT('N', int, foo=1))
try:
    class A(X): pass
except TypeError as e: print(e)
