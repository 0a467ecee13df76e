# ---
# id: set/changed_while_iterating
# desc: A set that grows while a loop runs over it raises RuntimeError, uncaught.
# ref: stdtypes#set-types-set-frozenset
# features: [set, for, iterator, exception, traceback, caret]
# ---
numbers = {1, 2, 3}
seen = []
for number in list(numbers):
    numbers.add(number * 10)
    seen.append(number)
print(sorted(numbers), seen)
for number in numbers.copy():
    numbers.discard(number)
print(numbers, len(numbers))
numbers = {5}
try:
    for number in numbers:
        numbers.remove(number)
    print("a set may shrink to nothing in its last step")
except RuntimeError as error:
    print(error)
numbers = {1, 2}
total = sum(number for number in numbers)
print(total)
print(max(numbers.add(number + 100) or number for number in numbers))
