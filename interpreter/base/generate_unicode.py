"""Writes unicode_tables.cc from the Unicode database of the Python that runs this file.

Run it with the oracle (CPython 3.14, Unicode 16.0) and redirect its output:

    python3.14 generate_unicode.py > unicode_tables.cc

Every fact is asked of Python itself, through the behaviour of str, so that the tables agree with the oracle by
construction. What Python does not show directly (Cased, Case_Ignorable) is read off str.title and the final-sigma
rule of str.lower.

The tables: one record for each distinct combination of properties; a two-level index from code point to record;
a pool of UTF-16 units for mappings that are longer than one character; the NFKC and NFKD machinery as one sorted
list of decompositions and one of compositions. Hangul syllables are computed and appear in no table.
"""

import sys
import unicodedata

BLOCK_BITS = 7
LIMIT = 0x110000
HANGUL = range(0xAC00, 0xAC00 + 11172)

FLAGS = ["alpha", "decimal", "digit", "numeric", "upper", "lower", "title", "cased", "case_ignorable", "space",
         "printable", "xid_start", "xid_continue", "line_break", "nfkc_inert"]


def flags_of(c, second_of_composition):
    found = set()
    for name, test in [("alpha", str.isalpha), ("decimal", str.isdecimal), ("digit", str.isdigit),
                       ("numeric", str.isnumeric), ("upper", str.isupper), ("lower", str.islower),
                       ("space", str.isspace), ("printable", str.isprintable), ("xid_start", str.isidentifier)]:
        if test(c):
            found.add(name)
    if c.istitle() and not c.isupper():
        found.add("title")
    if ("a" + c).isidentifier():
        found.add("xid_continue")
    if (c + "a").title()[-1] == "a":
        found.add("cased")
    final_after_letter = ("a" + c + "\u03a3").lower().endswith("\u03c2")
    final_after_digit = ("1" + c + "\u03a3").lower().endswith("\u03c2")
    if final_after_letter and not final_after_digit:
        found.add("case_ignorable")
    if len(("a" + c + "b").splitlines()) == 2:
        found.add("line_break")
    hangul_part = 0x1100 <= ord(c) < 0x1200 or ord(c) in HANGUL
    if (unicodedata.normalize("NFKC", c) == c and unicodedata.combining(c) == 0 and c not in second_of_composition
            and not hangul_part):
        found.add("nfkc_inert")
    return sum(1 << i for i, name in enumerate(FLAGS) if name in found)


class Pool:
    """UTF-16 text shared by all long mappings; a substring is stored once."""

    def __init__(self):
        self.text = b""

    def add(self, s):
        data = s.encode("utf-16-le", "surrogatepass")
        at = self.text.find(data)
        while at >= 0 and at % 2:
            at = self.text.find(data, at + 1)
        if at < 0:
            at = len(self.text)
            self.text += data
        return at // 2, len(data) // 2

    def units(self):
        return [int.from_bytes(self.text[i:i + 2], "little") for i in range(0, len(self.text), 2)]


def compositions():
    pairs = []
    for cp in range(LIMIT):
        if cp in HANGUL:
            continue
        c = chr(cp)
        parts = unicodedata.decomposition(c)
        if not parts or parts.startswith("<"):
            continue
        parts = parts.split()
        if len(parts) == 2:
            a, b = (chr(int(p, 16)) for p in parts)
            if unicodedata.normalize("NFC", c) == c:  # not excluded from composition
                pairs.append((ord(a), ord(b), cp))
    return sorted(pairs)


def emit(name, ctype, values, per_line):
    print(f"const {ctype} {name}[{len(values)}] = {{")
    for i in range(0, len(values), per_line):
        print("    " + ", ".join(values[i:i + per_line]) + ",")
    print("};\n")


def main():
    pairs = compositions()
    seconds = {chr(b) for _, b, _ in pairs}
    specials = Pool()
    records = {}
    index = []
    for cp in range(LIMIT):
        c = chr(cp)
        deltas = []
        for mapped in (c.upper(), c.lower(), c.title(), c.casefold()):
            if len(mapped) == 1:
                deltas.append(("delta", ord(mapped) - cp))
            else:
                at, length = specials.add(mapped)
                deltas.append(("long", at << 2 | length))
        decimal = unicodedata.decimal(c, 0)
        digit = unicodedata.digit(c, 0)
        record = (flags_of(c, seconds), tuple(deltas), int(decimal), int(digit), unicodedata.combining(c))
        index.append(records.setdefault(record, len(records)))
    blocks = {}
    level_one = []
    size = 1 << BLOCK_BITS
    for start in range(0, LIMIT, size):
        block = tuple(index[start:start + size])
        level_one.append(blocks.setdefault(block, len(blocks)))
    level_two = [entry for block in blocks for entry in block]

    decompositions = []
    pool = Pool()
    entries = []
    for cp in range(LIMIT):
        if cp in HANGUL:
            continue
        c = chr(cp)
        canonical, compat = unicodedata.normalize("NFD", c), unicodedata.normalize("NFKD", c)
        if compat != c:
            entries.append((cp, canonical, compat))
    for text in sorted({t for _, a, b in entries for t in (a, b)}, key=lambda t: -len(t)):
        pool.add(text)
    for cp, canonical, compat in entries:
        at, length = pool.add(compat)
        if canonical == compat:
            canonical_at, canonical_length = at, length
        elif canonical == chr(cp):
            canonical_at, canonical_length = 0, 0
        else:
            canonical_at, canonical_length = pool.add(canonical)
        assert canonical_length < 8 and length < 32
        decompositions.append((cp << 8 | canonical_length << 5 | length, canonical_at, at))

    print("// Generated by generate_unicode.py from the Unicode " + unicodedata.unidata_version +
          " database of CPython " + ".".join(map(str, sys.version_info[:2])) + ". Do not edit.")
    print('#include "interpreter/base/unicode_tables.h"\n\nnamespace garter::unicode {\n')
    rows = []
    for flags, deltas, decimal, digit, ccc in records:
        long_mask = sum(1 << i for i, (kind, _) in enumerate(deltas) if kind == "long")
        values = ", ".join(str(v) for _, v in deltas)
        rows.append(f"{{{{{values}}}, {flags}, {long_mask}, {decimal}, {digit}, {ccc}}}")
    emit("kRecords", "Record", rows, 3)
    emit("kBlockIndex", "uint16_t", [str(v) for v in level_one], 24)
    emit("kRecordIndex", "uint16_t", [str(v) for v in level_two], 24)
    emit("kSpecialCasing", "uint16_t", [str(v) for v in specials.units()], 20)
    emit("kDecompositions", "Decomposition", ["{%d, %d, %d}" % d for d in decompositions], 5)
    print(f"const uint32_t kDecompositionCount = {len(decompositions)};\n")
    emit("kDecompositionPool", "uint16_t", [str(v) for v in pool.units()], 18)
    emit("kCompositions", "Composition", ["{%d, %d, %d}" % p for p in pairs], 6)
    print(f"const uint32_t kCompositionCount = {len(pairs)};\n")
    print("}  // namespace garter::unicode")
    total = (len(rows) * 24 + 2 * len(level_one) + 2 * len(level_two) + len(specials.text) + 8 * len(decompositions)
             + len(pool.text) + 12 * len(pairs))
    print(f"{len(records)} records, {len(blocks)} blocks, about {total} bytes", file=sys.stderr)


main()
