# ---
# id: syntax_errors/walrus_to_attribute
# desc: An assignment expression with an attribute as target.
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


account = Account("ann")
if (account.balance := 5) > 3:
    print("never")
