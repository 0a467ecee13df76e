// Doubles to text and back to rounded doubles, exactly as CPython does: repr, %e, %f, %g with any precision,
// float.hex and fromhex, round.
//
// Everything is correctly rounded from the exact binary value, half to even. Nothing allocates; each call costs at
// most a few microseconds plus the characters written (a precision of 100,000 writes so many zeros: the caller, who
// owns the buffer, has paid for them).
#ifndef GARTER_INTERPRETER_BASE_FLOAT_TEXT_H_
#define GARTER_INTERPRETER_BASE_FLOAT_TEXT_H_

#include <cstddef>
#include <cstdint>

#include "interpreter/base/float_round.h"

namespace garter {

// A positive decimal number 0.d1d2d3... * 10**point, without trailing zeros; no digits at all stands for zero. 767
// digits are the most that a double has.
struct DecimalDigits {
  static constexpr int kMaxDigits = 800;
  char digits[kMaxDigits];
  int count = 0;
  int point = 0;
};

// The shortest digits that read back as |value|; of several the nearest. REQUIRES: finite. Zero is "0", point 1.
void ShortestDigits(double value, DecimalDigits* out);
// |value| rounded to `count` >= 1 significant digits. Zero is "0", point 1.
void SignificantDigits(double value, int count, DecimalDigits* out);
// |value| rounded to `decimals` digits after the point (before it, if negative). What rounds to zero has no digits
// and point == -decimals; zero itself is "0", point 1.
void FixedDigits(double value, int decimals, DecimalDigits* out);

enum class FloatStyle : uint8_t { kRepr, kExponent, kFixed, kGeneral };  // repr, %e, %f, %g

struct FloatFormat {
  FloatStyle style = FloatStyle::kRepr;
  int precision = 6;             // not for kRepr; REQUIRES: 0 <= precision <= 2**31 - 1000
  bool is_alternate = false;     // '#': always a point, %g keeps its zeros
  bool adds_point_zero = false;  // "1" becomes "1.0": str.format's default presentation
  bool is_upper = false;         // E+10, INF, NAN
  bool has_plus = false;         // "+" before what is not negative
};

// Room that FormatFloat needs for this value and format.
size_t FormatFloatRoom(double value, const FloatFormat& format);
// Writes sign, digits and exponent (or inf, nan) and answers the length.
size_t FormatFloat(double value, const FloatFormat& format, char* out);

// repr(value): "0.1", "1e+16", "-0.0", "nan".
inline constexpr size_t kReprRoom = 32;
size_t FormatRepr(double value, char out[kReprRoom]);

// float.hex.
inline constexpr size_t kHexRoom = 32;
size_t FormatHex(double value, char out[kHexRoom]);
// float.fromhex of text without surrounding space.
enum class HexResult : uint8_t { kOk, kInvalid, kTooLarge };
HexResult ParseHex(const char* text, size_t n, double* out);

// round(value, digits). False: the rounded value is too large for a float (OverflowError).
bool RoundDecimal(double value, int64_t digits, double* out);
// round(value) as a float with an integer's value, half to even. Infinities and NaN stay.
double RoundHalfEven(double value);

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_FLOAT_TEXT_H_
