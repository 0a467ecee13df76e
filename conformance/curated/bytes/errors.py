# ---
# id: bytes/errors
# desc: Error texts of bytes: bad constructors, items, mixing with text, decoding.
# ref: stdtypes#bytes-objects
# features: [bytes, exception, method]
# ---
attempts = {
    "bytes(-1)": lambda: bytes(-1),
    "bytes([256])": lambda: bytes([256]),
    "bytes(['a'])": lambda: bytes(["a"]),
    "bytes('a')": lambda: bytes("a"),
    "bytes(1.5)": lambda: bytes(1.5),
    "bytes(1, 'ascii')": lambda: bytes(1, "ascii"),
    "b'a' + 'b'": lambda: b"a" + "b",
    "'a' + b'b'": lambda: "a" + b"b",
    "b'a'[1]": lambda: b"a"[1],
    "b'a'['x']": lambda: b"a"["x"],
    "b'a'.find('a')": lambda: b"a".find("a"),
    "b'a'.join(['x'])": lambda: b"a".join(["x"]),
    "b'a'.split('x')": lambda: b"a".split("x"),
    "'x' in b'a'": lambda: "x" in b"a",
    "256 in b'a'": lambda: 256 in b"a",
    "b'a' < 'b'": lambda: b"a" < "b",
    "fromhex": lambda: bytes.fromhex("4 8"),
    "fromhex odd": lambda: bytes.fromhex("abc"),
    "decode": lambda: b"\xff\xfe".decode(),
    "decode cut": lambda: b"ab\xe2\x82".decode("utf-8"),
    "decode ascii": lambda: b"caf\xe9".decode("ascii"),
    "encode": lambda: b"a".encode(),
    "replace": lambda: b"a".replace("a", "b"),
    "center": lambda: b"a".center(3, "*"),
}
for name, attempt in attempts.items():
    try:
        print(name, attempt())
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        print(name, type(error).__name__, error)
print(b"\xff\x80a".decode("utf-8", "replace") == "\ufffd\ufffda", b"\xffa".decode("ascii", "ignore"), b"\xff".decode("latin-1") == "\xff")
print(b"\xffz".decode(errors="backslashreplace"), b"x".decode("ascii") + "y")
