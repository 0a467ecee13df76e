# ---
# id: decorators/stateful_and_parametrised
# desc: Decorators that count, cache, retry, validate and time out, as functions and classes.
# ref: 8.7
# features: [decorator, closure, functools]
# ---
import functools


def counted(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def retry(times=2, on=(ValueError,)):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            for attempt in range(times):
                try:
                    return function(*args, attempt)
                except on as error:
                    print(f"attempt {attempt}: {error}", end="; ")
            raise RuntimeError(f"{function.__name__} failed {times} times")

        return wrapper

    return decorate


class memoize:
    def __init__(self, function=None, *, limit=None):
        self.function, self.limit, self.cache = function, limit, {}

    def __call__(self, *args):
        if self.function is None:
            return memoize(args[0], limit=self.limit)
        if args not in self.cache:
            if self.limit is not None and len(self.cache) >= self.limit:
                self.cache.pop(next(iter(self.cache)))
            self.cache[args] = self.function(*args)
        return self.cache[args]

    def __get__(self, instance, owner):
        return functools.partial(self, instance)


def typed(function):
    hints = function.__annotations__

    @functools.wraps(function)
    def wrapper(*args):
        for (name, kind), value in zip(hints.items(), args):
            if not isinstance(value, kind):
                raise TypeError(f"{name} must be {kind.__name__}, got {value!r}")
        return function(*args)

    return wrapper


def optional(function=None, /, *, prefix=">"):
    if function is None:
        return functools.partial(optional, prefix=prefix)
    return functools.wraps(function)(lambda *args: f"{prefix} {function(*args)}")


@counted
@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@retry(times=3, on=(KeyError, ValueError))
def flaky(name, attempt):
    if attempt < 2:
        raise KeyError(name)
    return f"{name} on attempt {attempt}"


class Shape:
    @memoize(limit=1)
    def area(self, n):
        print("computed", n, end="; ")
        return n * n


@typed
def repeat(text: str, times: int):
    return text * times


@optional
def plain(x):
    return x


@optional(prefix="#")
def custom(x):
    return x


print(fib(20), fib.calls, len(fib.__wrapped__.cache))
print(flaky("net"))
shape = Shape()
print(shape.area(2), shape.area(2), shape.area(3), shape.area(2))
print(repeat("ab", 2), plain(1), custom(2), plain.__name__)
for bad in (lambda: repeat(1, 2), lambda: repeat("a", "b"), lambda: retry(1)(lambda a: 1 // a)(0)):
    try:
        print(bad())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
retry(times=2)(lambda text, n: int(text))("nope")
