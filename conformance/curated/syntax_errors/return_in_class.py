# ---
# id: syntax_errors/return_in_class
# desc: A return in a class body.
# ref: 7.6
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
    rate = 0.5
    return rate
