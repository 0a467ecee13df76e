# ---
# id: operators/identity_of_singletons
# desc: The operators is and is not between singletons, aliases and separate objects.
# ref: 6.10.3
# features: [identity, none, ellipsis, bool, list]
# ---
values = [
    3,
    2.5,
    True,
    None,
    "ab",
    b"cd",
    [1, 2],
    (3, 4),
    {"k": 1},
    {5},
    frozenset({6}),
    range(3),
    slice(1, 4),
    ...,
]
print([value is value for value in values])
print([value is None for value in values].count(True), values[3] is not None)
print(... is Ellipsis, True is (1 == 1), False is (1 == 2))
first = []
second = first
third = []
print(first is second, first is third, first is not third, first == third)
print(values[7] is not None, type(None) is type(print()))
for left in values:
    print([left is right for right in values].index(True))
