// Digits first, then layout.
//
// Digits. Shortest ones come from std::to_chars. Rounded ones are exact integers: |value| * 10**p is m * 10**p / 2**s,
// and where that fits 128 bits (most of what programs print) one multiplication and one shift give digits and the
// rounding; else the whole decimal expansion of the double is written out, at most 767 digits, and cut.
//
// Layout follows the rules of CPython's repr and %-formats: where the point stands, when an exponent is used, which
// zeros are kept.
#include "interpreter/base/float_text.h"

#include <charconv>
#include <cstring>

#include "interpreter/base/bigint_limbs.h"
#include "interpreter/base/check.h"
#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/float_parse.h"

namespace garter {
namespace {

using bigint::Wide;

constexpr uint64_t kTenTo19 = 10000000000000000000u;

uint64_t TenTo(int n) {
  uint64_t value = 1;
  for (; n > 0; --n) value *= 10;
  return value;
}

void TrimZeros(DecimalDigits* out) {
  while (out->count > 0 && out->digits[out->count - 1] == '0') --out->count;
}

void SetZero(DecimalDigits* out) {
  out->digits[0] = '0';
  out->count = 1;
  out->point = 1;
}

// Decimal digits of value, no leading zeros; answers how many.
int WriteWide(Wide value, char* out) {
  char reversed[40];
  int count = 0;
  while (value > ~uint64_t{0}) {
    uint64_t low = static_cast<uint64_t>(value % kTenTo19);
    value /= kTenTo19;
    for (int i = 0; i < 19; ++i, low /= 10) reversed[count++] = static_cast<char>('0' + low % 10);
  }
  for (uint64_t rest = static_cast<uint64_t>(value); rest != 0; rest /= 10) {
    reversed[count++] = static_cast<char>('0' + rest % 10);
  }
  for (int i = 0; i < count; ++i) out[i] = reversed[count - 1 - i];
  return count;
}

// round(parts * 10**decimals) in 128 bits, half to even; false when it does not fit.
bool ScaleInWide(DoubleParts parts, int decimals, Wide* out) {
  if (decimals < 0 || decimals > 22 || parts.exponent > 0 || parts.exponent < -126) return false;
  Wide product = static_cast<Wide>(parts.significand) * TenTo(decimals > 19 ? 19 : decimals);
  if (decimals > 19) product *= TenTo(decimals - 19);  // 53 + 74 bits
  int shift = -parts.exponent;
  if (shift == 0) {
    *out = product;
    return true;
  }
  Wide quotient = product >> shift;
  Wide rest = product - (quotient << shift), half = Wide{1} << (shift - 1);
  if (rest > half || (rest == half && (quotient & 1) != 0)) ++quotient;
  *out = quotient;
  return true;
}

// All digits of a finite nonzero double: integers of at most 2,547 bits, digits taken out 19 at a time.
void ExactDigits(DoubleParts parts, DecimalDigits* out) {
  uint64_t limbs[44];
  size_t n = 1;
  limbs[0] = parts.significand;
  auto multiply = [&limbs, &n](uint64_t factor) {
    uint64_t carry = bigint::MultiplyRow(limbs, limbs, n, factor, 0);
    if (carry != 0) limbs[n++] = carry;
  };
  int zeros = std::countr_zero(parts.significand);
  limbs[0] >>= zeros;
  int exponent = parts.exponent + zeros, decimals = 0;
  for (; exponent >= 63; exponent -= 63) multiply(uint64_t{1} << 63);
  if (exponent > 0) multiply(uint64_t{1} << exponent);
  if (exponent < 0) {  // m / 2**k = m * 5**k / 10**k
    constexpr uint64_t kFiveTo27 = 7450580596923828125u;
    decimals = -exponent;
    int k = decimals;
    for (; k >= 27; k -= 27) multiply(kFiveTo27);
    uint64_t power = 1;
    for (; k > 0; --k) power *= 5;
    multiply(power);
  }
  uint64_t chunks[44];
  int count = 0;
  uint64_t reciprocal = bigint::Reciprocal(kTenTo19);
  while (n > 0) {
    uint64_t r = 0;
    for (size_t i = n; i-- > 0;) limbs[i] = bigint::DivideLimb(r, limbs[i], kTenTo19, reciprocal, &r);
    while (n > 0 && limbs[n - 1] == 0) --n;
    chunks[count++] = r;
  }
  out->count = WriteWide(chunks[count - 1], out->digits);
  for (int i = count - 2; i >= 0; --i) {
    uint64_t chunk = chunks[i];
    for (int k = 18; k >= 0; --k, chunk /= 10) out->digits[out->count + k] = static_cast<char>('0' + chunk % 10);
    out->count += 19;
  }
  out->point = out->count - decimals;
}

// Cuts exact digits to the first `keep` (which may be negative or beyond the end), half to even.
void RoundDigits(int keep, DecimalDigits* out) {
  if (keep >= out->count) return TrimZeros(out);
  if (keep < 0) {
    out->count = 0;
    return;
  }
  bool round_up = out->digits[keep] > '5';
  if (out->digits[keep] == '5') {
    round_up = keep > 0 && (out->digits[keep - 1] & 1) != 0;
    for (int i = keep + 1; i < out->count && !round_up; ++i) round_up = out->digits[i] != '0';
  }
  out->count = keep;
  if (!round_up) return TrimZeros(out);
  int at = keep;
  while (at > 0 && out->digits[at - 1] == '9') --at;
  if (at == 0) {
    out->digits[0] = '1';
    out->count = 1;
    ++out->point;
    return;
  }
  ++out->digits[at - 1];
  out->count = at;
}

// Significant digits the short way: guess the decimal exponent, scale, and see that the guess was right.
bool SignificantInWide(DoubleParts parts, int count, DecimalDigits* out) {
  if (count > 17) return false;
  int binary = std::bit_width(parts.significand) + parts.exponent;  // value in [2**(binary-1), 2**binary)
  int point = ((binary - 1) * 1233 >> 12) + 1;                      // that value's digits before the point, or one less
  for (int attempt = 0; attempt < 2; ++attempt, ++point) {
    Wide scaled;
    if (!ScaleInWide(parts, count - point, &scaled)) return false;
    if (scaled < TenTo(count - 1)) return false;
    if (scaled > TenTo(count)) continue;  // the guess was one too small: try the next
    out->point = point + (scaled == TenTo(count) ? 1 : 0);
    out->count = WriteWide(scaled, out->digits);
    TrimZeros(out);
    return true;
  }
  return false;
}

bool WriteSpecial(double value, const FloatFormat& format, char* out) {
  if (!IsInfiniteOrNan(value)) return false;
  const char* text = IsNan(value) ? (format.is_upper ? "NAN" : "nan") : (format.is_upper ? "INF" : "inf");
  std::memcpy(out, text, 3);
  return true;
}

char* WriteExponent(int exponent, bool is_upper, char* out) {
  *out++ = is_upper ? 'E' : 'e';
  *out++ = exponent < 0 ? '-' : '+';
  int magnitude = exponent < 0 ? -exponent : exponent;
  if (magnitude >= 100) *out++ = static_cast<char>('0' + magnitude / 100);
  *out++ = static_cast<char>('0' + magnitude / 10 % 10);
  *out++ = static_cast<char>('0' + magnitude % 10);
  return out;
}

// The digits in [first, last) of the number, with zeros where it has none.
char* WriteDigits(const DecimalDigits& digits, int64_t first, int64_t last, char* out) {
  for (; first < last && first < 0; ++first) *out++ = '0';
  int64_t stored = last < digits.count ? last : digits.count;
  if (first < stored) {
    CopyBytes(out, digits.digits + first, static_cast<size_t>(stored - first));
    out += stored - first;
    first = stored;
  }
  if (first < last) {
    std::memset(out, '0', static_cast<size_t>(last - first));
    out += last - first;
  }
  return out;
}

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

void ShortestDigits(double value, DecimalDigits* out) {
  if (value == 0) return SetZero(out);
  char text[32];
  auto result = std::to_chars(text, text + sizeof text, value < 0 ? -value : value, std::chars_format::scientific);
  out->count = 0;
  const char* at = text;
  for (; *at != 'e'; ++at) {
    if (*at != '.') out->digits[out->count++] = *at;
  }
  bool is_negative = *++at == '-';
  int exponent = 0;
  for (++at; at < result.ptr; ++at) exponent = exponent * 10 + (*at - '0');
  out->point = (is_negative ? -exponent : exponent) + 1;
  TrimZeros(out);
}

void SignificantDigits(double value, int count, DecimalDigits* out) {
  if (value == 0) return SetZero(out);
  DoubleParts parts = Split(value);
  if (SignificantInWide(parts, count, out)) return;
  ExactDigits(parts, out);
  RoundDigits(count, out);
}

void FixedDigits(double value, int decimals, DecimalDigits* out) {
  if (value == 0) return SetZero(out);
  DoubleParts parts = Split(value);
  Wide scaled;
  if (ScaleInWide(parts, decimals, &scaled)) {
    out->count = WriteWide(scaled, out->digits);
    out->point = out->count - decimals;
    TrimZeros(out);
  } else {
    ExactDigits(parts, out);
    int64_t keep = static_cast<int64_t>(out->point) + decimals;
    RoundDigits(keep > DecimalDigits::kMaxDigits ? DecimalDigits::kMaxDigits : static_cast<int>(keep < -1 ? -1 : keep),
                out);
  }
  if (out->count == 0) out->point = -decimals;
}

size_t FormatFloatRoom(double value, const FloatFormat& format) {
  if (format.style == FloatStyle::kRepr || IsInfiniteOrNan(value)) return kReprRoom;
  size_t whole = format.style == FloatStyle::kFixed ? 320 : 32;
  return whole + static_cast<size_t>(format.precision);
}

size_t FormatFloat(double value, const FloatFormat& format, char* out) {
  char* at = out;
  bool is_nan = IsNan(value);
  if (!is_nan && IsNegative(value)) {
    *at++ = '-';
  } else if (format.has_plus) {
    *at++ = '+';
  }
  if (WriteSpecial(value, format, at)) return static_cast<size_t>(at + 3 - out);
  DecimalDigits digits;
  int64_t last = 0;  // digits are written up to this one
  int64_t precision = format.precision;
  bool has_exponent = false;
  switch (format.style) {
    case FloatStyle::kRepr:
      ShortestDigits(value, &digits);
      last = digits.count;
      has_exponent = digits.point <= -4 || digits.point > 16;
      break;
    case FloatStyle::kExponent:
      SignificantDigits(value, static_cast<int>(precision + 1), &digits);
      last = precision + 1;
      has_exponent = true;
      break;
    case FloatStyle::kFixed:
      FixedDigits(value, format.precision, &digits);
      last = digits.point + precision;
      break;
    case FloatStyle::kGeneral:
      if (precision == 0) precision = 1;
      SignificantDigits(value, static_cast<int>(precision), &digits);
      last = format.is_alternate ? precision : digits.count;
      has_exponent = digits.point <= -4 || digits.point > precision - (format.adds_point_zero ? 1 : 0);
      break;
  }
  int64_t point = has_exponent ? 1 : digits.point;
  int64_t minimum = !has_exponent && format.adds_point_zero ? point + 1 : point;
  if (last < minimum) last = minimum;
  at = WriteDigits(digits, point <= 0 ? point - 1 : 0, point, at);
  if (last > point || format.is_alternate) *at++ = '.';
  at = WriteDigits(digits, point, last, at);
  if (has_exponent) at = WriteExponent(digits.point - 1, format.is_upper, at);
  return static_cast<size_t>(at - out);
}

size_t FormatRepr(double value, char out[kReprRoom]) {
  FloatFormat format;
  format.adds_point_zero = true;
  return FormatFloat(value, format, out);
}

size_t FormatHex(double value, char out[kHexRoom]) {
  if (IsInfiniteOrNan(value)) return FormatRepr(value, out);
  char* at = out;
  if (IsNegative(value)) *at++ = '-';
  uint64_t bits = std::bit_cast<uint64_t>(value);
  int exponent = static_cast<int>(bits >> 52 & 0x7FF);
  if ((bits & ~kDoubleSignBit) == 0) {
    std::memcpy(at, "0x0.0p+0", 8);
    return static_cast<size_t>(at + 8 - out);
  }
  std::memcpy(at, exponent == 0 ? "0x0." : "0x1.", 4);
  at += 4;
  for (int shift = 48; shift >= 0; shift -= 4) *at++ = "0123456789abcdef"[bits >> shift & 15];
  int power = exponent == 0 ? -1022 : exponent - 1023;
  *at++ = 'p';
  *at++ = power < 0 ? '-' : '+';
  if (power == 0) {
    *at++ = '0';
  } else {
    at += WriteWide(static_cast<Wide>(power < 0 ? -power : power), at);
  }
  return static_cast<size_t>(at - out);
}

HexResult ParseHex(const char* text, size_t n, double* out) {
  const char *at = text, *end = text + n;
  if (ParseDoubleOrSpecial(text, n, out) && IsInfiniteOrNan(*out)) {
    char last = static_cast<char>(text[n - 1] | 0x20);
    if (last == 'f' || last == 'y' || last == 'n') return HexResult::kOk;  // spelt out, not 1e999
  }
  bool is_negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+')) ++at;
  if (end - at >= 2 && at[0] == '0' && (at[1] | 0x20) == 'x') at += 2;
  uint64_t significand = 0;
  int64_t exponent = 0;
  bool sticky = false, seen_point = false, seen_digit = false;
  for (; at < end; ++at) {
    if (*at == '.' && !seen_point) {
      seen_point = true;
      continue;
    }
    int digit = HexValue(*at);
    if (digit < 0) break;
    seen_digit = true;
    if (significand >> 60 == 0) {
      significand = significand << 4 | static_cast<uint64_t>(digit);
    } else {
      sticky = sticky || digit != 0;
      exponent += 4;
    }
    if (seen_point) exponent -= 4;
  }
  if (!seen_digit) return HexResult::kInvalid;
  if (at < end) {
    if ((*at | 0x20) != 'p') return HexResult::kInvalid;
    ++at;
    bool is_small = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) ++at;
    if (at == end) return HexResult::kInvalid;
    int64_t power = 0;
    for (; at < end; ++at) {
      if (*at < '0' || *at > '9') return HexResult::kInvalid;
      if (power < int64_t{1} << 50) power = power * 10 + (*at - '0');
    }
    exponent += is_small ? -power : power;
  }
  double value = RoundToDouble(significand, sticky, exponent);
  if (IsInfiniteOrNan(value)) return HexResult::kTooLarge;
  *out = is_negative ? -value : value;
  return HexResult::kOk;
}

bool RoundDecimal(double value, int64_t digits, double* out) {
  *out = value;
  if (IsInfiniteOrNan(value) || value == 0 || digits > 323) return true;
  if (digits < -308) {
    *out = IsNegative(value) ? -0.0 : 0.0;
    return true;
  }
  DecimalDigits rounded;
  FixedDigits(value, static_cast<int>(digits), &rounded);
  char text[DecimalDigits::kMaxDigits + 16];
  char* at = text;
  if (IsNegative(value)) *at++ = '-';
  *at++ = '0';
  *at++ = '.';
  at = WriteDigits(rounded, 0, rounded.count, at);
  at = WriteExponent(rounded.point, false, at);
  ParseDouble(text, static_cast<size_t>(at - text), out);
  return !IsInfiniteOrNan(*out);
}

double RoundHalfEven(double value) {
  double magnitude = value < 0 ? -value : value;
  if (!(magnitude < 4503599627370496.0)) return value;  // no fraction; or NaN
  uint64_t whole = static_cast<uint64_t>(magnitude);
  double rest = magnitude - static_cast<double>(whole);
  if (rest > 0.5 || (rest == 0.5 && (whole & 1) != 0)) ++whole;
  double rounded = static_cast<double>(whole);
  return IsNegative(value) ? -rounded : rounded;
}

}  // namespace garter
