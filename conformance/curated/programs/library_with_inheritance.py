# ---
# id: programs/library_with_inheritance
# desc: A lending library with abstract items, members, due days, fines and a search.
# ref: tutorial/classes
# features: [class, abc, super]
# ---
from abc import ABC, abstractmethod
from collections.abc import Iterable


class Item(ABC):
    all_items: "list[Item]" = []

    def __init_subclass__(cls, days=14, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.days = days

    def __init__(self, title, *authors):
        self.title, self.authors, self.borrower = title, authors, None
        Item.all_items.append(self)

    @abstractmethod
    def fine(self, late): ...

    @property
    def label(self):
        return f"{type(self).__name__.lower()} {self.title!r}"

    def matches(self, text):
        return text.lower() in self.title.lower() or any(text.lower() in author.lower() for author in self.authors)


class Book(Item, days=21):
    def fine(self, late):
        return late * 10


class Film(Item, days=3):
    def __init__(self, title, *authors, minutes):
        super().__init__(title, *authors)
        self.minutes = minutes

    def fine(self, late):
        return 50 + late * 25

    @property
    def label(self):
        return super().label + f" ({self.minutes} min)"


class Member:
    limit = 2

    def __init__(self, name):
        self.name, self.loans, self.owed = name, {}, 0

    def __str__(self):
        return self.name


class Premium(Member):
    limit = 4

    def __init__(self, name, discount=0.5):
        super().__init__(name)
        self.discount = discount

    def __setattr__(self, name, value):
        if name == "owed" and hasattr(self, "discount"):
            value = self.owed + (value - self.owed) * self.discount
        super().__setattr__(name, value)


class LibraryError(Exception):
    pass


class Library:
    def __init__(self):
        self.day = 0

    def lend(self, item, member):
        if item.borrower is not None:
            raise LibraryError(f"{item.label} is with {item.borrower}")
        if len(member.loans) >= member.limit:
            raise LibraryError(f"{member} may have {member.limit} items")
        item.borrower = member
        member.loans[item] = self.day + item.days
        return member.loans[item]

    def take_back(self, item):
        member = item.borrower
        if member is None:
            raise LibraryError(f"{item.label} is not lent")
        late = max(0, self.day - member.loans.pop(item))
        item.borrower = None
        if late:
            member.owed += item.fine(late)
        return late

    def search(self, text) -> Iterable[Item]:
        return (item for item in Item.all_items if item.matches(text))


library = Library()
novel, manual, film = Book("Emma", "Austen"), Book("Python", "Guido", "Tim"), Film("Metropolis", "Lang", minutes=153)
ann, bob = Member("ann"), Premium("bob")
print(library.lend(novel, ann), library.lend(film, ann), [i.label for i in ann.loans])
for item, member in ((manual, ann), (novel, bob)):
    try:
        library.lend(item, member)
    except LibraryError as error:
        print(error)
library.day = 10
print(library.take_back(film), ann.owed, library.lend(film, bob))
library.day = 20
print(library.take_back(novel), library.take_back(film), ann.owed, bob.owed, [i.label for i in library.search("a")])
print(Book.days, Film.days, Book.__mro__[1].__name__)
try:
    Item("abstract")
except TypeError as error:
    print(error)
library.take_back(manual)
