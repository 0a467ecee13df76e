# ---
# id: except_star/raising_inside
# desc: What is raised inside except* clauses is collected into a new group; bare raise keeps the place.
# ref: 8.4.2
# features: [exception_group, raise, chaining]
# ---
def attempt(function):
    try:
        function()
    except BaseException as error:
        print(repr(error), "| context", repr(error.__context__), "| cause", repr(error.__cause__))
        for part in getattr(error, "exceptions", ()):
            print("   ", repr(part), "| context", repr(part.__context__))
    else:
        print("nothing left")


def new_in_one():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise RuntimeError("new")


def new_in_two():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise RuntimeError("first")
    except* TypeError as group:
        raise LookupError("second") from group


def bare():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), OSError(3)])
    except* ValueError:
        raise
    except* TypeError:
        print("handled")


def bare_all():
    try:
        raise ExceptionGroup("g", [ValueError(1), ExceptionGroup("h", [TypeError(2)])])
    except* Exception:
        raise


def reraises_part():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        raise group


def naked():
    try:
        raise ValueError("naked")
    except* ValueError as group:
        print(repr(group), repr(group.exceptions[0].__context__))
        raise


def in_finally():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* TypeError:
        print("never")
    finally:
        raise KeyError("in finally")


def nested():
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError:
            raise ExceptionGroup("made inside", [OSError(3)])
    except* OSError as group:
        print("outer", repr(group))


for function in (new_in_one, new_in_two, bare, bare_all, reraises_part, naked, in_finally, nested):
    print(function.__name__)
    attempt(function)
new_in_two()
