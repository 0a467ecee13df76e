# ---
# id: match/ast_interpreter
# desc: A small simplifier and evaluator of expressions over dataclasses.
# ref: 8.6
# features: [match, dataclasses]
# ---
from dataclasses import dataclass


@dataclass(frozen=True)
class Num:
    value: int


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class Bin:
    op: str
    left: object
    right: object


def simplify(expr):
    match expr:
        case Bin(op, left, right):
            left, right = simplify(left), simplify(right)
            match op, left, right:
                case "+", Num(0), other:
                    return other
                case "+", other, Num(0):
                    return other
                case "*", (Num(0) as zero), _:
                    return zero
                case "*", _, (Num(0) as zero):
                    return zero
                case "*", Num(1), other:
                    return other
                case "*", other, Num(1):
                    return other
                case "-", Var(a), Var(b) if a == b:
                    return Num(0)
                case _, Num(a), Num(b):
                    return Num(evaluate(Bin(op, Num(a), Num(b)), {}))
                case _:
                    return Bin(op, left, right)
        case _:
            return expr


def evaluate(expr, env):
    match expr:
        case Num(value):
            return value
        case Var(name):
            return env[name]
        case Bin("+", l, r):
            return evaluate(l, env) + evaluate(r, env)
        case Bin("-", l, r):
            return evaluate(l, env) - evaluate(r, env)
        case Bin("*", l, r):
            return evaluate(l, env) * evaluate(r, env)
        case Bin("/", l, r):
            return evaluate(l, env) // evaluate(r, env)
        case Bin(op=op):
            raise ValueError(f"unknown operator {op}")
        case _:
            raise TypeError(f"not an expression: {expr!r}")


x = Var("x")
expr = Bin("+", Bin("*", Num(1), x), Bin("*", Num(0), Var("y")))
print(simplify(expr))
print(simplify(Bin("-", x, x)), simplify(Bin("*", Bin("+", Num(2), Num(3)), Num(4))))
print(evaluate(Bin("*", Bin("+", x, Num(2)), Num(10)), {"x": 5}))
for bad in (Bin("%", Num(1), Num(2)), "text", Var("missing"), Bin("/", Num(1), Num(0))):
    try:
        print(evaluate(bad, {}))
    except (ValueError, TypeError, KeyError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
evaluate(Bin("+", Num(1), Bin("/", x, Num(0))), {"x": 3})
