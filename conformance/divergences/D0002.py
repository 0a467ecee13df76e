# A second MemoryError takes over a flag of the first in CPython, and never does here.
try:
    raise MemoryError("first") from None
except MemoryError as error:
    print(error.__suppress_context__)
try:
    raise MemoryError("second")
except MemoryError as error:
    print(error.__suppress_context__)
