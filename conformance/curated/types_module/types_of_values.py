# ---
# id: types_module/types_of_values
# desc: The names of the types of functions, methods, generators, modules and others, and what can be made of them.
# ref: types
# features: [types_module, type]
# ---
import types


def function(a, b=2, *, c=3):
    return a + b + c


class Thing:
    def method(self):
        return self

    slot = types.SimpleNamespace()


def generator():
    yield


async def coroutine():
    pass


async def agen():
    yield


c = coroutine()
for name, value in {
    "FunctionType": function, "LambdaType": lambda: 0, "MethodType": Thing().method, "BuiltinFunctionType": len, "GeneratorType": generator(),
    "BuiltinMethodType": [].append, "CoroutineType": c, "AsyncGeneratorType": agen(), "CodeType": function.__code__, "ModuleType": types,
    "MappingProxyType": vars(Thing), "WrapperDescriptorType": int.__add__, "MethodWrapperType": (1).__add__, "MethodDescriptorType": str.join,
    "ClassMethodDescriptorType": vars(dict)["fromkeys"], "GetSetDescriptorType": vars(int)["real"], "NoneType": None, "EllipsisType": ...,
    "NotImplementedType": NotImplemented, "GenericAlias": list[int], "UnionType": int | str, "CellType": types.CellType(1),
}.items():
    print(name, isinstance(value, getattr(types, name)), getattr(types, name).__name__)
c.close()
print(types.FunctionType is types.LambdaType, types.MethodType(function, 10)(5), types.MethodType(len, "abc")())
copy = types.FunctionType(function.__code__, globals(), "copied", (5,), None)
print(copy.__name__, copy.__defaults__, copy.__kwdefaults__, function.__code__.replace(co_name="x").co_name)
try:
    copy(1)
except TypeError as error:
    print(error)
copy.__kwdefaults__ = {"c": 1}
print(copy(1), copy(1, 2, c=3))
proxy = types.MappingProxyType({"a": 1})
print(
    proxy, proxy["a"], len(proxy), list(proxy), proxy | {"b": 2}, proxy == {"a": 1}, "a" in proxy, proxy.copy(),
    proxy.get("z"),
)
ns = types.SimpleNamespace(x=1, y=[2])
ns.z = ns.x
del ns.x
print(ns, ns == types.SimpleNamespace(y=[2], z=1), vars(ns), types.SimpleNamespace({"from": "dict"}))
cell = types.CellType(5)
cell.cell_contents += 1
print(cell.cell_contents, types.CellType().__class__.__name__)
for bad in (
    lambda: proxy.__setitem__("a", 2),
    lambda: types.MethodType(function, None),
    lambda: types.MethodType(5, 1),
    lambda: types.FunctionType(5, {}),
    lambda: types.GeneratorType(),
    lambda: types.NoneType(1),
    lambda: types.MappingProxyType([1]),
    lambda: ns.missing,
    lambda: types.SimpleNamespace(1),
    lambda: types.CellType().cell_contents,
    lambda: types.CodeType(),
):
    try:
        print(bad())
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" (0 given")[0])
proxy["new"] = 1
