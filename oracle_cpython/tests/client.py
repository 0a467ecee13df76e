"""A small CAP/1 runner for the tests and the measurements: starts a worker and asks it cases."""

import base64
import json
import os
import struct
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ORACLE = os.path.join(os.path.dirname(HERE), "oracle")


def raw_python():
    """The words that start CPython 3.14 itself, or None: what `python FILE` really prints is asked of it."""
    command = os.environ.get("GARTER_ORACLE_PYTHON", "").split()
    if command:
        return command
    return [sys.executable] if sys.version_info[:2] == (3, 14) else None


class NoOracle(Exception):
    """There is no CPython 3.14 here."""


class Worker:
    """A worker process behind the walls that confine builds, or without any."""

    def __init__(self, confined=False, arguments=(), environment=None):
        down, self._write = os.pipe()
        self._read, up = os.pipe()
        words = [ORACLE, *([] if confined else ["--unconfined"]), "--read-fd", str(down), "--write-fd", str(up)]
        self.process = subprocess.Popen(
            [*words, *arguments],
            env={**os.environ, **(environment or {})},
            pass_fds=(down, up),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        os.close(down)
        os.close(up)
        try:
            kind, self.hello = self.receive()
        except EOFError:
            if self.process.wait() == 3:
                raise NoOracle from None
            raise
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


def throughput(sources, arguments=(), confined=False, window=32):
    """Cases a second through one worker with `window` cases under way."""
    with Worker(confined, arguments) as worker:
        start = time.perf_counter()
        sent = done = 0
        while done < len(sources):
            while sent < len(sources) and sent - done < window:
                worker.send("C", {"id": str(sent), "source": sources[sent], "filename": "main.py"})
                sent += 1
            worker.receive()
            done += 1
        return len(sources) / (time.perf_counter() - start)
