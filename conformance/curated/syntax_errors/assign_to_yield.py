# ---
# id: syntax_errors/assign_to_yield
# desc: An assignment to a yield expression.
# ref: 7.2
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


def broken():
    (yield 1) = 5
