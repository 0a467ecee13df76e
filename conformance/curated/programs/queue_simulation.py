# ---
# id: programs/queue_simulation
# desc: A linear-congruential simulation with dicts, lists and sets that ends in an assertion.
# ref: tutorial
# features: [while, dict, list, set, assert, closure, traceback, caret]
# ---
def generator(seed):
    state = seed

    def following(limit):
        nonlocal state
        state = (state * 1103515245 + 12345) % 2**31
        return state % limit

    return following


def simulate(seed, steps):
    draw = generator(seed)
    queue, served, waiting = [], {}, set()
    clock = 0
    while clock < steps:
        clock += 1
        if draw(3):
            name = f"c{draw(20)}"
            if name in waiting:
                continue
            queue.append((name, clock))
            waiting.add(name)
        elif queue:
            name, arrived = queue.pop(0)
            waiting.discard(name)
            served.setdefault(name, []).append(clock - arrived)
    return queue, served


for seed in (1, 42):
    queue, served = simulate(seed, 60)
    print(seed, len(queue), {name: served[name] for name in sorted(served)[:5]})
    longest = max(served, key=lambda name: (max(served[name]), name))
    print(longest, served[longest], sum(map(sum, served.values())))
queue, served = simulate(7, 40)
assert len(queue) < 3 and served, f"{len(queue)} still wait"
