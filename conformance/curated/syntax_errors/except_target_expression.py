# ---
# id: syntax_errors/except_target_expression
# desc: An except clause whose name is an attribute.
# ref: 8.4
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


try:
    Account("ann").deposit(0)
except ValueError as error.text:
    print("never")
