# ---
# id: contextlib/contextmanager
# desc: Generators as context managers: values, exceptions thrown in, suppression, misuse, use as decorator.
# ref: contextlib#contextlib.contextmanager
# features: [contextlib, with, generator]
# ---
from contextlib import contextmanager


@contextmanager
def tag(name, log, suppress=()):
    log.append(f"<{name}>")
    try:
        yield name.upper()
    except suppress as error:
        log.append(f"suppressed {error!r}")
    finally:
        log.append(f"</{name}>")


log = []
with tag("p", log) as p, tag("b", log):
    log.append(p)
print(log)
log.clear()
with tag("x", log, (KeyError,)):
    raise KeyError("gone")
print(log)
try:
    with tag("y", log, (KeyError,)):
        raise ValueError("stays")
except ValueError as error:
    print(error, error.__context__)


@contextmanager
def translate():
    try:
        yield
    except LookupError as error:
        raise RuntimeError("translated") from error


try:
    with translate():
        {}["k"]
except RuntimeError as error:
    print(error, repr(error.__cause__))


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def never():
    return
    yield


@contextmanager
def catches_everything():
    try:
        yield
    except BaseException as error:
        print("caught", repr(error), end=" ")


@contextmanager
def yields_again():
    try:
        yield
    except ValueError:
        yield


@contextmanager
def stops():
    yield
    raise StopIteration("at the end")


for manager, error in ((twice, None), (never, None), (yields_again, ValueError("v")), (stops, None)):
    try:
        with manager():
            if error:
                raise error
    except RuntimeError as caught:
        print(manager.__name__, caught)
with catches_everything():
    raise StopIteration("inside")
with catches_everything():
    raise SystemExit(3)
print()
log.clear()


@tag("deco", log)
def decorated(x):
    log.append(x)
    return x * 2


print(decorated(1), decorated(2), log, decorated.__name__, tag.__name__)


def early():
    for n in range(3):
        with tag(str(n), log):
            if n == 1:
                return n


print(early(), log[-4:])
with catches_everything() as nothing:
    print(nothing)
