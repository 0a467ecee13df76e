# ---
# id: exceptions/family_connection
# desc: Raising, catching by class and by base, and leaving uncaught in one chain: the connection errors.
# ref: exceptions#ConnectionError
# features: [exception, raise, except, chaining, traceback, type]
# ---
classes = [
    ConnectionError,
    BrokenPipeError,
    ConnectionAbortedError,
    ConnectionRefusedError,
    ConnectionResetError,
]
bases = [BaseException, Exception, ArithmeticError, LookupError, OSError, RuntimeError, ValueError, SyntaxError, Warning]


def catch(raised, caught):
    try:
        raise raised
    except caught as error:
        return type(error).__name__
    except BaseException:
        return "-"


def chain(names, depth=1):
    first, *rest = names
    if not rest:
        raise first("innermost", depth)
    try:
        chain(rest, depth + 1)
    except BaseException as error:
        raise first(f"link {depth}") from error


for kind in classes:
    print(kind, kind.__name__, kind.__bases__)
    print("   ", repr(kind()), repr(kind("text")), repr(kind("text", 2)), repr(str(kind())), str(kind("text")), str(kind("a", "b")))
    print("   ", [catch(kind, base) for base in bases], catch(kind("instance"), (KeyError, kind)))
    print("   ", [base.__name__ for base in bases if issubclass(kind, base)], isinstance(kind(1), Exception), kind(1) == kind(1))
    print("   ", kind("text").args, kind(1, [2]).args, kind("c").__cause__, kind("c").__context__, kind("c").__traceback__)
chain(classes)
