# ---
# id: special_methods/repr_and_str
# desc: __repr__ and __str__: who uses which, fallback, recursion in containers, wrong answers.
# ref: 3.3.1
# features: [special_method, str]
# ---
class Both:
    def __repr__(self):
        return "<repr>"

    def __str__(self):
        return "<str>"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


class OnlyStr(OnlyRepr):
    def __str__(self):
        return "only str"


b = Both()
print(b, [b], (b,), {b: b}, {b}, str(b), repr(b), f"{b} {b!r} {b!s}", "%s %r" % (b, b), ascii(b))
print(OnlyRepr(), [OnlyRepr()], OnlyStr(), [OnlyStr()], str([OnlyStr()]), format(OnlyRepr()))


class Tree:
    def __init__(self, *children):
        self.children = list(children)

    def __repr__(self):
        return f"Tree({', '.join(map(repr, self.children))})"


print(Tree(Tree(1), Tree(Tree("x"), None)))
loop = [Tree(1)]
loop.append(loop)
loop[0].children.append(loop)
print(loop, loop[0])


class Accents:
    def __repr__(self):
        return "é\n\N{SNOWMAN}"


print(Accents(), ascii(Accents()), [Accents()])


class Text(str):
    def __str__(self):
        return self

    def __repr__(self):
        return Text("text's repr")


print(Text("t"), [Text("t")], type(str(Text("t"))).__name__, type(repr(Text("t"))).__name__)


class Wrong:
    def __repr__(self):
        return 5

    def __str__(self):
        return None


for action in (
    lambda: repr(Wrong()), lambda: str(Wrong()), lambda: f"{Wrong()}", lambda: [Wrong()].__repr__(),
    lambda: print(Wrong()),
):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Raises:
    def __repr__(self):
        raise RuntimeError("no repr today")


print([1, (2, {"k": Raises()})])
