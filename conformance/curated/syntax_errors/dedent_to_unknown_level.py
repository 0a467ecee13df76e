# ---
# id: syntax_errors/dedent_to_unknown_level
# desc: A dedent that matches no level, inside a method.
# ref: 2.1.8
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


class Holder:
    def method(self):
            value = 1
        return value
