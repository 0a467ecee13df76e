"""Abstract base classes.

An abstract class remembers who was registered with it, and what issubclass() answered before; a registration with any
class makes the negative answers of all stale.
"""

from _prelude import pattern_kind, set_pattern_kind


def abstractmethod(funcobj):
    """Marks a method that a concrete class must override."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A classmethod that is abstract."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """A staticmethod that is abstract."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """A property that is abstract."""

    __isabstractmethod__ = True


class _abc_data:
    __slots__ = ("registry", "positive", "negative", "version")

    def __init__(self):
        self.registry = {}
        self.positive = set()
        self.negative = set()
        self.version = _registrations


_abc_data.__module__ = "_abc"
_registrations = 0
_asking = 0  # Not 0 while the checks here ask other classes; protocols then answer what they would refuse a program.


def get_cache_token():
    """A number that changes with every registration."""
    return _registrations


def _still_abstract(cls, names):
    return [name for name in names if getattr(getattr(cls, name, None), "__isabstractmethod__", False)]


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        abstract = [name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)]
        for base in bases:
            inherited = getattr(base, "__abstractmethods__", None)
            if inherited:
                abstract += _still_abstract(cls, inherited)
        cls.__abstractmethods__ = frozenset(abstract)
        cls._abc_impl = _abc_data()
        return cls

    def register(cls, subclass):
        """Makes `subclass` a virtual subclass of this one; answers it, so that this can decorate a class."""
        global _registrations
        if not issubclass(type(subclass), type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registry[subclass] = None
        _registrations += 1
        if kind := pattern_kind(cls):
            _set_kind(subclass, kind)
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        data = cls._abc_impl
        if subclass in data.positive:
            return True
        subtype = type(instance)
        if subtype is subclass and data.version == _registrations and subclass in data.negative:
            return False
        global _asking
        _asking += 1
        try:
            if subtype is subclass:
                return cls.__subclasscheck__(subclass)
            return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(subtype)
        finally:
            _asking -= 1

    def __subclasscheck__(cls, subclass):
        if not issubclass(type(subclass), type):
            raise TypeError("issubclass() arg 1 must be a class")
        data = cls._abc_impl
        if subclass in data.positive:
            return True
        if data.version < _registrations:
            data.negative = set()
            data.version = _registrations
        elif subclass in data.negative:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = _derives(cls, subclass, data)
        elif answer is not True and answer is not False:
            raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
        (data.positive if answer else data.negative).add(subclass)
        return answer

    def _dump_registry(cls, file=None):
        data = cls._abc_impl
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {_registrations}", file=file)
        print(f"_abc_registry: {set(data.registry)!r}", file=file)
        print(f"_abc_cache: {data.positive!r}", file=file)
        print(f"_abc_negative_cache: {data.negative!r}", file=file)
        print(f"_abc_negative_cache_version: {data.version!r}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_impl.positive.clear()
        cls._abc_impl.negative.clear()


def _derives(cls, subclass, data):
    global _asking
    if cls in subclass.__mro__:
        return True
    _asking += 1
    try:
        for registered in list(data.registry):
            if issubclass(subclass, registered):
                return True
        derived = cls.__subclasses__()
        if type(derived) is not list:
            raise TypeError("__subclasses__() must return a list")
        for other in derived:
            if issubclass(subclass, other):
                return True
    finally:
        _asking -= 1
    return False


def _set_kind(cls, kind):
    """`match` takes `cls` and what derives from it for a sequence or a mapping from here on."""
    if pattern_kind(cls) != kind:
        set_pattern_kind(cls, kind)
        if pattern_kind(cls) == kind:  # A built-in type stays what it is.
            for derived in type.__subclasses__(cls):
                _set_kind(derived, kind)


class ABC(metaclass=ABCMeta):
    """A base for classes whose metaclass is to be ABCMeta."""

    __slots__ = ()


def update_abstractmethods(cls):
    """Works out anew which methods of a class are abstract, after it was changed."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    abstract = []
    for base in cls.__bases__:
        abstract += _still_abstract(cls, getattr(base, "__abstractmethods__", ()))
    abstract += [name for name, value in cls.__dict__.items() if getattr(value, "__isabstractmethod__", False)]
    cls.__abstractmethods__ = frozenset(abstract)
    return cls
