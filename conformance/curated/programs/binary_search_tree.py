# ---
# id: programs/binary_search_tree
# desc: A search tree with insertion, deletion, traversals, depth and a text drawing.
# ref: tutorial/classes
# features: [class, recursion, generator]
# ---
class Tree:
    def __init__(self, key, value=None):
        self.key, self.value = key, value
        self.left = self.right = None

    def insert(self, key, value=None):
        if key == self.key:
            self.value = value
        else:
            side = "left" if key < self.key else "right"
            child = getattr(self, side)
            if child is None:
                setattr(self, side, Tree(key, value))
            else:
                child.insert(key, value)
        return self

    def find(self, key):
        node = self
        while node and node.key != key:
            node = node.left if key < node.key else node.right
        if node is None:
            raise KeyError(key)
        return node

    def __getitem__(self, key):
        return self.find(key).value

    def __setitem__(self, key, value):
        self.insert(key, value)

    def __contains__(self, key):
        try:
            self.find(key)
        except KeyError:
            return False
        return True

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right

    def __len__(self):
        return 1 + sum(len(child) for child in (self.left, self.right) if child)

    def depth(self):
        return 1 + max((child.depth() for child in (self.left, self.right) if child), default=0)

    def delete(self, key):
        if key < self.key:
            if self.left is None:
                raise KeyError(key)
            self.left = self.left.delete(key)
        elif key > self.key:
            if self.right is None:
                raise KeyError(key)
            self.right = self.right.delete(key)
        elif not self.left or not self.right:
            return self.left or self.right
        else:
            smallest = self.right
            while smallest.left:
                smallest = smallest.left
            self.key, self.value = smallest.key, smallest.value
            self.right = self.right.delete(smallest.key)
        return self

    def levels(self):
        level = [self]
        while level:
            yield [node.key for node in level]
            level = [child for node in level for child in (node.left, node.right) if child]

    def draw(self, indent=0):
        lines = self.right.draw(indent + 2) if self.right else []
        lines.append(" " * indent + str(self.key))
        return lines + (self.left.draw(indent + 2) if self.left else [])


tree = Tree(50)
for key in (30, 70, 20, 40, 60, 80, 35, 45):
    tree[key] = f"v{key}"
print(list(tree), len(tree), tree.depth(), tree[35], 60 in tree, 65 in tree)
print(*tree.levels(), sep="\n")
print("\n".join(tree.draw()))
for key in (20, 30, 50):
    tree = tree.delete(key)
    print(key, list(tree), tree.key)
print([tree[k] for k in (35, 80)], min(tree), max(tree), sorted(tree, reverse=True)[:2])
for action in (lambda: tree[99], lambda: tree.delete(1), lambda: tree.insert("text"), lambda: tree.find(None)):
    try:
        print(action())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
words = Tree("m")
for word in "the quick brown fox".split():
    words.insert(word, len(word))
print(list(words), words["quick"])
words["absent"]
