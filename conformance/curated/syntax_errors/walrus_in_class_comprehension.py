# ---
# id: syntax_errors/walrus_in_class_comprehension
# desc: An assignment expression in a comprehension of a class body.
# ref: 6.12
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
    values = [last := n for n in range(3)]
