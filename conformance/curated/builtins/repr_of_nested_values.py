# ---
# id: builtins/repr_of_nested_values
# desc: repr and str of nested values of every builtin type, and of functions by name.
# ref: functions#repr
# features: [builtins, str, list, tuple, dict, set, float]
# ---
nested = [1, 1.0, True, None, "it's", 'say "hi"', b"by", [], [[]], (), (1,), {}, {"k": [1, (2,)]}, set(), frozenset(), {1}, range(3), slice(1, None), ..., NotImplemented]
print(nested)
print(str(nested) == repr(nested), f"{nested}" == repr(nested))
for value in nested:
    print(str(value), repr(value), ascii(value), [value], (value,), {"value": value}, sep=" ; ")
print({(1, 2): {3: {4: [5, {6}]}}}, [{"a": ("b", b"c")}], ([], {}), frozenset({()}), {"": ''})
print(repr(len), repr(print), repr(str.upper), repr(int), repr(ValueError), repr(type), repr("".__class__), repr(dict))
print(["\n", "\x00", "\u20ac", "\\"], ("\t",), {"\r": "'\""}, repr(repr("'")), [1e16, 1e-5, float("inf"), -0.0, 1e22])
print({1: "a"}.keys(), {1: "a"}.values(), {1: "a"}.items(), [{}.keys()], type({}.keys()))
print([float("nan")], [2**70, -5], [True, False], (None, ...), "%s" % [("a",)], "{}".format({"b": 'c'}))
