# ---
# id: except_star/types_that_may_not_stand
# desc: What except* refuses: groups, things that are no exceptions; the name is deleted after each clause.
# ref: 8.4.2
# features: [exception_group, except]
# ---
def attempt(kind):
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1)])
        except* kind as group:
            print("took", repr(group))
    except TypeError as error:
        print("TypeError", error)


for kind in (
    ValueError, ExceptionGroup, BaseExceptionGroup, (ValueError, ExceptionGroup), int, (ValueError, 5), "x", None, (),
):
    try:
        attempt(kind)
    except ExceptionGroup as group:
        print("left", repr(group))


class Grouped(ExceptionGroup, ValueError):
    pass


attempt(Grouped)
e = "outer"
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* ValueError as e:
    print(repr(e))
except* TypeError:
    try:
        e
    except NameError as error:
        print(error)
try:
    print(e)
except NameError as error:
    print(error)


def evaluated(name, kind):
    print("look at", name, end="; ")
    return kind


try:
    raise ExceptionGroup("g", [TypeError(1)])
except* evaluated("first", ValueError):
    print("never")
except* evaluated("second", TypeError):
    print("second")
except* evaluated("third", KeyError):
    print("never")
try:
    raise ExceptionGroup("g", [TypeError(1)])
except* evaluated("only", TypeError):
    print("all handled")
except* evaluated("skipped", KeyError):
    print("never")
try:
    raise ExceptionGroup("g", [TypeError(1), ValueError(2)])
except* missing:
    print("never")
