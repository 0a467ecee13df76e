"""Writes charmaps.inc: the encodings of one byte a character that are ASCII below 128, and what they are also called.

Run it with the oracle (CPython 3.14) and redirect its output:

    python3.14 generate_charmaps.py > charmaps.inc
"""

import encodings.aliases

NAMES = ([f"cp{n}" for n in (437, 850, 852, 855, 858, 866, *range(1250, 1259))]
         + [f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)]
         + ["koi8_r", "koi8_u", "mac_roman"])


def upper_half(name):
    """The characters of the bytes from 128 on; 0: none."""
    for byte in range(256):
        text = bytes([byte]).decode(name, "ignore")
        assert byte >= 128 or text == chr(byte), name
        if byte >= 128:
            yield ord(text) if text else 0


def main():
    print("// Made by generate_charmaps.py from CPython 3.14: do not edit.")
    print("constexpr CharMap kCharMaps[] = {")
    for name in NAMES:
        known = [name] + sorted(alias for alias, target in encodings.aliases.aliases.items() if target == name)
        print('    {"%s",' % " ".join(known))
        print("     {%s}}," % ", ".join(map(str, upper_half(name))))
    print("};")


main()
