# ---
# id: function/star_in_annotation
# desc: The annotation of *args may have a star.
# ref: 8.7
# features: [function]
# ---
# Annotations are not evaluated before someone asks for them: the names in them need not exist.
def join(first, *rest: *Parts, sep: Text = "-") -> Text:
    return sep.join([first, *rest])


print(join("a"))
print(join("a", "b", "c"))
print(join("x", *"yz", sep="+"))


def outer(*values: *Pair[int]):
    def inner(*more: *Unknown):
        return values + more

    return inner


print(outer(1, 2)(3, 4))
print(outer()())
