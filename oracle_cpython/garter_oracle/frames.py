"""CAP/1 frames on plain file descriptors: `u32le length | u8 kind | UTF-8 JSON` (see conformance/protocol.md).

Reads take exactly the bytes of one frame and never more. That is what lets a zygote and its forked children read the
same pipe one after the other without handing buffered bytes over.
"""

import json
import os
import struct

MAX_FRAME = 16 << 20

HELLO, CONFIG, CASE, OBS = b"H", b"G", b"C", b"O"
HOSTCALL, HOSTRET = b"h", b"r"
PING, PONG, RESET, CANARY, BYE = b"P", b"Q", b"R", b"Y", b"B"

_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().decode


class ProtocolError(Exception):
    """The other side broke the protocol; there is no way to go on."""


class Channel:
    """One end of the conversation: reads frames from one descriptor and writes them to another."""

    def __init__(self, read_fd, write_fd):
        self.read_fd = read_fd
        self.write_fd = write_fd

    def receive(self):
        """Returns (kind, object), or None at the end of the input."""
        head = self._read(5, end_allowed=True)
        if head is None:
            return None
        (length,) = struct.unpack_from("<I", head)
        if not 1 <= length <= MAX_FRAME:
            raise ProtocolError(f"frame length {length}")
        body = self._read(length - 1)
        try:
            value = _decode(str(body, "utf-8"))
        except ValueError as error:
            raise ProtocolError(f"payload is not JSON: {error}") from None
        if type(value) is not dict:
            raise ProtocolError("payload is not an object")
        return head[4:5], value

    def send(self, kind, value):
        """Writes one frame. Text with lone surrogates must have been escaped by the caller."""
        body = _encode(value).encode("utf-8", "backslashreplace")
        if len(body) + 1 > MAX_FRAME:
            raise ProtocolError("frame too long")
        data = struct.pack("<I", len(body) + 1) + kind + body
        sent = os.write(self.write_fd, data)
        while sent < len(data):
            sent += os.write(self.write_fd, memoryview(data)[sent:])

    def _read(self, count, end_allowed=False):
        data = os.read(self.read_fd, count) if count else b""
        if not data and count and end_allowed:
            return None
        while len(data) < count:
            more = os.read(self.read_fd, count - len(data))
            if not more:
                raise ProtocolError("input ends inside a frame")
            data += more
        return data
