# ---
# id: class/inheritance_of_builtin_behaviour
# desc: Multiple inheritance with mix-ins around builtin classes: logging, limits, defaults and case-folding dicts and lists.
# ref: 3.3.3.1
# features: [class, super, mro]
# ---
class Logged:
    def __init__(self, *args, **kwargs):
        self.log = []
        super().__init__(*args, **kwargs)

    def __setitem__(self, key, value):
        self.log.append(("set", key))
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self.log.append(("del", key))
        super().__delitem__(key)


class Limited:
    limit = 3

    def __setitem__(self, key, value):
        if len(self) >= self.limit and key not in self:
            raise OverflowError(f"{type(self).__name__} holds {self.limit} at most")
        super().__setitem__(key, value)


class Folded:
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __getitem__(self, key):
        return super().__getitem__(key.lower())

    def __contains__(self, key):
        return super().__contains__(key.lower())


class LoggedDict(Logged, dict):
    pass


class Everything(Logged, Folded, Limited, dict):
    limit = 2


class LoggedList(Logged, list):
    def append(self, item):
        self.log.append(("append", item))
        super().append(item)


d = LoggedDict(a=1)
d["b"] = 2
del d["a"]
d.update(c=3)
print(d, d.log, [c.__name__ for c in Everything.__mro__])
e = Everything()
e["Key"] = 1
e["KEY"] += 1
e["Other"] = 5
print(e, e["kEY"], "OTHER" in e, e.get("KEY"), e.log)
try:
    e["third"] = 1
except OverflowError as error:
    print(error, len(e), e.log[-1])
l = LoggedList([3, 1])
l.append(2)
l[0] = 9
del l[1]
l.sort()
print(l, l.log, l + [1], type(l + [1]).__name__, isinstance(l, Logged))


class Money(float):
    currency = "EUR"

    def __format__(self, spec):
        return f"{super().__format__(spec or '.2f')} {self.currency}"

    def __add__(self, other):
        return type(self)(super().__add__(other))

    __radd__ = __add__


class Dollars(Money):
    currency = "USD"


print(
    f"{Money(5)} {Money(1) + 2.5} {sum([Dollars(1), Dollars(2)])} {Dollars(3):>8.1f}", Money(1) == 1,
    type(1 + Dollars(1)).__name__,
)


class Stack(list):
    push = list.append

    def peek(self):
        return self[-1]

    pop = property(lambda self: list.pop(self))


s = Stack()
s.push(1), s.push(2)
print(s.peek(), s.pop, s, s.pop)
s.pop
