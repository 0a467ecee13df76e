# ---
# id: programs/lru_cache_by_hand
# desc: A cache with least-recently-used eviction on a doubly linked list, with statistics.
# ref: collections
# features: [class, dict]
# ---
class Link:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self


class LRUCache:
    def __init__(self, capacity, on_evict=None):
        if capacity < 1:
            raise ValueError("capacity must be positive")
        self.capacity, self.on_evict = capacity, on_evict
        self.table, self.root = {}, Link()
        self.hits = self.misses = 0

    def _unlink(self, link):
        link.before.after, link.after.before = link.after, link.before

    def _push(self, link):
        last = self.root.before
        last.after = self.root.before = link
        link.before, link.after = last, self.root

    def __getitem__(self, key):
        try:
            link = self.table[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(link)
        self._push(link)
        return link.value

    def __setitem__(self, key, value):
        if key in self.table:
            self._unlink(self.table[key])
        elif len(self.table) >= self.capacity:
            oldest = self.root.after
            self._unlink(oldest)
            del self.table[oldest.key]
            if self.on_evict:
                self.on_evict(oldest.key, oldest.value)
        self.table[key] = link = Link(key, value)
        self._push(link)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        return key in self.table

    def __len__(self):
        return len(self.table)

    def __iter__(self):
        link = self.root.after
        while link is not self.root:
            yield link.key
            link = link.after

    def __repr__(self):
        return f"LRUCache({', '.join(f'{key!r}: {self.table[key].value!r}' for key in self)})"


evicted = []
cache = LRUCache(3, on_evict=lambda *pair: evicted.append(pair))
for index, word in enumerate("abcad"):
    cache[word] = index
print(cache, evicted)
print(cache["c"], cache.get("z", "default"), cache.get("b"), list(cache), cache.hits, cache.misses)
cache["e"] = 9
print(cache, evicted, len(cache), "a" in cache)


def memoize(function, cache):
    def wrapper(*args):
        if args in cache:
            return cache[args]
        value = cache[args] = function(*args)
        return value

    return wrapper


calls = []
square = memoize(lambda n: calls.append(n) or n * n, LRUCache(2))
print([square(n) for n in (1, 2, 1, 3, 2, 1)], calls)
try:
    LRUCache(0)
except ValueError as error:
    print(error)
cache[["unhashable"]] = 1
