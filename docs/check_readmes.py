#!/usr/bin/env python3
"""Checks that the README of each folder of the interpreter names every file of its folder, and no file that is gone.

A file is named in backquotes: `heap.cc`, `op_*.cc`, or `emitter.h/.cc` for both. BUILD and README.md need not be named.

    check_readmes.py            from the repository's root; exit code 1 when something is missing
"""

import fnmatch
import glob
import os
import re
import sys


def patterns(text):
    """The file names and patterns that a README gives in backquotes."""
    found = set()
    for word in re.findall(r"`([^`\s]+)`", text):
        first, *others = word.split("/.")
        found.add(first)
        found.update(os.path.splitext(first)[0] + "." + other for other in others)
    return found


def faults(readme):
    folder = os.path.dirname(readme)
    with open(readme, encoding="utf-8") as file:
        named = patterns(file.read())
    files = {name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name))}
    for name in sorted(files - {"BUILD", "README.md"}):
        if not any(fnmatch.fnmatch(name, pattern) for pattern in named):
            yield f"{readme} does not name {name}"
    for pattern in sorted(named):
        if re.fullmatch(r"[\w*]+\.(cc|h|def|inc|py|peg)", pattern) and not fnmatch.filter(files, pattern):
            yield f"{readme} names {pattern}, which is not there"


def main():
    found = [fault for readme in sorted(glob.glob("interpreter/*/README.md")) for fault in faults(readme)]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
