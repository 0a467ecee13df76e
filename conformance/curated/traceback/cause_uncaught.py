# ---
# id: traceback/cause_uncaught
# desc: An exception raised from another prints both, with the line about the direct cause between them.
# ref: 7.8
# features: [raise, chaining, traceback, caret, exception]
# ---
def load(text):
    return int(text)


def read_settings(lines):
    settings = {}
    for line in lines:
        name, _, value = line.partition("=")
        try:
            settings[name.strip()] = load(value)
        except ValueError as error:
            raise RuntimeError(f"bad setting {name!r}") from error
    return settings


print(read_settings(["a = 1", "b=2"]))
try:
    read_settings(["z = ?"])
except RuntimeError as error:
    print(error, "|", error.__cause__)
read_settings(["a=1", "size=large", "c=3"])
