# ---
# id: special_methods/bool_and_len
# desc: Truth asks __bool__, then __len__; both must answer properly.
# ref: 3.3.1
# features: [special_method, boolean_operators]
# ---
class Truth:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        print("bool", end=" ")
        return self.answer

    def __len__(self):
        raise AssertionError("not asked")


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        print("len", end=" ")
        return self.size


class Neither:
    pass


class Off:
    __bool__ = None


print(bool(Truth(True)), bool(Truth(False)), not Truth(True), bool(Sized(0)), bool(Sized(3)), bool(Neither()))
print(Truth(False) or "or", Sized(2) and "and", "if" if Sized(0) else "else")
print([n for n in range(3) if Sized(n)], any([Sized(0), Truth(False), Sized(1), 5]), all([Truth(True), Sized(0)]))
print(len(list(filter(None, [Sized(1), Sized(0), Truth(True)]))))
while Sized(0):
    print("never")
assert Truth(True)
x = Truth(False)
x.__bool__ = lambda: True
print(bool(x))
for value in (
    Truth(1), Truth("yes"), Truth(None), Sized(-1), Sized(1.5), Sized("3"), Sized(10**20), Off(), Sized(True),
):
    try:
        print(bool(value))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
for value in (Sized(-1), Sized(2**63), Neither(), 5, Sized(None)):
    try:
        print(len(value))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
if Sized(1) and Truth(0):
    print("never")
