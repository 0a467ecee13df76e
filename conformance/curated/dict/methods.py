# ---
# id: dict/methods
# desc: Every method of dict, with the dict shown after each call.
# ref: stdtypes#mapping-types-dict
# features: [dict, method]
# ---
ages = {"ann": 30, "bob": 25}
print(ages.get("ann"), ages.get("cy"), ages.get("cy", 0), ages.setdefault("ann", 1), ages.setdefault("dan"), ages)
print(ages.pop("dan"), ages.pop("zed", "none"), ages.popitem(), ages)
ages.update({"eve": 1}, flo=2)
ages.update([("gus", 3), ["hal", 4]])
ages.update()
print(ages, list(ages), list(ages.values()), list(ages.items()), len(ages), "eve" in ages, 1 in ages)
print(ages.keys(), ages.values(), ages.items())
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], []), dict(ages) == ages, ages.copy() is ages, dict(a=1, **{"b": 2}), dict([("k", "v")], k="w"))
keys = ages.keys()
ages["ivy"] = 5
print(len(keys), "ivy" in keys, keys & {"eve", "zed"}, sorted(keys | {"new"}), sorted(keys - {"eve"}), keys == set(ages), ("eve", 1) in ages.items())
print(list(reversed(ages)), list(reversed(ages.items()))[0], keys.isdisjoint({"no"}), keys.mapping["ivy"])
print(ages | {"ann": 0, "z": 9}, {**ages, "ann": -1}, {"first": 0} | ages)
ages |= {"ann": 31}
ages |= [("pair", 2)]
print(ages)
print(ages.clear(), ages, {} == ages)
