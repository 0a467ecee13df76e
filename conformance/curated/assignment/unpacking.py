# ---
# id: assignment/unpacking
# desc: Unpacking into lists, stars and nested targets, from every kind of iterable.
# ref: 7.2
# features: [unpacking, assignment, starred, for]
# ---
a, b = 1, 2
a, b = b, a
[c, d] = "xy"
(e, (f, [g, *h])), i = (1, (2, "abc")), {5}
print(a, b, c, d, e, f, g, h, i)
first, *middle, last = range(5)
*init, tail = "ab"
head, *rest = [1]
(*everything,) = {"k": 1, "l": 2}
print(first, middle, last, init, tail, head, rest, everything)
x = y = z = [0]
x.append(1)
print(y, z is x)
data = [0, 0, 0]
data[0], data[1:], table = 1, "pq", {}
table["a"], table["b"], *table["rest"] = 1, 2, 3, 4
print(data, table)
for key, (value, *more) in {"one": (1,), "two": (2, 3, 4)}.items():
    print(key, value, more)
for i, data[i % 2] in enumerate("wxyz"):
    pass
print(i, data, [p + q for p, q in zip("ab", "cd")], [r for *r, _ in ["abc", (1, 2)]])
() = []
[] = ""
one, = (n for n in [5])
m, n = o = 1, 2
print(one, m, n, o, *[1, 2], *"ab", *range(2), sep="-")
print((*[1], 2, *{3: 4}), [*"ab", *()], {*[1, 1], 2} == {1, 2}, {**{"a": 1}, "b": 2})
