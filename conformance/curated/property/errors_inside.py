# ---
# id: property/errors_inside
# desc: An AttributeError inside a getter, recursion, exceptions with their tracebacks, and hasattr.
# ref: functions#property
# features: [property, attributes]
# ---
class Config:
    def __init__(self, data):
        self.data = data

    @property
    def host(self):
        return self.data["host"]

    @property
    def port(self):
        return int(self.data["port"])

    @property
    def typo(self):
        return self.dta

    @property
    def address(self):
        return f"{self.host}:{self.port}"


class Fallback(Config):
    def __getattr__(self, name):
        return f"fallback for {name}"


good = Config({"host": "h", "port": "80"})
print(good.address, hasattr(good, "typo"), getattr(good, "typo", "default"), hasattr(good, "port"))
print(Fallback({"host": 1}).typo, Fallback({}).missing)
for config in (Config({}), Config({"host": "x"}), Config({"host": "x", "port": "p"}), Config(5)):
    try:
        print(config.address)
    except (KeyError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    hasattr(Config({}), "host")
except KeyError as error:
    print("hasattr passes it on", error)
try:
    good.typo
except AttributeError as error:
    print(error, error.name, error.obj is good)


class Chain:
    @property
    def setter_fails(self):
        return 1

    @setter_fails.setter
    def setter_fails(self, value):
        if value < 0:
            raise ValueError(f"{value} is negative")
        self.stored = value


c = Chain()
c.setter_fails = 3
try:
    c.setter_fails -= 10
except ValueError as error:
    print(error)
print(c.stored)
print(Config({"host": "last", "port": "x1"}).address)
