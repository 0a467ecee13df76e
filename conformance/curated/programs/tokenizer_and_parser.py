# ---
# id: programs/tokenizer_and_parser
# desc: A tokenizer made of generators and a recursive-descent parser and evaluator of a small language.
# ref: tutorial
# features: [generator, class, match, recursion]
# ---
from dataclasses import dataclass


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    position: int


class ParseError(Exception):
    def __init__(self, message, token):
        super().__init__(f"{message} at {token.position}: {token.text!r}")
        self.token = token


KEYWORDS = {"let", "if", "then", "else", "fn"}


def tokenize(source):
    position = 0
    while position < len(source):
        char, start = source[position], position
        if char.isspace():
            position += 1
            continue
        if char.isdigit():
            while position < len(source) and (source[position].isdigit() or source[position] == "."):
                position += 1
            kind = "number"
        elif char.isalpha() or char == "_":
            while position < len(source) and (source[position].isalnum() or source[position] == "_"):
                position += 1
            kind = "keyword" if source[start:position] in KEYWORDS else "name"
        else:
            position += 2 if source[position : position + 2] in ("==", "<=", "=>") else 1
            kind = "symbol"
        yield Token(kind, source[start:position], start)
    yield Token("end", "", position)


class Parser:
    levels = [("==", "<=", "<"), ("+", "-"), ("*", "/")]

    def __init__(self, source):
        self.tokens = tokenize(source)
        self.token = next(self.tokens)

    def advance(self):
        token, self.token = self.token, next(self.tokens, self.token)
        return token

    def accept(self, *texts):
        return self.advance() if self.token.text in texts and self.token.kind != "end" else None

    def expect(self, text):
        if not self.accept(text):
            raise ParseError(f"expected {text!r}", self.token)

    def parse(self):
        tree = self.expression()
        if self.token.kind != "end":
            raise ParseError("unexpected text", self.token)
        return tree

    def expression(self):
        if self.accept("let"):
            name = self.advance().text
            self.expect("=")
            value = self.expression()
            self.expect(";")
            return "let", name, value, self.expression()
        if self.accept("if"):
            condition = self.expression()
            self.expect("then")
            positive = self.expression()
            self.expect("else")
            return "if", condition, positive, self.expression()
        if self.accept("fn"):
            name = self.advance().text
            self.expect("=>")
            return "fn", name, self.expression()
        return self.binary(0)

    def binary(self, level):
        if level == len(self.levels):
            return self.call()
        left = self.binary(level + 1)
        while operator := self.accept(*self.levels[level]):
            left = operator.text, left, self.binary(level + 1)
        return left

    def call(self):
        tree = self.atom()
        while self.accept("("):
            tree = "call", tree, self.expression()
            self.expect(")")
        return tree

    def atom(self):
        match self.advance():
            case Token("number", text):
                return float(text) if "." in text else int(text)
            case Token("name", text):
                return "name", text
            case Token("symbol", "("):
                tree = self.expression()
                self.expect(")")
                return tree
            case Token("symbol", "-"):
                return "-", 0, self.atom()
            case token:
                raise ParseError("expected a value", token)


def evaluate(tree, env):
    match tree:
        case int() | float():
            return tree
        case "name", name:
            return env[name]
        case "let", name, value, body:
            scope = dict(env)
            scope[name] = evaluate(value, scope)
            if callable(scope[name]):
                scope[name].env[name] = scope[name]
            return evaluate(body, scope)
        case "if", condition, positive, negative:
            return evaluate(positive if evaluate(condition, env) else negative, env)
        case "fn", name, body:
            return Closure(name, body, dict(env))
        case "call", function, argument:
            return evaluate(function, env)(evaluate(argument, env))
        case operator, left, right:
            a, b = evaluate(left, env), evaluate(right, env)
            return {"+": a + b, "-": a - b, "*": a * b, "<": a < b, "<=": a <= b, "==": a == b}[operator] if operator != "/" else a / b


class Closure:
    def __init__(self, name, body, env):
        self.name, self.body, self.env = name, body, env

    def __call__(self, value):
        return evaluate(self.body, self.env | {self.name: value})


print([t.text for t in tokenize("let x=1.5; x<=2")], Parser("1+2*3-4").parse())
for source in (
    "1 + 2 * (3 - 4)", "-2 * 3", "let x = 5; x * x", "if 1 < 2 then 10 else 20", "(fn x => x + 1)(41)",
    "let twice = fn f => fn x => f(f(x)); twice(fn n => n * n)(3)",
    "let fact = fn n => if n <= 1 then 1 else n * fact(n - 1); fact(10)", "10 / 4 == 2.5",
    "let x = ; 1", "1 + ", "(1 + 2", "2 3", "y + 1", "1 / 0", "5(1)", "let 1 = 2; 3 $ 4",
):
    try:
        print(source, "=", evaluate(Parser(source).parse(), {}))
    except (ParseError, KeyError, ZeroDivisionError, TypeError) as error:
        print(source, "|", type(error).__name__, error)
evaluate(Parser("let f = fn n => n + missing; f(1)").parse(), {})
