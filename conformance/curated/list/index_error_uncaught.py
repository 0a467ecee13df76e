# ---
# id: list/index_error_uncaught
# desc: Reading past the end of a list is an uncaught IndexError with the subscript marked.
# ref: 6.3.2
# features: [list, subscript, traceback, caret]
# ---
grid = [[row * 10 + column for column in range(4)] for row in range(3)]


def cell(row, column):
    return grid[row][column]


for row in (-1, 0, 2):
    for column in (-4, 3):
        print(row, column, cell(row, column))
total = 0
for line in grid:
    for value in line:
        total += value
print(total)
print(cell(1, 3) + cell(2, 4))
