# ---
# id: syntax_errors/if_assignment_attribute
# desc: An assignment to an attribute in a condition.
# ref: 8.1
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
if account.balance = 0:
    print("empty")
