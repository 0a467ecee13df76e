"""Hypothesis strategies over the generator's grammar.

`programs()` draws a seed, takes the program that `garter-fuzz` makes of it, and
draws for each statement, nested ones included, whether it stays. A random draw
keeps nearly everything; shrinking drops statements one by one, so a failing
example ends as the few lines that matter. A dropped definition is no accident:
the program then raises NameError, and must do so everywhere alike.

The programs come from one process in batches, so that an example costs a
fraction of a millisecond.
"""

import functools
import json
import os
import shutil
import subprocess

from hypothesis import strategies as st

BATCH = 64
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
CLAUSES = ("else:", "elif ", "except:", "except ", "finally:")
INDENT = 4


class GeneratorMissing(RuntimeError):
    """garter-fuzz is neither built nor on PATH."""


@functools.cache
def generator_path():
    """Where garter-fuzz is: $GARTER_FUZZ, this tree's build, or PATH."""
    candidates = [os.environ.get("GARTER_FUZZ")]
    candidates += [os.path.join(ROOT, place, "fuzz", "garter-fuzz") for place in ("build/opt-bin", "bazel-bin")]
    candidates.append(shutil.which("garter-fuzz"))
    for path in candidates:
        if path and os.access(path, os.X_OK):
            return path
    raise GeneratorMissing("garter-fuzz is not built: bazel build //fuzz:garter-fuzz")


@functools.lru_cache(maxsize=64)
def _batch(first, wild):
    command = [generator_path(), "generate", "--jsonl", "--seed", str(first), "--count", str(BATCH), "--wild", str(wild)]
    lines = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8").split("\n")
    return [json.loads(line)["source"] for line in lines if line]


def generate(seed, wild=12):
    """The program of a seed; the same as `garter-fuzz generate --seed SEED`."""
    return _batch(seed - seed % BATCH, wild)[seed % BATCH]


class Statement:
    """A statement as lines: clauses, each a header and the statements under it."""

    def __init__(self):
        self.clauses = []

    def lines(self, keep, depth=0):
        """The lines of what `keep(statement)` lets stay."""
        for header, body in self.clauses:
            yield from header
            if not body:
                continue
            kept = [line for child in body if keep(child) for line in child.lines(keep, depth + 1)]
            yield from kept or [" " * INDENT * (depth + 1) + "pass"]


def split(source):
    """The statements of a generated program. It relies on its layout: four spaces a level, no string over two lines."""
    lines = source.removesuffix("\n").split("\n")
    statements, _ = _split_block(lines, 0, 0)
    return statements


def _indent_of(line):
    return len(line) - len(line.lstrip(" "))


def _split_block(lines, at, indent):
    statements = []
    decorated = False
    while at < len(lines) and _indent_of(lines[at]) == indent:
        text = lines[at].strip()
        if text.startswith(CLAUSES) and statements or decorated:
            header = [lines[at]]
        else:
            statements.append(Statement())
            header = [lines[at]]
        decorated = text.startswith("@")
        at += 1
        # A call that goes on in the next line is indented by something else.
        while at < len(lines) and _indent_of(lines[at]) > indent and not text.endswith(":"):
            header.append(lines[at])
            at += 1
        body = []
        if at < len(lines) and _indent_of(lines[at]) > indent:
            body, at = _split_block(lines, at, _indent_of(lines[at]))
        statements[-1].clauses.append((header, body))
    return statements, at


@st.composite
def programs(draw, wild=12, seeds=st.integers(0, 2**32)):
    """Programs that terminate and print; `wild` in a hundred are made to end in an uncaught exception."""
    statements = split(generate(draw(seeds), wild))

    def keep(_):
        return draw(st.integers(0, 24)) > 0

    return "\n".join(line for child in statements if keep(child) for line in child.lines(keep)) + "\n"
