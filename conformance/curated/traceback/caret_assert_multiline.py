# ---
# id: traceback/caret_assert_multiline
# desc: A failed assertion over several lines marks its condition.
# ref: 7.3
# features: [traceback, caret, exception, assert]
# ---
def validate(record):
    assert "name" in record, "no name"
    assert (
        isinstance(record["age"], int)
        and 0 <= record["age"] < 150
    ), (
        "age out of range: "
        + repr(record["age"])
    )
    return record["name"]


print(validate({"name": "ann", "age": 30}))
try:
    validate({})
except AssertionError as error:
    print(error)
print([validate({"name": n, "age": len(n)}) for n in ("bob", "cy")])
validate({"name": "old", "age": 200})
