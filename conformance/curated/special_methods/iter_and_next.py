# ---
# id: special_methods/iter_and_next
# desc: __iter__ and __next__ as every consumer uses them, and the texts when they are wrong.
# ref: 3.3.7
# features: [special_method, iterator]
# ---
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        print("iter", end=" ")
        return Down(self.start)


class Down:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration("done")
        self.n -= 1
        return self.n


c = Countdown(3)
print(list(c), tuple(c), set(c), sum(c), max(c), sorted(c), dict(zip("abc", c)))
first, *rest = c
print(first, rest, [*c, *c], {**dict.fromkeys(c)}, "".join(map(str, c)))
print([n * m for n in c for m in Countdown(2)], next(iter(c)), 2 in c, any(c), all(c))
for n in c:
    print(n, end=" ")
else:
    print("end")
it = iter(c)
print(next(it), list(it), next(it, "default"))
try:
    next(it)
except StopIteration as error:
    print(repr(error), error.value)


class NoNext:
    def __iter__(self):
        return 5


class Off:
    __iter__ = None

    def __getitem__(self, index):
        return index


class Bare:
    def __next__(self):
        return 1


for action in (
    lambda: iter(NoNext()),
    lambda: list(Off()),
    lambda: list(Bare()),
    lambda: next(c),
    lambda: next(Bare()),
    lambda: [*Bare()],
    lambda: dict(c),
    lambda: print(*NoNext()),
    lambda: sum(Off()),
):
    try:
        print(action())
    except TypeError as error:
        print(error)
a, b = Countdown(3)
