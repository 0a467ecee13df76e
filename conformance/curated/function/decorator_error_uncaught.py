# ---
# id: function/decorator_error_uncaught
# desc: An error in a decorator's call is shown at the decorator's line.
# ref: 8.7
# features: [decorator, function, traceback, caret, exception]
# ---
registry = {}


def register(name):
    def decorate(function):
        registry[name] = function
        return function

    return decorate


@register("plain")
def first(value):
    return value


@register("again")
@register("twice")
def second(value):
    return value + value


print(sorted(registry), registry["again"] is registry["twice"], second(4))


@register("third")
@registry["plain"](None)
def third():
    return 3
