"""Constants of characters, templates with `$name`, and a formatter to derive from."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
           "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word capitalised; without a separator, words stand between blanks and are joined by one."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


_START = frozenset(ascii_letters + "_")
_NAME = frozenset(ascii_letters + digits + "_")
_IDENTIFIER = r"(?a:[_a-z][_a-z0-9]*)"


class Template:
    """A text with places `$name` and `${name}`. A class with patterns of its own needs `re`."""

    delimiter = "$"
    idpattern = _IDENTIFIER
    braceidpattern = None
    flags = None

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(start, kind, name) of each placeholder, and the text between them: kind 'text', 'escaped', 'named', 'invalid'."""
        cls = type(self)
        if cls.idpattern != _IDENTIFIER or cls.braceidpattern is not None or "pattern" in _names_of(cls) or cls.flags is not None:
            yield from self._matched_pieces()
            return
        text, delimiter = self.template, self.delimiter
        done = 0
        while True:
            start = text.find(delimiter, done)
            if start < 0:
                yield done, "text", text[done:]
                return
            yield done, "text", text[done:start]
            after = start + len(delimiter)
            if text.startswith(delimiter, after):
                done = after + len(delimiter)
                yield start, "escaped", text[start:done]
                continue
            is_braced = text.startswith("{", after)
            end = first = after + is_braced
            if end < len(text) and text[end] in _START:
                while end < len(text) and text[end] in _NAME:
                    end += 1
            name = text[first:end]
            if not name or is_braced and not text.startswith("}", end):
                done = after
                yield start, "invalid", text[start:done]
            else:
                done = end + is_braced
                yield start, "named", (name, text[start:done])

    def _matched_pieces(self):
        import re
        cls = type(self)
        pattern = getattr(cls, "pattern", None)
        if pattern is None:
            delimiter = re.escape(cls.delimiter)
            named = cls.idpattern
            braced = cls.braceidpattern or named
            pattern = (rf"{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{named})|{{(?P<braced>{braced})}}|(?P<invalid>))")
        if isinstance(pattern, str):
            pattern = re.compile(pattern, (re.IGNORECASE if cls.flags is None else cls.flags) | re.VERBOSE)
        done = 0
        for match in pattern.finditer(self.template):
            yield done, "text", self.template[done:match.start()]
            done = match.end()
            name = match.group("named") or match.group("braced")
            if name is not None:
                yield match.start(), "named", (name, match.group())
            elif match.group("escaped") is not None:
                yield match.start(), "escaped", match.group()
            elif match.group("invalid") is not None:
                yield match.start("invalid"), "invalid", match.group()
            else:
                raise ValueError("Unrecognized named group in pattern", pattern)
        yield done, "text", self.template[done:]

    def _invalid(self, start):
        lines = self.template[:start].splitlines(keepends=True)
        if not lines:
            line, column = 1, 1
        else:
            column = start - len("".join(lines[:-1]))
            line = len(lines)
            if self.template[:start].endswith(("\n", "\r")):
                line, column = line + 1, 0
            column += 1
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        """The text with the places filled from the mapping and the keywords."""
        if kws:
            mapping = {**mapping, **kws} if type(mapping) is dict else _layered(kws, mapping)
        result = []
        for start, kind, value in self._pieces():
            if kind == "text":
                result.append(value)
            elif kind == "named":
                result.append(str(mapping[value[0]]))
            elif kind == "escaped":
                result.append(self.delimiter)
            else:
                self._invalid(start)
        return "".join(result)

    def safe_substitute(self, mapping={}, /, **kws):
        """Like substitute(), but places that cannot be filled stay."""
        if kws:
            mapping = {**mapping, **kws} if type(mapping) is dict else _layered(kws, mapping)
        result = []
        for _, kind, value in self._pieces():
            if kind == "named":
                try:
                    value = str(mapping[value[0]])
                except KeyError:
                    value = value[1]
            elif kind == "escaped":
                value = self.delimiter
            result.append(value)
        return "".join(result)

    def is_valid(self):
        """False if substitute() would refuse the text."""
        return not any(kind == "invalid" for _, kind, _ in self._pieces())

    def get_identifiers(self):
        """The names, each once."""
        return list(dict.fromkeys([value[0] for _, kind, value in self._pieces() if kind == "named"]))


def _names_of(cls):
    names = set()
    for base in cls.__mro__:
        if base is Template:
            break
        names.update(base.__dict__)
    return names


def _layered(first, second):
    from collections import ChainMap
    return ChainMap(first, second)


# Formatting

def _parsed(text):
    """(literal, field name, format spec, conversion) of each piece of a format string."""
    if not isinstance(text, str):
        raise TypeError(f"expected str, got {type(text).__name__}")
    position, size = 0, len(text)
    while position < size:
        start = position
        while position < size and text[position] not in "{}":
            position += 1
        literal = text[start:position]
        if position == size:
            yield literal, None, None, None
            return
        brace = text[position]
        position += 1
        if position < size and text[position] == brace:
            position += 1
            yield literal + brace, None, None, None
            continue
        if brace == "}":
            raise ValueError("Single '}' encountered in format string")
        if position == size:
            raise ValueError("Single '{' encountered in format string")
        name, spec, conversion, position = _field(text, position)
        yield literal, name, spec, conversion


def _field(text, position):
    size = len(text)
    start = position
    bracketed = False
    while True:
        if position == size:
            raise ValueError("expected '}' before end of string")
        character = text[position]
        if character == "{":
            raise ValueError("unexpected '{' in field name")
        if character == "[":
            bracketed = True
        elif character == "]":
            bracketed = False
        elif not bracketed and character in "}:!":
            break
        position += 1
    name = text[start:position]
    conversion = None
    if text[position] == "!":
        if position + 1 >= size:
            raise ValueError("end of string while looking for conversion specifier")
        conversion = text[position + 1]
        position += 2
        if position >= size:
            raise ValueError("unmatched '{' in format spec")
        if text[position] == "}":
            return name, "", conversion, position + 1
        if text[position] != ":":
            raise ValueError("expected ':' after conversion specifier")
    if text[position] == "}":
        return name, "", conversion, position + 1
    position += 1
    start = position
    depth = 1
    while position < size:
        if text[position] == "{":
            depth += 1
        elif text[position] == "}":
            depth -= 1
            if not depth:
                return name, text[start:position], conversion, position + 1
        position += 1
    raise ValueError("unmatched '{' in format spec")


def _as_index(text):
    return int(text) if text.isascii() and text.isdigit() else text


def _name_parts(name):
    """The first part of a field name, and (is attribute, key) of each further one."""
    end = 0
    while end < len(name) and name[end] not in ".[":
        end += 1
    return _as_index(name[:end]), _rest_of(name, end)


def _rest_of(name, position):
    size = len(name)
    while position < size:
        kind = name[position]
        position += 1
        start = position
        if kind == ".":
            while position < size and name[position] not in ".[":
                position += 1
            key = name[start:position]
            if not key:
                raise ValueError("Empty attribute in format string")
            yield True, key
        elif kind == "[":
            position = name.find("]", position)
            if position < 0:
                raise ValueError("Missing ']' in format string")
            key = name[start:position]
            position += 1
            if not key:
                raise ValueError("Empty attribute in format string")
            yield False, _as_index(key)
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")


class Formatter:
    """What str.format() does, in methods that a class can override."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, number=0):
        """The text, and the next automatic number, which is False once fields have numbers of their own."""
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            first, _ = _name_parts(name)
            if first == "":
                if number is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = f"{number}{name}"
                number += 1
            elif isinstance(first, int):
                if number:
                    raise ValueError("cannot switch from automatic field numbering to manual field specification")
                number = False
            obj, key = self.get_field(name, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            result.append(self.format_field(obj, spec))
        return "".join(result), number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return _parsed(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _name_parts(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first
