# ---
# id: float/overflow_uncaught
# desc: A float power that overflows is uncaught and shows the chain of calls and lambdas.
# ref: 6.5
# features: [float, lambda, traceback, caret, exception]
# ---
def compound(rate, years):
    return (1 + rate) ** years


growth = lambda rate: compound(rate, 1e4)
rates = [0.01, 0.02, 0.05]
for rate in rates:
    print(rate, round(compound(rate, 10), 6), growth(rate) > 1)
print(max(rates, key=lambda rate: -rate))
print(compound(-0.5, 2000))
print([growth(rate / 10) > 1 for rate in rates])
results = list(map(growth, [0.0, 0.001, 1.0]))
print(results)
