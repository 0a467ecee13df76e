# ---
# id: programs/event_system
# desc: Publishers and subscribers with priorities, wildcards, one-shot handlers, and errors collected in a group.
# ref: tutorial/classes
# features: [class, decorator, closure]
# ---
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(order=True)
class Handler:
    priority: int
    order: int
    function: Callable = field(compare=False)
    once: bool = field(default=False, compare=False)


@dataclass
class Event:
    name: str
    data: dict
    stopped: bool = False

    def stop(self):
        self.stopped = True

    def __getattr__(self, key):
        try:
            return self.data[key]
        except KeyError:
            raise AttributeError(f"event {self.name!r} has no {key!r}") from None


class Emitter:
    def __init__(self):
        self.handlers, self.count = {}, 0

    def on(self, *names, priority=0, once=False):
        def register(function):
            for name in names:
                self.count += 1
                self.handlers.setdefault(name, []).append(Handler(-priority, self.count, function, once))
            return function

        return register

    def off(self, function):
        for name, handlers in self.handlers.items():
            self.handlers[name] = [h for h in handlers if h.function is not function]

    def emit(self, name, **data):
        event, errors, ran = Event(name, data), [], 0
        for handler in sorted(self.handlers.get(name, []) + self.handlers.get("*", [])):
            if event.stopped:
                break
            try:
                handler.function(event)
                ran += 1
            except Exception as error:
                error.add_note(f"in {handler.function.__name__} for {name}")
                errors.append(error)
            finally:
                if handler.once:
                    self.handlers[name].remove(handler)
        if errors:
            raise ExceptionGroup(f"{len(errors)} handlers of {name} failed", errors)
        return ran


bus, log = Emitter(), []


@bus.on("login", "logout")
def record(event):
    log.append((event.name, event.user))


@bus.on("login", priority=10)
def check(event):
    if event.user == "mallory":
        log.append("blocked")
        event.stop()


@bus.on("login", once=True)
def welcome(event):
    log.append(f"welcome {event.user}")


@bus.on("*", priority=-5)
def everything(event):
    log.append(f"* {event.name}")


print(
    bus.emit("login", user="ann"), bus.emit("login", user="bob"), bus.emit("login", user="mallory"),
    bus.emit("unknown"),
)
print(log)
bus.off(record)
log.clear()
print(bus.emit("logout", user="ann"), log)


@bus.on("login")
def faulty(event):
    return event.missing


@bus.on("login")
def broken(event):
    return 1 // 0


try:
    bus.emit("login", user="eve")
except* AttributeError as group:
    print([str(e) for e in group.exceptions])
except* ZeroDivisionError as group:
    print([e.__notes__ for e in group.exceptions])
bus.emit("login", user="last")
