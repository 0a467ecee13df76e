# ---
# id: assignment/augmented_targets
# desc: Augmented assignment reads and writes its target once, in place for mutable types.
# ref: 7.2.1
# features: [augmented, assignment, list, dict, set, str, tuple]
# ---
values = {"n": 7, "t": "ab", "l": [1], "u": (1,), "s": {1, 2}, "f": 2.5, "d": {"k": 1}, "b": b"x"}
alias = dict(values)
values["n"] += 1
values["n"] -= 2
values["n"] *= 10
values["n"] //= 7
values["n"] **= 3
values["n"] %= 100
values["n"] <<= 4
values["n"] >>= 1
values["n"] |= 1
values["n"] ^= 3
values["n"] &= 0xFE
values["f"] /= 2
values["t"] += "cd"
values["t"] *= 2
values["l"] += "xy"
values["l"] *= 2
values["u"] += (2,)
values["s"] |= {3}
values["s"] -= {1}
values["d"] |= {"z": 26}
values["b"] += b"y"
for key, value in values.items():
    print(key, value, alias[key], value is alias[key] if key in "lsd" else "")
grid = [[1, 2], [3, 4]]
grid[1][0] += 10
grid[0][:] += [9]
grid[-1][1:] *= 2
print(grid)
text = "x"
for piece in ("y", "z"):
    text += piece
print(text)
values["t"] -= "cd"
