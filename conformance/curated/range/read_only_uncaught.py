# ---
# id: range/read_only_uncaught
# desc: Storing into a range fails uncaught, after reading it in all ways worked.
# ref: stdtypes#ranges
# features: [range, subscript, traceback, caret, exception]
# ---
steps = range(0, 100, 10)
for index, step in enumerate(steps):
    if step == 30:
        print("thirty at", index)
        break
else:
    print("never")
print(steps.index(50), steps[-2], sum(steps), max(steps), 55 in steps)
iterator = iter(steps)
print(next(iterator), next(iterator), list(iterator)[:2])
try:
    steps.step = 5
except AttributeError as error:
    print("caught", error)
steps[0] = 1
