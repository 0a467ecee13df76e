"""An uncaught exception, told as the observation tells it.

The text is the one that `python FILE` prints: CPython itself prints through the `traceback` module, and so do we, with
the source lines handed to `linecache` beforehand, so that carets come out as for a real file.
"""

import io
import sys
import traceback

from . import values

MAX_CHAIN = 16


def describe(error, traceback_text):
    """The `exception` object of an observation."""
    result = _describe(error, MAX_CHAIN, {id(error)})
    result["traceback"] = traceback_text
    return result


def printed(error):
    """What `python FILE` prints on stderr for this uncaught exception, last newline included."""
    sink = io.StringIO()
    _formatted.clear()
    traceback.print_exception(error, limit=traceback.BUILTIN_EXCEPTION_LIMIT, file=sink)
    _formatted.clear()
    return values.text(sink.getvalue())


# `traceback` parses the source line of every frame to place the carets, also of the thousand equal frames of a runaway
# recursion of which it prints three. Equal frames have equal text, so each is worked out once in a traceback.
_formatted = {}
_format_frame = traceback.StackSummary.format_frame_summary


def _format_frame_once(self, frame, **options):
    if frame.locals is not None or options.get("colorize"):
        return _format_frame(self, frame, **options)
    place = (frame.filename, frame.lineno, frame.name, frame.colno, frame.end_lineno, frame.end_colno)
    text = _formatted.get(place)
    if text is None:
        text = _formatted[place] = _format_frame(self, frame, **options)
    return text


traceback.StackSummary.format_frame_summary = _format_frame_once


def exit_text(error):
    """What CPython prints for an uncaught SystemExit: its code, unless that is a number or None."""
    code = error.code
    if code is None or isinstance(code, int):
        return ""
    try:
        return values.text(str(code)) + "\n"
    except Exception:
        return "\n"


def exit_code(error):
    """The exit status of `python FILE` for this uncaught exception."""
    if isinstance(error, SystemExit):
        code = error.code
        if code is None:
            return 0
        if isinstance(code, int):
            return int(code) & 0xFF if -(1 << 63) <= code < 1 << 63 else 0xFF
        return 1
    return 130 if isinstance(error, KeyboardInterrupt) else 1


def drop_frames(error, belongs_to_worker):
    """Takes frames of the worker out of the traceback, and out of those of the exceptions it is chained to."""
    seen = set()
    waiting = [error]
    while waiting:
        exc = waiting.pop()
        if exc is None or id(exc) in seen:
            continue
        seen.add(id(exc))
        exc.__traceback__ = _without(exc.__traceback__, belongs_to_worker)
        waiting += [exc.__cause__, exc.__context__]
        if isinstance(exc, BaseExceptionGroup):
            waiting += exc.exceptions


def _without(entry, belongs_to_worker):
    while entry is not None and belongs_to_worker(entry.tb_frame.f_code):
        entry = entry.tb_next
    first = entry
    while entry is not None:
        following = entry.tb_next
        while following is not None and belongs_to_worker(following.tb_frame.f_code):
            following = following.tb_next
        entry.tb_next = following
        entry = following
    return first


def _describe(error, room, seen):
    result = {
        "type": values.type_name(type(error)),
        "mro": [values.type_name(cls) for cls in type(error).__mro__],
        "message": _message(error),
        "args": values.Encoder().encode(BaseException.args.__get__(error))[1],
        "frames": _frames(error.__traceback__),
        "cause": _chained(error.__cause__, room, seen),
        "context": _chained(error.__context__, room, seen),
        "suppress": bool(error.__suppress_context__),
        "notes": _notes(error),
    }
    if isinstance(error, SyntaxError):
        result["position"] = [error.lineno, error.offset, error.end_lineno, error.end_offset]
    return result


def _chained(error, room, seen):
    if error is None or room == 1 or id(error) in seen:
        return None
    return _describe(error, room - 1, seen | {id(error)})


def _message(error):
    try:
        return values.text(str(error))
    except Exception:
        return "<exception str() failed>"


def _frames(entry):
    result = []
    while entry is not None:
        code = entry.tb_frame.f_code
        result.append([values.text(code.co_filename), entry.tb_lineno, values.text(code.co_name)])
        entry = entry.tb_next
    return result


def _notes(error):
    notes = getattr(error, "__notes__", None)
    return [values.text(note) for note in notes if type(note) is str] if type(notes) is list else []
