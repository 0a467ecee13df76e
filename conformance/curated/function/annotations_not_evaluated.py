# ---
# id: function/annotations_not_evaluated
# desc: Annotations of parameters and locals do not run, those without a value bind nothing.
# ref: 7.2.2
# features: [function, assignment, scope]
# ---
def typed(a: undefined_type, b: 1 / 0 = 2, *rest: nowhere[0], flag: "text" = True, **more: missing.attribute) -> also_missing:
    local: list[not_there] = [a, b]
    count: int
    (grouped): float = 2.5
    return local, grouped, flag


print(typed(1), typed("x", 3, flag=False))
total: int = 5
total: str = "again"
print(total)
box = {}
box["key"]: int = 7
(paren): int = 8
print(box, paren)


def bare():
    value: int
    return value


bare()
