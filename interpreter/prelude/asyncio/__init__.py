"""Coroutines that run side by side, on one scheduler without threads, sockets or a clock.

The order of steps is CPython's: a queue of callbacks, run in rounds; what becomes ready in a round runs in the next. Time is
virtual (see `base_events`): when nothing is ready, it jumps to the next timer.
"""

from asyncio.base_events import BaseEventLoop, EventLoop, SelectorEventLoop
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.events import (
    AbstractEventLoop, Handle, TimerHandle, _get_running_loop, _set_running_loop, get_event_loop, get_running_loop,
    new_event_loop, set_event_loop)
from asyncio.exceptions import (
    BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError, LimitOverrunError, SendfileNotAvailableError,
    TimeoutError)
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown
from asyncio.runners import Runner, run
from asyncio.taskgroups import TaskGroup
from asyncio.tasks import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, all_tasks, as_completed, create_eager_task_factory, create_task,
    current_task, eager_task_factory, ensure_future, gather, shield, sleep, to_thread, wait, wait_for)
from asyncio.timeouts import Timeout, timeout, timeout_at

__all__ = (
    "BaseEventLoop", "iscoroutinefunction", "iscoroutine", "AbstractEventLoop", "Handle", "TimerHandle", "get_event_loop",
    "set_event_loop", "new_event_loop", "_set_running_loop", "get_running_loop", "_get_running_loop", "BrokenBarrierError",
    "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError", "LimitOverrunError",
    "SendfileNotAvailableError", "Future", "wrap_future", "isfuture", "Lock", "Event", "Condition", "Semaphore",
    "BoundedSemaphore", "Barrier", "Runner", "run", "Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty",
    "QueueShutDown", "Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait", "wait_for",
    "as_completed", "sleep", "gather", "shield", "ensure_future", "current_task", "all_tasks", "create_eager_task_factory",
    "eager_task_factory", "TaskGroup", "to_thread", "Timeout", "timeout", "timeout_at", "SelectorEventLoop", "EventLoop")
