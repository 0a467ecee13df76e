"""The walls around the oracle hold: each positive control is stopped, under every kind of wall this machine can build."""

import glob
import os
import signal
import subprocess

import client
import pytest

CONTROLS = sorted(glob.glob(os.path.join(os.path.dirname(client.HERE), "controls", "*.py")))


def _name(path):
    return os.path.basename(path)[: -len(".py")]


@pytest.fixture(params=["bubblewrap", "landlock"])
def walled_worker(request, confine):
    probe = subprocess.run([confine, "--mode", request.param, "--", "/usr/bin/true"], capture_output=True, text=True)
    if probe.returncode != 0:
        pytest.skip(f"{request.param}: {probe.stderr.strip()}")
    try:
        with client.Worker(confined=True, environment={"GARTER_WALLS": request.param}) as worker:
            yield worker
    except client.NoOracle:
        pytest.skip("no CPython 3.14 here")


@pytest.mark.parametrize("path", CONTROLS, ids=_name)
def test_control_is_stopped(walled_worker, path):
    with open(path, encoding="utf-8") as file:
        observation = walled_worker.ask(file.read())
    assert "escaped" not in observation["stdout"]
    if observation["outcome"] == "crash":
        assert observation["signal"] == signal.SIGSYS
        assert observation["detail"] == "stopped by the system call filter"
    else:
        assert observation["exception"]["type"] in ("OSError", "PermissionError", "FileNotFoundError")
    assert walled_worker.ask("print(1)")["stdout"] == "1\n"


def test_there_are_controls():
    assert {"write_outside", "connect_loopback", "start_process"} <= set(map(_name, CONTROLS))


def test_hello_tells_what_holds(walled_worker):
    isolation = walled_worker.hello["isolation"]
    assert {"seccomp", "rlimits", "unprivileged"} <= set(isolation["holds"])
    if isolation["mode"] == "bubblewrap":
        assert {"mount", "pid", "net", "readonly_root"} <= set(isolation["holds"])
    else:
        assert "landlock" in isolation["holds"]


def test_the_surroundings_are_bare(walled_worker):
    observation = walled_worker.ask("import os\nprint(os.listdir('.'), sorted(os.environ), os.getuid() != 0)\n")
    listing, rest = observation["stdout"].split("] ", 1)
    assert listing == "["
    assert "'HOME'" not in rest and rest.endswith("True\n")


def test_memory_and_files_are_limited(walled_worker):
    assert walled_worker.ask("'x' * 10 ** 12")["exception"]["type"] == "MemoryError"
    source = "files = []\nfor _ in range(100): files.append(open('/dev/null'))\n"
    assert walled_worker.ask(source)["exception"]["type"] == "OSError"


def test_the_native_stack_is_the_usual_one(walled_worker):
    """Where CPython overflows it is observable, so the walls must not move that."""
    source = "deep = []\nfor _ in range(100000): deep = [deep]\nrepr(deep)\n"
    message = walled_worker.ask(source)["exception"]["message"]
    assert 8000 < int(message.split("used ")[1].split(" ")[0]) < 8192


def test_threads_are_allowed(walled_worker):
    source = "import threading\nt = threading.Thread(target=print, args=('in a thread',))\nt.start()\nt.join()\n"
    assert walled_worker.ask(source)["stdout"] == "in a thread\n"


def test_a_command_that_cannot_start_is_told(confine):
    done = subprocess.run([confine, "--", "/nowhere/at-all"], capture_output=True, text=True)
    assert done.returncode == 125 and "cannot start /nowhere/at-all" in done.stderr
