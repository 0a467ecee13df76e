"""How rich are the generated programs, and do they run as they were made?

    garter-fuzz generate --seed 0 --count 5000 --jsonl | python3.14 -S -s -P -B program_stats.py [--no-run]

Runs under the oracle (the `ast` module must know Python 3.14). Each program is
parsed and counted and, unless --no-run is given, executed in a forked worker
with a time limit. Prints one JSON object with the figures of the acceptance
line and exits 1 if one of them is missed.
"""

import ast
import collections
import io
import json
import multiprocessing
import os
import signal
import sys
import time
import warnings

# Every node that the first version of the interpreter runs.
NODES = """
FunctionDef Return Delete Assign AugAssign AnnAssign For While If Raise Try Assert Global Nonlocal Expr Pass Break
Continue BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp GeneratorExp Compare Call
FormattedValue JoinedStr Constant Attribute Subscript Starred Name List Tuple Slice And Or Add Sub Mult MatMult Div
Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv Invert Not UAdd USub Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn
comprehension ExceptHandler arguments arg keyword Load Store Del
""".split()

TIME_LIMIT = 5.0


class OutOfTime(BaseException):
    """Raised by the alarm; a program must not catch it by accident."""


def on_alarm(*_):
    raise OutOfTime


def erased(tree):
    """The shape of a program: its tree without names and literals."""
    for node in ast.walk(tree):
        for field in ("id", "name", "arg", "attr"):
            if isinstance(getattr(node, field, None), str):
                setattr(node, field, "")
        if isinstance(node, ast.Constant):
            node.value, node.kind = 0, None
        if isinstance(node, (ast.Global, ast.Nonlocal)):
            node.names = [""]
    return hash(ast.dump(tree))


def run(record):
    """Executes one program; answers what became of it."""
    out = io.StringIO()
    outcome, started = "", time.perf_counter()
    stdout, stderr = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = out
    signal.signal(signal.SIGALRM, on_alarm)
    signal.setitimer(signal.ITIMER_REAL, TIME_LIMIT)
    try:
        exec(compile(record["source"], "main.py", "exec"), {"__name__": "__main__"})
    except BaseException as error:
        outcome = type(error).__name__
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.stdout, sys.stderr = stdout, stderr
    as_made = not outcome
    if record["wild"]:
        as_made = bool(outcome) and record["exception"] in ("", outcome)
    return {
        "seed": record["seed"],
        "outcome": outcome,
        "as_made": as_made,
        "lines": out.getvalue().count("\n"),
        "seconds": time.perf_counter() - started,
    }


def count_trees(records):
    """Figures that need only the source text."""
    nodes, statements, shapes = collections.Counter(), 0, set()
    for record in records:
        tree = ast.parse(record["source"])
        for node in ast.walk(tree):
            nodes[type(node).__name__] += 1
            statements += isinstance(node, ast.stmt)
        shapes.add(erased(tree))
    scale = 5000 / len(records)
    return {
        "programs": len(records),
        "statements_mean": round(statements / len(records), 1),
        "distinct_shapes": len(shapes),
        "rarest_nodes": {name: nodes[name] for name in sorted(NODES, key=lambda name: nodes[name])[:5]},
        "ok_nodes": all(nodes[name] * scale >= 50 for name in NODES),
        "ok_shapes": len(shapes) >= 0.98 * len(records),
        "ok_statements": statements >= 25 * len(records),
    }


def count_runs(results):
    """Figures that need the programs to run."""
    total = len(results)
    raised = collections.Counter(result["outcome"] for result in results if result["outcome"])
    as_made = sum(result["as_made"] for result in results) / total
    lines = sum(result["lines"] for result in results) / total
    share = sum(raised.values()) / total
    return {
        "lines_mean": round(lines, 1),
        "uncaught_share": round(share, 4),
        "uncaught_types": len(raised),
        "as_made_share": round(as_made, 4),
        "not_as_made": [result["seed"] for result in results if not result["as_made"]][:20],
        "slowest_seconds": round(max(result["seconds"] for result in results), 3),
        "ok_lines": lines >= 5,
        "ok_uncaught": 0.08 <= share <= 0.15 and len(raised) >= 10,
        "ok_as_made": as_made >= 0.95,
    }


def main():
    warnings.simplefilter("ignore")
    records = [json.loads(line) for line in sys.stdin]
    figures = count_trees(records)
    if "--no-run" not in sys.argv:
        with multiprocessing.get_context("fork").Pool(os.cpu_count(), maxtasksperchild=200) as pool:
            figures |= count_runs(pool.map(run, records, chunksize=20))
    print(json.dumps(figures, indent=2))
    return 0 if all(value for name, value in figures.items() if name.startswith("ok_")) else 1


if __name__ == "__main__":
    sys.exit(main())
