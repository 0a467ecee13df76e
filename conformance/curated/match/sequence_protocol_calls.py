# ---
# id: match/sequence_protocol_calls
# desc: Which methods of a registered sequence a pattern calls, and how often.
# ref: 8.6.4.8
# features: [match, special_method]
# ---
from collections.abc import Sequence


class Traced(Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        print("len", end=" ")
        return len(self.items)

    def __getitem__(self, index):
        print(f"[{index}]", end=" ")
        return self.items[index]


def run(value):
    match value:
        case [1, x]:
            print("two", x)
        case [1, x, 3]:
            print("three", x)
        case [first, *_, last]:
            print("ends", first, last)
        case [*everything]:
            print("all", everything)


run(Traced(1, 2))
run(Traced(1, 2, 3))
run(Traced(5, 6, 7, 8))
run(Traced())
run(Traced("single"))


def starred(value):
    match value:
        case [*_]:
            print("any sequence")
    match value:
        case [_, _, *_]:
            print("at least two")
    match value:
        case [a, *middle, b]:
            print(a, middle, b)


starred(Traced(1, 2, 3, 4))
starred([1, 2, 3, 4])


class Lies(Traced):
    def __len__(self):
        return 3


try:
    run(Lies(1, 2))
except IndexError as error:
    print(type(error).__name__, error)


class Wrong(Traced):
    def __len__(self):
        return "three"


try:
    run(Wrong(1))
except TypeError as error:
    print(error)
run(Lies(1))
