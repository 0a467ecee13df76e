# ---
# id: assignment/unpacking_errors
# desc: Unpacking too few or too many values, or what is not iterable, gives counted errors.
# ref: 7.2
# features: [unpacking, exception, starred]
# ---
def two(values):
    a, b = values
    return a, b


def starred(values):
    a, *b, c = values
    return a, b, c


def nested(values):
    a, (b, c) = values
    return a, b, c


sources = [[], [1], [1, 2], [1, 2, 3], "ab", "abc", {"k": 1}, (n for n in range(9)), range(1), 5, None, {1, 2, 3}, 2.5, len, (1, 2, 3, 4)]
for source in sources:
    try:
        print(two(source))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for values in ([], [1], [1, 2], [1, [2]], [1, 2, 3], [1, (2, 3)], [1, 5], iter("a")):
    for function in (starred, nested):
        try:
            print(function.__name__, function(values))
        except (TypeError, ValueError) as error:
            print(function.__name__, type(error).__name__, error)
try:
    print([*5])
except TypeError as error:
    print(error)
try:
    print({**[1]})
except TypeError as error:
    print(error)
for left, right in [(1, 2), (3, 4), (5, 6, 7)]:
    print(left, right)
