# ---
# id: exceptions/attributes_of_special_classes
# desc: Exceptions with attributes of their own: names, values, codes, and keyword arguments.
# ref: exceptions
# features: [exception, attributes]
# ---
error = NameError("text", name="n")
print(repr(error), error.name, error.args, NameError().name)
error = AttributeError("text", name="n", obj=[1])
print(repr(error), error.name, error.obj, AttributeError("x").name)
error = ImportError("text", name="module", path="somewhere")
print(repr(error), error.name, error.path, error.msg, ModuleNotFoundError(name="m").msg)
error = StopIteration(1, 2)
print(repr(error), error.value, StopIteration().value, StopAsyncIteration(3).args)
for code in ((), (3,), ("text",), (1, 2), (None,), (True,)):
    print(repr(SystemExit(*code)), SystemExit(*code).code, str(SystemExit(*code)))
print(str(KeyError("k")), str(KeyError("it's")), str(KeyError(1)), str(KeyError()), str(KeyError("a", "b")), str(IndexError("k")))
for attempt in (
    lambda: ValueError(x=1),
    lambda: NameError("x", nam="n"),
    lambda: ImportError("x", file="n"),
    lambda: StopIteration(value=1),
    lambda: ValueError().nothing,
    lambda: ValueError("x") + "y",
    lambda: len(ValueError("x")),
    lambda: ValueError("x") == ValueError("x"),
    lambda: KeyError("a") < KeyError("b"),
):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
error = ValueError("a", 1)
error.args = ("changed",)
print(repr(error), str(error), error)
error.extra = [1]
print(error.extra, ValueError("x").with_traceback(None).args)
try:
    error.args = 5
except TypeError as problem:
    print(problem)
raise ImportError("cannot import", name="thing")
