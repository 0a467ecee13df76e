# ---
# id: coroutine/syntax_rules
# desc: Where await, async for, async with and yield may stand in functions of each kind.
# ref: 8.9
# features: [coroutine, syntax_error, exec_eval]
# ---
sources = [
    "await x",
    "def f(): await x",
    "async def f(): await x",
    "async def f():\n def g(): await x",
    "lambda: await x",
    "async def f(): lambda: await x",
    "async def f(): return [await x for y in z]",
    "def f(): return [await x for y in z]",
    "async def f(): return (x async for x in y)",
    "def f(): return (x async for x in y)",
    "def f(): return [x async for x in y]",
    "[x async for x in y]",
    "async def f(): return {x: await x async for x in y if await x}",
    "async for x in y: pass",
    "def f():\n async for x in y: pass",
    "async with x: pass",
    "async def f(): yield 1",
    "async def f():\n yield 1\n return",
    "async def f():\n yield 1\n return 2",
    "async def f(): yield from x",
    "async def f(x=await y): pass",
    "async def f(await_): return await await_",
    "async def f(): await",
    "async def f(): await = 1",
    "await = 1",
    "async = 1",
    "def await(): pass",
    "async def f(): await x = 1",
    "async def f(): del await x",
    "async def f(): await not x",
    "async def f(): await -x",
    "async def f(): -await x ** 2",
    "async def f(): await x ** await y",
    "async lambda: 0",
    "async x",
    "async def f(): print(await x, *await y, **await z)",
    "class C:\n await x",
    "class C:\n async def f(self): await x",
    "async def f():\n class C:\n  await x",
    "async def f():\n class C(await x): pass",
    "@await x\ndef f(): pass",
    "async def f(): await await x",
    "async def f(): assert await x, await y",
    "async def f(): await (yield)",
    "async def f(): [(yield) for x in y]",
    "async def f():\n try: pass\n except* await x: pass",
    "async def f(): global await",
    "import await",
    "x.await",
]
for source in sources:
    try:
        compile(source, "case", "exec")
        print("fine", repr(source))
    except SyntaxError as error:
        print(repr(source), "|", error.msg, error.lineno, error.offset)


async def fine():
    return 5


try:
    fine().send(None)
except StopIteration as stop:
    print(stop.value)
