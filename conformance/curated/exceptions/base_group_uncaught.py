# ---
# id: exceptions/base_group_uncaught
# desc: A BaseExceptionGroup with a BaseException inside is no Exception, is caught as itself, and prints as a tree.
# ref: exceptions#BaseExceptionGroup
# features: [exception_group, exception, except, traceback, raise]
# ---
def raise_all(*errors):
    raise BaseExceptionGroup(f"{len(errors)} errors", errors)


def probe(*errors):
    try:
        raise_all(*errors)
    except Exception as error:
        return "Exception", type(error).__name__, str(error)
    except BaseExceptionGroup as error:
        return "base only", type(error).__name__, str(error), [repr(e) for e in error.exceptions]


print(probe(ValueError(1)))
print(probe(ValueError(1), KeyboardInterrupt()))
print(probe(GeneratorExit("g")))
print(issubclass(ExceptionGroup, BaseExceptionGroup), issubclass(BaseExceptionGroup, Exception), ExceptionGroup.__bases__)
try:
    raise UnicodeError("plain unicode error", 5)
except UnicodeError as error:
    print(repr(error), str(error), error.args)
try:
    raise UnicodeTranslateError("abc", 1, 2, "reason")
except UnicodeError as error:
    print(type(error).__name__, error)
try:
    raise UnicodeError("cause")
except UnicodeError as error:
    raise BaseExceptionGroup("last", [KeyboardInterrupt("stop"), ValueError("v")]) from error
