# ---
# id: class/name_mangling
# desc: Names that start with two underscores are rewritten inside a class, everywhere but when they end in two.
# ref: 6.2.1
# features: [class, name_mangling]
# ---
class Account:
    __kind = "account"
    __dunder__ = "kept"

    def __init__(self, amount):
        self.__amount = amount
        self.__twice__ = amount * 2

    def __secret(self, __extra=1):
        __local = self.__amount + __extra
        return __local, sorted(locals())

    def call(self):
        try:
            self.__secret(__extra=5)
        except TypeError as error:
            print(error)
        return self.__secret(), self.__secret(_Account__extra=5), self.__secret(**{"_Account__extra": 6})

    def nested(self):
        def inner():
            return self.__amount

        class Inner:
            __x = 1

            def get(self):
                return self.__x

        return inner(), Inner().get(), [n for n in vars(Inner) if n.endswith("__x")]

    def keyword(self, **__given):
        return sorted(__given), {"__amount": 1}

    def by_getattr(self):
        return hasattr(self, "__amount"), hasattr(self, "_Account__amount")


class Savings(Account):
    def __init__(self, amount):
        super().__init__(amount)
        self.__amount = -1

    def both(self):
        return self.__amount, self._Account__amount


class _Lead:
    __v = 1


class __:
    __v = 2


account = Account(100)
print(account.call(), account.nested(), account.by_getattr(), account.keyword(__amount=3))
print(sorted(vars(account)), Account.__dunder__, Account._Account__kind)
print(Savings(7).both(), sorted(vars(Savings(7))))
print([n for n in vars(_Lead) if n.endswith("v")], [n for n in vars(__) if n.endswith("v")])
_Account__outside = "module"


class Account:
    def read(self):
        return __outside

    def fails(self):
        return __missing


print(Account().read())
try:
    Account().__read
except AttributeError as error:
    print(error)
Account().fails()
