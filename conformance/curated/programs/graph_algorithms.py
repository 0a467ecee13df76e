# ---
# id: programs/graph_algorithms
# desc: A weighted graph with breadth-first and depth-first search, shortest paths, topological order and components.
# ref: tutorial
# features: [class, set, generator]
# ---
class Graph:
    def __init__(self, *edges, directed=False):
        self.nodes, self.directed = {}, directed
        for edge in edges:
            self.add(*edge)

    def add(self, a, b, weight=1):
        self.nodes.setdefault(a, {})[b] = weight
        self.nodes.setdefault(b, {})
        if not self.directed:
            self.nodes[b][a] = weight

    def bfs(self, start):
        seen, queue = {start}, [start]
        for node in queue:
            yield node
            for near in sorted(self.nodes[node]):
                if near not in seen:
                    seen.add(near)
                    queue.append(near)

    def dfs(self, node, seen=None):
        seen = seen if seen is not None else set()
        seen.add(node)
        yield node
        for near in sorted(self.nodes[node]):
            if near not in seen:
                yield from self.dfs(near, seen)

    def shortest(self, start, goal):
        best, done = {start: (0, [start])}, set()
        while best.keys() - done:
            node = min(best.keys() - done, key=lambda n: (best[n][0], n))
            distance, path = best[node]
            if node == goal:
                return distance, path
            done.add(node)
            for near, weight in self.nodes[node].items():
                if weight < 0:
                    raise ValueError(f"negative weight from {node} to {near}")
                if near not in best or distance + weight < best[near][0]:
                    best[near] = distance + weight, [*path, near]
        raise LookupError(f"no path from {start} to {goal}")

    def topological(self):
        incoming = {node: 0 for node in self.nodes}
        for near in self.nodes.values():
            for node in near:
                incoming[node] += 1
        order, ready = [], sorted(n for n, count in incoming.items() if not count)
        while ready:
            node = ready.pop(0)
            order.append(node)
            for near in sorted(self.nodes[node]):
                incoming[near] -= 1
                if not incoming[near]:
                    ready.append(near)
        if len(order) < len(self.nodes):
            raise ValueError(f"cycle among {sorted(self.nodes.keys() - set(order))}")
        return order

    def components(self):
        left = set(self.nodes)
        while left:
            part = set(self.bfs(min(left)))
            yield sorted(part)
            left -= part

    def colours(self):
        colour = {}
        for node in sorted(self.nodes, key=lambda n: (-len(self.nodes[n]), n)):
            used = {colour[near] for near in self.nodes[node] if near in colour}
            colour[node] = next(c for c in range(len(self.nodes)) if c not in used)
        return colour


g = Graph(("a", "b", 7), ("a", "c", 9), ("a", "f", 14), ("b", "c", 10), ("b", "d", 15), ("c", "d", 11), ("c", "f", 2), ("d", "e", 6), ("e", "f", 9))
print("".join(g.bfs("a")), "".join(g.dfs("a")), g.shortest("a", "e"), g.shortest("b", "b"))
print(g.colours(), max(g.colours().values()) + 1)
tasks = Graph(("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "belt"), ("belt", "jacket"), ("socks", "shoes"), directed=True)
print(tasks.topological())
islands = Graph((1, 2), (3, 4), (4, 5))
islands.add(9, 9)
print(list(islands.components()))
tasks.add("jacket", "shirt")
for action in (
    tasks.topological, lambda: islands.shortest(1, 5), lambda: g.shortest("z", "a"),
    lambda: Graph((1, 2, -1)).shortest(1, 2),
):
    try:
        print(action())
    except (ValueError, LookupError) as error:
        print(type(error).__name__, error)
grid = Graph(*(((x, y), (x + dx, y + dy)) for x in range(4) for y in range(4) for dx, dy in ((1, 0), (0, 1)) if x + dx < 4 and y + dy < 4 and (x, y) != (1, 1)))
print(grid.shortest((0, 0), (3, 3))[0], len(list(grid.bfs((0, 0)))))
islands.shortest(3, "nowhere")
