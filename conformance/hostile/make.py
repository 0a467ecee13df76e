"""Writes the hostile cases whose source is too long to keep: deep nesting, long lines, millions of definitions.

    make.py FOLDER [NAME...]

Each case is one row of CASES: a name, a sentence, the limits, the outcome that is expected, and a function that yields
the source in pieces. Pieces are written as they come, so that this script stays small however long the program is. The
files have front matter like those next to this script and are run in the same way (see README.md).
"""

import pathlib
import sys

DEPTH = 100_000
MILLION = 10**6
LINE = 50 * 10**6
PIECE = 1 << 16

CALM = "time: 5, memory: 256MiB"
TIGHT = "time: 2, memory: 32MiB"
REFUSED = "exception SyntaxError|MemoryError|RecursionError or limit memory|time"
ANY = "clean"


def repeated(text, count):
    """`text` written `count` times, in pieces of moderate size."""
    each = max(1, PIECE // len(text))
    while count > 0:
        yield text * min(each, count)
        count -= each


def around(before, inside, after, count=DEPTH, start="x = ", end="\n"):
    yield start
    yield from repeated(before, count)
    yield inside
    if after:
        yield from repeated(after, count)
    yield end


def numbered(template, count, start="", end=""):
    """`template` with its number filled in, `count` times over."""
    yield start
    for first in range(0, count, 1000):
        yield "".join(template.format(n=n) for n in range(first, min(first + 1000, count)))
    yield end


def long_line(before, text, after):
    yield before
    yield from repeated(text, LINE // len(text))
    yield after


def indented(depth):
    for level in range(depth):
        yield " " * level + "if 1:\n"
    yield " " * depth + "pass\n"


def finally_in_finally(depth):
    """Compilers that copy each finally clause to every way out of its try need memory exponential in the depth."""
    for level in range(depth):
        yield " " * level + "try: pass\n" + " " * level + "finally:\n"
    yield " " * depth + "pass\n"


CASES = {
    "nested_parentheses": ("100,000 nested parentheses", CALM, REFUSED, lambda: around("(", "1", ")")),
    "nested_brackets": ("100,000 nested lists", CALM, REFUSED, lambda: around("[", "", "]")),
    "nested_braces": ("100,000 nested sets", CALM, REFUSED, lambda: around("{", "1", "}")),
    "nested_dicts": ("100,000 nested dicts", CALM, REFUSED, lambda: around("{1:", "1", "}")),
    "nested_calls": ("100,000 nested calls", CALM, REFUSED, lambda: around("f(", "1", ")")),
    "nested_subscripts": ("100,000 nested subscripts", CALM, REFUSED, lambda: around("x[", "1", "]")),
    "unclosed_parentheses": ("100,000 parentheses that are never closed", CALM, REFUSED, lambda: around("(", "", "")),
    "minus_signs": ("100,000 minus signs before a number", CALM, REFUSED, lambda: around("-", "1", "")),
    "tildes": ("100,000 tildes before a number", CALM, REFUSED, lambda: around("~", "1", "")),
    "nots": ("100,000 times not", CALM, REFUSED, lambda: around("not ", "1", "")),
    "lambdas": ("100,000 lambdas one inside the other", CALM, REFUSED, lambda: around("lambda: ", "1", "")),
    "conditionals": ("100,000 conditional expressions in a row", CALM, REFUSED,
                     lambda: around("1 if 0 else ", "1", "")),
    "powers": ("100,000 powers, which nest to the right", CALM, ANY, lambda: around("1 ** ", "1", "")),
    "additions": ("100,000 additions, which nest to the left", CALM, ANY, lambda: around("1 + ", "1", "")),
    "and_chain": ("100,000 operands of one and", CALM, ANY, lambda: around("1 and ", "1", "")),
    "comparison_chain": ("100,000 links of one comparison", CALM, ANY, lambda: around("1 < ", "1", "")),
    "attribute_chain": ("100,000 attributes in a row", CALM, ANY, lambda: around(".real", "", "", start="x = 1\nx")),
    "call_chain": ("100,000 calls in a row", CALM, ANY, lambda: around("()", "", "", start="f = lambda: f\nf")),
    "subscript_chain": ("100,000 subscripts in a row", CALM, ANY,
                        lambda: around("[0]", "", "", start="x = []\nx.append(x)\nx")),
    "assignment_chain": ("100,000 targets of one assignment", CALM, ANY, lambda: around("y = ", "1", "")),
    "for_clauses": ("10,000 for clauses in one comprehension", CALM, ANY,
                    lambda: around("for a in [1] ", "]", "", 10_000, "x = [1 ")),
    "elif_chain": ("100,000 elif clauses", CALM, ANY,
                   lambda: around("elif 0:\n  pass\n", "", "", start="if 0:\n  pass\n")),
    "deep_indentation": ("2,000 levels of indentation", CALM, "exception IndentationError or limit memory|time",
                         lambda: indented(2000)),
    "million_functions": ("A million function definitions", CALM, ANY,
                          lambda: repeated("def f(a, b=1):\n    return a + b\n", MILLION)),
    "million_function_names": ("A million functions, each with a name of its own", CALM, ANY,
                               lambda: numbered("def f{n}(): return {n}\n", MILLION)),
    "million_functions_in_little_memory": ("A million function definitions and 32 MiB", TIGHT, "limit memory|time",
                                           lambda: numbered("def f{n}(): return {n}\n", MILLION)),
    "million_names": ("A million global names", CALM, ANY, lambda: numbered("n{n} = {n}\n", MILLION)),
    "million_blank_lines": ("Ten million blank lines", CALM, ANY, lambda: repeated("\n", 10 * MILLION)),
    "million_continuations": ("A million continued lines", CALM, ANY, lambda: around("\\\n", "1", "", MILLION)),
    "million_items": ("A list display of a million items", CALM, ANY,
                      lambda: around("1, ", "1]", "", MILLION, "x = [")),
    "million_keys": ("A dict display of a million keys", CALM, ANY,
                     lambda: numbered("{n}: {n}, ", MILLION, "x = {", "}\n")),
    "million_string_parts": ("A million adjacent string literals", CALM, ANY,
                             lambda: around("'a' ", "'b'", "", MILLION)),
    "many_arguments": ("A call with 100,000 arguments", CALM, ANY, lambda: around("1, ", "1)", "", DEPTH, "print(")),
    "many_parameters": ("A function with 100,000 parameters", CALM, ANY,
                        lambda: numbered("a{n}, ", DEPTH, "def f(", "): pass\n")),
    "many_decorators": ("A function with 100,000 decorators", CALM, ANY,
                        lambda: around("@d\n", "def f(): pass", "", start="d = lambda f: f\n")),
    "many_locals": ("A function with 100,000 local names", CALM, ANY,
                    lambda: numbered("    a{n} = {n}\n", DEPTH, "def f():\n")),
    "many_globals_declared": ("A global statement with 100,000 names", CALM, ANY,
                              lambda: numbered("g{n}, ", DEPTH, "def f():\n    global ", "last\n")),
    "long_string_line": ("One line of 50 MB that is a single string", CALM, ANY,
                         lambda: long_line("x = '", "a", "'\n")),
    "long_comment_line": ("One line of 50 MB that is a comment", CALM, ANY, lambda: long_line("# ", "a", "\n")),
    "long_line_of_tokens": ("One line of 50 MB with 25 million tokens", CALM, ANY,
                            lambda: long_line("x = 1", "+1", "\n")),
    "long_line_of_spaces": ("One line of 50 MB of blanks", CALM, ANY, lambda: long_line("x = 1", " ", "\n")),
    "long_name": ("A name of 50 MB", CALM, ANY, lambda: long_line("", "n", " = 1\n")),
    "long_line_with_error": ("An error at the end of a line of 50 MB", CALM, ANY,
                             lambda: long_line("x = '", "a", "' y\n")),
    "unterminated_string": ("A triple-quoted string of 50 MB that never ends", CALM, ANY,
                            lambda: long_line("x = '''", "line\n", "")),
    "long_int_literal": ("An int literal of ten million digits", CALM, "exception SyntaxError or limit memory|time",
                         lambda: around("9", "", "", 10 * MILLION)),
    "long_hex_literal": ("A hexadecimal literal of ten million digits", CALM, ANY,
                         lambda: around("f", "", "", 10 * MILLION, "x = 0x")),
    "long_float_literal": ("A float literal of ten million digits", CALM, ANY,
                           lambda: around("9", ".5", "", 10 * MILLION)),
    "fstring_fields": ("An f-string with 100,000 fields", CALM, ANY, lambda: around("{1}", "'", "", DEPTH, "x = f'")),
    "nested_fstrings": ("100,000 nested f-strings", CALM, REFUSED, lambda: around("f'{", "1", "}'")),
    "try_nesting": ("30 try statements, each in the finally clause of the one before", CALM, ANY,
                    lambda: finally_in_finally(30)),
}


def front_matter(name, sentence, limits, expect):
    return (f"# ---\n# id: {name}\n# desc: {sentence}.\n# ref: 2.1\n# features: [limits, lexer]\n"
            f"# limits: {{{limits}}}\n# expect: {expect}\n# ---\n")


def write(folder, name):
    sentence, limits, expect, pieces = CASES[name]
    with open(folder / f"{name}.py", "w", encoding="utf-8") as file:
        file.write(front_matter(name, sentence, limits, expect))
        for piece in pieces():
            file.write(piece)


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)
    folder = pathlib.Path(arguments[0])
    names = arguments[1:] or list(CASES)
    unknown = [name for name in names if name not in CASES]
    if unknown:
        sys.exit(f"no such case: {', '.join(unknown)}; there are: {', '.join(CASES)}")
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        write(folder, name)


if __name__ == "__main__":
    main(sys.argv[1:])
