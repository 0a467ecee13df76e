#%% run and results
import asyncio
async def f(x): return x * 2
async def main():
    print(await f(3), await asyncio.sleep(0, 'r'), await asyncio.sleep(0.001, 'q'), await asyncio.gather(f(1), f(2)), await asyncio.create_task(f(5)))
    return 'done'
print(asyncio.run(main()))
def show(*calls):
    for c in calls:
        try: print(c())
        except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
show(lambda: asyncio.run(3), lambda: asyncio.run(f), asyncio.get_running_loop, asyncio.current_task, asyncio.all_tasks, lambda: asyncio.create_task(3), asyncio.Future, lambda: asyncio.gather(), lambda: asyncio.timeout(1), asyncio.TaskGroup, lambda: asyncio.Semaphore(-1), lambda: asyncio.Barrier(0), lambda: asyncio.Condition(lock=3),
     lambda: asyncio.iscoroutine(3), lambda: asyncio.isfuture(3), lambda: asyncio.ensure_future(3), lambda: asyncio.run(asyncio.wait([])), lambda: asyncio.run(asyncio.wait(3)), lambda: asyncio.run(asyncio.sleep(float('nan'))), lambda: asyncio.run(asyncio.sleep('x')))
class Aw:
    def __await__(self): yield from asyncio.sleep(0.001).__await__(); return 'aw'
print(asyncio.run(Aw()))
async def raising(): raise ValueError('out')
show(lambda: asyncio.run(raising()))
for n in ('CancelledError', 'InvalidStateError', 'TimeoutError', 'BrokenBarrierError', 'QueueEmpty', 'QueueFull', 'QueueShutDown', 'Future', 'Task', 'Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier', 'Queue', 'PriorityQueue', 'LifoQueue', 'TaskGroup', 'Timeout', 'Runner', 'AbstractEventLoop', 'Handle', 'TimerHandle', 'BaseEventLoop', ):
    o = getattr(asyncio, n); print(n, o, [c.__name__ for c in o.__mro__])
#%% order of steps
import asyncio
log = []
async def worker(name, n):
    for i in range(n):
        log.append((name, i)); await asyncio.sleep(0)
    return name
async def main():
    ts = [asyncio.create_task(worker(c, n)) for c, n in zip('abc', (3, 1, 2))]
    log.append('main'); await asyncio.sleep(0); log.append('main 2')
    print(await asyncio.gather(*ts)); log.append('end')
asyncio.run(main()); print(log)
#%% order of callbacks
import asyncio
async def main():
    loop = asyncio.get_running_loop(); out = []
    fut = loop.create_future()
    fut.add_done_callback(lambda f: out.append('cb1')); fut.add_done_callback(lambda f: out.append('cb2'))
    async def waiter(n): out.append(f'wait {n}'); r = await fut; out.append(f'got {n} {r}')
    a = asyncio.create_task(waiter(1)); b = asyncio.create_task(waiter(2))
    loop.call_soon(out.append, 'soon'); loop.call_later(0.001, out.append, 'later'); loop.call_later(0, out.append, 'later 0'); loop.call_at(loop.time(), out.append, 'at')
    await asyncio.sleep(0); out.append('after one round'); fut.set_result(7); out.append('set')
    await a; await b; out.append('both'); await asyncio.sleep(0.01)
    h = loop.call_soon(out.append, 'never'); h.cancel(); await asyncio.sleep(0); print(out)
    fut.add_done_callback(lambda f: out.append('late cb')); out.clear(); await asyncio.sleep(0); print(out)
asyncio.run(main())
#%% nested gathers and order
import asyncio
out = []
async def leaf(n):
    out.append(f'start {n}'); await asyncio.sleep(0); out.append(f'mid {n}'); await asyncio.sleep(0); out.append(f'end {n}'); return n
async def mid(k): r = await asyncio.gather(leaf(k), leaf(k + 1)); out.append(f'gathered {k}'); return r
async def main():
    print(await asyncio.gather(mid(0), leaf(10), mid(20), return_exceptions=True))
    t = asyncio.create_task(leaf(30)); u = asyncio.create_task(mid(40)); d, p = await asyncio.wait([t, u], return_when=asyncio.FIRST_COMPLETED); out.append(f'{len(d)} {len(p)}'); await u
asyncio.run(main()); print(*out, sep='\n')
#%% sleeping in order
import asyncio
async def s(d, n): await asyncio.sleep(d); print('woke', n); return n
async def main():
    await asyncio.gather(s(0.03, 'c'), s(0.01, 'a'), s(0.02, 'b'), s(0, 'z'), s(-1, 'neg'))
    for c in asyncio.as_completed([s(0.03, 3), s(0.01, 1), s(0.02, 2)]): print('next', await c)
    async for t in asyncio.as_completed([s(0.02, 5), s(0.01, 4)]): print('task', t.result())
    async def steps(n, d, k):
        for i in range(k): await asyncio.sleep(d); print(n, i)
    await asyncio.gather(steps('x', 0.01, 6), steps('y', 0.02, 3), steps('w', 0.03, 2))
asyncio.run(main())
#%% same time timers
import asyncio
async def t(n, d):
    await asyncio.sleep(d); print(n, 1); await asyncio.sleep(0); print(n, 2); await asyncio.sleep(0); print(n, 3)
async def main(): await asyncio.gather(*[t(n, 0.05) for n in 'abcd'])
asyncio.run(main())
#%% gather errors
import asyncio
async def ok(n, d=0.005): await asyncio.sleep(d); print('ok', n); return n
async def bad(m, d=0.002): await asyncio.sleep(d); raise ValueError(m)
async def main():
    try: await asyncio.gather(ok(1), bad('x'), ok(2))
    except ValueError as e: print('caught', e, e.__context__)
    await asyncio.sleep(0.02)
    print(await asyncio.gather(ok(1), bad('y'), return_exceptions=True))
    g = asyncio.gather(ok(3), ok(4)); await asyncio.sleep(0); print(g.cancel(), type(g).__name__)
    try: await g
    except asyncio.CancelledError as e: print('cancelled', repr(e))
    t = asyncio.create_task(ok(5)); print(await asyncio.gather(t, t)); print(await asyncio.gather(t, ok(6)))
    t = asyncio.create_task(ok(7)); await asyncio.sleep(0); t.cancel()
    print(await asyncio.gather(t, return_exceptions=True))
    try: await asyncio.gather(asyncio.create_task(ok(8)), t)
    except asyncio.CancelledError as e: print(repr(e))
    print(await asyncio.gather()); print(asyncio.gather())
asyncio.run(main())
#%% tasks
import asyncio
async def co(): return 5
async def bad(): raise ValueError('v')
async def sl(): await asyncio.sleep(10)
def show(*calls):
    for c in calls:
        try: print(c())
        except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
import re
def task_text(t): return re.sub(r'Task-\d+', 'Task-N', re.sub(r'cb=\[_run_until.*\]', 'CB', repr(t)))
async def main():
    loop = asyncio.get_running_loop(); tk = asyncio.current_task()
    print(loop); print(task_text(tk), tk.get_coro().__name__, tk.cancelling(), tk.uncancel(), tk in asyncio.all_tasks(), len(asyncio.all_tasks()))
    show(lambda: tk.set_result(3), lambda: tk.set_exception(ValueError()), tk.result, tk.exception, tk.done, tk.cancelled)
    t2 = asyncio.create_task(co(), name='nm'); print(t2); await t2; print(t2, t2.cancel(), t2.result(), t2.exception()); t2.set_name(5); print(repr(t2.get_name()))
    t3 = asyncio.create_task(bad()); await asyncio.wait([t3]); print(task_text(t3), repr(t3.exception())); show(t3.result)
    t4 = asyncio.create_task(sl(), name='sl'); await asyncio.sleep(0); print(t4, t4.cancel(), t4, t4.cancelling())
    try: await t4
    except asyncio.CancelledError as e: print(repr(e), e.args)
    print(t4); show(t4.exception, t4.result)
    c = co(); show(lambda: asyncio.run(c), lambda: loop.run_until_complete(co2), lambda: loop.run_forever(), lambda: loop.close(), lambda: asyncio.create_task(3), lambda: asyncio.ensure_future(3), lambda: asyncio.gather(3), lambda: asyncio.shield(3), lambda: loop.call_later(None, print), lambda: loop.call_at(None, print)); c.close()
    h = loop.call_soon(print, 1); print(h); h.cancel(); print(h, h.cancelled()); h = loop.call_later(5, print, 1); print(h.when() - loop.time() > 4, h.cancelled()); h.cancel()
    t5 = asyncio.create_task(sl()); t5.cancel('reason')
    try: await t5
    except asyncio.CancelledError as e: print(repr(e))
    print(type(tk), type(loop.create_future()), isinstance(tk, asyncio.Future), asyncio.isfuture(tk), asyncio.Task[int])
    f = loop.create_future()
    t6 = asyncio.create_task(sl()); t6.add_done_callback(lambda t: print('done cb', t.cancelled())); t6.cancel(); await asyncio.wait([t6])
co2 = 3
asyncio.run(main())
#%% futures
import asyncio
def show(*calls):
    for c in calls:
        try: print(c())
        except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future(); show(lambda: f, f.result, f.exception, f.done, f.cancelled); f.set_result(3); show(lambda: f, lambda: f.set_result(4), lambda: f.set_exception(ValueError()), f.result, f.exception, f.cancel)
    f = loop.create_future(); show(lambda: f.set_exception(3)); f.set_exception(ValueError); show(lambda: f, lambda: repr(f.exception()), f.result)
    f = loop.create_future(); show(lambda: f.cancel('msg'), lambda: f, f.result, f.exception, f.cancel)
    f = loop.create_future(); f.add_done_callback(print); f.add_done_callback(print); show(lambda: f, lambda: f.remove_done_callback(print), lambda: f); f.add_done_callback(main); f.add_done_callback(len); f.add_done_callback(str); show(lambda: f, lambda: f.get_loop() is loop, lambda: bool(f)); f.remove_done_callback(len); f.remove_done_callback(str); f.remove_done_callback(main)
    f = loop.create_future(); loop.call_later(0.001, f.set_result, 'later'); print(await f, await f)
    f = loop.create_future(); f.set_exception(KeyError('k'))
    try: await f
    except KeyError as e: print(repr(e))
    f = loop.create_future(); f.set_exception(StopIteration(1))
    try: await f
    except RuntimeError as e: print(e, repr(e.__cause__))
    f = loop.create_future(); f.set_result([1] * 100); print(f)
    f = loop.create_future(); t = asyncio.create_task(asyncio.sleep(0)); await t
    async def waits(): await f
    w = asyncio.create_task(waits()); await asyncio.sleep(0); f.cancel()
    try: await w
    except asyncio.CancelledError as e: print('w', repr(e), w.cancelled())
    async def bad_yield():
        class B:
            def __await__(self): yield 5
        await B()
    async def plain_yield():
        class B:
            def __await__(self): yield loop.create_future()
        await B()
    for c in (bad_yield, plain_yield):
        try: await asyncio.create_task(c(), name='odd')
        except RuntimeError as e: print(str(e)[:60])
    async def me(): await asyncio.current_task()
    try: await asyncio.create_task(me(), name='me')
    except RuntimeError as e: print(str(e)[:30])
asyncio.run(main())
#%% cancellation
import asyncio
async def worker():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError as e: print('in worker', repr(e)); await asyncio.sleep(0.001); print('cleaned'); raise
    finally: print('finally')
async def stubborn():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: print('ignored'); return 'survived'
async def chain(): await worker()
async def main():
    t = asyncio.create_task(worker()); await asyncio.sleep(0); t.cancel('why'); print(t.cancelling())
    try: await t
    except asyncio.CancelledError as e: print('main', repr(e), t.cancelled(), e.__context__)
    t = asyncio.create_task(stubborn()); await asyncio.sleep(0); t.cancel(); print(await t, t.cancelled(), t.cancelling(), t.uncancel())
    t = asyncio.create_task(chain()); await asyncio.sleep(0); t.cancel(); t.cancel(); print(t.cancelling())
    print(await asyncio.gather(t, return_exceptions=True))
    t = asyncio.create_task(worker()); t.cancel(); await asyncio.wait([t]); print('never started', t.cancelled())
    async def outer():
        inner = asyncio.create_task(worker())
        try: await inner
        except asyncio.CancelledError: print('outer sees', inner.cancelled(), inner.done()); raise
    t = asyncio.create_task(outer()); await asyncio.sleep(0); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('end', t.cancelled())
    async def self_cancel(): asyncio.current_task().cancel(); print('still running'); await asyncio.sleep(0); print('unreachable')
    t = asyncio.create_task(self_cancel()); await asyncio.wait([t]); print(t.cancelled())
    async def cancel_then_return(): asyncio.current_task().cancel(); return 1
    t = asyncio.create_task(cancel_then_return()); await asyncio.wait([t]); print(t.cancelled())
    async def swap():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: raise ValueError('swapped')
    t = asyncio.create_task(swap()); await asyncio.sleep(0); t.cancel()
    try: await t
    except ValueError as e: print(e, repr(e.__context__), t.cancelling())
asyncio.run(main())
#%% left over tasks
import asyncio
async def left(n):
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: print('cancelled at end', n); raise
    finally: print('fin', n)
async def main():
    t = asyncio.create_task(left(1)); await asyncio.sleep(0); print('main ends'); return 'x'
print(asyncio.run(main()))
async def never(): print('never')
async def main2(): asyncio.create_task(left(3)); return 1
print(asyncio.run(main2()))
#%% main raises
import asyncio
async def inner(): await asyncio.sleep(0.001); raise KeyError('deep')
async def main():
    try: await asyncio.create_task(inner())
    finally: print('main finally')
asyncio.run(main())
#%% shield
import asyncio
async def inner(n):
    await asyncio.sleep(0.005); print('inner done', n); return n
async def main():
    t = asyncio.create_task(inner(1)); s = asyncio.shield(t)
    async def wait(): return await s
    w = asyncio.create_task(wait()); await asyncio.sleep(0); w.cancel()
    try: await w
    except asyncio.CancelledError: print('waiter cancelled', t.cancelled(), s.cancelled())
    print(await t, await asyncio.shield(inner(2)), asyncio.shield(t) is t)
    async def bad(): await asyncio.sleep(0.001); raise ValueError('b')
    try: await asyncio.shield(bad())
    except ValueError as e: print(e)
    t = asyncio.create_task(inner(3)); s = asyncio.shield(t); await asyncio.sleep(0); t.cancel()
    try: await s
    except asyncio.CancelledError as e: print(repr(e), s.cancelled())
    try:
        async with asyncio.timeout(0.001): await asyncio.shield(asyncio.create_task(inner(4)))
    except TimeoutError: print('timed out')
    await asyncio.sleep(0.02)
asyncio.run(main())
#%% wait
import asyncio
async def f(n, d, fail=False):
    await asyncio.sleep(d)
    if fail: raise ValueError(n)
    return n
async def main():
    def names(s): return sorted(t.get_name() for t in s)
    def make(): return [asyncio.create_task(f(1, 0.002), name='a'), asyncio.create_task(f(2, 0.008), name='b'), asyncio.create_task(f(3, 0.004, True), name='c')]
    for how in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        d, p = await asyncio.wait(make(), return_when=how); print(how, names(d), names(p)); await asyncio.sleep(0.02); [t.exception() for t in d | p]
    d, p = await asyncio.wait(make(), timeout=0.003); print(names(d), names(p)); d, p = await asyncio.wait(p, timeout=0); print(names(d), names(p))
    await asyncio.sleep(0.03)
    for bad in (lambda: asyncio.wait(3), lambda: asyncio.wait([]), lambda: asyncio.wait(make()[0]), lambda: asyncio.wait([1], return_when='x')):
        try: await bad()
        except Exception as e: print(type(e).__name__, e)
    c = f(1, 0)
    try: await asyncio.wait([c])
    except TypeError as e: print(e); c.close()
    for t in asyncio.all_tasks() - {asyncio.current_task()}: t.cancel()
    for t in d | p: t.done() and not t.cancelled() and t.exception()
asyncio.run(main())
#%% timeouts
import asyncio
async def main():
    try:
        async with asyncio.timeout(0.005) as tm: print(tm.when() is not None); await asyncio.sleep(1)
    except TimeoutError as e: print(repr(e), repr(e.__cause__), repr(e.__context__), tm.expired(), tm)
    async with asyncio.timeout(None) as tm: print(tm, tm.when(), tm.expired()); await asyncio.sleep(0)
    print(tm)
    async with asyncio.timeout(1) as tm: tm.reschedule(None); print(tm)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout_at(loop.time() + 0.003): await asyncio.sleep(1)
    except TimeoutError: print('at')
    try:
        async with asyncio.timeout(0): print('body'); await asyncio.sleep(0); print('no')
    except TimeoutError: print('zero')
    async with asyncio.timeout(0.001): x = 3
    print('no wait, no timeout')
    try:
        async with asyncio.timeout(0.001):
            try: await asyncio.sleep(1)
            finally: raise ValueError('in finally')
    except ValueError as e: print(e, repr(e.__context__), repr(e.__context__.__context__))
    try:
        async with asyncio.timeout(0.002):
            try:
                async with asyncio.timeout(0.01): await asyncio.sleep(1)
            except TimeoutError: print('inner (wrong)')
    except TimeoutError: print('outer')
    try:
        async with asyncio.timeout(0.02):
            try:
                async with asyncio.timeout(0.001): await asyncio.sleep(1)
            except TimeoutError: print('inner'); await asyncio.sleep(1)
    except TimeoutError: print('outer too')
    for call in (lambda: tm.reschedule(3), lambda: asyncio.timeout(1).reschedule(3)):
        try: call()
        except RuntimeError as e: print(e)
    try:
        async with tm: pass
    except RuntimeError as e: print(e)
    print(asyncio.timeout(5), asyncio.current_task().cancelling())
    async def cancelled_inside():
        async with asyncio.timeout(10): await asyncio.sleep(10)
    t = asyncio.create_task(cancelled_inside()); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print('cancelled', repr(e))
asyncio.run(main())
#%% wait_for
import asyncio
async def f(d, r='r'):
    try: await asyncio.sleep(d); return r
    except asyncio.CancelledError: print('cancelled'); raise
async def stubborn():
    try: await asyncio.sleep(1)
    except asyncio.CancelledError: return 'late'
async def main():
    print(await asyncio.wait_for(f(0.001), 1), await asyncio.wait_for(f(0), None))
    for t in (0.002, 0, -1):
        try: await asyncio.wait_for(f(1), t)
        except TimeoutError as e: print(repr(e), repr(e.__cause__))
    try: print(await asyncio.wait_for(stubborn(), 0.001))
    except TimeoutError as e: print('timeout', repr(e))
    fut = asyncio.get_running_loop().create_future(); fut.set_result('done'); print(await asyncio.wait_for(fut, 0), await asyncio.wait_for(fut, 1))
    async def bad(): raise ValueError('w')
    try: await asyncio.wait_for(bad(), 1)
    except ValueError as e: print(e)
    t = asyncio.create_task(asyncio.wait_for(f(5), 10)); await asyncio.sleep(0.001); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    try: await asyncio.wait_for(3, 1)
    except TypeError as e: print(type(e).__name__)
asyncio.run(main())
#%% task groups
import asyncio
async def f(n, d=0.001, fail=None):
    try: await asyncio.sleep(d); print('f', n)
    except asyncio.CancelledError: print('cancelled', n); raise
    if fail: raise fail
    return n
def show(e, indent=0):
    print(' ' * indent, type(e).__name__, e)
    for x in getattr(e, 'exceptions', ()): show(x, indent + 2)
async def main():
    async with asyncio.TaskGroup() as tg: a = tg.create_task(f(1)); b = tg.create_task(f(2), name='bee')
    print(a.result(), b.result(), b.get_name(), tg)
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(f(3, 0.01)); tg.create_task(f(4, 0.001, ValueError('four'))); await asyncio.sleep(1); print('not here')
    except* ValueError as e: show(e); print(repr(e.__context__), repr(e.__cause__))
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(f(5, 0.01)); raise KeyError('body')
    except BaseException as e: show(e)
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(f(6, 0.001, ValueError('six'))); tg.create_task(f(7, 0.001, TypeError('seven')))
    except* Exception as e: show(e)
    async def nested():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(f(8, 0.001, ValueError('eight')))
            async with asyncio.TaskGroup() as tg2: tg2.create_task(f(9, 0.01))
    try: await nested()
    except BaseException as e: show(e)
    tg = asyncio.TaskGroup(); c = f(10)
    try: tg.create_task(c)
    except RuntimeError as e: print(e)
    async with tg: pass
    for g in (tg,):
        try:
            async with g: pass
        except RuntimeError as e: print(e)
    try: tg.create_task(f(11))
    except RuntimeError as e: print(e)
    async def cancelled_group():
        async with asyncio.TaskGroup() as tg: tg.create_task(f(12, 1)); await asyncio.sleep(1)
    t = asyncio.create_task(cancelled_group()); await asyncio.sleep(0.001); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print('group cancelled', repr(e))
    async def spawn(tg, n):
        if n: tg.create_task(spawn(tg, n - 1))
        print('spawn', n)
    async with asyncio.TaskGroup() as tg: tg.create_task(spawn(tg, 3))
    async with asyncio.TaskGroup() as tg: print(tg); t = tg.create_task(f(14)); print(tg)
    async with asyncio.TaskGroup() as tg: t = tg.create_task(f(15, 1)); await asyncio.sleep(0); t.cancel()
    print('child cancelled alone', t.cancelled(), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(0.005):
            async with asyncio.TaskGroup() as tg: tg.create_task(f(16, 1))
    except TimeoutError: print('group timed out')
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(f(17, 0.001, KeyboardInterrupt())) if False else None; tg.create_task(f(18, 0)); return_value = 1
    finally: print('ok')
asyncio.run(main())
#%% task group traceback
import asyncio
async def bad(n): await asyncio.sleep(0); raise ValueError(n)
async def main():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(bad(1)); tg.create_task(bad(2))
asyncio.run(main())
#%% queues
import asyncio
def show(*calls):
    for c in calls:
        try: print(c())
        except BaseException as e: print(type(e).__name__, e)
async def main():
    q = asyncio.Queue(2); out = []
    async def producer():
        for i in range(5): await q.put(i); out.append(f'put {i}')
        await q.put(None)
    async def consumer():
        while (x := await q.get()) is not None: out.append(f'got {x}'); await asyncio.sleep(0); q.task_done()
        q.task_done()
    await asyncio.gather(producer(), consumer()); await q.join(); print(out)
    show(lambda: str(q), lambda: q.get_nowait(), lambda: q.task_done(), lambda: q.qsize(), lambda: q.empty(), lambda: q.full(), lambda: q.maxsize); q.put_nowait(1); q.put_nowait(2); show(lambda: str(q), lambda: q.put_nowait(3), lambda: q.full())
    pq = asyncio.PriorityQueue(); [pq.put_nowait(x) for x in (3, 1, 2, 5, 4)]; print([pq.get_nowait() for _ in range(5)])
    lq = asyncio.LifoQueue(); [lq.put_nowait(x) for x in (3, 1, 2)]; print([await lq.get() for _ in range(3)])
    q = asyncio.Queue(); getters = [asyncio.create_task(q.get()) for _ in range(3)]; await asyncio.sleep(0); print(q._format()); getters[0].cancel(); q.put_nowait('x'); q.put_nowait('y'); print(await asyncio.gather(*getters, return_exceptions=True))
    q = asyncio.Queue(1); q.put_nowait(0); putters = [asyncio.create_task(q.put(i)) for i in (1, 2)]; await asyncio.sleep(0); print(q._format()); print(await q.get(), await q.get(), await q.get()); await asyncio.gather(*putters)
    q.shutdown(); print(q._format()); show(lambda: q.put_nowait(1), lambda: q.get_nowait())
    for c in (q.get(), q.put(1)):
        try: await c
        except asyncio.QueueShutDown as e: print('shut', repr(e))
    q = asyncio.Queue(); g = asyncio.create_task(q.get()); await asyncio.sleep(0); q.shutdown()
    try: await g
    except asyncio.QueueShutDown: print('getter told')
    q = asyncio.Queue(); q.put_nowait(1); q.put_nowait(2); q.shutdown(immediate=True); await q.join(); print(q.empty())
    q = asyncio.Queue(); q.put_nowait(1); j = asyncio.create_task(q.join()); await asyncio.sleep(0); print(j.done()); q.get_nowait(); q.task_done(); await j; print('joined')
    try: await asyncio.wait_for(q.get(), 0.002)
    except TimeoutError: print('nothing came', q._format())
    print(asyncio.Queue[int])
asyncio.run(main())
#%% several workers
import asyncio
async def main():
    q = asyncio.Queue(); results = []
    async def worker(name):
        while True:
            item = await q.get(); await asyncio.sleep(0.002 * (item % 3 + 1)); results.append((name, item)); q.task_done()
    for i in range(9): q.put_nowait(i)
    ws = [asyncio.create_task(worker(f'w{i}')) for i in range(3)]
    await q.join(); [w.cancel() for w in ws]; r = await asyncio.gather(*ws, return_exceptions=True)
    print(sorted(x[1] for x in results), [type(x).__name__ for x in r])
asyncio.run(main())
#%% locks
import asyncio, re
def bare(o): return re.sub(' at 0x[0-9a-f]+', '', repr(o))
def show(*calls):
    for c in calls:
        try: print(c())
        except BaseException as e: print(type(e).__name__, e)
async def main():
    l = asyncio.Lock(); out = []
    async def use(n):
        async with l: out.append(f'in {n}'); await asyncio.sleep(0); out.append(f'out {n}')
    await asyncio.gather(*[use(i) for i in range(3)]); print(out, bare(l)); await l.acquire(); print(bare(l), l.locked())
    w = [asyncio.create_task(use(i)) for i in (7, 8)]; await asyncio.sleep(0); print(bare(l)); w[0].cancel(); l.release(); await asyncio.gather(*w, return_exceptions=True); print(out[-2:]); show(l.release)
    e = asyncio.Event(); print(bare(e), e.is_set())
    async def waiter(n): await e.wait(); out.append(f'ev {n}'); return n
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]; await asyncio.sleep(0); print(bare(e)); e.set(); print(bare(e)); print(await asyncio.gather(*ts), await e.wait()); e.clear(); print(e.is_set())
    s = asyncio.Semaphore(2); active = 0; peak = 0
    async def limited(n):
        nonlocal active, peak
        async with s: active += 1; peak = max(peak, active); await asyncio.sleep(0.001 * (n % 3)); active -= 1
    await asyncio.gather(*[limited(i) for i in range(8)]); print(peak, bare(s), s.locked()); await s.acquire(); print(bare(s)); await s.acquire(); print(bare(s), s.locked()); s.release(); s.release(); s.release(); print(bare(s))
    b = asyncio.BoundedSemaphore(1); show(b.release); await b.acquire(); b.release()
    c = asyncio.Condition(); show(c.notify, c.notify_all); print(bare(c))
    try: await c.wait()
    except RuntimeError as x: print(x)
    items = []
    async def taker(n):
        async with c: await c.wait_for(lambda: items); return n, items.pop(0)
    ts = [asyncio.create_task(taker(i)) for i in range(3)]; await asyncio.sleep(0)
    async with c: print(bare(c)); items += 'ab'; c.notify(2)
    await asyncio.sleep(0.001)
    async with c: items += 'c'; c.notify_all()
    print(await asyncio.gather(*ts))
    async def cw():
        async with c: await c.wait()
    t = asyncio.create_task(cw()); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError as x: print('cond cancelled', bare(c))
    b = asyncio.Barrier(3); print(bare(b), b.parties, b.n_waiting, b.broken)
    async def meet(n):
        out.append(f'arrive {n}'); i = await b.wait(); out.append(f'go {n} {i}'); return i
    out.clear(); print(sorted(await asyncio.gather(*[meet(i) for i in range(3)]))); print(out)
    out.clear(); print(sorted(await asyncio.gather(*[meet(i) for i in range(6)]))); print(out)
    ts = [asyncio.create_task(meet(i)) for i in range(2)]; await asyncio.sleep(0); print(bare(b)); await b.abort(); print(await asyncio.gather(*ts, return_exceptions=True), b.broken, bare(b))
    try: await b.wait()
    except asyncio.BrokenBarrierError as x: print(x)
    await b.reset(); print(bare(b)); ts = [asyncio.create_task(meet(i)) for i in range(2)]; await asyncio.sleep(0); await b.reset(); print(await asyncio.gather(*ts, return_exceptions=True), b.n_waiting)
    async with asyncio.Barrier(1) as pos: print('pos', pos)
asyncio.run(main())
#%% runner and loops
import asyncio
async def co(n=5): return n
def show(*calls):
    for c in calls:
        try: print(c())
        except BaseException as e: print(type(e).__name__, e)
with asyncio.Runner() as r: print(r.run(co()), r.run(co(6)), r.get_loop().is_running(), r.get_loop())
show(lambda: r.run(3), r.get_loop)
loop = asyncio.new_event_loop(); print(loop.run_until_complete(co(7)), loop.is_closed(), loop.is_running())
loop.call_later(0.001, loop.stop); loop.run_forever(); print('stopped')
f = loop.create_future(); loop.call_soon(loop.stop); show(lambda: loop.run_until_complete(f)); f.cancel()
loop.close(); print(loop.is_closed(), loop); c = co(); show(lambda: loop.run_until_complete(c), lambda: loop.call_soon(print), lambda: loop.run_forever()); c.close(); loop.close()
async def inner():
    c = co(); show(lambda: asyncio.run(c)); c.close()
asyncio.run(inner())
async def handler_test():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, ctx: print('handler', ctx['message'], repr(ctx['exception'])))
    loop.call_soon(lambda: 1 / 0); await asyncio.sleep(0.001); print(loop.get_exception_handler() is not None)
    show(lambda: loop.set_exception_handler(3), lambda: loop.set_task_factory(3))
asyncio.run(handler_test())
async def threads():
    def work(a, b=0): print('working'); return a + b
    t = asyncio.create_task(asyncio.to_thread(work, 1, b=2)); print(await t, await asyncio.get_running_loop().run_in_executor(None, work, 5))
    def fail(): raise ValueError('thread')
    try: await asyncio.to_thread(fail)
    except ValueError as e: print(e)
asyncio.run(threads())
print(asyncio.run(co(9), debug=False))
#%% async generators and iteration
import asyncio
async def agen(n):
    try:
        for i in range(n): await asyncio.sleep(0); yield i
    finally: print('agen closed')
async def main():
    print([x async for x in agen(3)], {x: 1 async for x in agen(2)})
    async for x in agen(5):
        if x == 1: break
    print('broke'); g = agen(3); print(await anext(g)); await g.aclose()
    async with asyncio.timeout(1):
        async for x in agen(1): print(x)
asyncio.run(main())
#%% eager tasks
import asyncio
async def f(n): print('start', n); await asyncio.sleep(0); print('end', n); return n
async def quick(): print('quick'); return 'q'
async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(f(1)); print('created'); u = asyncio.create_task(quick()); print(u.done(), u.result()); print(await t, await asyncio.gather(f(2), quick()))
    async def bad(): raise ValueError('e')
    t = asyncio.create_task(bad()); print(t.done(), repr(t.exception()))
asyncio.run(main())
#%% never retrieved
import asyncio
async def bad(): raise ValueError('lost')
async def main():
    t = asyncio.create_task(bad()); await asyncio.sleep(0.001); print('still here')
    t.exception()
asyncio.run(main())
#%% random interleaving
import asyncio, random
def trial(seed):
    rnd = random.Random(seed); out = []
    async def node(depth, name):
        for i in range(rnd.randrange(1, 4)):
            op = rnd.randrange(8)
            out.append(f'{name}.{op}')
            if op == 0: await asyncio.sleep(0)
            elif op == 1 and depth: await node(depth - 1, name + 'n')
            elif op == 2 and depth: await asyncio.gather(*[node(depth - 1, name + str(k)) for k in range(rnd.randrange(1, 3))], return_exceptions=True)
            elif op == 3 and depth: asyncio.create_task(node(depth - 1, name + 't'))
            elif op == 4:
                async with lock: await asyncio.sleep(0)
            elif op == 5 and depth:
                t = asyncio.create_task(node(depth - 1, name + 'c')); await asyncio.sleep(0); t.cancel()
                try: await t
                except asyncio.CancelledError: out.append(f'{name} cancelled')
            elif op == 6: q.put_nowait(name); out.append(await q.get())
            elif op == 7 and depth:
                try: await asyncio.shield(node(depth - 1, name + 's'))
                except asyncio.CancelledError: out.append(f'{name} shielded'); raise
        out.append(name + ' end')
    async def main():
        nonlocal_names['lock'] = None
        await asyncio.gather(*[node(3, c) for c in 'ab'])
        for _ in range(30): await asyncio.sleep(0)
    nonlocal_names = {}
    lock = asyncio.Lock(); q = asyncio.Queue()
    asyncio.run(main())
    return out
for seed in range(150):
    try: r = trial(seed)
    except BaseException as e: r = [repr(e)]
    print(seed, len(r), hash(tuple(r)))
