# ---
# id: scope/qualified_names_in_generators
# desc: What a generator expression makes is named after it without `<locals>`; what a comprehension makes is not.
# ref: expressions#generator-expressions
# features: [genexpr, lambda, comprehension, scope]
# ---
def names():
    yes = [(lambda: 0).__qualname__ for _ in "a"]
    yes += list((lambda: 0).__qualname__ for _ in "a")
    yes += list((lambda: (lambda: 1).__qualname__)() for _ in "a")
    yes += list((lambda: 0).__qualname__ for _ in (lambda q: "a")(1))
    for inner in list(list((lambda: 0).__qualname__ for _ in "b") for _ in "a"):
        yes += inner
    for inner in list([(lambda: 0).__qualname__ for _ in "b"] for _ in "a"):
        yes += inner
    for inner in [list((lambda: 0).__qualname__ for _ in "b") for _ in "a"]:
        yes += inner
    return yes


for name in names():
    print(name)
print(list((lambda: 0).__qualname__ for _ in "a"), {(lambda: 1).__qualname__ for _ in "a"})
print(sum((lambda a: a)() for _ in [2]))
