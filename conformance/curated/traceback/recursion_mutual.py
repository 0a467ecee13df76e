# ---
# id: traceback/recursion_mutual
# desc: Mutual recursion repeats pairs of frames and is not folded.
# ref: exceptions#RecursionError
# features: [traceback, caret, recursion, function]
# ---
def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def ping(n):
    return pong(n + 1)


def pong(n):
    return ping(n + 1) + 1


print(even(10), odd(10), even(401), odd(401))
try:
    ping(0)
except RecursionError as error:
    message = str(error)
print(message)
attempts = 0
while attempts < 3:
    try:
        even(-1)
    except RecursionError:
        attempts += 1
print(attempts)
