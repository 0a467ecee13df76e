# ---
# id: programs/linked_list_and_iterators
# desc: A singly linked list with the sequence protocol, slicing, sorting, and iteration that may change it.
# ref: tutorial/classes
# features: [class, iterator, generator, special_method]
# ---
class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class LinkedList:
    def __init__(self, values=()):
        self.head, self.size = None, 0
        self.extend(values)

    def _node(self, index):
        if index < 0:
            index += self.size
        if not 0 <= index < self.size:
            raise IndexError(f"index {index} is outside of {self.size}")
        node = self.head
        for _ in range(index):
            node = node.next
        return node

    def __len__(self):
        return self.size

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __getitem__(self, index):
        if isinstance(index, slice):
            return LinkedList(self[i] for i in range(*index.indices(self.size)))
        return self._node(index).value

    def __setitem__(self, index, value):
        self._node(index).value = value

    def __delitem__(self, index):
        self.pop(index)

    def __eq__(self, other):
        return isinstance(other, LinkedList) and len(self) == len(other) and all(a == b for a, b in zip(self, other))

    def __add__(self, other):
        return LinkedList([*self, *other])

    def __contains__(self, value):
        return any(value == item for item in self)

    def __reversed__(self):
        return iter(list(self)[::-1])

    def __repr__(self):
        return f"LinkedList({list(self)})"

    def insert(self, index, value):
        if index == 0:
            self.head = Node(value, self.head)
        else:
            before = self._node(index - 1)
            before.next = Node(value, before.next)
        self.size += 1

    def append(self, value):
        self.insert(self.size, value)

    def extend(self, values):
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        if not self.size:
            raise IndexError("pop from an empty list")
        index = index + self.size if index < 0 else index
        node = self._node(index)
        if index == 0:
            self.head = node.next
        else:
            self._node(index - 1).next = node.next
        self.size -= 1
        return node.value

    def reverse(self):
        before = None
        while self.head:
            self.head.next, before, self.head = before, self.head, self.head.next
        self.head = before

    def sort(self, key=None):
        self.head, self.size, values = None, 0, sorted(self, key=key)
        self.extend(values)


numbers = LinkedList([5, 3, 8])
numbers.append(1)
numbers.insert(0, 9)
print(numbers, len(numbers), numbers[0], numbers[-1], numbers[1:4], numbers[::-1], 8 in numbers, 7 in numbers)
numbers[2] = 30
del numbers[0]
numbers.reverse()
print(numbers, list(reversed(numbers)), numbers.pop(), numbers.pop(0), numbers)
numbers += LinkedList("ab")
print(
    numbers, numbers == LinkedList([8, 30, "a", "b"]), numbers != LinkedList(), bool(LinkedList()),
    sum(LinkedList(range(5))),
)
numbers.sort(key=str)
first, *rest = numbers
print(first, rest, dict(enumerate(numbers)), max(LinkedList([2, 9, 4])), [*zip(numbers, LinkedList([1, 2]))])
for action in (
    lambda: numbers[9], lambda: LinkedList().pop(), lambda: numbers["x"], lambda: numbers.sort(),
    lambda: LinkedList(5),
):
    try:
        print(action())
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
print(numbers)
numbers = LinkedList([1, 2])
numbers[5] = 0
