# ---
# id: syntax_errors/yield_in_comprehension
# desc: A yield inside a list comprehension.
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
    return [(yield item) for item in items]
