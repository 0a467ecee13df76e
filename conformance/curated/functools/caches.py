# ---
# id: functools/caches
# desc: lru_cache, cache and cached_property: hits, order of eviction, typed keys, exceptions, clearing.
# ref: functools#functools.lru_cache
# features: [functools, decorator]
# ---
import functools

calls = []


@functools.lru_cache(maxsize=2)
def square(n, *, sign=1):
    calls.append(n)
    return sign * n * n


print(square(2), square(3), square(2), square(4), square(3), calls)
print(square.cache_info(), square.cache_parameters(), square.__wrapped__(5), square.__name__)
square.cache_clear()
print(square.cache_info(), square(1), square(1.0), square(True), square(1, sign=1), calls[-3:])


@functools.lru_cache(typed=True, maxsize=None)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind.cache_info())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info().hits, fib.cache_info().misses)


@functools.lru_cache
def sometimes(n):
    calls.append(("sometimes", n))
    if n < 0:
        raise ValueError(n)
    return n


for n in (-1, -1, 5, 5):
    try:
        print(sometimes(n), end=" ")
    except ValueError as error:
        print("error", error, end=" ")
print(calls[-3:], sometimes.cache_info())


class Data:
    def __init__(self, n):
        self.n = n

    @functools.cached_property
    def expensive(self):
        print("computing", end=" ")
        return self.n * 100

    @functools.cache
    def method(self, x):
        return self.n + x


d = Data(3)
print(d.expensive, d.expensive, vars(d))
d.n = 4
print(d.expensive)
del d.expensive
print(d.expensive, d.method(1), d.method(1), Data.method.cache_info().hits, type(Data.expensive).__name__)
d.expensive = "set by hand"
print(d.expensive)


class Slots:
    __slots__ = ()

    @functools.cached_property
    def value(self):
        return 1


for bad in (
    lambda: fib([1]),
    lambda: square(),
    lambda: functools.lru_cache(maxsize="x"),
    lambda: Slots().value,
    lambda: functools.lru_cache(1, 2, 3),
    lambda: square({}),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
sometimes("x")
