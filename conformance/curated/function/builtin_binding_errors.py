# ---
# id: function/builtin_binding_errors
# desc: The TypeError texts of builtin functions called with wrong numbers or names of arguments.
# ref: functions
# features: [builtins, arguments, exception]
# ---
calls = {
    "len()": lambda: len(),
    "len(1, 2)": lambda: len([], []),
    "len(obj=[])": lambda: len(obj=[]),
    "abs()": lambda: abs(),
    "print(x=1)": lambda: print(x=1),
    "print(sep=1)": lambda: print(1, 2, sep=1),
    "print(end=1)": lambda: print(end=1),
    "isinstance(1)": lambda: isinstance(1),
    "sorted()": lambda: sorted(),
    "sorted(x=1)": lambda: sorted([], x=1),
    "enumerate()": lambda: enumerate(),
    "enumerate start": lambda: enumerate([], "a"),
    "zip strict": lambda: list(zip([1], [1, 2], strict=True)),
    "zip strict 2": lambda: list(zip([1, 2], [1], strict=True)),
    "zip strict 3": lambda: list(zip([1], [1], [], strict=True)),
    "zip x": lambda: zip([], x=1),
    "map()": lambda: map(),
    "map(1)": lambda: map(len),
    "filter(1)": lambda: filter(len),
    "iter()": lambda: iter(),
    "iter(1, 2)": lambda: iter(1, 2),
    "next()": lambda: next(),
    "ord(1, 2)": lambda: ord("a", "b"),
    "hash()": lambda: hash(),
    "divmod(1)": lambda: divmod(1),
    "getattr(1)": lambda: getattr(1),
    "getattr(1, 2)": lambda: getattr(1, 2),
    "hasattr": lambda: hasattr(1, 2),
    "str": lambda: str(1, 2, 3, 4),
    "int": lambda: int(1, 2, 3),
    "int kw": lambda: int(x="1"),
    "float": lambda: float(1, 2),
    "bool": lambda: bool(1, 2),
    "list": lambda: list(x=1),
    "tuple": lambda: tuple(sequence=1),
    "dict": lambda: dict(1, 2, 3),
    "range": lambda: range(),
    "any": lambda: any(),
    "all": lambda: all([], []),
    "sum": lambda: sum(),
    "callable": lambda: callable(),
    "reversed": lambda: reversed(),
    "chr": lambda: chr("a"),
    "format": lambda: format(),
    "type": lambda: type(1, 2),
    "round": lambda: round(1, 2, 3),
    "repr": lambda: repr(),
    "max": lambda: max(1, 2, foo=3),
}
for name, call in calls.items():
    try:
        print(name, "->", call())
    except (TypeError, ValueError) as error:
        print(name, "->", type(error).__name__, error)
