"""The oracle in the process that asks: for property tests that run inside CPython 3.14.

The streams are captured in Python instead of at the descriptors, and what the run changes in the process is put back,
so that a test framework around it goes on undisturbed. Nothing bounds the time or the memory of the program: it is for
programs that a generator made to end.
"""

import gc
import io
import os
import sys
import tempfile
import warnings

from . import execute

_SAVED = ("stdin", "stdout", "stderr", "__stdin__", "__stdout__", "__stderr__", "argv", "excepthook", "displayhook",
          "unraisablehook", "breakpointhook", "getrecursionlimit", "setrecursionlimit")  # fmt: skip


class MemoryCapture:
    """stdout and stderr as byte buffers."""

    def open(self, _case):
        self._buffers = io.BytesIO(), io.BytesIO()
        sys.stdin = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        sys.stdout = io.TextIOWrapper(self._buffers[0], encoding="utf-8", errors="strict", newline="\n")
        sys.stderr = io.TextIOWrapper(self._buffers[1], encoding="utf-8", errors="backslashreplace", newline="\n")
        self._own = sys.stdout, sys.stderr

    def close(self):
        taken = []
        for wrapper, buffer in zip(self._own, self._buffers):
            try:
                wrapper.flush()
            except ValueError:
                pass  # the program closed it
            taken.append(b"" if buffer.closed else buffer.getvalue())
            if not buffer.closed:
                buffer.seek(0)
                buffer.truncate()
        return taken


class _ScriptWarnings(warnings.catch_warnings):
    """Warnings as a script has them, whatever the test framework made of them: CPython's filters, printed on stderr."""

    def __enter__(self):
        super().__enter__()
        warnings.resetwarnings()
        for category in (ResourceWarning, ImportWarning, PendingDeprecationWarning, DeprecationWarning):
            warnings.simplefilter("ignore", category)
        warnings.filterwarnings("default", category=DeprecationWarning, module="__main__")
        warnings._showwarnmsg_impl = lambda message: sys.stderr.write(warnings._formatwarnmsg(message))


class InProcessOracle:
    """run(source) answers with the observation of conformance/protocol.md; `host` performs host calls."""

    def __init__(self, host=None):
        if sys.version_info[:2] != (3, 14):
            raise RuntimeError("the oracle in this process must be CPython 3.14")
        if sys.flags.hash_randomization:
            raise RuntimeError("the oracle needs PYTHONHASHSEED=0: the order of sets and hash() are observed")
        self._executor = execute.Executor(MemoryCapture(), host, owns_process=False)

    def run(self, source, filename="main.py", observe=(), **case):
        return self.run_frame({"id": "case", "source": source, "filename": filename, "observe": list(observe), **case})

    def run_frame(self, frame):
        """The same for a whole CASE frame."""
        saved = {name: getattr(sys, name) for name in _SAVED}
        main, limit, folder = sys.modules.get("__main__"), sys.getrecursionlimit(), os.getcwd()
        with tempfile.TemporaryDirectory(prefix="garter-oracle-") as empty:
            os.chdir(empty)
            # The collection at the program's end is for its objects, not for those of the framework around.
            gc.freeze()
            try:
                with _ScriptWarnings():
                    return self._executor.run(frame)
            finally:
                gc.unfreeze()
                os.chdir(folder)
                for name, value in saved.items():
                    setattr(sys, name, value)
                sys.setrecursionlimit(limit)
                sys.modules["__main__"] = main
