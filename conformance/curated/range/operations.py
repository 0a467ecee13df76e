# ---
# id: range/operations
# desc: Ranges: length, items, slices, membership, equality, hash, repr and huge bounds.
# ref: stdtypes#ranges
# features: [range, slice, membership, hash, exception]
# ---
ranges = [range(5), range(2, 10, 3), range(10, 0, -4), range(0), range(5, 0), range(-3, 3), range(10**20, 10**20 + 3)]
for numbers in ranges:
    print(numbers, list(numbers), len(numbers), bool(numbers), numbers.start, numbers.stop, numbers.step)
    print("   ", numbers[::-1], numbers[1:], list(reversed(numbers)), 2 in numbers, 2.0 in numbers, "2" in numbers)
print(range(0, 3, 2) == range(0, 4, 2), range(0) == range(2, 1), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3)))
print(range(10)[3], range(10)[-1], range(0, 10**30, 7)[10**29], range(10)[2:8:3], range(5).index(3), range(5).count(9))
print(10**18 in range(0, 10**19, 2), -1 in range(10), True in range(2), [*range(3), *range(3, 5)])
for attempt in (
    lambda: range(),
    lambda: range(1, 2, 0),
    lambda: range(1.5),
    lambda: range("3"),
    lambda: range(1, 2, 3, 4),
    lambda: range(stop=3),
    lambda: range(3)[3],
    lambda: range(3)["a"],
    lambda: range(3).index(7),
    lambda: range(3).start(),
    lambda: range(3) + range(2),
    lambda: range(3) < range(4),
    lambda: len(range(10**20)),
):
    try:
        print(attempt())
    except (TypeError, ValueError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)
