# ---
# id: int/literals
# desc: Int and float literals in every base, with underscores and exponents.
# ref: 2.6
# features: [int, float, lexer]
# ---
print(0, 00, 0_0, 1_000_000, 0xFF, 0XfF, 0x_f_f, 0b1010, 0B_1, 0o17, 0O_7)
print(0xDEADBEEFCAFEBABE0123456789, 0b1 << 70, 99999999999999999999999999)
print(1.0, 1., .5, 1e3, 1E-3, 1_0.0_1, 1e+1_0, 0.0, 00.5, 09.5, 1e308, 1e309, 5e-324, 1e-324)
print(0xe+1, 1if 0else 2, 3 .bit_length(), 3..is_integer())
print(-0, -0.0, - -5, +-+5, ~-1, 1_2_3 == 123)
total = (0b11
         + 0x1_0  # sixteen
         + 0o1_0)
print(total, \
      total)
print([0x10, 1e1, 1_6][::-1], {0x1: 0b1}, (1,)[0x0])
print(123456789012345678901234567890 == 0x18EE90FF6C373E0EE4E3F0AD2)
print(1 .real, 1.0.real, 1e5.hex())
