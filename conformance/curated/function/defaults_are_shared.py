# ---
# id: function/defaults_are_shared
# desc: Default values are made once, at the def statement, from left to right, and shared by all calls.
# ref: 8.7
# features: [function, default, list, evaluation_order]
# ---
def note(label, value):
    print("default", label)
    return value


def gather(item, into=note("into", []), scale=note("scale", 2), *, tag=note("tag", {})):
    into.append(item * scale)
    tag[item] = len(into)
    return into, tag


print(gather(1))
print(gather(2, scale=10))
print(gather(3, []))
print(gather("x"))
first, _ = gather(0)
second, _ = gather(0)
print(first is second, gather.__defaults__[0] is first)
functions = []
for number in range(3):
    functions.append(lambda number=number: number * 10)
    functions.append(lambda: number)
print([function() for function in functions])
base = 5


def later(value=base):
    return value, base


base = 6
print(later(), later(7))
