"""What holds this process in, found out rather than believed.

`confine` (confine.cc) builds the walls and starts the worker inside; the worker puts on the system call filter itself,
because a filter that kills `execve` cannot be worn before the last `execve`. Each name in `holds` is checked here by its
effect, so a HELLO never promises a wall that is not there.
"""

import ctypes
import os
import resource
import socket

_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("code", ctypes.c_void_p)]


class Filter:
    """A seccomp filter that `confine` compiled and left in a descriptor."""

    def __init__(self, descriptor):
        size = os.fstat(descriptor).st_size
        self._code = ctypes.create_string_buffer(os.pread(descriptor, size, 0), size)
        self._program = _Program(size // 8, ctypes.addressof(self._code))
        self._prctl = ctypes.CDLL(None, use_errno=True).prctl
        os.close(descriptor)

    def put_on(self):
        """Filters this process and all it starts, for good. Raises OSError when the kernel refuses."""
        zero = ctypes.c_ulong(0)
        self._call(_PR_SET_NO_NEW_PRIVS, ctypes.c_ulong(1), zero, zero, zero)
        self._call(_PR_SET_SECCOMP, ctypes.c_ulong(_SECCOMP_MODE_FILTER), ctypes.byref(self._program), zero, zero)

    def _call(self, *arguments):
        if self._prctl(*arguments) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


def holds(mode, filtered):
    """The names of the measures in force."""
    found = []
    if mode == "bubblewrap":
        found.append("mount")
    if mode == "landlock" and not _can_write("/tmp"):
        found.append("landlock")
    if os.getpid() < 10 and mode == "bubblewrap":
        found.append("pid")
    if all(name == "lo" for _, name in socket.if_nameindex()):
        found.append("net")
    if os.statvfs("/").f_flag & os.ST_RDONLY:
        found.append("readonly_root")
    if filtered:
        found.append("seccomp")
    limits = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE)
    if all(resource.getrlimit(limit)[1] != resource.RLIM_INFINITY for limit in limits):
        found.append("rlimits")
    if os.geteuid() != 0 and os.getuid() != 0:
        found.append("unprivileged")
    return found


def _can_write(folder):
    path = os.path.join(folder, f"garter-probe-{os.getpid()}")
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError:
        return False
    os.unlink(path)
    return True
