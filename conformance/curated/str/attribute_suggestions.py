# ---
# id: str/attribute_suggestions
# desc: An unknown str method names the closest known one when uncaught.
# ref: 6.3.1
# features: [str, attributes, suggestion, traceback, caret]
# ---
names = ["upper", "uppr", "startwith", "xyzzy", "Join", "len", "isnumber", "replaceall"]
for name in names:
    try:
        print(name, hasattr("text", name), getattr("text", name, "no such thing") == "no such thing")
    except AttributeError as error:
        print(error)
try:
    "text".uppr()
except AttributeError as error:
    print(error, error.name, error.obj)


def shout(text):
    return text.strip().uper() + "!"


print(shout("  hey "))
