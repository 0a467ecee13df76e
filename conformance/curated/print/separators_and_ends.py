# ---
# id: print/separators_and_ends
# desc: print with sep, end, flush, values of all types, and its error texts.
# ref: functions#print
# features: [print, builtins, exception, none]
# ---
print()
print(1, "two", 3.0, None, True, ..., [1, "x"], ("t",), {"k": {1}}, b"b", range(2), slice(1), sep="|")
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print(*range(5), sep=", ", end=".\n")
print("no newline", end="")
print("", end=" + \n")
print(sep="x", end="only end\n")
print("flushed", flush=True)
print("tab\tin", "line\nbreak", sep="--")
print(print("inner"), "outer", print)
print("\u20ac", "\U0001f600", "e\u0301")
for arguments in ({"sep": 5}, {"end": b"x"}, {"sep": []}, {"colour": "red"}, {"end": "ok\n", "sep": ""}):
    try:
        print("value", 1, **arguments)
    except TypeError as error:
        print(type(error).__name__, error)
print(type(print("")), print.__name__, repr("" "\0")[1:-1])
for line in ("one\n", "two\r", "three\x00"):
    print(repr(line), end=",")
print(flush=False)
