# ---
# id: sys_module/safe_part
# desc: Numbers, names and limits that sys tells, exit and exception information.
# ref: sys
# features: [sys_module]
# ---
import sys

print(
    sys.maxsize, sys.byteorder in ("little", "big"), sys.version_info[:2], sys.version_info.major,
    sys.implementation.name in ("cpython", "garter"),
)
print(
    sys.float_info.max, sys.float_info.dig, sys.int_info.bits_per_digit, sys.hash_info.width, sys.hash_info.modulus,
    sys.maxunicode,
)
print(
    sys.getdefaultencoding(), sys.getrecursionlimit(), type(sys.argv).__name__, len(sys.argv), sys.flags.optimize,
    "sys" in sys.modules,
)
print(
    sys.intern("abc") is sys.intern("abc"), "builtins" in sys.builtin_module_names, sys.version_info >= (3, 14),
    sys.version_info.releaselevel in ("final", "candidate"),
)
print(sys.exception(), sys.exc_info())
try:
    1 / 0
except ZeroDivisionError as error:
    kind, value, trace = sys.exc_info()
    print(kind.__name__, value is error, trace is error.__traceback__, sys.exception() is error)
    try:
        raise KeyError("inner")
    except KeyError:
        print(repr(sys.exception()), repr(sys.exception().__context__))
    print(repr(sys.exception()))
print(sys.exception())


def nested():
    return sys.exception()


try:
    raise ValueError("outer")
except ValueError:
    print(repr(nested()), [repr(sys.exception()) for _ in range(1)], (lambda: repr(sys.exception()))())


class Display:
    def write(self, text):
        captured.append(text)

    def flush(self):
        captured.append("<flush>")


captured = []
saved, sys.stdout = sys.stdout, Display()
print("captured", 1, flush=True)
sys.stdout.write("direct\n")
sys.stdout = saved
print(captured)
sys.stdout.write("written\n")
print(sys.stdout.write("five\n"))
print("to stderr", file=sys.stderr)
for bad in (
    lambda: sys.intern(5),
    lambda: sys.exc_info(1),
    lambda: sys.missing_attribute,
    lambda: sys.setrecursionlimit("x"),
    lambda: sys.version_info.__class__(),
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, str(error).split(";")[0])
sys.stdout = None
print("nowhere")
sys.stdout = saved
for code in (None, 0, 3, "text", True, 2.5, (1, 2)):
    try:
        sys.exit(code)
    except SystemExit as error:
        print(repr(error), error.code, error.args)
try:
    sys.exit()
except SystemExit as error:
    print(repr(error.code))
try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)
sys.exit("the last words")
