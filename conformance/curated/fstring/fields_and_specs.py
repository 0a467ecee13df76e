# ---
# id: fstring/fields_and_specs
# desc: f-strings: expressions, conversions, the = form, nested specs and quotes of every kind.
# ref: 2.7.1
# features: [fstring, format, str, walrus, lambda]
# ---
name, width, value, items = "it's", 10, 12.3456, {"key": [1, 2]}
print(f"{name} {name!r} {name!s:>6} {name!a} {{braces}} {'{'} {value:{width}.{2}f}| {value:.{width // 5}e}")
print(f"{value=} {value = :.1f} {name=!s} { 1 + 2 = } {items['key'][0]=} {width=:>{width}}")
print(f"{items["key"]} {", ".join(str(n) for n in items["key"])} {f"{f"{1 + 1}"}"} {"\n".join("ab")!r}")
print(f"{'yes' if value > 10 else 'no'} {(lambda n: n * 2)(4)} {[n for n in range(3)]} { {1: 2}[1] } {(n := 5)} {n:=5} {not value}")
print(F"{1}" f'{2}' "{3}" rf"\d{4}" fr'\{5}' f"""{
    6  # a comment
    + 1
}""")
print(f"{3!r:^{5}}|{'a':*<{3}}|{1:{'>'}{4}}|{0x10:#x}|{1_000:,}|{'':>3}|{None}|{...}")
print(f"", f"{''}", f"\x41\u20ac"[0], f"\N{DIGIT ONE}{1}", f"a{'b' 'c'}d", f"{1}{2}" == "12", f"{{{1}}}", f"}}{{")
print(f"{1,2} {*'ab',} {1 if True else 2:>3} {[1, 2][0]:03d} {value:+.2f} {True:d} {'x' * 3!r:>8}")
print(f'{f'{f'{f'{"deep"}'}'}'}', f"{lambda_ if (lambda_ := 3) else 0}", f"{ 'a' : >3}|", f"{1:}|")
print(f"{'''triple "quoted" text'''} {b'bytes'} {{1, 2}} {len({1, 2})}")
