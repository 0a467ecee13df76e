# ---
# id: descriptor/builtin_descriptors
# desc: The descriptors that builtin types are made of: getset, member, method and slot wrappers.
# ref: 3.2
# features: [descriptor, type]
# ---
class Slotted:
    __slots__ = ("x",)


for owner, name in (
    (int, "real"), (int, "__add__"), (int, "bit_length"), (int, "from_bytes"), (int, "__new__"), (str, "join"),
    (str, "maketrans"), (type, "__mro__"), (type, "__name__"), (Slotted, "x"), (BaseException, "args"), (slice, "start"),
    (dict, "fromkeys"), (type(len), "__self__"), (type(lambda: 0), "__code__"), (type, "__dict__"), (object, "__class__"),
):
    raw = vars(owner)[name]
    print(owner.__name__, name, type(raw).__name__, getattr(raw, "__name__", "-"), getattr(raw, "__qualname__", "-"))
print(
    vars(int)["real"].__get__(5), vars(int)["__add__"](2, 3), vars(str)["join"].__get__("-")("ab"),
    Slotted.x.__name__,
)
s = Slotted()
Slotted.x.__set__(s, 4)
print(s.x, Slotted.x.__get__(s), Slotted.x.__get__(None, Slotted) is Slotted.x, Slotted.x.__objclass__.__name__)
Slotted.x.__delete__(s)
print(hasattr(s, "x"), repr(int.real), repr(int.__add__), repr(str.join), repr(Slotted.x), repr(int.from_bytes)[:23])
print(
    int.__add__.__objclass__, (5).__add__.__self__, (5).__add__.__name__, repr(type((5).__add__)),
    str.join.__objclass__,
)
for bad in (
    lambda: int.real.__get__("x"),
    lambda: int.__add__("x", 1),
    lambda: int.__add__(1),
    lambda: int.__add__(),
    lambda: str.join(5, []),
    lambda: Slotted.x.__get__(5),
    lambda: Slotted.x.__set__(object(), 1),
    lambda: int.real.__set__(5, 1),
    lambda: setattr(5, "real", 1),
    lambda: delattr(slice(1), "start"),
    lambda: int.real(),
    lambda: type.__dict__["__mro__"].__get__(5),
    lambda: s.x,
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
Slotted.x.__delete__(s)
