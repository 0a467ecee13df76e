# ---
# id: annotations/future_import_strings
# desc: from __future__ import annotations turns annotations into strings, spelt as unparsed.
# ref: 7.11.1
# features: [annotations]
# ---
from __future__ import annotations


def function(
    a: int, b: undefined.name["x"] = 1, *c: (1, 2), d: lambda x, /, *, y=1: x + y, **e: {"k": [1, *z]}
) -> x if y else not z:
    pass


class Holder:
    x: int
    y: "already a string"
    z: list[dict[str, 'Holder']] = None
    w: f"{a!r:>{b}}"
    __private: Thing

    def method(self, other: Holder) -> Holder | None:
        pass


print(function.__annotations__)
for name, value in Holder.__annotations__.items():
    print(name, value)
print(Holder.method.__annotations__)
module_level: undefined + 1
print(__annotations__)
samples = [
    "a  +   b*c", "(a+b)*c", "-x**2", "(-x)**2", "a if b else c", "[x for x in y if z]", "{**a, 'b':1}", "{1,2}", "(yield_)", "x[1:2,::3]",
    "not a and b or c", "a<b<=c", "f(*a,k=1,**b)", "lambda:0", "1_000", "0xff", "1e3", "1j", "'a' 'b'", '"quote\'s"', "b'x'", "...", "None",
    "(1,)", "()", "a.b.c", "x[(1, 2)]", "x[*a]", "await_", "~a & b | c ^ d", "a if (b if c else d) else e", "1.50", "(a, b)[0]",
]
for sample in samples:
    namespace = {}
    exec(f"from __future__ import annotations\nx: ({sample}) = 0", namespace)
    print(sample, "->", namespace["__annotations__"]["x"])
