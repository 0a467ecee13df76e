def price(item):
    name, count = item
    return prices[name] * count


prices = {"tea": 2.5, "milk": 1.2}
basket = [("tea", 2), ("milk", 3), ("salt", 1)]
total = 0.0
for item in basket:
    try:
        total += price(item)
    except KeyError as error:
        print("no price for", error)
print(f"{total:.2f}")
total
