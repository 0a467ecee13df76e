"""Makes unicode_names.inc: hashes of the names of all characters, for \\N{...}.

Usage: python3.14 generate_unicode_names.py > unicode_names.inc   (CPython 3.14: Unicode 16.0)

A row is one number: 43 bits of the name's hash, then 21 bits of code point, sorted. Names that follow from the code
point (ideographs, Hangul syllables) are not in it. A text that is no name is taken for one with a chance of one in
250 million: nothing depends on it but the kind of an error.
"""
import re
import unicodedata

ALIASES = """NULL;START OF HEADING;START OF TEXT;END OF TEXT;END OF TRANSMISSION;ENQUIRY;ACKNOWLEDGE;ALERT;BACKSPACE
CHARACTER TABULATION;HORIZONTAL TABULATION;LINE FEED;NEW LINE;END OF LINE;LINE TABULATION;VERTICAL TABULATION;FORM FEED
CARRIAGE RETURN;SHIFT OUT;SHIFT IN;DATA LINK ESCAPE;DEVICE CONTROL ONE;DEVICE CONTROL TWO;DEVICE CONTROL THREE
DEVICE CONTROL FOUR;NEGATIVE ACKNOWLEDGE;SYNCHRONOUS IDLE;END OF TRANSMISSION BLOCK;CANCEL;END OF MEDIUM;SUBSTITUTE
ESCAPE;INFORMATION SEPARATOR FOUR;INFORMATION SEPARATOR THREE;INFORMATION SEPARATOR TWO;INFORMATION SEPARATOR ONE
FILE SEPARATOR;GROUP SEPARATOR;RECORD SEPARATOR;UNIT SEPARATOR;DELETE;PADDING CHARACTER;HIGH OCTET PRESET
BREAK PERMITTED HERE;NO BREAK HERE;INDEX;NEXT LINE;START OF SELECTED AREA;END OF SELECTED AREA
CHARACTER TABULATION SET;LINE TABULATION SET;PARTIAL LINE FORWARD;PARTIAL LINE BACKWARD;REVERSE LINE FEED
SINGLE SHIFT TWO;SINGLE SHIFT THREE;DEVICE CONTROL STRING;PRIVATE USE ONE;PRIVATE USE TWO;SET TRANSMIT STATE
CANCEL CHARACTER;MESSAGE WAITING;START OF GUARDED AREA;END OF GUARDED AREA;START OF STRING
SINGLE GRAPHIC CHARACTER INTRODUCER;SINGLE CHARACTER INTRODUCER;CONTROL SEQUENCE INTRODUCER;STRING TERMINATOR
OPERATING SYSTEM COMMAND;PRIVACY MESSAGE;APPLICATION PROGRAM COMMAND;BYTE ORDER MARK;NBSP;SHY;ZWSP;ZWNJ;ZWJ;LRM;RLM
LRE;RLE;PDF;LRO;RLO;NNBSP;MMSP;WJ;LRI;RLI;FSI;PDI;ZWNBSP;BOM;NUL;SOH;STX;ETX;EOT;ENQ;ACK;BEL;BS;HT;TAB;LF;NL;EOL;VT
FF;CR;SO;SI;DLE;DC1;DC2;DC3;DC4;NAK;SYN;ETB;CAN;EOM;EM;SUB;ESC;FS;GS;RS;US;SP;DEL;NEL;CGJ;ALM"""
ALGORITHMIC = re.compile(r"(CJK UNIFIED IDEOGRAPH-|HANGUL SYLLABLE )")


def hash_name(name):
    value = 0xCBF29CE484222325
    for c in name.encode():
        value = (value ^ c) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value >> 21


rows = {}
for cp in range(0x110000):
    name = unicodedata.name(chr(cp), "")
    if name and not ALGORITHMIC.match(name):
        rows[hash_name(name)] = cp
for name in ALIASES.replace("\n", ";").split(";"):
    try:
        found = unicodedata.lookup(name)
    except KeyError:
        continue
    rows.setdefault(hash_name(name), ord(found))
print("// Made by generate_unicode_names.py for Unicode", unicodedata.unidata_version + ". Do not edit.")
line = ""
for key in sorted(rows):
    item = f"{key << 21 | rows[key]:#x},"
    if len(line) + len(item) > 118:
        print(line)
        line = ""
    line += item
print(line)
