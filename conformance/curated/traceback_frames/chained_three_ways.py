# ---
# id: traceback_frames/chained_three_ways
# desc: Cause, context and suppressed context together, each with its own frames and notes.
# ref: 7.8
# features: [traceback, chaining]
# ---
class ConfigError(Exception):
    pass


def read(name):
    try:
        return {"a": "1", "b": "x"}[name]
    except KeyError as error:
        raise ConfigError(f"no setting {name}") from error


def parse(name):
    text = read(name)
    try:
        return int(text)
    except ValueError:
        raise ConfigError(f"{name} is no number") from None


def load(*names):
    loaded = {}
    for name in names:
        try:
            loaded[name] = parse(name)
        except ConfigError as error:
            error.add_note(f"while loading {names}")
            try:
                loaded[name] = len(None)
            except TypeError:
                raise LookupError("fallback failed too")
    return loaded


def chain(error):
    out = []
    while error:
        out.append((type(error).__name__, str(error), error.__suppress_context__))
        error = error.__cause__ or error.__context__
    return out


print(load("a"))
for name in ("b", "c"):
    try:
        load(name)
    except LookupError as error:
        for entry in chain(error):
            print(entry)


def main():
    try:
        load("a", "c")
    except LookupError as error:
        error.add_note("last note\nin two lines")
        raise RuntimeError("could not start") from error


main()
