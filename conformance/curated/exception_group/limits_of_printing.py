# ---
# id: exception_group/limits_of_printing
# desc: More than fifteen members and more than ten levels are cut when a group is printed.
# ref: exceptions#ExceptionGroup
# features: [exception_group, traceback]
# ---
def deep(n):
    group = ExceptionGroup("bottom", [ValueError("deepest")])
    for level in range(n):
        group = ExceptionGroup(f"level {level}", [group, KeyError(level)])
    return group


wide = ExceptionGroup("wide", [ValueError(n) for n in range(20)])
print(len(wide.exceptions), str(wide), str(deep(3)))
total = 0


def count(error):
    if isinstance(error, BaseExceptionGroup):
        return sum(map(count, error.exceptions))
    return 1


print(count(wide), count(deep(12)))
part = wide.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] % 7 == 0)
print(part.exceptions)
try:
    raise part
except* ValueError as group:
    print(len(group.exceptions))


def both():
    raise ExceptionGroup("both", [wide, deep(12), ValueError("last")])


both()
