# ---
# id: dict/many_keys_and_collisions
# desc: Hundreds of keys of mixed types, deletions and equal hashes keep order and find everything.
# ref: stdtypes#dict
# features: [dict, hash, del, int, float, str]
# ---
table = {}
for n in range(400):
    table[n] = "int"
    table[str(n)] = "str"
    table[n + 0.5] = "float"
    table[(n, str(n))] = "tuple"
for n in range(0, 400, 3):
    del table[n], table[str(n)]
print(len(table), 3 in table, 4 in table, 4.0 in table, "6" in table, (6, "6") in table, table[7.0], table.get(9.0, "gone"))
for n in range(0, 400, 6):
    table[n] = "back"
print(list(table)[:6], list(table)[-3:], list(table.values()).count("back"))
collide = {}
for n in range(50):
    collide[n * (2**61 - 1)] = n
    collide[2**61 - 1 + n * 2 ** 62] = -n
print(len(collide), collide[0], collide[(2**61 - 1) * 49], collide[2**61 - 1], sorted(collide.values())[:4])
print(hash(2**61 - 1) == hash(0), hash(-1) == hash(-2), {-1: "a", -2: "b"}[-2], {0: "x", 2**61 - 1: "y"})
seen = {float("nan"): 1, float("nan"): 2}
nan = float("nan")
print(len(seen), {nan: "same"}[nan], nan in {nan}, [n for n in (0.0, -0.0, 0, False) if n in {0: 1}])
while len(table) > 5:
    table.popitem()
print(table)
