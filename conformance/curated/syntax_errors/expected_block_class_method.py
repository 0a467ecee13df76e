# ---
# id: syntax_errors/expected_block_class_method
# desc: A method without its block.
# ref: 8.7
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


class Broken(Account):
    def withdraw(self, amount):
    limit = 5
