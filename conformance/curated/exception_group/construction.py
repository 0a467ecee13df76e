# ---
# id: exception_group/construction
# desc: ExceptionGroup and BaseExceptionGroup: arguments, attributes, texts, the class that is chosen.
# ref: exceptions#ExceptionGroup
# features: [exception_group, exception]
# ---
g = ExceptionGroup("two things", [ValueError(1), TypeError("t")])
print(g, repr(g), g.message, g.exceptions, g.args, type(g.exceptions).__name__, isinstance(g, Exception))
b = BaseExceptionGroup("b", (ValueError(1),))
print(
    type(b).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__,
    str(BaseExceptionGroup("k", [SystemExit(1)])),
)
nested = ExceptionGroup("outer", [g, KeyError("k"), ExceptionGroup("inner", [OSError(2, "gone")])])
print(nested, len(nested.exceptions), nested.exceptions[2].exceptions)
print(repr(nested))
print([c.__name__ for c in ExceptionGroup.__mro__], ExceptionGroup[int])
for bad in (
    lambda: ExceptionGroup(),
    lambda: ExceptionGroup("m"),
    lambda: ExceptionGroup("m", []),
    lambda: ExceptionGroup("m", ValueError()),
    lambda: ExceptionGroup(5, [ValueError()]),
    lambda: ExceptionGroup("m", [ValueError]),
    lambda: ExceptionGroup("m", [ValueError(), 5]),
    lambda: ExceptionGroup("m", [KeyboardInterrupt()]),
    lambda: ExceptionGroup("m", [ValueError()], 1),
    lambda: ExceptionGroup(message="m", exceptions=[ValueError()]),
    lambda: ExceptionGroup("m", (ValueError(n) for n in range(2))),
    lambda: ExceptionGroup("m", "ab"),
    lambda: setattr(g, "message", "new"),
    lambda: setattr(g, "exceptions", ()),
):
    try:
        print(repr(bad()))
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
source = [ValueError("first")]
copied = ExceptionGroup("copied", source)
source.append(5)
print(copied.exceptions, copied.args, copied)
g.add_note("a note")
print(g.__notes__, g.__cause__, g.__traceback__)
raise ExceptionGroup("raised", [nested, b])
