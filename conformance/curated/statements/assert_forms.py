# ---
# id: statements/assert_forms
# desc: assert with and without a message, the message evaluated only on failure, uncaught at the end.
# ref: 7.3
# features: [assert, exception, evaluation_order, traceback, caret]
# ---
def message(text):
    print("message evaluated:", text)
    return text


assert True, message("not evaluated")
assert [1], 1 / 0
for check in (
    lambda: 1 == 1,
    lambda: 1 == 2,
):
    try:
        assert check(), message("checked")
        print("held")
    except AssertionError as error:
        print(repr(error), error.args)
try:
    assert 0
except AssertionError as error:
    print(repr(error), repr(str(error)))
try:
    assert (), (1, "tuple")
except AssertionError as error:
    print(repr(error), error.args)


def positive(n):
    assert n > 0 and (
        n < 100
    ), f"out of range: {n}"
    return n


print(positive(5))
positive(100)
