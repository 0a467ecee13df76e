# ---
# id: traceback/caret_call_arguments
# desc: The failing call among nested calls is marked with its arguments.
# ref: 6.3.4
# features: [traceback, caret, exception, function, lambda]
# ---
def apply(function, *arguments, **options):
    return function(*arguments, **options)


def scale(value, factor=2, offset=0):
    return value * factor + offset


print(apply(scale, 5))
print(apply(scale, 5, factor=3, offset=1))
print(max(apply(scale, 1), apply(len, "abc")), str(apply(lambda: "none")).upper())
print(sum([apply(scale, n) for n in range(3)]))
print(apply(scale, 1) + apply(apply, scale, 2) + apply(scale, 3, offest=4) + apply(scale, 5))
