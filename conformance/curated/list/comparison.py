# ---
# id: list/comparison
# desc: Lists compare item by item, the first difference decides, and unlike types do not order.
# ref: 6.10.1
# features: [list, comparison, exception]
# ---
pairs = [
    ([], []),
    ([], [0]),
    ([1, 2], [1, 2, 3]),
    ([1, 2], [1, 3]),
    ([2], [1, 99]),
    ([1.0, True], [1, 1]),
    (["a", "B"], ["a", "b"]),
    ([[1], [2]], [[1], [2, 0]]),
    ([None, 1], [None, 2]),
]
for left, right in pairs:
    print(left, right, left < right, left <= right, left == right, left != right, left >= right, left > right)
print([1] == (1,), [1] != (1,), [] == ())
print([None, "a"] < [None, "b"], [{}] == [{}])
try:
    [1, "a"] < [1, 2]
except TypeError as error:
    print(error)
print([1, None] < [1, None], [1, {}] < [2, {}])
print([{}] <= [{1: 2}])
