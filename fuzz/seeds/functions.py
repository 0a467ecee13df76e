# Parameters of every kind, closures, decorators, comprehensions of all kinds.
def deco(fn):
    def inner(*args, **kwargs):
        return fn(*args, **kwargs)
    return inner


@deco
def f(a, /, b=2, *rest, c, d=4, **more) -> 'note':
    """Doc."""
    total = a
    def add(n: int = 1):
        nonlocal total
        total += n
        return total
    return add(b), add(), [x * y for x in rest for y in (1, 2) if x if y > 1], c, d, more


print(f(1, 2, 3, c=5, **{'z': 9}), (lambda x, *y: (x, y))(1, 2))
print({k: v for k, v in zip('ab', range(2))}, {x % 3 for x in range(9)}, sum(x for x in range(4)))
while (n := len(f.__name__)) > 100:
    pass
else:
    print(n)
