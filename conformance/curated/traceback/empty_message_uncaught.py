# ---
# id: traceback/empty_message_uncaught
# desc: An exception without arguments prints its class alone, and its line has no carets when raised whole.
# ref: exceptions
# features: [traceback, exception, raise, assert]
# ---
def abstract(kind):
    raise NotImplementedError


def concrete(kind):
    if kind == "circle":
        return 3.14
    return abstract(kind)


print(concrete("circle"))
try:
    abstract("x")
except NotImplementedError as error:
    print(repr(error), str(error) == "", error.args)
try:
    raise Exception
except Exception as error:
    print(repr(error))
print(NotImplemented is NotImplementedError, type(NotImplemented).__name__, NotImplemented)
shapes = ["circle", "square"]
areas = {shape: concrete(shape) for shape in shapes}
