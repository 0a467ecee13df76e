# ---
# id: builtins/shadowing
# desc: Builtins may be shadowed at every level and come back when the shadow is deleted.
# ref: 4.2.2
# features: [builtins, scope, del, global, function, traceback, exception]
# ---
def local_shadow(values):
    len = lambda x: "local"
    return len(values)


def parameter_shadow(list, str="s"):
    return list, str


print(local_shadow([1, 2]), parameter_shadow([1]), len([1]))
sum = lambda values: "module " + "".join(values)
print(sum("ab"))


def use():
    return sum("cd")


print(use())
del sum
print(sum([1, 2]), max(1, 2))


def shadow_globally():
    global max
    max = min


shadow_globally()
print(max(1, 2))
del max
print(max(1, 2), [print for print in "a"], [id for id, type in [(1, 2)]])
str = "now text"
print(len(str))
print(str(5))
