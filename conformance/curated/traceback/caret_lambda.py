# ---
# id: traceback/caret_lambda
# desc: A failing lambda has its own frame called <lambda>.
# ref: 6.14
# features: [traceback, caret, exception, lambda]
# ---
operations = {
    "add": lambda a, b: a + b,
    "halve": lambda a, b=2: a / b,
    "compose": lambda f, g: lambda x: f(g(x)),
}
print(operations["add"](1, 2), operations["halve"](5))
quarter = operations["compose"](operations["halve"], operations["halve"])
print(quarter(10), quarter.__name__, quarter.__qualname__)
print(sorted([3, -1, 2], key=lambda n: n * n))
print((lambda *args, **kwargs: (args, kwargs))(1, k=2))
steps = [lambda n: n + 1, lambda n: n * 2, lambda n: n[0]]
value = 1
for step in steps:
    value = step(value)
    print(value)
