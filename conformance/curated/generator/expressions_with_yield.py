# ---
# id: generator/expressions_with_yield
# desc: yield as an expression in calls, displays, subscripts, conditions, assignments and f-strings.
# ref: 6.2.9
# features: [generator, evaluation_order]
# ---
def many():
    a = yield "a"
    b = (yield "b") + (yield "c")
    c = [(yield "d"), (yield "e")]
    d = {(yield "key"): (yield "value")}
    e = max((yield "m1"), (yield "m2"), key=(yield "k"))
    f = f"<{(yield 'f')}|{(yield 'g')!r}>"
    g = (yield "cond") if (yield "test") else (yield "other")
    h = (yield "left") and (yield "right")
    data = [0, 1, 2]
    data[(yield "index")] = yield "stored"
    data[(yield "lo") : (yield "hi")] = yield
    x = y = yield "chain"
    x += yield "augment"
    t = yield 1, 2
    i = (yield "x") < (yield "y") < (yield "z")
    print(a, b, c, d, e, f, g, h, data, x, y, t, i)
    return (yield "last")


def drive(gen, answers):
    asked = [next(gen)]
    for answer in answers:
        try:
            asked.append(gen.send(answer))
        except StopIteration as stop:
            asked.append(("returned", stop.value))
    print(asked)


drive(
    many(),
    [1, 2, 3, 4, 5, "k", "v", -7, 3, abs, "F", "G", True, "yes", 0, "two", 2, "pq", 0, 1, 10, 5, "t", 1, 2, 3, "bye"],
)
drive(many(), "abcde")


def condition():
    while (got := (yield "more?")) != "no":
        print("got", got)
    assert (yield "assert?"), (yield "message?")
    return


drive(condition(), ["x", "y", "no", True])
c = condition()
next(c), c.send("no"), c.send(0)
c.send("the message")
