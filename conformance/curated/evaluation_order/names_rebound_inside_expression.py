# ---
# id: evaluation_order/names_rebound_inside_expression
# desc: A name read before it is rebound in the same expression keeps its old value, also as an argument or operand.
# ref: 6.12
# features: [evaluation_order, walrus, closure, nonlocal, global]
# ---
def rebinding():
    x = 1
    first = x + (x := 5)
    second = [x, (x := 9), x]
    third = (x, x := x + 1, x)
    fourth = {x: (x := 20), x: x}
    fifth = x < (x := 30) < x + 1
    sixth = f"{x} {(x := 40)} {x}"
    seventh = max(x, x := 3, x)
    eighth = [10, 20, 30, 40][x - (x := 2)] + x
    return first, second, third, fourth, fifth, sixth, seventh, eighth


def through_call():
    x = 1

    def change(value):
        nonlocal x
        x = value
        return value

    return x + change(10) + x, [x, change(5), x], (x, change(x + 1), x), x * change(0) + x


counter = 1


def global_change():
    global counter
    counter += 1
    return counter


print(rebinding())
print(through_call())
print(counter + global_change() + counter, [counter, global_change(), counter], (counter, global_change()))
items = [0, 1, 2]
print(items[0] + (items.pop(), items.insert(0, 50))[0] + items[0], items)
data = [1, 2, 3]
print([data, data.append(4), len(data)], *data, data.clear(), *data)
y = 1
y += (y := 10) + y
print(y)
y = [y, y := y + 1][0] * 2 + y
print(y)
