# ---
# id: function/binding_errors
# desc: The TypeError texts of calls that do not fit the parameters of a Python function.
# ref: 6.3.4
# features: [function, arguments, exception, lambda]
# ---
def plain(a, b, c=3):
    pass


def posonly(a, b, /, c):
    pass


def kwonly(*, x, y, z=1):
    pass


def star(a, *args, k):
    pass


def none():
    pass


calls = [
    lambda: plain(),
    lambda: plain(1),
    lambda: plain(1, 2, 3, 4),
    lambda: plain(1, 2, 3, 4, 5),
    lambda: plain(1, 2, d=4),
    lambda: plain(1, a=1),
    lambda: plain(1, 2, 3, c=4),
    lambda: plain(1, **{"b": 2, "zz": 3}),
    lambda: plain(*[1], **{"a": 2}),
    lambda: plain(1, 2, cc=3),
    lambda: posonly(1, b=2, c=3),
    lambda: posonly(a=1, b=2, c=3),
    lambda: posonly(1),
    lambda: kwonly(),
    lambda: kwonly(x=1),
    lambda: kwonly(1, x=1, y=2),
    lambda: kwonly(1, 2, x=1),
    lambda: kwonly(x=1, y=2, w=3),
    lambda: star(),
    lambda: star(1),
    lambda: star(1, 2, 3),
    lambda: star(k=1),
    lambda: none(1),
    lambda: none(1, 2),
    lambda: none(x=1),
    lambda: none(**{1: 2}),
    lambda: none(*5),
    lambda: none(**[1]),
    lambda: plain(1, *None),
    lambda: plain(1, b=2, **{"b": 3}),
    lambda: (lambda a, b: 0)(1),
    lambda: (lambda: 0)(1),
]
for index, call in enumerate(calls):
    try:
        call()
        print(index, "no error")
    except TypeError as error:
        print(index, error)
