"""A small CAP/1 runner for the tests and the measurements: starts a worker and asks it cases."""

import base64
import json
import os
import struct
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
WORKER = os.path.join(os.path.dirname(HERE), "worker.py")


def oracle_command():
    """(arguments, environment) that start CPython 3.14, from GARTER_ORACLE_PYTHON; None when there is none.

    The variable holds the command, words parted by spaces; GARTER_ORACLE_HOME its PYTHONHOME, if it needs one. On a
    Python 3.14 that runs the tests itself, that one serves.
    """
    environment = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    command = os.environ.get("GARTER_ORACLE_PYTHON", "").split()
    if command:
        if os.environ.get("GARTER_ORACLE_HOME"):
            environment["PYTHONHOME"] = os.environ["GARTER_ORACLE_HOME"]
        return command, environment
    return ([sys.executable], environment) if sys.version_info[:2] == (3, 14) else None


class Worker:
    """A worker process. `prefix` is a command put before Python's, such as `confine ... --`."""

    def __init__(self, prefix=(), arguments=(), worker=WORKER):
        command, environment = oracle_command()
        down, self._write = os.pipe()
        self._read, up = os.pipe()
        inner = [*command, "-S", "-s", "-P", "-B", worker, "--read-fd", str(down), "--write-fd", str(up), *arguments]
        self.process = subprocess.Popen(
            [*prefix, *inner],
            env=environment,
            pass_fds=(down, up),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        os.close(down)
        os.close(up)
        kind, self.hello = self.receive()
        assert kind == "H", kind
        self.send("G", {"trace": False, "globals": False})

    def send(self, kind, value):
        body = json.dumps(value).encode()
        data = struct.pack("<I", len(body) + 1) + kind.encode() + body
        while data:
            data = data[os.write(self._write, data) :]

    def receive(self):
        head = self._exactly(5)
        body = self._exactly(struct.unpack_from("<I", head)[0] - 1)
        return chr(head[4]), json.loads(body)

    def ask(self, source, **case):
        """Sends one CASE and returns its OBS."""
        if isinstance(source, bytes):
            source = {"b64": base64.b64encode(source).decode()}
        self.send("C", {"id": "case", "source": source, "filename": "main.py", "limits": {"time": 10}, **case})
        kind, observation = self.receive()
        assert kind == "O", kind
        return observation

    def close(self):
        """BYE. Returns (exit code, stray stderr)."""
        try:
            self.send("B", {})
            os.close(self._write)
        except OSError:
            pass
        _, stray = self.process.communicate(timeout=20)
        os.close(self._read)
        return self.process.returncode, stray.decode("utf-8", "replace")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.close()

    def _exactly(self, count):
        data = b""
        while len(data) < count:
            more = os.read(self._read, count - len(data))
            if not more:
                raise EOFError("the worker ended: " + self.process.stderr.read().decode("utf-8", "replace"))
            data += more
        return data


def throughput(sources, arguments=(), prefix=(), window=32):
    """Cases a second through one worker with `window` cases under way."""
    with Worker(prefix, arguments) as worker:
        start = time.perf_counter()
        sent = done = 0
        while done < len(sources):
            while sent < len(sources) and sent - done < window:
                worker.send("C", {"id": str(sent), "source": sources[sent], "filename": "main.py"})
                sent += 1
            worker.receive()
            done += 1
        return len(sources) / (time.perf_counter() - start)
