# ---
# id: dict/errors
# desc: Error texts of dict: missing keys, unhashable keys, bad updates and arguments.
# ref: stdtypes#mapping-types-dict
# features: [dict, exception, hash]
# ---
data = {"a": 1, 2: "b", None: 0}
attempts = {
    "missing": lambda: data["zz"],
    "missing number": lambda: data[3.5],
    "missing tuple": lambda: data[1, 2],
    "list key": lambda: data[[1]],
    "dict key": lambda: {{}: 1},
    "set key": lambda: {(1, {2}): 3},
    "slice in tuple": lambda: data[(1, [2])],
    "pop": lambda: data.pop("zz"),
    "pop()": lambda: data.pop(),
    "popitem": lambda: {}.popitem(),
    "get()": lambda: data.get(),
    "update(1)": lambda: data.update(1),
    "update([1])": lambda: data.update([1]),
    "update(['abc'])": lambda: data.update(["abc"]),
    "dict(1, 2)": lambda: dict(1, 2),
    "dict('ab')": lambda: dict("ab"),
    "dict([[1]])": lambda: dict([[1]]),
    "fromkeys()": lambda: dict.fromkeys(),
    "fromkeys([[]])": lambda: dict.fromkeys([[]]),
    "dict < dict": lambda: data < {},
    "dict + dict": lambda: data + {},
    "dict | list": lambda: data | [],
    "values index": lambda: data.values()[0],
    "keys.append": lambda: data.keys().append(1),
    "attribute": lambda: data.a,
    "setdefault([])": lambda: data.setdefault([], 1),
}
for name, attempt in attempts.items():
    try:
        print(name, attempt())
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        print(name, type(error).__name__, error, error.args)
