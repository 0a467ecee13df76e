# ---
# id: class/body_runs_as_code
# desc: The body of a class runs once, top to bottom, with its own names, which become attributes.
# ref: 8.8
# features: [class, scope]
# ---
print("before")


class Settings:
    print("in the body", __name__, __qualname__)
    level = 1
    for step in range(3):
        level += step
    if level > 3:
        mode = "high"
    else:
        mode = "low"
    squares = [n * n for n in range(level)]
    try:
        level / 0
    except ZeroDivisionError as error:
        problem = str(error)

    def describe(self):
        return f"{self.mode} {self.level}"

    alias = describe
    del step


print("after", Settings.level, Settings.mode, Settings.squares, Settings.problem)
print(Settings().describe(), Settings().alias(), hasattr(Settings, "step"), hasattr(Settings, "error"))
print([name for name in vars(Settings) if not name.startswith("__")])
Settings.level = 40
print(Settings().describe())
try:
    class Broken:
        first = 1
        second = first + missing
        third = 3
except NameError as error:
    print(error)
try:
    Broken
except NameError as error:
    print(error)


class Late:
    value = Settings.level // (Settings.level - 40)
