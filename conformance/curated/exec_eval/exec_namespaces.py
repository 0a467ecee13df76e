# ---
# id: exec_eval/exec_namespaces
# desc: exec binds into the given namespaces; functions, classes and comprehensions inside it see globals only.
# ref: functions#exec
# features: [exec_eval, scope]
# ---
namespace = {}
exec("a = 1\ndef f(): return a + 1\nclass C:\n    b = a + 10", namespace)
print(
    namespace["a"], namespace["f"](), namespace["C"].b, namespace["C"].__module__,
    sorted(k for k in namespace if k[0] != "_"),
)
namespace["a"] = 100
print(namespace["f"]())
globals_, locals_ = {"g": 1}, {"l": 2}
exec("x = g + l\nl = 5\nglobal y\ny = 7\ndel l", globals_, locals_)
print(locals_, {k: v for k, v in globals_.items() if k != "__builtins__"})
try:
    exec("value = 1\ndef f(): return value\nprint(f())", {}, {})
except NameError as error:
    print(error)
exec(
    "value = 3\nprint([value for _ in range(2)])\ntry:\n    print([n + value for n in [1]], (lambda: 1)())\nexcept NameError as e:\n    print(e)",
    {}, {},
)
try:
    exec("class C:\n    v = outer", {}, {"outer": 1})
    print("classes see locals of exec")
except NameError as error:
    print(error)


def function():
    local = 1
    exec("local = 2\nnew = 3")
    try:
        new
    except NameError as error:
        print(error)
    names = locals()
    exec("local = 5\nnew = 6", globals(), names)
    return local, names["local"], names["new"]


print(function())
exec("at_module = 'bound at module level'")
print(at_module)
exec("""
for i in range(3):
    if i == 1:
        continue
    print("loop", i)
else:
    print("else")
""")
print(exec("1 + 1"), exec(compile("2 + 2", "f", "eval")))


class Traced(dict):
    def __setitem__(self, key, value):
        print("set", key, end=" ")
        super().__setitem__(key, value)

    def __getitem__(self, key):
        print("get", key, end=" ")
        return super().__getitem__(key)

    def __delitem__(self, key):
        print("del", key, end=" ")
        super().__delitem__(key)


traced = Traced()
exec("a = 1\nb = a + 1\ndel a\nprint(b)", {}, traced)
print(traced)
for bad in (
    lambda: exec(),
    lambda: exec(5),
    lambda: exec("x", 5),
    lambda: exec("x = 1", {}, 5),
    lambda: exec("x = 1", Traced().items()),
    lambda: exec("return"),
    lambda: exec("a b"),
    lambda: exec("undefined_name", {}),
    lambda: exec("x = 1", closure=()),
):
    try:
        print(bad())
    except (TypeError, NameError, SyntaxError) as error:
        print(type(error).__name__, error)
exec("def boom():\n    return a // 0\nboom()", {"a": 1})
