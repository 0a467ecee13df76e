# ---
# id: programs/bank_accounts
# desc: Accounts with interest, transfers, a history and errors of their own.
# ref: tutorial/classes
# features: [class, exception, property]
# ---
class BankError(Exception):
    """Base of the errors here."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} needs {amount - account.balance} more")
        self.account, self.amount = account, amount


class Account:
    _next_number = 1000

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        self.number = Account._next_number
        self.history = []
        Account._next_number += 1

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount}")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self.available():
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self

    def available(self):
        return self._balance

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self._balance})"

    def __lt__(self, other):
        return self.balance < other.balance


class Savings(Account):
    def __init__(self, owner, balance=0, rate=0.05):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        return self.deposit(round(self._balance * self.rate))


class Checking(Account):
    overdraft = 100

    def available(self):
        return super().available() + self.overdraft


class Bank:
    def __init__(self, *accounts):
        self.accounts = {account.number: account for account in accounts}

    def __getitem__(self, number):
        try:
            return self.accounts[number]
        except KeyError:
            raise BankError(f"no account {number}") from None

    def transfer(self, source, target, amount):
        sender, receiver = self[source], self[target]
        sender.withdraw(amount)
        try:
            receiver.deposit(amount)
        except ValueError:
            sender.deposit(amount)
            raise

    def total(self):
        return sum(account.balance for account in self.accounts.values())


bank = Bank(Savings("ann", 1000), Checking("bob", 50), Account("cy"))
bank[1000].add_interest().withdraw(50)
bank.transfer(1000, 1002, 300)
bank.transfer(1001, 1000, 120)
print(sorted(bank.accounts.values()), bank.total())
for source, target, amount in ((1001, 1000, 500), (1000, 9, 1), (1000, 1001, -5), (1002, 1000, 0)):
    try:
        bank.transfer(source, target, amount)
        print("done")
    except (BankError, ValueError) as error:
        print(type(error).__name__, error)
print(bank[1000].history, bank.total())
try:
    bank[1000].balance = 1_000_000
except AttributeError as error:
    print(error)
bank.transfer(1002, 1001, 10_000)
