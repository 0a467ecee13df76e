"""Measures the ways to run a case under CPython, for the table in README.md.

    python3 oracle_cpython/measure.py [--cases 2000] [--confined]

Prints, for a mix of four small programs, cases a second and processor microseconds a case: a fork for every case, a fork
for every batch, everything in one process (no isolation between cases at all), and a start of Python for every case.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "tests"))

import client  # noqa: E402  (found through the path above)

MIX = [
    "for i in range(10):\n    print(i, i * i)\n",
    "class A:\n    def __init__(self, x):\n        self.x = x\n    def __repr__(self):\n        return f'A({self.x})'\nprint([A(i) for i in range(5)])\n",
    "def f(n):\n    if n == 0:\n        raise ValueError('deep')\n    f(n - 1)\nf(5)\n",
    "def g(n):\n    for i in range(n):\n        yield i * 2\nprint(sum(g(20)), list(g(4)))\n",
]


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def through_worker(count, batch, confined):
    sources = [MIX[number % len(MIX)] for number in range(count)]
    return client.throughput(sources, ["--batch", str(batch)], confined=confined)


def through_spawn(count):
    words = [*client.raw_python(), "-S", "-s", "-P", "-B", "main.py"]
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        for number in range(count):
            with open(os.path.join(folder, "main.py"), "w", encoding="utf-8") as file:
                file.write(MIX[number % len(MIX)])
            subprocess.run(words, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
        return count / (time.perf_counter() - start)


def show(name, count, work):
    before = spent()
    rate = work(count)
    # The start of the worker (about 0.2 s) is spread over its cases.
    print(f"{name:34} {rate:8.0f} cases/s {(spent() - before) / count * 1e6:8.0f} us of processor time a case", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Measures the ways to run a case under CPython.")
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--confined", action="store_true", help="behind confine's walls")
    options = parser.parse_args()
    if client.raw_python():
        show("a start of Python a case", max(options.cases // 40, 20), through_spawn)
    for name, batch, share in (
        ("a fork a case", 1, 5),
        ("a fork for 32 cases", 32, 1),
        ("a fork for 64 cases", 64, 1),
        ("one process for all cases", 10**9, 1),
    ):
        show(name, options.cases // share, lambda count, batch=batch: through_worker(count, batch, options.confined))


if __name__ == "__main__":
    main()
