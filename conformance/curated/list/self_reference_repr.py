# ---
# id: list/self_reference_repr
# desc: A list or dict that contains itself prints dots and compares by identity first.
# ref: stdtypes#list
# features: [list, dict, recursion]
# ---
knot = [1]
knot.append(knot)
print(knot, knot[1][1][1] is knot)
ring = {"name": "ring"}
ring["self"] = ring
ring["list"] = [ring, knot]
print(ring)
print(str(knot), f"{knot}", repr((knot,)))
print(knot == knot, knot in knot, knot.index(knot))
deep = []
for _ in range(50):
    deep = [deep]
print(deep, len(repr(deep)))
