# ---
# id: programs/vending_simulation
# desc: Processes as generators in a discrete-event simulation with resources and queues.
# ref: tutorial
# features: [generator, class, enum]
# ---
class Simulation:
    def __init__(self):
        self.now, self.counter, self.agenda, self.log = 0, 0, [], []

    def start(self, process, delay=0):
        self.counter += 1
        self.agenda.append((self.now + delay, self.counter, process))

    def run(self, until=100):
        while self.agenda:
            self.agenda.sort(key=lambda entry: entry[:2])
            when, _, process = self.agenda.pop(0)
            if when > until:
                break
            self.now = when
            try:
                request = next(process)
            except StopIteration as stop:
                if stop.value is not None:
                    self.note(f"finished with {stop.value}")
                continue
            match request:
                case int(delay) if delay >= 0:
                    self.start(process, delay)
                case Resource() as resource:
                    resource.acquire(process)
                case _:
                    raise TypeError(f"process asked for {request!r}")
        return self.now

    def note(self, text):
        self.log.append(f"{self.now:>3} {text}")


class Resource:
    def __init__(self, sim, name, capacity=1):
        self.sim, self.name, self.free, self.waiting = sim, name, capacity, []

    def acquire(self, process):
        if self.free:
            self.free -= 1
            self.sim.start(process)
        else:
            self.waiting.append(process)

    def release(self):
        if self.waiting:
            self.sim.start(self.waiting.pop(0))
        else:
            self.free += 1


def customer(sim, machine, name, arrival, drinks, prices={"tea": 2, "soup": 5}):
    yield arrival
    sim.note(f"{name} arrives")
    yield machine
    spent = 0
    try:
        for drink in drinks:
            sim.note(f"{name} chooses {drink}")
            yield prices[drink]
            spent += prices[drink]
    except KeyError as error:
        sim.note(f"{name} finds no {error}")
    finally:
        machine.release()
        sim.note(f"{name} leaves")
    return f"{name} spent {spent}"


def technician(sim, machine, every, times):
    for visit in range(times):
        yield every
        yield machine
        sim.note(f"service {visit}")
        yield 4
        machine.release()


sim = Simulation()
machine = Resource(sim, "machine")
sim.start(customer(sim, machine, "ann", 1, ["tea", "soup"]))
sim.start(customer(sim, machine, "bob", 2, ["soup"]))
sim.start(customer(sim, machine, "cy", 3, ["cake", "tea"]))
sim.start(technician(sim, machine, 5, 2))
print(sim.run(), machine.free, machine.waiting)
print(*sim.log, sep="\n")
second = Simulation()
pair = Resource(second, "pair", capacity=2)
for index in range(4):
    second.start(customer(second, pair, f"c{index}", 0, ["tea"]))
print(second.run(), [entry for entry in second.log if "leaves" in entry])


def confused():
    yield 1
    yield "coffee"


second.start(confused())
second.run(until=1000)
