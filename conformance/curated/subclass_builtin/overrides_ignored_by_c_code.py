# ---
# id: subclass_builtin/overrides_ignored_by_c_code
# desc: Where the builtins take the stored value of a subclass and where they call its overrides.
# ref: stdtypes
# features: [subclass_builtin, builtins]
# ---
class N(int):
    def __int__(self):
        return 100

    def __index__(self):
        return 200

    def __float__(self):
        return 300.0

    def __str__(self):
        return "N.str"

    def __bool__(self):
        return False

    def __hash__(self):
        return 7

    def __abs__(self):
        return "N.abs"


class S(str):
    def __len__(self):
        return 50

    def __str__(self):
        return "S.str"

    def __hash__(self):
        return 1

    def encode(self, *args):
        return b"S.encode"


class L(list):
    def __len__(self):
        return 10

    def __iter__(self):
        return iter("iterated")

    def __getitem__(self, index):
        return "got"


class D(dict):
    def __getitem__(self, key):
        return "D.getitem"

    def keys(self):
        return ["k1", "k2"]

    def items(self):
        return [("i", 1)]

    def __iter__(self):
        return iter(["iter"])

    def get(self, key, default=None):
        return "D.get"


n, s, l, d = N(5), S("text"), L([1, 2, 3]), D(a=1)
print(
    int(n), float(n), str(n), bool(n), abs(n), hash(n), f"{n}", "%d" % n, f"{n:d}", n + 1, hex(n), [0] * n, range(n),
    round(n),
)
print(
    [10, 11, 12, 13, 14, 15][n], list(range(8))[: n], "abcdefg"[n], chr(N(65)), pow(n, 2), divmod(n, 3),
    n.bit_length(), -n, repr(n),
)
print(
    len(s), str(s), f"{s}", "%s" % s, s + "", s.upper(), "".join([s]), s == "text", {"text": 1}.get(s), print(s),
    repr(s), bytes(s, "ascii"),
)
print(
    len(l), list(l), tuple(l), [*l], l[0], sorted(l), l == [1, 2, 3], l + [4], "".join(l), repr(l), l.index(2),
    2 in l,
)
a, b, *c = L([1, 2])
print(
    a, b, c, max(l), [x for x in l], dict.fromkeys(l), set(l) == set("iterated"), l.copy(), list(map(str, l)),
    (lambda *args: args)(*l),
)
print(
    d["a"], dict(d), {**d}, list(d), d.get("a"), "%(a)s" % d, "{a}".format_map(d), (lambda **kw: kw)(**d),
    d == {"a": 1}, d | {}, repr(d),
)
print({}.__class__(d), d.copy(), [*d], sorted(d), len(d), "a" in d, list(d.values()), {"x": 0} | d)
n.missing
