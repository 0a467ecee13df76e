"""What a t-string makes: a Template of its literal parts and the Interpolations between them.

The compiler calls `Template(*parts)` and `Interpolation(value, expression, conversion, format_spec)`.
"""

from _prelude import builtin

GenericAlias = type(list[int])


@builtin
class Interpolation:
    """A value in a template, with its expression as text."""

    __slots__ = ("value", "expression", "conversion", "format_spec", "__weakref__")
    __match_args__ = ("value", "expression", "conversion", "format_spec")

    def __new__(cls, /, *args, **kwargs):
        if len(args) > 4:
            raise TypeError(f"Interpolation() takes at most 4 arguments ({len(args) + len(kwargs)} given)")
        given = {"expression": "", "conversion": None, "format_spec": ""}
        given.update(zip(cls.__match_args__, args))
        for name, value in kwargs.items():
            if name not in cls.__match_args__:
                raise TypeError(f"Interpolation() got an unexpected keyword argument {name!r}")
            position = cls.__match_args__.index(name)
            if position < len(args):
                raise TypeError(f"argument for Interpolation() given by name ({name!r}) and position ({position + 1})")
            given[name] = value
        if "value" not in given:
            raise TypeError("Interpolation() missing required argument 'value' (pos 1)")
        conversion = given["conversion"]
        if not isinstance(given["expression"], str):
            raise TypeError(f"Interpolation() argument 'expression' must be str, not {type(given['expression']).__name__}")
        if conversion is not None:
            if not isinstance(conversion, str):
                raise TypeError(f"Interpolation() argument 'conversion' must be str, not {type(conversion).__name__}")
            if conversion not in ("s", "r", "a"):
                raise ValueError("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'")
        if not isinstance(given["format_spec"], str):
            raise TypeError(f"Interpolation() argument 'format_spec' must be str, not {type(given['format_spec']).__name__}")
        self = object.__new__(cls)
        _set_value(self, given["value"])
        _set_expression(self, given["expression"])
        _set_conversion(self, conversion)
        _set_format_spec(self, given["format_spec"])
        return self

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'string.templatelib.Interpolation' is not an acceptable base type")

    def __setattr__(self, name, value):
        if name in self.__match_args__:
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'string.templatelib.Interpolation' object has no attribute {name!r} and no __dict__ for setting "
                             "new attributes")

    def __delattr__(self, name):
        if name in self.__match_args__:
            raise AttributeError("readonly attribute")
        object.__delattr__(self, name)

    def __repr__(self):
        return f"Interpolation({self.value!r}, {self.expression!r}, {self.conversion!r}, {self.format_spec!r})"

    def __reduce__(self):
        return type(self), (self.value, self.expression, self.conversion, self.format_spec)

    __class_getitem__ = classmethod(GenericAlias)


_set_value = Interpolation.value.__set__
_set_expression = Interpolation.expression.__set__
_set_conversion = Interpolation.conversion.__set__
_set_format_spec = Interpolation.format_spec.__set__


@builtin
class Template:
    """The parts of a t-string: one string more than interpolations."""

    __slots__ = ("strings", "interpolations", "__weakref__")

    def __new__(cls, /, *args, **kwargs):
        if kwargs:
            raise TypeError("Template.__new__ only accepts *args arguments")
        strings, interpolations = [], []
        text = ""
        for part in args:
            if isinstance(part, str):
                text += part
            elif isinstance(part, Interpolation):
                strings.append(text)
                interpolations.append(part)
                text = ""
            else:
                raise TypeError("Template.__new__ *args need to be of type 'str' or 'Interpolation', got "
                                f"{type(part).__name__}")
        strings.append(text)
        return _made(tuple(strings), tuple(interpolations))

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'string.templatelib.Template' is not an acceptable base type")

    @property
    def values(self):
        """The values of the interpolations."""
        return tuple([interpolation.value for interpolation in self.interpolations])

    def __setattr__(self, name, value):
        if name in ("strings", "interpolations"):
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'string.templatelib.Template' object has no attribute {name!r} and no __dict__ for setting new "
                             "attributes")

    def __delattr__(self, name):
        if name in ("strings", "interpolations"):
            raise AttributeError("readonly attribute")
        object.__delattr__(self, name)

    def __iter__(self):
        return TemplateIter(self)

    def __add__(self, other):
        if not isinstance(other, Template):
            raise TypeError(f'can only concatenate string.templatelib.Template (not "{type(other).__name__}") to '
                            "string.templatelib.Template")
        return _made((*self.strings[:-1], self.strings[-1] + other.strings[0], *other.strings[1:]),
                     self.interpolations + other.interpolations)

    def __repr__(self):
        return f"Template(strings={self.strings!r}, interpolations={self.interpolations!r})"

    def __reduce__(self):
        return _template_unpickle, (self.strings, self.interpolations)

    __class_getitem__ = classmethod(GenericAlias)


_set_strings = Template.strings.__set__
_set_interpolations = Template.interpolations.__set__


def _made(strings, interpolations):
    self = object.__new__(Template)
    _set_strings(self, strings)
    _set_interpolations(self, interpolations)
    return self


def _template_unpickle(strings, interpolations):
    return _made(tuple(strings), tuple(interpolations))


@builtin
class TemplateIter:
    """The strings that are not empty, and the interpolations, in their order."""

    __slots__ = ("_parts",)

    def __init__(self, template):
        parts = []
        for text, interpolation in zip(template.strings, template.interpolations):
            if text:
                parts.append(text)
            parts.append(interpolation)
        if template.strings[-1]:
            parts.append(template.strings[-1])
        self._parts = iter(parts)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._parts)


def convert(obj, /, conversion):
    """Converts a value as !s, !r or !a would; None leaves it as it is."""
    if conversion is None:
        return obj
    if conversion == "r":
        return repr(obj)
    if conversion == "s":
        return str(obj)
    if conversion == "a":
        return ascii(obj)
    raise ValueError(f"invalid conversion specifier: {conversion}")
