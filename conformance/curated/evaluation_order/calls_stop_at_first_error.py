# ---
# id: evaluation_order/calls_stop_at_first_error
# desc: An error in an argument stops the rest, and the callee is looked up before its arguments run.
# ref: 6.3.4
# features: [evaluation_order, function, exception, traceback, caret]
# ---
def t(value):
    print("seen", value)
    return value


def fail(label):
    print("fail", label)
    raise ValueError(label)


attempts = [
    lambda: print(t(1), fail("two"), t(3)),
    lambda: missing_function(t(4)),
    lambda: [t(5), fail("six"), t(7)],
    lambda: {t("k"): fail("v"), t("later"): t(0)},
    lambda: t(8) + fail("nine") + t(10),
    lambda: t([])[fail("index")],
    lambda: t(None).attribute(t("argument")),
    lambda: t(5)(t("argument of int")),
    lambda: t(1) < fail("compare") < t(2),
    lambda: f"{t(11)} {fail('in f-string')}",
]
for attempt in attempts:
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
t("not callable")(t("but evaluated"), *t((1, 2)), key=t("too"))
