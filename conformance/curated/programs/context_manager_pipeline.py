# ---
# id: programs/context_manager_pipeline
# desc: Stages of a data pipeline as context managers and generators, with clean-up, partial failures and a summary.
# ref: contextlib
# features: [with, generator, contextlib]
# ---
from contextlib import ExitStack, contextmanager


class Source:
    def __init__(self, name, records):
        self.name, self.records, self.state = name, records, "new"

    def __enter__(self):
        self.state = "open"
        return self

    def __exit__(self, kind, value, trace):
        self.state = f"closed after {kind.__name__}" if kind else "closed"

    def __iter__(self):
        if self.state != "open":
            raise RuntimeError(f"{self.name} is {self.state}")
        for record in self.records:
            yield self.name, record


class Sink:
    def __init__(self):
        self.rows, self.committed = [], []

    @contextmanager
    def batch(self, label):
        start = len(self.rows)
        try:
            yield self.rows.append
        except ValueError as error:
            del self.rows[start:]
            print(f"  {label}: rolled back ({error})")
        else:
            self.committed.append((label, len(self.rows) - start))


def parse(records):
    for origin, text in records:
        name, _, amount = text.partition(":")
        try:
            yield origin, name.strip(), int(amount)
        except ValueError:
            raise ValueError(f"bad amount {amount!r} from {origin}") from None


def positive(rows):
    return (row for row in rows if row[2] > 0)


def totals(rows):
    result = {}
    for _, name, amount in rows:
        result[name] = result.get(name, 0) + amount
    return result


@contextmanager
def progress(title):
    print("begin", title)
    try:
        yield
    finally:
        print("end", title)


sink = Sink()
sources = [Source("a", ["x: 1", "y: 2", "x: -5"]), Source("b", ["y: 10", "broken: ten"]), Source("c", ["z: 7"])]
with progress("load"), ExitStack() as stack:
    for source in sources:
        stack.enter_context(source)
        with sink.batch(source.name) as write:
            for row in positive(parse(source)):
                write(row)
    print([s.state for s in sources])
print([s.state for s in sources], sink.committed)
print(totals(sink.rows), sink.rows)
try:
    list(sources[0])
except RuntimeError as error:
    print(error)


class Retry:
    def __init__(self, times):
        self.times, self.attempts = times, 0

    def __iter__(self):
        while self.attempts < self.times:
            yield self
            if self.ok:
                return

    def __enter__(self):
        self.attempts += 1
        return self.attempts

    def __exit__(self, kind, value, trace):
        self.ok = kind is None
        return kind is not None and self.attempts < self.times


for retry in Retry(4):
    with retry as attempt:
        if attempt < 3:
            raise OSError(f"attempt {attempt}")
        print("worked at", attempt)
with progress("final"):
    for retry in Retry(2):
        with retry as attempt:
            raise LookupError(f"attempt {attempt}")
