# ---
# id: scope/global_statement
# desc: global makes assignment, del, for, def and import of names reach the module.
# ref: 7.12
# features: [global, scope, function, del]
# ---
count = 0
letters = "outer"


def bump():
    global count, created
    count += 1
    created = count * 10


def rebind():
    global letters, helper
    for letters in "xyz":
        pass

    def helper():
        return letters + str(count)


def remove():
    global created
    del created


def inner_global():
    count = "local"

    def change():
        global count
        count = 50

    change()
    return count


bump()
bump()
print(count, created)
rebind()
print(letters, helper())
print(inner_global(), count, helper())
remove()
try:
    created
except NameError as error:
    print(error)
remove_twice = remove
try:
    remove_twice()
except NameError as error:
    print(error)
print("count" in globals(), "created" in globals(), globals()["count"])
