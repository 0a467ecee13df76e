# ---
# id: walrus/everywhere
# desc: Assignment expressions in conditions, loops, calls, slices, comprehensions and f-strings.
# ref: 6.12
# features: [walrus, while, comprehension, fstring, scope]
# ---
data = [5, 3, 8, 1]
if (size := len(data)) > 3:
    print("size", size)
index = -1
while (index := index + 1) < size and (value := data[index]) != 8:
    print(index, value)
print(index, value)
print([y := 1, y**2, y + 1], y, (z := 2, 3), z, [w := 5][0] + w)
print((lambda: (inner := 4) + inner)(), data[(start := 1):(start + 2)], {(k := "key"): (v := 1)}, k, v)


def smooth(values):
    total = 0
    partial = [total := total + v for v in values]
    return partial, total


print(smooth(data), any((hit := n) > 4 for n in data), hit)
print([found for n in data if (found := n * 2) > 5], found)
print(f"{(m := 3)} {m:=4} {(m := m + 1):03}", m)
x = 1
print(x + (x := 5), [x, (x := 9), x], (x := x + 1) and x, not (x := 0), x)
print(len(text := "abc", ) + len(text), sorted(data, key=lambda n: (t := n % 3, -n)))
total = sum(seen := [n for n in range(4)])
print(total, seen, "outer" if (flag := []) else f"empty {flag}")
