"""The oracle inside the asking process says what the worker says, and leaves the process as it was."""

import os
import sys

import client
import pytest

inside = pytest.mark.skipif(
    sys.version_info[:2] != (3, 14) or sys.flags.hash_randomization,
    reason="needs to run inside CPython 3.14 with PYTHONHASHSEED=0",
)

PROGRAMS = [
    "print(1)\n",
    "x = \n",
    "def f():\n    1 / 0\nf()\n",
    "def f(): f()\nf()\n",
    "import sys\nsys.exit('bye')\n",
    "import sys\nsys.stdout = None\nsys.excepthook = None\n",
    "import builtins\ndel builtins.print\n",
    "a = [1]\nb = a\na\n",
    "1 is 1\ndef f():\n    try:\n        pass\n    finally:\n        return 1\n",
]


@inside
@pytest.mark.parametrize("source", PROGRAMS)
def test_same_as_the_worker(source):
    from garter_oracle import inprocess

    observe = ["globals", "result"]
    own = inprocess.InProcessOracle().run(source, observe=observe)
    with client.Worker() as worker:
        assert own == worker.ask(source, observe=observe)


@inside
def test_the_process_stays_as_it_was():
    from garter_oracle import inprocess

    def state():
        return sys.stdout, sys.stderr, sys.stdin, sys.argv, sys.excepthook, sys.getrecursionlimit(), os.getcwd(), len(dir(__builtins__))

    before = state()
    for source in PROGRAMS:
        inprocess.InProcessOracle().run(source)
    assert state() == before
