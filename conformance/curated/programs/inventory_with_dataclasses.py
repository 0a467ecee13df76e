# ---
# id: programs/inventory_with_dataclasses
# desc: A stock of products with categories, movements, reports and validation.
# ref: dataclasses
# features: [dataclasses, enum, match]
# ---
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from enum import Enum, auto


class Category(Enum):
    TOOL = auto()
    FOOD = auto()
    BOOK = auto()


@dataclass(frozen=True, order=True)
class Product:
    code: str
    name: str = field(compare=False)
    category: Category = field(compare=False)
    price: int = field(compare=False)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f"{self.code}: negative price {self.price}")


@dataclass
class Movement:
    code: str
    amount: int
    reason: str = "sale"


@dataclass
class Stock:
    products: dict[str, Product] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    log: list[Movement] = field(default_factory=list, repr=False)

    def add(self, product, amount=0):
        self.products[product.code] = product
        self.levels[product.code] = self.levels.get(product.code, 0) + amount
        return self

    def apply(self, *movements):
        done = []
        try:
            for movement in movements:
                if movement.code not in self.products:
                    raise KeyError(movement.code)
                level = self.levels[movement.code] + movement.amount
                if level < 0:
                    raise ValueError(f"only {self.levels[movement.code]} of {movement.code} left")
                self.levels[movement.code] = level
                done.append(movement)
        except (KeyError, ValueError) as error:
            for movement in reversed(done):
                self.levels[movement.code] -= movement.amount
            error.add_note(f"{len(done)} movements undone")
            raise
        self.log += done

    def below(self, limit) -> Iterator[Product]:
        yield from sorted(self.products[code] for code, level in self.levels.items() if level < limit)

    def value(self):
        return sum(self.products[code].price * level for code, level in self.levels.items())

    def report(self):
        totals = dict.fromkeys(Category, 0)
        for code, level in self.levels.items():
            totals[self.products[code].category] += level
        return {category.name.title(): total for category, total in totals.items()}


def parse(line):
    match line.split():
        case ["sell", code, amount]:
            return Movement(code, -int(amount))
        case ["buy", code, amount, *reason]:
            return Movement(code, int(amount), " ".join(reason) or "purchase")
        case [command, *_]:
            raise ValueError(f"unknown command {command!r}")
        case []:
            return None


stock = Stock()
stock.add(Product("h1", "hammer", Category.TOOL, 1500), 5).add(Product("a1", "apple", Category.FOOD, 30), 100)
stock.add(Product("b1", "novel", Category.BOOK, 900))
stock.apply(*map(parse, ["sell h1 2", "buy b1 4 new edition", "sell a1 70"]))
print(stock.levels, stock.value(), stock.report())
print([p.name for p in stock.below(10)], stock.log[1])
for lines in (["sell a1 5", "sell h1 9"], ["sell zz 1"], ["steal h1 1"], ["buy h1 x"]):
    try:
        stock.apply(*map(parse, lines))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error, getattr(error, "__notes__", []))
print(stock.levels)
cheaper = replace(stock.products["h1"], price=1200)
print(
    cheaper, cheaper == stock.products["h1"], asdict(cheaper)["category"],
    hash(cheaper) == hash(stock.products["h1"]),
)
Product("x9", "broken", Category.TOOL, -1)
