"""garter_core: the sandbox as a module, its values across the border, and its answers beside CPython's."""

import threading
import time

import pytest


def test_run(garter_core):
    observation = garter_core.run("print(6 * 7)\n")
    assert (observation.outcome, observation.phase, observation.exit) == ("ok", "run", 0)
    assert (observation.stdout, observation.stderr) == ("42\n", "")
    assert observation.fuel > 0 and observation.memory_peak > 0


def test_exception(garter_core):
    observation = garter_core.run("def f():\n    return 1 / 0\nf()\n", filename="calc.py")
    assert (observation.outcome, observation.exit) == ("exception", 1)
    assert (observation.exception_type, observation.exception_message) == ("ZeroDivisionError", "division by zero")
    assert observation.traceback.startswith("Traceback (most recent call last):\n  File \"calc.py\", line 3, in <module>\n")


def test_syntax_error(garter_core):
    observation = garter_core.run("x = \n")
    assert (observation.outcome, observation.phase, observation.exception_type) == ("exception", "compile", "SyntaxError")


def test_values_come_out(garter_core):
    observation = garter_core.run("a = [1, 2.5, None, True, 'é', b'x', (1,), {2: {3}}, 10 ** 5000]\nb = a\nf = len\na\n")
    expected = [1, 2.5, None, True, "é", b"x", (1,), {2: {3}}, 10**5000]
    assert observation.result == expected
    assert observation.globals["a"] == expected
    assert isinstance(observation.globals["f"], garter_core.Opaque)


def test_values_go_in(garter_core):
    inputs = {"a": [1, -(2**80), 2.5, None, True, "é", b"\x00", (1, (2,)), {"k": [3]}]}
    observation = garter_core.run("b = a\n", inputs=inputs)
    assert observation.globals["b"] == inputs["a"]


def test_what_cannot_go_in_is_refused(garter_core):
    with pytest.raises(ValueError, match="not valid UTF-8"):
        garter_core.run("", inputs={"a": "\ud800"})
    with pytest.raises(TypeError, match="type 'set'"):
        garter_core.run("", inputs={"a": {1}})
    ring = []
    ring.append(ring)
    with pytest.raises(ValueError, match="nested too deeply"):
        garter_core.run("", inputs={"a": ring})


def test_host_functions(garter_core):
    def refuse(reason):
        raise KeyError(reason)

    class OwnError(ValueError):
        pass

    def own():
        raise OwnError("mine")

    source = """
print(add(2, 3))
try:
    refuse('no')
except KeyError as error:
    print('caught', error)
own()
"""
    functions = {"add": lambda a, b: a + b, "refuse": refuse, "own": own}
    observation = garter_core.run(source, host_functions=functions)
    assert observation.stdout == "5\ncaught 'no'\n"
    assert (observation.exception_type, observation.exception_message) == ("ValueError", "mine")
    assert [call[0] for call in observation.hostcalls] == ["add", "refuse", "own"]


@pytest.mark.parametrize(
    "source, limits, kind",
    [
        ("while True: pass\n", {"fuel": 100_000}, "fuel"),
        ("while True: pass\n", {"time": 0.2}, "time"),
        ("a = []\nwhile True: a.append(a[:])\n", {"memory": 8 << 20}, "memory"),
        ("while True: print('x' * 100)\n", {"output": 10_000}, "output"),
    ],
)
def test_limits(garter_core, source, limits, kind):
    observation = garter_core.run("try:\n    " + source.replace("\n", "\n    ") + "\nexcept BaseException:\n    print('swallowed')\n", **limits)
    assert (observation.outcome, observation.limit["kind"]) == ("limit", kind)
    assert "swallowed" not in observation.stdout


def test_other_threads_go_on_meanwhile(garter_core):
    ticks = []

    def tick():
        while not done.is_set():
            ticks.append(1)
            time.sleep(0.005)

    done = threading.Event()
    ticker = threading.Thread(target=tick)
    ticker.start()
    garter_core.run("while True: pass\n", time=0.3)
    done.set()
    ticker.join()
    assert len(ticks) > 10


def test_fuel_is_the_same_each_time(garter_core):
    source = "print(sorted([3, 1, 2], key=lambda x: -x))\n"
    assert len({garter_core.run(source).fuel for _ in range(3)}) == 1


@pytest.mark.parametrize(
    "source",
    [
        "print([x * x for x in range(10)], {1: 2}, 0.1 + 0.2)\n",
        "def f(n):\n    return f(n - 1) if n else 1 / 0\nf(3)\n",
        "print('%s %r' % ('a', 'b'))\nraise ValueError('x') from KeyError(1)\n",
        "x = [1, 2\n",
    ],
)
def test_beside_cpython(garter_core, oracle, source):
    expected = oracle(source)
    observation = garter_core.run(source)
    assert observation.outcome == expected["outcome"]
    assert observation.stdout == expected["stdout"]
    assert observation.traceback == (expected.get("exception") or {}).get("traceback", "")
