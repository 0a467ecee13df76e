"""Hypothesis strategies over the generator's grammar.

`programs()` draws a seed, takes the program that `garter-fuzz` makes of it, and
draws for each statement, nested ones included, whether it stays. A random draw
keeps nearly everything; shrinking drops statements one by one, so a failing
example ends as the few lines that matter. A dropped definition is no accident:
the program then raises NameError, and must do so everywhere alike. A `while`
and a special method stay or go as a whole: without its counter, its `break` or
its StopIteration it would not end. So does a `match`, which is nothing without
its cases.

The programs come from one long-lived process, one by one, so that an example
costs about a millisecond.
"""

import atexit
import functools
import json
import os
import shutil
import subprocess

from hypothesis import strategies as st

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
CLAUSES = ("else:", "elif ", "except:", "except ", "except* ", "finally:")
WHOLE = ("while ", "match ", "def __", "async def __")
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


@functools.cache
def _server(wild, features):
    server = subprocess.Popen(
        [generator_path(), "serve", "--wild", str(wild), "--features", features],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(_end, server)
    return server


def _end(server):
    server.stdin.close()
    server.stdout.close()
    server.wait()


@functools.lru_cache(maxsize=1024)
def generate(seed, wild=12, features="default"):
    """The program of a seed; the same as `garter-fuzz generate --seed SEED --features FEATURES`."""
    server = _server(wild, features)
    server.stdin.write(f"{seed}\n")
    server.stdin.flush()
    return json.loads(server.stdout.readline())["source"]


class Statement:
    """A statement as lines: clauses, each a header and the statements under it."""

    def __init__(self):
        self.clauses = []

    def lines(self, keep, depth=0):
        """The lines of what `keep(statement)` lets stay."""
        if any(header[0].lstrip().startswith(WHOLE) for header, _ in self.clauses):
            keep = _keep_all
        for header, body in self.clauses:
            yield from header
            if not body:
                continue
            kept = [line for child in body if keep(child) for line in child.lines(keep, depth + 1)]
            yield from kept or [" " * INDENT * (depth + 1) + "pass"]


def _keep_all(_):
    return True


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
def programs(draw, wild=12, seeds=st.integers(0, 2**32), features="default"):
    """Programs that terminate and print; `wild` in a hundred are made to end in an uncaught exception.

    `features` says what they may use, as `garter-fuzz generate --features` takes it.
    """
    statements = split(generate(draw(seeds), wild, features))

    def keep(_):
        return draw(st.integers(0, 24)) > 0

    return "\n".join(line for child in statements if keep(child) for line in child.lines(keep)) + "\n"
