"""The parser beside CPython's: equal trees for good programs, equal refusals for programs broken in one token.

    python3.14 -S -s -P -B compare_parser.py --worker PARSE_WORKER --fuzz GARTER_FUZZ [--seed N]
        [--trees N] [--library] [--broken N] [--jobs N] [--misses DIR]

Runs inside CPython 3.14, which only parses and compiles: no program is run. --trees compares that many generated
programs' `ast.dump`, --library those of every file of CPython's own library (or of `--files FOLDER`), --broken breaks
that many programs, half generated and half from the library, in one token: deleted, doubled, replaced, inserted,
swapped, misspelt, or indented wrongly. Of these both must accept or both refuse; message and place are counted, misses
are listed by message, and --misses keeps an example of each. The same seed makes the same programs.

Exit code 1: a tree differs, a verdict differs, or fewer than 90 in 100 messages or 95 in 100 places are equal.
"""

import argparse
import ast
import collections
import io
import json
import multiprocessing
import os
import random
import re
import struct
import subprocess
import sys
import sysconfig
import time
import tokenize
import warnings

MESSAGE_FLOOR, PLACE_FLOOR = 0.90, 0.95
LARGEST_LIBRARY_TEXT = 16_000
LARGEST_ACCEPTED_TREE = 4_000
SPARE_TOKENS = ["(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "=", "==", ":=", "->", "+", "-", "*", "**", "/", "//",
                "@", "!", "~", "<", "!=", "+=", "...", "|", "&", "if", "else", "elif", "for", "while", "in", "is", "not",
                "and", "or", "def", "class", "return", "yield", "lambda", "pass", "break", "import", "from", "as", "try",
                "except", "finally", "raise", "with", "async", "await", "global", "nonlocal", "del", "assert", "match",
                "case", "type", "None", "True", "x", "_", "0", "1.5", "0x", "1_", "'a'", "f'{x}'", "b'a'", "'", '"', "\\",
                "$", "?", "\n", " "]


class Worker:
    """The parser under test, as a process that answers."""

    def __init__(self, path):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, flag, source):
        request = flag + source.encode()
        self.process.stdin.write(struct.pack("<I", len(request)) + request)
        self.process.stdin.flush()
        head = self.process.stdout.read(4)
        if len(head) < 4:
            raise SystemExit(f"the parser died (exit {self.process.wait()}) of this program:\n{source}")
        answer = self.process.stdout.read(struct.unpack("<I", head)[0])
        return answer[:1].decode(), answer[1:].decode("utf-8", "surrogatepass")


def verdict_of_cpython(source):
    """None, or [type, message, line, column, end line, end column] as CPython refuses."""
    try:
        compile(source.encode(), "<program>", "exec", dont_inherit=True)
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    except (ValueError, MemoryError, RecursionError, OverflowError) as e:
        return [type(e).__name__, str(e), None, None, None, None]
    return None


def same_tree(worker, source):
    kind, ours = worker.ask(b"t", source)
    return kind == "T" and ours == ast.dump(ast.parse(source.encode()), include_attributes=True) + "\n"


# Breaking programs.


class Text:
    """A program and where its tokens stand, as offsets of characters."""

    def __init__(self, source):
        self.source = source
        starts = [0]
        for line in source.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        self.tokens = []
        self.indents = []
        skipped = {tokenize.ENCODING, tokenize.NL, tokenize.ENDMARKER, tokenize.COMMENT, tokenize.DEDENT}
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type in skipped or token.start[0] >= len(starts):
                continue
            begin, end = starts[token.start[0] - 1] + token.start[1], starts[token.end[0] - 1] + token.end[1]
            if token.type == tokenize.INDENT:
                self.indents.append((begin, end))
            elif end > begin:
                self.tokens.append((begin, end))

    def piece(self, span):
        return self.source[span[0]:span[1]]

    def replaced(self, span, text):
        return self.source[:span[0]] + text + self.source[span[1]:]


def misspelt(rng, word):
    at = rng.randrange(len(word))
    kind = rng.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1:]
    if kind == 1:
        return word[:at] + rng.choice("_xe019'\"{}. \\") + word[at:]
    return word[:at] + word[at:at + 2][::-1] + word[at + 2:]


def broken(rng, text):
    """The program with one token changed; None when this attempt changed nothing."""
    kind = rng.choices(["delete", "replace", "insert", "swap", "double", "misspell", "indent"], [22, 24, 20, 8, 6, 14, 6])[0]
    if kind == "indent":
        span = rng.choice(text.indents or text.tokens)
        return text.replaced((span[0], span[0]), rng.choice([" ", "  ", "\t"])) if rng.random() < 0.5 else \
            text.replaced((span[0], span[0] + 1), "")
    at = rng.randrange(len(text.tokens))
    span = text.tokens[at]
    if kind == "delete":
        return text.replaced(span, "")
    if kind == "double":
        return text.replaced((span[1], span[1]), " " + text.piece(span))
    if kind == "misspell":
        return text.replaced(span, misspelt(rng, text.piece(span)))
    if kind == "swap":
        if at + 1 >= len(text.tokens):
            return None
        other = text.tokens[at + 1]
        between = text.source[span[1]:other[0]]
        return text.replaced((span[0], other[1]), text.piece(other) + between + text.piece(span))
    spare = text.piece(rng.choice(text.tokens)) if rng.random() < 0.5 else rng.choice(SPARE_TOKENS)
    if kind == "replace":
        return text.replaced(span, spare)
    return text.replaced((span[0], span[0]), spare + " ")


def library_files(folder):
    found = []
    for root, folders, names in os.walk(folder):
        folders.sort()
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [os.path.join(root, name) for name in sorted(names)
                  if name.endswith(".py") and os.path.exists(os.path.join(root, name))]
    return found


def library_text(rng, files):
    """A file of the library, or of a long one some statements that follow each other."""
    while True:
        try:
            with open(rng.choice(files), encoding="utf-8", newline="") as file:
                source = file.read()
            body = ast.parse(source.encode()).body
        except (SyntaxError, UnicodeDecodeError):
            continue
        if not body or source.startswith("\ufeff"):
            continue
        if len(source) <= LARGEST_LIBRARY_TEXT:
            return source
        lines = source.splitlines(keepends=True)
        first = rng.randrange(len(body))
        last = first
        begin = min([body[first].lineno] + [d.lineno for d in getattr(body[first], "decorator_list", [])]) - 1
        while last + 1 < len(body) and sum(map(len, lines[begin:body[last + 1].end_lineno])) <= LARGEST_LIBRARY_TEXT:
            last += 1
        return "".join(lines[begin:body[last].end_lineno])


def generated(options, first, count):
    command = [options.fuzz, "generate", "--features", "all", "--seed", str(first), "--count", str(count), "--jsonl"]
    run = subprocess.Popen(command, stdout=subprocess.PIPE)
    for line in run.stdout:
        yield json.loads(line)["source"]
    if run.wait() != 0:
        raise SystemExit("garter-fuzz failed")


class Tally:
    """What one process counted; sums up."""

    def __init__(self):
        self.counts = collections.Counter()
        self.misses = collections.Counter()
        self.examples = {}

    def miss(self, kind, what, source, detail):
        key = f"{kind}: {what}"
        self.misses[key] += 1
        if key not in self.examples or len(source) < len(self.examples[key][0]):
            self.examples[key] = (source, detail)

    def add(self, other):
        self.counts += other.counts
        self.misses += other.misses
        for key, value in other.examples.items():
            if key not in self.examples or len(value[0]) < len(self.examples[key][0]):
                self.examples[key] = value


def template(message):
    """The message without what it quotes of the program."""
    return re.sub(r"\d+", "N", re.sub(r"'[^']{3,}'|\([^)]*line \d+[^)]*\)", "…", message))


def judge(tally, worker, source):
    """One broken program under both."""
    theirs = verdict_of_cpython(source)
    kind, answer = worker.ask(b"c", source)
    tally.counts["broken"] += 1
    if kind == "L" or (theirs is None) != (kind == "O"):
        tally.counts["verdict"] += 1
        said = theirs[1] if theirs else "accepted"
        tally.miss("verdict", f"CPython: {template(said)}", source, f"{theirs} | {kind} {answer[:300]}")
        return
    if theirs is None:
        tally.counts["accepted"] += 1
        if len(source) <= LARGEST_ACCEPTED_TREE and not same_tree(worker, source):
            tally.counts["tree"] += 1
            tally.miss("tree", "accepted, another tree", source, "")
        return
    ours = json.loads(answer)
    tally.counts["refused"] += 1
    good_message, good_place = ours[:2] == theirs[:2], ours[2:4] == theirs[2:4]
    tally.counts["message"] += good_message
    tally.counts["place"] += good_place
    tally.counts["end"] += ours[2:] == theirs[2:]
    if not good_message:
        tally.miss("message", f"{theirs[0]}: {template(theirs[1])}  <>  {template(ours[1])}", source, f"{theirs} | {ours}")
    elif not good_place:
        tally.miss("place", f"{theirs[0]}: {template(theirs[1])}", source, f"{theirs} | {ours}")
    elif ours[4:] != theirs[4:]:
        tally.miss("end", f"{theirs[0]}: {template(theirs[1])}", source, f"{theirs} | {ours}")


def share(options, job):
    """The part of the work of one process: every program whose number is `job` modulo the number of processes."""
    warnings.simplefilter("ignore")
    tally, worker = Tally(), Worker(options.worker)
    mine = lambda count: count // options.jobs + (job < count % options.jobs)
    first = options.seed * 1_000_000_000 + job * 100_000_000
    for source in generated(options, first, mine(options.trees)) if options.trees else []:
        tally.counts["trees"] += 1
        if not same_tree(worker, source):
            tally.counts["tree"] += 1
            tally.miss("tree", "generated", source, "")
    files = library_files(options.files)
    for path in files[job::options.jobs] if options.library else []:
        compare_file(tally, worker, path)
    if options.broken:
        break_programs(tally, worker, options, job, files, first, mine(options.broken))
    return tally


def compare_file(tally, worker, path):
    try:
        with open(path, encoding="utf-8", newline="") as file:
            source = file.read()
        ast.parse(source.encode())
    except (SyntaxError, UnicodeDecodeError):
        tally.counts["not compared"] += 1
        return
    tally.counts["files"] += 1
    if not same_tree(worker, source):
        tally.counts["tree"] += 1
        tally.miss("tree", "library", source, path)


def break_programs(tally, worker, options, job, files, first, count):
    """Each text is broken a few times: reading it costs more."""
    sources = generated(options, first + 50_000_000, count)
    rng = random.Random(f"{options.seed} {job}")
    while tally.counts["broken"] < count:
        text = Text(library_text(rng, files) if rng.random() < 0.25 else next(sources))
        for _ in range(6 if len(text.source) > LARGEST_ACCEPTED_TREE else 2):
            changed = broken(rng, text) if text.tokens else None
            if changed and changed != text.source and tally.counts["broken"] < count:
                judge(tally, worker, changed)


def report(options, tally, seconds):
    counts = tally.counts
    for key, number in tally.misses.most_common(options.show):
        print(f"  {number:6}  {key}")
    if options.misses:
        os.makedirs(options.misses, exist_ok=True)
        for number, (key, _) in enumerate(tally.misses.most_common()):
            source, detail = tally.examples[key]
            with open(os.path.join(options.misses, f"{number:04}.py"), "w", encoding="utf-8", newline="") as file:
                file.write(source)
            with open(os.path.join(options.misses, f"{number:04}.txt"), "w", encoding="utf-8") as file:
                file.write(f"{key}\n{detail}\n")
    refused = max(counts["refused"], 1)
    messages, places = counts["message"] / refused, counts["place"] / refused
    print(f"trees: {counts['trees']} generated, {counts['files']} library files, {counts['tree']} differ")
    print(f"broken: {counts['broken']}, {counts['refused']} refused and {counts['accepted']} accepted by both, "
          f"{counts['verdict']} verdicts differ; of the refusals {messages:.2%} equal message, {places:.2%} equal line and "
          f"column, {counts['end'] / refused:.2%} equal end; {seconds:.0f} s")
    bad = counts["tree"] + counts["verdict"] > 0
    return bad or (counts["refused"] > 0 and (messages < MESSAGE_FLOOR or places < PLACE_FLOOR))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--worker", required=True)
    options.add_argument("--fuzz", required=True)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--trees", type=int, default=0)
    options.add_argument("--library", action="store_true")
    options.add_argument("--files", default=sysconfig.get_path("stdlib"))
    options.add_argument("--broken", type=int, default=0)
    options.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    options.add_argument("--misses")
    options.add_argument("--show", type=int, default=40)
    options = options.parse_args()
    start = time.monotonic()
    with multiprocessing.get_context("fork").Pool(options.jobs) as pool:
        tallies = pool.starmap(share, [(options, job) for job in range(options.jobs)])
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return int(report(options, total, time.monotonic() - start))


if __name__ == "__main__":
    sys.exit(main())
