# ---
# id: subclass_builtin/bytes_and_bytearray
# desc: Subclasses of bytes and bytearray keep their class in few operations.
# ref: stdtypes#binary-sequence-types-bytes-bytearray-memoryview
# features: [subclass_builtin, bytes]
# ---
class Packet(bytes):
    def __new__(cls, *parts, port=0):
        self = super().__new__(cls, b"|".join(parts))
        self.port = port
        return self

    def fields(self):
        return self.split(b"|")

    def __repr__(self):
        return f"Packet({bytes(self)!r}, port={self.port})"


p = Packet(b"get", b"key", port=80)
print(p, p.fields(), p.port, len(p), p[0], p[:3], p == b"get|key", hash(p) == hash(b"get|key"), b"key" in p, 103 in p)
for value in (p + b"x", b"x" + p, p * 2, p[:], p.upper(), p.replace(b"z", b"y"), bytes(p), p.strip(), p.ljust(2)):
    print(value, type(value).__name__, end="; ")
print()
print(
    {b"get|key": 1}[p], p.decode(), bytes(Packet(b"a")), list(Packet(b"ab")), Packet() == b"", bool(Packet()),
    p < b"h",
)
print(Packet.fromhex.__self__.__name__, b"%b" % p, b"-".join([p, b"z"]), int(Packet(b"12")), bytes.fromhex("0a0b"))


class Buffer(bytearray):
    def __init__(self, *args):
        super().__init__(*args)
        self.log = []

    def __setitem__(self, index, value):
        self.log.append(index)
        super().__setitem__(index, value)

    def append(self, value):
        self.log.append("append")
        super().append(value)


b = Buffer(b"hello")
b[0] = 72
b[1:3] = b"EE"
b.append(33)
b += b"?"
b.extend([65])
print(
    b, b.log, type(b).__name__, type(b + b"").__name__, type(b[:1]).__name__, type(b.copy()).__name__,
    b == b"HEElo!?A",
)
print(Buffer(3), Buffer("é", "utf-8"), Buffer([1, 2]), bytes(b), b.find(b"l"), b.pop(), len(b))
same = b
b *= 2
print(b is same, len(b), b"H" in b)
for bad in (
    lambda: p + "x", lambda: Packet("text"), lambda: hash(b), lambda: b.append(300), lambda: p.__setitem__,
    lambda: Buffer(-1),
):
    try:
        print(bad())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
p[0] = 1
