# ---
# id: special_methods/length_hint
# desc: __length_hint__ is asked by list() after __len__ fails; wrong answers are errors, NotImplemented is none.
# ref: 3.3.7
# features: [special_method, iterator]
# ---
import operator


class Hinted:
    def __init__(self, hint, items=3):
        self.hint, self.left = hint, items

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left

    def __length_hint__(self):
        print("hint", end=" ")
        return self.hint


class Sized(Hinted):
    def __len__(self):
        print("len", end=" ")
        return 7


print(list(Hinted(0)), list(Hinted(1)), list(Hinted(100)), list(Hinted(NotImplemented)))
print(tuple(Hinted(2)), [*Hinted(5)], sorted(Hinted(1)))
print(list(Sized(1)))
print(operator.length_hint(Hinted(4)), operator.length_hint(Sized(4)), operator.length_hint([1, 2]))
print(operator.length_hint(5), operator.length_hint(5, 9), operator.length_hint(Hinted(NotImplemented), 8))
print(
    operator.length_hint(iter([1, 2, 3])), operator.length_hint(iter(range(9))),
    operator.length_hint(x for x in "ab"),
)
print(operator.length_hint(iter("abc")), operator.length_hint(reversed([1, 2])), operator.length_hint(iter({1: 2})))
for value in (Hinted(-1), Hinted("x"), Hinted(1.0), Hinted(None)):
    for function in (list, operator.length_hint):
        try:
            print(function(value))
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


class Raises(Hinted):
    def __length_hint__(self):
        raise self.hint


print(list(Raises(TypeError("swallowed"))))
list(Raises(ValueError("passed on")))
