# ---
# id: syntax_errors/class_keyword_name
# desc: A class named like a keyword.
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


class lambda:
    pass
