# ---
# id: traceback/caret_attribute_of_none
# desc: An attribute of None, as from a method that returns nothing, is marked.
# ref: 6.3.1
# features: [traceback, caret, exception, attributes, none, list]
# ---
def ordered(values):
    return values.sort()


def first(values):
    return values[0] if values else None


numbers = [3, 1, 2]
print(ordered(numbers), numbers)
print(first(numbers), first([]))
try:
    first([]).bit_length()
except AttributeError as error:
    print(error, error.name, error.obj)
try:
    None.attribute = 1
except AttributeError as error:
    print(error)
total = (
    first(numbers).bit_length()
    + ordered(numbers).count(3)
)
