# ---
# id: syntax_errors/type_parameter_yield_bound
# desc: A yield in the bound of a type parameter.
# ref: 8.10
# features: [syntax_error]
# ---
def numbers(limit):
    current = 0
    while current < limit:
        received = yield current
        current = current + 1 if received is None else received


def pairs(items):
    previous = None
    for item in items:
        yield previous, item
        previous = item


def first[T: (yield 1)](values: list[T]) -> T:
    return values[0]
