"""How rich are the generated programs, and do they run as they were made?

    garter-fuzz generate --seed 0 --count 5000 --jsonl | python3.14 -S -s -P -B program_stats.py [--no-run] [--all]

Runs under the oracle (the `ast` module must know Python 3.14). Each program is
parsed and counted and, unless --no-run is given, executed in a process of its
own with a time limit. With --all the programs are those of `--features all`:
every node of the language must occur, and a second run must print the same.
Prints one JSON object with the figures of the acceptance line and exits 1 if
one of them is missed.
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
import types
import warnings

# Every node that programs without features have.
NODES = """
FunctionDef Return Delete Assign AugAssign AnnAssign For While If Raise Try Assert Global Nonlocal Expr Pass Break
Continue BoolOp NamedExpr BinOp UnaryOp Lambda IfExp Dict Set ListComp SetComp DictComp GeneratorExp Compare Call
FormattedValue JoinedStr Constant Attribute Subscript Starred Name List Tuple Slice And Or Add Sub Mult MatMult Div
Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv Invert Not UAdd USub Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn
comprehension ExceptHandler arguments arg keyword Load Store Del
""".split()

# What the features add: the rest of the language.
FEATURE_NODES = """
ClassDef AsyncFunctionDef AsyncFor AsyncWith With withitem Await Yield YieldFrom Match match_case MatchValue
MatchSingleton MatchSequence MatchMapping MatchClass MatchStar MatchAs MatchOr TryStar Import ImportFrom alias TypeAlias
TypeVar ParamSpec TypeVarTuple TemplateStr Interpolation
""".split()

TIME_LIMIT = 5.0

# What programs may import, read once and not by every child.
PRELOADED = "asyncio dataclasses enum functools contextlib typing types copy weakref collections.abc abc".split()


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


def execute(source):
    """Runs a program here; answers what it printed and what it raised."""
    out, outcome = io.StringIO(), ""
    stdout, stderr = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = out
    module = sys.modules["__main__"] = types.ModuleType("__main__")
    signal.signal(signal.SIGALRM, on_alarm)
    signal.setitimer(signal.ITIMER_REAL, TIME_LIMIT)
    try:
        exec(compile(source, "main.py", "exec"), module.__dict__)
    except BaseException as error:
        outcome = type(error).__name__
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.stdout, sys.stderr = stdout, stderr
    return out.getvalue(), outcome


def execute_apart(source):
    """The same in a process that ends with it: no program sees what another has left."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        with os.fdopen(writer, "wb") as pipe:
            pipe.write(json.dumps(execute(source)).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return json.loads(answer) if answer else ["", "Died"]


def run(record):
    """Executes one program; answers what became of it."""
    started = time.perf_counter()
    out, outcome = execute_apart(record["source"])
    seconds = time.perf_counter() - started
    stable = "--all" not in sys.argv or execute_apart(record["source"]) == [out, outcome]
    as_made = not outcome
    if record["wild"]:
        as_made = bool(outcome) and record["exception"] in ("", outcome)
    return {
        "seed": record["seed"],
        "outcome": outcome,
        "as_made": as_made,
        "stable": stable,
        "address": " at 0x" in out,
        "lines": out.count("\n"),
        "seconds": seconds,
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
    wanted = NODES + (FEATURE_NODES if "--all" in sys.argv else [])
    return {
        "programs": len(records),
        "statements_mean": round(statements / len(records), 1),
        "distinct_shapes": len(shapes),
        "rarest_nodes": {name: nodes[name] for name in sorted(wanted, key=lambda name: nodes[name])[:5]},
        "kinds": sum(nodes[name] > 0 for name in wanted),
        "ok_nodes": all(nodes[name] * scale >= 50 for name in wanted),
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
        "unstable": [result["seed"] for result in results if not result["stable"]][:20],
        "addresses": [result["seed"] for result in results if result["address"]][:20],
        "slowest_seconds": round(max(result["seconds"] for result in results), 3),
        "ok_lines": lines >= 5,
        "ok_uncaught": 0.08 <= share <= 0.15 and len(raised) >= 10,
        "ok_as_made": as_made >= 0.95,
        "ok_stable": all(result["stable"] and not result["address"] for result in results),
    }


def main():
    warnings.simplefilter("ignore")
    records = [json.loads(line) for line in sys.stdin]
    figures = count_trees(records)
    if "--no-run" not in sys.argv:
        for module in PRELOADED if "--all" in sys.argv else ():
            __import__(module)
        with multiprocessing.get_context("fork").Pool(os.cpu_count(), maxtasksperchild=200) as pool:
            figures |= count_runs(pool.map(run, records, chunksize=20))
    print(json.dumps(figures, indent=2))
    return 0 if all(value for name, value in figures.items() if name.startswith("ok_")) else 1


if __name__ == "__main__":
    sys.exit(main())
