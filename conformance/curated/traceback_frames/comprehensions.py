# ---
# id: traceback_frames/comprehensions
# desc: Comprehensions are inlined and show no frame of their own, generator expressions do.
# ref: 6.2.4
# features: [traceback, comprehension, caret]
# ---
def divide(n):
    return 10 // n


def in_list(items):
    return [divide(n) for n in items]


def in_set(items):
    return {10 // n for n in items}


def in_dict(items):
    return {n: divide(n) for n in items if divide(n)}


def in_genexpr(items):
    return sum(divide(n) for n in items)


def nested(items):
    return [[divide(n) for n in row] for row in items]


def lines(error):
    out, tb = [], error.__traceback__
    while tb:
        out.append(f"{tb.tb_frame.f_code.co_name}:{tb.tb_lineno}")
        tb = tb.tb_next
    return out


for function in (in_list, in_set, in_dict, in_genexpr):
    print(function.__name__, function([1, 2, 5]) is not None)
    try:
        function([1, 0])
    except ZeroDivisionError as error:
        print(lines(error))
print(nested([[1], [2, 5]]))
for bad in ([5, 0], 5, [[1]]):
    try:
        in_genexpr(bad)
    except (ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, lines(error))


class Body:
    values = [divide(n) for n in (1, 2)]
    later = (divide(n) for n in (1, 0))


print(Body.values, next(Body.later))
try:
    next(Body.later)
except ZeroDivisionError as error:
    print(lines(error))
sum(
    sum([divide(n) for n in row])
    for row in [[1, 2], [3, 0]]
)
