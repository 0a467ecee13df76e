# ---
# id: special_methods/enter_and_exit
# desc: __enter__ and __exit__ are looked up on the type; what __exit__ gets and what its answer means.
# ref: 3.3.9
# features: [special_method, with]
# ---
class Manager:
    def __init__(self, name, answer=None):
        self.name, self.answer = name, answer

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind and kind.__name__, value, trace is not None)
        return self.answer


with Manager("a") as a:
    print(a)
with Manager("b", True) as b:
    raise KeyError("lost")
print("after b")
for answer in (1, "yes", [0], 0, "", None, [], False):
    try:
        with Manager(repr(answer), answer):
            raise ValueError("v")
        print("suppressed")
    except ValueError:
        print("passed on")
m = Manager("m")
m.__enter__ = lambda: "not asked"
with m as value:
    print(value)


class BadTruth:
    def __bool__(self):
        raise RuntimeError("truth of the answer")


try:
    with Manager("t", BadTruth()):
        print("truth is not asked without an exception")
    with Manager("u", BadTruth()):
        raise ValueError("first")
except RuntimeError as error:
    print(error, "|", repr(error.__context__))


class NoEnter:
    def __exit__(self, *args):
        pass


class NoExit:
    def __enter__(self):
        print("never entered")


class Async:
    async def __aenter__(self):
        pass

    async def __aexit__(self, *args):
        pass


for cls in (NoEnter, NoExit, Async, int):
    try:
        with cls():
            print("never")
    except TypeError as error:
        print(error)
with Manager("last", 0):
    int("not a number")
