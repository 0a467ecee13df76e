# ---
# id: import/forms_and_bindings
# desc: import a.b, import a.b as c, from m import x, y as z, and what each binds.
# ref: 7.11
# features: [import]
# ---
import functools
import collections.abc
import collections.abc as cabc
import string.templatelib as tl, operator as op
from functools import reduce, partial as part
from collections.abc import (
    Mapping,
    Sequence as Seq,
)
from string.templatelib import Template

print(functools.__name__, collections.__name__, collections.abc.__name__, cabc is collections.abc)
print(tl.__name__, op.__name__, "operator" in globals(), "string" in globals())
print(reduce is functools.reduce, part is functools.partial, Mapping is cabc.Mapping, Seq is cabc.Sequence)
print(Template is tl.Template, type(functools).__name__, reduce(op.add, [1, 2, 3]))


def local():
    import enum
    from dataclasses import dataclass as dc

    return enum.__name__, dc.__name__, sorted(locals())


class Body:
    import abc
    from operator import mul

    double = staticmethod(lambda x: Body.mul(x, 2))


print(local(), Body.abc.__name__, Body.double(4), "enum" in globals())


def declared():
    global shared
    import copy as shared

    return shared


print(declared() is shared, shared.__name__)
import functools as first, functools as second

print(first is second is functools)
if True:
    import contextlib
for _ in range(2):
    import contextlib as again
print(again is contextlib)
try:
    from functools import reduce, missing_name, partial
except ImportError as error:
    print(type(error).__name__, error.name, "missing_name" in error.msg)
try:
    import functools.reduce
except ModuleNotFoundError as error:
    print(error, "|", error.name)
del functools
try:
    functools
except NameError as error:
    print(error)
print(first.reduce(op.mul, [2, 3, 4]))
import no_such_module.inside
