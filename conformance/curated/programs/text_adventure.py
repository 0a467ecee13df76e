# ---
# id: programs/text_adventure
# desc: A text adventure driven by a script of commands.
# ref: tutorial
# features: [class, match, dict]
# ---
from dataclasses import dataclass, field


@dataclass
class Room:
    name: str
    description: str
    exits: dict[str, str] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)
    locked: bool = False


class GameOver(Exception):
    pass


class Game:
    def __init__(self):
        self.rooms = {
            "hall": Room("hall", "A dusty hall.", {"north": "study", "east": "cellar"}, ["lamp"]),
            "study": Room("study", "Books everywhere.", {"south": "hall"}, ["key", "book"]),
            "cellar": Room("cellar", "It is dark.", {"west": "hall", "down": "vault"}),
            "vault": Room("vault", "Gold!", {"up": "cellar"}, ["gold"], locked=True),
        }
        self.here = self.rooms["hall"]
        self.bag, self.turns, self.lit = [], 0, False

    def run(self, command):
        self.turns += 1
        match command.lower().split():
            case ["look"]:
                items = ", ".join(self.here.items) or "nothing"
                return f"{self.here.description} You see {items}. Exits: {', '.join(self.here.exits)}."
            case ["go", direction] if direction in self.here.exits:
                return self.enter(self.rooms[self.here.exits[direction]])
            case ["go", ("north" | "south" | "east" | "west" | "up" | "down") as direction]:
                return f"No way {direction}."
            case ["go", *_]:
                return "Go where?"
            case ["take", item] if item in self.here.items:
                self.here.items.remove(item)
                self.bag.append(item)
                if item == "gold":
                    raise GameOver(f"You win in {self.turns} turns")
                return f"Taken: {item}."
            case ["drop", item] if item in self.bag:
                self.bag.remove(item)
                self.here.items.append(item)
                return f"Dropped: {item}."
            case ["use", "lamp"] if "lamp" in self.bag:
                self.lit = not self.lit
                return "The lamp is " + ("on." if self.lit else "off.")
            case ["use", "key", "on", target] if "key" in self.bag:
                return self.unlock(target)
            case ["take" | "drop" | "use", item, *_]:
                return f"You cannot do that with {item}."
            case ["inventory" | "i"]:
                return f"You carry {self.bag or 'nothing'}."
            case ["quit"]:
                raise SystemExit(f"Bye after {self.turns} turns")
            case []:
                return "Say something."
            case [verb, *rest]:
                return f"I do not know how to {verb}" + (f" {len(rest)} words." if rest else ".")

    def enter(self, room):
        if room.locked:
            return f"The {room.name} is locked."
        if room.name == "cellar" and not self.lit:
            return "Too dark to enter."
        self.here = room
        return f"You are in the {room.name}."

    def unlock(self, target):
        for name in self.here.exits.values():
            if name == target and self.rooms[name].locked:
                self.rooms[name].locked = False
                return f"The {name} opens."
        return f"There is no locked {target} here."


script = """look
go up
go
take sword
go east
take lamp
use lamp
i
go north
take key
drop lamp
go south
go east
use key on vault
go down
dance wildly

take gold"""
game = Game()
try:
    for line in script.split("\n"):
        print("> " + line)
        print(game.run(line))
except GameOver as end:
    print(end)
print(sorted(game.bag), game.here.name)
game.run("quit")
