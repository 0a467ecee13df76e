# ---
# id: int/bool_inversion_warns
# desc: Inverting a bool works as on ints and prints a deprecation warning with its line, once a place.
# ref: 6.6
# features: [bool, bitwise, warning]
# ---
flags = [True, False]


def invert(flag):
    return ~flag


for flag in flags:
    print(flag, invert(flag))
for flag in flags:
    print(flag, invert(flag) == -int(flag) - 1)
print(~5, ~-6)
print([~flag for flag in flags])
print(not flags[0], not flags[1])
print(flags[0] & ~flags[1])
print(invert(0), invert(1))
print("done")
