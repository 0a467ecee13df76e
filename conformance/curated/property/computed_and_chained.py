# ---
# id: property/computed_and_chained
# desc: Properties that depend on each other, on class attributes, in inheritance, and in generic code.
# ref: functions#property
# features: [property, class]
# ---
class Temperature:
    minimum = -273.15

    def __init__(self, celsius=0.0):
        self.celsius = celsius

    @property
    def celsius(self):
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < self.minimum:
            raise ValueError(f"{value} is below {self.minimum}")
        self._celsius = float(value)

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @property
    def kelvin(self):
        return round(self.celsius + 273.15, 2)


class Water(Temperature):
    minimum = 0

    @property
    def state(self):
        match self.celsius:
            case 0:
                return "freezing"
            case c if c >= 100:
                return "steam"
        return "liquid"

    @Temperature.celsius.setter
    def celsius(self, value):
        Temperature.celsius.fset(self, value)
        self.changes = getattr(self, "changes", 0) + 1


t = Temperature(25)
t.fahrenheit = 212
print(t.celsius, t.fahrenheit, t.kelvin, vars(t))
w = Water(50)
print(w.state, w.kelvin, w.changes)
w.celsius = 0
print(w.state)
w.fahrenheit += 180
print(w.state, w.changes, round(w.celsius, 6))
names = [name for cls in Water.__mro__ for name, value in vars(cls).items() if isinstance(value, property)]
print(names, {name: getattr(w, name) for name in sorted(set(names))})


def alias(name):
    return property(lambda self: getattr(self, name), lambda self, value: setattr(self, name, value))


Temperature.degrees = alias("celsius")
t.degrees = 7
print(t.celsius, w.degrees, Temperature.degrees.__doc__)
for bad in (-300, "warm", None):
    try:
        t.celsius = bad
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
w.fahrenheit = 31
