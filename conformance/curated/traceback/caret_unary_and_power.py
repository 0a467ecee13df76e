# ---
# id: traceback/caret_unary_and_power
# desc: A failing unary minus and power are marked.
# ref: 6.6
# features: [traceback, caret, exception, arithmetic]
# ---
def flip(value):
    return -value


def shape(value, exponent):
    return ~value if exponent is None else value ** -exponent


print(flip(5), flip(-2.5), flip(True))
print(shape(5, None), shape(2, 3), shape(2.0, 0.5))
for bad in ("x", None, [1], {}):
    try:
        flip(bad)
    except TypeError as error:
        print(error)
    try:
        shape(1, bad)
    except TypeError as error:
        print(error)
print(shape(4, 1) + shape(2, 2) * shape(0, 2))
