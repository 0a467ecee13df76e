# ---
# id: fstring/user_formats_and_nesting
# desc: f-strings over user objects: formats, conversions, nested fields, debugging text, and order of evaluation.
# ref: 2.4.3
# features: [fstring, class, special_method]
# ---
class Unit:
    def __init__(self, value, unit):
        self.value, self.unit = value, unit

    def __format__(self, spec):
        kind, _, rest = spec.partition("|")
        return format(self.value, rest) + (self.unit if kind == "full" else "")

    def __repr__(self):
        return f"Unit({self.value!r}, {self.unit!r})"

    def __str__(self):
        return f"{self.value} {self.unit}"

    def __getitem__(self, key):
        return f"item {key}"

    @property
    def double(self):
        return Unit(self.value * 2, self.unit)


u = Unit(3.14159, "m")
kind, width, precision = "full", 9, 2
print(f"{u} {u!r} {u!s} {u:full|} {u:full|.1f} {u:|8.3f}|")
print(f"{u:{kind}|{width}.{precision}f}|{u.double:{'full' if width else ''}|}|{u['key']}|{u[width]:>12}|{u!s:*^16}|")
print(f"{u = } {u=!s} {u.value=:.2f} {u.value * 2 = :.3f} {  u.unit  =  } {u['a']=}")
print(
    f"{'nested ' + f'{u!s:>{width + 2}}' + f'{width!r}'}", f"{f'{f"{width}"}'}", f'{"quotes" + 'same'}',
    f"{'\n'.join(['a', 'b'])}",
)
print(
    f"{[n for n in range(3)]} {({n: n for n in 'ab'})} { {1: 2}[1] } {(lambda x: x * 2)(4)} {width if kind else 0} {(y := 5)} {y:=+4}",
)
print(f"{{literal}} {{{width}}} {{{{}}}} {u:full|}}}", f"{width!r:{'>'}{10}}", f"{None!r:>6}{True:>6}{1j:>6}")


def say(text, value):
    print(text, end=" ")
    return value


print(f"{say('first', 1)} {say('second', 2):{say('spec', 3)}} {say('third', 4)!r:>{say('width', 5)}}")
print(f"""multi
{u
 .double
 !s}
  {
    width  # a comment
    + 1
}""")
print(
    rf"\n{width}\t", f"\N{BULLET}{width}\x41{'\u00e9'}", F"{width}" f"{precision}" "plain {width}", f"{width}%",
    "%s" % f"{u:full|.0f}",
)
for source in (
    "f'{u:q|}'", "f'{u:full|x}'", "f'{u!q}'", "f'{undefined}'", "f'{u.missing}'", "f'{1:>{u}}'", "f'{width:{kind}}'", "f'{}'", "f'{u'", "f'}'",
    "f'{u:{u:{u}}}'", "f'{*width}'", "f'{lambda: 1}'", "f'{width = !r:>5}'", "f'{u[\"k\"]}'", "f'{1:{{}}}'", "f'{\"a\" \"b\"}'",
):
    try:
        print(source, "->", eval(source))
    except (ValueError, SyntaxError, NameError, AttributeError, TypeError) as error:
        print(source, "|", type(error).__name__, getattr(error, "msg", error))
print(f"{u:full|.1f} and {u:full|q}")
