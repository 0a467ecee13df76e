# ---
# id: iterator/stop_iteration_uncaught
# desc: next() past the end is an uncaught StopIteration with an empty message.
# ref: functions#next
# features: [iterator, builtins, traceback, caret, exception]
# ---
def take(count, source):
    taken = []
    for _ in range(count):
        taken.append(next(source))
    return taken


letters = iter("abcdef")
print(take(2, letters))
print(take(0, letters))
print("d" in letters, list(letters))
numbers = (n * n for n in range(3))
print(take(3, numbers))
try:
    take(1, numbers)
except StopIteration as error:
    print("caught", repr(error), error.args, error.value)
print(take(3, iter([1, 2])))
