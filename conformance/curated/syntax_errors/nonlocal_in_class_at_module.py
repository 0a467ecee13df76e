# ---
# id: syntax_errors/nonlocal_in_class_at_module
# desc: A nonlocal in a class at module level.
# ref: 7.13
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


class Savings(Account):
    nonlocal limit
    limit = 5
