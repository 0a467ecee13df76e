# ---
# id: syntax_errors/continue_in_class
# desc: A continue in a class body inside a loop.
# ref: 7.10
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


for n in range(3):
    class Holder:
        continue
