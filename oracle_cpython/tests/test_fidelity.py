"""A program in the worker prints what `python FILE` prints, to the byte: streams, traceback, carets, exit status.

The programs are the places where running a script from memory comes out differently unless care is taken: errors found
by the tokenizer for files, by the compiler after parsing, source encodings, depth counts, what happens at the end.
"""

import base64
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor

import client
import pytest

PROGRAMS = [
    # The source is refused before anything runs.
    b"x = 1\n\xff\n",
    b"x=1\0\n",
    b"# coding: foo\n",
    b"\xef\xbb\xbfprint(1)\nx y\n",
    b"# -*- coding: latin-1 -*-\nprint('\xe9')\n1/0 # \xe9\n",
    b"if 1:\nx\n",
    b"if 1:\n\tx\n        y\n",
    b"(\n",
    b"'''abc",
    b"f'{a b}'",
    b"x = 1 + \\",
    b"class A:\n",
    b"def f():\n    x = 1\n  y = 2\n",
    b"print 'x'\n",
    b"for j i range(14):\n    pass\n",
    b"try:\n    pass\nexcept TypeError s error:\n    pass\n",
    b"return 1",
    b"nonlocal x\n",
    b"x = yield\n",
    b"def f(x, x): pass",
    b"x = 1\ndef f():\n  x = 1\n  global x",
    b"match 1:\n  case x: pass\n  case 2: pass\n",
    b"print(0xe+1, 1if 0else 2)\n)\n",
    b"b'\xc3\xa9'",
    # Warnings of the compiler.
    b"1 is 1\nassert (1, 2)\n'\\d'\n",
    # Uncaught exceptions.
    b"1/0\r\nx\r\n",
    b"\x0cprint(1)\n1/0",
    b"x = '''a\n\n'''; 1/0; y = '\xc3\xa9\xe6\x97\xa5'\n",
    b"a = ('\xe6\x97\xa5\xe6\x9c\xac' +\n 1 +\n 2)",
    b"try:\n    1/0\nexcept Exception as e:\n    raise ValueError('x') from e\n",
    b"raise ExceptionGroup('g', [ValueError(1), TypeError('a')])",
    b"e = ValueError('a')\ne.add_note('n1\\nn2')\nraise e",
    b"raise ValueError('\\ud800 \\x1b')",
    b"prnt(1)\n",
    b"exec('1/0')",
    b"exec('x = ')",
    b"class E(Exception):\n    def __str__(self): 1/0\nraise E",
    b"print('a\\ud800')",
    # Depth.
    b"def f(): f()\nf()",
    b"import sys\nsys.setrecursionlimit(50)\ndef f(): f()\nprint(sys.getrecursionlimit())\nf()",
    # Exits, hooks, and the end of the program.
    b"import sys\nsys.exit(3)",
    b"import sys\nsys.exit(-1)",
    b"import sys\nsys.exit(True)",
    b"raise SystemExit('\\udc80')",
    b"import sys\nsys.stderr.write('err')\nsys.exit()",
    b"import sys\nsys.excepthook = lambda *a: print('hook', a[0])\n1/0",
    b"import sys\ndel sys.stdout\n",
    b"import sys\nsys.stdout.close()\n",
    b"import atexit\natexit.register(print, 'x')\nprint(1)\n",
    b"class A:\n    def __del__(self): print('bye')\na = A()\n",
    b"def g():\n    try:\n        yield 1\n    finally:\n        print('end')\nx = g()\nnext(x)\n",
    # The surroundings of a script.
    b"print(__name__, list(globals()), __spec__, __builtins__)",
    b"x: int = 1\nprint(globals().keys())",
    b"print({'x', 'y', 'z', 1.5, None is None}, hash('abc'))",
    b"print(input('p> '))",
]


@pytest.fixture(scope="module")
def python():
    return client.raw_python() or pytest.skip("no CPython 3.14 here")


def _as_a_script(python, source):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "main.py"), "wb") as file:
            file.write(source)
        environment = {"PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8:strict", "PATH": "/usr/bin:/bin"}
        done = subprocess.run(
            [*python, "-S", "-s", "-P", "-B", "main.py"],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
        shown = done.stderr.replace(folder.encode() + b"/", b"")
        return done.stdout, shown, done.returncode


def _in_the_worker(worker, source):
    try:
        observation = worker.ask(source.decode())
    except UnicodeDecodeError:
        observation = worker.ask(source)
    traceback = (observation.get("exception") or {}).get("traceback", "")
    return _bytes(observation["stdout"]), _bytes(observation["stderr"]) + traceback.encode(), observation.get("exit")


def _bytes(stream):
    return stream.encode() if isinstance(stream, str) else base64.b64decode(stream["b64"])


def test_the_worker_prints_what_a_script_prints(python, worker):
    with ThreadPoolExecutor(2) as pool:
        scripts = list(pool.map(lambda source: _as_a_script(python, source), PROGRAMS))
    for source, expected in zip(PROGRAMS, scripts):
        assert _in_the_worker(worker, source) == expected, source
