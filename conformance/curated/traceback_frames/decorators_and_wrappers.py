# ---
# id: traceback_frames/decorators_and_wrappers
# desc: Wrappers made by decorators show as their own frames, with functools.wraps or without.
# ref: 8.7
# features: [traceback, decorator]
# ---
import functools


def plain(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


def named(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except ZeroDivisionError as error:
            error.add_note(f"in {function.__name__}{args}")
            raise

    return wrapper


def with_arguments(times):
    def decorate(function):
        @functools.wraps(function)
        def repeated(*args):
            return [function(*args) for _ in range(times)]

        return repeated

    return decorate


class Counter:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@plain
@named
def first(n):
    return 10 // n


@with_arguments(2)
@Counter
def second(n):
    return first(n) + 1


@functools.lru_cache
def cached(n):
    return second(n)


@functools.partial(functools.partial, cached)
def unused(n):
    pass


print(first(5), second(5), cached(5), first.__name__, second.__name__, cached.__name__, cached.cache_info().currsize)
try:
    first(0)
except ZeroDivisionError as error:
    names, tb = [], error.__traceback__
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_frame.f_code.co_qualname))
        tb = tb.tb_next
    print(names, error.__notes__)
cached(0)
