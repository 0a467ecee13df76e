"""One warm process that forks a child for every batch of cases.

A fork of the warm zygote costs a small part of a start of Python, and a child that serves 64 cases shares even that
(figures in README.md). The children read the cases from the same pipe as the zygote, one frame at a time, so nothing is
copied between them. Before a case a child writes the case into shared memory and wipes it after the answer: when it dies
in between, the zygote knows whose answer is missing and gives it.
"""

import gc
import mmap
import os
import resource
import signal
import sys
import time
import traceback

from . import execute
from . import frames

BATCH = 64
_NOTE_SIZE = 1 << 17
_SHORT_STREAM = 1 << 20
_CHILD_SAYS_BYE = 100
_CHILD_SAYS_BROKEN = 101


class Note:
    """The case in flight: id and limits, in memory shared with the child."""

    def __init__(self):
        self._memory = mmap.mmap(-1, _NOTE_SIZE)

    def write(self, case_id, start):
        text = case_id.encode("utf-8", "backslashreplace")[: _NOTE_SIZE - 16]
        self._memory[16 : 16 + len(text)] = text
        self._memory[4:12] = int(start * 1e6).to_bytes(8, "little")
        self._memory[:4] = (len(text) + 1).to_bytes(4, "little")

    def wipe(self):
        self._memory[:4] = b"\0\0\0\0"

    def read(self):
        """(case id, time of its start), or None when no case is in flight."""
        size = int.from_bytes(self._memory[:4], "little")
        if not size:
            return None
        started = int.from_bytes(self._memory[4:12], "little") / 1e6
        return bytes(self._memory[16 : 15 + size]).decode("utf-8", "replace"), started


class Zygote:
    """Serves the conversation until BYE or the end of the input."""

    def __init__(self, channel, batch, enter_child):
        self._channel = channel
        self._batch = batch
        self._enter_child = enter_child
        self.stray = os.dup(2)
        self._files = execute.CaptureFiles()
        self._note = Note()

    def warm_up(self):
        """Runs what loads the modules that a child would else load again and again."""
        executor = execute.Executor(execute.Capture(self._files), None)
        for source in ("print(1)", "def f():\n    return 1 / 0 + len('a')\nf()\n", "x = = 1\n", "undefined_name\n"):
            executor.run({"id": "", "source": source, "limits": {"output": 1 << 40}, "observe": ["globals", "result"]})
        gc.collect()
        gc.freeze()

    def serve(self):
        """Returns the exit code of the worker."""
        while True:
            frame = self._channel.receive()
            if frame is None:
                return 0
            kind, value = frame
            if kind in (frames.CASE, frames.CANARY):
                code = self._serve_batch(frame)
                if code is not None:
                    return code
            elif kind == frames.BYE:
                return 0
            elif kind == frames.PING:
                self._channel.send(frames.PONG, value)
            elif kind == frames.RESET:
                self._channel.send(frames.PONG, {"reset": True})
            elif kind != frames.CONFIG:
                raise frames.ProtocolError(f"unexpected frame {kind!r}")

    def _serve_batch(self, first):
        self._note.wipe()
        child = os.fork()
        if child == 0:
            self._exit_with_code_of_child(first)
        _, status = os.waitpid(child, 0)
        self._tidy()
        in_flight = self._note.read()
        if in_flight is not None:
            self._answer(self._last_words(in_flight, status))
            return None
        code = os.waitstatus_to_exitcode(status)
        if code == _CHILD_SAYS_BYE:
            return 0
        if code == _CHILD_SAYS_BROKEN:
            raise frames.ProtocolError("a child could not read on")
        return None

    def _last_words(self, in_flight, status):
        """The observation of a case whose process died."""
        case_id, started = in_flight
        out, err = self._files.take()
        code = os.waitstatus_to_exitcode(status)
        observation = {
            "case": case_id,
            "phase": "run",
            "outcome": "crash",
            "stdout": execute.stream(out),
            "stderr": execute.stream(err),
        }
        if code == -signal.SIGPROF:
            used = time.clock_gettime(time.CLOCK_MONOTONIC) - started
            observation |= {"outcome": "limit", "limit": {"kind": "time", "cap": None, "used": used, "where": None}}
        elif code == -signal.SIGXFSZ:
            used = len(out) + len(err)
            observation |= {"outcome": "limit", "limit": {"kind": "output", "cap": None, "used": used, "where": None}}
        elif code < 0:
            observation["signal"] = -code
            if code == -signal.SIGSYS:
                observation["detail"] = "stopped by the system call filter"
        else:
            observation["exit"] = code
        return observation

    def _tidy(self):
        """Removes what a batch left in the working directory, which is the worker's own."""
        for entry in os.scandir("."):
            _remove(entry.path)

    def _exit_with_code_of_child(self, first):
        """Runs the child and ends it without returning into the zygote's code."""
        code = 70
        try:
            code = self._child(first)
        except frames.ProtocolError:
            code = _CHILD_SAYS_BROKEN
        except BaseException:
            # A fault of the worker itself: the evidence goes to the runner's pipe, not into a case's stderr.
            os.write(self.stray, traceback.format_exc().encode("utf-8", "backslashreplace"))
        finally:
            os._exit(code)

    def _child(self, first):
        self._enter_child()
        stopper = execute.Stopper(self._on_time)
        executor = execute.Executor(execute.Capture(self._files), self._host_call)
        frame = first
        for served in range(self._batch):
            if served:
                frame = self._channel.receive()
                while frame is not None and frame[0] == frames.PING:
                    self._channel.send(frames.PONG, frame[1])
                    frame = self._channel.receive()
            if frame is None or frame[0] == frames.BYE:
                return _CHILD_SAYS_BYE
            kind, value = frame
            if kind == frames.RESET:
                self._channel.send(frames.PONG, {"reset": True})
                return 0
            if kind not in (frames.CASE, frames.CANARY):
                return _CHILD_SAYS_BROKEN
            self._one(executor, stopper, kind, value)
        return 0

    def _one(self, executor, stopper, kind, value):
        self._note.write(value["id" if kind == frames.CASE else "case"], time.clock_gettime(time.CLOCK_MONOTONIC))
        if kind == frames.CANARY:
            observation = canary(value)
        else:
            stopper.arm((value.get("limits") or {}).get("time") or execute.DEFAULT_TIME, value)
            observation = executor.run(value)
            stopper.disarm()
        self._answer(observation)

    def _answer(self, observation):
        try:
            self._channel.send(frames.OBS, observation)
        except frames.ProtocolError:
            self._channel.send(frames.OBS, _shortened(observation))
        self._note.wipe()

    def _on_time(self, case, line):
        for stream_object in (sys.stdout, sys.stderr):
            try:
                stream_object.flush()
            except BaseException:
                pass
        out, err = self._files.take()
        cap = (case.get("limits") or {}).get("time") or execute.DEFAULT_TIME
        used = time.clock_gettime(time.CLOCK_MONOTONIC) - self._note.read()[1]
        self._answer(
            {
                "case": case["id"],
                "phase": "run",
                "outcome": "limit",
                "stdout": execute.stream(out),
                "stderr": execute.stream(err),
                "limit": {"kind": "time", "cap": cap, "used": used, "where": line},
            }
        )
        os._exit(0)

    def _host_call(self, case_id, name, tagged):
        self._channel.send(frames.HOSTCALL, {"case": case_id, "name": name, "args": tagged})
        answer = self._channel.receive()
        if answer is None or answer[0] != frames.HOSTRET:
            os._exit(_CHILD_SAYS_BROKEN)
        return answer[1]


def _shortened(observation):
    """An observation too long for a frame becomes the output limit, with the beginning of both streams."""
    result = {key: observation[key] for key in ("case", "phase")}
    for name in ("stdout", "stderr"):
        text = observation[name]
        result[name] = text[:_SHORT_STREAM] if type(text) is str else {"b64": text["b64"][:_SHORT_STREAM]}
    limit = {"kind": "output", "cap": frames.MAX_FRAME, "used": None, "where": None}
    return result | {"outcome": "limit", "limit": observation.get("limit") or limit}


def canary(value):
    """Fails on purpose. The kinds that concern the sandbox's own limits are not ours."""
    kind = value["kind"]
    observation = {"case": value["case"], "phase": "run", "outcome": "ok", "exit": 0, "stdout": "", "stderr": ""}
    if kind == "crash":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.abort()
    if kind == "hang":
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        while True:
            time.sleep(1)
    if kind == "wrong_stdout":
        return observation | {"stdout": "canary\n"}
    if kind == "syscall":
        import socket

        socket.socket()
        return observation
    message = f"canary {kind} is not offered by this adapter"
    return observation | {"outcome": "unsupported", "unsupported": {"feature": "canary", "line": 0, "message": message}}


def _remove(path):
    try:
        if os.path.isdir(path) and not os.path.islink(path):
            for entry in os.scandir(path):
                _remove(entry.path)
            os.rmdir(path)
        else:
            os.unlink(path)
    except OSError:
        pass
