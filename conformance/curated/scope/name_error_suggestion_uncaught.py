# ---
# id: scope/name_error_suggestion_uncaught
# desc: An unknown name is uncaught with the closest known name, local, global or builtin, suggested.
# ref: 4.2.2
# features: [scope, suggestion, traceback, caret, exception]
# ---
collection = [1, 2, 3]


def measure(values):
    number = len(values)
    try:
        return nubmer
    except NameError as error:
        print(error, error.name)
    return number


print(measure(collection))
for attempt in (lambda: undefined_entirely, lambda: pritn, lambda: colection):
    try:
        attempt()
    except NameError as error:
        print(error)
print(sum(collection))
print(measure(collecton))
