# ---
# id: exception_group/derive_and_subclasses
# desc: Subclasses of exception groups and how derive decides about the class of parts.
# ref: exceptions#BaseExceptionGroup.derive
# features: [exception_group, subclass_builtin]
# ---
class Plain(ExceptionGroup):
    pass


class Coded(ExceptionGroup):
    def __new__(cls, message, excs, code):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def __init__(self, *args):
        self.given = len(args)

    def derive(self, excs):
        print("derive", [type(e).__name__ for e in excs])
        return Coded(self.message, excs, self.code)


class Base(BaseExceptionGroup):
    pass


class Wrong(ExceptionGroup):
    def derive(self, excs):
        return "not a group"


class Raises(ExceptionGroup):
    def derive(self, excs):
        raise RuntimeError("no parts")


p = Plain("p", [ValueError(1), TypeError(2)])
part, rest = p.split(ValueError)
print(
    type(part).__name__, type(rest).__name__, repr(part), type(p.subgroup(Exception)).__name__,
    type(p.derive([OSError()])).__name__,
)
c = Coded("c", [ValueError(1), Plain("inner", [ValueError(2), KeyError(3)]), Coded("deep", [KeyError(4)], 7)], 5)
part, rest = c.split(KeyError)
print(repr(part), part.code, part.exceptions[1].code, part.given)
print(repr(rest), rest.code)
print(type(c.subgroup(lambda e: isinstance(e, ValueError))).__name__)
print(
    type(Base("b", [ValueError()])).__name__,
    type(BaseExceptionGroup("x", [ValueError()]).derive([KeyboardInterrupt()])).__name__,
)
for group in (Wrong("w", [ValueError(1), TypeError(2)]), Raises("r", [ValueError(1), TypeError(2)])):
    for condition in (ValueError, ImportError, Exception):
        try:
            print(group.split(condition)[0])
        except (TypeError, RuntimeError) as error:
            print(type(error).__name__, error)


class Mixed(ExceptionGroup, ValueError):
    pass


try:
    raise Mixed("m", [KeyError(1)])
except ValueError as error:
    print("caught as ValueError", repr(error))
try:
    raise Coded("in flight", [ValueError(1), KeyError(2)], 9)
except* ValueError as group:
    print(type(group).__name__, group.code)
except* KeyError as group:
    print(type(group).__name__, group.code)
raise c
