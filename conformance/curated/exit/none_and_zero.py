# ---
# id: exit/none_and_zero
# desc: SystemExit without code, from inside a comprehension and a handler, ends with success.
# ref: exceptions#SystemExit
# features: [system_exit, raise, comprehension, lambda, print]
# ---
def stop(value):
    if value > 2:
        raise SystemExit
    return value


print([stop(n) for n in range(3)])
try:
    stop(5)
except SystemExit as error:
    print(error.code is None, error.args)
print("no newline at the end", end="")
try:
    1 / 0
except ZeroDivisionError:
    [stop(n) for n in range(10)]
print("never")
