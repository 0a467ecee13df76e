# ---
# id: try/nested_fifteen_deep
# desc: Fifteen nested try statements unwind in order, each finally once.
# ref: 8.4
# features: [try, finally, except, recursion, traceback, caret, chaining]
# ---
order = []


def unwind(depth):
    try:
        if depth == 0:
            1 / 0
        unwind(depth - 1)
    finally:
        order.append(depth)


def deep():
    try:
        try:
            try:
                try:
                    try:
                        try:
                            try:
                                unwind(7)
                            finally:
                                order.append("a")
                        except KeyError:
                            order.append("never")
                    finally:
                        order.append("b")
                except LookupError:
                    order.append("never")
                else:
                    order.append("never")
            finally:
                order.append("c")
        except TypeError:
            order.append("never")
    finally:
        order.append("d")


try:
    deep()
except ZeroDivisionError as error:
    print(error, order, error.__context__)
deep()
