# ---
# id: statements/for_targets_and_else
# desc: for with every kind of target and source; the target keeps its last value and the source is evaluated once.
# ref: 8.3
# features: [for, unpacking, subscript, iterator]
# ---
def source(label):
    print("source", label)
    return [1, 2, 3]


for number in source("once"):
    print(number, end=" ")
print(number)
table = {}
for table["slot"] in "xyz":
    pass
print(table)
for index, (letter, *others) in enumerate(["abc", "d"]):
    print(index, letter, others)
for pair in zip("ab", [1, 2]):
    print(pair)
for x in 1, 2, *[3, 4]:
    if x == 3:
        break
else:
    print("not reached")
print("stopped at", x)
for x in (y * y for y in range(3)):
    x += 100
print(x)
for x in {"only": 1}:
    print(x)
for byte in b"AB":
    print(byte)
for x in range(10**20, 10**20 + 2):
    print(x)
for [p, q] in [(1, 2)]:
    print(p + q)
for x in 5:
    print("never")
