// Integers of any size: arithmetic on magnitudes in little-endian arrays of 64-bit limbs, and Python's signed
// semantics on top.
//
// Everything is a pure function. The caller owns all memory: operands, outputs and scratch; a function `Foo` that
// needs scratch has a companion `FooScratch` that says how many limbs. Outputs never overlap operands or scratch
// unless a comment allows it. Operands are *trimmed*: the top limb is not zero, and zero has size 0; outputs are
// trimmed by the function and the size is stored beside them.
//
// Every function that may take long pays the meter in proportion to its limb operations and looks at it between
// chunks of some tens of microseconds; false means that a limit struck and the output is garbage (I4). What is paid
// depends on the operands alone (I3).
//
//   bigint_limbs.h   primitive loops            bigint_text.cc    to and from digits of any base
//   bigint_add.cc    compare, add, subtract     bigint_bits.cc    shifts and bitwise operators, two's complement
//   bigint_mul.cc    multiply, square, power    bigint_float.cc   to and from double, true division, comparison
//   bigint_div.cc    divide                     bigint_number.cc  modular power, gcd, integer square root
//   bigint_signed.cc Python's + - * // %
#ifndef GARTER_INTERPRETER_BASE_BIGINT_H_
#define GARTER_INTERPRETER_BASE_BIGINT_H_

#include <bit>
#include <cstddef>
#include <cstdint>

#include "interpreter/base/meter.h"

namespace garter {

// A read-only signed integer.
struct BigInt {
  const uint64_t* limbs = nullptr;
  size_t size = 0;
  bool is_negative = false;  // false for zero
};

// A result: the caller sets `limbs` to a buffer of the promised room, the function sets the rest.
struct BigIntOut {
  uint64_t* limbs = nullptr;
  size_t size = 0;
  bool is_negative = false;

  operator BigInt() const { return {limbs, size, is_negative}; }
};

namespace bigint {

// Limb operations (a multiply-add, roughly a nanosecond) per unit of fuel.
inline constexpr uint64_t kLimbsPerFuel = 8;
[[nodiscard]] inline bool Pay(Meter& meter, uint64_t limb_operations) {
  return meter.Charge(limb_operations / kLimbsPerFuel);
}

// ---- Magnitudes ----------------------------------------------------------------------------------------------------

// The size without leading zeros.
inline size_t Trim(const uint64_t* a, size_t n) {
  while (n > 0 && a[n - 1] == 0) --n;
  return n;
}
inline uint64_t BitLength(const uint64_t* a, size_t n) {
  return n == 0 ? 0 : static_cast<uint64_t>(n) * 64 - static_cast<uint64_t>(std::countl_zero(a[n - 1]));
}
inline size_t LimbsForBits(uint64_t bits) { return static_cast<size_t>((bits + 63) / 64); }
int Compare(const uint64_t* a, size_t an, const uint64_t* b, size_t bn);  // <0, 0, >0

// out = a + b; room max(an, bn) + 1. `out` may be a or b.
[[nodiscard]] bool Add(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out,
                       size_t* size);
// out = a - b; room an. REQUIRES: a >= b. `out` may be a or b.
[[nodiscard]] bool Subtract(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out,
                            size_t* size);

// out = a * b; room an + bn. Schoolbook, Karatsuba, Toom-3 by size; equal operands are squared.
size_t MultiplyScratch(size_t an, size_t bn);
[[nodiscard]] bool Multiply(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out,
                            size_t* size, uint64_t* scratch);

// out = a ** exponent; room PowerRoom, which is ~0 when that exceeds 2**57 limbs.
size_t PowerRoom(const uint64_t* a, size_t an, uint64_t exponent);
size_t PowerScratch(const uint64_t* a, size_t an, uint64_t exponent);
[[nodiscard]] bool Power(Meter& meter, const uint64_t* a, size_t an, uint64_t exponent, uint64_t* out, size_t* size,
                         uint64_t* scratch);

// quotient = a / b, remainder = a % b, rounding down. Rooms an - bn + 1 (1 if an < bn) and bn. Knuth's algorithm D,
// Burnikel-Ziegler by size. REQUIRES: b != 0.
size_t DivideScratch(size_t an, size_t bn);
[[nodiscard]] bool Divide(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* quotient,
                          size_t* quotient_size, uint64_t* remainder, size_t* remainder_size, uint64_t* scratch);
// The same for a divisor of one limb; `quotient` may be a, or null when only the remainder matters.
[[nodiscard]] bool DivideSmall(Meter& meter, const uint64_t* a, size_t an, uint64_t divisor, uint64_t* quotient,
                               size_t* quotient_size, uint64_t* remainder);

// out = a << count; room an + count / 64 + 1. out = a >> count, rounding down; room an. `out` may be a.
[[nodiscard]] bool ShiftLeft(Meter& meter, const uint64_t* a, size_t an, uint64_t count, uint64_t* out, size_t* size);
[[nodiscard]] bool ShiftRight(Meter& meter, const uint64_t* a, size_t an, uint64_t count, uint64_t* out, size_t* size);

// out = base ** exponent % modulus; room modulus size. REQUIRES: modulus != 0.
size_t ModularPowerScratch(size_t base_size, size_t modulus_size);
[[nodiscard]] bool ModularPower(Meter& meter, const uint64_t* base, size_t base_size, const uint64_t* exponent,
                                size_t exponent_size, const uint64_t* modulus, size_t modulus_size, uint64_t* out,
                                size_t* size, uint64_t* scratch);

// out = gcd(a, b); room max(an, bn). gcd(0, 0) = 0.
size_t GcdScratch(size_t an, size_t bn);
[[nodiscard]] bool Gcd(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out,
                       size_t* size, uint64_t* scratch);

// out = floor(sqrt(a)); room an / 2 + 2.
size_t SquareRootScratch(size_t an);
[[nodiscard]] bool SquareRoot(Meter& meter, const uint64_t* a, size_t an, uint64_t* out, size_t* size,
                              uint64_t* scratch);

// ---- Text ----------------------------------------------------------------------------------------------------------

// Digits of `a` in `base` (2..36), lower case, no sign, no prefix; "0" for zero. TextRoom bounds the characters.
size_t TextRoom(const uint64_t* a, size_t an, unsigned base);
size_t ToTextScratch(size_t an, unsigned base);
[[nodiscard]] bool ToText(Meter& meter, const uint64_t* a, size_t an, unsigned base, char* out, size_t* length,
                          uint64_t* scratch);

// Whether `a` has more than `digits` decimal digits (sys.set_int_max_str_digits), from its bit length alone: 1 surely
// more, -1 surely not, 0 too close to tell, and then the conversion itself, which is short, tells.
int CompareDecimalDigits(const uint64_t* a, size_t an, uint64_t digits);

// The integer that n digits spell. REQUIRES: all are digits of `base` (either case), n > 0. Room FromTextRoom.
size_t FromTextRoom(size_t n, unsigned base);
size_t FromTextScratch(size_t n, unsigned base);
[[nodiscard]] bool FromText(Meter& meter, const char* text, size_t n, unsigned base, uint64_t* out, size_t* size,
                            uint64_t* scratch);

// ---- Floats --------------------------------------------------------------------------------------------------------

// The nearest double, half to even. False: it would be infinite (OverflowError).
bool ToDouble(BigInt a, double* out);
// int(value), toward zero. Room kDoubleLimbs. REQUIRES: value is finite.
inline constexpr size_t kDoubleLimbs = 17;
void FromDouble(double value, BigIntOut* out);
// <0, 0, >0 for a < value and so on, exactly. REQUIRES: value is not NaN.
int CompareWithDouble(BigInt a, double value);
// a / b as Python's true division rounds it. *overflow is set when the result is too large for a float.
// REQUIRES: b != 0.
size_t TrueDivideScratch(size_t an, size_t bn);
[[nodiscard]] bool TrueDivide(Meter& meter, BigInt a, BigInt b, double* out, bool* overflow, uint64_t* scratch);

// ---- Signed integers as Python has them ------------------------------------------------------------------------------

int CompareSigned(BigInt a, BigInt b);
// Room max(an, bn) + 1. `out` may be a or b.
[[nodiscard]] bool AddSigned(Meter& meter, BigInt a, BigInt b, BigIntOut* out);
[[nodiscard]] bool SubtractSigned(Meter& meter, BigInt a, BigInt b, BigIntOut* out);
// Room an + bn, scratch MultiplyScratch.
[[nodiscard]] bool MultiplySigned(Meter& meter, BigInt a, BigInt b, BigIntOut* out, uint64_t* scratch);
// divmod(a, b): the quotient rounds toward minus infinity, the remainder has b's sign. Rooms an - bn + 2 (2 if
// an < bn) and max(an, bn) + 1; scratch DivideScratch. REQUIRES: b != 0.
[[nodiscard]] bool FloorDivide(Meter& meter, BigInt a, BigInt b, BigIntOut* quotient, BigIntOut* remainder,
                               uint64_t* scratch);
// &, |, ^ on infinite two's complement. Room max(an, bn) + 1.
enum class BitOperation : uint8_t { kAnd, kOr, kXor };
[[nodiscard]] bool Bitwise(Meter& meter, BitOperation operation, BigInt a, BigInt b, BigIntOut* out);
// ~a. Room an + 1.
[[nodiscard]] bool Invert(Meter& meter, BigInt a, BigIntOut* out);
// a << count, a >> count (toward minus infinity). Rooms an + count / 64 + 1 and an + 1.
[[nodiscard]] bool ShiftLeftSigned(Meter& meter, BigInt a, uint64_t count, BigIntOut* out);
[[nodiscard]] bool ShiftRightSigned(Meter& meter, BigInt a, uint64_t count, BigIntOut* out);
// int.bit_count.
[[nodiscard]] bool BitCount(Meter& meter, BigInt a, uint64_t* count);

}  // namespace bigint
}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_BIGINT_H_
