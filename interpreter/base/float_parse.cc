// Three ways to the same answer, the cheapest that is sure first.
//
// 1. W. Clinger: a significand below 2**53 and a power of ten up to 22 are both exact doubles, so one IEEE operation
//    rounds correctly.
// 2. D. Lemire (after M. Eisel): one or two 64x64 multiplications with a 128-bit power of five, which either prove
//    the rounding or give up.
// 3. Exact integers: the text is digits * 10**e; scale both sides of the fraction so that its quotient has 64 bits,
//    produce those bits by shift and subtract, and remember whether a remainder is left. Slow and certain. Digits
//    beyond the 768th can only matter by being nonzero (767 is the most that a point half-way between two doubles
//    has), so every number fits fixed arrays.
#include "interpreter/base/float_parse.h"

#include <bit>
#include <cstdint>

#include "interpreter/base/float_round.h"

namespace garter {
namespace {

#include "interpreter/base/float_powers.inc"

constexpr int kSignificantDigits = 768;

struct Decimal {
  uint64_t significand = 0;   // of the first 19 significant digits
  int64_t exponent = 0;       // of `significand`
  bool is_truncated = false;  // digits follow the first 19
  bool is_negative = false;
  const char* digits = nullptr;  // from the first nonzero digit on, maybe with a point inside
  const char* digits_end = nullptr;
  int64_t last_exponent = 0;  // power of ten of the last digit before digits_end
};

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

// Reads an exponent, saturating far outside of anything that matters.
bool ReadExponent(const char* at, const char* end, int64_t* exponent) {
  bool is_negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+')) ++at;
  if (at == end) return false;
  int64_t value = 0;
  for (; at < end; ++at) {
    if (!IsAsciiDigit(*at)) return false;
    if (value < int64_t{1} << 50) value = value * 10 + (*at - '0');
  }
  *exponent = is_negative ? -value : value;
  return true;
}

bool Scan(const char* at, const char* end, Decimal* out) {
  if (at < end && (*at == '+' || *at == '-')) out->is_negative = *at++ == '-';
  bool seen_point = false, seen_digit = false;
  int kept = 0;
  int64_t dropped = 0, after_point = 0;
  for (; at < end; ++at) {
    if (*at == '.' && !seen_point) {
      seen_point = true;
      continue;
    }
    if (!IsAsciiDigit(*at)) break;
    seen_digit = true;
    if (seen_point) ++after_point;
    if (*at == '0' && kept == 0) continue;
    if (kept == 0) out->digits = at;
    if (kept < 19) {
      out->significand = out->significand * 10 + static_cast<uint64_t>(*at - '0');
      ++kept;
    } else {
      ++dropped;
    }
  }
  out->digits_end = at;
  if (!seen_digit) return false;
  int64_t exponent = 0;
  if (at < end) {
    if (*at != 'e' && *at != 'E') return false;
    if (!ReadExponent(at + 1, end, &exponent)) return false;
  }
  out->is_truncated = dropped > 0;
  out->last_exponent = exponent - after_point;
  out->exponent = out->last_exponent + dropped;
  return true;
}

bool ClingerPath(uint64_t significand, int64_t exponent, double* out) {
  static constexpr double kTens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                     1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (significand >> 53 != 0 || exponent < -22 || exponent > 22) return false;
  double value = static_cast<double>(significand);
  *out = exponent < 0 ? value / kTens[-exponent] : value * kTens[exponent];
  return true;
}

// The bits of significand * 10**exponent, or false where 128 bits do not prove the rounding.
bool LemirePath(uint64_t significand, int64_t exponent, uint64_t* bits) {
  *bits = 0;
  if (significand == 0 || exponent < kSmallestPower) return true;
  *bits = kDoubleInfinityBits;
  if (exponent > kLargestPower) return true;
  int shift = std::countl_zero(significand);
  uint64_t w = significand << shift;
  const uint64_t* power = kPowersOfFive[exponent - kSmallestPower];
  unsigned __int128 product = static_cast<unsigned __int128>(w) * power[0];
  if ((static_cast<uint64_t>(product >> 64) & 0x1FF) == 0x1FF) {
    product += static_cast<uint64_t>((static_cast<unsigned __int128>(w) * power[1]) >> 64);
  }
  uint64_t high = static_cast<uint64_t>(product >> 64), low = static_cast<uint64_t>(product);
  if (low == ~uint64_t{0} && (exponent < -27 || exponent > 55)) return false;
  int upper = static_cast<int>(high >> 63);
  int drop = upper + 64 - 52 - 3;
  uint64_t mantissa = high >> drop;
  int64_t power2 = ((217706 * exponent) >> 16) + 63 + upper - shift + 1023;
  if (power2 <= 0) {
    if (power2 <= -63) {
      *bits = 0;
      return true;
    }
    mantissa >>= -power2 + 1;
    mantissa = (mantissa + (mantissa & 1)) >> 1;
    *bits = mantissa;  // when rounding made 2**52, these are the bits of the smallest normal number
    return true;
  }
  if (low <= 1 && exponent >= -4 && exponent <= 23 && (mantissa & 3) == 1 && (mantissa << drop) == high) {
    mantissa &= ~uint64_t{1};  // exactly half-way: to even
  }
  mantissa = (mantissa + (mantissa & 1)) >> 1;
  if (mantissa >> 53 != 0) {
    mantissa >>= 1;
    ++power2;
  }
  *bits =
      power2 >= 0x7FF ? kDoubleInfinityBits : (static_cast<uint64_t>(power2) << 52) | (mantissa & ~(uint64_t{1} << 52));
  return true;
}

// A natural number of at most 3,200 bits: 769 digits need 2,555, 5**1113 needs 2,585, and the division one bit more.
class Natural {
 public:
  void MultiplyAdd(uint64_t factor, uint64_t addend) {
    uint64_t carry = addend;
    for (int i = 0; i < size_; ++i) {
      unsigned __int128 t = static_cast<unsigned __int128>(limbs_[i]) * factor + carry;
      limbs_[i] = static_cast<uint64_t>(t);
      carry = static_cast<uint64_t>(t >> 64);
    }
    if (carry != 0) limbs_[size_++] = carry;
  }
  void MultiplyByPowerOfFive(int64_t power) {
    constexpr uint64_t kFiveTo27 = 7450580596923828125u;
    for (; power >= 27; power -= 27) MultiplyAdd(kFiveTo27, 0);
    for (; power > 0; --power) MultiplyAdd(5, 0);
  }
  int BitLength() const { return size_ == 0 ? 0 : size_ * 64 - std::countl_zero(limbs_[size_ - 1]); }
  void ShiftLeft(int count) {
    int words = count / 64, bits = count % 64;
    if (size_ == 0 || count == 0) return;
    for (int i = size_ + words; i >= 0; --i) {
      uint64_t high = i - words >= 0 && i - words < size_ ? limbs_[i - words] : 0;
      uint64_t low = i - words - 1 >= 0 ? limbs_[i - words - 1] : 0;
      limbs_[i] = bits == 0 ? high : (high << bits) | (low >> (64 - bits));
    }
    size_ += words + 1;
    while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
  }
  bool IsBelow(const Natural& other) const {
    if (size_ != other.size_) return size_ < other.size_;
    for (int i = size_ - 1; i >= 0; --i) {
      if (limbs_[i] != other.limbs_[i]) return limbs_[i] < other.limbs_[i];
    }
    return false;
  }
  // REQUIRES: *this >= other.
  void Subtract(const Natural& other) {
    uint64_t borrow = 0;
    for (int i = 0; i < size_; ++i) {
      uint64_t y = i < other.size_ ? other.limbs_[i] : 0;
      uint64_t x = limbs_[i];
      limbs_[i] = x - y - borrow;
      borrow = x < y || (x == y && borrow != 0) ? 1 : 0;
    }
    while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
  }
  bool IsZero() const { return size_ == 0; }

 private:
  uint64_t limbs_[52];
  int size_ = 0;
};

uint64_t ExactPath(const Decimal& decimal) {
  Natural numerator, denominator;
  int64_t exponent = decimal.last_exponent;
  int taken = 0;
  bool rest = false;
  int64_t skipped = 0;
  for (const char* at = decimal.digits; at < decimal.digits_end; ++at) {
    if (*at == '.') continue;
    if (taken < kSignificantDigits) {
      numerator.MultiplyAdd(10, static_cast<uint64_t>(*at - '0'));
      ++taken;
    } else {
      rest = rest || *at != '0';
      ++skipped;
    }
  }
  exponent += skipped;
  if (rest) {
    numerator.MultiplyAdd(10, 1);
    --exponent;
  }
  if (taken + exponent > 310) return kDoubleInfinityBits;
  if (taken + exponent < -345) return 0;
  denominator.MultiplyAdd(1, 1);
  if (exponent > 0) {
    numerator.MultiplyByPowerOfFive(exponent);
  } else {
    denominator.MultiplyByPowerOfFive(-exponent);
  }
  // value = numerator / denominator * 2**exponent. Bring the quotient into [1, 2), then take 64 bits of it.
  int64_t binary = exponent + numerator.BitLength() - denominator.BitLength();
  int align = numerator.BitLength() - denominator.BitLength();
  if (align < 0) numerator.ShiftLeft(-align);
  if (align > 0) denominator.ShiftLeft(align);
  if (numerator.IsBelow(denominator)) {
    numerator.ShiftLeft(1);
    --binary;
  }
  uint64_t quotient = 0;
  for (int i = 0; i < 64; ++i) {
    quotient <<= 1;
    if (!numerator.IsBelow(denominator)) {
      numerator.Subtract(denominator);
      quotient |= 1;
    }
    numerator.ShiftLeft(1);
  }
  return std::bit_cast<uint64_t>(RoundToDouble(quotient, !numerator.IsZero(), binary - 63));
}

uint64_t Convert(const Decimal& decimal) {
  uint64_t bits, above;
  if (LemirePath(decimal.significand, decimal.exponent, &bits)) {
    if (!decimal.is_truncated) return bits;
    // The true significand lies strictly between this one and the next: sure if both round alike.
    if (LemirePath(decimal.significand + 1, decimal.exponent, &above) && above == bits) return bits;
  }
  return ExactPath(decimal);
}

bool EqualsIgnoringCase(const char* text, size_t n, const char* lower) {
  for (size_t i = 0; i < n; ++i) {
    if (lower[i] == '\0' || (text[i] | 0x20) != lower[i]) return false;
  }
  return lower[n] == '\0';
}

}  // namespace

bool ParseDouble(const char* text, size_t n, double* out) {
  Decimal decimal;
  if (!Scan(text, text + n, &decimal)) return false;
  double value;
  if (decimal.significand == 0) {
    value = 0.0;
  } else if (decimal.is_truncated || !ClingerPath(decimal.significand, decimal.exponent, &value)) {
    value = std::bit_cast<double>(Convert(decimal));
  }
  *out = decimal.is_negative ? -value : value;
  return true;
}

bool ParseDoubleOrSpecial(const char* text, size_t n, double* out) {
  if (ParseDouble(text, n, out)) return true;
  bool is_negative = n > 0 && text[0] == '-';
  if (n > 0 && (text[0] == '-' || text[0] == '+')) ++text, --n;
  uint64_t bits;
  if (EqualsIgnoringCase(text, n, "inf") || EqualsIgnoringCase(text, n, "infinity")) {
    bits = kDoubleInfinityBits;
  } else if (EqualsIgnoringCase(text, n, "nan")) {
    bits = kDoubleInfinityBits | uint64_t{1} << 51;
  } else {
    return false;
  }
  *out = std::bit_cast<double>(bits | (is_negative ? uint64_t{1} << 63 : 0));
  return true;
}

}  // namespace garter
