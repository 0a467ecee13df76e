# ---
# id: exit/from_true_and_big
# desc: SystemExit(True) exits with 1, an int of many bits with its low byte.
# ref: exceptions#SystemExit
# features: [system_exit, raise, bool, big_int]
# ---
def attempt(code):
    try:
        raise SystemExit(code)
    except SystemExit as error:
        return error.code, str(error), error.args


for code in (True, False, -1, 2**31, 1.5, "", [], b"x", ()):
    print(repr(code), attempt(code))
codes = [attempt(n)[0] for n in range(3)]
print(codes)
try:
    raise SystemExit(1, 2)
except SystemExit as error:
    print(error.code)
raise SystemExit(True)
