# ---
# id: traceback/caret_binary_left
# desc: The operator of the failing inner operation is marked, not the whole sum.
# ref: 6.7
# features: [traceback, caret, exception, arithmetic]
# ---
def area(width, height, scale):
    border = 2
    return (width + border) * (height + border) / scale + border


def describe(*shapes):
    lines = []
    for width, height, scale in shapes:
        lines.append(f"{width}x{height}: {area(width, height, scale)}")
    return lines


print(describe((1, 2, 1), (3, 4, 2)))
print(area(0, 0, 0.5) - area(1, 1, 2) * 3)
print(describe((5, 5, 1), (7, "8", 1)))
