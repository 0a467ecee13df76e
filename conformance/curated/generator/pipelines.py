# ---
# id: generator/pipelines
# desc: Chained generators pull item by item; each stage sees only what is asked for.
# ref: howto#functional-generators
# features: [generator]
# ---
def source(lines):
    for number, line in enumerate(lines, 1):
        print(f"[{number}]", end=" ")
        yield line


def strip(lines):
    for line in lines:
        line = line.split("#")[0].strip()
        if line:
            yield line


def fields(lines):
    for line in lines:
        key, sep, value = line.partition("=")
        if not sep:
            raise ValueError(f"no '=' in {line!r}")
        yield key.strip(), value.strip()


def typed(pairs):
    for key, value in pairs:
        yield key, int(value) if value.isdigit() else value


def until(pairs, last):
    for key, value in pairs:
        yield key, value
        if key == last:
            return


text = """
# settings
width = 80
title = hello # shown
empty =

height = 25
broken line
never = reached
""".split("\n")
stages = typed(fields(strip(source(text))))
print(next(stages))
print(next(stages))
print(dict(until(stages, "height")))
try:
    print(next(stages))
except ValueError as error:
    print(error)
print(next(stages, "the pipeline is finished"))


def batches(iterable, size):
    batch = []
    for item in iterable:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def running(iterable):
    total = 0
    for item in iterable:
        total += item
        yield total


print(list(batches(running(range(8)), 3)))
print(dict(typed(fields(strip(source(["a=1", "b"]))))))
