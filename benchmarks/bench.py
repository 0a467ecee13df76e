"""The sandbox beside CPython 3.14: ratios with their spread, and the geometric mean.

    bench.py --garter BINARY [--cpython PYTHON] [--rounds N] [--metric cpu|wall] [--json FILE] [PROGRAM ...]

Each round runs every engine once on the same program, the first engine rotating from round to round, so that a drift of
the machine's speed hits all of them. The ratio engine / CPython is taken round by round; the table shows the median of
the rounds' ratios and the range of their middle half. The metric is CPU time (user and system) of the process, which
other work on the machine disturbs far less than wall time. Limits are armed: the sandbox runs with its defaults but for
a longer time limit.

The output of every run is compared with what the program is known to print. A program that an engine does not run, or
runs wrongly, has no ratio there: it is named under the table with the reason, and each engine's geometric mean says over
how many programs it is. The `both` line is over the programs that every engine runs.

`net` takes the start-up off: the median time of an empty program of the same engine.
Monty (a sandbox in Rust) joins when its Python package or its command line is installed.
"""

import argparse
import fnmatch
import importlib.util
import json
import math
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "programs")
BASE = "cpython"

MONTY_RUNNER = "import sys, pydantic_monty; pydantic_monty.Monty(open(sys.argv[1]).read()).run()"


def run_once(argv, timeout, env):
    """(status, CPU seconds, wall seconds, standard output, last line of standard error); status 'ok' or the reason."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        try:
            process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=env, start_new_session=True)
        except OSError as error:
            return f"cannot start: {error}", 0.0, 0.0, b"", ""

        def stop(*_):
            os.killpg(process.pid, signal.SIGKILL)

        signal.signal(signal.SIGALRM, stop)
        signal.setitimer(signal.ITIMER_REAL, timeout)
        _, wait_status, usage = os.wait4(process.pid, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(wait_status)
        out.seek(0)
        err.seek(0)
        lines = err.read().decode("utf-8", "replace").strip().splitlines()
        if process.returncode == 0:
            status = "ok"
        elif wall >= timeout:
            status = f"ran longer than {timeout:g} s"
        else:
            status = f"exit {process.returncode}"
        return status, usage.ru_utime + usage.ru_stime, wall, out.read(), lines[-1] if lines else ""


def geometric_mean(values):
    return math.exp(statistics.fmean(map(math.log, values))) if values else None


def middle_half(values):
    if len(values) < 2:
        return values[0], values[0]
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, high


def engines_of(options):
    """Name -> (command without the program, environment). CPython first: it is what the others are divided by."""
    env = {"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "0", "LANG": "C.UTF-8"}
    engines = {}
    if options.cpython:
        engines[BASE] = ([options.cpython, "-S", "-s", "-P", "-B"], env)
    engines["garter"] = ([options.garter, "run", f"--max-time={options.timeout:g}"], env)
    if importlib.util.find_spec("pydantic_monty"):
        engines["monty"] = ([sys.executable, "-c", MONTY_RUNNER], {**os.environ, **env})
    elif shutil.which("monty"):
        engines["monty"] = ([shutil.which("monty")], {**os.environ, **env})
    return engines


def measure(engines, path, expected, options):
    """Engine -> {"cpu": [...], "wall": [...], "status": ...} for one program."""
    records = {name: {"cpu": [], "wall": [], "status": "ok"} for name in engines}
    names = list(engines)
    for number in range(options.rounds):
        for name in names[number % len(names):] + names[: number % len(names)]:
            record = records[name]
            if record["status"] != "ok":
                continue
            argv, env = engines[name]
            status, cpu, wall, output, complaint = run_once(argv + [path], options.timeout, env)
            if status == "ok" and expected is not None and output != expected:
                status = "wrong output"
            if status != "ok":
                record["status"] = f"{status}: {complaint}" if complaint else status
                continue
            record["cpu"].append(cpu)
            record["wall"].append(wall)
    return records


def ratios(record, base, metric, empty=0.0, base_empty=0.0):
    pairs = zip(record[metric], base[metric])
    return [max(mine - empty, 1e-6) / max(theirs - base_empty, 1e-6) for mine, theirs in pairs]


def print_table(engines, results, empty, metric):
    others = [name for name in engines if name != BASE]
    base_known = BASE in engines
    print(f"\n{'program':<18}{BASE + ' s' if base_known else '':>11}" + "".join(f"{name:>10}  {'middle half':<13}{'net':>6}" for name in others))
    kept = {name: {} for name in others}
    net_kept = {name: {} for name in others}
    for program, records in results.items():
        base = records.get(BASE)
        row = f"{program:<18}" + (f"{statistics.median(base[metric]):11.3f}" if base and base["status"] == "ok" else f"{'-':>11}")
        for name in others:
            record = records[name]
            if record["status"] != "ok":
                row += f"{'-':>10}  {'':<13}{'':>6}"
            elif not base or base["status"] != "ok":
                row += f"{statistics.median(record[metric]):9.3f}s  {'':<13}{'':>6}"
            else:
                values = ratios(record, base, metric)
                low, high = middle_half(values)
                kept[name][program] = statistics.median(values)
                net_kept[name][program] = statistics.median(ratios(record, base, metric, empty[name], empty[BASE]))
                row += f"{kept[name][program]:10.2f}  {f'{low:.2f}-{high:.2f}':<13}{net_kept[name][program]:6.2f}"
        print(row)
    both = [p for p in results if all(p in kept[name] for name in others)]

    def line(title, chosen):
        row = f"{title:<29}"
        for name in others:
            mean = geometric_mean([kept[name][p] for p in chosen(name)])
            net = geometric_mean([net_kept[name][p] for p in chosen(name)])
            row += f"{'-':>10}  {'':<13}{'':>6}" if mean is None else f"{mean:10.2f}  {f'({len(chosen(name))} programs)':<13}{net:6.2f}"
        print(row)

    line("geometric mean", lambda name: list(kept[name]))
    if len(others) > 1:
        line("geometric mean, both", lambda name: both)
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", nargs="*", help="names or patterns (default: all)")
    parser.add_argument("--garter", required=True, help="the sandbox's command line program")
    parser.add_argument("--cpython", help="CPython 3.14; without it there are times but no ratios")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--timeout", type=float, default=60)
    parser.add_argument("--metric", choices=["cpu", "wall"], default="cpu")
    parser.add_argument("--json", help="writes every sample into this file")
    options = parser.parse_args()

    engines = engines_of(options)
    if BASE not in engines:
        print("no CPython 3.14: times only, no ratios")
    names = sorted(name[:-3] for name in os.listdir(PROGRAMS) if name.endswith(".py"))
    if options.programs:
        names = [name for name in names if any(fnmatch.fnmatch(name, pattern) for pattern in options.programs)]
    if not names:
        parser.error("no program matches")

    with tempfile.NamedTemporaryFile("w", suffix=".py") as file:
        file.write("pass\n")
        file.flush()
        nothing = measure(engines, file.name, b"", options)
    empty = {name: statistics.median(nothing[name][options.metric] or [0.0]) for name in engines}

    results = {}
    for number, name in enumerate(names, 1):
        if sys.stderr.isatty():
            print(f"\r\033[K[{number}/{len(names)}] {name}", end="", file=sys.stderr, flush=True)
        with open(os.path.join(PROGRAMS, "expected", name + ".txt"), "rb") as file:
            expected = file.read()
        results[name] = measure(engines, os.path.join(PROGRAMS, name + ".py"), expected, options)
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)

    print(f"{options.metric} time, {options.rounds} interleaved rounds, ratio to {BASE} (below 1 is faster)")
    kept = print_table(engines, results, empty, options.metric)
    print("\nstart to exit of an empty program, ms: " + ", ".join(f"{name} {empty[name] * 1000:.2f}" for name in engines))
    for program, records in results.items():
        for name, record in records.items():
            if record["status"] != "ok":
                print(f"did not count: {name} on {program}: {record['status']}")
    if options.json:
        with open(options.json, "w", encoding="utf-8") as file:
            json.dump({"metric": options.metric, "empty": empty, "results": results, "ratios": kept}, file, indent=1)


if __name__ == "__main__":
    main()
