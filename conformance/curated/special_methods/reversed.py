# ---
# id: special_methods/reversed
# desc: reversed asks __reversed__, then __len__ and __getitem__ of a sequence.
# ref: 3.3.7
# features: [special_method, iterator]
# ---
class Own:
    def __reversed__(self):
        print("reversed", end=" ")
        return iter("own")


class Sequence:
    def __len__(self):
        print("len", end=" ")
        return 4

    def __getitem__(self, index):
        print(f"[{index}]", end=" ")
        return "abcd"[index]


class Answers:
    def __reversed__(self):
        return 42


class Off(Sequence):
    __reversed__ = None


class Generator:
    def __init__(self, *items):
        self.items = items

    def __reversed__(self):
        for item in self.items[::-1]:
            yield item


print(list(reversed(Own())), "".join(reversed(Sequence())))
print(reversed(Answers()), list(reversed(Generator(1, 2, 3))))
it = reversed(Sequence())
print(type(it).__name__, next(it), next(it), it.__length_hint__(), list(it), list(it))


class Shrinks(Sequence):
    def __getitem__(self, index):
        if index == 1:
            raise IndexError("stops early")
        return index


print(list(reversed(Shrinks())))
print(list(reversed({1: "a", 2: "b"})), list(reversed({"k": 1}.items())), list(reversed(range(5))))


class Bare:
    def __getitem__(self, index):
        return index


for value in (Bare(), Off(), {1, 2}, 5, (n for n in "ab"), None, iter([1])):
    try:
        print(list(reversed(value)))
    except TypeError as error:
        print(error)


class Fails(Sequence):
    def __getitem__(self, index):
        return 1 // (index - 2)


for n in reversed(Fails()):
    print(n, end=" ")
