"""Sums up a Bazel test run case by case.

    count_tests.py BUILD_EVENTS.json

Reads what `bazel test --build_event_json_file` wrote and the test.xml files that it names. A GoogleTest or pytest target
counts as its cases, any other target as one. A target that failed without naming a case (it crashed, ran out of time,
did not build) counts as one failure. Prints each failure on a line of its own and, as the last line, three numbers:
passed, failed, skipped. A run without a single result is a failure: nothing was tested.
"""

import json
import os
import sys
import urllib.parse
import xml.etree.ElementTree as xml


def cases_of(path):
    """(passed, names of the failed, skipped) of one test.xml; None when it cannot be read."""
    try:
        root = xml.parse(path).getroot()
    except (OSError, xml.ParseError):
        return None
    passed, failed, skipped = 0, [], 0
    for case in root.iter("testcase"):
        name = ".".join(part for part in (case.get("classname"), case.get("name")) if part)
        if case.find("failure") is not None or case.find("error") is not None:
            failed.append(name)
        elif case.find("skipped") is not None or case.get("result") == "skipped" or case.get("status") == "notrun":
            skipped += 1
        else:
            passed += 1
    return passed, failed, skipped


def local_path(uri):
    return urllib.parse.unquote(urllib.parse.urlparse(uri).path)


def main():
    results = {}  # label -> {"status": ..., "xml": [...]}
    broken = []
    with open(sys.argv[1], encoding="utf-8") as events:
        for line in events:
            try:
                event = json.loads(line)
            except json.JSONDecodeError:
                continue
            kind = event.get("id", {})
            if "testResult" in kind:
                entry = results.setdefault(kind["testResult"]["label"], {"status": "NO_STATUS", "xml": []})
                for output in event.get("testResult", {}).get("testActionOutput", []):
                    if output.get("name") == "test.xml" and "uri" in output:
                        entry["xml"].append(local_path(output["uri"]))
            elif "testSummary" in kind:
                entry = results.setdefault(kind["testSummary"]["label"], {"status": "NO_STATUS", "xml": []})
                entry["status"] = event.get("testSummary", {}).get("overallStatus", "NO_STATUS")
            elif "targetCompleted" in kind and "aborted" in event:
                broken.append(kind["targetCompleted"]["label"])
            elif "targetCompleted" in kind and not event.get("completed", {}).get("success", False):
                broken.append(kind["targetCompleted"]["label"])

    passed = failed = skipped = 0
    for label, entry in sorted(results.items()):
        sums = [sum_ for sum_ in (cases_of(path) for path in entry["xml"] if os.path.exists(path)) if sum_]
        good = sum(s[0] for s in sums)
        bad = [name for s in sums for name in s[1]]
        skipped += sum(s[2] for s in sums)
        if entry["status"] == "PASSED":
            passed += max(good, 1) if not any(s[2] for s in sums) else good
        else:
            passed += good
            failed += max(len(bad), 1)
            print(f"  FAILED  {label} ({entry['status'].lower()})" + "".join("\n            " + name for name in bad[:20]))
    for label in sorted(set(broken) - set(results)):
        failed += 1
        print(f"  FAILED  {label} (did not build)")
    if not results and not broken:
        failed += 1
        print("  FAILED  no test ran")
    print(passed, failed, skipped)


main()
