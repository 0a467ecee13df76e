# ---
# id: traceback/caret_unpack
# desc: A failed unpacking marks its target or the value.
# ref: 7.2
# features: [traceback, caret, exception, unpacking]
# ---
def parse(line):
    name, value = line.split("=")
    return name, int(value)


def pairs(lines):
    return dict(parse(line) for line in lines)


print(parse("a=1"))
print(pairs(["x=1", "y=2"]))
(first, *rest), last = "abc", "d"
print(first, rest, last)
for key, value in pairs(["k=5"]).items():
    print(key, value)
print(pairs(["ok=1", "a=b=c"]))
