"""Annotations in their formats: the values, values with ForwardRef for names that are not there yet, or text.

An `__annotate__` function gives the values. For the other formats its code runs in other globals and with other cells, where
the names that are missing (all of them, for text) stand for a _Text, which writes down what is done with it.
"""

import builtins
import sys
from enum import IntEnum

__all__ = ["Format", "ForwardRef", "call_annotate_function", "call_evaluate_function", "get_annotate_from_class_namespace",
           "get_annotations", "annotations_to_string", "type_repr"]


class Format(IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


GenericAlias = type(list[int])
_Union = type(int | None)
_function = type(lambda: 0)
_module = type(sys)


def _make_cell(value):
    return (lambda: value).__closure__[0]


class ForwardRef:
    """A name, or an expression, that could not be evaluated when it was met."""

    __slots__ = ("__forward_arg__", "__forward_module__", "__forward_is_argument__", "__forward_is_class__", "__owner__",
                 "__globals__", "__cell__", "__extra_names__", "__code__", "_level", "__weakref__")

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__owner__ = owner
        self.__globals__ = None
        self.__cell__ = None
        self.__extra_names__ = None
        self.__code__ = None
        self._level = _ATOM

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError("Cannot subclass ForwardRef")

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        """The value, from the names of `globals` and `locals`, else from those of the owner."""
        if format == Format.STRING:
            return self.__forward_arg__
        if format not in (Format.VALUE, Format.FORWARDREF):
            raise NotImplementedError(format)
        if isinstance(self.__cell__, _cell_type):
            try:
                return self.__cell__.cell_contents
            except ValueError:
                pass
        if owner is None:
            owner = self.__owner__
        if globals is None and self.__forward_module__ is not None:
            globals = getattr(sys.modules.get(self.__forward_module__), "__dict__", None)
        if globals is None:
            globals = self.__globals__
        if globals is None:
            if isinstance(owner, type):
                globals = getattr(sys.modules.get(owner.__module__), "__dict__", None)
            elif isinstance(owner, _module):
                globals = owner.__dict__
            elif callable(owner):
                globals = getattr(owner, "__globals__", None)
        if globals is None:
            globals = {}
        if type_params is None and owner is not None:
            type_params = getattr(owner, "__type_params__", None)
        if locals is None:
            names = dict(vars(owner)) if isinstance(owner, type) else {}
        else:
            names = dict(locals)
        extra = {parameter.__name__: parameter for parameter in type_params or ()}
        if isinstance(self.__cell__, dict):
            for name, cell in self.__cell__.items():
                try:
                    names.setdefault(name, cell.cell_contents)
                except ValueError:
                    pass
        for name, value in extra.items():
            if name not in (locals if locals is not None else names):
                names[name] = value
        if self.__extra_names__:
            names = {**names, **self.__extra_names__}
        text = self.__forward_arg__
        if text.isidentifier() and text not in _KEYWORDS:
            for place in (names, globals, builtins.__dict__):
                if text in place:
                    return place[text]
            if format == Format.FORWARDREF:
                return self
            raise NameError(f"name {text!r} is not defined", name=text)
        code = self._compiled()
        if format == Format.VALUE:
            return eval(code, globals, names)
        return _with_missing_names(lambda made: eval(code, globals, {**names, **made}), self, _Text.of_name)

    def _compiled(self):
        if self.__code__ is None:
            text = self.__forward_arg__
            if text.startswith("*"):
                text = f"({text},)[0]"
            try:
                self.__code__ = compile(text, "<string>", "eval")
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {self.__forward_arg__!r}") from None
        return self.__code__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__ == other.__forward_arg__ and self.__forward_module__ == other.__forward_module__
                and self.__globals__ is other.__globals__ and self.__forward_is_class__ == other.__forward_is_class__
                and self.__cell__ is other.__cell__ and self.__owner__ == other.__owner__
                and self.__extra_names__ == other.__extra_names__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__, id(self.__globals__), self.__forward_is_class__,
                     id(self.__cell__), self.__owner__))

    def __or__(self, other):
        return _Union[self, other]

    def __ror__(self, other):
        return _Union[other, self]

    def __repr__(self):
        extra = ""
        if self.__forward_module__ is not None:
            extra += f", module={self.__forward_module__!r}"
        if self.__forward_is_class__:
            extra += ", is_class=True"
        if self.__owner__ is not None:
            extra += f", owner={self.__owner__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{extra})"


_cell_type = type(_make_cell(0))
_KEYWORDS = ("None", "True", "False")

# How tightly an expression holds together, from the loosest.
_TERNARY, _OR, _XOR, _AND, _SHIFT, _SUM, _PRODUCT, _UNARY, _POWER, _ATOM = range(10)
_COMPARE = 0.5


def _written(value, level=_TERNARY):
    """An operand as text, in parentheses where it would fall apart."""
    if isinstance(value, _Text):
        text = value.__forward_arg__
        return f"({text})" if value._level < level else text
    if isinstance(value, slice):
        parts = ["" if part is None else _written(part) for part in (value.start, value.stop)]
        return ":".join(parts) + ("" if value.step is None else f":{_written(value.step)}")
    kind = type(value)
    if kind is tuple:
        return f"({', '.join([_written(v) for v in value])}{',' if len(value) == 1 else ''})"
    if kind is list:
        return f"[{', '.join([_written(v) for v in value])}]"
    if kind is set and value:
        return f"{{{', '.join([_written(v) for v in value])}}}"
    if kind is dict:
        return f"{{{', '.join([f'{_written(k)}: {_written(v)}' for k, v in value.items()])}}}"
    return type_repr(value) if not isinstance(value, str) else repr(value)


def _binary(sign, level, reflected=False):
    def method(self, other):
        right_level = level + 1 if sign != "**" else level
        left_level = level if sign != "**" else level + 1
        left, right = (other, self) if reflected else (self, other)
        return self._new(f"{_written(left, left_level)} {sign} {_written(right, right_level)}", level)

    return method


class _Text:
    """An expression that is written down instead of evaluated. It turns into a ForwardRef when the annotations are done."""

    __slots__ = ForwardRef.__slots__

    __init__ = ForwardRef.__init__

    def __init_subclass__(cls):
        raise TypeError("Cannot subclass an expression")

    @staticmethod
    def of_name(name, like, made):
        text = _Text(name, owner=like.__owner__ if like is not None else None)
        if like is not None:
            text.__forward_module__ = like.__forward_module__
            text.__globals__ = like.__globals__
            text.__forward_is_class__ = like.__forward_is_class__
            text.__cell__ = like.__cell__
        made.append(text)
        text.__code__ = made
        return text

    def _new(self, text, level=_ATOM):
        new = _Text.of_name(text, self, self.__code__)
        new._level = level
        return new

    def __getattr__(self, attr):
        if attr.startswith("__") and attr.endswith("__"):
            raise AttributeError(attr)
        return self._new(f"{_written(self, _ATOM)}.{attr}")

    def __getitem__(self, other):
        if type(other) is tuple and other:
            inside = ", ".join([_written(item) for item in other]) + ("," if len(other) == 1 else "")
        else:
            inside = _written(other)
        return self._new(f"{_written(self, _ATOM)}[{inside}]")

    def __call__(self, /, *args, **kwargs):
        parts = [_written(arg) for arg in args] + [f"{name}={_written(value)}" for name, value in kwargs.items()]
        return self._new(f"{_written(self, _ATOM)}({', '.join(parts)})")

    def __iter__(self):
        yield self._new(f"*{_written(self, _ATOM)}")

    def __repr__(self):
        return self.__forward_arg__

    def __format__(self, spec):
        raise TypeError("Cannot stringify annotation containing string formatting")


    def __neg__(self):
        return self._new("-" + _written(self, _UNARY), _UNARY)

    def __pos__(self):
        return self._new("+" + _written(self, _UNARY), _UNARY)

    def __invert__(self):
        return self._new("~" + _written(self, _UNARY), _UNARY)

    def _compared(sign):
        def method(self, other):
            return self._new(f"{_written(self, _OR)} {sign} {_written(other, _OR)}", _COMPARE)

        return method

    __lt__, __le__, __eq__ = _compared("<"), _compared("<="), _compared("==")
    __ne__, __gt__, __ge__ = _compared("!="), _compared(">"), _compared(">=")
    del _compared

    def __hash__(self):
        return id(self)

    __or__, __ror__ = _binary("|", _OR), _binary("|", _OR, True)
    __xor__, __rxor__ = _binary("^", _XOR), _binary("^", _XOR, True)
    __and__, __rand__ = _binary("&", _AND), _binary("&", _AND, True)
    __lshift__, __rlshift__ = _binary("<<", _SHIFT), _binary("<<", _SHIFT, True)
    __rshift__, __rrshift__ = _binary(">>", _SHIFT), _binary(">>", _SHIFT, True)
    __add__, __radd__ = _binary("+", _SUM), _binary("+", _SUM, True)
    __sub__, __rsub__ = _binary("-", _SUM), _binary("-", _SUM, True)
    __mul__, __rmul__ = _binary("*", _PRODUCT), _binary("*", _PRODUCT, True)
    __matmul__, __rmatmul__ = _binary("@", _PRODUCT), _binary("@", _PRODUCT, True)
    __truediv__, __rtruediv__ = _binary("/", _PRODUCT), _binary("/", _PRODUCT, True)
    __floordiv__, __rfloordiv__ = _binary("//", _PRODUCT), _binary("//", _PRODUCT, True)
    __mod__, __rmod__ = _binary("%", _PRODUCT), _binary("%", _PRODUCT, True)
    __pow__, __rpow__ = _binary("**", _POWER), _binary("**", _POWER, True)


def _settle(made):
    """Turns what was written down into ForwardRef."""
    for text in made:
        text.__code__ = None
        text.__class__ = ForwardRef


def _with_missing_names(run, like, make):
    """What run(names) answers, where `names` has a _Text for each name that it was found to miss."""
    made, names = [], {}
    while True:
        try:
            result = run(names)
        except NameError as error:
            name = error.name
            if name is None or name in names:
                raise
            names[name] = make(name, like, made)
        else:
            _settle(made)
            return result


def _rebuilt(function, globals, cells):
    """The function with other globals, and with other contents of some of its cells."""
    closure = function.__closure__
    if closure:
        free = function.__code__.co_freevars
        closure = tuple([_make_cell(cells[name]) if name in cells else cell for name, cell in zip(free, closure)])
    made = _function(function.__code__, globals, function.__name__, function.__defaults__, closure)
    made.__kwdefaults__ = function.__kwdefaults__
    return made


def call_evaluate_function(evaluate, format, *, owner=None):
    """What a function that evaluates one thing (a bound, the value of an alias) answers in a format."""
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    """What an annotate function answers in a format, also in one that it does not know itself."""
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    if format == Format.STRING:
        return _as_text(annotate, _is_evaluate)
    if format == Format.FORWARDREF:
        try:
            return annotate(Format.VALUE)
        except Exception:
            pass
        like = _like(annotate, owner)

        def run(names):
            cells = {name: value for name, value in names.items() if name in annotate.__code__.co_freevars}
            return _rebuilt(annotate, {**annotate.__globals__, **names}, cells)(Format.VALUE)

        return _with_missing_names(run, like, _Text.of_name)
    if format == Format.VALUE:
        return annotate(Format.VALUE)
    raise ValueError(f"Invalid format: {format!r}")


def _like(annotate, owner):
    """What the ForwardRefs of an annotate function have in common."""
    like = _Text("_", owner=owner, is_class=isinstance(owner, type))
    if owner is None:
        like.__globals__ = annotate.__globals__
    return like


def _as_text(annotate, is_evaluate):
    code = annotate.__code__
    made = []
    names = {name: _Text.of_name(name, None, made) for name in code.co_names if name not in ("__annotate__",)}
    cells = {name: _Text.of_name(name, None, made) for name in code.co_freevars if name not in ("__classdict__",)}
    if "__classdict__" in code.co_freevars:
        cells["__classdict__"] = {}
    result = _rebuilt(annotate, names, cells)(Format.VALUE_WITH_FAKE_GLOBALS)
    if is_evaluate:
        return result if isinstance(result, str) else _written(result)
    return {key: value if isinstance(value, str) else _written(value) for key, value in result.items()}


def get_annotate_from_class_namespace(obj):
    """The annotate function in the namespace of a class that is being made."""
    try:
        return obj["__annotate__"]
    except KeyError:
        return obj.get("__annotate_func__", None)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    """The annotations of a class (without its bases'), function or module, as a new dict."""
    if eval_str and format != Format.VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    if format == Format.VALUE:
        found = _own_annotations(obj)
        if found is None and (annotate := getattr(obj, "__annotate__", None)) is not None:
            found = annotate(format)
    elif format == Format.FORWARDREF:
        try:
            found = _own_annotations(obj)
        except Exception:
            found = None
        else:
            if found is not None:
                return dict(found)
        found = _called(obj, format)
    elif format == Format.STRING:
        found = _called(obj, format)
        if found is not None:
            return dict(found)
        found = _own_annotations(obj)
        if found is not None:
            return annotations_to_string(found)
    elif format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    else:
        raise ValueError(f"Unsupported format {format!r}")
    if found is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f"{obj!r} does not have annotations")
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    if globals is None or locals is None:
        own_globals, own_locals = _names_of(obj)
        globals = own_globals if globals is None else globals
        locals = own_locals if locals is None else locals
    parameters = getattr(obj, "__type_params__", ())
    if parameters:
        locals = {**{p.__name__: p for p in parameters}, **(locals or {})}
    return {key: eval(value, globals, locals) if isinstance(value, str) else value for key, value in found.items()}


def _names_of(obj):
    if isinstance(obj, type):
        return getattr(sys.modules.get(obj.__module__), "__dict__", None), dict(vars(obj))
    if isinstance(obj, _module):
        return obj.__dict__, None
    while True:
        if hasattr(obj, "__wrapped__"):
            obj = obj.__wrapped__
        elif type(obj).__name__ == "partial" and hasattr(obj, "func"):
            obj = obj.func
        else:
            return getattr(obj, "__globals__", None), None


def _own_annotations(obj):
    found = getattr(obj, "__annotations__", None)
    if found is not None and not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    return found


def _called(obj, format):
    annotate = getattr(obj, "__annotate__", None)
    if annotate is None:
        return None
    found = call_annotate_function(annotate, format, owner=obj)
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotate__ returned a non-dict")
    return dict(found)


def type_repr(value):
    """A type as text, the way an annotation would name it."""
    if isinstance(value, (type, _function, type(len))):
        if value.__module__ == "builtins":
            return value.__qualname__
        return f"{value.__module__}.{value.__qualname__}"
    if value is ...:
        return "..."
    return repr(value)


def annotations_to_string(annotations):
    """The annotations with each value as text."""
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}
