# ---
# id: programs/observable_model
# desc: A model with observable properties, computed values that follow their inputs, undo, and views.
# ref: tutorial
# features: [class, weakref, descriptor, generator]
# ---
from contextlib import contextmanager


class Observable:
    def __init__(self, default=None, *, check=None):
        self.default, self.check = default, check

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        Computed.track(instance, self.name)
        return instance.values.get(self.name, self.default)

    def __set__(self, instance, value):
        old = instance.values.get(self.name, self.default)
        if self.check and not self.check(value):
            raise ValueError(f"{self.name} cannot be {value!r}")
        if old != value:
            instance.values[self.name] = value
            instance.history.append((self.name, old))
            instance.changed(self.name, old, value)


class Computed:
    stack = []

    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = name

    @classmethod
    def track(cls, instance, name):
        if cls.stack:
            cls.stack[-1].add((instance, name))

    def __get__(self, instance, owner):
        if instance is None:
            return self
        Computed.track(instance, self.name)
        cache = instance.cache
        if self.name not in cache:
            Computed.stack.append(set())
            try:
                value = self.function(instance)
            finally:
                needs = Computed.stack.pop()
            cache[self.name] = value
            for source, name in needs:
                source.dependents.setdefault(name, set()).add(self.name)
        return cache[self.name]

    def __set__(self, instance, value):
        raise AttributeError(f"{self.name} is computed")


class Model:
    def __init__(self, **values):
        self.values, self.cache, self.dependents, self.history, self.listeners = {}, {}, {}, [], []
        for name, value in values.items():
            setattr(self, name, value)
        self.history.clear()

    def changed(self, name, old, new):
        for dependent in sorted(self.dependents.pop(name, ())):
            if dependent in self.cache:
                stale = self.cache.pop(dependent)
                self.changed(dependent, stale, None)
        for listener in self.listeners:
            listener(name, old, new)

    def undo(self):
        name, old = self.history.pop()
        setattr(self, name, old)
        self.history.pop()
        return name

    @contextmanager
    def transaction(self):
        mark = len(self.history)
        try:
            yield self
        except Exception:
            while len(self.history) > mark:
                self.undo()
            raise


class Rectangle(Model):
    width = Observable(1, check=lambda n: isinstance(n, int) and n > 0)
    height = Observable(1, check=lambda n: isinstance(n, int) and n > 0)
    unit = Observable("m")
    computed = 0

    @Computed
    def area(self):
        Rectangle.computed += 1
        return self.width * self.height

    @Computed
    def label(self):
        return f"{self.area} {self.unit}2"


r = Rectangle(width=3, height=4)
events = []
r.listeners.append(lambda *change: events.append(change))
print(r.area, r.area, r.label, Rectangle.computed)
r.unit = "cm"
print(r.label, Rectangle.computed, events)
events.clear()
r.width = 10
print(events, r.label, r.area, Rectangle.computed)
r.width = 10
print(len(events), r.undo(), r.width, r.undo(), r.unit, r.history)
try:
    with r.transaction() as t:
        t.width, t.height = 100, 200
        print("inside", r.area)
        t.height = -1
except ValueError as error:
    print(error, r.width, r.height, r.area)
for action in (
    lambda: setattr(r, "area", 5), lambda: Rectangle(width="x"), lambda: r.undo() and r.undo(),
    lambda: Rectangle(depth=2).depth,
):
    try:
        print(action())
    except (AttributeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
r.height = 0
