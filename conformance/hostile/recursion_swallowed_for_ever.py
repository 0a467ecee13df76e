# ---
# id: recursion_swallowed_for_ever
# desc: A program that catches every RecursionError and goes on ends by its time.
# ref: exceptions#RecursionError
# features: [limits, recursion, try, except, while]
# limits: {time: 0.5}
# expect: limit time
# ---
def down():
    try:
        down()
    except RecursionError:
        pass
    down()


while True:
    try:
        down()
    except RecursionError:
        pass
