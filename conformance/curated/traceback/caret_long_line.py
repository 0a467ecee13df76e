# ---
# id: traceback/caret_long_line
# desc: A very long line is printed whole with its carets.
# ref: exceptions
# features: [traceback, caret, exception, arithmetic]
# ---
numbers = list(range(1, 40))


def checksum(values):
    return sum(value * 3 for value in values) + len(values) * 7 - max(values) // min(values) + values[0] * values[-1] - values[len(values) // 2] % values[1] + divmod(values[0], values[0] - 1)[0]


print(sum(numbers), checksum(numbers[2:]))
try:
    checksum([])
except ValueError as error:
    print(error)
try:
    checksum([5])
except IndexError as error:
    print(error)
print(checksum([2, 3, 4]))
print(checksum([1, 2, 3]))
