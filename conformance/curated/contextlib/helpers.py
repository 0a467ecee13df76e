# ---
# id: contextlib/helpers
# desc: closing, suppress, nullcontext, redirect_stdout, ContextDecorator, chdir-free helpers and AbstractContextManager.
# ref: contextlib
# features: [contextlib, with]
# ---
from contextlib import AbstractContextManager, ContextDecorator, closing, nullcontext, redirect_stderr, redirect_stdout, suppress


class Door:
    def __init__(self):
        self.open = True

    def close(self):
        print("closing", end=" ")
        self.open = False


with closing(Door()) as door:
    print(door.open, end=" ")
print(door.open)
with suppress(KeyError, IndexError):
    [][5]
    print("never")
with suppress():
    print("nothing to suppress")
try:
    with suppress(KeyError):
        int("x")
except ValueError as error:
    print(error)
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
print("a group of suppressed errors is suppressed")
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    print(repr(group))
with nullcontext(5) as five, nullcontext() as none:
    print(five, none)


class Buffer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)
        return len(text)

    def flush(self):
        self.parts.append("<flush>")


outer, inner = Buffer(), Buffer()
with redirect_stdout(outer) as target:
    print("to outer")
    with redirect_stdout(inner):
        print("to inner", 5, sep="-", end="!", flush=True)
    print("outer again")
print(outer.parts, inner.parts, target is outer)


class Timer(ContextDecorator):
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("+" + self.name, end=" ")
        return self

    def __exit__(self, *exc):
        print("-" + self.name, exc[0] and exc[0].__name__)


@Timer("work")
def work(n):
    return 10 // n


print(work(5))
try:
    work(0)
except ZeroDivisionError as error:
    print(error)


class Minimal(AbstractContextManager):
    def __exit__(self, *exc):
        return None


class Broken(AbstractContextManager):
    pass


class Duck:
    def __enter__(self):
        return 1

    def __exit__(self, *exc):
        pass


print(
    isinstance(Duck(), AbstractContextManager), issubclass(Timer, AbstractContextManager),
    isinstance(5, AbstractContextManager),
)
with Minimal() as minimal:
    print(type(minimal).__name__)
for bad in (
    lambda: Broken(), lambda: closing(), lambda: nullcontext(1, 2),
    lambda: suppress(5).__exit__(ValueError, ValueError(), None),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
with closing(Door()) as door:
    door.missing
