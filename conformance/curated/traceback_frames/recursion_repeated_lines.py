# ---
# id: traceback_frames/recursion_repeated_lines
# desc: Repeated frames are folded after three, also for two functions in turn and for methods.
# ref: exceptions#RecursionError
# features: [traceback, recursion]
# ---
class Node:
    def __init__(self, child=None):
        self.child = child

    def depth(self):
        return 1 + (self.child.depth() if self.child else 0 // 0)


def build(n):
    node = None
    for _ in range(n):
        node = Node(node)
    return node


def names(error):
    count, tb = {}, error.__traceback__
    while tb:
        name = tb.tb_frame.f_code.co_name
        count[name] = count.get(name, 0) + 1
        tb = tb.tb_next
    return count


def even(n):
    return odd(n - 1)


def odd(n):
    if n < 0:
        raise ValueError("below zero")
    return even(n - 1)


for action in (lambda: build(3).depth(), lambda: build(40).depth(), lambda: even(21)):
    try:
        action()
    except (ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, names(error))


def countdown(n):
    if n == 0:
        return build(12).depth()
    return countdown(n - 1)


print(Node(Node()).child.child)
countdown(9)
