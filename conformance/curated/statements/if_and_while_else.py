# ---
# id: statements/if_and_while_else
# desc: if, elif, else chains and while with else, break, continue and nested loops.
# ref: 8.2
# features: [if, while, for, pass]
# ---
def classify(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n % 2:
        if n > 10:
            return "big odd"
        return "odd"
    else:
        pass
    return "even"


print([classify(n) for n in (-1, 0, 3, 13, 4)])
n = 10
while n:
    n -= 3
    if n < 0:
        print("broke at", n)
        break
    if n % 2 == 0:
        continue
    print("odd", n)
else:
    print("never printed")
while n > 0:
    print("never")
else:
    print("else of a loop that never ran")
for i in range(3):
    for j in range(3):
        if j == i:
            continue
        if i + j == 3:
            break
        print(i, j)
    else:
        print("inner else", i)
        continue
    print("after break", i)
else:
    print("outer else")
for i in []:
    pass
else: print("one line"); i = "set"
if i: print(i); print("two on a line")
while True: break
