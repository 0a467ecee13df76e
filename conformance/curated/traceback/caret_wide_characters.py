# ---
# id: traceback/caret_wide_characters
# desc: Carets line up under text with wide, combining and astral characters.
# ref: exceptions
# features: [traceback, caret, exception, unicode, str]
# ---
prices = {"кофе": 3, "茶": 2, "éclair": 4}


def cost(name, count):
    return prices[name] * count


print(cost("茶", 3) + cost("кофе", 1))
größe = {"ß": "scharf", "名前": "namae"}
print(ascii(größe["名前"]), len("😀é"))
for name in prices:
    print(ascii(name), cost(name, 2))
wert = "😀 wide 名前" + größe["ß"] + "é" * cost("茶", 1) + größe["不明"] + "end"
