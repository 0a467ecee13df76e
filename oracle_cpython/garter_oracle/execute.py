"""Runs one case in this process, as `python FILE` would run it, and makes its observation.

What is put back between two cases of one process is what programs commonly touch: the streams, `__main__`, the builtins,
the recursion limit, the hooks. What a program may change beyond that dies with the process, which serves 64 cases at
most; the runner repeats a share of the cases alone to catch a leak.

Nothing here stops a case that will not end by itself: an interval timer does (see `Stopper`), and the zygote above.
"""

import base64
import ast
import builtins
import gc
import io
import linecache
import os
import signal
import sys
import tokenize
import types

try:
    import ctypes
    import resource
except ImportError:  # CPython in WebAssembly has neither
    ctypes = resource = None

from . import observe
from . import values
from .trace import LineTrace

RESULT_NAME = "__garter_result__"
DEFAULT_TIME = 10.0
DEFAULT_OUTPUT = 16 << 20
DEFAULT_DEPTH = 1000
_PY_FILE_INPUT = 257

_HERE = os.path.dirname(os.path.abspath(__file__))
_LIMIT_CALLS = (sys.getrecursionlimit, sys.setrecursionlimit)
_BUILTINS_SPACE = vars(builtins)
_BUILTINS = dict(_BUILTINS_SPACE)
_CLEAR, _UPDATE = dict.clear, dict.update
_HOOKS = {name: getattr(sys, name) for name in ("excepthook", "displayhook", "unraisablehook", "breakpointhook")}


class Case:
    """A CASE frame with its defaults filled in."""

    def __init__(self, frame):
        self.id = frame["id"]
        source = frame.get("source", "")
        self.source = source.encode("utf-8", "surrogatepass") if type(source) is str else base64.b64decode(source["b64"])
        self.filename = frame.get("filename") or "main.py"
        limits = frame.get("limits") or {}
        self.time = limits.get("time") or DEFAULT_TIME
        self.output = limits.get("output") or DEFAULT_OUTPUT
        self.depth = limits.get("depth") or DEFAULT_DEPTH
        self.memory = limits.get("memory")
        self.inputs = frame.get("inputs") or {}
        self.host = frame.get("host") or []
        asked = frame.get("observe") or ()
        self.wants_globals = "globals" in asked
        self.wants_result = "result" in asked
        self.wants_trace = "trace" in asked or bool(frame.get("trace"))


class Executor:
    """Runs cases one after another. `host` performs a host call: (case id, name, tagged args) -> HOSTRET object.

    `owns_process` says that exit functions are the program's, to be run at its end; in a process shared with others
    they would be theirs.
    """

    def __init__(self, capture, host, owns_process=True):
        self._capture = capture
        self._owns_process = owns_process
        self._host = host
        self._hostcalls = []
        self._module = None

    def run(self, frame):
        """Returns the observation of one CASE frame."""
        case = Case(frame)
        self._hostcalls = []
        lines = self._prepare(case)
        phase, error, extra = "compile", None, {}
        self._capture.open(case)
        try:
            try:
                code = _compile(case)
                phase = "run"
                extra = self._run_module(case, code)
            except BaseException as caught:
                error = caught
            if phase == "compile" and isinstance(error, SyntaxError):
                # The second try says the compiler's warnings again.
                self._capture.close()
                error = _as_from_file(case, error) if ctypes else _with_line(case, error, lines)
            observation = self._observe(case, phase, error, extra, lines)
            if phase == "compile":
                _forget_file(case)
            error = None
            self._end_of_program(case)
        finally:
            out, err = self._capture.close()
        observation["stdout"] = stream(out)
        observation["stderr"] = stream(err)
        observation["claimed"] = {"out_bytes": len(out) + len(err)}
        return observation

    def _prepare(self, case):
        _put_back()
        lines = source_lines(case.source)
        linecache.cache[case.filename] = (len(case.source), None, lines, case.filename)
        module = types.ModuleType("__main__")
        space = module.__dict__
        space["__loader__"] = _Loader(case.filename)
        space["__builtins__"] = builtins
        space["__file__"] = case.filename
        space["__cached__"] = None
        for name, tagged in case.inputs.items():
            space[name] = values.decode(tagged)
        for name in case.host:
            space[name] = self._host_function(case.id, name)
        sys.modules["__main__"] = module
        sys.argv = [case.filename]
        self._module = module
        return lines

    def _run_module(self, case, code):
        trace = LineTrace(case.filename) if case.wants_trace else None
        # The program's own depth counts from its module frame, so the frames below it are added to the limit.
        below = _depth()
        _hide_depth(below)
        _LIMIT_CALLS[1](case.depth + below)
        memory = MemoryCap(case.memory if self._owns_process else None)
        try:
            if trace is not None:
                trace.start()
            with memory:
                exec(code, self._module.__dict__)
        finally:
            _put_back_builtins()
            _LIMIT_CALLS[1](case.depth + below + 1000)
            if trace is not None:
                trace.stop()
        return {"trace": trace.summary()} if trace is not None else {}

    def _observe(self, case, phase, error, extra, lines):
        observation = {"case": case.id, "phase": phase, "outcome": "ok", "exit": 0, "stdout": "", "stderr": ""}
        if error is not None:
            observation["outcome"] = "exception"
            observation["exit"] = observe.exit_code(error)
            # The first entry is this file's own call of exec or compile.
            error.__traceback__ = _program_part(error.__traceback__)
            if case.host:
                observe.drop_frames(error, lambda code: code.co_filename.startswith(_HERE))
            linecache.cache[case.filename] = (len(case.source), None, lines, case.filename)
            observation["exception"] = observe.describe(error, self._traceback_text(error))
        elif case.wants_result:
            observation["result"] = values.Encoder().encode(self._module.__dict__.pop(RESULT_NAME, None))
        if case.wants_globals:
            observation["globals"] = values.Encoder().encode(
                {name: value for name, value in self._module.__dict__.items() if not str(name).startswith("__")}
            )
        if self._hostcalls:
            observation["hostcalls"] = self._hostcalls
        observation.update(extra)
        return observation

    def _traceback_text(self, error):
        if isinstance(error, SystemExit):
            return observe.exit_text(error)
        if sys.excepthook is _HOOKS["excepthook"]:
            return observe.printed(error)
        try:
            sys.excepthook(type(error), error, error.__traceback__)
        except BaseException:
            pass
        return ""

    def _end_of_program(self, case):
        """What the end of a script does: exit functions, then the objects of `__main__` die."""
        atexit = sys.modules.get("atexit")
        if self._owns_process and atexit is not None and atexit._ncallbacks():
            atexit._run_exitfuncs()
            atexit._clear()
        sys.modules.pop("__main__", None)
        self._module = None
        # Not only for finalisers: a literal set of strings iterates in an order that depends on which of them are interned,
        # so no string constant of this program may be alive when the next one is compiled.
        gc.collect()

    def _host_function(self, case_id, name):
        def call(*args, **named):
            if named:
                raise TypeError(f"{name}() takes no keyword arguments")
            tagged = [values.Encoder().encode(arg) for arg in args]
            answer = self._host(case_id, name, tagged)
            if "raise" in answer:
                self._hostcalls.append([name, tagged, answer])
                kind, message = answer["raise"]
                raise getattr(builtins, kind, RuntimeError)(message)
            self._hostcalls.append([name, tagged, answer.get("value", ["n"])])
            return values.decode(answer.get("value", ["n"]))

        call.__name__ = call.__qualname__ = name
        return call


class Capture:
    """The program's stdout and stderr: descriptors 1 and 2 are two files in memory, read back after each case.

    The files are shared with the zygote, so what a killed case had written is not lost. Their size is capped by
    RLIMIT_FSIZE, whose signal ends the process: the zygote reports that as the output limit.
    """

    def __init__(self, files):
        self._files = files
        self._cap = None
        self._own = []
        self._stdin = None  # empty for every case, so one does for all

    def open(self, case):
        if self._cap != case.output:
            self._cap = case.output
            hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
            soft = case.output if hard == resource.RLIM_INFINITY else min(case.output, hard)
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        if self._stdin is None or self._stdin.closed:
            self._stdin = _text_stream(0, "rb", "strict")
        sys.stdin = sys.__stdin__ = self._stdin
        sys.stdout = sys.__stdout__ = _text_stream(1, "wb", "strict")
        sys.stderr = sys.__stderr__ = _text_stream(2, "wb", "backslashreplace")
        self._own = [sys.stdout, sys.stderr]

    def flush(self):
        """As at the end of Python: whatever the program made of its streams is flushed, and no error is told."""
        for stream_object in (getattr(sys, "stdout", None), getattr(sys, "stderr", None), *self._own):
            try:
                stream_object.flush()
            except BaseException:
                pass

    def close(self):
        self.flush()
        return self._files.take()


class CaptureFiles:
    """Two memory files in the place of descriptors 1 and 2."""

    def __init__(self):
        for number in (1, 2):
            memory = os.memfd_create(f"capture{number}")
            os.dup2(memory, number)
            os.close(memory)

    def take(self):
        """Returns what was written to both, and empties them."""
        return self._take(1), self._take(2)

    def _take(self, number):
        size = os.fstat(number).st_size
        if not size:
            return b""
        data = os.pread(number, size, 0)
        os.ftruncate(number, 0)
        os.lseek(number, 0, os.SEEK_SET)
        return data


class MemoryCap:
    """While it is entered, a program that eats memory meets MemoryError before it meets the machine's end.

    A case's cap is that of a sandbox whose objects are smaller, so CPython gets four times as much, and room for itself.
    """

    TIMES = 4
    OWN = 64 << 20

    def __init__(self, memory):
        self._memory = memory if resource is not None else None

    def __enter__(self):
        if self._memory is None:
            return
        self._before = soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        cap = _address_space() + self.OWN + self.TIMES * self._memory
        if soft != resource.RLIM_INFINITY:
            cap = min(cap, soft)
        resource.setrlimit(resource.RLIMIT_AS, (cap, hard))

    def __exit__(self, *_):
        if self._memory is not None:
            resource.setrlimit(resource.RLIMIT_AS, self._before)


_SPACE_UNKNOWN = 256 << 20


def _address_space():
    """Bytes of address space that this process has."""
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return _SPACE_UNKNOWN


class Stopper:
    """Ends the process when a case has had its time, from a signal handler: no handler of the program can see it.

    `on_time` gets (case, line) and must not return. A long call inside C never reaches the handler; a second clock, of
    processor time, then kills the process with SIGPROF and the zygote reports it.
    """

    def __init__(self, on_time):
        self._on_time = on_time
        self._case = None
        signal.signal(signal.SIGALRM, self._ring)
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        signal.signal(signal.SIGPROF, signal.SIG_DFL)

    def arm(self, case_time, case):
        self._case = case
        signal.setitimer(signal.ITIMER_PROF, case_time * 1.1 + 0.05)
        signal.setitimer(signal.ITIMER_REAL, case_time, 0.02)

    def disarm(self):
        self._case = None
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.setitimer(signal.ITIMER_PROF, 0)

    def _ring(self, _number, frame):
        if self._case is None:
            return
        case, self._case = self._case, None
        self.disarm()
        _LIMIT_CALLS[1](1 << 20)
        filename = case.get("filename") or "main.py"
        while frame is not None and frame.f_code.co_filename != filename:
            frame = frame.f_back
        self._on_time(case, frame.f_lineno if frame is not None else None)


def stream(data):
    """Bytes of a stream as the observation writes them."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return {"b64": base64.b64encode(data).decode("ascii")}


def source_lines(source):
    """The lines of the source as `linecache` would read them from the file."""
    try:
        if b"coding" in source[:400] or source.startswith(b"\xef\xbb\xbf"):
            encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
            text = source.decode(encoding)
        else:
            text = source.decode("utf-8")
    except (SyntaxError, UnicodeDecodeError, LookupError):
        return []
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = [line + "\n" for line in text.split("\n")]
    if text.endswith("\n") or not text:
        lines.pop()
    return lines


def _compile(case):
    if not case.wants_result:
        return compile(case.source, case.filename, "exec", dont_inherit=True)
    tree = compile(case.source, case.filename, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    if tree.body and type(tree.body[-1]) is ast.Expr:
        last = tree.body[-1]
        target = ast.copy_location(ast.Name(RESULT_NAME, ast.Store()), last)
        tree.body[-1] = ast.copy_location(ast.Assign([target], last.value), last)
    return compile(tree, case.filename, "exec", dont_inherit=True)


def _as_from_file(case, error):
    """The SyntaxError that CPython raises when it reads the same source from a file.

    Its two tokenizers, for text and for files, differ in a few messages and carets, and `python FILE` uses the second;
    errors found after parsing, and the search for misspelt keywords when an error is printed, read the file again. So it
    stands in the working directory from here until `_forget_file`.
    """
    path = os.path.normpath(case.filename)
    if os.path.isabs(path) or path.startswith(".."):
        return error
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "wb") as file:
            file.write(case.source)
    except OSError:
        return error
    try:
        run_file(os.fsencode(case.filename), os.open(path, os.O_RDONLY), {"__builtins__": builtins})
    except SyntaxError as from_file:
        error = from_file
    return error


def _with_line(case, error, lines):
    """The nearest to it where CPython's own reading of files cannot be called: errors of the compiler get their line."""
    if error.text is None and error.filename == case.filename and 1 <= (error.lineno or 0) <= len(lines):
        error.text = lines[error.lineno - 1]
        match error.args:
            case (message, (filename, lineno, offset, None, *end)):
                error.args = (message, (filename, lineno, offset, error.text, *end))
    return error


def _forget_file(case):
    try:
        os.unlink(case.filename)
    except OSError:
        pass


def run_file(filename, descriptor, space):
    """Compiles and runs a source file through CPython's tokenizer for files. Takes the descriptor over."""
    libc = ctypes.CDLL(None)
    libc.fdopen.restype = ctypes.c_void_p
    run = ctypes.pythonapi.PyRun_FileExFlags
    run.restype = ctypes.py_object
    run.argtypes = [
        ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.py_object, ctypes.py_object, ctypes.c_int, ctypes.c_void_p,
    ]  # fmt: skip
    run(libc.fdopen(descriptor, b"r"), filename, _PY_FILE_INPUT, space, space, 1, None)


def _program_part(entry):
    while entry is not None and entry.tb_frame.f_code.co_filename.startswith(_HERE):
        entry = entry.tb_next
    return entry


def _text_stream(number, mode, errors):
    raw = io.FileIO(number, mode, closefd=False)
    raw.name = _STREAM_NAMES[number]
    buffered = io.BufferedReader(raw) if mode == "rb" else io.BufferedWriter(raw)
    wrapper = io.TextIOWrapper(buffered, encoding="utf-8", errors=errors, line_buffering=number == 2)
    wrapper.mode = mode[0]
    return wrapper


_STREAM_NAMES = {0: "<stdin>", 1: "<stdout>", 2: "<stderr>"}


def _depth():
    frame, count = sys._getframe(), -1
    while frame is not None:
        frame, count = frame.f_back, count + 1
    return count


def _hide_depth(below):
    """The program sees and sets its own recursion limit, without the worker's frames."""
    get_limit, set_limit = _LIMIT_CALLS

    def getrecursionlimit():
        return get_limit() - below

    def setrecursionlimit(limit, /):
        set_limit(limit if type(limit) is not int or limit < 1 else limit + below)

    sys.getrecursionlimit, sys.setrecursionlimit = getrecursionlimit, setrecursionlimit


def _put_back_builtins():
    """The worker lives on the same builtins as the program, which may have removed any."""
    space = _BUILTINS_SPACE
    if space != _BUILTINS:
        _CLEAR(space)
        _UPDATE(space, _BUILTINS)


def _clean_spare_memory_errors():
    """CPython keeps up to 16 dead MemoryErrors for reuse, and a new one takes over the flag of a dead one."""
    spare = [MemoryError() for _ in range(16)]
    for error in spare:
        error.__suppress_context__ = False


def _put_back():
    _put_back_builtins()
    _clean_spare_memory_errors()
    for name, hook in _HOOKS.items():
        setattr(sys, name, hook)
    sys.getrecursionlimit, sys.setrecursionlimit = _LIMIT_CALLS
    if hasattr(sys, "tracebacklimit"):
        del sys.tracebacklimit
    sys.settrace(None)
    linecache.cache.clear()
    gc.enable()


def _Loader(filename):
    from importlib.machinery import SourceFileLoader

    return SourceFileLoader("__main__", filename)
