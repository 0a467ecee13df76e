# ---
# id: coroutine/await_and_return
# desc: Coroutines driven by hand: send, return values, awaiting in expressions, order of evaluation.
# ref: 8.9.1
# features: [coroutine]
# ---
class Ask:
    def __init__(self, question):
        self.question = question

    def __await__(self):
        answer = yield self.question
        return answer


async def add(a, b):
    return a + b


async def asks(name):
    value = await Ask(f"{name}?")
    return name, value


async def expressions():
    pair = [await Ask("first"), await Ask("second")]
    total = await add(await Ask("a"), await Ask("b"))
    mapping = {await Ask("key"): await Ask("value")}
    text = f"{await Ask('text')!r}"
    choice = (await Ask("yes")) if await Ask("condition") else (await Ask("no"))
    chained = await Ask("x") < await Ask("y")
    either = await Ask("left") or await Ask("right")
    mapping[await Ask("index")] = await Ask("stored")
    power = 2 ** await Ask("power")
    negative = -await Ask("negative")
    tail = (await asks("inner"))[1]
    return pair, total, mapping, text, choice, chained, either, power, negative, tail


def drive(coroutine, answers):
    questions = []
    answer = None
    answers = iter(answers)
    while True:
        try:
            questions.append(coroutine.send(answer))
        except StopIteration as stop:
            print(questions)
            return stop.value
        answer = next(answers)


print(drive(add(1, 2), []), drive(asks("n"), ["v"]))
print(
    drive(expressions(), [1, 2, 10, 20, "k", "v", "t", True, "chosen", 3, 4, 0, "right", "stored value", "index", 5, 6, "end"]),
)
c = add(1, 2)
print(type(c).__name__, c.__name__, c.__qualname__, c.cr_running, c.cr_suspended, c.cr_await, c.cr_frame is not None)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value, c.cr_frame)
for action in (lambda: c.send(None), lambda: c.throw(ValueError("late")), lambda: c.close()):
    try:
        print(action())
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)
a = asks("suspended")
print(a.send(None), a.cr_suspended, type(a.cr_await).__name__)
a.send(1)
