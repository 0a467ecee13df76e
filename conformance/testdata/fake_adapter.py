"""A stand-in for an engine, for the tests of the runner: speaks CAP/1, runs programs with exec in its own process.

A program whose first line is `# fake: WORD` makes it misbehave instead: crash, exit, hang, garbage (bytes that are no
frame), schema (an observation that misses a field), wrong_case (an answer to another case), stray (text on fd 1), twice
(two answers), poisoned_session (this case is fine, but the next one in the same process crashes). `# fake: slow N` sleeps N seconds first.
It knows the canaries as well.
"""

import contextlib
import io
import json
import os
import struct
import sys
import time
import traceback

counter = 0
poisoned = False
pieces = []


def read_frame():
    head = read_exactly(4)
    body = read_exactly(struct.unpack("<I", head)[0])
    return chr(body[0]), json.loads(body[1:])


def read_exactly(size):
    data = b""
    while len(data) < size:
        piece = os.read(3, size - len(data))
        if not piece:
            os._exit(0)
        data += piece
    return data


def send(kind, payload):
    text = json.dumps(payload).encode()
    os.write(4, struct.pack("<I", len(text) + 1) + kind.encode() + text)


def observe(case):
    out, names = io.StringIO(), {"__name__": "__main__"}
    answer = {"case": case["id"], "phase": "run", "outcome": "ok", "exit": 0, "stderr": ""}
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(case["source"], case["filename"], "exec"), names)
    except BaseException as error:
        answer["outcome"], answer["exit"] = "exception", 1
        answer["exception"] = {"type": type(error).__name__, "message": str(error)}
        if "--tracebacks" in sys.argv:
            answer["exception"]["traceback"] = "".join(traceback.format_exception(error))
    answer["stdout"] = out.getvalue()
    return answer


def misbehave(word, case):
    global poisoned
    if word == "crash":
        os.abort()
    if word == "exit":
        print("last words", file=sys.stderr, flush=True)
        os._exit(7)
    if word == "hang":
        time.sleep(3600)
    if word == "garbage":
        os.write(4, b"\xff\xff\xff\xff garbage")
        time.sleep(3600)
    if word == "schema":
        return send("O", {"case": case["id"], "phase": "run", "outcome": "ok", "stdout": ""})
    if word == "wrong_case":
        return send("O", {"case": "another", "phase": "run", "outcome": "ok", "stdout": "", "stderr": ""})
    if word == "stray":
        os.write(1, b"stray text\n")
    if word == "poisoned_session":
        poisoned = True
    send("O", observe(case))
    if word == "twice":
        send("O", observe(case))


def canary(case):
    kind, caps = case["kind"], case["limits"]
    if kind == "crash":
        os.abort()
    if kind == "hang":
        time.sleep(3600)
    if kind == "syscall":
        os.kill(os.getpid(), 31)
    if kind == "memory":
        bytearray(caps["memory"] + (64 << 20))[::4096] = b"x" * len(range(0, caps["memory"] + (64 << 20), 4096))
    answer = observe(case)
    if kind == "wrong_stdout":
        answer["stdout"] += "spoilt\n"
    if kind == "wrong_exception":
        answer["exception"]["type"] = "KeyError"
    if kind == "alias":
        answer["globals"] = ["d", 1, []]
    if kind == "output":
        answer["stdout"] = "x" * (caps["output"] + (256 << 10))
    if kind == "swallowed_limit":
        answer["claimed"] = {"fuel": caps["fuel"] * 2}
    if kind == "nondeterministic":
        answer["stdout"] = str(time.monotonic_ns())
    send("O", answer)


def run(case):
    if poisoned:
        os.abort()
    first = case["source"].split("\n")[0].split()
    if first[:3] == ["#", "fake:", "slow"]:
        time.sleep(float(first[3]))
    elif first[:2] == ["#", "fake:"]:
        return misbehave(first[2], case)
    send("O", observe(case))


def main():
    if "--mute" in sys.argv:
        time.sleep(3600)
    send("H", {"protocol": "CAP/1", "engine": "fake", "version": "1", "python": "3.14", "window": 8 if "--window" in sys.argv else 1})
    while True:
        kind, payload = read_frame()
        if kind == "B":
            return
        if kind == "S":
            pieces.append(payload["piece"])
        if kind == "P":
            send("Q", payload)
        if kind == "C":
            if isinstance(payload["source"], dict):
                payload["source"] = "".join(pieces)
            pieces.clear()
            run(payload)
        if kind == "Y":
            canary(payload)


main()
