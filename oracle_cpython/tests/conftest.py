"""What the tests of the oracle and the property tests of the fuzzers share.

The same tests run twice: inside CPython 3.14, where the expected value is computed in the same process, and on the
system's Python, where 3.14 is asked through a worker or, where there is none, the recorded cases serve. A test that
cannot run says why.
"""

import glob
import json
import os
import sys

import pytest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
for folder in (HERE, os.path.dirname(HERE)):
    if folder not in sys.path:
        sys.path.insert(0, folder)

import client  # noqa: E402  (found through the path above)


@pytest.fixture(scope="session")
def garter_core():
    """The sandbox as a module, built for this Python."""
    return pytest.importorskip("garter_core", reason="garter_core is not built for this Python")


@pytest.fixture
def worker():
    """A worker without walls."""
    yield from _worker(confined=False)


@pytest.fixture
def confined_worker():
    """A worker behind the walls that this machine can build."""
    if not _confine():
        pytest.skip("confine is not built")
    yield from _worker(confined=True)


@pytest.fixture(scope="session")
def oracle():
    """Observations of CPython 3.14: `oracle(source, **case)`. In this process when it is 3.14, else by a worker."""
    if sys.version_info[:2] == (3, 14) and not sys.flags.hash_randomization:
        from garter_oracle import inprocess

        yield inprocess.InProcessOracle().run
        return
    try:
        with client.Worker() as asked:
            yield asked.ask
    except client.NoOracle:
        pytest.skip("no CPython 3.14 here: the recorded cases are compared instead")


@pytest.fixture(scope="session")
def recorded_cases():
    """(id, source, recorded observation of CPython 3.14) of every curated case that has one and needs neither limits nor a host."""
    found = []
    folder = os.path.join(ROOT, "conformance", "recorded")
    for path in sorted(glob.glob(os.path.join(folder, "**", "*.json"), recursive=True)):
        name = os.path.relpath(path, folder)[: -len(".json")]
        source = os.path.join(ROOT, "conformance", "curated", name + ".py")
        if os.path.exists(source):
            with open(path, encoding="utf-8") as record, open(source, encoding="utf-8", newline="") as program:
                text = program.read()
                if not any(line.startswith(("# limits:", "# expect:", "# host:")) for line in text.split("\n", 20)):
                    found.append((name, text, json.load(record)["observation"]))
    if not found:
        pytest.skip("no recorded cases in the tree")
    return found


def _worker(confined):
    try:
        with client.Worker(confined) as asked:
            yield asked
    except client.NoOracle:
        pytest.skip("no CPython 3.14 here")


def _confine():
    places = (os.environ.get("GARTER_CONFINE", ""), os.path.join(ROOT, "build/opt-bin/oracle_cpython/confine"))
    return next((place for place in places if place and os.access(place, os.X_OK)), None)


@pytest.fixture
def confine():
    """The path of the built confine."""
    return _confine() or pytest.skip("confine is not built")
