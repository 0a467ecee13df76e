# ---
# id: closure/cells_and_exceptions
# desc: Names bound by except, loops and comprehensions are captured like any other.
# ref: 4.2.2
# features: [closure, except, lambda, comprehension, for, del]
# ---
def capture():
    readers = []
    for n in range(3):
        try:
            raise ValueError(n)
        except ValueError as error:
            readers.append(lambda: error)
            readers.append(lambda kept=error: kept)
    return readers


def read(reader):
    try:
        return repr(reader())
    except NameError as problem:
        return str(problem)


print([read(reader) for reader in capture()])


def parameters(a, *b, c=1, **d):
    def inside():
        nonlocal a, c
        a, c = c, a
        b_length = len(b)
        return lambda: (a, b_length, c, sorted(d))

    before = a, c
    reader = inside()
    return before, reader(), a, c


print(parameters(5, 6, 7, c="see", e=1))
adders = {name: [lambda x, n=n: x + n + base for n in range(2)] for base, name in enumerate("pq")}
print([[f(10) for f in adders[name]] for name in adders])
makers = [[lambda: (i, j) for j in range(2)] for i in range(2)]
print([f() for row in makers for f in row])


def deep():
    x = 0

    def one():
        def two():
            def three():
                nonlocal x
                x += 1
                return x

            return three

        return two

    three = one()()
    return three() + three() * 10, x


print(deep())


def recursive_closure(n):
    def walk(k):
        return [k] + walk(k - 1) if k else []

    return walk(n)


print(recursive_closure(4))
