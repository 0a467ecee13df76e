# ---
# id: traceback/caret_binary_multiline
# desc: A binary operation that spans lines prints all of them, with its operator marked.
# ref: 6.7
# features: [traceback, caret, exception, arithmetic]
# ---
def total(first, second, third):
    return (
        first
        + second
        - third  # the culprit
        * 2
    )


print(total(1, 2, 3))
print(total(1.5, 2, True))
values = [10, 20, 30]
print(
    total(
        *values
    )
)
print(total({1, 2} and 3, 4, 5))
result = total([1], [2], 3)
