# ---
# id: match/json_walk
# desc: Validation of nested data with every kind of pattern at once.
# ref: 8.6
# features: [match]
# ---
def check(value, path="$"):
    match value:
        case None | bool() | int() | float() | str():
            return []
        case []:
            return []
        case [*items]:
            return [problem for i, item in enumerate(items) for problem in check(item, f"{path}[{i}]")]
        case {"type": "point", "x": int() | float(), "y": int() | float()}:
            return []
        case {"type": "point", **rest}:
            return [f"{path}: bad point {rest}"]
        case {"type": str(kind), "items": [first, *others]} if all(type(o) is type(first) for o in others):
            return [f"{path}: {kind} of {type(first).__name__}"]
        case {"type": str(kind), "items": [_, *_]}:
            return [f"{path}: mixed {kind}"]
        case {"type": kind}:
            return [f"{path}: type is {kind!r}"]
        case dict(entries):
            problems = []
            for key, item in entries.items():
                match key:
                    case str() if key.isidentifier():
                        problems += check(item, f"{path}.{key}")
                    case str():
                        problems += check(item, f"{path}[{key!r}]")
                    case _:
                        problems.append(f"{path}: key {key!r}")
            return problems
        case tuple() | set() | frozenset() as other:
            return [f"{path}: {type(other).__name__} is not allowed"]
        case _:
            raise TypeError(f"{path}: cannot check {type(value).__name__}")


good = {"a": [1, 2.5, None, {"type": "point", "x": 1, "y": 2.0}], "b c": {"d": []}}
print(check(good))
bad = {
    "p": {"type": "point", "x": 1, "y": "2"},
    "l": {"type": "list", "items": [1, 2, 3]},
    "m": {"type": "list", "items": [1, "2"]},
    "n": {"type": None},
    "o": [1, (2,), {3}],
    5: "five",
    "q r": [{"type": []}],
}
for problem in check(bad):
    print(problem)
check({"deep": [[{"fine": 1, "bad": [len]}]]})
