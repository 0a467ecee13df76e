# ---
# id: function/decorators
# desc: Decorators are evaluated from top to bottom, applied from bottom to top, and may return anything.
# ref: 8.7
# features: [decorator, function, closure, evaluation_order]
# ---
def trace(label):
    print("evaluate", label)

    def decorate(function):
        print("apply", label, "to", function.__name__ if callable(function) else function)

        def wrapper(*args, **kwargs):
            print("enter", label, args, kwargs)
            result = function(*args, **kwargs)
            print("leave", label, result)
            return result

        return wrapper

    return decorate


@trace("outer")
@trace("inner")
def add(a, b=2):
    return a + b


print(add(1), add(b=5, a=4))
table = {"double": lambda function: lambda value: function(value) * 2}


@table["double"]
def increment(value):
    return value + 1


@(lambda function: "replaced by " + function.__name__)
def gone():
    pass


print(increment(4), gone, add.__name__)
