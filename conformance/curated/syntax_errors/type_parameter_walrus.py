# ---
# id: syntax_errors/type_parameter_walrus
# desc: An assignment expression in the bound of a type parameter.
# ref: 8.10
# features: [syntax_error]
# ---
class Account:
    limit = 100

    def __init__(self, owner, balance=0):
        self.owner, self.balance = owner, balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        return self.balance


class Holder[T: (x := int)]:
    pass
