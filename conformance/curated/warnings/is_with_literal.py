# ---
# id: warnings/is_with_literal
# desc: is and is not with a literal warn at compile time, before the first line runs, once for each place.
# ref: 6.10.3
# features: [warning, identity, comparison]
# ---
print("the warnings came before this line")


def check(value):
    if value is 1:
        return "one"
    if value is not "text":
        return "other"
    return [value is (), value is 2.5, value is b"b", value is None, value is ..., value is True]


print(check(None))
for value in range(3):
    print(check(value) is not None)
print(None is None, ... is Ellipsis)
never = lambda x: x is -1
print(check(2) == "other", never(5))
