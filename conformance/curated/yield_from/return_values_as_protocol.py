# ---
# id: yield_from/return_values_as_protocol
# desc: A small scheduler of tasks written with yield from, whose results travel as return values.
# ref: 6.2.9
# features: [yield_from, generator]
# ---
class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks


def sleep(ticks):
    woken = yield Sleep(ticks)
    return woken


def fetch(name, ticks):
    started = yield from sleep(0)
    finished = yield from sleep(ticks)
    return f"{name}@{finished - started}"


def parent(results):
    first = yield from fetch("first", 3)
    results.append(first)
    try:
        yield from failing()
    except ValueError as error:
        results.append(f"failed: {error}")
    return len(results)


def failing():
    yield from sleep(1)
    raise ValueError("no answer")


def run(*tasks):
    now = 0
    queue = [(0, index, task) for index, task in enumerate(tasks)]
    results = {}
    while queue:
        queue.sort(key=lambda entry: entry[:2])
        when, index, task = queue.pop(0)
        now = max(now, when)
        try:
            request = task.send(now if task.gi_suspended else None)
        except StopIteration as stop:
            results[index] = stop.value
            print(f"t={now} task {index} done: {stop.value}")
        else:
            print(f"t={now} task {index} sleeps {request.ticks}")
            queue.append((now + request.ticks, index, task))
    return results


results = []
print(run(parent(results), fetch("other", 2), fetch("third", 5)), results)


def crash():
    yield from fetch("before", 1)
    yield from failing()


run(fetch("ok", 4), crash())
