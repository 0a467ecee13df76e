# ---
# id: traceback/same_line_calls_uncaught
# desc: Several calls on one line: the one that failed is marked in every frame.
# ref: exceptions
# features: [traceback, caret, exception, lambda, function]
# ---
def f(x): return g(x) + g(x - 1) + g(x - 2)
def g(x): return h(x, 1) * h(x, 2); print("never")
def h(x, y): return (x + y) // (x - y) if x > 0 else -h(5 - x, y)
print(f(5), g(7), h(3, 1)); print(h(-2, 1)); total = f(9) - f(8)
print(total, [h(n, -1) for n in range(3)], (lambda n: h(n, -n))(4)); other = {"k": [f(10)]}
print(other["k"][0], *[g(n) for n in (5, 6)], sep="; ")
values = [f(n) for n in (9, 8)]; print(values)
try: f(3)
except ZeroDivisionError as error: print("caught", error)
else: print("never")
finally: print("finally")
print(f(12)); print(f(11), g(4) + (f(3) if values else 0), f(10)); print("never")
