#!/usr/bin/env python3
"""Checks that the dumps in a page are what the programs print today.

A dump is a fenced block of the kind `console`. A line `$ garter ...` is a command, run from the repository's root with
garter replaced by the binary; the lines after it are its standard output followed by its standard error.

    check_dumps.py GARTER PAGE            exit code 1 when something differs
    check_dumps.py GARTER PAGE --write    writes what is printed now into the page
"""

import re
import shlex
import subprocess
import sys


def output(garter, command):
    words = shlex.split(command)
    if words[0] != "garter":
        raise SystemExit(f"a dump starts with garter, not {words[0]}")
    done = subprocess.run([garter] + words[1:], capture_output=True, check=False)
    return (done.stdout + done.stderr).decode()


def renewed(garter, block):
    """The block's commands, each followed by what it prints."""
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{output(garter, command)}" for command in commands)


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    garter, page = arguments[:2]
    with open(page, encoding="utf-8") as file:
        text = file.read()
    stale = []

    def replace(match):
        new = renewed(garter, match.group(1))
        if new != match.group(1):
            stale.append((match.group(1), new))
        return "```console\n" + new + "```"

    new_text = re.sub(r"```console\n(.*?)```", replace, text, flags=re.S)
    if len(arguments) == 3:
        with open(page, "w", encoding="utf-8") as file:
            file.write(new_text)
        return 0
    for old, new in stale:
        print(f"{page} says\n{old}but it is\n{new}")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
