# ---
# id: class/type_with_three_arguments
# desc: type(name, bases, dict) makes a class as a class statement does, and checks its arguments.
# ref: functions#type
# features: [class, type]
# ---
def hello(self):
    return "hello from " + type(self).__name__


Made = type("Made", (), {"hello": hello, "x": 1})
print(Made, Made.__name__, Made.__qualname__, Made.__module__, Made.__bases__, Made().hello(), Made.x, Made.__doc__)
Sub = type("Sub", (Made,), dict(x=2, __doc__="text", __module__="elsewhere", __qualname__="Outer.Sub"))
print(Sub, Sub.__qualname__, Sub.__name__, Sub.x, Sub().hello(), Sub.__doc__, "__qualname__" in vars(Sub))
namespace = {"y": 1}
Copy = type("Copy", (), namespace)
namespace["y"] = 2
print(Copy.y, type(Copy) is type, type(Made()) is Made)
for arguments in (
    (),
    ("A", ()),
    ("A", (), {}, 4),
    (1, (), {}),
    ("A", [], {}),
    ("A", (), []),
    ("A\0B", (), {}),
    ("A", (1,), {}),
    ("A", (), {"__qualname__": 3}),
    ("A", (), {"__slots__": 5}),
    ("", (), {}),
    ("not a name", (), {"not a name": 1}),
):
    try:
        print(repr(type(*arguments)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    type("K", (), {}, key=1)
except TypeError as error:
    print(error)
print(type(3), type("A", (int,), {})(7) + 1)
type("Last", (int, str), {})
