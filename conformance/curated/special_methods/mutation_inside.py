# ---
# id: special_methods/mutation_inside
# desc: Special methods that change the container that is just being searched, sorted, compared or printed.
# ref: 3.3.1
# features: [special_method, list, dict]
# ---
class Evil:
    def __init__(self, action, answer=False):
        self.action, self.answer = action, answer

    def __eq__(self, other):
        self.action()
        return self.answer

    def __lt__(self, other):
        self.action()
        return self.answer

    def __repr__(self):
        self.action()
        return "evil"

    def __hash__(self):
        return 1


data = [1, 2, 3]
data[0] = Evil(data.clear)
print(2 in data, data)
data = [1, Evil(lambda: data.append(5)), 3]
print(data.count(3), len(data), 99 in data, len(data))
data = [Evil(lambda: data.clear()), 1]
try:
    print(data.index(1))
except ValueError as error:
    print(error, data)
data = [Evil(lambda: data.clear(), True), 1, 2]
try:
    print(data.remove(5))
except ValueError as error:
    print(error)
print(data)
data = [3, 1, 2]
try:
    data.sort(key=lambda n: data.append(n) or n)
except ValueError as error:
    print(error, data)
seen = []
data = [3, 1, 2]
data.sort(key=lambda n: seen.append(len(data)) or n)
print(seen, data)
data = [1, Evil(lambda: data.append(2)), 3]
text = repr(data)
print(text, len(data))
table = {}
key = Evil(lambda: table.clear())
table[key] = "value"
table[2] = "two"
try:
    print(table.get(Evil(lambda: None)), len(table))
except RuntimeError as error:
    print(error)
table = {Evil(lambda: None, True): "first"}
print(table[Evil(lambda: None)], table.get(1), len({**table, Evil(lambda: None): 2}))
a, b = [Evil(lambda: b.clear()), 2], [1, 2]
print(a == b, b)
pair = [1, 2]
pair[0] = Evil(lambda: pair.append(9), True)
print(pair == [5, 2], len(pair), max([Evil(lambda: pair.clear()), Evil(lambda: None)]) in pair, len(pair))
numbers = {1: 2, 3: 4}
for action in (
    lambda: [numbers.pop(k) for k in numbers],
    lambda: [numbers.update({k + 10: 0}) for k in numbers],
    lambda: {k: numbers.setdefault(k * 100) for k in list(numbers)} and len(numbers),
    lambda: [seen.append(1) for _ in seen if len(seen) < 8] and len(seen),
    lambda: [group.add(n + 1) for n in group],
):
    group = {1, 2}
    try:
        print(action())
    except (RuntimeError, KeyError) as error:
        print(type(error).__name__, error)
bad = [1, 2, 3]
bad[1] = Evil(lambda: 1 // 0)
print(sorted([1, 2]))
bad.index(3)
