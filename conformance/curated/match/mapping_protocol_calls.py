# ---
# id: match/mapping_protocol_calls
# desc: A mapping pattern asks __len__ and get of anything registered as a mapping.
# ref: 8.6.4.9
# features: [match, special_method]
# ---
from collections.abc import Mapping


class Traced(Mapping):
    def __init__(self, data):
        self.data = data

    def __getitem__(self, key):
        print(f"[{key}]", end=" ")
        return self.data[key]

    def __len__(self):
        print("len", end=" ")
        return len(self.data)

    def __iter__(self):
        print("iter", end=" ")
        return iter(self.data)

    def keys(self):
        print("keys", end=" ")
        return self.data.keys()

    def get(self, key, default=None):
        print(f"get({key})", end=" ")
        return self.data.get(key, default)


def run(value):
    match value:
        case {"a": 1, "b": b}:
            print("a1", b)
        case {"a": a, **rest}:
            print("a", a, rest)
        case {}:
            print("empty pattern")
        case _:
            print("no mapping")


run(Traced({"a": 1, "b": 2}))
run(Traced({"a": 5, "c": 6}))
run(Traced({}))
run({"b": 1})


class Duck:
    def keys(self):
        return []

    def __getitem__(self, key):
        return 1

    def __len__(self):
        return 5


run(Duck())
Mapping.register(Duck)
try:
    run(Duck())
except AttributeError as error:
    print(type(error).__name__, error)


class Raises(Traced):
    def get(self, key, default=None):
        raise LookupError(f"no {key} for you")


run(Raises({"a": 1, "b": 1}))
