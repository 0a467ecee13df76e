# ---
# id: match/state_machine
# desc: A connection driven by events with tuple patterns of state and event.
# ref: 8.6
# features: [match, class]
# ---
from enum import Enum, auto


class State(Enum):
    IDLE = auto()
    CONNECTING = auto()
    OPEN = auto()
    CLOSED = auto()


class Connection:
    def __init__(self):
        self.state, self.attempts, self.sent = State.IDLE, 0, []

    def handle(self, event):
        match self.state, event:
            case State.IDLE, ("connect", str(host)):
                self.state, self.host = State.CONNECTING, host
            case State.CONNECTING, "ok":
                self.state = State.OPEN
            case State.CONNECTING, ("error", code) if self.attempts < 2:
                self.attempts += 1
                return f"retry {self.attempts} after {code}"
            case State.CONNECTING, ("error", code):
                self.state = State.CLOSED
                return f"gave up: {code}"
            case State.OPEN, ("send", *messages) if messages:
                self.sent.extend(messages)
                return len(self.sent)
            case (State.OPEN | State.CONNECTING), "close":
                self.state = State.CLOSED
            case State.CLOSED, _:
                raise RuntimeError(f"closed, cannot take {event!r}")
            case _, other:
                return f"{self.state.name} ignores {other!r}"
        return self.state.name


c = Connection()
events = [
    "ok", ("connect", 5), ("connect", "host"), ("error", 1), "ok", ("send",), ("send", "a", "b"), ("send", "c"),
    "close",
]
for event in events:
    print(event, "->", c.handle(event))
try:
    c.handle("ok")
except RuntimeError as error:
    print(error)
d = Connection()
print([d.handle(e) for e in (("connect", "x"), ("error", 1), ("error", 2), ("error", 3))])
d.handle(("send", 1))
