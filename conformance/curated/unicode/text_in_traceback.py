# ---
# id: unicode/text_in_traceback
# desc: Error texts quote names and values outside ASCII as they are.
# ref: exceptions
# features: [unicode, exception, traceback, caret, attributes]
# ---
wörter = {"schlüssel": "wert", "键": "值", "clé": [1, 2]}


def hole(schlüssel, *, größe=None):
    return wörter[schlüssel][größe] if größe is not None else wörter[schlüssel]


print(hole("schlüssel"), hole("键"), hole("clé", größe=1))
for aufruf in (lambda: hole("fehlt"), lambda: hole(), lambda: hole("键", grösse=1), lambda: int("١٢x"), lambda: "é".encode("ascii"), lambda: ñandú):
    try:
        aufruf()
    except (KeyError, TypeError, ValueError, NameError) as fehler:
        print(type(fehler).__name__, fehler)
print("π ≈ %.3f" % 3.14159, f"{'名':>3}|{'名':<3}|", "ÄÖÜ".lower(), "straße".upper())
"テキスト".größer
