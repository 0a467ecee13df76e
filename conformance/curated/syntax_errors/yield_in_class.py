# ---
# id: syntax_errors/yield_in_class
# desc: A yield in a class body.
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


class Holder:
    first = yield 1
