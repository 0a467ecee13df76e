# ---
# id: syntax_errors/yield_in_genexpr
# desc: A yield inside a generator expression.
# ref: 6.2.9
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


def collect(items):
    return sum((yield item) for item in items)
