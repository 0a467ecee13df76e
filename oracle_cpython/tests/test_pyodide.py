"""The rung without a native CPython: the same protocol from CPython in WebAssembly, forced as a test of the way there."""

import os

import client
import pytest


@pytest.fixture(scope="module")
def pyodide():
    cache = os.environ.get("GARTER_CACHE", os.path.expanduser("~/.cache/garter"))
    if not any(name.startswith("pyodide-") for name in os.listdir(cache) if os.path.isdir(os.path.join(cache, name))):
        pytest.skip("Pyodide has not been fetched (bootstrap_test.sh forces that rung)")
    with client.Worker(environment={"GARTER_ORACLE_RUNG": "pyodide"}) as worker:
        yield worker


def test_it_is_cpython_314(pyodide):
    assert pyodide.hello["engine"] == "cpython" and pyodide.hello["version"].startswith("3.14.")


@pytest.mark.parametrize(
    "source",
    [
        "print(6 * 7)\n",
        "x = \n",
        "return 1\n",
        "def f():\n    return 1 + 1 / 0\nf()\n",
        "def f(): f()\nf()\n",
        "raise ValueError('a') from KeyError(1)\n",
        "import sys\nsys.exit('bye')\n",
        "print('a\\ud800')\n",
        "a = [1]\nb = a\na\n",
    ],
)
def test_same_as_native(pyodide, oracle, source):
    observe = ["globals", "result"]
    assert pyodide.ask(source, observe=observe) == oracle(source, observe=observe)


def test_reset(pyodide):
    pyodide.ask("import json\njson.spoiled = 1\n")
    pyodide.send("R", {})
    assert pyodide.receive() == ("Q", {"reset": True})
    assert pyodide.ask("import json\nprint(hasattr(json, 'spoiled'))")["stdout"] == "False\n"
