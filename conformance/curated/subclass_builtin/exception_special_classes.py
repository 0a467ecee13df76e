# ---
# id: subclass_builtin/exception_special_classes
# desc: Subclasses of the exception classes that keep more than args.
# ref: exceptions
# features: [subclass_builtin, exception]
# ---
class Stop(StopIteration):
    pass


class Exit(SystemExit):
    def __init__(self, code, why):
        super().__init__(code)
        self.why = why


class Lookup(KeyError):
    def __str__(self):
        return "plain text"


class File(OSError):
    def __init__(self, number, text, name):
        super().__init__(number, text, name)
        self.extra = name.upper()


class NewFile(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, *args[:2])

    def __init__(self, *args):
        self.given = args


class Attr(AttributeError):
    pass


class Syntax(SyntaxError):
    pass


class Import(ImportError):
    pass


class Decode(UnicodeDecodeError):
    pass


class Group(ExceptionGroup):
    def derive(self, excs):
        return Group(self.message + " derived", excs)


print(Stop(5).value, repr(Stop(1, 2)), Stop().value)
try:
    raise Exit(3, "because")
except SystemExit as error:
    print(error.code, error.why, error.args)
print(Lookup("k"), repr(Lookup("k")), KeyError("k"))
f = File(2, "gone", "path")
print(f, f.errno, f.strerror, f.filename, f.extra, f.args, type(f).__name__)
n = NewFile(13, "no", "ignored")
print(n.errno, n.args, n.given, type(n).__name__)
print(Attr("m", name="n", obj=1).name, Import("m", name="i", path="p").path, Import("m").msg)
s = Syntax("bad", ("file", 3, 4, "text", 3, 6))
print(s, s.filename, s.lineno, s.offset, s.text, s.end_offset, s.msg)
d = Decode("utf-8", b"\xff", 0, 1, "why")
print(d, d.encoding, d.start, d.reason)
g = Group("g", [ValueError(1), TypeError(2)])
left, right = g.split(ValueError)
print(repr(left), repr(right), isinstance(left, Group), g.exceptions)
for bad in (
    lambda: Decode("utf-8"), lambda: Group("g", []), lambda: Group("g", [1]), lambda: Syntax("m", (1, 2)),
    lambda: Attr(nam=1),
):
    try:
        print(repr(bad()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def generator():
    raise Stop("in a generator")
    yield


try:
    next(generator())
except RuntimeError as error:
    print(error, repr(error.__cause__))
raise Lookup("uncaught")
