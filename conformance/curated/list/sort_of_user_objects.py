# ---
# id: list/sort_of_user_objects
# desc: Sorting objects by __lt__ and keys: stability, reverse, exceptions in the middle, and bad answers.
# ref: howto/sorting
# features: [sort, class, special_method]
# ---
class Card:
    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit

    def __lt__(self, other):
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.rank}{self.suit}"


hand = [Card(3, "a"), Card(1, "a"), Card(3, "b"), Card(2, "a"), Card(1, "b")]
print(
    sorted(hand), sorted(hand, reverse=True), sorted(hand, key=lambda c: c.suit),
    sorted(hand, key=lambda c: (-c.rank, c.suit)),
)
copy = hand[:]
copy.sort()
copy.reverse()
print(copy, min(hand), max(hand), hand)


class Reverse:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return other.value < self.value


print(
    sorted([3, 1, 2], key=Reverse), sorted(["b", "A", "c"], key=str.lower),
    sorted([(1, "b"), (1, "a")], key=lambda p: (p[0], Reverse(p[1]))),
)
calls = []
print(sorted([3, 1, 2], key=lambda n: calls.append(n) or n % 3), calls)


class Counted:
    compared = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Counted.compared += 1
        return self.n < other.n


items = [Counted(n) for n in range(20)]
items.sort()
first = Counted.compared
items.sort(reverse=True)
print(first, Counted.compared - first, [i.n for i in items[:3]])


class Truthy:
    def __init__(self, n, answer):
        self.n, self.answer = n, answer

    def __lt__(self, other):
        return self.answer if self.n < other.n else []


print([t.n for t in sorted([Truthy(2, "yes"), Truthy(1, [0]), Truthy(3, 1)])])


class Fails:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if 3 in (self.n, other.n):
            raise ValueError(f"{self.n} < {other.n}")
        return self.n < other.n


broken = [Fails(n) for n in (5, 4, 3, 2)]
try:
    broken.sort()
except ValueError as error:
    print(error, sorted(b.n for b in broken))


class Declines:
    def __lt__(self, other):
        return NotImplemented


class Answers:
    def __gt__(self, other):
        print("reflected", end=" ")
        return True


print(len(sorted([Answers(), Declines()])))
for bad in (
    lambda: sorted([Declines(), Declines()]),
    lambda: sorted([1, "a", 2]),
    lambda: sorted([object()] * 2),
    lambda: [3, 1].sort(key=5),
    lambda: [3, 1].sort(lambda n: n),
    lambda: sorted([3, 1], key=lambda: 0),
    lambda: sorted(5),
    lambda: sorted([1, 2], reverse="x"),
    lambda: [1, 2].sort(reverse=None),
    lambda: sorted([{}, {}]),
    lambda: sorted([1, None]),
    lambda: sorted([1j, 2j]),
    lambda: sorted([{1}, {1, 2}, set()]),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
sorted([Card(1, "a"), Card("x", "b")])
