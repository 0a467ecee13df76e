# ---
# id: asyncio/chat_simulation
# desc: A small chat server and its clients in memory: queues, broadcast, commands and leaving.
# ref: asyncio
# features: [asyncio, class]
# ---
import asyncio


class Room:
    def __init__(self):
        self.members = {}
        self.history = []

    def join(self, name):
        if name in self.members:
            raise KeyError(f"{name} is taken")
        queue = asyncio.Queue()
        self.members[name] = queue
        self.broadcast("server", f"{name} joined", skip=name)
        return queue

    def leave(self, name):
        del self.members[name]
        self.broadcast("server", f"{name} left")

    def broadcast(self, sender, text, skip=None):
        self.history.append((sender, text))
        for name, queue in self.members.items():
            if name != skip:
                queue.put_nowait((sender, text))


async def client(room, name, lines, seen):
    queue = room.join(name)
    reader = asyncio.create_task(read(queue, seen))
    try:
        for line in lines:
            await asyncio.sleep(0)
            match line.split():
                case ["/quit"]:
                    return "quit"
                case ["/me", *words]:
                    room.broadcast(name, f"* {name} {' '.join(words)}")
                case ["/fail"]:
                    raise RuntimeError(f"{name} crashed")
                case _:
                    room.broadcast(name, line, skip=name)
        return "end"
    finally:
        room.leave(name)
        await asyncio.sleep(0)
        reader.cancel()


async def read(queue, seen):
    while True:
        seen.append(await queue.get())


async def main():
    room = Room()
    seen = {name: [] for name in ("ann", "bob", "cy")}
    results = await asyncio.gather(
        client(room, "ann", ["hello", "/me waves", "bye"], seen["ann"]),
        client(room, "bob", ["hi ann", "/quit", "never sent"], seen["bob"]),
        client(room, "cy", ["/fail"], seen["cy"]),
        return_exceptions=True,
    )
    print([r if isinstance(r, str) else repr(r) for r in results])
    for entry in room.history:
        print(*entry, sep=": ")
    for name, entries in seen.items():
        print(name, len(entries), entries[0] if entries else None)
    room.join("dee")
    try:
        room.join("dee")
    except KeyError as error:
        print(error)


asyncio.run(main())
