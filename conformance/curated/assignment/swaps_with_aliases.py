# ---
# id: assignment/swaps_with_aliases
# desc: Swaps whose targets depend on each other, and sequences assigned into themselves.
# ref: 7.2
# features: [assignment, unpacking, subscript, slice, list]
# ---
a = [2, 0, 1]
i = 0
i, a[i] = a[i], i
print(i, a)
a = [2, 0, 1]
i = 0
a[i], i = i, a[i]
print(i, a)
a = [1, 2, 3]
a[0], a[a[0]] = a[a[0]], 9
print(a)
a = [0, 1, 2, 3]
a[1:3], a[0] = a[2:], a[3]
print(a)
a[:], b = a[::-1], a
print(a, b, a is b)
x = [1]
x[0] = x
y, (x, z) = x, (5, x)
print(y is z, y, x)
first = second = {}
first["self"], first = second, 5
print(first, second)
m = [[1, 2], [3, 4]]
m[0], m[1] = m[1], m[0]
(m[0][0], m[0][1]), m[1][0] = (m[0][1], m[0][0]), sum(m[1])
print(m)
p = q = r = [1, 2]
p[0], q[0], r[0] = "pqr"
print(p)
n, n, *n = range(5)
print(n)
