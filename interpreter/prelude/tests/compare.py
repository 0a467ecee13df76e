"""Runs many small programs with CPython's own modules and with ours, under CPython 3.14, and compares what they print.

    python3.14 -S -s -P -B interpreter/prelude/tests/compare.py [-v] [NAME[:TITLE] ...]

NAME is a file of cases/ without its suffix; all of them without arguments. A file of cases holds programs separated by
lines that begin with `#%% ` and a title. Each file is run in two fresh processes: one imports what CPython ships, in the
other a finder at the front of the import path serves interpreter/prelude/ instead. A program's observation is what it
prints on both streams, and the exception that ends it with its chain and those of its frames that belong to programs:
frames of the library are left out on both sides, as the sandbox shows none of its own.

What the sandbox provides natively is taken from tests/native/ here (see the README).
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PRELUDE = os.path.dirname(HERE)
NATIVE = os.path.join(HERE, "native")
CASES = os.path.join(HERE, "cases")
MARK = "#%% "


def programs(name):
    """(title, source) of each program of a file of cases; the source keeps its own line numbers from 1."""
    title, lines, result = None, [], []
    with open(os.path.join(CASES, name + ".py"), encoding="utf-8") as file:
        for line in file:
            if line.startswith(MARK):
                if title is not None:
                    result.append((title, "".join(lines)))
                title, lines = line[len(MARK):].strip(), []
            else:
                lines.append(line)
    result.append((title, "".join(lines)))
    return result


def module_file(name):
    for folder in (PRELUDE, NATIVE):
        path = os.path.join(folder, *name.split("."))
        if os.path.isfile(path + ".py"):
            return path + ".py", False
        if os.path.isfile(os.path.join(path, "__init__.py")):
            return os.path.join(path, "__init__.py"), True
    return None, False


def install_ours():
    """From here on `import` finds our modules first; CPython's own, already imported by its start, are forgotten."""
    import importlib.machinery
    import importlib.util

    class Finder:
        @staticmethod
        def find_spec(name, path=None, target=None):
            file, package = module_file(name)
            if file is None:
                return None
            loader = importlib.machinery.SourceFileLoader(name, file)
            return importlib.util.spec_from_file_location(
                name, file, loader=loader, submodule_search_locations=[os.path.dirname(file)] if package else None)

    import traceback, linecache, tokenize, ast, inspect, io, re  # noqa: F401 - what the harness uses stays CPython's
    sys.meta_path.insert(0, Finder)
    for name in list(sys.modules):
        if name != "__main__" and module_file(name)[0]:
            del sys.modules[name]


def frames_of(error):
    entry, result = error.__traceback__, []
    while entry is not None:
        code = entry.tb_frame.f_code
        if code.co_filename.startswith("<case ") or code.co_filename == "<string>":
            result.append(f"{code.co_filename}:{entry.tb_lineno} in {code.co_name}")
        entry = entry.tb_next
    return result


def describe(error, seen, indent=""):
    if error is None or id(error) in seen:
        return
    seen.add(id(error))
    try:
        text = str(error)
    except Exception as bad:
        text = f"<str failed: {bad!r}>"
    print(f"{indent}{type(error).__module__}.{type(error).__qualname__}: {text}")
    for frame in frames_of(error):
        print(f"{indent}  at {frame}")
    for note in getattr(error, "__notes__", ()):
        print(f"{indent}  note {note}")
    if error.__cause__ is not None:
        print(f"{indent}  cause:")
        describe(error.__cause__, seen, indent + "    ")
    elif error.__context__ is not None:
        print(f"{indent}  context{' (suppressed)' if error.__suppress_context__ else ''}:")
        describe(error.__context__, seen, indent + "    ")
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            print(f"{indent}  holds:")
            describe(inner, seen, indent + "    ")


def run(name, only):
    """In a child: runs the programs of one file and prints each observation after a separator."""
    import io
    import linecache
    import re
    module_type = type(re)
    for title, source in programs(name):
        if only and only not in title:
            continue
        file = f"<case {title}>"
        linecache.cache[file] = (len(source), None, source.splitlines(True), file)
        module = module_type("__main__")
        sys.modules["__main__"] = module
        sys.modules.get("warnings") and getattr(sys.modules["warnings"], "resetwarnings")()
        out = sys.stdout = sys.stderr = io.StringIO()
        try:
            exec(compile(source, file, "exec", dont_inherit=True), module.__dict__)
        except BaseException as error:
            sys.stdout = sys.stderr = out
            print("raised", end=" ")
            describe(error, set())
        finally:
            sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
        text = re.sub(r"\b0x[0-9a-f]+", "0x..", out.getvalue())
        # Messages name a type that is written in C with its module; in the sandbox `builtin` sees to that.
        text = re.sub(r"(?<!class )'(?:functools|operator|collections|typing|types|_asyncio|weakref|_contextvars|string\.templatelib)"
                      r"\.(\w+)'", r"'\1'", text)
        print(f"\x00{title}\x00{text}", end="", flush=True)


def observations(name, only, ours):
    """What a fresh child (a fork: it needs no way to start this Python again) saw of each program, and its stderr."""
    import tempfile
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                os.dup2(out.fileno(), 1)
                os.dup2(errors.fileno(), 2)
                sys.setrecursionlimit(1000)
                if ours:
                    install_ours()
                run(name, only)
                status = 0
            except BaseException:
                import traceback
                traceback.print_exc(file=sys.__stderr__)
            finally:
                sys.__stdout__.flush()
                sys.__stderr__.flush()
                os._exit(status)
        os.waitpid(child, 0)
        out.seek(0)
        errors.seek(0)
        parts = out.read().decode(errors="backslashreplace").split("\x00")[1:]
        return dict(zip(parts[::2], parts[1::2])), errors.read().decode(errors="backslashreplace")


def main(arguments):
    verbose = "-v" in arguments
    names = [a for a in arguments if a != "-v"] or sorted(f[:-3] for f in os.listdir(CASES) if f.endswith(".py"))
    failures = 0
    for argument in names:
        name, _, only = argument.partition(":")
        theirs, their_errors = observations(name, only, False)
        ours, our_errors = observations(name, only, True)
        bad = 0
        titles = [title for title, _ in programs(name) if not only or only in title]
        assert len(set(titles)) == len(titles), f"{name}: a title stands twice"
        for title in titles:
            if title in theirs and theirs[title] == ours.get(title):
                if verbose:
                    print(f"--- {name}:{title}\n{theirs[title]}", end="")
                continue
            bad += 1
            print(f"=== {name}:{title}")
            import difflib
            lines = difflib.unified_diff(theirs.get(title, "(nothing)").splitlines(), ours.get(title, "(nothing)").splitlines(),
                                         "CPython", "ours", lineterm="", n=1)
            print("\n".join(list(lines)[2:]))
        for text in (their_errors, our_errors):
            if text:
                bad += 1
                print(text[-3000:])
        print(f"{name}: {len(titles) - bad} of {len(titles)} agree")
        failures += bad
    return failures != 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
