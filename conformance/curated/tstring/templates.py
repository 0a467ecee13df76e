# ---
# id: tstring/templates
# desc: A t-string is a Template of strings and interpolations, evaluated at once and not formatted.
# ref: 2.5
# features: [tstring]
# ---
from string.templatelib import Interpolation, Template

name, width = "World", 10
t = t"Hello {name!r:>{width}} and {1 + 1}!"
print(type(t).__name__, t.strings, t.values)
for part in t:
    print(part if isinstance(part, str) else (part.value, part.expression, part.conversion, part.format_spec))
print(
    t"", t"".strings, list(t""), t"plain".strings, t"{name}".strings, t"{name}{width}".strings,
    list(t"{name}{width}") != [],
)
print(
    t"{name!s}".interpolations, t"{{}} {name}".strings, t"{name = }".strings,
    t"{name=!r:x}".interpolations[0].conversion,
)
print(rt"\n{name}".strings, t"\n{name}".strings, t"{'quotes'}" == t"{'quotes'}", t"""multi
line {name}""".strings)


def trace(value):
    print(f"eval {value}", end=" ")
    return value


x = t"{trace('a')} {trace('b'):{trace('spec')}}"
print(x.values, x.interpolations[1].format_spec)
print((t"a{1}" + t"b{2}").strings, (t"a" + t"{1}").values, t"x" + Template("y"), (t"{1}" t"{2}").strings)
i = Interpolation("value", "expr", "r", ">5")
print(i, i.value, Interpolation(1).expression, Interpolation(1).conversion, repr(Interpolation("v", "e")))
print(Template("a", "b", i, "c", i, i).strings, Template().strings, Template(i).strings)
match t"{name}".interpolations[0]:
    case Interpolation(value, expression, conversion, spec):
        print("matched", value, expression, conversion, repr(spec))
nested = t"outer {t'inner {name}'}"
print(nested.values[0].strings, [n for n in (t"{n}".values for n in range(2))])
for bad in (
    lambda: t"a" + "b",
    lambda: "a" + t"b",
    lambda: t"a" + 1,
    lambda: t"a" % 1,
    lambda: len(t"a"),
    lambda: t"a"[0],
    lambda: Template(5),
    lambda: Template(strings=("a",)),
    lambda: Interpolation(),
    lambda: Interpolation(1, 2),
    lambda: Interpolation(1, "e", "q"),
    lambda: setattr(t, "strings", ()),
    lambda: setattr(i, "value", 1),
    lambda: "".join(t"a"),
    lambda: t"a" < t"b",
):
    try:
        print(bad())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
t"{name} {undefined_name} {trace('never')}"
