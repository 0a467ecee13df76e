"""Names for the types of the language's own objects, and helpers that make classes and coroutines."""

from _prelude import builtin, frame_type as FrameType, make_awaitable, traceback_type as TracebackType

__all__ = [
    "AsyncGeneratorType", "BuiltinFunctionType", "BuiltinMethodType", "CapsuleType", "CellType", "ClassMethodDescriptorType",
    "CodeType", "CoroutineType", "EllipsisType", "FrameType", "FunctionType", "GeneratorType", "GenericAlias",
    "GetSetDescriptorType", "LambdaType", "MappingProxyType", "MemberDescriptorType", "MethodDescriptorType", "MethodType",
    "MethodWrapperType", "ModuleType", "NoneType", "NotImplementedType", "SimpleNamespace", "TracebackType", "UnionType",
    "WrapperDescriptorType", "new_class", "resolve_bases", "prepare_class", "get_original_bases", "DynamicClassAttribute",
    "coroutine"]


def _samples():
    import abc as module
    cell = None

    def inner():
        return cell

    def generator():
        yield

    async def coroutine():
        pass

    async def asyncgen():
        yield

    made = coroutine()
    made.close()

    class Sample:
        __slots__ = ("slot",)

        def method(self):
            pass

    return {
        "FunctionType": type(inner), "LambdaType": type(inner), "CodeType": type(inner.__code__),
        "CellType": type(inner.__closure__[0]), "GeneratorType": type(generator()), "CoroutineType": type(made),
        "AsyncGeneratorType": type(asyncgen()), "MethodType": type(Sample().method),
        "BuiltinFunctionType": type(len), "BuiltinMethodType": type([].append), "WrapperDescriptorType": type(object.__init__),
        "MethodWrapperType": type(object().__str__), "MethodDescriptorType": type(str.join),
        "ClassMethodDescriptorType": type(dict.__dict__["fromkeys"]), "ModuleType": type(module),
        "MappingProxyType": type(type.__dict__), "GetSetDescriptorType": type(type(inner).__code__),
        "MemberDescriptorType": type(Sample.slot), "GenericAlias": type(list[int]), "UnionType": type(int | None),
        "EllipsisType": type(...), "NoneType": type(None), "NotImplementedType": type(NotImplemented)}


globals().update(_samples())


class CapsuleType:
    """The type of the opaque objects of C extensions, of which the sandbox has none."""

    __slots__ = ()

    def __new__(cls):
        raise TypeError("cannot create 'PyCapsule' instances")


CapsuleType.__name__ = CapsuleType.__qualname__ = "PyCapsule"
CapsuleType.__module__ = "builtins"


@builtin
class SimpleNamespace:
    """A simple attribute-based namespace."""

    def __init__(self, /, *args, **kwargs):
        if args:
            if len(args) > 1:
                raise TypeError(f"SimpleNamespace expected at most 1 argument, got {len(args)}")
            given = dict(args[0])
            for key in given:
                if not isinstance(key, str):
                    raise TypeError("keywords must be strings")
            self.__dict__.update(given)
        self.__dict__.update(kwargs)

    def __repr__(self):
        cls = type(self)
        name = "namespace" if cls is SimpleNamespace else cls.__name__
        key = id(self)
        if key in _being_shown:
            return f"{name}(...)"
        _being_shown.add(key)
        try:
            parts = [f"{attr}={value!r}" for attr, value in self.__dict__.items() if isinstance(attr, str) and attr]
            return f"{name}({', '.join(parts)})"
        finally:
            _being_shown.discard(key)

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __lt__(self, other):
        return self.__dict__ < other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented

    def __le__(self, other):
        return self.__dict__ <= other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented

    def __gt__(self, other):
        return self.__dict__ > other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented

    def __ge__(self, other):
        return self.__dict__ >= other.__dict__ if isinstance(other, SimpleNamespace) else NotImplemented

    __hash__ = None

    def __reduce__(self):
        return type(self), (), self.__dict__

    def __replace__(self, /, *args, **changes):
        if args:
            raise TypeError("__replace__() takes no positional arguments")
        made = type(self)()
        made.__dict__.update(self.__dict__)
        made.__dict__.update(changes)
        return made


_being_shown = set()


# Classes

def new_class(name, bases=(), kwds=None, exec_body=None):
    """What a class statement does, as a function: `exec_body` fills the namespace."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """The bases with those that are no classes replaced by what their __mro_entries__ answers."""
    resolved = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        changed = True
        resolved += entries
    return tuple(resolved) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace it prepares, and the keywords left."""
    kwds = {} if kwds is None else dict(kwds)
    if "metaclass" in kwds:
        meta = kwds.pop("metaclass")
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        meta = _most_derived(meta, bases)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, namespace, kwds


def _most_derived(meta, bases):
    winner = meta
    for base in bases:
        other = type(base)
        if issubclass(winner, other):
            continue
        if not issubclass(other, winner):
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                            "metaclasses of all its bases")
        winner = other
    return winner


def get_original_bases(cls, /):
    """The bases as they stood in the class statement."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """A property of instances; reading it on the class goes on to the metaclass's __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        result = type(self)(fget, self.fset, self.fdel, (fget.__doc__ if self.overwrite_doc else None) or self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result

    def setter(self, fset):
        result = type(self)(self.fget, fset, self.fdel, self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result

    def deleter(self, fdel):
        result = type(self)(self.fget, self.fset, fdel, self.__doc__)
        result.overwrite_doc = self.overwrite_doc
        return result


# Coroutines from generators

class _GeneratorWrapper:
    """Something like a generator, made awaitable."""

    def __init__(self, gen):
        self.__wrapped = gen
        self.__isgen = gen.__class__ is GeneratorType
        self.__name__ = getattr(gen, "__name__", None)
        self.__qualname__ = getattr(gen, "__qualname__", None)

    def send(self, val):
        return self.__wrapped.send(val)

    def throw(self, tp, *rest):
        return self.__wrapped.throw(tp, *rest)

    def close(self):
        return self.__wrapped.close()

    @property
    def gi_code(self):
        return self.__wrapped.gi_code

    @property
    def gi_frame(self):
        return self.__wrapped.gi_frame

    @property
    def gi_running(self):
        return self.__wrapped.gi_running

    @property
    def gi_yieldfrom(self):
        return self.__wrapped.gi_yieldfrom

    @property
    def gi_suspended(self):
        return self.__wrapped.gi_suspended

    cr_code = gi_code
    cr_frame = gi_frame
    cr_running = gi_running
    cr_await = gi_yieldfrom
    cr_suspended = gi_suspended

    def __next__(self):
        return next(self.__wrapped)

    def __iter__(self):
        return self.__wrapped if self.__isgen else self

    __await__ = __iter__


def coroutine(func):
    """Makes what a generator function returns awaitable, in place; or a function that answers something like a generator."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if func.__class__ is FunctionType and getattr(func, "__code__", None).__class__ is CodeType:
        flags = func.__code__.co_flags
        if flags & 0x180:  # A coroutine function already.
            return func
        if flags & 0x20:
            return make_awaitable(func)
    from functools import wraps

    @wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if made.__class__ is CoroutineType or made.__class__ is GeneratorType and made.gi_code.co_flags & 0x100:
            return made
        from collections.abc import Coroutine, Generator
        if isinstance(made, Generator) and not isinstance(made, Coroutine):
            return _GeneratorWrapper(made)
        return made

    return wrapped
