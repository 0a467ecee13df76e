# ---
# id: special_methods/contains
# desc: `in` asks __contains__, then __iter__, then __getitem__ with 0, 1, 2...; the answer becomes a bool.
# ref: 3.3.7
# features: [special_method, membership]
# ---
class Holds:
    def __contains__(self, item):
        print("contains", item, end=" ")
        return item and [item]


class Iterates:
    def __iter__(self):
        for n in (1, 2.5, "x"):
            print("yield", n, end=" ")
            yield n


class Indexes:
    def __getitem__(self, index):
        print("get", index, end=" ")
        if index > 3:
            raise IndexError
        return index * 10


class Off:
    __contains__ = None

    def __iter__(self):
        return iter([1])


class Neither:
    pass


print(1 in Holds(), 0 in Holds(), "" not in Holds(), [] in Holds())
print(2.5 in Iterates(), 9 in Iterates(), 1 not in Iterates())
print(20 in Indexes(), 25 in Indexes())
same = float("nan")
print(same in [same], same in (n for n in [same]), float("nan") in [same])
for action in (
    lambda: 1 in Off(),
    lambda: 1 in Neither(),
    lambda: 1 in 5,
    lambda: "x" in Neither,
    lambda: None not in None,
    lambda: 1 in "abc",
):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Raises:
    def __contains__(self, item):
        raise KeyError(item)


class BadTruth:
    def __contains__(self, item):
        return NotBool()


class NotBool:
    def __bool__(self):
        return "no"


try:
    print(5 in BadTruth())
except TypeError as error:
    print(error)
print(5 in [1, 5], 6 not in Raises())
