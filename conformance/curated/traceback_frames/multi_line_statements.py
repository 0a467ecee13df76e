# ---
# id: traceback_frames/multi_line_statements
# desc: Which lines and carets a statement over many lines shows.
# ref: 7
# features: [traceback, caret]
# ---
def add(a, b):
    return a + b


def calls(bad):
    return add(
        add(1, 2),
        add(
            3,
            bad,
        ),
    )


def operators(bad):
    total = (
        1
        + 2 * bad["key"]
        - 3
    )
    return total


def comparison(bad):
    if (
        1 < 2
        and bad
        < 3
    ):
        return True


def display(bad):
    return {
        "a": 1,
        "b": [
            2,
            bad.attribute
            .deeper,
        ],
    }


def subscript(bad):
    return bad[
        0
    ][
        "x"
    ]


def text(bad):
    return f"""
    {1}
    {bad!r:>{
        bad
    }}
    """


class Good:
    def __init__(self):
        self.attribute = self
        self.deeper = "deeper"


print(calls(4), operators({"key": 5}), comparison(1), display(Good())["b"], subscript([{"x": 1}]), len(text(9)))
for function, bad in ((calls, "x"), (operators, {}), (comparison, "x"), (display, 5), (subscript, [5]), (text, "w")):
    try:
        function(bad)
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        tb = error.__traceback__.tb_next
        print(function.__name__, type(error).__name__, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno)


def everything():
    calls(4)
    operators({"key": 0})
    return display(
        Good()
    )["b"][
        1
    ].missing(
        1,
        2,
    )


everything()
