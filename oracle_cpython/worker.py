"""The adapter of CPython: runs under CPython 3.14 and speaks CAP/1 on descriptors 3 and 4 (conformance/protocol.md).

    python3.14 -S -s -P -B worker.py [--read-fd 3] [--write-fd 4] [--batch 64]

The environment must say PYTHONHASHSEED=0 and little else. `confine` starts it behind walls and hands the two system
call filters over as descriptors named in the environment; without it the worker runs unconfined and its HELLO says so.
"""

import argparse
import os
import sys
import tempfile
import traceback

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from garter_oracle import frames  # noqa: E402  (the path above comes first)
from garter_oracle import isolation  # noqa: E402
from garter_oracle import zygote  # noqa: E402

del sys.path[0]

WINDOW = 64


def main():
    options = _options()
    channel = frames.Channel(options.read_fd, options.write_fd)
    mode = os.environ.get("GARTER_CONFINED", "none")
    own_filter, case_filter = _filter("GARTER_WORKER_FILTER_FD"), _filter("GARTER_CASE_FILTER_FD")
    held = isolation.holds(mode, filtered=own_filter is not None) if mode != "none" else []
    own_folder = _enter_empty_folder(mode)
    server = zygote.Zygote(channel, options.batch, case_filter.put_on if case_filter else lambda: None)
    server.warm_up()
    if own_filter:
        own_filter.put_on()
    channel.send(frames.HELLO, _hello(mode, held))
    try:
        return server.serve()
    except Exception:
        # Descriptor 2 belongs to the programs by now; the evidence goes where the runner collects it.
        os.write(server.stray, traceback.format_exc().encode("utf-8", "backslashreplace"))
        return 70
    finally:
        if own_folder:
            os.chdir("/")
            os.rmdir(own_folder)


def _enter_empty_folder(mode):
    """Programs run in an empty folder: the one that `confine` made, or else a temporary one, whose path is returned."""
    if mode != "none":
        return None
    folder = tempfile.mkdtemp(prefix="garter-oracle-")
    os.chdir(folder)
    return folder


def _hello(mode, held):
    return {
        "protocol": "CAP/1",
        "engine": "cpython",
        "version": ".".join(map(str, sys.version_info[:3])),
        "python": ".".join(map(str, sys.version_info[:2])),
        "features": ["*"],
        "limits": ["time", "memory", "output", "depth"],
        "window": WINDOW,
        "isolation": {"mode": mode, "holds": held},
    }


def _options():
    parser = argparse.ArgumentParser(description="CPython as an adapter of the conformance runner (CAP/1).")
    parser.add_argument("--read-fd", type=int, default=3, help="descriptor of the frames that come in (default 3)")
    parser.add_argument("--write-fd", type=int, default=4, help="descriptor of the frames that go out (default 4)")
    parser.add_argument("--batch", type=int, default=zygote.BATCH, help="cases a forked child serves (default 64)")
    return parser.parse_args()


def _filter(variable):
    descriptor = os.environ.pop(variable, None)
    return isolation.Filter(int(descriptor)) if descriptor else None


if __name__ == "__main__":
    sys.exit(main())
