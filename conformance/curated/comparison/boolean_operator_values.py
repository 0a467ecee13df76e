# ---
# id: comparison/boolean_operator_values
# desc: and, or and not return operands, not booleans, and short-circuit.
# ref: 6.11
# features: [boolean_operators, conditional, evaluation_order, none]
# ---
def t(value):
    print("eval", repr(value), end="; ")
    return value


samples = [0, 1, "", "x", [], [0], None, 0.0, ()]
print([a and "B" for a in samples], [a or "B" for a in samples], [not a for a in samples])
print(t(0) and t(1), t(1) and t(0), t(0) or t(1), t(2) or t(3))
print(t(0) and t(1) or t(2), t(1) or t(2) and t(3), (t(1) or t(2)) and t(3), not t(1) or t(2))
print(1 and 2 and 3, 1 and 0 and 3, 0 or "" or None, 0 or [] or "last", not not "x", not 0 == 1)
print("yes" if [] else "no", "a" if 1 else "b" if 1 else "c", 1 if 0 else 2 if 0 else 3, (1 if 1 else 2) + 5)
for a in (0, 1):
    for b in (0, 1):
        for c in (0, 1):
            print(a, b, c, a and b or c, a or b and c, not a and b, not (a or b), a if b else c)


def default(value=None):
    value = value or "default"
    return value


print(default(), default(0), default("given"))
print("skipped" if [] or 1 else undefined_name, 1 or undefined_name, 0 and undefined_name)
