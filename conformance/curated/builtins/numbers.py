# ---
# id: builtins/numbers
# desc: abs, divmod, bin, oct, hex, pow, chr and ord on values of all signs and sizes.
# ref: functions
# features: [builtins, int, float, bool]
# ---
numbers = [0, 7, -7, True, 2**64, -(2**64), 255, 8]
for number in numbers:
    print(number, abs(number), bin(number), oct(number), hex(number), divmod(number, 3), divmod(3, number or 1), pow(number, 2))
print(abs(-2.5), abs(-0.0), divmod(7.5, -2), divmod(-7, 2.0), pow(2.0, -1), pow(4, 0.5), abs(float("-inf")))
print([chr(n) for n in (48, 65, 97)], [ord(c) for c in "0Aa\n"], chr(0), ascii(chr(0xFFFF)), ord(b"z"))
print(int(7.9), int(-7.9), int("0b11", 0), float(7), bool(2), bool(0.0), int(True), float(False), str(1.0), str(True))
print(isinstance(True, int), isinstance(1, bool), issubclass(bool, int), type(True + True), type(1 / 1), type(2**-1), type(7 // 1.0))
print(callable(len), callable(5), callable(lambda: 0), callable(int), repr(len), repr(int), str(type(5)), type(type(5)).__name__)
print(all([]), any([]), all([1, "a", [0]]), any([0, "", 3]), all(n < 3 for n in range(3)), any(map(str.isdigit, "ab1")))
print(max(1, 2.0, True), min("b", "a"), sum([0.5, 1, True]), len("abc"), sorted([3, 1, 2], reverse=True), round(2.5), len({}))
