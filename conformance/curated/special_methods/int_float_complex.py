# ---
# id: special_methods/int_float_complex
# desc: int(), float() and complex() ask their own method first and fall back on __index__.
# ref: 3.3.8
# features: [special_method, int, float, complex]
# ---
class Number:
    def __int__(self):
        print("int", end=" ")
        return 1

    def __float__(self):
        print("float", end=" ")
        return 2.5

    def __complex__(self):
        print("complex", end=" ")
        return 3 + 4j

    def __index__(self):
        print("index", end=" ")
        return 5


class Floats:
    def __float__(self):
        return 0.1


class Indexes:
    def __index__(self):
        return 7


n = Number()
print(int(n), float(n), complex(n), [10, 11, 12, 13, 14, 15][n], complex(n, 1), "%d %f" % (n, n))
print(float(Indexes()), complex(Floats()), complex(Indexes()), int(Indexes()), complex(1, Floats()))
print(f"{float(Floats()):.3f}", round(float(n)), "%.2f" % Floats(), "%g" % Indexes())


class Answers:
    def __init__(self, answer):
        self.answer = answer

    def __int__(self):
        return self.answer

    __float__ = __complex__ = __int__


class MyFloat(float):
    pass


for action in (
    lambda: int(Answers("1")),
    lambda: int(Answers(1.0)),
    lambda: float(Answers(1)),
    lambda: float(Answers("x")),
    lambda: complex(Answers(1.0)),
    lambda: complex(Answers(None)),
    lambda: int(Floats()),
    lambda: float(object()),
    lambda: int(object()),
    lambda: complex(object()),
    lambda: int(n, 10),
    lambda: "%d" % Floats(),
    lambda: int([]),
):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Truncates:
    def __trunc__(self):
        return 9


print(float(MyFloat(1.5)), type(float(MyFloat(1.5))).__name__)
int(Truncates())
