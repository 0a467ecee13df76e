"""The rolling hash of the lines a program runs, by which two engines find the first line where they part.

It is FNV-1a with 64 bits over the line numbers of the case's own file in the order in which they start, each as four
bytes, lowest first. `sys.monitoring` reports the lines; the program cannot see it.
"""

import sys

_TOOL = 4
_OFFSET = 0xCBF29CE484222325
_PRIME = 0x100000001B3
_MASK = (1 << 64) - 1


def mix(state, line):
    """One step of the hash: the line's four bytes."""
    for byte in (line & 0xFFFFFFFF).to_bytes(4, "little"):
        state = ((state ^ byte) * _PRIME) & _MASK
    return state


class LineTrace:
    """Counts and hashes line events between start() and stop()."""

    def __init__(self, filename):
        self._filename = filename
        self._count = 0
        self._state = _OFFSET

    def start(self):
        sys.monitoring.use_tool_id(_TOOL, "garter line trace")
        sys.monitoring.register_callback(_TOOL, sys.monitoring.events.LINE, self._line)
        sys.monitoring.set_events(_TOOL, sys.monitoring.events.LINE)

    def stop(self):
        sys.monitoring.set_events(_TOOL, 0)
        sys.monitoring.register_callback(_TOOL, sys.monitoring.events.LINE, None)
        sys.monitoring.free_tool_id(_TOOL)

    def summary(self):
        return {"lines": self._count, "hash": f"{self._state:016x}"}

    def _line(self, code, line):
        if code.co_filename != self._filename:
            return sys.monitoring.DISABLE
        self._count += 1
        self._state = mix(self._state, line)
        return None
