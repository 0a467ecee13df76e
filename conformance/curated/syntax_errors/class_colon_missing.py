# ---
# id: syntax_errors/class_colon_missing
# desc: A class statement without its colon.
# ref: 8.8
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


class Broken(Account)
    pass
