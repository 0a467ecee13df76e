# ---
# id: traceback/caret_attribute
# desc: A missing attribute in a chain of calls is marked with all that came before it.
# ref: 6.3.1
# features: [traceback, caret, exception, attributes, str]
# ---
def slug(title):
    return title.strip().lower().replace(" ", "-").titel().strip("-")


def words(text):
    return text.split()


print(words("  several words here "))
print("Title Case".swapcase().center(20, "*"))
print([word.capitalize() for word in words("one two")])
text = None
for candidate in ("", "found"):
    text = candidate or text
print(text.upper())
print(slug(" My First Post "))
