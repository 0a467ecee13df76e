# ---
# id: generator/laziness_and_state
# desc: Nothing of the body runs before the first next; locals, loops and arguments survive between steps.
# ref: 6.2.9
# features: [generator]
# ---
def trace(items, log):
    log.append("entered")
    total = 0
    for index, item in enumerate(items):
        total += item
        log.append(f"before {index}")
        yield index, total
        log.append(f"after {index}")
    log.append("left")


log = []
g = trace([10, 20, 30], log)
print(log)
print(next(g), log)
print(next(g), log)
print(list(g), log)


def naturals(start=0):
    while True:
        yield start
        start += 1


def take(n, iterable):
    for _, item in zip(range(n), iterable):
        yield item


def evens(iterable):
    for item in iterable:
        if item % 2 == 0:
            yield item


print(list(take(5, naturals(7))), list(take(3, evens(naturals(1)))))
one, two = naturals(), naturals(100)
print([next(one), next(two), next(one), next(two), next(one)])


def sieve():
    found = []
    for n in naturals(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


print(list(take(10, sieve())))
try:
    trace()
except TypeError as error:
    print(error)
lazy = trace(5, log)
print("made without an error")
next(lazy)
