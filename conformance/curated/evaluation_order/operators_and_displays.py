# ---
# id: evaluation_order/operators_and_displays
# desc: Operands, arguments, displays, subscripts and comparisons are evaluated from left to right.
# ref: 6.16
# features: [evaluation_order, function, dict, list, comparison]
# ---
def t(value, label=None):
    print(repr(value) if label is None else label, end=" ")
    return value


def f(*args, **kwargs):
    print("| called", args, kwargs)


print("|", t(1) + t(2) * t(3) - t(4) ** t(2))
print("|", t(2) ** t(3) ** t(2), -t(1), not t(0))
print("|", [t(1), *t([2, 3], "star"), t(4)], (t(5), t(6)), {t(7), t(8)} == {7, 8})
print("|", {t("a"): t(1), t("b"): t(2), **t({"c": 3}, "splat")})
t(f, "f")(t(1), *t([2], "args"), k=t(3), **t({"z": 4}, "kwargs"), last=t(5))
t(f, "f")(k=t(1), *t((2, 3), "late args"))
print("|", t([10, 20, 30], "list")[t(1)], t("text")[t(0):t(3):t(2)])
print("|", t(1) < t(2) < t(0) < t(9), t(3) == t(3) != t(4))
print("|", t(0) or t("") or t(5) or t(6), t(1) and t(0) and t(2))
print("|", t("yes") if t(True, "cond") else t("no"), t(1) if t(0) else t(2))
print("|", t(2) in t([1, 2], "container"), t(1) is t(1), t(1, "x") == t(1.0))
print("|", (lambda a=t(1, "default"), *, b=t(2, "kwdefault"): a + b)())
print("|", [t(x) for x in t("ab", "outer") if t(True, "if")], f"{t(1)}{t(2)}", t({}, "d") or {t("k"): t("v")})
