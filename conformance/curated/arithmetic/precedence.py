# ---
# id: arithmetic/precedence
# desc: Precedence and associativity of all operators, shown against parenthesised forms.
# ref: 6.17
# features: [arithmetic, bitwise, boolean_operators, comparison, conditional, lambda]
# ---
print(2 + 3 * 4 ** 2 % 5 - 6 // 4, 2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1, --2, -+-3, ~-1 ** 2)
print(1 + 2 << 3 - 1, 1 << 2 + 3 & 7, 5 & 3 | 4 ^ 1, 5 | 3 & 4, 6 ^ 3 & 2 | 8, 1 | 2 == 2, (1 | 2) == 3, 7 - 3 - 2, 100 / 5 / 2)
print(not 1 == 2, not 0 and 0 or 1, 1 or 0 and 0, not not 1 in [1], 1 < 2 == True, 3 if 0 else 4 if 0 else 5, 1 if 1 else 2 or 3)
print(10 - 2 * 3 + 4 / 2, 2 * 3 % 4, 2 * (3 % 4), 7 // 2 * 2, -7 // 2, -(7 // 2), 5 % -3, -5 % 3, -(5 % 3), 2 ** 2 * 3)
print((lambda x: x or 5)(0), (lambda: 1 if 0 else 2)(), [not 1, 2][0], 1 + (yes := 2) * yes, *[1] + [2], -1 .real)
print("a" + "b" * 3, ["x"] * 2 + ["y"], "%d" % 5 + "%d" % 6, "%s" % 1 * 3, 1 in [1] + [2], 3 not in [1] == False, -5 .bit_length())
print(1 if [] else 2 if () else 3 if {} else "last", (1, 2) + (3,) * 2, not [] + [], 2 * -3, 2 - -3, 2 ** -1 * 4, 1 == 1 in [1])
values = {"a": [1, 2, {"b": (3, 4)}]}
print(values["a"][2]["b"][-1] ** 2 // 3, -values["a"][0], not values["a"][1], values["a"][2]["b"][0] < 4 <= 5 > 1)
