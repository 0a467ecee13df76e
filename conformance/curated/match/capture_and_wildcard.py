# ---
# id: match/capture_and_wildcard
# desc: Names are bound while matching, also by a case that then fails; the wildcard binds nothing.
# ref: 8.6.4.4
# features: [match, scope]
# ---
def names(value):
    match value:
        case [a, b, 0]:
            kind = "zero"
        case [a, [b, _], c] if c > 5:
            kind = "big"
        case [a, _, _]:
            kind = "three"
        case _:
            kind = "none"
    found = {name: bound for name, bound in sorted(locals().items()) if name in "abc"}
    return kind, found


for value in ([1, 2, 0], [1, [2, 3], 9], [1, [2, 3], 4], [1, 2, 3], "no", [1, 2]):
    print(value, names(value))
match 5:
    case x:
        pass
print(x)
match [1, 2]:
    case [_, _]:
        print("wildcards", "_" in globals())
_ = "kept"
match "anything":
    case _:
        print(_)
match (y := 3):
    case z:
        print(y, z)
match 1, 2:
    case first, second:
        print(first, second)
match [10, 20, 30]:
    case first, *rest:
        print(first, rest)
match *[1, 2], 3:
    case [*all_of_them]:
        print(all_of_them)


def shadow(value):
    global total
    match value:
        case {"total": total}:
            return total


print(shadow({"total": 7}), total)


def outer():
    found = None

    def inner(value):
        nonlocal found
        match value:
            case [found]:
                return True

    return inner([3]), found


print(outer())


def unbound(value):
    match value:
        case [item, 1]:
            pass
        case {"k": item2}:
            pass
    return item, item2


unbound([5, 2])
