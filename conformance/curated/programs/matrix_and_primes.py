# ---
# id: programs/matrix_and_primes
# desc: Small numeric programs: matrix product, determinant, sieve, greatest common divisor, bisection.
# ref: tutorial
# features: [function, comprehension, int, float, while, recursion]
# ---
def product(left, right):
    return [[sum(a * b for a, b in zip(row, column)) for column in zip(*right)] for row in left]


def determinant(matrix):
    if len(matrix) == 1:
        return matrix[0][0]
    total = 0
    for index, value in enumerate(matrix[0]):
        minor = [row[:index] + row[index + 1 :] for row in matrix[1:]]
        total += (-1) ** index * value * determinant(minor)
    return total


def sieve(limit):
    marks = [True] * limit
    marks[:2] = [False] * 2
    for n in range(2, int(limit**0.5) + 1):
        if marks[n]:
            marks[n * n :: n] = [False] * len(marks[n * n :: n])
    return [n for n, mark in enumerate(marks) if mark]


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def root(f, low, high):
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if f(low) * f(middle) > 0 else (low, middle)
    return low


identity = [[int(x == y) for x in range(3)] for y in range(3)]
matrix = [[2, 0, 1], [1, 3, 2], [1, 1, 4]]
print(product(matrix, identity) == matrix, product(matrix, matrix), determinant(matrix))
print(sieve(60), gcd(2**40 - 1, 2**30 - 1), gcd(0, 5))
print(f"{root(lambda x: x * x - 2, 0, 2):.10f}", round(root(lambda x: x**3 - x - 2, 1, 2), 9))
