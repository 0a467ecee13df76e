# ---
# id: genexpr/stop_iteration_inside
# desc: next() on an empty iterator inside a generator expression becomes RuntimeError, with the StopIteration as cause.
# ref: 6.2.8
# features: [genexpr, iterator, exception, chaining, traceback]
# ---
empty = iter([])
try:
    next(empty)
except StopIteration as error:
    print("plain:", repr(error), error.value)
source = iter([1, 2, 3])
pairs = ((first, next(source)) for first in source)
print(next(pairs))
try:
    next(pairs)
except RuntimeError as error:
    print("caught:", error, repr(error.__cause__))
print(list(pairs))
source = iter("abcde")
print(list((letter, next(source, None)) for letter in source))
source = iter("xyz")
print(list((letter, next(source)) for letter in source))
