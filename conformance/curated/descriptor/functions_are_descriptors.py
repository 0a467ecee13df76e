# ---
# id: descriptor/functions_are_descriptors
# desc: A function binds through __get__; callables without it do not; binding by hand.
# ref: 3.3.2.2
# features: [descriptor, method]
# ---
def describe(self, extra=""):
    return f"{self!r}{extra}"


print(describe.__get__("text")(), describe.__get__(5, int)("!"), describe.__get__(None, int) is describe)


class Callable:
    def __call__(self, *args):
        return "called", args


class Binding(Callable):
    def __get__(self, instance, owner):
        return lambda *args: ("bound", instance is not None, owner.__name__, args)


class Host:
    f = describe
    g = Callable()
    h = Binding()
    length = len
    kind = int
    lam = lambda self: "lam"
    static = staticmethod(describe)
    cls = classmethod(describe)

    def __repr__(self):
        return "Host()"


host = Host()
print(host.f(), host.g(1), host.h(2), Host.h(3), host.kind("7"), host.lam(), host.static("s"), host.cls("!"))
try:
    host.length()
except TypeError as error:
    print(error)
print(type(host.f).__name__, type(Host.f).__name__, type(host.g).__name__, type(host.length).__name__)
host.own = describe
try:
    host.own()
except TypeError as error:
    print(error)
host.own = describe.__get__(host)
print(host.own("?"), host.own.__self__ is host)
bound = [1, 2].append
print(type(bound).__name__, list.append.__get__([1]).__name__, type(list.append).__name__, type(list.__len__).__name__)
print("abc".upper.__self__, str.upper("x"), str.upper.__get__("y")(), int.__add__.__get__(3)(4))
for bad in (
    lambda: str.upper(5), lambda: str.upper(), lambda: str.upper.__get__(5), lambda: list.append.__get__(None, None),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
method = host.f
print(
    method.__get__("ignored") == method, classmethod(describe).__get__(None, int)(),
    staticmethod(len).__get__(1)("abc"),
)
describe.__get__(None, None)
