# ---
# id: special_methods/conversion_answers_subclass
# desc: An __int__, __float__ or __index__ that answers a subclass works with a warning.
# ref: 3.3.8
# features: [special_method, warning]
# ---
import warnings


class MyInt(int):
    pass


class MyFloat(float):
    pass


class MyComplex(complex):
    pass


class Odd:
    def __int__(self):
        return MyInt(4)

    def __float__(self):
        return MyFloat(1.5)

    def __complex__(self):
        return MyComplex(1j)

    def __index__(self):
        return True


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(int(Odd()), type(int(Odd())).__name__)
    print(float(Odd()), type(float(Odd())).__name__)
    print(complex(Odd()), type(complex(Odd())).__name__)
    print([10, 20][Odd()], hex(Odd()), list(range(Odd())))
for warning in caught:
    print(warning.category.__name__, warning.message)
warnings.simplefilter("error")
for action in (
    lambda: int(Odd()), lambda: float(Odd()), lambda: complex(Odd()), lambda: hex(Odd()), lambda: [1, 2][Odd()],
):
    try:
        print(action())
    except DeprecationWarning as error:
        print("error:", error)
int(Odd())
