# ---
# id: with/missing_methods_and_bad_targets
# desc: Errors of the statement itself: missing methods, __enter__ that raises, targets that cannot be bound.
# ref: 8.5
# features: [with, attributes]
# ---
class Good:
    def __init__(self, value=None):
        self.value = value

    def __enter__(self):
        print("enter", end=" ")
        return self.value

    def __exit__(self, kind, value, trace):
        print("exit", kind and kind.__name__, end=" ")


class EnterRaises(Good):
    def __enter__(self):
        raise LookupError("in enter")


def attempt(function):
    try:
        function()
        print("fine")
    except Exception as error:
        print(type(error).__name__, error)


def enter_raises():
    with EnterRaises():
        print("never")


def unpack_too_many():
    with Good((1, 2)) as (a, b, c):
        print("never")


def unpack_number():
    with Good(5) as (a, b):
        print("never")


def bad_index():
    with Good(5) as [][0]:
        pass


def store_in_list():
    data = []
    with Good(5) as data[3]:
        print("never")


def attribute():
    with Good(5) as (5).real:
        print("never")


def starred():
    with Good("abc") as (first, *rest):
        print(first, rest, end=" ")


def second_fails():
    with Good(), EnterRaises():
        print("never")


def number():
    with 5 as five:
        print("never")


def none():
    with None:
        pass


def a_class():
    with Good:
        pass


for function in (
    enter_raises, unpack_too_many, unpack_number, store_in_list, attribute, starred, second_fails, number, none, a_class,
):
    attempt(function)
Good.__enter__ = None
attempt(lambda: unpack_number())
del Good.__enter__
unpack_number()
