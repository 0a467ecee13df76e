# ---
# id: warnings/return_in_finally
# desc: return, break and continue that leave a finally clause warn, those inside a loop of its own do not.
# ref: 8.4
# features: [warning, finally, return, for, while]
# ---
def returns():
    try:
        raise ValueError("swallowed")
    finally:
        return "from finally"


def breaks():
    for n in range(3):
        try:
            n / 0
        finally:
            break
    return n


def continues():
    for n in range(3):
        try:
            n / 0
        finally:
            continue
    return n


def harmless():
    try:
        pass
    finally:
        for n in range(3):
            if n:
                break
            continue
        inner = lambda: n
        def also():
            return n
    return inner() + also()


print(returns(), breaks(), continues(), harmless())
