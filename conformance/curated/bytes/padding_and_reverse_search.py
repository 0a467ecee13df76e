# ---
# id: bytes/padding_and_reverse_search
# desc: The bytes methods that pad, strip and search from the right, with their errors.
# ref: stdtypes#bytes-and-bytearray-operations
# features: [bytes, method, exception]
# ---
data = b"  a,b,,c  "
print(data.lstrip(), data.rstrip(), data.lstrip(b" a"), data.rstrip(b"c "), data.strip(None))
print(b"ab".ljust(5), b"ab".rjust(5, b"."), b"ab".ljust(1), b"ab".center(7, b"\x00"), b"-5".zfill(5))
print(data.rpartition(b","), data.rpartition(b"x"), data.partition(b"x"), b"".rpartition(b"a"))
print(data.rindex(b","), data.rindex(44), data.rindex(b"", 3), data.rfind(b"zz"), data.find(b",", -4, -1))
print(data.count(b""), data.count(b",", 4), b"aaa".count(b"aa"), b"a\x00b".split(b"\x00"), b"x" in data, b"" in data)
for attempt in (
    lambda: data.rindex(b"zz"),
    lambda: data.rpartition(b""),
    lambda: data.rpartition(","),
    lambda: data.ljust("5"),
    lambda: data.rjust(20, b"ab"),
    lambda: data.lstrip(" "),
    lambda: data.zfill(),
    lambda: data.count(300),
    lambda: data.startswith("a"),
    lambda: data.endswith([b"a"]),
):
    try:
        print(attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(b"key:value".index(b"="))
