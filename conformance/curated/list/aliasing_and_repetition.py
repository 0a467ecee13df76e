# ---
# id: list/aliasing_and_repetition
# desc: Repeating a list repeats references, and in-place addition changes every alias.
# ref: 6.7
# features: [list, augmented, identity]
# ---
row = [0] * 3
grid = [row] * 2
grid[0][1] = 7
print(grid, grid[0] is grid[1])
separate = [[0] * 3 for _ in range(2)]
separate[0][1] = 7
print(separate)
first = second = [1]
first += [2]
print(second, first is second)
first = first + [3]
print(second, first)
first *= 2
print(first)
first *= 0
print(first, [1, 2] * -1, 3 * [None], True * [5], [5] * False)


def extend(default=[]):
    default += ["x"]
    return default


print(extend(), extend(), extend([1]), extend() is extend())
