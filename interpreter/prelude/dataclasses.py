"""Classes made from the annotations of their bodies.

The methods are text that is compiled when the class is made, so that argument errors and tracebacks (`File "<string>",
line 4, in __init__`) are those of CPython: one text a class, each method where CPython has it. A `Text` collects it.
"""

import sys
from functools import MappingProxyType
from keyword import iskeyword
from reprlib import recursive_repr

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
    "make_dataclass", "replace", "is_dataclass"]

GenericAlias = type(list[int])


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FieldKind:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD = _FieldKind("_FIELD")
_FIELD_CLASSVAR = _FieldKind("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FieldKind("_FIELD_INITVAR")
_NO_METADATA = MappingProxyType({})
_member_descriptor = type(_FieldKind.name)
_function = type(_FieldKind.__init__)


class InitVar:
    """The annotation of a parameter of __init__ that is no field: InitVar[int]."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known about a field. `name` and `type` are set when the class is made."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only", "doc",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only, doc):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _NO_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self.doc = doc
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
                f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},doc={self.doc!r},"
                f"_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), "__set_name__", None)
        if set_name:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__])})"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING, doc=None):
    """A field with more to say than a default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only, doc)


# The text of the methods

class Text:
    """The source of the methods of one class, and the names that it uses."""

    def __init__(self, cls, namespace):
        self.cls = cls
        self.namespace = namespace
        self.lines = []
        self.names = []
        self.values = {"__class__": cls}

    def add(self, name, head, *body, decorator=None, overwrite=True, error=None):
        """A method: without `overwrite` one of the class's own stays; with `error` that is an error."""
        self.names.append((name, overwrite, error))
        if decorator:
            self.lines.append(f" @{decorator}")
        self.lines.append(f" def {name}({head}):")
        self.lines += [f"  {line}" for line in body]

    def make(self):
        """Compiles the text, once for all methods, and puts them into the class."""
        if not self.names:
            return
        cls = self.cls
        self.lines.insert(0, f"def __create_fn__({', '.join(self.values)}):")
        self.lines.append(f" return {', '.join([name for name, _, _ in self.names])},")
        made = {}
        exec("\n".join(self.lines), self.namespace, made)
        functions = made["__create_fn__"](**self.values)
        for (name, overwrite, error), function in zip(self.names, functions):
            function.__qualname__ = f"{cls.__qualname__}.{name}"
            if overwrite or name not in cls.__dict__:
                setattr(cls, name, function)
            elif error is not None:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}{error}")


def _set_new(cls, name, value):
    if name not in cls.__dict__:
        setattr(cls, name, value)


def _parameter(f):
    if f.default is not MISSING:
        return f"{f.name}=__dataclass_dflt_{f.name}__"
    if f.default_factory is not MISSING:
        return f"{f.name}=__dataclass_HAS_DEFAULT_FACTORY__"
    return f.name


def _assignment(f, self_name, frozen, slots):
    """The line of __init__ that sets a field, or None where nothing is to be set."""
    if f._field_type is _FIELD_INITVAR:
        return None
    if f.default_factory is not MISSING:
        value = f"__dataclass_dflt_{f.name}__()"
        if f.init:
            value += f" if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}"
    elif f.init:
        value = f.name
    elif slots and f.default is not MISSING:
        value = f"__dataclass_dflt_{f.name}__"
    else:
        return None
    if frozen:
        return f"__dataclass_builtins_object__.__setattr__({self_name},{f.name!r},{value})"
    return f"{self_name}.{f.name}={value}"


def _add_init(text, all_fields, positional, keyword_only, frozen, slots):
    optional = None
    for f in positional:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                optional = f
            elif optional:
                raise TypeError(f"non-default argument {f.name!r} follows default argument {optional.name!r}")
    values = text.values
    values["__dataclass_HAS_DEFAULT_FACTORY__"] = _HAS_DEFAULT_FACTORY
    values["__dataclass_builtins_object__"] = object
    self_name = "__dataclass_self__" if any(f.name == "self" for f in all_fields) else "self"
    body = []
    for f in all_fields:
        if f.default_factory is not MISSING:
            values[f"__dataclass_dflt_{f.name}__"] = f.default_factory
        elif f.default is not MISSING:
            values[f"__dataclass_dflt_{f.name}__"] = f.default
        line = _assignment(f, self_name, frozen, slots)
        if line:
            body.append(line)
    if hasattr(text.cls, "__post_init__"):
        arguments = ",".join([f.name for f in all_fields if f._field_type is _FIELD_INITVAR])
        body.append(f"{self_name}.__post_init__({arguments})")
    head = [self_name, *[_parameter(f) for f in positional if f.init]]
    if keyword_only:
        head += ["*", *[_parameter(f) for f in keyword_only]]
    text.add("__init__", ",".join(head), *(body or ["pass"]), overwrite=False)


def _fields_of(name, items):
    return "".join([f"{name}.{f.name}," for f in items])


def _add_frozen(text, items):
    text.values["FrozenInstanceError"] = FrozenInstanceError
    condition = "type(self) is __class__"
    if items:
        condition += f" or name in {{{', '.join([repr(f.name) for f in items])}}}"
    for name, arguments, verb in (("__setattr__", "name, value", "assign to"), ("__delattr__", "name", "delete")):
        text.add(name, f"self, {arguments}", f"if {condition}:", f' raise FrozenInstanceError(f"cannot {verb} field {{name!r}}")',
                 f"super(__class__, self).{name}({arguments})", overwrite=False, error="")


# Fields from annotations

def _annotations(cls):
    """The class's own annotations; what cannot be evaluated yet as ForwardRef."""
    try:
        found = cls.__annotations__
    except Exception:
        from annotationlib import Format, get_annotations
        return get_annotations(cls, format=Format.FORWARDREF)
    return found if found is not None else {}


def _word(text, start):
    """The end of the word at `start`, behind spaces, and the word; its end is -1 if there is none."""
    while start < len(text) and text[start].isspace():
        start += 1
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return (end, text[start:end]) if end > start else (-1, "")


def _string_names(annotation, cls, module, kind, test):
    """True if a string annotation begins with a name that means what `test` accepts, a thing of `module`."""
    end, name = _word(annotation, 0)
    if end < 0:
        return False
    own = sys.modules.get(cls.__module__)
    dot = end
    while dot < len(annotation) and annotation[dot].isspace():
        dot += 1
    names = own.__dict__ if own is not None else None
    if annotation[dot:dot + 1] == ".":
        after, attribute = _word(annotation, dot + 1)
        if after >= 0:
            if own is None or own.__dict__.get(name) is not module:
                return False
            holder = sys.modules.get(kind.__module__)
            names = holder.__dict__ if holder is not None else None
            name = attribute
    return bool(names) and test(names.get(name), module)


def _is_classvar(annotation, typing):
    return annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar


def _is_initvar(annotation, _):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, _):
    return annotation is KW_ONLY


def _own_module():
    return sys.modules.get(__name__)


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, _member_descriptor):
            default = MISSING  # An attribute of __slots__.
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    is_text = isinstance(annotation, str)
    typing = sys.modules.get("typing")
    if typing and (_is_classvar(annotation, typing)
                   or is_text and _string_names(annotation, cls, typing, typing.ClassVar, _is_classvar)):
        f._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation, None) or is_text and _string_names(annotation, cls, _own_module(), InitVar, _is_initvar):
        f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
    return f


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found = {}
    module = sys.modules.get(cls.__module__)
    any_frozen = False
    all_frozen = None
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, "__dataclass_fields__", None)
        if inherited is not None:
            found.update(inherited)
            is_frozen = base.__dataclass_params__.frozen
            all_frozen = is_frozen if all_frozen is None else all_frozen and is_frozen
            any_frozen = any_frozen or is_frozen

    cls.__dataclass_params__ = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                                weakref_slot)
    annotations = _annotations(cls)
    own = []
    seen_kw_only = False
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or (isinstance(annotation, str)
                                     and _string_names(annotation, cls, _own_module(), KW_ONLY, _is_kw_only)):
            if seen_kw_only:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_kw_only = kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kw_only))
    for f in own:
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if all_frozen is not None:
        if any_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen is False and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_fields__ = found

    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_hash = not (own_hash is MISSING or own_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    for_init = [f for f in found.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    positional = [f for f in for_init if f.init and not f.kw_only]
    keyword_only = [f for f in for_init if f.init and f.kw_only]
    items = [f for f in found.values() if f._field_type is _FIELD]
    _set_new(cls, "__replace__", _replace)

    text = Text(cls, {} if module is None else module.__dict__)
    if init:
        _add_init(text, for_init, positional, keyword_only, frozen, slots)
    if repr:
        text.values["__dataclasses_recursive_repr"] = recursive_repr
        parts = ", ".join([f"{f.name}={{self.{f.name}!r}}" for f in items if f.repr])
        text.add("__repr__", "self", f'return f"{{self.__class__.__qualname__}}({parts})"',
                 decorator="__dataclasses_recursive_repr()", overwrite=False)
    compared = [f for f in items if f.compare]
    if eq:
        terms = " and ".join([f"self.{f.name}==other.{f.name}" for f in compared]) or "True"
        text.add("__eq__", "self,other", "if self is other:", " return True", "if other.__class__ is self.__class__:",
                 f" return {terms}", "return NotImplemented", overwrite=False)
    if order:
        ours, theirs = _fields_of("self", compared), _fields_of("other", compared)
        for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            text.add(name, "self,other", "if other.__class__ is self.__class__:", f" return ({ours}){sign}({theirs})",
                     "return NotImplemented", overwrite=False, error=" Consider using functools.total_ordering")
    if frozen:
        _add_frozen(text, items)
    if unsafe_hash and has_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if not has_hash and (unsafe_hash or eq and frozen):
        hashed = [f for f in items if (f.compare if f.hash is None else f.hash)]
        text.add("__hash__", "self", f"return hash(({_fields_of('self', hashed)}))")
        cls.__hash__ = None  # Keeps its place in the class's __dict__.
    elif not has_hash and eq:
        cls.__hash__ = None
    init = init and "__init__" not in cls.__dict__
    text.make()
    if init:
        cls.__init__.__annotate__ = _init_annotate(cls, positional + keyword_only)
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature(cls, {f.name: f.type for f in for_init} if init else None)
    if match_args:
        _set_new(cls, "__match_args__", tuple([f.name for f in positional]))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot, items)
    if hasattr(cls, "__abstractmethods__"):
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _init_annotate(cls, parameters):
    types = {f.name: f.type for f in parameters}

    def __annotate__(format, /):
        import annotationlib
        if format == annotationlib.Format.STRING:
            result = {name: annotationlib.type_repr(value) for name, value in types.items()}
            result["return"] = "None"
            return result
        if format not in (annotationlib.Format.VALUE, annotationlib.Format.FORWARDREF):
            raise NotImplementedError(format)
        result = {}
        for name, value in types.items():
            if isinstance(value, annotationlib.ForwardRef):
                value = value.evaluate(format=format)
            result[name] = value
        result["return"] = None
        return result

    __annotate__.__qualname__ = f"{cls.__qualname__}.__init__.__annotate__"
    return __annotate__


# The signature in __doc__

def _without_typing(text):
    """`text` without the `typing.` in front of names."""
    pieces = text.split("typing.")
    result = pieces[0]
    for piece in pieces[1:]:
        before = result[-1:]
        result += ("typing." if before.isalnum() or before in ("_", ".") and before else "") + piece
    return result


def _shown(annotation):
    cls = type(annotation)
    if cls.__name__ == "ForwardRef":
        return annotation.__forward_arg__
    if getattr(annotation, "__module__", None) == "typing":
        return _without_typing(repr(annotation))
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _signature(cls, types):
    """The parameters of the class as `inspect.signature` would show them."""
    for base in cls.__mro__:
        function = base.__dict__.get("__new__") or base.__dict__.get("__init__")
        if isinstance(function, staticmethod):
            function = function.__func__
        if isinstance(function, _function):
            break
    else:
        return "()"
    code = function.__code__
    names = code.co_varnames
    count, keyword_count = code.co_argcount, code.co_kwonlyargcount
    rest = count + keyword_count
    result = "None"
    if types is None or function is not cls.__init__:
        types = dict(getattr(function, "__annotations__", {}))
        result = _shown(types["return"]) if "return" in types else None
    defaults = function.__defaults__ or ()
    values = dict(zip(names[count - len(defaults):count], defaults))
    values.update(function.__kwdefaults__ or {})

    def shown(name):
        text = name
        if name in types:
            text += f": {_shown(types[name])}"
        if name in values:
            text += f" = {values[name]!r}" if name in types else f"={values[name]!r}"
        return text

    parts = [shown(name) for name in names[:count]]
    if code.co_posonlyargcount:
        parts.insert(code.co_posonlyargcount, "/")
    parts = parts[1:]
    if parts[:1] == ["/"]:
        del parts[0]
    if code.co_flags & 4:
        parts.append("*" + shown(names[rest]))
    elif keyword_count:
        parts.append("*")
    parts += [shown(name) for name in names[count:rest]]
    if code.co_flags & 8:
        parts.append("**" + shown(names[rest + (1 if code.co_flags & 4 else 0)]))
    text = f"({', '.join(parts)})"
    return text if result in (None, "None") else f"{text} -> {result}"


# Slots

def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        # A class without __slots__ has what its instances got by themselves.
        return [name for name in ("__weakref__", "__dict__") if name in cls.__dict__]
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return list(slots)


def _with_slots(cls, frozen, weakref_slot, items):
    """The class made anew with __slots__."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [f.name for f in items]
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    slots = [name for name in [*names, *(["__weakref__"] if weakref_slot else [])] if name not in inherited]
    docs = {f.name: f.doc for f in items}
    if any(docs.get(name) is not None for name in slots):
        namespace["__slots__"] = {name: docs.get(name) for name in slots}
    else:
        namespace["__slots__"] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in namespace:
            made.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            made.__setstate__ = _dataclass_setstate
    # Methods that say `super()` or `__class__` mean the new class from now on.
    for member in made.__dict__.values():
        if _update_class_cell(member, cls, made):
            break
        if isinstance(member, property):
            if any([_update_class_cell(part, cls, made) for part in (member.fget, member.fset, member.fdel)]):
                break
    if frozen:
        for name in ("__setattr__", "__delattr__"):
            _update_class_cell(made.__dict__.get(name), cls, made)
    return made


def _update_class_cell(member, old, new):
    while hasattr(member, "__wrapped__"):
        member = member.__wrapped__
    if isinstance(member, (classmethod, staticmethod)):
        member = member.__func__
    code = getattr(member, "__code__", None)
    if code is None or "__class__" not in code.co_freevars:
        return False
    cell = member.__closure__[code.co_freevars.index("__class__")]
    if cell.cell_contents is not old:
        return False
    cell.cell_contents = new
    return True


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
              kw_only=False, slots=False, weakref_slot=False):
    """Adds methods to a class that follow from its annotated fields."""

    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


# Instances

def fields(class_or_instance):
    """The fields of a dataclass, as a tuple of Field."""
    try:
        found = getattr(class_or_instance, "__dataclass_fields__")
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def is_dataclass(obj):
    """True for a dataclass and for an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


_ATOMS = frozenset({type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type(len),
                    _function, type, range, property})


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a dict, and of the instances inside it."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _copied(obj, dict_factory, None)


def astuple(obj, *, tuple_factory=tuple):
    """The fields of an instance as a tuple, and of the instances inside it."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _copied(obj, None, tuple_factory)


def _copied(obj, dict_factory, tuple_factory):
    cls = type(obj)
    if cls in _ATOMS:
        return obj
    if hasattr(cls, "__dataclass_fields__"):
        if tuple_factory is None:
            if dict_factory is dict:
                return {f.name: _copied(getattr(obj, f.name), dict, None) for f in fields(obj)}
            return dict_factory([(f.name, _copied(getattr(obj, f.name), dict_factory, None)) for f in fields(obj)])
        return tuple_factory([_copied(getattr(obj, f.name), None, tuple_factory) for f in fields(obj)])
    if cls is list:
        return [_copied(item, dict_factory, tuple_factory) for item in obj]
    if cls is dict:
        return {_copied(key, dict_factory, tuple_factory): _copied(value, dict_factory, tuple_factory)
                for key, value in obj.items()}
    if issubclass(cls, tuple):
        if hasattr(obj, "_fields"):
            return cls(*[_copied(item, dict_factory, tuple_factory) for item in obj])
        return cls(_copied(item, dict_factory, tuple_factory) for item in obj)
    if issubclass(cls, dict):
        if hasattr(cls, "default_factory"):
            result = cls(obj.default_factory)
            for key, value in obj.items():
                result[_copied(key, dict_factory, tuple_factory)] = _copied(value, dict_factory, tuple_factory)
            return result
        return cls((_copied(key, dict_factory, tuple_factory), _copied(value, dict_factory, tuple_factory))
                   for key, value in obj.items())
    if issubclass(cls, list):
        return cls(_copied(item, dict_factory, tuple_factory) for item in obj)
    from copy import deepcopy
    return deepcopy(obj)


def replace(obj, /, **changes):
    """A copy of an instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None, decorator=dataclass):
    """A dataclass from a name and a list of names, (name, type) or (name, type, default)."""
    if namespace is None:
        namespace = {}
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            from typing import Any
            name, annotation = item, Any
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation

    def annotate(format, /):
        from annotationlib import Format, type_repr
        if format == Format.STRING:
            return {name: type_repr(value) for name, value in annotations.items()}
        return dict(annotations)

    from _prelude import caller
    from types import new_class
    cls = new_class(cls_name, bases, {},
                    lambda body: body.update({**namespace, **defaults, "__annotate__": annotate}))
    if module is None:
        where = caller()
        module = where[0].get("__name__", "__main__") if where else "__main__"
    if module is not None:
        cls.__module__ = module
    return decorator(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)
