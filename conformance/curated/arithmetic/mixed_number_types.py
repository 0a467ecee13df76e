# ---
# id: arithmetic/mixed_number_types
# desc: Results of every operator between bool, int and float: value and type.
# ref: 6.7
# features: [arithmetic, int, float, bool, function]
# ---
operations = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "**": lambda a, b: a**b,
    "divmod": divmod,
    "<": lambda a, b: a < b,
    "==": lambda a, b: a == b,
}
numbers = [True, 2, -3, 2.5, -0.5, 2**65, 1e20]
for name, operation in operations.items():
    for a in numbers:
        row = []
        for b in numbers:
            try:
                result = operation(a, b) if name != "**" or a >= 0 and abs(b) < 100 else "skipped"
                row.append((type(result).__name__[0], result))
            except (ArithmeticError, TypeError) as error:
                row.append(type(error).__name__)
        print(name, a, row)
