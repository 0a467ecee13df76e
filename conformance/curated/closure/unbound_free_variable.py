# ---
# id: closure/unbound_free_variable
# desc: A free variable that has no value yet is a NameError of its own text, uncaught.
# ref: 4.2.2
# features: [closure, scope, exception, traceback, caret, suggestion]
# ---
def maker(flag):
    def use():
        return value + 1

    if flag:
        value = 10
    return use


print(maker(True)())
try:
    maker(False)()
except NameError as error:
    print(type(error).__name__, error)


def deleted():
    here = 1
    read = lambda: here
    print(read())
    del here
    try:
        read()
    except NameError as error:
        print(error)
    here = 2
    return read()


print(deleted())
print([maker(flag)() for flag in (True, False)])
