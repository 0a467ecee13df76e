# ---
# id: generator/itertools_by_hand
# desc: The classic iterator tools written as generators and checked on each other.
# ref: tutorial
# features: [generator, iterator]
# ---
def chain(*iterables):
    for iterable in iterables:
        yield from iterable


def islice(iterable, *args):
    wanted = iter(range(*args))
    try:
        next_index = next(wanted)
    except StopIteration:
        return
    for index, item in enumerate(iterable):
        if index == next_index:
            yield item
            try:
                next_index = next(wanted)
            except StopIteration:
                return


def cycle(iterable):
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        yield from saved


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            break
        yield item


def groupby(iterable, key=lambda item: item):
    group, current = [], None
    for item in iterable:
        k = key(item)
        if group and k != current:
            yield current, group
            group = []
        current = k
        group.append(item)
    if group:
        yield current, group


def tee(iterable, n=2):
    iterator, queues = iter(iterable), [[] for _ in range(n)]

    def branch(queue):
        while True:
            if not queue:
                try:
                    item = next(iterator)
                except StopIteration:
                    return
                for other in queues:
                    other.append(item)
            yield queue.pop(0)

    return tuple(map(branch, queues))


def product(*pools):
    if not pools:
        yield ()
        return
    for first in pools[0]:
        for rest in product(*pools[1:]):
            yield (first, *rest)


def combinations(items, r):
    items = tuple(items)
    if r == 0:
        yield ()
    for index in range(len(items) - r + 1 if r else 0):
        for rest in combinations(items[index + 1 :], r - 1):
            yield (items[index], *rest)


def zip_longest(*iterables, fill=None):
    iterators = [iter(i) for i in iterables]
    alive = len(iterators)
    while alive:
        row = []
        for index, iterator in enumerate(iterators):
            try:
                row.append(next(iterator))
            except StopIteration:
                alive -= 1
                iterators[index] = repeat(fill)
                row.append(fill)
                if not alive:
                    return
        yield tuple(row)


def repeat(value, times=None):
    while times is None or times > 0:
        yield value
        times = times if times is None else times - 1


def accumulate(iterable, function=lambda a, b: a + b):
    iterator = iter(iterable)
    try:
        total = next(iterator)
    except StopIteration:
        return
    yield total
    for item in iterator:
        total = function(total, item)
        yield total


def pairwise(iterable):
    a, b = tee(iterable)
    next(b, None)
    yield from zip(a, b)


print(list(chain("ab", (), [1])), list(islice("abcdefgh", 1, 7, 2)), list(islice(cycle("xyz"), 7)), list(islice([], 3)))
print(list(takewhile(str.isalpha, "ab1c")), [(k, "".join(g)) for k, g in groupby("aaabbca")], list(groupby([], len)))
a, b, c = tee((n * n for n in range(4)), 3)
print(next(a), next(a), list(b), list(a), list(c))
print(
    list(product("ab", [1, 2])), list(product()), list(product("a", [])), list(combinations("abcd", 2)),
    list(combinations("ab", 3)),
)
print(
    list(zip_longest("abc", [1], fill="-")), list(zip_longest()), list(accumulate([1, 2, 3, 4])),
    list(accumulate("abc", lambda a, b: b + a)),
)
print(list(pairwise("abcd")), list(pairwise([1])), list(repeat("r", 2)), sum(islice(accumulate(repeat(1)), 10)))
print(max(product(range(3), range(3)), key=sum), dict(pairwise("abc")))
for bad in (
    lambda: list(chain(1)), lambda: next(islice("abc", "x")), lambda: list(accumulate([1, "a"])),
    lambda: next(cycle([])), lambda: list(groupby([1], 5)),
):
    try:
        print(bad())
    except (TypeError, StopIteration) as error:
        print(type(error).__name__, error)
list(takewhile(lambda n: 10 // n, [5, 2, 0]))
