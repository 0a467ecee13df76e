# ---
# id: list/slices_read_error
# desc: A float as a slice bound is uncaught and shown with its caret.
# ref: 6.3.3
# features: [list, slice, traceback, caret]
# ---
def window(items, middle, width):
    half = width / 2
    return items[middle - half : middle + half]


numbers = list(range(20))
print(numbers[5:10])
print(numbers[5:][:5] == numbers[5:10])
for middle in range(3):
    left = max(0, middle - 1)
    print(middle, numbers[left : middle + 2])
letters = tuple("abcdef")
print(letters[::2], letters[1::2])
print("abcdef"[::2] + "abcdef"[1::2])
print(window(numbers, 10, 4))
