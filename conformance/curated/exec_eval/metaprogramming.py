# ---
# id: exec_eval/metaprogramming
# desc: Building functions and classes from text, templates with checks, and a small plug-in registry.
# ref: functions#exec
# features: [exec_eval, function]
# ---
def make_function(name, parameters, body):
    lines = "\n".join("    " + line for line in body.strip().split("\n"))
    namespace = {}
    exec(f"def {name}({', '.join(parameters)}):\n{lines}", namespace)
    return namespace[name]


def make_record(name, fields):
    assigns = "\n".join(f"        self.{f} = {f}" for f in fields) or "        pass"
    source = f"""
class {name}:
    __slots__ = {tuple(fields)!r}

    def __init__(self, {', '.join(fields)}):
{assigns}

    def __repr__(self):
        return "{name}(" + ", ".join(f"{{f}}={{getattr(self, f)!r}}" for f in self.__slots__) + ")"
"""
    namespace = {"__name__": "generated"}
    exec(source, namespace)
    return namespace[name]


def safe_eval(text, names):
    allowed = {"min": min, "max": max, "abs": abs}
    code = compile(text, "<formula>", "eval")
    for name in code.co_names:
        if name not in allowed and name not in names:
            raise NameError(f"{name!r} is not allowed in a formula")
    return eval(code, {"__builtins__": {}}, allowed | names)


area = make_function("area", ["w", "h=2", "*rest"], "total = w * h\nfor r in rest:\n    total += r\nreturn total")
print(area(3), area(3, 4, 5, 6), area.__name__, area.__defaults__)
Point = make_record("Point", ["x", "y"])
print(Point(1, "two"), Point.__module__, Point.__init__.__code__.co_varnames)
print(safe_eval("max(a, b) * 2", {"a": 3, "b": 4}), safe_eval("abs(-x)", {"x": 5}))
handlers = {}
for index, word in enumerate(["start", "stop"]):
    exec(f"def on_{word}(n={index}):\n    return '{word}', n\nhandlers['{word}'] = on_{word}")
print({name: handler() for name, handler in handlers.items()}, on_stop.__qualname__)
template = "lambda x: " + " + ".join(f"{c} * x**{power}" for power, c in enumerate([1, 0, 2]))
print(template, eval(template)(3), list(map(eval(template), range(3))))
for bad in (
    lambda: make_function("f", ["a", "a"], "pass"),
    lambda: make_function("f", [], "return return"),
    lambda: make_function("1f", [], "pass"),
    lambda: safe_eval("open('x')", {}),
    lambda: safe_eval("().__class__", {}),
    lambda: safe_eval("a +", {"a": 1}),
    lambda: make_record("R", ["class"]),
):
    try:
        print(bad())
    except (SyntaxError, NameError) as error:
        print(type(error).__name__, getattr(error, "msg", error), getattr(error, "lineno", "-"))
make_function("b", ["n"], "if n:\n    return b(n - 1)\nreturn 1 // n")(2)
