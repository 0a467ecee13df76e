# ---
# id: syntax_errors/match_bad_key
# desc: A mapping pattern whose key is a name.
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


key = "kind"
match area({}):
    case {key: value}:
        print("never")
