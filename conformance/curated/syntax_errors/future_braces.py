# ---
# id: syntax_errors/future_braces
# desc: The future import of braces.
# ref: 7.11.1
# features: [syntax_error]
# ---
from __future__ import braces


def average(values):
    total = 0
    for value in values:
        total += value
    return total / len(values)


if average([1, 2, 3]) > 1:
    print('above one')
else:
    print('below')
