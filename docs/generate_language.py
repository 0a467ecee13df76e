#!/usr/bin/env python3
"""Writes docs/language.md from interpreter/code/features.def, the table by which the compiler accepts and refuses.

    generate_language.py FEATURES_DEF > docs/language.md
    generate_language.py FEATURES_DEF --check docs/language.md
"""

import re
import sys

HEAD = """# What of Python 3.14 runs

Generated from `interpreter/code/features.def` by `docs/generate_language.py`. The parser reads the whole grammar of
Python 3.14; what is not in the first list is refused when the program is compiled, with the construct, the line, and
what to write instead.

Expressions and operators of all kinds run: arithmetic, comparisons and their chains, boolean operators, conditional
expressions, calls with starred arguments, subscripts and slices, displays. The types are int of any size, float,
complex, bool, None, str, bytes, list, tuple, dict, set, frozenset, range, slice and Ellipsis, with their methods, and
the exceptions.

"""


def strings(text):
    """The C string literals of a row's arguments."""
    return [part.replace('\\"', '"') for part in re.findall(r'"((?:[^"\\]|\\.)*)"', text)]


def rows(definitions):
    runs, refused = [], []
    for kind, arguments in re.findall(r"^GARTER_FEATURE(_OTHER)?\((.*)\)$", definitions, re.M):
        name, instead = strings(arguments)[:2]
        if kind == "" and re.match(r"\w+, true,", arguments):
            runs.append(name)
        elif (name, instead) not in refused:
            refused.append((name, instead))
    return runs, refused


def page(definitions):
    runs, refused = rows(definitions)
    text = HEAD + "## Runs\n\n"
    text += "".join(f"- {name}\n" for name in runs)
    text += "\n## Does not run yet\n\n| construct | instead |\n|---|---|\n"
    text += "".join(f"| {name} | {instead} |\n" for name, instead in refused)
    return text


def main(arguments):
    if len(arguments) not in (1, 3):
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        text = page(file.read())
    if len(arguments) == 1:
        sys.stdout.write(text)
        return 0
    with open(arguments[2], encoding="utf-8") as file:
        current = file.read() == text
    if not current:
        print(f"{arguments[2]} is not what {arguments[0]} says: write it anew with docs/generate_language.py")
    return 0 if current else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
