# ---
# id: class/classes_are_values
# desc: A class is a value: rebound, deleted, kept alive by its instances, and looked up late.
# ref: 8.8
# features: [class, del, scope]
# ---
class Node:
    def twin(self):
        return Node

    def fixed(self):
        return __class__


old = Node
node = Node()
print(node.twin() is old, node.fixed() is old)


class Node:
    version = 2


print(node.twin() is old, node.twin().version, node.fixed() is old, isinstance(node, Node), isinstance(node, old))
del Node
try:
    node.twin()
except NameError as error:
    print(error)
print(node.fixed() is old, type(node).__name__, type(node)().fixed() is old)


def make(n):
    class Local:
        index = n

        def get(self):
            return n, self.index, __class__.index

    return Local


first, second = make(1), make(2)
print(first is second, first.__qualname__, first().get(), second().get())
classes = [make(n) for n in range(3)]
print([c().get() for c in classes], len({c for c in classes}))


class Chain:
    def __init__(self, rest=None):
        self.rest = rest

    def __len__(self):
        return 1 + (len(self.rest) if self.rest else 0)


print(len(Chain(Chain(Chain()))))
del Chain.__len__
len(Chain())
