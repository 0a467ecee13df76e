"""What generic classes, type parameters and `type` statements are made of: the part of `typing` that the language needs.

The compiler calls the functions at the end. `typing` adds the rest. The classes say that they belong to `typing`, whose name
this module therefore has while its body runs.

Types of the machine ask their arguments for type parameters by the attributes `__typing_subst__` (it is one),
`__typing_prepare_subst__` and `__parameters__`.
"""

from _prelude import builtin, caller

__name__ = "typing"

GenericAlias = type(list[int])
Union = type(int | None)
_NoneType = type(None)


class NoDefaultType:
    """The type of NoDefault, which stands for a type parameter's default that is not there."""

    __slots__ = ()
    _only = None

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError("NoDefaultType takes no arguments")
        if cls._only is None:
            cls._only = object.__new__(cls)
        return cls._only

    def __repr__(self):
        return "typing.NoDefault"

    def __reduce__(self):
        return "NoDefault"


NoDefaultType.__module__ = "builtins"
NoDefault = NoDefaultType()


def _own_module():
    where = caller()
    return where[0].get("__name__") if where else None


def _forward(text, **kwargs):
    from annotationlib import ForwardRef
    return ForwardRef(text, **kwargs)


def _type_convert(arg, module=None, *, allow_special_forms=False, owner=None):
    """None as its type, a string as a ForwardRef, all else as it is."""
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return _forward(arg, module=module, is_class=allow_special_forms, owner=owner)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False, owner=None):
    """The argument converted, once it is known to be no form that may not stand there."""
    arg = _type_convert(arg, module, allow_special_forms=allow_special_forms, owner=owner)
    if isinstance(arg, _GenericAlias):
        invalid = (Generic, _protocol)
        if not allow_special_forms:
            invalid += _qualifiers(is_argument)
        if arg.__origin__ in invalid:
            raise TypeError(f"{arg} is not valid as type argument")
        return arg
    if isinstance(arg, _SpecialForm):
        if arg._name in _PLAIN or allow_special_forms and arg._name in ("ClassVar", "Final"):
            return arg
    elif arg is not Generic and arg is not _protocol:
        return arg
    raise TypeError(f"Plain {arg} is not valid as type argument")


# Forms that mean something without a subscript.
_PLAIN = ("LiteralString", "Never", "NoReturn", "Self", "TypeAlias")
_protocol = None  # typing.Protocol, once there is one.
_forms = {}


def _qualifiers(is_argument):
    return tuple([form for name, form in _forms.items() if name == "ClassVar" or name == "Final" and is_argument])


def _shown(obj):
    """A type as it stands in the repr of another."""
    if isinstance(obj, tuple):
        return "[" + ", ".join([_shown(item) for item in obj]) + "]"
    if obj is ...:
        return "..."
    if isinstance(obj, type) and not isinstance(obj, GenericAlias) or type(obj) in (_function, _builtin_function):
        module = obj.__module__
        return obj.__qualname__ if module == "builtins" or module is None else f"{module}.{obj.__qualname__}"
    return repr(obj)


_function = type(_shown)
_builtin_function = type(len)


# Type parameters

class _Constant:
    """An evaluator of something that is known."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __call__(self, format, /):
        if format == 4:
            from annotationlib import type_repr
            if isinstance(self.value, tuple):
                return f"({', '.join([type_repr(v) for v in self.value])}{',' if len(self.value) == 1 else ''})"
            return type_repr(self.value)
        return self.value

    def __repr__(self):
        return f"<constevaluator {self.value!r}>"


class _TypeParameter:
    """What the three kinds share: a name, a default, and that they are no classes."""

    _default = NoDefault
    _evaluate_default = None

    def __repr__(self):
        return self.__name__

    @property
    def __default__(self):
        if self._evaluate_default is not None:
            self._default = self._evaluate_default(1)
            self._default_source, self._evaluate_default = self._evaluate_default, None
        return self._default

    def has_default(self):
        return self._evaluate_default is not None or self._default is not NoDefault

    @property
    def evaluate_default(self):
        if self._evaluate_default is not None:
            return self._evaluate_default
        if self._default is NoDefault:
            return None
        return self.__dict__.get("_default_source") or _Constant(self._default)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __init_subclass__(cls, **kwargs):
        if cls.__module__ != "typing":
            raise TypeError(f"type 'typing.{cls.__mro__[1].__name__}' is not an acceptable base type")

    def __reduce__(self):
        return self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _variance_sign(parameter):
    if parameter.__infer_variance__:
        return ""
    return "+" if parameter.__covariant__ else "-" if parameter.__contravariant__ else "~"


def _set_variance(parameter, covariant, contravariant, infer_variance):
    if covariant and contravariant:
        raise ValueError("Bivariant types are not supported.")
    if infer_variance and (covariant or contravariant):
        raise ValueError("Variance cannot be specified with infer_variance.")
    parameter.__covariant__ = bool(covariant)
    parameter.__contravariant__ = bool(contravariant)
    parameter.__infer_variance__ = bool(infer_variance)


_absent = object()


def _check_name(name, maker):
    if name is _absent:
        raise TypeError(f"{maker}() missing required argument 'name' (pos 1)")
    if not isinstance(name, str):
        raise TypeError(f"{maker}() argument 'name' must be str, not {type(name).__name__}")


@builtin
class TypeVar(_TypeParameter):
    """A type variable: a type that is not known yet."""

    _evaluate_bound = _evaluate_constraints = None

    def __init__(self, name=_absent, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        _check_name(name, "typevar")
        _set_variance(self, covariant, contravariant, infer_variance)
        if bound is not None:
            bound = _type_check(bound, "Bound must be a type.")
            if constraints:
                raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self._bound = bound
        self._constraints = constraints
        self._default = default
        self.__module__ = _own_module()

    def __repr__(self):
        return _variance_sign(self) + self.__name__

    @property
    def __bound__(self):
        if self._evaluate_bound is not None:
            self._bound = self._evaluate_bound(1)
            self._bound_source, self._evaluate_bound = self._evaluate_bound, None
        return self._bound

    @property
    def __constraints__(self):
        if self._evaluate_constraints is not None:
            self._constraints = self._evaluate_constraints(1)
            self._constraints_source, self._evaluate_constraints = self._evaluate_constraints, None
        return self._constraints

    @property
    def evaluate_bound(self):
        if self._evaluate_bound is not None:
            return self._evaluate_bound
        return self.__dict__.get("_bound_source") or (None if self._bound is None else _Constant(self._bound))

    @property
    def evaluate_constraints(self):
        if self._evaluate_constraints is not None:
            return self._evaluate_constraints
        return self.__dict__.get("_constraints_source") or (_Constant(self._constraints) if self._constraints else None)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __typing_subst__(self, arg):
        arg = _type_check(arg, "Parameters to generic types must be types.", is_argument=True)
        if isinstance(arg, _GenericAlias) and arg.__origin__ is _forms.get("Unpack") or (
                isinstance(arg, GenericAlias) and getattr(arg, "__unpacked__", False)):
            raise TypeError(f"{arg} is not valid as type argument")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        index = alias.__parameters__.index(self)
        if index < len(args):
            return args
        if index == len(args) and self.has_default():
            return (*args, self.__default__)
        raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {index + 1}")


@builtin
class ParamSpecArgs:
    """The positional parameters that a ParamSpec stands for."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args" if isinstance(self.__origin__, ParamSpec) else f"{self.__origin__!r}.args"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    __hash__ = None

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


@builtin
class ParamSpecKwargs:
    """The keyword parameters that a ParamSpec stands for."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        if isinstance(self.__origin__, ParamSpec):
            return f"{self.__origin__.__name__}.kwargs"
        return f"{self.__origin__!r}.kwargs"

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    __hash__ = None

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


@builtin
class ParamSpec(_TypeParameter):
    """A parameter specification: the parameters of a callable, not known yet."""

    def __init__(self, name=_absent, /, *rest, bound=None, default=NoDefault, covariant=False, contravariant=False,
                 infer_variance=False):
        if rest:
            raise TypeError(f"paramspec() takes exactly 1 positional argument ({1 + len(rest)} given)")
        _check_name(name, "paramspec")
        _set_variance(self, covariant, contravariant, infer_variance)
        self.__name__ = name
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")
        self._default = default
        self.__module__ = _own_module()

    def __repr__(self):
        return _variance_sign(self) + self.__name__

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([_type_check(item, "Expected a type.") for item in arg])
        if not _is_parameter_expression(arg):
            raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        parameters = alias.__parameters__
        index = parameters.index(self)
        if index == len(args) and self.has_default():
            args = (*args, self.__default__)
        if index >= len(args):
            raise TypeError(f"Too few arguments for {alias}")
        # X[int, str] of a single ParamSpec is X[[int, str]].
        if len(parameters) == 1 and not _is_parameter_expression(args[0]):
            return (args,)
        if isinstance(args[index], list):
            return (*args[:index], tuple(args[index]), *args[index + 1:])
        return args


def _is_parameter_expression(arg):
    return (arg is ... or isinstance(arg, (tuple, list, ParamSpec))
            or isinstance(arg, _GenericAlias) and arg.__origin__ is _forms.get("Concatenate"))


@builtin
class TypeVarTuple(_TypeParameter):
    """A type variable for any number of types."""

    def __init__(self, name=_absent, /, *rest, default=NoDefault):
        if rest:
            raise TypeError(f"typevartuple() takes exactly 1 positional argument ({1 + len(rest)} given)")
        _check_name(name, "typevartuple")
        self.__name__ = name
        self._default = default
        self.__module__ = _own_module()

    def __iter__(self):
        yield _unpacked(self)

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        """Gathers the arguments that the parameters before and behind this one leave for it into one tuple."""
        parameters = alias.__parameters__
        index = parameters.index(self)
        for other in parameters[index + 1:]:
            if isinstance(other, TypeVarTuple):
                raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
        count = len(args)
        left = index
        right = len(parameters) - index - 1
        where = spread = None
        for k, arg in enumerate(args):
            if not isinstance(arg, type) or isinstance(arg, GenericAlias):
                inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
                if inner and len(inner) == 2 and inner[-1] is ...:
                    if where is not None:
                        raise TypeError("More than one unpacked arbitrary-length tuple argument")
                    where, spread = k, inner[0]
        if where is not None:
            # An unpacked tuple[X, ...] gives to both sides as many as they want.
            left = min(left, where)
            right = min(right, count - where - 1)
        elif left + right > count:
            raise TypeError(f"Too few arguments for {alias}; actual {count}, expected at least {len(parameters) - 1}")
        if left == count - right and self.has_default():
            given = _spread([self.__default__])
        else:
            given = args[left:count - right]
        return (*args[:left], *[spread] * (index - left), given, *[spread] * (len(parameters) - index - right - 1),
                *args[count - right:])


def _unpacked(obj):
    import typing  # noqa: F401 - it registers the form.
    return _forms["Unpack"][obj]


def _spread(args):
    """The arguments with unpacked tuples of known length replaced by their items."""
    result = []
    for arg in args:
        inner = getattr(arg, "__typing_unpacked_tuple_args__", None)
        if inner is not None and not (len(inner) == 2 and inner[1] is ...):
            result += inner
        else:
            result.append(arg)
    return tuple(result)


def _collect(args, *, needed=False):
    """The type parameters in `args`, each once; `needed`: refuse one without a default behind one that has it."""
    found = []
    defaults = tuples = False
    for arg in args:
        if isinstance(arg, type) and not isinstance(arg, GenericAlias):
            continue
        if isinstance(arg, tuple):
            for item in arg:
                for parameter in _collect([item]):
                    if parameter not in found:
                        found.append(parameter)
        elif hasattr(arg, "__typing_subst__"):
            if arg not in found:
                if needed:
                    if arg.has_default():
                        if tuples and not isinstance(arg, ParamSpec):
                            raise TypeError("Type parameter with a default follows TypeVarTuple")
                        defaults = True
                    elif defaults:
                        raise TypeError(f"Type parameter {arg!r} without a default follows type parameter with a default")
                found.append(arg)
        else:
            if needed and isinstance(arg, _GenericAlias) and arg.__origin__ is _forms.get("Unpack"):
                tuples = True
            for parameter in getattr(arg, "__parameters__", ()):
                if parameter not in found:
                    if needed:
                        if parameter.has_default():
                            if tuples and isinstance(parameter, TypeVar):
                                raise TypeError("Type parameter with a default follows TypeVarTuple")
                            defaults = True
                        elif defaults:
                            raise TypeError(f"Type parameter {parameter!r} without a default follows type parameter "
                                            "with a default")
                    found.append(parameter)
    return tuple(found)


# Aliases

class _Final:
    """A base of classes that programs may not derive from."""

    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


def _is_dunder(attr):
    return attr.startswith("__") and attr.endswith("__")


class _BaseGenericAlias(_Final, _root=True):
    """What List and List[int] share: they pass on what they are asked to the class they stand for."""

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin
        self.__slots__ = None

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        result = []
        if self.__origin__ not in bases:
            result.append(self.__origin__)
        # Generic comes along unless something behind brings it.
        for base in bases[bases.index(self) + 1:]:
            if isinstance(base, _BaseGenericAlias):
                break
            if not isinstance(base, type):
                entries = getattr(base, "__mro_entries__", None)
                entries = entries(bases) if entries is not None else None
                if isinstance(entries, tuple) and any(isinstance(e, type) and issubclass(e, Generic) for e in entries):
                    break
            elif issubclass(base, Generic):
                break
        else:
            result.append(Generic)
        return tuple(result)

    def __getattr__(self, attr):
        if "__origin__" in self.__dict__:
            if attr in ("__name__", "__qualname__"):
                return self._name or self.__origin__.__name__
            if not _is_dunder(attr):
                return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, val):
        if _is_dunder(attr) or attr in ("_name", "_inst", "_nparams", "_defaults", "_parameter_count"):
            super().__setattr__(attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __dir__(self):
        return list(set(super().__dir__() + [attr for attr in dir(self.__origin__) if not _is_dunder(attr)]))


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A generic class or form with arguments."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = args
        self.__parameters__ = _collect(args, needed=origin is Generic or origin is _protocol)
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __getitem__(self, args):
        return _cached(self, args, self._substituted)

    def _substituted(self, args):
        if self.__origin__ in (Generic, _protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        args = _spread([_type_convert(arg) for arg in args])
        return self.copy_with(self._new_args(args))

    def _new_args(self, args):
        parameters = self.__parameters__
        for parameter in parameters:
            prepare = getattr(parameter, "__typing_prepare_subst__", None)
            if prepare:
                args = prepare(self, args)
        if len(args) != len(parameters):
            raise TypeError(f"Too {'many' if len(args) > len(parameters) else 'few'} arguments for {self}; "
                            f"actual {len(args)}, expected {len(parameters)}")
        return tuple(self._replaced(self.__args__, dict(zip(parameters, args))))

    def _replaced(self, old_args, by_parameter):
        result = []
        for old in old_args:
            if isinstance(old, type) and not isinstance(old, GenericAlias):
                result.append(old)
                continue
            substitute = getattr(old, "__typing_subst__", None)
            if substitute:
                new = substitute(by_parameter[old])
            else:
                inner = getattr(old, "__parameters__", ())
                if inner:
                    given = []
                    for parameter in inner:
                        if isinstance(parameter, TypeVarTuple):
                            given += by_parameter[parameter]
                        else:
                            given.append(by_parameter[parameter])
                    new = old[tuple(given)]
                elif isinstance(old, tuple):
                    new = tuple(self._replaced(old, by_parameter))
                else:
                    new = old
            if isinstance(new, tuple) and (self._is_callable() or getattr(old, "__typing_is_unpacked_typevartuple__", False)):
                result += new
            else:
                result.append(new)
        return result

    def _is_callable(self):
        origin = self.__origin__
        return getattr(origin, "__module__", None) == "collections.abc" and getattr(origin, "__name__", None) == "Callable"

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = "typing." + self._name if self._name else _shown(self.__origin__)
        return f"{name}[{', '.join([_shown(arg) for arg in self.__args__]) or '()'}]"

    def __reduce__(self):
        from operator import getitem
        origin = self.__origin__
        if self._name:
            import typing
            origin = getattr(typing, self._name)
        args = tuple(self.__args__)
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if _protocol in bases:
                return ()
            for base in bases[bases.index(self) + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield _unpacked(self)


# A name that is no class and means something as a type: ClassVar, Literal, Self.
class _SpecialForm(_Final, _root=True):

    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__
        _forms[self._name] = self

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[_type_check(self, ""), other]

    def __ror__(self, other):
        return Union[other, _type_check(self, "")]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return _cached(self, parameters, lambda given: self._getitem(self, given))


_cache = {}


def _cached(form, args, make):
    """The same object for the same subscript, as long as it can be hashed."""
    try:
        key = form, args
        found = _cache.get(key)
    except TypeError:
        return make(args)
    if found is None:
        found = make(args)
        if len(_cache) >= 500:
            _cache.clear()
        _cache[key] = found
    return found


# Generic

@builtin
class Generic:
    """Abstract base class for generic types."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, args):
        return _cached(cls, args, cls._with_arguments)

    @classmethod
    def _with_arguments(cls, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple([_type_convert(arg) for arg in args])
        if cls is Generic or cls is _protocol:
            if not args:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            for arg in args:
                if not (type(arg) in (TypeVar, ParamSpec)
                        or getattr(arg, "__typing_is_unpacked_typevartuple__", False)):
                    raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                    "specification variables.")
            if len(set(args)) != len(args):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, args)
        parameters = cls.__parameters__
        for parameter in parameters:
            prepare = getattr(parameter, "__typing_prepare_subst__", None)
            if prepare:
                args = prepare(cls, args)
        if not parameters:
            raise TypeError(f"{cls} is not a generic class")
        if len(args) != len(parameters):
            expected = len(parameters)
            raise TypeError(f"Too {'many' if len(args) > expected else 'few'} arguments for {cls}; actual {len(args)}, "
                            f"expected {expected}")
        given = []
        for parameter, arg in zip(parameters, args):
            if isinstance(parameter, TypeVarTuple):
                given += arg
            else:
                given.append(arg)
        return _GenericAlias(cls, tuple(given))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        parameters = []
        own = "__orig_bases__" in cls.__dict__
        if own:
            plain = Generic in cls.__orig_bases__
        else:
            plain = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls).__name__ != "_TypedDictMeta"
        if plain:
            raise TypeError("Cannot inherit from plain Generic")
        if own:
            parameters = _collect(cls.__orig_bases__, needed=True)
            listed = None
            for base in cls.__orig_bases__:
                if isinstance(base, _GenericAlias) and base.__origin__ is Generic:
                    if listed is not None:
                        raise TypeError("Cannot inherit from Generic[...] multiple times.")
                    listed = base.__parameters__
            if listed is not None:
                missing = [str(p) for p in parameters if p not in listed]
                if missing:
                    raise TypeError(f"Some type variables ({', '.join(missing)}) are not listed in "
                                    f"Generic[{', '.join([str(p) for p in listed])}]")
                parameters = listed
        cls.__parameters__ = tuple(parameters)


# Type aliases

@builtin
class TypeAliasType:
    """What a `type` statement makes; its value is evaluated when it is asked for."""

    def __new__(cls, /, *args, **kwargs):
        names = ("name", "value")
        if len(args) > 2:
            raise TypeError(f"typealias() takes exactly 2 positional arguments ({len(args)} given)")
        for name, value in zip(names, args):
            kwargs[name] = value
        for position, name in enumerate(names):
            if name not in kwargs:
                raise TypeError(f"typealias() missing required argument {name!r} (pos {position + 1})")
        name, value, type_params = kwargs.pop("name"), kwargs.pop("value"), kwargs.pop("type_params", ())
        for key in kwargs:
            raise TypeError(f"typealias() got an unexpected keyword argument {key!r}")
        if not isinstance(name, str):
            raise TypeError(f"typealias() argument 'name' must be str, not {type(name).__name__}")
        if not isinstance(type_params, tuple):
            raise TypeError("type_params must be a tuple")
        has_default = False
        for parameter in type_params:
            if not isinstance(parameter, _TypeParameter):
                raise TypeError(f"Expected a type param, got {parameter!r}")
            if parameter.has_default():
                has_default = True
            elif has_default:
                raise TypeError(f"non-default type parameter {parameter!r} follows default type parameter")
        return _made_alias(name, type_params, value, None, _own_module())

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'typing.TypeAliasType' is not an acceptable base type")

    def __repr__(self):
        return self.__name__

    @property
    def __value__(self):
        if self._value is _absent:
            self.__dict__["_value"] = self._evaluate(1)
        return self._value

    @property
    def evaluate_value(self):
        return self._evaluate if self._evaluate is not None else _Constant(self._value)

    @property
    def __type_params__(self):
        return self._type_params

    @property
    def __parameters__(self):
        result = []
        for parameter in self._type_params:
            if isinstance(parameter, TypeVarTuple):
                result += parameter
            else:
                result.append(parameter)
        return tuple(result)

    def __setattr__(self, name, value):
        if name in ("__name__", "__module__"):
            raise AttributeError("readonly attribute" if name == "__name__" else
                                 f"attribute {name!r} of 'typing.TypeAliasType' objects is not writable")
        if name in ("__value__", "__type_params__", "__parameters__", "evaluate_value"):
            raise AttributeError(f"attribute {name!r} of 'typing.TypeAliasType' objects is not writable")
        raise AttributeError(f"'typing.TypeAliasType' object has no attribute {name!r} and no __dict__ for setting new "
                             "attributes")

    def __getitem__(self, args):
        if not self._type_params:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, args)

    def __iter__(self):
        yield _unpacked(self)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError("typealias() takes exactly 2 positional arguments (3 given)")


def _made_alias(name, type_params, value, evaluate, module):
    alias = object.__new__(TypeAliasType)
    alias.__dict__.update(__name__=name, __module__=module, _type_params=type_params, _value=value, _evaluate=evaluate)
    return alias


__name__ = "_typing"


# What the compiler calls. The functions that evaluate take one argument, a format, and are called with 1 when the value is
# asked for first.

def typevar(name, evaluate_bound=None, evaluate_constraints=None):
    """The T of `def f[T]`, `[T: bound]` and `[T: (constraints)]`."""
    made = object.__new__(TypeVar)
    made.__name__ = name
    made.__covariant__ = made.__contravariant__ = False
    made.__infer_variance__ = True
    made._bound = None
    made._constraints = ()
    if evaluate_bound is not None:
        made._evaluate_bound = evaluate_bound
    if evaluate_constraints is not None:
        made._evaluate_constraints = evaluate_constraints
    return made


def paramspec(name):
    """The P of `def f[**P]`."""
    made = object.__new__(ParamSpec)
    made.__name__ = name
    made.__covariant__ = made.__contravariant__ = False
    made.__infer_variance__ = True
    made.__bound__ = None
    return made


def typevartuple(name):
    """The Ts of `def f[*Ts]`."""
    made = object.__new__(TypeVarTuple)
    made.__name__ = name
    return made


def set_default(parameter, evaluate_default):
    """The default of a type parameter; answers it."""
    parameter._evaluate_default = evaluate_default
    return parameter


def typealias(name, type_params, evaluate_value, module=None):
    """The alias of a `type` statement. Without parameters `type_params` is None or ()."""
    return _made_alias(name, type_params or (), _absent, evaluate_value, module or _own_module())


def subscript_generic(type_params):
    """Generic[...] of the parameters of `class C[...]`, the base that comes last."""
    return Generic[tuple([_unpacked(p) if isinstance(p, TypeVarTuple) else p for p in type_params])]
