"""The recorded observations of the curated cases judge the sandbox where no CPython 3.14 is at hand, and are judged by it
where one is. Differences that are declared in conformance/divergences are none."""

import glob
import os
import tomllib

DECLARED = os.path.join(os.path.dirname(__file__), "..", "..", "conformance", "divergences", "*.toml")


def _difference(source, mine, recorded):
    """The first field of the three that both can tell, in which they differ."""
    expected = (recorded["outcome"], recorded["stdout"], (recorded.get("exception") or {}).get("traceback", ""))
    for name, ours, theirs in zip(("outcome", "stdout", "exception.traceback"), mine, expected):
        if ours != theirs:
            return None if _is_declared(source, name, ours, theirs) else f"{name}: {ours!r:.300} instead of {theirs!r:.300}"
    return None


def _is_declared(source, field, ours, theirs):
    for path in glob.glob(DECLARED):
        with open(path, "rb") as file:
            known = tomllib.load(file)
        if source.count(known.get("source_contains", "")) < known.get("source_times", 1):
            continue
        places = {"subject_contains": ours, "oracle_contains": theirs}
        if known["field"] == field and all(known.get(key, "") in text for key, text in places.items()):
            return True
    return False


def test_the_sandbox_says_what_is_recorded(garter_core, recorded_cases):
    differences = []
    for name, source, recorded in recorded_cases:
        answer = garter_core.run(source)
        difference = _difference(source, (answer.outcome, answer.stdout, answer.traceback), recorded)
        if difference:
            differences.append(f"{name}: {difference}")
    assert not differences, "\n".join(differences)


def test_cpython_still_says_what_is_recorded(oracle, recorded_cases):
    differences = []
    for name, source, recorded in recorded_cases:
        answer = oracle(source)
        shown = (answer["outcome"], answer["stdout"], (answer.get("exception") or {}).get("traceback", ""))
        difference = _difference(source, shown, recorded)
        if difference:
            differences.append(f"{name}: {difference}")
    assert not differences, "\n".join(differences)
