# ---
# id: warnings/calls_and_subscripts_of_literals
# desc: Calling or subscripting a literal, where a comma is probably missing, warns and then fails at run time.
# ref: 6.3
# features: [warning, subscript, list, tuple, exception, traceback, caret]
# ---
print("starts")
attempts = [
    lambda: "text"(1),
    lambda: 5(),
    lambda: [1, 2]["x"],
    lambda: (1, 2)[1.5],
    lambda: "text"["a"],
    lambda: {1: 2}(3),
    lambda: [n for n in "a"](1),
    lambda: None[0],
    lambda: {1, 2}[0],
    lambda: (lambda: 1)[0],
    lambda: f"{1}"(2),
]
for attempt in attempts:
    try:
        attempt()
    except TypeError as error:
        print(error)
pairs = [
    (1, 2)
    (3, 4)
]
