"""The property: what the sandbox says of a generated program, CPython 3.14 says too.

No property takes longer than some twenty seconds, however many of its examples fail: see `Bounded`. The long run over
generated programs is `conform run`, which has deadlines of its own.
"""

import base64
import functools
import time

import pytest

pytest.importorskip("hypothesis")

from garter_fuzz import strategies  # noqa: E402
from hypothesis import HealthCheck, assume, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

SECONDS = 12  # of looking at examples, shrinking included
FUEL = 20_000_000  # a program without one of its statements may have lost the way to its end

FIXED = settings(
    max_examples=100,
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


class Bounded:
    """A property that looks at no new example when its time is over: shrinking then ends at the smallest one found.

    A failure that is known fails again, as Hypothesis asks of it.
    """

    def __init__(self, check):
        functools.update_wrapper(self, check, updated=())
        self._check = check
        self._end = None
        self._failures = {}

    def __call__(self, source):
        if self._end is None:
            self._end = time.monotonic() + SECONDS
        if source not in self._failures:
            if time.monotonic() > self._end:
                return
            try:
                return self._check(source)
            except AssertionError as failure:
                self._failures[source] = str(failure)
        # From one line for the first time and for the next ones: Hypothesis knows a failure by its line.
        raise AssertionError(self._failures[source])


def hold(check):
    """Looks for a program that breaks the property."""
    bounded = Bounded(check)

    @FIXED
    @given(source=strategies.programs())
    def prop(source):
        bounded(source)

    prop()


def test_sandbox_agrees_with_cpython(garter_core, oracle):
    def check(source):
        observation = garter_core.run(source, fuel=FUEL)
        assume(observation.outcome != "limit")
        assert summary_of_sandbox(observation) == summary_of_oracle(oracle(source))

    hold(check)


def test_sandbox_is_deterministic(garter_core):
    def check(source):
        first, second = garter_core.run(source, fuel=FUEL), garter_core.run(source, fuel=FUEL)
        assert summary_of_sandbox(first) == summary_of_sandbox(second)
        assert first.fuel == second.fuel

    hold(check)


def test_a_failing_property_ends_in_time():
    begin = time.monotonic()
    with pytest.raises(AssertionError, match="print"):
        hold(_no_print)
    assert time.monotonic() - begin < 3 * SECONDS


def _no_print(source):
    time.sleep(0.2)
    assert "print(" not in source, source


def test_a_while_stays_whole():
    source = "n = 2\nwhile n > 0:\n    n -= 1\n    print(n)\nelse:\n    pass\nfor i in 'ab':\n    print(i)\n"
    _, kept, loop = strategies.split(source)
    assert list(kept.lines(lambda _: False)) == source.split("\n")[1:6]
    assert list(loop.lines(lambda _: False)) == ["for i in 'ab':", "    pass"]


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
