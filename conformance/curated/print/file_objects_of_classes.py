# ---
# id: print/file_objects_of_classes
# desc: print to objects with write: what is written piece by piece, flush, errors, and sys.stdout replaced.
# ref: functions#print
# features: [print, class]
# ---
import sys


class Pieces:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


class Flushing(Pieces):
    flushes = 0

    def flush(self):
        Flushing.flushes += 1


class Tee:
    def __init__(self, *targets):
        self.targets = targets

    def write(self, text):
        for target in self.targets:
            target.write(text.upper())
        return "ignored"


class Thing:
    def __str__(self):
        return "thing"


p, f = Pieces(), Flushing()
print("a", 1, Thing(), sep="-", end="!\n", file=p)
print(file=p)
print("", "", file=p)
print("x", sep=None, end=None, file=p)
print(*"abc", sep="", end="", file=p)
print(p.parts)
print("flushed", file=f, flush=True)
print("not", file=f, flush=0)
print(f.parts, f.flushes)
print("to both", file=Tee(p, f))
print(p.parts[-2:], f.parts[-1:])
saved = sys.stdout
sys.stdout = p
try:
    print("captured")
    print("explicit", file=saved)
    exec("print('from exec')")
    sys.stdout.write("direct")
finally:
    sys.stdout = saved
print(p.parts[-5:])


class Fails:
    def write(self, text):
        if text == "bad":
            raise ValueError("cannot write bad")
        saved.write(f"[{text}]")


try:
    print("good", "bad", "never", file=Fails())
except ValueError as error:
    print(error)


class NoStr:
    def __str__(self):
        raise LookupError("no text")


try:
    print("before", NoStr(), "after", file=p)
except LookupError as error:
    print(error, p.parts[-2:])
for bad in (
    lambda: print("x", file=5),
    lambda: print("x", file=Pieces),
    lambda: print("x", file=p, flush=True),
    lambda: print("x", sep=5),
    lambda: print("x", end=b""),
    lambda: print("x", file=None),
    lambda: print("x", unknown=1),
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
sys.stdout = Pieces()
sys.stdout = saved
print("end", file=object())
