# ---
# id: recursion/through_generators_and_comprehensions
# desc: Runaway recursion through generators, yield from, comprehensions and generator expressions.
# ref: exceptions#RecursionError
# features: [recursion, generator, comprehension]
# ---
def gen():
    yield from gen()


def nexting():
    yield next(nexting())


def listing():
    return [x for x in listing()]


def summing():
    return sum(x for x in [summing()])


def mapping():
    return list(map(lambda _: mapping(), [1]))


def sorting():
    return sorted([1, 2], key=lambda _: sorting())


def joining():
    return "".join(joining() for _ in "a")


def unpacking():
    first, *rest = unpacking()


def attempt(action):
    try:
        action()
        print("ended")
    except RecursionError:
        print("RecursionError", end=" ")


attempt(lambda: next(gen()))
attempt(lambda: list(gen()))
attempt(lambda: next(nexting()))
for function in (listing, summing, mapping, sorting, joining, unpacking):
    attempt(function)
print()


def depth(n):
    return 1 + max((depth(n - 1) for _ in range(2)), default=0) if n else 0


print(depth(8))


def flatten(value):
    for item in value:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


nested = [0]
for n in range(1, 100):
    nested = [n, nested]
print(len(list(flatten(nested))))
loop = [1]
loop.append(loop)
g = flatten(loop)
print([next(g) for _ in range(5)])
g.close()
nested = []
for _ in range(2000):
    nested = [nested]
list(flatten(nested))
