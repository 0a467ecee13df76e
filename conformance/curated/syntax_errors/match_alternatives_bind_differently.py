# ---
# id: syntax_errors/match_alternatives_bind_differently
# desc: Alternatives of a pattern that bind different names.
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
    case [x, 1] | [y, 2]:
        print("never")
