# ---
# id: int/division_by_zero_uncaught
# desc: Division of an int by zero is uncaught, with the operator marked.
# ref: 6.7
# features: [int, arithmetic, traceback, caret, exception]
# ---
def attempt(operation):
    try:
        return operation()
    except (ZeroDivisionError, ValueError) as error:
        return error.args


print(attempt(lambda: 1 / 0))
print(attempt(lambda: 1 // 0))
print(attempt(lambda: 1 % 0))
print(attempt(lambda: divmod(1, 0)))
print(attempt(lambda: 0**-1))
print(attempt(lambda: 0.0**-1.0))
print(attempt(lambda: 1.0 // 0))
print(attempt(lambda: 1.0 % 0.0))
print(attempt(lambda: pow(2, 1, 0)))
print(attempt(lambda: True / False))
numbers = [4, 2, 0]
for number in numbers:
    print(8 // number + 1 if number else (100 + number) / (number * 2))
