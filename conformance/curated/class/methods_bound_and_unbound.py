# ---
# id: class/methods_bound_and_unbound
# desc: A method is a function found on the class and bound to the instance; how it is called, and its attributes.
# ref: 3.2.8.1
# features: [class, method]
# ---
class Greeter:
    greeting = "hello"

    def greet(self, name, *more, loud=False):
        text = f"{self.greeting} {name} {more}"
        return text.upper() if loud else text

    def no_self():
        return "plain"


g = Greeter()
bound = g.greet
print(bound("ann"), bound("bob", 1, loud=True), Greeter.greet(g, "cy"), Greeter.no_self())
print(bound.__self__ is g, bound.__func__ is Greeter.greet, bound.__name__, bound.__qualname__)
print(g.greet is g.greet, g.greet == g.greet, g.greet == Greeter().greet, hash(g.greet) == hash(g.greet))
g.greet = lambda name: "own " + name
print(g.greet("dee"), bound("eve"))
del g.greet
print(g.greet("fay"))
Greeter.shout = lambda self: self.greeting.upper() + "!"
print(g.shout())
Greeter.length = len
Greeter.greeting = "hey"
print(bound("gus"))
for action in (
    lambda: g.no_self(),
    lambda: g.greet(),
    lambda: Greeter.greet("x"),
    lambda: g.greet(1, loud=2, quiet=3),
    lambda: g.length(),
    lambda: setattr(bound, "x", 1),
    lambda: bound.x,
    lambda: g.gret("x"),
):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
Greeter.greet.note = "on the function"
print(bound.note)
g.no_self()
