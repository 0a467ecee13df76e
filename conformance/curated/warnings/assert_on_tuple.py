# ---
# id: warnings/assert_on_tuple
# desc: An assert of a non-empty tuple literal warns, since it always holds.
# ref: 7.3
# features: [warning, assert, tuple]
# ---
def check(value):
    assert (value, "the message was meant")
    assert value, ("a tuple as message", 1)
    return "held"


print(check(1))
try:
    print(check(0))
except AssertionError as error:
    print(repr(error))
assert (1, 2), "always true"
assert [0], "a list does not warn"
pair = ()
try:
    assert pair
except AssertionError as error:
    print("empty tuple in a name", repr(error))
print("done")
