# ---
# id: contextlib/exit_stack
# desc: ExitStack: order, callbacks, suppression, replacing errors, pop_all and conditional resources.
# ref: contextlib#contextlib.ExitStack
# features: [contextlib, with]
# ---
from contextlib import ExitStack


class Resource:
    def __init__(self, name, fail=None, suppress=False):
        self.name, self.fail, self.suppress = name, fail, suppress

    def __enter__(self):
        if self.fail == "enter":
            raise OSError(f"{self.name} enter")
        print("+" + self.name, end=" ")
        return self

    def __exit__(self, kind, value, trace):
        print(f"-{self.name}({value!r})", end=" ")
        if self.fail == "exit":
            raise OSError(f"{self.name} exit")
        return self.suppress


with ExitStack() as stack:
    names = [stack.enter_context(Resource(n)).name for n in "abc"]
    stack.callback(print, "callback", end=" ")
    stack.callback(lambda *args, **kw: print(args, kw, end=" "), 1, k=2)
    print(names, end=" ")
print()
try:
    with ExitStack() as stack:
        stack.enter_context(Resource("x"))
        stack.enter_context(Resource("y", "enter"))
except OSError as error:
    print(error)
with ExitStack() as stack:
    stack.enter_context(Resource("outer"))
    stack.enter_context(Resource("swallows", suppress=True))
    stack.enter_context(Resource("inner"))
    raise ValueError("v")
print("suppressed")
try:
    with ExitStack() as stack:
        stack.enter_context(Resource("one"))
        stack.enter_context(Resource("two", "exit"))
        raise KeyError("original")
except OSError as error:
    print(error, repr(error.__context__))
stack = ExitStack()
stack.enter_context(Resource("kept"))
moved = stack.pop_all()
stack.close()
print("moved")
moved.close()
print()


@stack.push
def exit_function(kind, value, trace):
    print("pushed exit", kind and kind.__name__, end=" ")
    return kind is LookupError


with stack:
    raise LookupError
print()


@ExitStack().callback
def returned():
    return "callback returns the function"


print(returned())


def optional(*wanted):
    with ExitStack() as stack:
        resources = {name: stack.enter_context(Resource(name)) for name in wanted}
        return sorted(resources)


print(optional(), optional("p", "q"))
for bad in (lambda: ExitStack().enter_context(5), lambda: ExitStack().push(5)):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
with ExitStack() as stack:
    stack.enter_context(Resource("last"))
    raise ZeroDivisionError("leaves the stack")
