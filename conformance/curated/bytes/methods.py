# ---
# id: bytes/methods
# desc: The methods of bytes that mirror those of str, with results shown as bytes.
# ref: stdtypes#bytes-and-bytearray-operations
# features: [bytes, method]
# ---
data = b"Hello, World\xff\x00"
print(data, len(data), data[0], data[-1], data[1:4], data[::-1], data * 2, data + b"!", list(b"ab"))
print(data.upper(), data.lower(), data.swapcase(), data.title(), data.capitalize(), data.find(b"o"), data.rfind(b"o"), data.find(87))
print(data.count(b"l"), data.count(108), data.index(b"W"), data.startswith(b"He"), data.endswith((b"x", b"\x00")), 72 in data, b"lo" in data)
print(data.split(b", "), data.partition(b","), b" a b ".split(), b"a,b,c".rsplit(b",", 1), b"a\nb\r\nc".splitlines(), b",".join([b"x", b"y"]))
print(b"  x ".strip(), b"xax".strip(b"x"), b"abc".replace(b"b", b"--"), b"7".zfill(3), b"ab".center(6, b"*"), b"a\tb".expandtabs(4))
print(data.hex(), data.hex(" "), b"abcdef".hex("-", 2), bytes.fromhex("48 65 6c"), bytes.fromhex("FFfe"), data.isascii(), b"a1".isalnum())
print(b"12".isdigit(), b"ab".isalpha(), b" \t".isspace(), b"AB".isupper(), b"ab".islower(), b"Ab Cd".istitle(), b"pre-x".removeprefix(b"pre-"))
print(b"abc".translate(bytes(range(256)), b"b"), bytes.maketrans(b"a", b"z")[97], b"x.y".removesuffix(b".y"), b"\xc3\xa9".decode())
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("\u00e9", "utf-8"), bytes(b"copy"), bytes(range(3)), bytes("ab", encoding="ascii"))
print(b"a" < b"b", b"a" == "a", b"" == b"", b"ab" > b"a", hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b"\x00" or "empty")
