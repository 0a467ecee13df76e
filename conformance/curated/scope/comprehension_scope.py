# ---
# id: scope/comprehension_scope
# desc: Comprehension variables are local to it, the first iterable is evaluated outside, conditions inside.
# ref: 6.2.4
# features: [comprehension, scope, closure, walrus]
# ---
x = "outer"
squares = [x * x for x in range(4)]
print(x, squares)
print({x: y for x, y in zip("ab", [1, 2])}, x, {x for x in "z"}, x)
print([[x for x in range(y)] for y in range(4)], x)
print([x for x in [x, x + "!"]], [y for y in x if y in x[:3]])


def inside():
    x = [1, 2, 3]
    doubled = [x * 2 for x in x]
    functions = [lambda: x for x in x]
    return x, doubled, [f() for f in functions]


print(inside())
print([last := n for n in range(5)], last)
print([(a, b) for a in range(3) for b in range(a) if a + b > 1 if b != 5], [a for a in range(20) if a % 2 if a % 3])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [cell for row in matrix for cell in row], [*map(sum, matrix)])
print({len(w): w for w in ["a", "bb", "c", "dd"]}, [(i, j) for i, j in [(1, 2)]], [k for k, *_ in ["abc", "de"]])
try:
    [unknown for n in [1]]
except NameError as error:
    print(error)
try:
    print([n for n in range(2)], n)
except NameError as error:
    print(error)
