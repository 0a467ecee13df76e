# ---
# id: match/guards
# desc: A guard runs only after its pattern matched, with the names bound, and may do anything.
# ref: 8.6.3
# features: [match]
# ---
log = []


def note(value, text):
    log.append(text)
    return value


def classify(point):
    match point:
        case (x, y) if note(x == y, "diagonal?"):
            return "diagonal"
        case (x, y) if note(x == -y, "anti?"):
            return "anti"
        case (x, y, z) if note(False, "3d?"):
            return "never"
        case (x, *_) if x:
            return f"starts with {x}"
        case _ if note(True, "last?"):
            return "rest"


for point in ((1, 1), (1, -1), (1, 2), (0, 5), (0, 0, 0), "text"):
    log.clear()
    print(point, classify(point), log)
match 5:
    case n if (square := n * n) > 20 and (m := n - 1):
        print(n, square, m)
match 5:
    case n if n > 10:
        print("never")
print("fell through", n)
limit = 3
match [1, 2, 3, 4]:
    case values if all(v < limit for v in values):
        print("never")
    case values if any(v > limit for v in values):
        print([v for v in values if v > limit])


def with_exceptions(value):
    match value:
        case int(n) if 10 // n > 3:
            return "small"
        case int(n):
            return "big"
        case x if x.missing:
            return "never"


print(with_exceptions(2), with_exceptions(5))
for value in (0, "text"):
    try:
        with_exceptions(value)
    except (ZeroDivisionError, AttributeError) as error:
        print(type(error).__name__, error)


class NoTruth:
    def __bool__(self):
        raise ValueError("no truth")


match 1:
    case n if not (lambda: n)():
        print("never")
    case n if NoTruth():
        print("never")
