# ---
# id: programs/scheduler_with_asyncio
# desc: Jobs with retries, timeouts, dependencies and a bounded number of workers.
# ref: asyncio
# features: [asyncio, class, exception_group]
# ---
import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str
    steps: int = field(compare=False, default=1)
    failures: int = field(compare=False, default=0)
    attempts: int = field(compare=False, default=0)

    async def run(self, log):
        self.attempts += 1
        for step in range(self.steps):
            log.append(f"{self.name}.{step}")
            await asyncio.sleep(0)
        if self.attempts <= self.failures:
            raise RuntimeError(f"{self.name} failed at attempt {self.attempts}")
        return f"{self.name} after {self.attempts}"


class Scheduler:
    def __init__(self, workers, retries=2):
        self.queue = asyncio.PriorityQueue()
        self.workers, self.retries = workers, retries
        self.results, self.errors, self.log = {}, [], []

    def submit(self, *jobs):
        for job in jobs:
            self.queue.put_nowait(job)
        return self

    async def work(self, number):
        while True:
            job = await self.queue.get()
            try:
                self.results[job.name] = await job.run(self.log)
            except RuntimeError as error:
                if job.attempts <= self.retries:
                    self.queue.put_nowait(job)
                else:
                    error.add_note(f"given up by the scheduler after {job.attempts} attempts")
                    self.errors.append(error)
            finally:
                self.queue.task_done()

    async def run(self):
        tasks = [asyncio.create_task(self.work(n), name=f"worker {n}") for n in range(self.workers)]
        try:
            await self.queue.join()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        if self.errors:
            raise ExceptionGroup("jobs failed", self.errors)
        return self.results


async def main():
    scheduler = Scheduler(workers=2).submit(Job(2, "slow", 3), Job(1, "first"), Job(3, "flaky", failures=1), Job(1, "also first"))
    print(await scheduler.run())
    print(sorted(scheduler.log))
    print(scheduler.log[0], scheduler.queue.empty())
    single = Scheduler(workers=1).submit(*(Job(5 - n, f"job{n}") for n in range(5)))
    await single.run()
    print(single.log)
    try:
        await Scheduler(1, retries=1).submit(Job(1, "hopeless", failures=9), Job(2, "fine")).run()
    except* RuntimeError as group:
        for error in group.exceptions:
            print(error, error.__notes__)
    try:
        async with asyncio.timeout(0.01):
            await Scheduler(1).submit(Job(1, "endless", steps=10**9)).run()
    except TimeoutError:
        print("timed out")
    return len(single.results)


print(asyncio.run(main()))
