# ---
# id: match/sequence_patterns
# desc: Fixed, starred and nested sequence patterns, against every kind of sequence and non-sequence.
# ref: 8.6.4.8
# features: [match]
# ---
def shape(value):
    match value:
        case []:
            return "empty"
        case [x]:
            return f"one {x!r}"
        case (1, x):
            return f"one then {x!r}"
        case [x, 2] | [2, x]:
            return f"two and {x!r}"
        case [[a, b], [c, d]]:
            return f"square {a} {b} {c} {d}"
        case [first, *middle, last] if len(middle) == 1:
            return f"three {first} {middle} {last}"
        case [*_, "end"]:
            return "ends with end"
        case ["start", *_]:
            return "starts with start"
        case [a, b, *rest]:
            return f"{a} {b} rest {rest}"
        case _:
            return "no sequence"


class Custom:
    def __len__(self):
        return 1

    def __getitem__(self, index):
        return index


class Row(list):
    pass


if __name__ == "__main__":
    values = (
        [], (), [5], (5,), [1, 9], (2, 1), [7, 2], [[1, 2], [3, 4]], [(1, 2), [3, 4]], [1, 2, 3], "abc", b"abc", range(1),
        range(3, 9), {1, 2}, {1: 2}, None, 5, ["x", "y", "z", "end"], ["start", 1, 2, 3], Row([1, 2, 3, 4]), Custom(),
        iter([1]), (n for n in [1]), bytearray(b"x"), [None], [[]], "", ["ab"],
    )
    for value in values:
        try:
            print(type(value).__name__, shape(value))
        except TypeError as error:
            print(error)
