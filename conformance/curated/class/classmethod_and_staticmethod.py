# ---
# id: class/classmethod_and_staticmethod
# desc: Class methods get the class, static methods nothing; subclassing, instances, wrapping attributes.
# ref: functions#classmethod
# features: [class, decorator]
# ---
class Temperature:
    scale = "C"

    def __init__(self, degrees):
        self.degrees = degrees

    @classmethod
    def parse(cls, text):
        "Parses."
        return cls(float(text.rstrip(cls.scale)))

    @staticmethod
    def freezing(limit=0):
        return limit

    @classmethod
    @property
    def old(cls):
        return cls.scale

    def __repr__(self):
        return f"{type(self).__name__}({self.degrees})"


class Kelvin(Temperature):
    scale = "K"

    @classmethod
    def parse(cls, text):
        return [super().parse(text), cls.scale]

    @staticmethod
    def freezing():
        return Temperature.freezing(273)


print(Temperature.parse("3.5C"), Temperature(1).parse("2C"), Kelvin.parse("9K"), Kelvin(0).parse("8K"))
print(Temperature.freezing(), Temperature(0).freezing(5), Kelvin.freezing(), Kelvin(1).freezing())
raw = vars(Temperature)["parse"]
print(type(raw).__name__, raw.__func__.__name__, raw.__doc__, raw.__name__, raw.__wrapped__ is raw.__func__)
print(Temperature.parse.__self__, Kelvin.parse.__self__, Temperature.parse.__func__ is raw.__func__)
static = vars(Temperature)["freezing"]
print(type(static).__name__, static(4), static.__func__(6), type(Temperature.freezing).__name__)
print(type(Temperature.old).__name__)
for action in (
    lambda: raw(Temperature, "1C"),
    lambda: Temperature.parse(),
    lambda: Temperature.freezing(1, 2),
    lambda: classmethod(),
    lambda: staticmethod(1, 2),
    lambda: classmethod(5).__get__(None, int)(),
    lambda: staticmethod(5)(),
):
    try:
        print(action())
    except TypeError as error:
        print(error)
Kelvin.parse("bad")
