"""Tasks, which run coroutines, and what waits for several of them."""

import sys
from _prelude import builtin
from asyncio import coroutines, events, exceptions, futures, timeouts
from asyncio.futures import Future, _being_shown, _set_result_unless_cancelled, isfuture

__all__ = (
    "Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for", "as_completed", "sleep",
    "gather", "shield", "ensure_future", "current_task", "all_tasks", "create_eager_task_factory", "eager_task_factory")

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_count = 0
_current = {}  # The task that is running, by loop.
_unfinished = {}  # In the order they were made; the keys matter alone.


def current_task(loop=None):
    """The task that is running."""
    return _current.get(events.get_running_loop() if loop is None else loop)


def all_tasks(loop=None):
    """The tasks that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return {task for task in _unfinished if task.get_loop() is loop}


@builtin
class Task(Future):
    """Runs a coroutine, a step at a time."""

    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _count
        super().__init__(loop=loop)
        if not coroutines.iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        if name is None:
            _count += 1
            name = f"Task-{_count}"
        else:
            name = str(name)
        self._name = name
        self._cancel_requests = 0
        self._must_cancel = False
        self._fut_waiter = None
        self._coro = coro
        if context is None:
            contextvars = sys.modules.get("contextvars")
            if contextvars is not None:
                context = contextvars.copy_context()
        self._context = context
        if eager_start and self._loop.is_running():
            outer = _current.get(self._loop)
            if self._context is None:
                self._step()
            else:
                self._context.run(self._step)
            if outer is None:
                _current.pop(self._loop, None)
            else:
                _current[self._loop] = outer
            if self._state == "PENDING":
                _unfinished[self] = None
            return
        self._loop.call_soon(self._step, context=self._context)
        _unfinished[self] = None

    def __del__(self):
        if self._state == "PENDING" and self._log_destroy_pending:
            self._loop.call_exception_handler({"task": self, "message": "Task was destroyed but it is pending!"})
        super().__del__()

    def _repr_info(self):
        info = super()._repr_info()
        if self._cancel_requests and self._state == "PENDING":
            info[0] = "cancelling"
        info.insert(1, f"name={self._name!r}")
        if self._fut_waiter is not None:
            info.insert(2, f"wait_for={self._fut_waiter!r}")
        if self._coro is not None:
            info.insert(2, f"coro=<{coroutines._format_coroutine(self._coro)}>")
        return info

    def get_coro(self):
        """The coroutine."""
        return self._coro

    def get_context(self):
        return self._context

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        """Asks the coroutine to end with a CancelledError where it waits."""
        self._log_traceback = False
        if self._state != "PENDING":
            return False
        self._cancel_requests += 1
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        """How many requests to cancel stand."""
        return self._cancel_requests

    def uncancel(self):
        """Takes a request to cancel back; answers how many are left."""
        if self._cancel_requests:
            self._cancel_requests -= 1
            if not self._cancel_requests:
                self._must_cancel = False
        return self._cancel_requests

    def _end(self):
        _unfinished.pop(self, None)

    def _step(self, error=None):
        if self._state != "PENDING":
            raise exceptions.InvalidStateError(f"__step(): already done: {self!r}, {error!r}")
        if self._must_cancel:
            if not isinstance(error, exceptions.CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        coro = self._coro
        outer = _current.get(loop)
        _current[loop] = self
        try:
            waits_for = coro.send(None) if error is None else coro.throw(error)
        except StopIteration as end:
            self._end()
            if self._must_cancel:
                self._must_cancel = False
                Future.cancel(self, self._cancel_message)
            else:
                Future.set_result(self, end.value)
        except exceptions.CancelledError as end:
            self._end()
            self._cancelled_exc = end
            Future.cancel(self)
        except (KeyboardInterrupt, SystemExit) as end:
            self._end()
            Future.set_exception(self, end)
            raise
        except BaseException as end:
            self._end()
            Future.set_exception(self, end)
        else:
            self._wait_for(waits_for)
        finally:
            if outer is None:
                _current.pop(loop, None)
            else:
                _current[loop] = outer
            error = None

    def _wait_for(self, waits_for):
        """Sees to it that the next step comes when what the coroutine yielded is done."""
        blocking = getattr(waits_for, "_asyncio_future_blocking", None)
        call_soon, context = self._loop.call_soon, self._context
        if blocking is not None:
            if waits_for.get_loop() is not self._loop:
                call_soon(self._step, RuntimeError(f"Task {self!r} got Future {waits_for!r} attached to a different loop"),
                          context=context)
            elif not blocking:
                call_soon(self._step, RuntimeError(f"yield was used instead of yield from in task {self!r} with "
                                                   f"{waits_for!r}"), context=context)
            elif waits_for is self:
                call_soon(self._step, RuntimeError(f"Task cannot await on itself: {self!r}"), context=context)
            else:
                waits_for._asyncio_future_blocking = False
                waits_for.add_done_callback(self.task_wakeup, context=context)
                self._fut_waiter = waits_for
                if self._must_cancel and waits_for.cancel(msg=self._cancel_message):
                    self._must_cancel = False
        elif waits_for is None:
            call_soon(self._step, context=context)
        elif type(waits_for).__name__ == "generator":
            call_soon(self._step, RuntimeError(f"yield was used instead of yield from for generator in task {self!r} with "
                                               f"{waits_for!r}"), context=context)
        else:
            call_soon(self._step, RuntimeError(f"Task got bad yield: {waits_for!r}"), context=context)

    def task_wakeup(self, future):
        # The error is not raised here: what the coroutine raises then would have it as its context.
        try:
            future.result()
            error = None
        except BaseException as raised:
            error = raised
        self._step(error)

    __class_getitem__ = classmethod(type(list[int]))


Task.__module__ = "_asyncio"


def create_task(coro, **kwargs):
    """Runs a coroutine as a task beside this one."""
    return events.get_running_loop().create_task(coro, **kwargs)


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks run up to their first wait at once."""

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)


async def _awaited(awaitable):
    return await awaitable


def ensure_future(coro_or_future, *, loop=None):
    """A future as it is, a coroutine or an awaitable as a task."""
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    is_wrapped = False
    if not coroutines.iscoroutine(coro_or_future):
        if not hasattr(type(coro_or_future), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _awaited(coro_or_future)
        is_wrapped = True
    if loop is None:
        try:
            loop = events.get_event_loop()
        except RuntimeError:
            if is_wrapped:
                coro_or_future.close()
            raise
    return loop.create_task(coro_or_future)


# Waiting

class _Pause:
    """Awaited, it lets one round pass."""

    __slots__ = ()

    def __await__(self):
        yield


async def sleep(delay, result=None):
    """Waits for some seconds."""
    if delay <= 0:
        await _Pause()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        handle.cancel()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for tasks and futures; answers the sets of those that are done and of those that are not."""
    if isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = dict.fromkeys(fs)
    if any(coroutines.iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = events.get_running_loop()
    waiter = loop.create_future()
    timer = None if timeout is None else loop.call_later(timeout, _release_waiter, waiter)
    left = len(fs)

    def _on_completion(f):
        nonlocal left
        left -= 1
        if left <= 0 or return_when == FIRST_COMPLETED or (
                return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None):
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for f in fs:
        (done if f.done() else pending).add(f)
    return done, pending


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    """Waits for an awaitable, at most so many seconds; then it is cancelled, and TimeoutError raised."""
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except exceptions.CancelledError as error:
            raise TimeoutError from error
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    waiter = events.get_running_loop().create_future()

    def callback(fut):
        _release_waiter(waiter)

    fut.add_done_callback(callback)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(callback)


class _AsCompletedIterator:
    """What as_completed() answers: gives the futures as they end to `async for`, coroutines for them to `for`."""

    def __init__(self, aws, timeout):
        from asyncio.queues import Queue
        self._done = Queue()
        self._timeout_handle = None
        loop = events.get_event_loop()
        todo = {ensure_future(aw, loop=loop): None for aw in dict.fromkeys(aws)}
        for f in todo:
            f.add_done_callback(self._handle_completion)
        if todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo = todo
        self._todo_left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._todo_left:
            raise StopAsyncIteration
        self._todo_left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for f in self._todo:
            f.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, f):
        if not self._todo:
            return
        del self._todo[f]
        self._done.put_nowait(f)
        if not self._todo and self._timeout_handle is not None:
            self._timeout_handle.cancel()

    async def _wait_for_one(self, resolve=False):
        f = await self._done.get()
        if f is None:
            raise exceptions.TimeoutError
        return f.result() if resolve else f


def as_completed(fs, *, timeout=None):
    """The results of awaitables in the order in which they come."""
    if isfuture(fs) or coroutines.iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


class _GatheringFuture(Future):
    """The future of gather(): to cancel it is to cancel its children."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    """A future of the list of all results, in the order of the arguments; the first exception ends it."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer
    loop = events._get_running_loop()
    finished = 0
    outer = None

    def _done_callback(fut):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()  # Nobody else will ask for it.
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            error = fut.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == len(unique):
            results = []
            for child in children:
                if child.cancelled():
                    result = exceptions.CancelledError("" if child._cancel_message is None else child._cancel_message)
                else:
                    result = child.exception()
                    if result is None:
                        result = child.result()
                results.append(result)
            if outer._cancel_requested:
                outer.set_exception(fut._make_cancelled_error())
            else:
                outer.set_result(results)

    unique = {}
    children = []
    done = []
    for arg in coros_or_futures:
        if arg not in unique:
            fut = ensure_future(arg, loop=loop)
            if loop is None:
                loop = fut.get_loop()
            if fut is not arg:
                fut._log_destroy_pending = False
            unique[arg] = fut
            if fut.done():
                done.append(fut)
            else:
                fut.add_done_callback(_done_callback)
        children.append(unique[arg])
    outer = _GatheringFuture(children, loop=loop)
    for fut in done:
        _done_callback(fut)
    return outer


def shield(arg):
    """A future of the same result that can be cancelled without cancelling what it waits for."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def _log_on_exception(fut):
        if fut.cancelled():
            return
        error = fut.exception()
        if error is None:
            return
        fut.get_loop().call_exception_handler({
            "message": f"{error.__class__.__name__} exception in shielded future", "exception": error, "future": fut})

    def _inner_done_callback(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)
            inner.add_done_callback(_log_on_exception)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


async def to_thread(func, /, *args, **kwargs):
    """Calls a function, at once, and answers its result in a later round."""
    from functools import partial
    return await events.get_running_loop().run_in_executor(None, partial(func, *args, **kwargs))
