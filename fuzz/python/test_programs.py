"""The property: what the sandbox says of a generated program, CPython 3.14 says too."""

import base64

import pytest

pytest.importorskip("hypothesis")

from garter_fuzz import strategies  # noqa: E402
from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

FIXED = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module", autouse=True)
def generator():
    try:
        strategies.generator_path()
    except strategies.GeneratorMissing as missing:
        pytest.skip(str(missing))


def text_of(stream):
    """A stream of an observation as text: bytes that are no UTF-8 come in base64."""
    if isinstance(stream, dict):
        return base64.b64decode(stream["b64"]).decode("utf-8", "surrogateescape")
    return stream or ""


def summary_of_oracle(observation):
    error = observation.get("exception") or {}
    return observation["outcome"], text_of(observation["stdout"]), error.get("type"), error.get("traceback")


def summary_of_sandbox(observation):
    failed = observation.outcome == "exception"
    return (
        observation.outcome,
        text_of(observation.stdout),
        observation.exception_type if failed else None,
        observation.traceback if failed else None,
    )


@FIXED
@given(source=strategies.programs())
def test_sandbox_agrees_with_cpython(garter_core, oracle, source):
    expected = summary_of_oracle(oracle(source))
    assert summary_of_sandbox(garter_core.run(source)) == expected


@FIXED
@given(source=strategies.programs())
def test_sandbox_is_deterministic(garter_core, source):
    first, second = garter_core.run(source), garter_core.run(source)
    assert summary_of_sandbox(first) == summary_of_sandbox(second)
    assert first.fuel == second.fuel


def test_sandbox_agrees_with_the_records(garter_core, recorded_cases):
    for name, source, recorded in recorded_cases:
        assert summary_of_sandbox(garter_core.run(source)) == summary_of_oracle(recorded), name


@FIXED
@given(seed=st.integers(0, 2**32))
def test_split_loses_nothing(seed):
    source = strategies.generate(seed)
    statements = strategies.split(source)
    assert [line for child in statements for line in child.lines(lambda _: True)] == source.removesuffix("\n").split("\n")


def test_shrinking_reaches_one_statement():
    from hypothesis import find

    smallest = find(strategies.programs(), lambda source: "print(" in source, settings=settings(FIXED, max_examples=300))
    assert smallest.count("\n") <= 4, smallest
