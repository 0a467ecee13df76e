# ---
# id: syntax_errors/yield_from_at_module
# desc: A yield from outside of any function.
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


result = [1, 2]
yield from numbers(3)
