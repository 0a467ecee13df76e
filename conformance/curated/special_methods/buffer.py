# ---
# id: special_methods/buffer
# desc: __buffer__ lets bytes() and memoryview() read an object of Python code; __release_buffer__ ends it.
# ref: 3.3.11
# features: [special_method, bytes]
# ---
class Shared:
    def __init__(self, data):
        self.data = bytearray(data)
        self.open = 0

    def __buffer__(self, flags):
        self.open += 1
        return memoryview(self.data)

    def __release_buffer__(self, view):
        self.open -= 1
        view.release()


s = Shared(b"hello")
with memoryview(s) as view:
    print(view[0], bytes(view[1:3]), len(view), s.open)
    view[0] = ord("J")
print(bytes(s.data), s.open)
print(bytes(s), bytearray(s), b"".join([b"<", s, b">"]), b"ell" in bytes(s), s.open)
print(b"Jello".startswith(b"Je"), bytes(s) == b"Jello")


class Wrong:
    def __buffer__(self, flags):
        return b"not a view"


class Raises:
    def __buffer__(self, flags):
        raise BufferError("closed")


for value in (Wrong(), Raises(), 5, "x"):
    try:
        print(bytes(memoryview(value)))
    except (TypeError, BufferError) as error:
        print(type(error).__name__, error)
memoryview(object())
