"""The harness's share of `./dev test`: runs `conform` over its sources and sums up case by case.

    conform_part.py CONFORM [--long] [--recorded-only]

A case counts as passed when its verdict is AGREE, AGREE_NORM or DECLARED, a positive control when it earned its verdict.
POISONED and UNSUPPORTED generated programs count as skipped (the ratchet bounds their share); curated ones fail. A run
whose exit code is not 0 adds a failure of its own when no case explains it. Without CPython 3.14 (--recorded-only) the
generated programs are skipped and curated cases use their recorded observations.
The last line is `N passed, N failed, N skipped`.
"""

import json
import os
import subprocess
import sys
import time

GOOD = {"AGREE", "AGREE_NORM", "DECLARED"}
EXCUSED = {"POISONED", "UNSUPPORTED"}


class Sum:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def command(self, name, argv):
        """One test that is a command; its output is shown when it fails."""
        start = time.monotonic()
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode == 0:
            self.passed += 1
        else:
            self.failed += 1
            print(f"  FAILED  {name} (exit {done.returncode})")
            for line in done.stdout.decode("utf-8", "replace").splitlines()[-30:]:
                print("    " + line)
        print(f"  {name}: {time.monotonic() - start:.0f} s", flush=True)

    def run(self, name, conform, out, arguments):
        """One `conform run`, counted case by case from its records."""
        start = time.monotonic()
        argv = [conform, "run", f"--out={out}", *arguments]
        records = os.path.join(out, "records.jsonl")
        if os.path.exists(records):
            os.remove(records)
        done = subprocess.run(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        passed = failed = skipped = 0
        verdicts = {}
        reasons = []
        if os.path.exists(records):
            with open(records, encoding="utf-8") as lines:
                for record in map(json.loads, lines):
                    if record["kind"] == "control":
                        earned = record["earned"]
                        passed, failed = passed + earned, failed + (not earned)
                        if not earned:
                            reasons.append(f"control {record['name']}: {record['got']} instead of {record['expected']}")
                    elif record["kind"] == "case":
                        verdict = record["verdict"]
                        verdicts[verdict] = verdicts.get(verdict, 0) + 1
                        if verdict in GOOD:
                            passed += 1
                        elif verdict in EXCUSED and record["origin"] == "generated":
                            skipped += 1
                        else:
                            failed += 1
                            reasons.append(f"{verdict}[{record.get('tag', '')}] {record['id']}  {record.get('replay', '')}")
                    elif record["kind"] == "reason":
                        reasons.append(f"exit {record['code']}: {record['text']}")
        if done.returncode != 0 and failed == 0:
            failed = 1
        if passed + failed + skipped == 0:
            failed = 1
            reasons.append("no case ran")
        if failed:
            print(f"  FAILED  {name}: conform exits {done.returncode}; {' '.join(argv)}")
            for reason in reasons[:40]:
                print("    " + ascii(reason)[1:-1])
            if not reasons:
                for line in done.stdout.decode("utf-8", "replace").splitlines()[-30:]:
                    print("    " + ascii(line)[1:-1])
        print(f"  {name}: {verdicts}, {time.monotonic() - start:.0f} s", flush=True)
        self.passed += passed
        self.failed += failed
        self.skipped += skipped

    def skip(self, name, why):
        self.skipped += 1
        print(f"  skipped {name}: {why}", flush=True)


def main():
    conform, options = sys.argv[1], sys.argv[2:]
    total = Sum()
    total.command("metadata of the cases", [conform, "lint"])
    live = "--recorded-only" not in options
    if live:
        total.run("cases and 500 programs, live", conform, "reports/out/test-live",
                  ["--sources=curated,regressions,divergences,hostile,generated", "--seed=1", "--count=500"])
        if "--long" in options:
            seed = int(time.time())
            total.run(f"20,000 programs from seed {seed}", conform, "reports/out/test-long",
                      ["--sources=generated", f"--seed={seed}", "--count=20000"])
    else:
        total.skip("generated programs", "they need a live CPython 3.14")
    total.run("curated cases against recorded observations", conform, "reports/out/test-recorded",
              ["--sources=curated,regressions", "--oracle=recorded"])
    if live:
        total.command("seeded bugs (conform mutants)", [conform, "mutants"])
    else:
        total.skip("seeded bugs", "they need a live CPython 3.14")
    print(f"{total.passed} passed, {total.failed} failed, {total.skipped} skipped")
    return 1 if total.failed else 0


sys.exit(main())
