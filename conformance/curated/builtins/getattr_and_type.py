# ---
# id: builtins/getattr_and_type
# desc: getattr, hasattr, type, isinstance and issubclass with tuples and wrong arguments.
# ref: functions#getattr
# features: [builtins, type, attributes, method, exception]
# ---
print(getattr("abc", "upper")(), getattr([], "missing", "default"), getattr(5, "real"), hasattr([], "append"), hasattr(5, "append"))
append = [].append
items = [1]
bound = items.append
bound(2)
print(items, type(bound).__name__, type(str.join).__name__, type(len).__name__)
print(str.upper("abc"), list.append(items, 3), items, dict.get({"a": 1}, "a"), int.__add__(1, 2), str.join("-", "ab"))
for value in (1, 1.5, True, None, "s", b"b", [], (), {}, set(), frozenset(), range(1), slice(1), ..., len, int, (n for n in ()), lambda: 0):
    print(type(value), type(value).__name__, isinstance(value, (int, str)), isinstance(value, (list, (int, (float,)))), isinstance(value, object))
print(issubclass(bool, (str, int)), issubclass(int, object), issubclass(KeyError, LookupError), isinstance(5, ()))
for attempt in (
    lambda: isinstance(5, 5),
    lambda: isinstance(5, (int, "x")),
    lambda: isinstance("x", (int, "x")),
    lambda: issubclass(5, int),
    lambda: issubclass(int, 5),
    lambda: isinstance(5, [int]),
    lambda: str.upper(5),
    lambda: str.upper(),
    lambda: list.append([]),
    lambda: dict.get(5, 1),
    lambda: getattr(5, "no"),
    lambda: getattr(5, 5),
    lambda: int.real,
    lambda: int.missing,
    lambda: "".join.missing,
):
    try:
        print(type(attempt()).__name__)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
