# ---
# id: star_unpack/targets
# desc: Starred targets in assignment, for, with and comprehensions, with every kind of iterable.
# ref: 7.2
# features: [starred, unpacking]
# ---
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "abc"
head, *tail = [1]
*everything, = {"k": 1}
[a, [b, *c], *d] = 1, (2, 3, 4), 5, 6
(e, *f), *g = "xyz", 1, 2
print(start, end, head, tail, everything, a, b, c, d, e, f, g)


class Box:
    pass


box, items = Box(), [0, 0, 0]
*box.rest, items[1] = 1, 2, 3
items[0], *items[1:], box.last = "abcd"
print(box.rest, items, box.last)
for x, *rest in [(1, 2, 3), "ab", [9]]:
    print(x, rest, end="; ")
print([(p, q) for p, *q in [(1, 2), (3,)]], {k: v for k, *v in ["abc", "de"]})
for i, (j, *k) in enumerate(["ab", "cde"]):
    print(i, j, k, end="; ")
print()
a, *b = b, *a = [[1], [2]]
print(a, b)
*x, y = (n for n in range(4))
print(x, y, type(x).__name__)
h, *h = 1, 2, 3
print(h)


class Countdown:
    def __iter__(self):
        for n in (3, 2, 1):
            print("give", n, end=" ")
            yield n


one, *two = Countdown()
print(one, two)
*three, = Countdown()
print(three)
p = q, *r = [4, 5, 6]
print(p, q, r)
values = [1, 2, 3, 4]
values[0], *values[2:] = values[1:]
print(values)


def attempt(source):
    try:
        exec(source, {"x": [1, 2, 3]})
        print("fine", source)
    except (ValueError, TypeError, NameError, SyntaxError) as error:
        print(source, "|", type(error).__name__, error)


for source in (
    "a, *b, c, d, e = x", "a, *b = []", "*a, b, c = 'x'", "a, *b = 5", "*a = x", "*a, *b = x", "[*a] = x", "a, b, *c = None",
    "(a, *b), c = x", "*a, b = iter([])", "for *a in x: pass", "for *a, in [x]: pass", "*a.b, = x", "*(a), b = x", "*a, b += x",
    "a, (*b) = x", "*a, b: int = x",
):
    attempt(source)
front, *back, final = Countdown() and [1]
