# ---
# id: match/soft_keywords
# desc: match, case, type and _ stay ordinary names everywhere else.
# ref: 2.3.2
# features: [match, lexer]
# ---
match = [1, 2, 3]
case = {"x": 1}
print(match[0], case["x"], match, case)
match[1] = 20
match *= 1
print(match)


def case(match, type=5, _=6):
    return match, type, _


print(case(1), case(match=2, type=3, _=4))


class Thing:
    match = "attribute"

    def case(self):
        return self.match


print(Thing.match, Thing().case())
match = lambda *args: ("called", args)
print(match(1, 2), match (3), match([1]), match({}), match(-1))
match (4)
match -1
match: int = 5
print(match, match - 1, match * 2, -match, [match for match in range(3)], match)
match, case = 1, 2
print(match, case, match if case else match)
match match:
    case case:
        print("captured", case)
match case:
    case 1 if match:
        print("one", match)
    case _:
        print("rest")
match (match, case):
    case (match, case):
        print(match, case)
match match, case:
    case [a, b]:
        print(a, b)
match [match]:
    case [type]:
        print(type)
match {"match": match}:
    case {"match": _}:
        print("mapping")
match -match:
    case -1 | -2:
        print("negative")
match not match:
    case False:
        print("not")
match lambda: 5:
    case f:
        print(f())
match (yes := 3):
    case 3: print("one line", yes)
type = 3
print(type, type + 1)
case = type
print(match.case)
