# ---
# id: suggestions/attribute_error
# desc: "Did you mean" of AttributeError on instances, classes, builtin values and nested attributes.
# ref: exceptions#AttributeError
# features: [suggestion, attributes]
# ---
import sys

errors = []


class Account:
    currency = "EUR"
    __private = 1

    def __init__(self):
        self.balance = 10
        self._hidden = 1
        self.owner_name = "ann"

    def deposit(self, amount):
        self.balance += amount


class Outer:
    def __init__(self):
        self.account = Account()


class Slots:
    __slots__ = ("first", "second")


class CustomDir:
    def __dir__(self):
        return ["special_name"]


class Raises:
    def __getattr__(self, name):
        raise AttributeError(f"custom text for {name}")


class RaisesNamed:
    good_name = 1

    def __getattr__(self, name):
        raise AttributeError(f"custom {name}", name=name, obj=self)


a, o = Account(), Outer()
for action in (
    lambda: a.balence,
    lambda: a.depositt,
    lambda: a.curency,
    lambda: a.hidden,
    lambda: a.private,
    lambda: a.ownername,
    lambda: a.BALANCE,
    lambda: Account.depost,
    lambda: a.completely_different,
    lambda: a.x,
    lambda: o.balance,
    lambda: o.acount,
    lambda: Slots().frist,
    lambda: CustomDir().specail_name,
    lambda: Raises().anything,
    lambda: RaisesNamed().god_name,
    lambda: [].apend,
    lambda: "".uper,
    lambda: (1).bit_lenght,
    lambda: {}.key,
    lambda: None.strip,
    lambda: len.__nam__,
    lambda: [].add,
    lambda: {}.add,
    lambda: sys.verison,
):
    try:
        action()
    except AttributeError as error:
        errors.append(error)
print(a.balance)
print(len(errors))
raise ExceptionGroup("all", [ExceptionGroup("some", errors[n : n + 12]) for n in range(0, len(errors), 12)])
