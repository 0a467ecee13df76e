# ---
# id: unicode/names_and_normalisation
# desc: Identifiers outside ASCII are normalised with NFKC, and text is not.
# ref: 2.3
# features: [unicode, scope, lexer, str, suggestion, traceback, caret, exception]
# ---
größe = 5
ｆｕｌｌ = "wide letters"
print(größe, full, ｆｕｌｌ)
ª = 1
print(a + ª)
变量, переменная, μ = 1, 2, 3
print(变量 + переменная, µ == μ)


def función(año, *, ñ=2):
    return año * ñ


print(función(3), función(año=4, ñ=5), función.__name__)
print("ﬁ" == "fi", len("é"), len("é"), "é" == "é", {"ﬁ": 1})
table = dict(ﬁ=1)
print(table, "fi" in table)
print([ascii(name) for name in sorted(name for name in globals() if not name.startswith("_"))])
print(größe + grösse)
