# ---
# id: generator/permutations_and_recursion
# desc: Recursive generators: permutations, tree walks, hanoi, and depth.
# ref: tutorial
# features: [generator, recursion]
# ---
def permutations(items):
    if not items:
        yield ()
    for index, item in enumerate(items):
        for rest in permutations(items[:index] + items[index + 1 :]):
            yield (item, *rest)


def hanoi(n, source="A", target="C", spare="B"):
    if n:
        yield from hanoi(n - 1, source, spare, target)
        yield source + target
        yield from hanoi(n - 1, spare, target, source)


def flatten(value):
    if isinstance(value, (list, tuple)):
        for item in value:
            yield from flatten(item)
    else:
        yield value


def walk(tree, path=()):
    match tree:
        case {"name": name, "children": [*children]}:
            yield "/".join((*path, name))
            for child in children:
                yield from walk(child, (*path, name))
        case str(leaf):
            yield "/".join((*path, leaf))
        case other:
            raise TypeError(f"not a tree: {other!r}")


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
        return
    for column in range(n):
        if all(column != c and abs(column - c) != len(placed) - r for r, c in enumerate(placed)):
            yield from queens(n, (*placed, column))


print(["".join(p) for p in permutations("abc")])
print(*hanoi(3))
print(list(flatten([1, [2, (3, [[4]], 5)], [], 6])))
tree = {"name": "root", "children": ["a", {"name": "sub", "children": ["b", "c"]}]}
print(list(walk(tree)))
print(next(queens(6)), sum(1 for _ in queens(6)))


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


print(sum(deep(200)))
tree["children"].append(5)
list(walk(tree))
