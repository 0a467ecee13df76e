# ---
# id: traceback/caret_default_and_decorator
# desc: An error in a default value is shown at the def line, in the frame that defines.
# ref: 8.7
# features: [traceback, caret, exception, default, function]
# ---
limits = {"low": 1, "high": 10}


def clamp(value, low=limits["low"], high=limits["high"]):
    return max(low, min(value, high))


print([clamp(n) for n in (-5, 5, 50)], clamp(3, high=2))


def make(kind):
    def build(size=limits[kind], *, shape=(1,) * limits[kind]):
        return size, shape

    return build


print(make("low")())
print(make("high")(2, shape=()))
make("medium")
