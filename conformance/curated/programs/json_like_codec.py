# ---
# id: programs/json_like_codec
# desc: Writing and reading a JSON-like text without any library: escapes, numbers, nesting and error positions.
# ref: tutorial
# features: [class, generator, recursion]
# ---
class DecodeError(ValueError):
    def __init__(self, message, text, position):
        line = text.count("\n", 0, position) + 1
        column = position - (text.rfind("\n", 0, position) + 1) + 1
        super().__init__(f"{message}: line {line} column {column}")
        self.position = position


ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
REVERSE = {value: "\\" + key for key, value in ESCAPES.items() if key != "/"}


def encode(value, indent=None, level=0):
    pad = "" if indent is None else "\n" + " " * indent * (level + 1)
    end = "" if indent is None else "\n" + " " * indent * level
    match value:
        case None | True | False:
            return {None: "null", True: "true", False: "false"}[value]
        case int() | float():
            return repr(value)
        case str():
            return '"' + "".join(REVERSE.get(c) or (c if 32 <= ord(c) < 127 else f"\\u{ord(c):04x}") for c in value) + '"'
        case [] | ():
            return "[]"
        case [*items]:
            return "[" + pad + ("," + (pad or " ")).join(encode(i, indent, level + 1) for i in items) + end + "]"
        case dict() if not value:
            return "{}"
        case dict():
            pairs = (f"{encode(str(k))}: {encode(v, indent, level + 1)}" for k, v in value.items())
            return "{" + pad + ("," + (pad or " ")).join(pairs) + end + "}"
    raise TypeError(f"cannot encode {type(value).__name__}")


class Decoder:
    def __init__(self, text):
        self.text, self.position = text, 0

    def fail(self, message):
        raise DecodeError(message, self.text, self.position)

    def skip(self):
        while self.position < len(self.text) and self.text[self.position].isspace():
            self.position += 1
        return self.text[self.position] if self.position < len(self.text) else ""

    def take(self, token):
        if self.text.startswith(token, self.position):
            self.position += len(token)
            return True
        return False

    def decode(self):
        value = self.value()
        if self.skip():
            self.fail("extra text")
        return value

    def value(self):
        char = self.skip()
        for token, constant in (("null", None), ("true", True), ("false", False)):
            if self.take(token):
                return constant
        if char == '"':
            return self.string()
        if char == "[":
            return list(self.items("[", "]", self.value))
        if char == "{":
            return dict(self.items("{", "}", self.pair))
        if char and (char.isdigit() or char == "-"):
            return self.number()
        self.fail("expected a value" if char else "unexpected end")

    def items(self, start, end, read):
        self.position += 1
        if self.skip() == end:
            self.position += 1
            return
        while True:
            yield read()
            self.skip()
            if self.take(end):
                return
            if not self.take(","):
                self.fail(f"expected ',' or {end!r}")

    def pair(self):
        if self.skip() != '"':
            self.fail("expected a key")
        key = self.string()
        self.skip()
        if not self.take(":"):
            self.fail("expected ':'")
        return key, self.value()

    def string(self):
        self.position += 1
        parts = []
        while not self.take('"'):
            if self.position >= len(self.text):
                self.fail("string is not closed")
            char = self.text[self.position]
            self.position += 1
            if char == "\\":
                escape = self.text[self.position : self.position + 1]
                self.position += 1
                if escape == "u":
                    char = chr(int(self.text[self.position : self.position + 4], 16))
                    self.position += 4
                elif escape in ESCAPES and escape:
                    char = ESCAPES[escape]
                else:
                    self.fail(f"bad escape {escape!r}")
            parts.append(char)
        return "".join(parts)

    def number(self):
        start = self.position
        while self.position < len(self.text) and self.text[self.position] in "+-0123456789.eE":
            self.position += 1
        text = self.text[start : self.position]
        try:
            return int(text)
        except ValueError:
            return float(text)


data = {"name": 'quote " and \\', "list": [1, -2.5, 1e20, True, None, []], "nested": {"a": {"b": ("x", "é\n\t")}}, "empty": {}, 5: "int key"}
text = encode(data)
print(text)
print(encode(data["list"], indent=2))
print(
    Decoder(text).decode() == {**{k: v for k, v in data.items() if k != 5}, "nested": {"a": {"b": ["x", "é\n\t"]}}, "5": "int key"},
)
print(Decoder(encode(data, indent=3)).decode() == Decoder(text).decode(), Decoder(' [ 1 , {"k" : [ ] } ] ').decode())
for bad in (
    "", "[1, 2", "[1 2]", '{"a" 1}', "{a: 1}", '"abc', '"\\x"', "tru", "[1,]", "1 2", "-", '{"a": 1,\n "b": }',
    "[\n\n  nul]", "1.2.3",
):
    try:
        print(repr(bad), Decoder(bad).decode())
    except ValueError as error:
        print(repr(bad), "|", type(error).__name__, error)
try:
    encode({"bad": [1, {2, 3}]})
except TypeError as error:
    print(error)
deep = "[" * 200 + "]" * 200
print(encode(Decoder(deep).decode()) == deep)
Decoder('{"rows": [{"id": 1}, {"id" 2}]}').decode()
