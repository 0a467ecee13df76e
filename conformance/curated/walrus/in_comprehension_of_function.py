# ---
# id: walrus/in_comprehension_of_function
# desc: A walrus in a comprehension binds in the enclosing function, also global and nonlocal, and leaks from conditions.
# ref: 6.12
# features: [walrus, comprehension, scope, nonlocal, global, closure]
# ---
total = 0


def running():
    partial = [acc := value if index == 0 else acc + value for index, value in enumerate([1, 2, 3, 4])]
    return partial, acc


def to_global():
    global total
    return [total := total + n for n in range(4)], total


def to_nonlocal():
    last = None

    def inner():
        nonlocal last
        return any((last := n) > 2 for n in range(10))

    return inner(), last


def conditions(words):
    return [(w, n) for w in words if (n := len(w)) > 1 if (half := n // 2)], n, half


def unbound():
    [never := n for n in []]
    try:
        return never
    except UnboundLocalError as error:
        return str(error)


print(running(), to_global(), total, to_nonlocal())
print(conditions(["a", "bb", "cccc", "d"]), unbound())
print({(k := n): (v := k * 2) for n in range(3)}, k, v, [[(m := a * b) for a in range(2)] for b in range(3)], m)
print([y for x in [1, 2, 3] if (y := x * x) > 1], y, {z for _ in "a" if (z := 5)}, z)
