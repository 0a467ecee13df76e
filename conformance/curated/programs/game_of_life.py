# ---
# id: programs/game_of_life
# desc: Generations of a cellular automaton on a set of cells.
# ref: tutorial
# features: [set, comprehension, for, str]
# ---
def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy}


def step(cells):
    candidates = cells | {near for cell in cells for near in neighbours(cell)}
    return {
        cell
        for cell in candidates
        if (alive := len(neighbours(cell) & cells)) == 3 or (alive == 2 and cell in cells)
    }


def draw(cells, width=7, height=6):
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(width)) for y in range(height))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for generation in range(4):
    print(generation, len(glider), sorted(glider))
    glider = step(glider)
print(draw(glider))
blinker = {(2, 1), (2, 2), (2, 3)}
print(step(step(blinker)) == blinker, step(blinker) == blinker)
