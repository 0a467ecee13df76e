# ---
# id: syntax_errors/yield_at_module
# desc: A yield outside of any function.
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


for pair in pairs(numbers(3)):
    yield pair
