"""Writes names.inc: what dir() answers for each built-in type, and the names that suggestions know.

Run it with the oracle (CPython 3.14, started with -S) and redirect its output:

    python3.14 -S -s generate_names.py types.def > names.inc
"""

import builtins
import re
import sys


def sample_types():
    """The types whose names are not in builtins."""
    def generator():
        yield

    cell = generator.__closure__
    holder = 0

    def closure():
        return holder

    class Slotted:
        __slots__ = ('member',)

    class Sequence:
        def __getitem__(self, i):
            raise IndexError

    try:
        raise ValueError
    except ValueError as error:
        traceback = error.__traceback__
    async def coroutine():
        pass

    async def stream():
        yield

    started = coroutine()
    source = stream()
    values = [started, started.cr_frame, started.__await__(), source, source.asend(None), source.aclose(), anext(source, None), None, ..., NotImplemented, generator, len, generator(), traceback, iter([]), reversed([]), iter(()),
              iter('\xe9'), iter(''), iter(b''), iter(range(0)), iter(range(1 << 70)), iter({}), iter({}.values()),
              iter({}.items()), reversed({}), reversed({}.values()), reversed({}.items()), iter(set()),
              iter(int, 1), iter(Sequence()), {}.keys(), {}.values(), {}.items(), str.join, object.__init__,
              [].__len__, type.__dict__['__module__'], dict.__dict__['fromkeys'], Sequence().__getitem__,
              type.__dict__, Slotted.member,
              closure.__code__, re, closure.__closure__[0] if closure.__closure__ else cell]
    started.close()
    names = {type(value).__name__: type(value) for value in values}
    names['_io.TextIOWrapper'] = type(sys.stdout)
    return names


def main():
    rows = re.findall(r'^GARTER_(?:EXCEPTION_)?TYPE\(\w+, "([^"]+)"', open(sys.argv[1]).read(), re.M)
    samples = sample_types()
    lists = {}
    order = []
    for name in rows:
        kind = getattr(builtins, name, None) or samples.get(name)
        if kind is None:
            import types
            kind = types.CellType if name == 'cell' else object
        # The streams have `mode` themselves, not by their type.
        names = ' '.join(dir(sys.stdout if name == '_io.TextIOWrapper' else kind))
        order.append(lists.setdefault(names, len(lists)))
    print('// Made by generate_names.py from CPython 3.14: do not edit.')
    print('constexpr const char* kNameLists[] = {')
    for names in lists:
        print('    "%s",' % names)
    print('};')
    print('constexpr uint8_t kNameListOf[] = {%s};' % ', '.join(map(str, order)))
    print('// The builtins module in its own order.')
    print('constexpr const char* kBuiltinNames = "%s";' % ' '.join(vars(builtins)))
    print('constexpr const char* kModuleNames = "%s";' % ' '.join(sorted(sys.stdlib_module_names)))


main()
