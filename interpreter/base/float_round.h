// The one place where something exact becomes a double: round half to even, subnormals and overflow included.
#ifndef GARTER_INTERPRETER_BASE_FLOAT_ROUND_H_
#define GARTER_INTERPRETER_BASE_FLOAT_ROUND_H_

#include <bit>
#include <cstdint>

namespace garter {

inline constexpr uint64_t kDoubleInfinityBits = uint64_t{0x7FF} << 52;
inline constexpr uint64_t kDoubleFractionMask = (uint64_t{1} << 52) - 1;
inline constexpr uint64_t kDoubleSignBit = uint64_t{1} << 63;

inline bool IsInfiniteOrNan(double value) {
  return (std::bit_cast<uint64_t>(value) & kDoubleInfinityBits) == kDoubleInfinityBits;
}
inline bool IsNan(double value) { return value != value; }
inline bool IsNegative(double value) { return std::bit_cast<uint64_t>(value) >> 63 != 0; }  // -0.0 too

// The double nearest to (significand + f) * 2**exponent, where f is 0, or (if sticky) somewhere strictly between 0
// and 1. Infinity when that is too large. REQUIRES: significand != 0 if sticky; |exponent| < 2**62.
inline double RoundToDouble(uint64_t significand, bool sticky, int64_t exponent) {
  if (significand == 0) return 0.0;
  int shift = std::countl_zero(significand);
  significand <<= shift;
  int64_t biased = exponent - shift + 63 + 1023;
  int drop = 11;
  if (biased > 2046) return std::bit_cast<double>(kDoubleInfinityBits);
  if (biased <= 0) {
    if (biased < -52) return 0.0;  // below half of the smallest
    drop = static_cast<int>(12 - biased);
    biased = 1;  // a subnormal has the exponent of the smallest normal number and no hidden bit
  }
  uint64_t kept = drop == 64 ? 0 : significand >> drop;
  uint64_t half = significand >> (drop - 1) & 1;
  uint64_t rest = significand & ((uint64_t{1} << (drop - 1)) - 1);
  if (half != 0 && (rest != 0 || sticky || (kept & 1) != 0)) ++kept;
  // Adding lets the hidden bit, and a carry out of the fraction, raise the exponent field; at the top to infinity.
  return std::bit_cast<double>((static_cast<uint64_t>(biased - 1) << 52) + kept);
}

// |value| = significand * 2**exponent. REQUIRES: value is finite.
struct DoubleParts {
  uint64_t significand;
  int exponent;
};
inline DoubleParts Split(double value) {
  uint64_t bits = std::bit_cast<uint64_t>(value) & ~kDoubleSignBit;
  int exponent = static_cast<int>(bits >> 52);
  if (exponent == 0) return {bits, -1074};
  return {(bits & kDoubleFractionMask) | uint64_t{1} << 52, exponent - 1075};
}

// The same with an odd significand (or 0 * 2**0): the numerator and denominator of float.as_integer_ratio, one of
// which is a power of two.
inline DoubleParts SplitOdd(double value) {
  DoubleParts parts = Split(value);
  if (parts.significand == 0) return {0, 0};
  int zeros = std::countr_zero(parts.significand);
  return {parts.significand >> zeros, parts.exponent + zeros};
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_FLOAT_ROUND_H_
