"""What counting fuel costs: the sandbox as it is against a build that does not count.

    fuel_cost.py --garter BINARY --without-fuel BINARY [--rounds N] [PROGRAM ...]

The second binary is built with GARTER_BENCH_NO_FUEL (.bazelrc, configuration nofuel), where fuel is never paid and the
clock is therefore never read; it exists for this comparison alone. The sandbox runs with every limit armed. Each round
runs both binaries on every program, the first one alternating, and takes the geometric mean of the programs' CPU time
ratios; the figure is the mean of the rounds with its 95 % interval. A fifth of the rounds at each end is left out, and
the interval is widened for it, because other work on the machine disturbs single rounds.
"""

import argparse
import fnmatch
import math
import os
import statistics
import sys

import bench

# Student's t, two-sided 95 %, by degrees of freedom; above 30 the normal value is near enough.
STUDENT = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
           2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042]
TRIM = 0.2


def trimmed_interval(values):
    """(mean, half width) of the trimmed mean (J. W. Tukey and D. H. McLaughlin, 1963)."""
    ordered = sorted(values)
    n, cut = len(ordered), int(TRIM * len(ordered))
    kept = ordered[cut:n - cut]
    winsorised = [kept[0]] * cut + kept + [kept[-1]] * cut
    mean, degrees = statistics.fmean(kept), len(kept) - 1
    if degrees < 1:
        return mean, math.inf
    error = statistics.stdev(winsorised) / ((1 - 2 * cut / n) * math.sqrt(n))
    return mean, STUDENT[min(degrees, len(STUDENT)) - 1] * error


def cpu_of(binary, path, options):
    env = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    limits = [f"--max-time={options.timeout:g}", "--fuel=1000000000000"]
    status, cpu, _, _, complaint = bench.run_once([binary, "run", *limits, path], options.timeout, env)
    if status != "ok":
        sys.exit(f"{binary} on {path}: {status}: {complaint}")
    return cpu


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("programs", nargs="*", help="names or patterns (default: all that run)")
    parser.add_argument("--garter", required=True)
    parser.add_argument("--without-fuel", required=True)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--timeout", type=float, default=60)
    options = parser.parse_args()

    names = sorted(name[:-3] for name in os.listdir(bench.PROGRAMS) if name.endswith(".py"))
    if options.programs:
        names = [name for name in names if any(fnmatch.fnmatch(name, pattern) for pattern in options.programs)]
    env = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    paths = {name: os.path.join(bench.PROGRAMS, name + ".py") for name in names}
    paths = {name: path for name, path in paths.items()
             if bench.run_once([options.garter, "run", path], options.timeout, env)[0] == "ok"}
    if not paths:
        parser.error("no program matches and runs")

    logs = {name: [] for name in paths}
    for number in range(options.rounds):
        if sys.stderr.isatty():
            print(f"\r\033[K[{number + 1}/{options.rounds}]", end="", file=sys.stderr, flush=True)
        for name, path in paths.items():
            binaries = [options.garter, options.without_fuel]
            if number % 2:
                binaries.reverse()
            cpu = {binary: cpu_of(binary, path, options) for binary in binaries}
            logs[name].append(math.log(max(cpu[options.garter], 1e-6) / max(cpu[options.without_fuel], 1e-6)))
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)

    print(f"CPU time with limits armed / without fuel, {options.rounds} interleaved rounds")
    for name in paths:
        mean, half = trimmed_interval(logs[name])
        print(f"{name:<20}{math.exp(mean):7.3f}  {math.exp(mean - half):.3f}-{math.exp(mean + half):.3f}")
    rounds = [statistics.fmean(logs[name][number] for name in paths) for number in range(options.rounds)]
    mean, half = trimmed_interval(rounds)
    print(f"{'all programs':<20}{math.exp(mean):7.3f}  {math.exp(mean - half):.3f}-{math.exp(mean + half):.3f}  (95 %)")


if __name__ == "__main__":
    main()
