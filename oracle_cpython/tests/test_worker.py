"""The worker answers as the protocol says, and a program in it behaves as `python FILE`."""

import os
import signal

import client
import pytest


def test_hello_names_the_engine(worker):
    assert worker.hello["protocol"] == "CAP/1"
    assert worker.hello["engine"] == "cpython"
    assert worker.hello["python"] == "3.14"
    assert worker.hello["version"].startswith("3.14.")
    assert worker.hello["isolation"] == {"mode": "none", "holds": []}


def test_output_is_captured(worker):
    observation = worker.ask("import os, sys\nprint('a')\nsys.stdout.flush()\nos.write(1, b'b')\nsys.stderr.write('c')\n")
    assert (observation["outcome"], observation["exit"]) == ("ok", 0)
    assert (observation["stdout"], observation["stderr"]) == ("a\nb", "c")


def test_bytes_that_are_no_text(worker):
    assert worker.ask("import os\nos.write(1, b'\\xff')\n")["stdout"] == {"b64": "/w=="}


def test_uncaught_exception(worker):
    observation = worker.ask("def f():\n    raise ValueError('no', 1)\ntry:\n    1 / 0\nexcept ZeroDivisionError as e:\n    f()\n")
    assert (observation["phase"], observation["outcome"], observation["exit"]) == ("run", "exception", 1)
    exception = observation["exception"]
    assert exception["type"] == "ValueError"
    assert exception["mro"] == ["ValueError", "Exception", "BaseException", "object"]
    assert exception["message"] == "('no', 1)"
    assert exception["args"] == [["s", "no"], ["i", "1"]]
    assert exception["frames"] == [["main.py", 6, "<module>"], ["main.py", 2, "f"]]
    assert exception["context"]["type"] == "ZeroDivisionError"
    assert exception["cause"] is None and exception["suppress"] is False
    assert "worker" not in exception["traceback"] and "garter_oracle" not in exception["traceback"]


def test_syntax_error(worker):
    observation = worker.ask("x = \n")
    assert observation["phase"] == "compile"
    assert observation["exception"]["position"] == [1, 5, 1, 6]
    assert observation["exception"]["frames"] == []
    assert observation["exception"]["traceback"] == (
        '  File "main.py", line 1\n    x = \n        ^\nSyntaxError: invalid syntax\n'
    )


def test_stdin_is_empty(worker):
    observation = worker.ask("print(input('? '))")
    assert observation["exception"]["type"] == "EOFError"
    assert observation["stdout"] == "? "


def test_system_exit(worker):
    assert worker.ask("import sys\nsys.exit(3)")["exit"] == 3
    assert worker.ask("raise SystemExit")["exit"] == 0
    observation = worker.ask("raise SystemExit('bye')")
    assert (observation["exit"], observation["exception"]["traceback"]) == (1, "bye\n")


def test_depth_is_the_programs_own(worker):
    source = "import sys\ndepth = 0\ndef f():\n    global depth\n    depth += 1\n    f()\ntry:\n    f()\nexcept RecursionError:\n    print(depth, sys.getrecursionlimit())\n"
    assert worker.ask(source)["stdout"] == "999 1000\n"
    assert worker.ask(source, limits={"depth": 50})["stdout"] == "49 50\n"


def test_no_case_sees_another(worker):
    assert worker.ask("import builtins, sys\nx = 1\nbuiltins.leak = 2\nsys.setrecursionlimit(70)\ndel print\n".replace("del print", "del builtins.len"))["outcome"] == "ok"
    assert worker.ask("print(len('ab'), 'x' in globals(), hasattr(__builtins__, 'leak'))")["stdout"] == "2 False False\n"
    worker.ask("open('left', 'w').write('x')")
    worker.send("R", {})
    assert worker.receive() == ("Q", {"reset": True})
    assert worker.ask("import os\nprint(os.listdir('.'))")["stdout"] == "[]\n"
    worker.ask("try:\n    raise MemoryError from None\nexcept MemoryError:\n    pass\n")
    assert worker.ask("print(MemoryError().__suppress_context__)")["stdout"] == "False\n"


def test_globals_and_result(worker):
    observation = worker.ask("a = [1]\nb = (a, a)\nb\n", observe=["globals", "result"])
    assert observation["result"] == ["t", [["l", 1, [["i", "1"]]], ["ref", 1]]]
    assert observation["globals"] == ["d", 1, [[["s", "a"], ["l", 2, [["i", "1"]]]], [["s", "b"], ["t", [["ref", 2], ["ref", 2]]]]]]


def test_trace_hashes_the_lines(worker):
    first, again, other = (
        worker.ask(source, observe=["trace"])["trace"] for source in ("x = 1\ny = 2\n", "x = 3\ny = 4\n", "x = 1\n\ny = 2\n")
    )
    assert first == again and first != other and first["lines"] == 2


def test_inputs(worker):
    inputs = {"names": ["l", 1, [["s", "a"], ["S", "\\\\\\ud800"]]]}
    assert worker.ask("print(ascii(names))", inputs=inputs)["stdout"] == "['a', '\\\\\\ud800']\n"


def test_host_calls(worker):
    worker.send("C", {"id": "h", "source": "print(ask(2, [3]))\nask('x')\n", "filename": "main.py", "host": ["ask"]})
    assert worker.receive() == ("h", {"case": "h", "name": "ask", "args": [["i", "2"], ["l", 1, [["i", "3"]]]]})
    worker.send("r", {"value": ["s", "yes"]})
    assert worker.receive()[1]["args"] == [["s", "x"]]
    worker.send("r", {"raise": ["ValueError", "refused"]})
    _, observation = worker.receive()
    assert observation["stdout"] == "yes\n"
    assert observation["exception"]["frames"] == [["main.py", 2, "<module>"]]
    assert observation["exception"]["message"] == "refused"
    assert observation["hostcalls"][0] == ["ask", [["i", "2"], ["l", 1, [["i", "3"]]]], ["s", "yes"]]


@pytest.mark.parametrize("source", ["while True: pass", "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n", "10 ** 10 ** 8"])
def test_time_limit_cannot_be_caught(worker, source):
    observation = worker.ask("print('started', flush=True)\n" + source, limits={"time": 0.3})
    assert (observation["outcome"], observation["limit"]["kind"]) == ("limit", "time")
    assert observation["stdout"] == "started\n"
    assert worker.ask("print(1)")["stdout"] == "1\n"


def test_memory_limit_is_a_memory_error(worker):
    source = "try:\n    x = bytearray(600 << 20)\nexcept MemoryError:\n    print('caught')\n"
    assert worker.ask(source, limits={"memory": 64 << 20})["stdout"] == "caught\n"
    assert worker.ask(source, limits={"memory": 256 << 20})["stdout"] == ""
    assert worker.ask("x = [0] * 10 ** 9\n", limits={"memory": 1 << 20})["exception"]["type"] == "MemoryError"


def test_output_limit(worker):
    observation = worker.ask("while True: print('x' * 1000)", limits={"output": 10000, "time": 10})
    assert (observation["outcome"], observation["limit"]["kind"]) == ("limit", "output")
    assert len(observation["stdout"]) == 10000


def test_a_death_is_told_and_survived(worker):
    observation = worker.ask("import os\nos.abort()\n")
    assert (observation["outcome"], observation["signal"]) == ("crash", signal.SIGABRT)
    assert worker.ask("import os\nos._exit(5)\n")["outcome"] == "crash"
    assert worker.ask("print(1)")["stdout"] == "1\n"


def test_many_cases_keep_their_order(worker):
    count = 150
    for number in range(count):
        worker.send("C", {"id": str(number), "source": f"print({number})\n" if number % 40 else "import os; os.abort()"})
    for number in range(count):
        kind, observation = worker.receive()
        assert (kind, observation["case"]) == ("O", str(number))
        assert observation["outcome"] == ("ok" if number % 40 else "crash")


def test_ping_canary_and_bye(worker):
    worker.send("P", {"n": 1})
    assert worker.receive() == ("Q", {"n": 1})
    worker.ask("pass")
    worker.send("P", {"n": 2})
    assert worker.receive() == ("Q", {"n": 2})
    worker.send("Y", {"case": "c", "kind": "crash"})
    assert worker.receive()[1]["signal"] == signal.SIGABRT
    worker.send("Y", {"case": "d", "kind": "swallowed_limit"})
    assert worker.receive()[1]["outcome"] == "unsupported"
    assert worker.close() == (0, "")


def test_a_broken_frame_ends_the_worker(worker):
    worker.send("C", {"id": "a", "source": ""})
    worker.receive()
    os.write(worker._write, b"\x01\x00\x00\x00C")
    code, stray = worker.close()
    assert code != 0 and "ProtocolError" in stray


def test_every_observation_fits_the_schema(worker):
    """The runner checks the whole schema; here only that no key is unknown to it."""
    import json

    schema = os.path.join(os.path.dirname(client.HERE), "..", "conformance", "observation.schema.json")
    with open(schema, encoding="utf-8") as file:
        known = set(json.load(file)["properties"])
    for source in ("1", "x = ", "1 / 0", "while True: pass", "import os; os.abort()"):
        assert set(worker.ask(source, limits={"time": 0.2}, observe=["globals", "result", "trace"])) <= known
