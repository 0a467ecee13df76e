# ---
# id: evaluation_order/assignments
# desc: The right side comes first, then targets from left to right, each with its own parts.
# ref: 7.2
# features: [evaluation_order, assignment, augmented, subscript, del, unpacking]
# ---
def t(value, label=None):
    print(label or repr(value), end=" ")
    return value


data = [0, 1, 2, 3]
table = {}
t(data, "data")[t(0)] = t("value")
print(data)
t(data, "first")[t(1)] = t(table, "second")[t("k")] = t("chained")
print(data, table)
t(data, "left")[t(2)], t(table, "right")[t("r")] = t("a"), t("b")
print(data, table)
t(data, "aug")[t(3)] += t(10)
print(data)
t(table, "table")[t("k")] += t("!")
print(table)
t(data, "A")[t(0)], [t(data, "B")[t(1)], *t(data, "C")[t(2):t(3)]] = t([1, [2, 3, 4]], "source")
print(data)
del t(data, "D")[t(0)], t(table, "E")[t("k")]
print(data, table)
for t(table, "loop")[t("i")] in t([7, 8], "items"):
    print(table["i"], end=" ")
print(table)
i = 0
i, data[i] = 2, "moved"
print(i, data)
try:
    t(data, "bad")[t(99)] = t("never stored")
except IndexError as error:
    print(error)
t(None, "none")[t("i")] += t("unreached")
