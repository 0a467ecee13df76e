# ---
# id: closure/cells_are_shared
# desc: Closures see the latest value of a variable and share it with each other and with the defining function.
# ref: 4.2.2
# features: [closure, nonlocal, lambda, function]
# ---
def counter(start):
    count = start

    def up(by=1):
        nonlocal count
        count += by
        return count

    def down():
        nonlocal count
        count -= 1
        return count

    def peek():
        return count

    return up, down, peek, lambda: count * 100


up, down, peek, hundred = counter(5)
print(up(), up(10), down(), peek(), hundred())
other = counter(0)
print(other[0](), peek())


def late():
    functions = []
    for letter in "abc":
        functions.append(lambda: letter)
    letter = "changed"
    return [function() for function in functions]


def nested():
    def first():
        return value

    value = 1
    before = first()
    value = 2
    return before, first()


print(late(), nested())
print([f() for f in [lambda: n for n in range(3)]], [f() for f in [lambda n=n: n for n in range(3)]])
