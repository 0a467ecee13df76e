# ---
# id: programs/state_machine_of_orders
# desc: An order with states, allowed transitions by decorators, hooks and an audit trail.
# ref: tutorial/classes
# features: [enum, class, decorator]
# ---
import functools
from enum import StrEnum


class State(StrEnum):
    NEW = "new"
    PAID = "paid"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"


class InvalidTransition(Exception):
    def __init__(self, action, state, allowed):
        super().__init__(f"cannot {action} when {state}; allowed: {', '.join(allowed) or 'never'}")
        self.action, self.state = action, state


def transition(*sources, to):
    def decorate(method):
        @functools.wraps(method)
        def wrapper(self, *args, **kwargs):
            if self.state not in sources:
                raise InvalidTransition(method.__name__, self.state, sources)
            before = self.state
            result = method(self, *args, **kwargs)
            self.state = to
            self.trail.append((method.__name__, before.value, to.value))
            for hook in self.hooks.get(to, ()):
                hook(self)
            return result

        wrapper.sources, wrapper.target = sources, to
        return wrapper

    return decorate


class Order:
    hooks = {}

    def __init__(self, number, total):
        self.number, self.total, self.state, self.trail, self.messages = number, total, State.NEW, [], []

    @transition(State.NEW, to=State.PAID)
    def pay(self, amount):
        if amount < self.total:
            raise ValueError(f"{self.total - amount} missing")
        return amount - self.total

    @transition(State.PAID, to=State.SHIPPED)
    def ship(self, *, carrier="post"):
        self.carrier = carrier

    @transition(State.NEW, State.PAID, to=State.CANCELLED)
    def cancel(self, reason=None):
        self.reason = reason

    @classmethod
    def when(cls, state):
        return lambda hook: cls.hooks.setdefault(state, []).append(hook) or hook

    @classmethod
    def graph(cls):
        return {
            name: (sorted(method.sources), method.target)
            for name, method in vars(cls).items()
            if hasattr(method, "sources")
        }

    def __str__(self):
        return f"#{self.number} {self.state}"


@Order.when(State.PAID)
def thank(order):
    order.messages.append(f"thanks for {order.total}")


@Order.when(State.CANCELLED)
def refund(order):
    paid = any(name == "pay" for name, *_ in order.trail)
    order.messages.append("refunded" if paid else "nothing to refund")


for name, (sources, target) in Order.graph().items():
    print(name, [str(s) for s in sources], "->", target)
order = Order(1, 50)
print(order, order.pay(60), order, order.ship(carrier="pigeon"), order, order.carrier)
print(order.trail, order.messages)
second = Order(2, 10)
for action in (
    lambda: second.ship(),
    lambda: second.pay(5),
    lambda: second.pay(10),
    lambda: second.pay(10),
    lambda: second.cancel("changed my mind"),
    lambda: second.cancel(),
    lambda: order.cancel(),
):
    try:
        print(action(), second.state)
    except (InvalidTransition, ValueError) as error:
        print(type(error).__name__, error)
print(second.messages, second.trail, Order.pay.__name__)
Order(3, 5).ship()
