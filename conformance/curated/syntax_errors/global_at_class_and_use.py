# ---
# id: syntax_errors/global_at_class_and_use
# desc: A global statement after the name was used in a class body.
# ref: 7.12
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
    total = 5
    global total
