"""Runs the hostile cases under `garter` and judges from outside whether each limit held.

    measure.py GARTER [--made FOLDER] [NAME...]

The sandbox's own word counts for nothing here: wall time comes from this process's clock, processor time and peak
memory from the kernel's account of the child, output from the bytes that arrived. A limit held if the run took
at most 1.25 times its time cap and 50 ms more, its memory cap and 8 MiB more, and its output cap and 4 KiB more. A run
over its time is repeated twice alone, and the smallest wall or processor time counts, since the machine may be busy.

`--made FOLDER` also runs the programs that make.py wrote there. Exit code 0: all held; 1: some did not.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
UNITS = {"": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}
DEFAULTS = {"time": "10", "memory": "256MiB", "output": "16MiB"}
LIMIT_LINE = re.compile(rb"^garter: limit: (\w+): cap ", re.M)
EXCEPTION_LINE = re.compile(rb"^([A-Z]\w{1,40})(?::|$)", re.M)
KEPT = 1 << 16  # bytes of stderr that are looked at, from its end


def size(text):
    number, unit = re.fullmatch(r"([\d.]+)(\w*)", text).groups()
    return float(number) * UNITS[unit]


def front_matter(path):
    """The fields of a case; only the head of the file is read, for the rest may be 50 MB."""
    with open(path, "rb") as file:
        head = file.read(4096).decode("utf-8", "replace")
    fields = dict(re.findall(r"^# (\w+): (.*)$", head.split("# ---")[1], re.M))
    limits = {**DEFAULTS, **dict(part.split(": ") for part in fields.get("limits", "{}")[1:-1].split(", ") if part)}
    return limits, fields["expect"]


class Run:
    """One run of a case, measured."""

    def __init__(self, garter, path, limits):
        flags = [f"--max-{name}={value}" for name, value in limits.items()]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            begin = time.monotonic()
            command = [garter, "run", *flags, str(path)]
            child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            _, status, usage = os.wait4(child.pid, 0)
            self.wall = time.monotonic() - begin
            child.returncode = self.code = os.waitstatus_to_exitcode(status)
            self.cpu = usage.ru_utime + usage.ru_stime
            self.memory = usage.ru_maxrss * 1024
            self.output = out.seek(0, os.SEEK_END) + err.seek(0, os.SEEK_END)
            err.seek(max(0, err.tell() - KEPT))
            self.stderr = err.read()

    def outcome(self):
        """As the front matter words it: `ok`, `exception Type`, `limit kind`, `unsupported`, or what went wrong."""
        if self.code == 0:
            return "ok"
        limit = LIMIT_LINE.findall(self.stderr)
        if self.code == 3 and limit:
            return "limit " + limit[-1].decode()
        kinds = EXCEPTION_LINE.findall(self.stderr)
        if self.code in (1, 2) and kinds:
            return "exception " + kinds[-1].decode()
        if self.code == 1:
            return "exception"
        if self.code == 2 and b"garter: unsupported: " in self.stderr:
            return "unsupported"
        return f"exit {self.code}" if self.code >= 0 else f"crash by signal {-self.code}"


def meets(outcome, expect):
    kind, _, name = outcome.partition(" ")
    for part in expect.split(" or "):
        wanted, _, names = part.partition(" ")
        if wanted == "clean" and kind in ("ok", "exception", "limit", "unsupported"):
            return True
        if wanted == kind and (not names or name in names.split("|")):
            return True
    return False


def judge(garter, path):
    """What is wrong with the case's run, and the line to print about it."""
    limits, expect = front_matter(path)
    run = Run(garter, path, limits)
    allowed = float(limits["time"]) * 1.25 + 0.05
    wall, cpu = run.wall, run.cpu
    for _ in range(2):
        if min(wall, cpu) > allowed:
            again = Run(garter, path, limits)
            wall, cpu = min(wall, again.wall), min(cpu, again.cpu)
    faults = []
    if not meets(run.outcome(), expect):
        faults.append(f"expected {expect}")
    if min(wall, cpu) > allowed:
        faults.append(f"time over {allowed:.2f} s")
    if run.memory > size(limits["memory"]) + (8 << 20):
        faults.append("memory over its cap")
    if run.output > size(limits["output"]) + 4096:
        faults.append("output over its cap")
    line = f"{path.stem:36} {run.outcome():28} {wall:6.2f} s {run.memory / 2**20:7.1f} MiB {run.output:>9} B"
    return faults, line


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)
    garter, names = arguments[0], arguments[1:]
    folders = [HERE]
    if names and names[0] == "--made":
        folders.append(pathlib.Path(names[1]))
        names = names[2:]
    bad = count = 0
    for path in sorted(path for folder in folders for path in folder.glob("*.py")):
        if path.parent == HERE and path.stem in ("make", "measure") or names and path.stem not in names:
            continue
        faults, line = judge(garter, path)
        count += 1
        bad += bool(faults)
        print(line, "; ".join(faults) and "  FAULT: " + "; ".join(faults), flush=True)
    print(f"{count} hostile programs, {bad} with faults")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
