# ---
# id: int/text_of_huge_is_refused
# desc: Conversion between text and ints of more than 4300 digits is refused both ways, bases that are powers of two excepted.
# ref: stdtypes#int-max-str-digits
# features: [int, big_int, str, exception]
# ---
limit = 10**4299
print(len(str(limit)), str(limit)[:5], str(limit)[-5:])
print(len(hex(10**5000)), len(bin(10**5000)), len(oct(10**5000)), (10**5000).bit_length())
for attempt in (
    lambda: str(10**4300),
    lambda: repr(-(10**4300)),
    lambda: f"{10**4300}",
    lambda: "%d" % 10**4300,
    lambda: int("9" * 4301),
    lambda: int("9" * 4300) == 10**4300 - 1,
    lambda: int("f" * 5000, 16).bit_length(),
    lambda: int("1" + "_0" * 4400),
):
    try:
        print(attempt())
    except ValueError as error:
        print(error)
print(10**4300 // 10**4299)
print(10**4300)
