# ---
# id: exceptions/group_uncaught
# desc: An exception group holds exceptions, can be split and printed, and uncaught prints as a tree.
# ref: exceptions#ExceptionGroup
# features: [exception_group, exception, traceback, raise]
# ---
def make(kind, *arguments):
    try:
        raise kind(*arguments)
    except Exception as error:
        return error


inner = ExceptionGroup("inner", [make(KeyError, "k"), TypeError("never raised")])
group = ExceptionGroup("outer", [make(ValueError, "v"), inner, make(ZeroDivisionError)])
print(repr(group), str(group), group.message, len(group.exceptions), group.args[0])
print(isinstance(group, Exception), type(BaseExceptionGroup("b", [ValueError()])).__name__)
print(repr(group.subgroup(ValueError)), group.subgroup(OSError), repr(group.split((KeyError, TypeError))))
print(repr(group.derive([OSError(1)])), repr(BaseExceptionGroup("base", [KeyboardInterrupt()])))
for arguments in (("m",), ("m", []), ("m", [1]), ("m", 5), (1, [ValueError()]), ("m", [KeyboardInterrupt()])):
    try:
        print(repr(ExceptionGroup(*arguments)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    raise group
except ExceptionGroup as error:
    print(error is group)
raise group
