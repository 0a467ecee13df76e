# ---
# id: syntax_errors/type_parameter_default_order
# desc: A type parameter without default after one with.
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


class Holder[T = int, S]:
    pass
