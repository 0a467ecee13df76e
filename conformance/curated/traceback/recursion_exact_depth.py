# ---
# id: traceback/recursion_exact_depth
# desc: Recursion of 1000 frames is the limit, module included, and frames of comprehensions and lambdas count as CPython counts them.
# ref: exceptions#RecursionError
# features: [recursion, function, lambda, genexpr]
# ---
deepest = 0


def plain(n):
    global deepest
    deepest = n
    plain(n + 1)


def with_lambda(n):
    global deepest
    deepest = n
    (lambda: with_lambda(n + 1))()


def with_list(n):
    global deepest
    deepest = n
    [with_list(n + 1) for _ in "x"]


def with_genexpr(n):
    global deepest
    deepest = n
    sum(with_genexpr(n + 1) for _ in "x")


def with_map(n):
    global deepest
    deepest = n
    list(map(with_map, [n + 1]))


# A sort that sorts is left out: CPython meets the end of its native stack first there, at a depth of the machine's.
for function in (plain, with_lambda, with_list, with_genexpr, with_map):
    try:
        function(1)
    except RecursionError as error:
        print(function.__name__, deepest, type(error).__name__)
