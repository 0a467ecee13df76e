"""Types for annotations.

Generic, TypeVar and their like are `_typing`'s; this module has the forms, the aliases of builtin and abstract classes,
protocols, named tuples, typed dicts, and what reads annotations.
"""

import abc
import collections.abc
import sys
import _typing
from _typing import (
    GenericAlias, Generic, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, Union,
    _BaseGenericAlias, _cached, _GenericAlias, _is_dunder, _is_parameter_expression, _shown, _SpecialForm, _type_check,
    _type_convert)
from abc import ABCMeta, abstractmethod
from functools import MethodType

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
    "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container",
    "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView", "MutableMapping",
    "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator", "AsyncIterable",
    "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes",
    "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap", "Counter", "Deque", "Dict",
    "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match",
    "Pattern", "TextIO", "AnyStr", "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform",
    "evaluate_forward_ref", "final", "get_args", "get_origin", "get_overloads", "get_protocol_members", "get_type_hints",
    "is_protocol", "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check", "no_type_check_decorator", "NoDefault",
    "NoReturn", "NotRequired", "overload", "override", "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly", "Required",
    "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "TypeIs", "TypeAliasType",
    "Unpack"]

TYPE_CHECKING = False
Text = str
_UnionType = Union
_NoneType = type(None)
_function = type(_shown)


def _caller_module(level=1):
    from _prelude import caller
    where = caller(level)
    return where[0].get("__name__", "__main__") if where else None


# Forms

class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _bare(name, doc):
    """A form that takes no subscript."""

    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")

    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


def _single(name, doc, message="{0} accepts only single type. Got {1!r}."):
    """A form that takes one type."""

    def getitem(self, parameters):
        if isinstance(parameters, tuple):
            raise TypeError(message.format(self, parameters, name))
        return _GenericAlias(self, (_type_check(parameters, "", allow_special_forms=name in ("ClassVar", "Final")),))

    getitem.__name__ = name
    getitem.__doc__ = doc
    return _SpecialForm(getitem)


_ONLY = "{2} accepts only a single type. Got {1!r}."
NoReturn = _bare("NoReturn", "The result of a function that never returns.")
Never = _bare("Never", "The type that nothing has.")
Self = _bare("Self", "The class that is being defined, or one derived from it.")
LiteralString = _bare("LiteralString", "A string made of literals alone.")
TypeAlias = _bare("TypeAlias", "Marks an assignment as that of a type alias.")
ClassVar = _single("ClassVar", "A variable of a class, not of its instances.")
Final = _single("Final", "A name that is not to be assigned again.")
TypeGuard = _single("TypeGuard", "The result of a function that tells whether its argument has the type.")
TypeIs = _single("TypeIs", "The result of a function that tells whether its argument has the type, and if not, that it has not.")
Required = _single("Required", "A key that a TypedDict must have.", _ONLY)
NotRequired = _single("NotRequired", "A key that a TypedDict may lack.", _ONLY)
ReadOnly = _single("ReadOnly", "A key of a TypedDict that is not to be changed.", _ONLY)


@_SpecialForm
def Optional(self, parameters):
    """Optional[X] is equivalent to X | None."""
    if isinstance(parameters, tuple):
        raise TypeError(f"{self} requires a single type. Got {parameters!r}.")
    return Union[parameters, None]


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters put before those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    last = parameters[-1]
    if not (last is ... or isinstance(last, ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _ConcatenateGenericAlias(self, (*[_type_check(p, "") for p in parameters[:-1]], last))


@_SpecialForm
def Unpack(self, parameters):
    """The items of a tuple type, or the types that a TypeVarTuple stands for."""
    if isinstance(parameters, tuple):
        raise TypeError(f"{self} accepts only single type. Got {parameters!r}.")
    return _UnpackGenericAlias(self, (_type_check(parameters, ""),))


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    """A form that knows 1 from True."""

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        try:
            key = self, parameters, tuple([type(p) for p in parameters])
            found = _typing._cache.get(key)
        except TypeError:
            return self._getitem(self, *parameters)
        if found is None:
            found = _typing._cache[key] = self._getitem(self, *parameters)
        return found


@_TypedCacheSpecialForm
def Literal(self, *parameters):
    """One of the given values."""
    flat = []
    for parameter in parameters:
        flat += parameter.__args__ if isinstance(parameter, _LiteralGenericAlias) else (parameter,)
    try:
        flat = [value for value, _ in dict.fromkeys([(value, type(value)) for value in flat])]
    except TypeError:
        pass  # What cannot be hashed stays as often as it stands there.
    return _LiteralGenericAlias(self, tuple(flat))


@_TypedCacheSpecialForm
def Annotated(self, *params):
    """A type with more said about it."""
    if len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, *metadata = params
    if getattr(origin, "__typing_is_unpacked_typevartuple__", False):
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    return _AnnotatedAlias(_type_check(origin, "", allow_special_forms=True), tuple(metadata))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, args):
        if isinstance(args[-1], (list, tuple)):
            return (*args[:-1], *args[-1])
        if isinstance(args[-1], _ConcatenateGenericAlias):
            args = (*args[:-1], *args[-1].__args__)
        return super().copy_with(args)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, (_GenericAlias, GenericAlias)):
            if arg.__origin__ is not tuple:
                raise TypeError("Unpack[...] must be used with a tuple type")
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def _typed(self):
        return {(value, type(value)) for value in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return self._typed() == other._typed()

    def __hash__(self):
        return hash(frozenset(self._typed()))


class _AnnotatedAlias(_GenericAlias, _root=True):
    """Annotated[origin, *metadata]; `origin` is what it passes questions on to."""

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_shown(self.__origin__)}, {', '.join([repr(item) for item in self.__metadata__])}]"

    def __reduce__(self):
        from operator import getitem
        return getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


# Aliases of classes

class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """List, Iterable and so on; the last of their parameters may have defaults."""

    def __init__(self, origin, count, *, inst=True, name=None, defaults=()):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = count
        self._defaults = defaults
        if origin.__module__ == "builtins":
            self.__doc__ = f"Deprecated alias to {origin.__qualname__}."
        else:
            self.__doc__ = f"Deprecated alias to {origin.__module__}.{origin.__qualname__}."

    def __getitem__(self, params):
        return _cached(self, params, self._with_arguments)

    def _with_arguments(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple([_type_check(p, "Parameters to generic types must be types.") for p in params])
        count = self._nparams
        if not count:
            raise TypeError(f"{self} is not a generic class")
        if self._defaults and count - len(self._defaults) <= len(params) < count:
            params = (*params, *self._defaults[len(params) - count:])
        if len(params) != count:
            expected = f"at least {count - len(self._defaults)}" if self._defaults else f"{count}"
            raise TypeError(f"Too {'many' if len(params) > count else 'few'} arguments for {self}; actual {len(params)}, "
                            f"expected {expected}")
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls, self.__origin__)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _TupleType(_SpecialGenericAlias, _root=True):
    def _with_arguments(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            checked = [_type_check(p, "Tuple[t, ...]: t must be a type.") for p in params[:-1]]
            return self.copy_with((*checked, ...))
        return self.copy_with(tuple([_type_check(p, "Tuple[t0, t1, ...]: each t must be a type.") for p in params]))


class _CallableGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_parameter_expression(args[0]):
            return super().__repr__()
        return f"typing.Callable[[{', '.join([_shown(a) for a in args[:-1]])}], {_shown(args[-1])}]"

    def __reduce__(self):
        from operator import getitem
        args = self.__args__
        if not (len(args) == 2 and _is_parameter_expression(args[0])):
            args = list(args[:-1]), args[-1]
        return getitem, (Callable, args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def _with_arguments(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if args is ...:
            return self.copy_with((..., result))
        if isinstance(args, (list, tuple)):
            return self.copy_with((*[_type_convert(arg) for arg in args], result))
        return self.copy_with((args, result))

    def __getitem__(self, params):
        if isinstance(params, tuple) and len(params) == 2 and isinstance(params[0], list):
            params = tuple(params[0]), params[1]
        return _cached(self, params, self._with_arguments)


def _aliases():
    """The aliases of builtin and abstract classes, by name."""
    abstract = collections.abc
    made = {}
    for cls in (abstract.Hashable, abstract.Sized):
        made[cls.__name__] = _SpecialGenericAlias(cls, 0)
    for cls in (abstract.Awaitable, abstract.AsyncIterable, abstract.AsyncIterator, abstract.Iterable, abstract.Iterator,
                abstract.Reversible, abstract.Container, abstract.Collection, abstract.MutableSet, abstract.Sequence,
                abstract.MutableSequence, abstract.MappingView, abstract.KeysView, abstract.ValuesView):
        made[cls.__name__] = _SpecialGenericAlias(cls, 1)
    for cls in (abstract.Mapping, abstract.MutableMapping, abstract.ItemsView):
        made[cls.__name__] = _SpecialGenericAlias(cls, 2)
    made["AbstractSet"] = _SpecialGenericAlias(abstract.Set, 1, name="AbstractSet")
    made["Coroutine"] = _SpecialGenericAlias(abstract.Coroutine, 3)
    made["Generator"] = _SpecialGenericAlias(abstract.Generator, 3, defaults=(_NoneType, _NoneType))
    made["AsyncGenerator"] = _SpecialGenericAlias(abstract.AsyncGenerator, 2, defaults=(_NoneType,))
    for cls, name, count in ((list, "List", 1), (set, "Set", 1), (frozenset, "FrozenSet", 1), (dict, "Dict", 2),
                             (type, "Type", 1)):
        made[name] = _SpecialGenericAlias(cls, count, inst=name == "Type" and None, name=name)
    return made


globals().update(_aliases())
Callable = _CallableType(collections.abc.Callable, 2)
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")

# Aliases of what would have to be imported first: made when they are asked for.
_LATER = {
    "ChainMap": ("collections", "ChainMap", 2), "Counter": ("collections", "Counter", 1), "Deque": ("collections", "deque", 1),
    "DefaultDict": ("collections", "defaultdict", 2), "OrderedDict": ("collections", "OrderedDict", 2),
    "ContextManager": ("contextlib", "AbstractContextManager", 2),
    "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 2)}
_PROTOCOLS = {
    "SupportsInt": ("__int__", "int"), "SupportsFloat": ("__float__", "float"), "SupportsComplex": ("__complex__", "complex"),
    "SupportsBytes": ("__bytes__", "bytes"), "SupportsIndex": ("__index__", "int"), "SupportsAbs": ("__abs__", None),
    "SupportsRound": ("__round__", None)}


def __getattr__(name):
    if name in _LATER:
        module, attr, count = _LATER[name]
        made = _SpecialGenericAlias(getattr(__import__(module, fromlist=[attr]), attr), count, name=name,
                                    defaults=(bool | None,) if module == "contextlib" else ())
    elif name in ("Pattern", "Match"):
        made = _SpecialGenericAlias(getattr(__import__("re"), name), 1)
    elif name in _PROTOCOLS:
        made = _supports(name, *_PROTOCOLS[name])
    elif name == "ForwardRef":
        from annotationlib import ForwardRef as made
    elif name == "AnyStr":
        made = TypeVar("AnyStr", bytes, str)
        made.__module__ = "typing"
    elif name in ("IO", "TextIO", "BinaryIO"):
        _make_io()
        return globals()[name]
    elif name == "ByteString":
        made = _SpecialGenericAlias(collections.abc._byte_string(), 0)
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = made
    return made


def _supports(name, method, result):
    parameters = {}
    if result is None:
        T = parameters["T_co"] = TypeVar("T_co", covariant=True)
        bases = (Protocol[T],)
    else:
        bases = (Protocol,)

    @abstractmethod
    def abstract(self):
        pass

    abstract.__name__ = method
    abstract.__qualname__ = f"{name}.{method}"
    from types import new_class
    return runtime_checkable(new_class(name, bases, {}, lambda body: body.update(
        {"__module__": "typing", "__slots__": (), method: abstract})))


def _make_io():
    anystr = __getattr__("AnyStr")

    class IO(Generic[anystr]):
        """The types of files."""

        __slots__ = ()

    class BinaryIO(IO[bytes]):
        """The types of files of bytes."""

        __slots__ = ()

    class TextIO(IO[str]):
        """The types of files of text."""

        __slots__ = ()

    for cls in (IO, BinaryIO, TextIO):
        cls.__qualname__ = cls.__name__
        globals()[cls.__name__] = cls


def __dir__():
    return sorted({*globals(), *__all__})


# Protocols

_NO_MEMBERS = frozenset((
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__protocol_attrs__",
    "__non_callable_proto_members__", "__type_params__", "__abstractmethods__", "__annotations__", "__dict__", "__doc__",
    "__init__", "__module__", "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__match_args__",
    "__static_attributes__", "__firstlineno__", "__annotate__", "__annotate_func__", "__annotations_cache__", "_abc_impl",
    "__classdictcell__"))
# The classes outside of `typing` that a protocol may derive from.
_ALLOWED = {
    "collections.abc": ("Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "AsyncIterator", "Hashable", "Sized",
                        "Container", "Collection", "Reversible", "Buffer"),
    "contextlib": ("AbstractContextManager", "AbstractAsyncContextManager"),
    "io": ("Reader", "Writer"), "os": ("PathLike",)}


def _protocol_attrs(cls):
    attrs = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        try:
            annotations = base.__annotations__
        except Exception:
            from annotationlib import Format, get_annotations
            annotations = get_annotations(base, format=Format.FORWARDREF)
        for attr in (*base.__dict__, *annotations):
            if not attr.startswith("_abc_") and attr not in _NO_MEMBERS:
                attrs.add(attr)
    return attrs


def _no_init(self, *args, **kwargs):
    """The __init__ of protocols: refuses to make one, and gives way in a class that implements it."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init)
        if init is not _no_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwargs)


def _is_static(obj, attr):
    """The attribute as it is stored, without descriptors and __getattr__; AttributeError if there is none."""
    for base in type(obj).__mro__:
        if attr in base.__dict__:
            found = base.__dict__[attr]
            if hasattr(type(found), "__set__"):
                return found
            break
    else:
        found = None
    try:
        kept = object.__getattribute__(obj, "__dict__")
    except AttributeError:
        kept = {}
    if attr in kept:
        return kept[attr]
    if isinstance(obj, type):
        for base in obj.__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
    for base in type(obj).__mro__:
        if attr in base.__dict__:
            return base.__dict__[attr]
    raise AttributeError(attr)


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        if name == "Protocol" and bases == (Generic,):
            pass
        elif {Protocol, Generic} & set(bases):
            for base in bases:
                if not (base in (object, Generic) or base.__name__ in _ALLOWED.get(base.__module__, ())
                        or issubclass(base, Generic) and getattr(base, "_is_protocol", False)):
                    raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, "_is_protocol", False):
            cls.__protocol_attrs__ = _protocol_attrs(cls)

    def __subclasscheck__(cls, other):
        if cls is Protocol:
            return type.__subclasscheck__(cls, other)
        if getattr(cls, "_is_protocol", False) and not abc._asking:
            if not getattr(cls, "_is_runtime_protocol", False):
                _check_class(other)
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if cls.__non_callable_proto_members__ and cls.__dict__.get("__subclasshook__") is _hook:
                _check_class(other)
                names = str(sorted(cls.__non_callable_proto_members__))[1:-1]
                raise TypeError("Protocols with non-method members don't support issubclass(). "
                                f"Non-method members: {names}.")
        return super().__subclasscheck__(other)

    def __instancecheck__(cls, instance):
        if cls is Protocol:
            return type.__instancecheck__(cls, instance)
        if not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False) and not abc._asking:
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if super().__instancecheck__(instance):
            return True
        for attr in cls.__protocol_attrs__:
            try:
                value = _is_static(instance, attr)
            except AttributeError:
                return False
            if value is None and attr not in cls.__non_callable_proto_members__:
                return False
        return True


def _check_class(obj):
    if not isinstance(obj, type):
        raise TypeError("issubclass() arg 1 must be a class")


@classmethod
def _hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for attr in cls.__protocol_attrs__:
        for base in other.__mro__:
            if attr in base.__dict__:
                if base.__dict__[attr] is None:
                    return NotImplemented
                break
            annotations = getattr(base, "__annotations__", {})
            if attr in annotations and issubclass(other, Generic) and getattr(other, "_is_protocol", False):
                break
        else:
            return NotImplemented
    return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A base for protocols: classes that describe what others have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = _hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init


_typing._protocol = Protocol


def runtime_checkable(cls):
    """A decorator: isinstance() with this protocol looks whether the members are there."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = set()
    for attr in cls.__protocol_attrs__:
        if not callable(getattr(cls, attr, None)):
            cls.__non_callable_proto_members__.add(attr)
    return cls


def is_protocol(tp, /):
    """True for a protocol class."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names of a protocol's members."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


# Named tuples and typed dicts

def _eager_annotate(types):
    from annotationlib import Format, type_repr
    checked = {name: _type_check(value, f"field {name} annotation must be a type") for name, value in types.items()}

    def annotate(format):
        if format in (Format.VALUE, Format.FORWARDREF):
            return dict(checked)
        if format == Format.STRING:
            return {name: type_repr(value) for name, value in types.items()}
        raise NotImplementedError(format)

    return annotate


def _named_tuple(name, fields, annotate, defaults, module):
    from collections import namedtuple
    made = namedtuple(name, fields, defaults=defaults, module=module)
    made.__annotate__ = made.__new__.__annotate__ = annotate
    return made


_PROHIBITED = frozenset(("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types",
                         "_make", "_replace", "_asdict", "_source"))
_SPECIAL = frozenset(("__module__", "__name__", "__annotations__", "__annotate__", "__annotate_func__", "__annotations_cache__"))


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = tuple([tuple if base is _NamedTuple else base for base in bases])
        annotate = ns.get("__annotate__") or ns.get("__annotate_func__")
        if "__annotations__" in ns:
            types = ns["__annotations__"]
            annotate = _eager_annotate(types)
        elif annotate is not None:
            types = _annotations_of(annotate)
        else:
            types = {}
            annotate = _eager_annotate(types)
        defaults = []
        for name in types:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _named_tuple(typename, list(types), annotate, [ns[name] for name in defaults], ns["__module__"])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(_generic_getitem)
        for key, value in ns.items():
            if key in _PROHIBITED:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _SPECIAL:
                if key not in made._fields:
                    setattr(made, key, value)
                set_name = getattr(type(value), "__set_name__", None)
                if set_name is not None:
                    try:
                        set_name(value, made, key)
                    except BaseException as error:
                        error.add_note(f"Error calling __set_name__ on {type(value).__name__!r} instance "
                                       f"{key!r} in {typename!r}")
                        raise
        if Generic in bases:
            made.__init_subclass__()
        return made


def _generic_getitem(cls, args):
    return Generic.__class_getitem__.__func__(cls, args)


def _annotations_of(annotate):
    """What an annotate function answers, with ForwardRef for what is not there yet."""
    try:
        return annotate(1)
    except Exception:
        from annotationlib import Format, call_annotate_function
        return call_annotate_function(annotate, Format.FORWARDREF)


def NamedTuple(typename, fields=NoDefault, /, **kwargs):
    """A class of named tuples: a base class, or a function of a name and (name, type) pairs."""
    if fields is NoDefault or fields is None:
        from warnings import warn
        example = f"`{typename} = NamedTuple({typename!r}, [])`"
        if fields is NoDefault and kwargs:
            deprecated = "Creating NamedTuple classes using keyword arguments"
            rest = "Use the class-based or functional syntax instead."
        else:
            if fields is None and kwargs:
                raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword arguments")
            what = "Failing to pass a value for" if fields is NoDefault else "Passing `None` as"
            deprecated = f"{what} the 'fields' parameter"
            rest = ("To create a NamedTuple class with 0 fields using the functional syntax, pass an empty list, "
                    f"e.g. {example}.")
        warn(f"{deprecated} is deprecated and will be disallowed in Python 3.15. {rest}", DeprecationWarning, stacklevel=2)
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    types = {}
    for name, annotation in fields:
        types[name] = annotation
    made = _named_tuple(typename, list(types), _eager_annotate(types), (), _caller_module())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})
NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


def _qualifiers_of(annotation):
    """The qualifiers around an annotation of a TypedDict."""
    found = []
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            args = get_args(annotation)
            if not args:
                return found
            annotation = args[0]
        elif origin in (Required, NotRequired, ReadOnly):
            found.append(origin)
            annotation, = get_args(annotation)
        else:
            return found


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        annotate = ns.pop("__annotate__", None) or ns.pop("__annotate_func__", None)
        given = ns.pop("__annotations__", None)
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(made, "__orig_bases__"):
            made.__orig_bases__ = bases
        own = given if given is not None else _annotations_of(annotate) if annotate is not None else {}
        own = {key: _type_check(value, "", module=made.__module__) for key, value in own.items()}
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            if not hasattr(base, "__required_keys__"):
                continue
            annotations.update(base.__dict__.get("_typed_annotations", {}))
            for keys, others, inherited in ((required, optional, base.__required_keys__),
                                            (optional, required, base.__optional_keys__)):
                keys |= inherited
                others -= inherited
            readonly |= base.__readonly_keys__
            mutable |= base.__mutable_keys__
        for key, annotation in own.items():
            qualifiers = _qualifiers_of(annotation)
            is_required = Required in qualifiers or NotRequired not in qualifiers and total
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            if ReadOnly in qualifiers:
                if key in mutable:
                    raise TypeError(f"Cannot override mutable key {key!r} with read-only key")
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        annotations.update(own)
        made._typed_annotations = annotations

        def __annotate__(format):
            from annotationlib import Format, call_annotate_function, type_repr
            if format in (Format.VALUE, Format.FORWARDREF):
                if format == Format.VALUE and annotate is not None:
                    return {**annotations, **{k: _type_check(v, "", module=made.__module__) for k, v in annotate(1).items()}}
                return dict(annotations)
            if format == Format.STRING:
                texts = {k: type_repr(v) for k, v in annotations.items()}
                return texts if annotate is None else {**texts, **call_annotate_function(annotate, format, owner=made)}
            raise NotImplementedError(format)

        made.__annotate__ = __annotate__
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=NoDefault, /, *, total=True):
    """A dict with known keys: a base class, or a function of a name and a dict of types."""
    if fields is NoDefault or fields is None:
        from warnings import warn
        what = "Failing to pass a value for" if fields is NoDefault else "Passing `None` as"
        warn(f"{what} the 'fields' parameter is deprecated and will be disallowed in Python 3.15. To create a TypedDict class "
             f"with 0 fields using the functional syntax, pass an empty dictionary, e.g. `{typename} = "
             f"TypedDict({typename!r}, {{}})`.", DeprecationWarning, stacklevel=2)
        fields = {}
    namespace = {"__annotations__": dict(fields)}
    module = _caller_module()
    if module is not None:
        namespace["__module__"] = module
    made = _TypedDictMeta(typename, (), namespace, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """True for a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)


class NewType:
    """A name for a type that checkers tell from it; calling it answers its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        if "." in name:
            name = name.rpartition(".")[-1]
        self.__name__ = name
        self.__supertype__ = tp
        module = _caller_module()
        if module != "typing":
            self.__module__ = module

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`")

        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# Functions

def cast(typ, val):
    """Answers the value."""
    return val


def assert_type(val, typ, /):
    """Answers the value."""
    return val


def assert_never(arg, /):
    """For code that cannot be reached."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    """Prints the type of a value, and answers it."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def _marked(obj, name, value):
    try:
        setattr(obj, name, value)
    except (AttributeError, TypeError):
        pass  # Some builtins take no attributes.
    return obj


def final(f):
    """Marks what is not to be overridden or derived from."""
    return _marked(f, "__final__", True)


def override(method, /):
    """Marks a method that overrides one of a base class."""
    return _marked(method, "__override__", True)


def no_type_check(arg):
    """Marks what has annotations that are no types."""
    if isinstance(arg, type):
        for key in dir(arg):
            obj = getattr(arg, key)
            if not hasattr(obj, "__qualname__") or obj.__qualname__ != f"{arg.__qualname__}.{obj.__name__}" or (
                    getattr(obj, "__module__", None) != arg.__module__):
                continue
            if isinstance(obj, _function):
                obj.__no_type_check__ = True
            if isinstance(obj, MethodType):
                obj.__func__.__no_type_check__ = True
            if isinstance(obj, type):
                no_type_check(obj)
    return _marked(arg, "__no_type_check__", True)


def no_type_check_decorator(decorator):
    """A decorator whose results are marked by no_type_check()."""
    from warnings import warn
    warn("'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15", DeprecationWarning,
         stacklevel=2)
    from functools import wraps

    @wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped_decorator


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Marks what makes classes like those of dataclasses."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn

    return decorator


_overloads = {}


def _overload_dummy(*args, **kwds):
    """What a name is bound to after an overload alone."""
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside "
                              "a stub module should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    """Marks one of several signatures of a function."""
    inner = getattr(func, "__func__", func)
    try:
        _overloads.setdefault((inner.__module__, inner.__qualname__), {})[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function."""
    func = getattr(func, "__func__", func)
    return list(_overloads.get((func.__module__, func.__qualname__), {}).values())


def clear_overloads():
    """Forgets all overloads."""
    _overloads.clear()


def get_origin(tp):
    """What a type with arguments was made from: list for List[int]; None for what has no arguments."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, Union):
        return Union
    return None


def get_args(tp):
    """The arguments of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (len(args) == 2 and _is_parameter_expression(args[0])):
            args = list(args[:-1]), args[-1]
        return args
    if isinstance(tp, Union):
        return tp.__args__
    return ()


# Reading annotations

def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=None,
                         _recursive_guard=frozenset()):
    """The type that a ForwardRef means, and those inside it."""
    from annotationlib import Format
    if format == Format.STRING:
        return forward_ref.__forward_arg__
    if forward_ref.__forward_arg__ in _recursive_guard:
        return forward_ref
    if format is None:
        format = Format.VALUE
    value = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params, owner=owner, format=format)
    if isinstance(value, sys.modules["annotationlib"].ForwardRef) and format == Format.FORWARDREF:
        return value
    if isinstance(value, str):
        value = _forward_ref(value, module=forward_ref.__forward_module__, owner=owner or forward_ref.__owner__,
                             is_argument=forward_ref.__forward_is_argument__, is_class=forward_ref.__forward_is_class__)
    if owner is None:
        owner = forward_ref.__owner__
    value = _type_check(value, "Forward references must evaluate to types.", is_argument=forward_ref.__forward_is_argument__,
                        allow_special_forms=forward_ref.__forward_is_class__)
    return _evaluated(value, globals, locals, type_params, format, owner, _recursive_guard | {forward_ref.__forward_arg__})


def _forward_ref(text, **kwargs):
    from annotationlib import ForwardRef
    return ForwardRef(text, **kwargs)


def _evaluated(t, globals, locals, type_params, format, owner=None, guard=frozenset()):
    """The type with every ForwardRef in it evaluated."""
    if type(t).__name__ == "ForwardRef" and type(t).__module__ == "annotationlib":
        if t.__forward_module__ is not None:
            globals = locals = None
        return evaluate_forward_ref(t, globals=globals, locals=locals, type_params=type_params, owner=owner,
                                    _recursive_guard=guard, format=format)
    if not isinstance(t, (_GenericAlias, GenericAlias, Union)):
        return t
    if isinstance(t, GenericAlias):
        args = [_type_convert(arg) for arg in t.__args__]
        new_args = tuple([_evaluated(a, globals, locals, type_params, format, owner, guard) for a in args])
        if new_args == t.__args__:
            return t
        if getattr(t, "__unpacked__", False):
            made, = GenericAlias(t.__origin__, new_args)
            return made
        if type(t) is not GenericAlias:
            return t.__origin__[new_args if len(new_args) == 2 else (list(new_args[:-1]), new_args[-1])]
        return GenericAlias(t.__origin__, new_args)
    new_args = tuple([_evaluated(a, globals, locals, type_params, format, owner, guard) for a in t.__args__])
    if new_args == t.__args__:
        return t
    if isinstance(t, Union):
        return Union[new_args]
    return t.copy_with(new_args)


def _without_extras(t):
    """The type without Annotated, Required, NotRequired and ReadOnly around it and inside."""
    if isinstance(t, _AnnotatedAlias):
        return _without_extras(t.__origin__)
    if getattr(t, "__origin__", None) in (Required, NotRequired, ReadOnly):
        return _without_extras(t.__args__[0])
    if not isinstance(t, (_GenericAlias, GenericAlias, Union)):
        return t
    args = tuple([_without_extras(a) for a in t.__args__])
    if args == t.__args__:
        return t
    if isinstance(t, _GenericAlias):
        return t.copy_with(args)
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    return Union[args]


def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=None):
    """The annotations of a class with those of its bases, of a function or of a module, evaluated where they are strings."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    from annotationlib import Format, get_annotations
    if format is None:
        format = Format.VALUE
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            found = get_annotations(base, format=format)
            if format == Format.STRING:
                hints.update(found)
                continue
            if globalns is None:
                base_globals = getattr(sys.modules.get(base.__module__), "__dict__", {})
            else:
                base_globals = globalns
            base_locals = dict(vars(base)) if localns is None else localns
            if localns is None and globalns is None:
                # Names of the class hide those of the module only where the module has none.
                base_globals, base_locals = base_locals, base_globals
            for name, value in found.items():
                if isinstance(value, str):
                    value = _forward_ref(value, is_argument=False, is_class=True)
                value = _type_convert(value)
                hints[name] = _evaluated(value, base_globals, base_locals, base.__type_params__ if hasattr(
                    base, "__type_params__") else (), format, base)
        if include_extras or format == Format.STRING:
            return hints
        return {name: _without_extras(value) for name, value in hints.items()}
    hints = get_annotations(obj, format=format)
    if not hints and not isinstance(obj, (_function, type(sys))) and not callable(obj) and (
            not hasattr(obj, "__annotations__") and not hasattr(obj, "__annotate__")):
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    if format == Format.STRING:
        return hints
    if globalns is None:
        if isinstance(obj, type(sys)):
            globalns = obj.__dict__
        else:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            globalns = getattr(inner, "__globals__", {})
        if localns is None:
            localns = globalns
    elif localns is None:
        localns = globalns
    type_params = getattr(obj, "__type_params__", ())
    for name, value in hints.items():
        if isinstance(value, str):
            value = _forward_ref(value, is_argument=not isinstance(obj, type(sys)), is_class=False)
        value = _type_convert(value)
        hints[name] = _evaluated(value, globalns, localns, type_params, format, obj)
    if include_extras:
        return hints
    return {name: _without_extras(value) for name, value in hints.items()}
