# ---
# id: syntax_errors/future_unknown
# desc: A future import of a feature that does not exist.
# ref: 7.11.1
# features: [syntax_error]
# ---
'''The docstring may come first.'''
from __future__ import annotations, time_travel


def average(values: list) -> float:
    return sum(values) / len(values)


print(average([1, 2, 3]))


class Holder:
    value: int = 5

    def get(self):
        return self.value
