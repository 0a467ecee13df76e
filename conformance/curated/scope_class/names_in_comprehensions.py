# ---
# id: scope_class/names_in_comprehensions
# desc: Comprehensions in methods, with super, self, class cells, walrus targets and shadowed names.
# ref: 6.2.4
# features: [class, scope, comprehension]
# ---
x = "module x"


class Base:
    def value(self, n):
        return f"base {n}"


class Child(Base):
    numbers = [1, 2]

    def super_inside(self):
        return [super(Child, self).value(n) for n in self.numbers]

    def class_cell(self):
        return [__class__.__name__ for _ in self.numbers], {__class__ for _ in "ab"} == {Child}

    def walrus(self):
        result = [last := n for n in self.numbers]
        return last, result

    def nested(self):
        return [[(a, b, x) for b in self.numbers if b != a] for a in self.numbers]

    def shadow(self, x):
        inner = [x for x in "pq"]
        return inner, x

    def closures(self):
        return [f() for f in [lambda n=n: (n, self.numbers[-1]) for n in self.numbers]], [f() for f in [lambda: n for n in (7, 8)]]

    def conditional(self):
        return {n: "odd" if n % 2 else "even" for n in self.numbers if (lambda m: m > 0)(n)}

    def mutates(self):
        seen = []
        return [seen.append(n) or len(seen) for n in self.numbers], seen


c = Child()
for name in ("super_inside", "class_cell", "walrus", "nested", "closures", "conditional", "mutates"):
    print(name, getattr(c, name)())
print(c.shadow("argument"), x)


class Body:
    squares = [n * n for n in range(4)]
    table = {n: [m for m in range(n)] for n in range(3)}
    total = sum(n for n in squares)
    pairs = [(a, b) for a in "xy" for b in range(2)]
    n = "survives"
    again = [n for n in range(2)]
    __private = [__n for __n in (1,)]
    lambdas = [lambda self, k=k: k for k in range(2)]


print(Body.squares, Body.table, Body.total, Body.pairs, Body.n, Body.again, Body._Body__private, Body.lambdas[1](None))
print([name for name in vars(Body) if not name.startswith("_")])


class Fails:
    limit = 2
    values = [n for n in range(limit)]
    broken = [n for n in range(limit) if n < limit]
