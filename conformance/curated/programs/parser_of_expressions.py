# ---
# id: programs/parser_of_expressions
# desc: A recursive-descent calculator with closures, errors and a final uncaught one.
# ref: tutorial
# features: [closure, nonlocal, exception, raise, str, recursion, traceback, caret]
# ---
def tokens(text):
    result, number = [], ""
    for char in text + " ":
        if char.isdigit() or char == ".":
            number += char
            continue
        if number:
            result.append(float(number) if "." in number else int(number))
            number = ""
        if char in "+-*/()":
            result.append(char)
        elif not char.isspace():
            raise ValueError(f"unexpected {char!r}")
    return result


def evaluate(text):
    stream = tokens(text)
    place = 0

    def peek():
        return stream[place] if place < len(stream) else None

    def take():
        nonlocal place
        place += 1
        return stream[place - 1]

    def factor():
        token = take() if peek() is not None else "end"
        if token == "(":
            value = expression()
            if peek() != ")":
                raise SyntaxError("expected )")
            take()
            return value
        if token == "-":
            return -factor()
        if token in ("+", "*", "/", ")", "end"):
            raise SyntaxError(f"unexpected {token}")
        return token

    def term():
        value = factor()
        while peek() in ("*", "/"):
            value = value * factor() if take() == "*" else value / factor()
        return value

    def expression():
        value = term()
        while peek() in ("+", "-"):
            value = value + term() if take() == "+" else value - term()
        return value

    return expression()


for text in ("1 + 2 * 3", "(1 + 2) * 3", "-(4 - 6) / 4", "2 * (3", "", "7 / (1 - 1)", "1.5.2", "--3", "10 - 4 - 3"):
    try:
        print(text, "=", evaluate(text))
    except (SyntaxError, ZeroDivisionError, ValueError) as error:
        print(text, type(error).__name__, error)
print(evaluate("2 * x"))
