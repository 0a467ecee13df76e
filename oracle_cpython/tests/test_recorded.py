"""The recorded observations of the curated cases judge the sandbox where no CPython 3.14 is at hand, and are judged by it
where one is."""


def _difference(mine, recorded):
    """The first field of the three that both can tell, in which they differ."""
    expected = (recorded["outcome"], recorded["stdout"], (recorded.get("exception") or {}).get("traceback", ""))
    for name, ours, theirs in zip(("outcome", "stdout", "traceback"), mine, expected):
        if ours != theirs:
            return f"{name}: {ours!r:.300} instead of {theirs!r:.300}"
    return None


def test_the_sandbox_says_what_is_recorded(garter_core, recorded_cases):
    differences = []
    for name, source, recorded in recorded_cases:
        answer = garter_core.run(source)
        difference = _difference((answer.outcome, answer.stdout, answer.traceback), recorded)
        if difference:
            differences.append(f"{name}: {difference}")
    assert not differences, "\n".join(differences)


def test_cpython_still_says_what_is_recorded(oracle, recorded_cases):
    differences = []
    for name, source, recorded in recorded_cases:
        answer = oracle(source)
        shown = (answer["outcome"], answer["stdout"], (answer.get("exception") or {}).get("traceback", ""))
        difference = _difference(shown, recorded)
        if difference:
            differences.append(f"{name}: {difference}")
    assert not differences, "\n".join(differences)
