# ---
# id: syntax_errors/match_capture_unreachable
# desc: A capture pattern before other cases.
# ref: 8.6
# features: [syntax_error]
# ---
def area(shape):
    match shape:
        case {"kind": "circle", "r": r}:
            return 3 * r * r
        case {"kind": "rect", "w": w, "h": h}:
            return w * h
        case _:
            return None


print(area({"kind": "rect", "w": 2, "h": 3}))


match area({}):
    case result:
        print(result)
    case None:
        print("never")
