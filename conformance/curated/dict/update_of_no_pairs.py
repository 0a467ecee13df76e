# ---
# id: dict/update_of_no_pairs
# desc: An item of an update that cannot be iterated is a TypeError with a note that numbers it; pairs before it stay.
# ref: stdtypes#dict.update
# features: [dict, notes, except, traceback]
# ---
def attempt(make):
    try:
        print(make())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, getattr(error, "__notes__", None))


have = {}
attempt(lambda: dict([1]))
attempt(lambda: have.update([(1, 2), "ab", None]))
attempt(lambda: have.update([(3, 4), 1.5], key=5))
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: dict([[], 1]))
attempt(lambda: dict(["ab", "cd", len]))
attempt(lambda: dict(5))
attempt(lambda: have.__ior__([1]))
print(have)
have |= [(6, 7), 8]
