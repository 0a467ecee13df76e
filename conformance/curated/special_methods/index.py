# ---
# id: special_methods/index
# desc: __index__ serves wherever an exact integer is needed: subscripts, slices, range, repetition, formatting.
# ref: 3.3.8
# features: [special_method, int]
# ---
class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


two = Index(2)
letters = list("abcdef")
print(letters[two], letters[two:], letters[: Index(-1)], letters[::two], "xyz"[two], (1, 2, 3)[two], b"abc"[two])
print(list(range(two)), list(range(Index(1), Index(9), Index(3))), range(10)[two], "ab" * two, [0] * two)
print(hex(Index(255)), bin(two), oct(Index(8)), chr(Index(65)), "%x %c" % (Index(255), Index(66)), 2**5 >> 1)
print(
    int(two), float(two), complex(two), round(2.567, two), pow(3, 2), "a,b,c,d".split(",", two),
    [1, 2, 3].pop(Index(0)),
)
print(letters.index("c", two), letters.insert(Index(0), "new"), letters[0], "abcabc".find("a", Index(1)))
letters[two] = "set"
del letters[Index(0)]
print(letters, sum([1, 2], start=0), "x".rjust(Index(3), "."), divmod(7, 2), slice(two).indices(Index(1)))


class Answers(Index):
    pass


class Small(int):
    pass


for action in (
    lambda: letters[Answers("x")],
    lambda: letters[Answers(None)],
    lambda: range(Answers(1.0)),
    lambda: letters[Answers(10**30)],
    lambda: letters[Answers(99)],
    lambda: letters[Answers(-(10**30)) :],
    lambda: "ab" * Answers(10**30),
    lambda: two + 1,
    lambda: "%d" % two,
    lambda: f"{two:d}",
    lambda: letters["0"],
    lambda: letters[1.0],
    lambda: letters[1.0:],
    lambda: [1] * "2",
    lambda: int(Answers(True)),
    lambda: letters[Answers(Small(1))],
):
    try:
        print(action())
    except (TypeError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)
print(letters[Index(1)], letters[Index(-99)])
