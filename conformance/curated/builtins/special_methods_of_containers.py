# ---
# id: builtins/special_methods_of_containers
# desc: Special methods of containers called by name: what they accept, and NotImplemented for the rest.
# ref: 3.3
# features: [method, list, dict, set, tuple]
# ---
print([1].__iadd__("ab"), [1].__imul__(2), [1].__mul__(2), [1].__rmul__(2), (1,).__mul__(2), (1,).__rmul__(0), "a".__rmul__(2))
print({1}.__or__({2}), {1}.__ror__({2}), {1, 2}.__and__({2}), {1, 2}.__sub__({2}), {1}.__rsub__({1, 2}), {1}.__xor__({1, 2}))
print({1}.__or__([2]), {1}.__ior__({2}), {1, 2}.__iand__({2}), {1, 2}.__isub__({2}), {1, 2}.__ixor__({2, 3}), {1}.__ior__([2]))
print(frozenset({1}).__or__({2}), frozenset({1}).__rxor__({2}), hasattr(frozenset(), "__ior__"))
print({1: 2}.__or__({3: 4}), {1: 2}.__ror__({1: 4}), {1: 2}.__or__([(3, 4)]), {1: 2}.__ior__([(3, 4)]), {1: 2}.__ior__({1: 0}))
print({1: 2}.keys().__and__([1]), {1: 2}.keys().__rsub__([1, 2]), {1: 2}.items().__or__([3]), {1: 2}.keys().__xor__([5]))
values = [[1], (1,), "a", b"a", {1}, frozenset({1}), {1: 1}, range(1), slice(1), {1: 1}.keys(), {1: 1}.items(), None, 1, 1.0, len]
for a in values:
    name = type(a).__name__
    print(name, [(a.__eq__(b), a.__ne__(b)) for b in values if not (a is b)][:6], a.__eq__(a), a.__ne__(a))
    print(name, a.__lt__(a), a.__ge__(a), a.__lt__("b"), a.__lt__([2]), a.__gt__({0, 1}))
for value in ([], {}, set(), {}.keys(), {}.items()):
    print(type(value).__name__, value.__hash__, type(value).__hash__)
print(().__hash__() == hash(()), {}.values().__hash__ is None, None.__bool__(), slice(1).__hash__() == hash(slice(1)))
for call in (lambda: [1].__mul__("a"), lambda: [1].__imul__(1.5), lambda: (1,).__rmul__(None), lambda: [].__iadd__(1),
             lambda: [].__iadd__(), lambda: {1}.__or__(), lambda: {}.__ior__(1), lambda: {}.__ior__([1]),
             lambda: {}.__or__(1, 2), lambda: set.__or__([], {1}), lambda: dict.__ior__([], {}), lambda: list.__hash__([])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(list.append.__objclass__, str.__len__.__objclass__, len.__module__, [].append.__module__, print.__module__)
