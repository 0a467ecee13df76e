# ---
# id: recursion/deep_but_finite_data
# desc: repr, ==, hash, copying and comparing of data nested a few hundred deep work, cycles are cut.
# ref: exceptions#RecursionError
# features: [recursion, list, dict]
# ---
import copy


def nest(depth, wrap):
    value = 0
    for _ in range(depth):
        value = wrap(value)
    return value


deep_list = nest(200, lambda v: [v])
deep_tuple = nest(200, lambda v: (v,))
deep_dict = nest(100, lambda v: {"k": v})
print(len(repr(deep_list)), len(str(deep_tuple)), len(repr(deep_dict)))
print(
    deep_list == nest(200, lambda v: [v]), deep_tuple == nest(201, lambda v: (v,)),
    deep_dict == copy.deepcopy(deep_dict),
)
print(hash(deep_tuple) == hash(nest(200, lambda v: (v,))), deep_list < nest(200, lambda v: [v]))
loop = [1, 2]
loop[0] = loop
mutual_a, mutual_b = [], {}
mutual_a.append(mutual_b)
mutual_b["a"] = mutual_a
print(loop, mutual_a, mutual_b, copy.deepcopy(mutual_a))
twin = copy.deepcopy(loop)
print(twin[0] is twin, loop == loop)
try:
    loop == twin
except RecursionError:
    print("comparing two cycles is a RecursionError")
t = ([],)
t[0].append(t)
print(t)
try:
    hash(t)
except TypeError as error:
    print(error)


class Tree:
    def __init__(self, child=None):
        self.child = child

    def __eq__(self, other):
        return isinstance(other, Tree) and self.child == other.child

    def __repr__(self):
        return f"T{self.child!r}"


tree = nest(50, Tree)
print(tree == nest(50, Tree), len(repr(tree)))
tree.child.child.child = tree
try:
    repr(tree)
except RecursionError:
    print("repr of a cyclic tree is a RecursionError")
tree == copy.copy(tree) and tree == nest(2, lambda v: tree) and copy.deepcopy(tree) == tree
