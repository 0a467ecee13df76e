# ---
# id: syntax_errors/star_import_in_class
# desc: A star import inside a class body.
# ref: 7.11
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


class Tools:
    from functools import *
    value = 1
