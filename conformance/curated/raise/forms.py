# ---
# id: raise/forms
# desc: raise of classes and instances, with arguments, bare raise, and raise of what is no exception.
# ref: 7.8
# features: [raise, except, exception]
# ---
def attempt(action):
    try:
        action()
    except BaseException as error:
        return type(error).__name__, error.args, str(error)


def throw(what):
    raise what


def reraise():
    try:
        raise KeyError("again")
    except KeyError:
        raise


def bare():
    raise


def reraise_in_function():
    try:
        raise IndexError("outer")
    except IndexError:
        bare()


print(attempt(lambda: throw(ValueError)))
print(attempt(lambda: throw(ValueError())))
print(attempt(lambda: throw(ValueError("one"))))
print(attempt(lambda: throw(ValueError("one", 2))))
print(attempt(lambda: throw(KeyError("it's"))))
print(attempt(lambda: throw(KeyError())))
print(attempt(lambda: throw(KeyError(1, 2))))
print(attempt(reraise))
print(attempt(bare))
print(attempt(reraise_in_function))
print(attempt(lambda: throw("text")))
print(attempt(lambda: throw(5)))
print(attempt(lambda: throw(None)))
print(attempt(lambda: throw(int)))
print(attempt(lambda: throw(ValueError(ValueError("nested")))))
print(attempt(lambda: throw(StopIteration(5))))
same = ValueError("kept")
try:
    raise same
except ValueError as error:
    print(error is same, error.args is same.args)
