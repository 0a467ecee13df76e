# ---
# id: subclass_builtin/list
# desc: A subclass of list: which operations keep the class, which methods of it the builtins call.
# ref: stdtypes#lists
# features: [subclass_builtin, list]
# ---
class Stack(list):
    def __init__(self, *items, name="stack"):
        super().__init__(items)
        self.name = name

    def push(self, item):
        self.append(item)
        return self

    def __repr__(self):
        return f"{self.name}{super().__repr__()}"


s = Stack(3, 1, 2, name="s")
print(s, s.push(5).push(4), len(s), s[0], s[-1], s == [3, 1, 2, 5, 4], [3] < s, s.name)
for value in (s[:2], s + [1], s * 2, s.copy(), sorted(s), list(s), [*s], s[::-1], [0] + s):
    print(type(value).__name__, len(value), end="; ")
print()
s += (7, 8)
s *= 1
print(type(s).__name__, s, s.pop(), s.index(5), s.count(1))
s.sort(reverse=True)
s[1:3] = "xy"
del s[0]
print(s, bool(Stack()), Stack(), {"k": Stack(1)}, [Stack(2)])
a, *b = Stack(1, 2, 3)
print(a, b, type(b).__name__)


class Loud(list):
    def append(self, item):
        print("append", item, end=" ")
        super().append(item)

    def __setitem__(self, index, value):
        print("set", index, end=" ")
        super().__setitem__(index, value)

    def __getitem__(self, index):
        print("get", index, end=" ")
        return super().__getitem__(index)

    def __iter__(self):
        print("iter", end=" ")
        return super().__iter__()

    def __len__(self):
        print("len", end=" ")
        return super().__len__()

    def __contains__(self, item):
        print("contains", end=" ")
        return super().__contains__(item)

    def __iadd__(self, other):
        print("iadd", end=" ")
        return super().__iadd__(other)


l = Loud("abc")
l.append("d")
l[0] = "A"
l[1:2] = "BB"
l += "e"
l.extend("f")
l.insert(0, "z")
print("A" in l, l[1], len(l))
print([x for x in l], sum(1 for x in l), "".join(l), list(l), tuple(l))
print(l == list("zABBcdef"), l.index("A"), [*l], sorted(l), list(reversed(l)), max(l), print(*l))
print(l, str(l), l + ["g"], l * 1)
Loud(5)
