# ---
# id: syntax_errors/annotation_yield
# desc: A yield in an annotation.
# ref: 8.7
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


def first(values: (yield 5)):
    return values[0]
