// Where integers meet doubles: exact conversion, comparison and true division, all rounded half to even.
//
// One function rounds (float_round.h): a significand of up to 64 bits, a sticky bit for all below, a power of two.
#include "interpreter/base/bigint.h"
#include "interpreter/base/bigint_limbs.h"
#include "interpreter/base/float_round.h"

namespace garter::bigint {
namespace {

bool AnyBitsBelow(const uint64_t* a, uint64_t count) {
  size_t words = static_cast<size_t>(count / 64);
  for (size_t i = 0; i < words; ++i) {
    if (a[i] != 0) return true;
  }
  return count % 64 != 0 && (a[words] & ((uint64_t{1} << (count % 64)) - 1)) != 0;
}

// The top 64 bits of a (fewer if it is shorter), how many bits lie below them, and whether one of those is set.
uint64_t TopBits(const uint64_t* a, size_t an, uint64_t* below, bool* sticky) {
  uint64_t bits = BitLength(a, an);
  *below = bits > 64 ? bits - 64 : 0;
  *sticky = false;
  if (*below == 0) return an == 0 ? 0 : a[0];
  int shift = static_cast<int>(*below % 64);
  size_t word = static_cast<size_t>(*below / 64);
  *sticky = AnyBitsBelow(a, *below);
  return shift == 0 ? a[word] : a[word] >> shift | a[word + 1] << (64 - shift);
}

double WithSign(double value, bool is_negative) { return is_negative ? -value : value; }

}  // namespace

bool ToDouble(BigInt a, double* out) {
  uint64_t below;
  bool sticky;
  if (BitLength(a.limbs, a.size) > 1024) return false;
  uint64_t top = TopBits(a.limbs, a.size, &below, &sticky);
  double value = RoundToDouble(top, sticky, static_cast<int64_t>(below));
  if (std::bit_cast<uint64_t>(value) == kDoubleInfinityBits) return false;
  *out = WithSign(value, a.is_negative);
  return true;
}

void FromDouble(double value, BigIntOut* out) {
  uint64_t bits = std::bit_cast<uint64_t>(value);
  int exponent = static_cast<int>(bits >> 52 & 0x7FF) - 1075;
  uint64_t significand = (bits & ((uint64_t{1} << 52) - 1)) | uint64_t{1} << 52;
  out->size = 0;
  out->is_negative = false;
  if (exponent < -52) return;  // below one
  if (exponent <= 0) {
    out->limbs[0] = significand >> -exponent;
    out->size = 1;
  } else {
    size_t words = static_cast<size_t>(exponent / 64);
    Clear(out->limbs, words + 2);
    out->limbs[words] = significand << (exponent % 64);
    if (exponent % 64 != 0) out->limbs[words + 1] = significand >> (64 - exponent % 64);
    out->size = Trim(out->limbs, words + 2);
  }
  out->is_negative = bits >> 63 != 0;
}

int CompareWithDouble(BigInt a, double value) {
  bool is_negative = value < 0;
  if (std::bit_cast<uint64_t>(value < 0 ? -value : value) == kDoubleInfinityBits) return is_negative ? 1 : -1;
  if (value == 0) return a.size == 0 ? 0 : a.is_negative ? -1 : 1;
  if (a.size == 0 || a.is_negative != is_negative) return is_negative ? 1 : -1;
  uint64_t room[kDoubleLimbs + 2];
  BigIntOut whole{room};
  FromDouble(value, &whole);
  int order = Compare(a.limbs, a.size, whole.limbs, whole.size);
  if (order == 0) {
    // Equal whole parts: the float is larger in magnitude if it has a fraction.
    double magnitude = is_negative ? -value : value;
    if (magnitude < 9007199254740992.0 && static_cast<double>(static_cast<uint64_t>(magnitude)) != magnitude)
      order = -1;
  }
  return is_negative ? -order : order;
}

// The quotient is scaled by a power of two to have 65 or 66 bits: one limb for Round, and a few for its sticky bit. A
// dividend far longer than its divisor is first cut down to what can matter, with its own sticky bit.
size_t TrueDivideScratch(size_t an, size_t bn) {
  size_t dividend = (an > bn ? an : bn) + 4;
  return dividend + 2 * bn + 8 + DivideScratch(bn + 3, bn);
}

bool TrueDivide(Meter& meter, BigInt a, BigInt b, double* out, bool* overflow, uint64_t* scratch) {
  *overflow = false;
  bool is_negative = a.is_negative != b.is_negative;
  *out = WithSign(0.0, is_negative);  // 0 / -1 is -0.0
  if (a.size == 0) return true;
  int64_t a_bits = static_cast<int64_t>(BitLength(a.limbs, a.size));
  int64_t b_bits = static_cast<int64_t>(BitLength(b.limbs, b.size));
  if (a_bits - b_bits > 1025) {
    *overflow = true;
    return true;
  }
  if (a_bits - b_bits < -1080) {
    *out = WithSign(0.0, is_negative);
    return true;
  }
  int64_t shift = 66 - (a_bits - b_bits);  // a * 2**shift has 66 bits more than b
  uint64_t *dividend = scratch, *quotient = dividend + ((a.size > b.size ? a.size : b.size) + 4);
  uint64_t *remainder = quotient + 4, *rest = remainder + b.size;
  size_t dividend_size, quotient_size, remainder_size;
  bool sticky = false;
  bool done;
  if (shift >= 0) {
    done = ShiftLeft(meter, a.limbs, a.size, static_cast<uint64_t>(shift), dividend, &dividend_size);
  } else {
    sticky = AnyBitsBelow(a.limbs, static_cast<uint64_t>(-shift));
    done = ShiftRight(meter, a.limbs, a.size, static_cast<uint64_t>(-shift), dividend, &dividend_size);
  }
  if (!done || !Divide(meter, dividend, dividend_size, b.limbs, b.size, quotient, &quotient_size, remainder,
                       &remainder_size, rest)) {
    return false;
  }
  uint64_t below;
  bool low_bits;
  uint64_t top = TopBits(quotient, quotient_size, &below, &low_bits);
  double value = RoundToDouble(top, sticky || low_bits || remainder_size != 0, static_cast<int64_t>(below) - shift);
  *overflow = std::bit_cast<uint64_t>(value) == kDoubleInfinityBits;
  *out = WithSign(value, is_negative);
  return true;
}

}  // namespace garter::bigint
