# ---
# id: special_methods/getitem
# desc: __getitem__ gets exactly what stands in the brackets.
# ref: 3.3.7
# features: [special_method, subscript]
# ---
class Show:
    def __getitem__(self, item):
        return item


s = Show()
print(s[1], s["x"], s[1:2], s[:], s[::2], s[1, 2], s[1:2, ::3], s[...], s[()], s[(1,)], s[1,], s[*"ab"], s[*(), 5])
print(s[None], s[-1], s[1:"x":None], s[lambda: 0] is not None, s[s[3]], s[x := 7], x, s[0, *range(3), -1])
for start in (slice(1, 5, 2), slice(None)):
    print(s[start] is start, start.indices(4))


class Grid:
    def __init__(self, width, height):
        self.width, self.height = width, height

    def __getitem__(self, key):
        match key:
            case int(row), int(column):
                if not (0 <= row < self.height and 0 <= column < self.width):
                    raise IndexError(f"({row}, {column}) is outside")
                return row * self.width + column
            case int(row):
                return [self[row, column] for column in range(self.width)]
            case slice():
                return [self[row] for row in range(*key.indices(self.height))]
        raise TypeError(f"bad key {key!r}")


g = Grid(3, 2)
print(g[1, 2], g[0], g[:], g[::-1])
print(list(g[1]), len(g[:1]))
s.__getitem__ = lambda item: "not asked"
print(s["type"])
for action in (lambda: g["x"], lambda: g[2, 0], lambda: g[5], lambda: g[1, 2, 3]):
    try:
        print(action())
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
print(list(zip(g, "ab")) if hasattr(g, "__iter__") else "no __iter__")
for row in g:
    print(row)
