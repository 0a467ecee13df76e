# ---
# id: special_methods/bytes
# desc: bytes() asks __bytes__, then the buffer, then an index, then iterates; __index__ items must fit.
# ref: 3.3.1
# features: [special_method, bytes]
# ---
class Packet:
    def __init__(self, *values):
        self.values = values

    def __bytes__(self):
        print("bytes", end=" ")
        return b"".join(value.encode() if isinstance(value, str) else value for value in self.values)


class Index:
    def __index__(self):
        return 3


class Items:
    def __iter__(self):
        return iter([65, Index(), 66])


class Text(str):
    def __bytes__(self):
        return b"from text"


class Raw(bytes):
    pass


class Answers:
    def __init__(self, answer):
        self.answer = answer

    def __bytes__(self):
        return self.answer


print(bytes(Packet("head", b"\x00\xff")), bytes(Index()), bytes(Items()), bytes(Text("x")))
print(bytes(Answers(Raw(b"sub"))), type(bytes(Answers(Raw(b"sub")))).__name__, bytes(Raw(b"r")) == b"r")
print(b"%b|%s" % (Packet("in"), Packet("out")))
print(bytearray(Items()), bytes([Index()]), bytes((True, 0)))


class Off:
    __bytes__ = None


for action in (
    lambda: bytes(Answers("text")),
    lambda: bytes(Answers(5)),
    lambda: bytes(Off()),
    lambda: bytes(Packet("x"), "utf-8"),
    lambda: bytes(object()),
    lambda: bytes([Index(), "x"]),
    lambda: bytes([300]),
    lambda: b"%b" % "text",
    lambda: b"-".join([Packet("x")]),
):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
bytes(Packet("ok", 5))
