# ---
# id: match/first_match_and_fall_through
# desc: The first case that matches wins, the subject is evaluated once, and no case is no error.
# ref: 8.6.2
# features: [match]
# ---
calls = []


def subject(value):
    calls.append(value)
    return value


match subject(3):
    case 1 | 2:
        print("never")
    case 3:
        print("first three")
    case 3:
        print("second three")
    case _:
        print("never")
print(calls)
match subject("nothing fits"):
    case 1:
        print("never")
    case []:
        print("never")
print("after", calls)
for n in range(6):
    match n % 4:
        case 0:
            continue
        case 3:
            break
    print("passed", n)


def returns(n):
    match n:
        case 0:
            return "zero"
        case _ if n > 5:
            try:
                return "big"
            finally:
                print("finally", end=" ")
    return "end"


print(returns(0), returns(9), returns(3))


def nested(outer):
    match outer:
        case [kind, inner]:
            match inner:
                case int() if kind == "n":
                    match inner % 2:
                        case 0:
                            return "even"
                        case 1:
                            return "odd"
                case str():
                    return "text"
            return f"bad inner {inner!r}"
    return "bad outer"


print(nested(["n", 4]), nested(["n", 5]), nested(["s", "x"]), nested(["n", None]), nested(5))


def generator(values):
    for value in values:
        match value:
            case int():
                got = yield value
                match got:
                    case str():
                        yield got.upper()
            case None:
                return "stopped"


g = generator([1, 2, None, 3])
print(next(g), g.send("a"), next(g), next(g, "done"))
match subject(1 / len(calls) if calls else 0):
    case float(x) if x < 1:
        print(round(x, 3))
match subject(1 // 0):
    case _:
        print("never")
