# ---
# id: subclass_builtin/exception_hierarchy
# desc: User exceptions with attributes, own __init__, __str__ and hierarchies of except clauses.
# ref: tutorial/errors#user-defined-exceptions
# features: [subclass_builtin, exception, class]
# ---
class AppError(Exception):
    "Base of everything here."

    code = 500

    def __init__(self, message, *details, **context):
        super().__init__(message, *details)
        self.message, self.context = message, context

    def __str__(self):
        extra = ", ".join(f"{k}={v!r}" for k, v in self.context.items())
        return f"[{self.code}] {self.message}" + (f" ({extra})" if extra else "")


class NotFound(AppError, KeyError):
    code = 404


class Forbidden(AppError):
    code = 403

    def __init__(self, user):
        super().__init__(f"{user} may not", user=user)
        self.user = user


class Quiet(AppError):
    def __str__(self):
        return ""


class NoInit(AppError):
    def __init__(self, *args):
        pass


def handle(error):
    try:
        raise error
    except NotFound as caught:
        return f"not found: {caught}"
    except Forbidden as caught:
        return f"forbidden: {caught} {caught.user}"
    except (KeyError, ValueError) as caught:
        return f"builtin: {caught!r}"
    except AppError as caught:
        return f"app: {caught} {caught.args} {caught!r}"


for error in (
    NotFound("page", path="/x"), Forbidden("ann"), KeyError("k"), AppError("m", 1, 2), Quiet("silent"), ValueError(3),
):
    print(handle(error))
print(NoInit(1, 2).args, repr(NoInit("x")), NoInit("y").code, [c.__name__ for c in NotFound.__mro__][:5])
e = AppError("note it")
e.add_note("first")
e.__notes__.append("second")
print(e.__notes__, e.__traceback__, e.__cause__, vars(e))
try:
    try:
        raise NotFound("inner")
    except KeyError as inner:
        raise Forbidden("bob") from inner
except AppError as outer:
    print(repr(outer.__cause__), outer)
e.args = ("replaced",)
print(repr(e), e.args, e)


class Meaning(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, "from new", *args)
        return self

    def __init__(self, value):
        self.value = value


print(repr(Meaning(5)), Meaning(6).args, Meaning(7).value)
raise Forbidden("eve")
