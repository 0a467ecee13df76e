"""The event loop.

A round runs the callbacks that are ready when it begins. Before it, the timers that are due become ready; when nothing is,
time jumps to the next timer. The clock begins at 0.0. A round takes a microsecond, and a wait ends on a whole number of
milliseconds after it began, as it does in CPython, where timers that are due within the same millisecond fire together and in
the order of their times.
"""

import sys
from asyncio import coroutines, events, futures
from asyncio.queues import _heap_pop, _heap_push
from collections import deque

__all__ = ("BaseEventLoop", "EventLoop", "SelectorEventLoop")

_ROUND = 1e-6
_RESOLUTION = 1e-9


def _run_until_complete_cb(fut):
    if not fut.cancelled():
        error = fut.exception()
        if isinstance(error, (SystemExit, KeyboardInterrupt)):
            return  # The loop has ended with it already.
    fut.get_loop().stop()


class BaseEventLoop(events.AbstractEventLoop):
    def __init__(self):
        self._closed = False
        self._stopping = False
        self._ready = deque()
        self._scheduled = []  # A heap of (when, number, handle).
        self._timers = 0
        self._now = 0.0
        self._running = False
        self._debug = False
        self._exception_handler = None
        self._task_factory = None
        self._asyncgens = {}
        self._asyncgens_shut_down = False

    def __repr__(self):
        return (f"<{self.__class__.__name__} running={self.is_running()} closed={self.is_closed()} "
                f"debug={self.get_debug()}>")

    # Running

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if events._get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    def run_forever(self):
        """Runs until stop()."""
        self._check_closed()
        self._check_running()
        set_hooks = getattr(sys, "set_asyncgen_hooks", None)
        if set_hooks is not None:
            old_hooks = sys.get_asyncgen_hooks()
            set_hooks(firstiter=self._first_iteration, finalizer=self._finalize_asyncgen)
        self._running = True
        events._set_running_loop(self)
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._running = False
            events._set_running_loop(None)
            if set_hooks is not None:
                set_hooks(*old_hooks)

    def run_until_complete(self, future):
        """Runs until a future is done, and answers its result."""
        self._check_closed()
        self._check_running()
        from asyncio.tasks import ensure_future
        is_new = not futures.isfuture(future)
        future = ensure_future(future, loop=self)
        if is_new:
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if is_new and future.done() and not future.cancelled():
                future.exception()  # It is told by what is raised here.
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        """Ends run_forever() after this round."""
        self._stopping = True

    def close(self):
        """Forgets all that waits."""
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if not self._closed:
            self._closed = True
            self._ready.clear()
            self._scheduled.clear()

    def is_closed(self):
        return self._closed

    def is_running(self):
        return self._running

    def time(self):
        """The time of the loop's clock, in seconds."""
        return self._now

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def _run_once(self):
        scheduled, ready = self._scheduled, self._ready
        self._now += _ROUND
        while scheduled and scheduled[0][2]._cancelled:
            _heap_pop(scheduled)[2]._scheduled = False
        if not ready and not self._stopping:
            if scheduled:
                wait = scheduled[0][0] - self._now
                if wait > 0:
                    milliseconds = int(wait * 1000)
                    self._now += (milliseconds + (milliseconds < wait * 1000)) / 1000
            else:
                self._nothing_ready()
        end = self._now + _RESOLUTION
        while scheduled and scheduled[0][0] < end:
            handle = _heap_pop(scheduled)[2]
            handle._scheduled = False
            ready.append(handle)
        for _ in range(len(ready)):
            handle = ready.popleft()
            if not handle._cancelled:
                handle._run()

    def _nothing_ready(self):
        raise RuntimeError("the event loop waits for ever: no callback is ready and no timer is set")

    # Callbacks

    def call_soon(self, callback, *args, context=None):
        """Calls a function in the next round."""
        self._check_closed()
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        """Calls a function after some seconds."""
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        """Calls a function at a time of the loop's clock."""
        if when is None:
            raise TypeError("when cannot be None")
        self._check_closed()
        handle = events.TimerHandle(when, callback, args, self, context)
        self._timers += 1
        _heap_push(self._scheduled, (when, self._timers, handle))
        handle._scheduled = True
        return handle

    def _timer_handle_cancelled(self, handle):
        pass

    # Futures and tasks

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None, **kwargs):
        """Runs a coroutine as a task."""
        self._check_closed()
        from asyncio.tasks import Task
        if self._task_factory is None:
            return Task(coro, loop=self, name=name, context=context, **kwargs)
        if name is not None:
            kwargs["name"] = name
        if context is not None:
            kwargs["context"] = context
        return self._task_factory(self, coro, **kwargs)

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def run_in_executor(self, executor, func, *args):
        """Calls the function at once: the sandbox has no threads. Its result comes in a later round, as from a thread."""
        self._check_closed()
        future = self.create_future()
        try:
            result = func(*args)
        except BaseException as error:
            if isinstance(error, (SystemExit, KeyboardInterrupt)):
                raise
            outcome = future.set_exception, error
        else:
            outcome = future.set_result, result
        self.call_soon(_unless_done, future, *outcome)
        return future

    # Errors

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        """Writes what went wrong to sys.stderr."""
        lines = [context.get("message") or "Unhandled exception in event loop"]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        print("\n".join(lines), file=sys.stderr)
        error = context.get("exception")
        if error is not None:
            sys.__excepthook__(type(error), error, error.__traceback__)

    def call_exception_handler(self, context):
        """Tells the handler, or the default one, of an error that nobody waits for."""
        handler = self._exception_handler
        if handler is None:
            handler = _default_handler
        try:
            handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if handler is _default_handler:
                print("Exception in default exception handler", file=sys.stderr)
            else:
                self.default_exception_handler({
                    "message": "Unhandled error in exception handler", "exception": error, "context": context})

    # Asynchronous generators

    def _first_iteration(self, agen):
        from weakref import ref
        self._asyncgens[id(agen)] = ref(agen)

    def _finalize_asyncgen(self, agen):
        self._asyncgens.pop(id(agen), None)
        if not self.is_closed():
            self.call_soon(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Closes the asynchronous generators that are not at their end."""
        self._asyncgens_shut_down = True
        closing = [agen for agen in [found() for found in self._asyncgens.values()] if agen is not None]
        if not closing:
            return
        self._asyncgens.clear()
        from asyncio.tasks import gather
        results = await gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    "message": f"an error occurred during closing of asynchronous generator {agen!r}", "exception": result,
                    "asyncgen": agen})

    async def shutdown_default_executor(self, timeout=None):
        """There is none."""


def _default_handler(loop, context):
    loop.default_exception_handler(context)


def _unless_done(future, method, value):
    if not future.done():
        method(value)


class SelectorEventLoop(BaseEventLoop):
    """The event loop."""


SelectorEventLoop.__name__ = SelectorEventLoop.__qualname__ = "_UnixSelectorEventLoop"
SelectorEventLoop.__module__ = "asyncio.unix_events"
EventLoop = SelectorEventLoop
