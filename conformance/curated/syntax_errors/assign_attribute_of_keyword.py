# ---
# id: syntax_errors/assign_attribute_of_keyword
# desc: An attribute named None.
# ref: 7.2
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
account.None = 5
