# ---
# id: special_methods/await
# desc: __await__ answers an iterator; await drives it and takes its return value.
# ref: 3.4.1
# features: [special_method, coroutine]
# ---
class Waits:
    def __init__(self, steps, result):
        self.steps, self.result = steps, result

    def __await__(self):
        for step in range(self.steps):
            sent = yield f"step {step}"
            print("sent", sent)
        return self.result


class Iterator:
    def __init__(self):
        self.n = 0

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("from the iterator")
        return self.n


async def main():
    first = await Waits(2, "a")
    second = await Waits(0, "b")
    third = await Iterator()
    return first, second, third


def drive(coroutine, values=()):
    values = iter(values)
    try:
        item = coroutine.send(None)
        while True:
            print("yielded", item)
            item = coroutine.send(next(values, None))
    except StopIteration as stop:
        return stop.value


print(drive(main(), ["x", "y"]))


class Answers:
    def __init__(self, answer):
        self.answer = answer

    def __await__(self):
        return self.answer


async def wait_for(value):
    return await value


async def inner():
    return 1


for value in (5, None, Answers(5), Answers([1]), Answers(iter([])), iter([])):
    try:
        print(drive(wait_for(value)))
    except TypeError as error:
        print(error)
coroutine = inner()
try:
    drive(wait_for(Answers(coroutine)))
except TypeError as error:
    print(error)
coroutine.close()
drive(wait_for(object))
