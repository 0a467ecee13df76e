# ---
# id: function/missing_argument_uncaught
# desc: A call with a missing argument is uncaught in the caller's frame, through a chain of nested functions.
# ref: 6.3.4
# features: [function, arguments, traceback, caret, closure]
# ---
def outer(scale):
    def inner(value, offset):
        return value * scale + offset

    def apply(values):
        return [inner(value) if value > 2 else inner(value, 1) for value in values]

    return apply


double = outer(2)
print(double([0, 1, 2]))
print(double.__name__, double.__qualname__)
try:
    outer()
except TypeError as error:
    print("caught", error)
print(
    double([1]),
    double(
        [3]
    ),
)
