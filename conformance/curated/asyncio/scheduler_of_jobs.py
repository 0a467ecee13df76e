# ---
# id: asyncio/scheduler_of_jobs
# desc: A dependency graph of jobs run with tasks and events, with failures that skip what depends on them.
# ref: asyncio
# features: [asyncio, dataclasses]
# ---
import asyncio
from dataclasses import dataclass, field


@dataclass
class Job:
    name: str
    needs: tuple = ()
    steps: int = 1
    fails: bool = False
    state: str = "waiting"
    done: asyncio.Event = field(default_factory=asyncio.Event, repr=False)


class Skipped(Exception):
    pass


class Runner:
    def __init__(self, *jobs):
        self.jobs = {job.name: job for job in jobs}
        self.log = []

    async def run_job(self, job):
        try:
            for need in job.needs:
                await self.jobs[need].done.wait()
                if self.jobs[need].state != "ok":
                    raise Skipped(f"{job.name} needs {need}")
            self.log.append(f"start {job.name}")
            for _ in range(job.steps):
                await asyncio.sleep(0)
            if job.fails:
                raise ValueError(f"{job.name} broke")
            job.state = "ok"
        except Skipped as error:
            job.state = "skipped"
            self.log.append(str(error))
        except ValueError as error:
            job.state = "failed"
            self.log.append(str(error))
        finally:
            job.done.set()
        return job

    async def run(self):
        unknown = {need for job in self.jobs.values() for need in job.needs} - self.jobs.keys()
        if unknown:
            raise LookupError(f"unknown jobs {sorted(unknown)}")
        async with asyncio.TaskGroup() as group:
            for job in self.jobs.values():
                group.create_task(self.run_job(job), name=job.name)
        return {name: job.state for name, job in self.jobs.items()}


runner = Runner(
    Job("deploy", ("test", "build")), Job("test", ("build",), 2), Job("build", ("fetch",)), Job("fetch", steps=3),
    Job("lint", ("fetch",), fails=True), Job("report", ("lint", "test")),
)
print(asyncio.run(runner.run()))
print(*runner.log, sep="\n")
print(runner.jobs["test"])
try:
    asyncio.run(Runner(Job("a", ("b",))).run())
except LookupError as error:
    print(error)
