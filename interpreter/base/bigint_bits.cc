// Shifts, and Python's bitwise operators on infinite two's complement.
//
// A negative number -m is the complement of m - 1, so a stream of its limbs is ~(m - borrow) with the borrow running
// up; the same turns a negative result back into its magnitude. One pass, nothing stored.
#include "interpreter/base/bigint.h"
#include "interpreter/base/bigint_limbs.h"
#include "interpreter/base/check.h"

namespace garter::bigint {
namespace {

// Yields the limbs of a signed integer in two's complement, low first, sign-extended for ever.
class TwosComplement {
 public:
  explicit TwosComplement(BigInt a) : a_(a), carry_(a.is_negative ? 1 : 0) {}
  uint64_t At(size_t i) {
    uint64_t limb = i < a_.size ? a_.limbs[i] : 0;
    if (!a_.is_negative) return limb;
    uint64_t result = ~limb + carry_;
    carry_ = static_cast<uint64_t>(carry_ != 0 && result == 0);
    return result;
  }

 private:
  BigInt a_;
  uint64_t carry_;
};

uint64_t Apply(BitOperation operation, uint64_t a, uint64_t b) {
  switch (operation) {
    case BitOperation::kAnd:
      return a & b;
    case BitOperation::kOr:
      return a | b;
    case BitOperation::kXor:
      break;
  }
  return a ^ b;
}

bool AnyLowBits(const uint64_t* a, size_t n, uint64_t count) {
  size_t words = count / 64 < n ? static_cast<size_t>(count / 64) : n;
  for (size_t i = 0; i < words; ++i) {
    if (a[i] != 0) return true;
  }
  return words < n && (a[words] & ((uint64_t{1} << (count % 64)) - 1)) != 0;
}

}  // namespace

bool ShiftLeft(Meter& meter, const uint64_t* a, size_t an, uint64_t count, uint64_t* out, size_t* size) {
  *size = 0;
  if (an == 0) return true;
  size_t words = static_cast<size_t>(count / 64);
  int bits = static_cast<int>(count % 64);
  uint64_t top = bits == 0 ? 0 : a[an - 1] >> (64 - bits);
  if (top != 0) out[words + an] = top;
  for (size_t end = an; end > 0;) {  // from the top, in pieces, so that out may be a
    size_t begin = end < kChunk ? 0 : end - kChunk;
    if (!Pay(meter, end - begin)) return false;
    uint64_t low = begin == 0 || bits == 0 ? 0 : a[begin - 1] >> (64 - bits);
    ShiftLeftRow(out + words + begin, a + begin, end - begin, bits, low);
    end = begin;
  }
  for (size_t at = 0; at < words; at += kChunk) {
    size_t piece = words - at < kChunk ? words - at : kChunk;
    if (!Pay(meter, piece)) return false;
    Clear(out + at, piece);
  }
  *size = words + an + (top != 0 ? 1 : 0);
  return true;
}

bool ShiftRight(Meter& meter, const uint64_t* a, size_t an, uint64_t count, uint64_t* out, size_t* size) {
  *size = 0;
  if (count / 64 >= an) return true;
  size_t words = static_cast<size_t>(count / 64);
  size_t n = an - words;
  for (size_t at = 0; at < n; at += kChunk) {
    size_t piece = n - at < kChunk ? n - at : kChunk;
    if (!Pay(meter, piece)) return false;
    uint64_t high = at + piece < n ? a[words + at + piece] : 0;
    ShiftRightRow(out + at, a + words + at, piece, static_cast<int>(count % 64), high);
  }
  *size = Trim(out, n);
  return true;
}

bool Bitwise(Meter& meter, BitOperation operation, BigInt a, BigInt b, BigIntOut* out) {
  size_t n = (a.size > b.size ? a.size : b.size) + 1;
  bool is_negative = Apply(operation, a.is_negative ? 1 : 0, b.is_negative ? 1 : 0) != 0;
  // What is above the shorter operand cannot show if it is non-negative and the operation is &.
  if (operation == BitOperation::kAnd) {
    if (!a.is_negative && a.size + 1 < n) n = a.size + 1;
    if (!b.is_negative && b.size + 1 < n) n = b.size + 1;
  }
  TwosComplement left(a), right(b);
  uint64_t carry = is_negative ? 1 : 0;
  for (size_t at = 0; at < n;) {
    size_t end = n - at < kChunk ? n : at + kChunk;
    if (!Pay(meter, 2 * (end - at))) return false;
    for (; at < end; ++at) {
      uint64_t limb = Apply(operation, left.At(at), right.At(at));
      if (is_negative) {
        limb = ~limb + carry;
        carry = static_cast<uint64_t>(carry != 0 && limb == 0);
      }
      out->limbs[at] = limb;
    }
  }
  out->size = Trim(out->limbs, n);
  out->is_negative = is_negative && out->size != 0;
  return true;
}

bool Invert(Meter& meter, BigInt a, BigIntOut* out) {
  uint64_t one = 1;
  bool is_negative = !a.is_negative;
  bool done = a.is_negative ? Subtract(meter, a.limbs, a.size, &one, 1, out->limbs, &out->size)
                            : Add(meter, a.limbs, a.size, &one, 1, out->limbs, &out->size);
  out->is_negative = is_negative && out->size != 0;
  return done;
}

bool ShiftLeftSigned(Meter& meter, BigInt a, uint64_t count, BigIntOut* out) {
  bool done = ShiftLeft(meter, a.limbs, a.size, count, out->limbs, &out->size);
  out->is_negative = a.is_negative;
  return done;
}

bool ShiftRightSigned(Meter& meter, BigInt a, uint64_t count, BigIntOut* out) {
  bool round_down = a.is_negative && AnyLowBits(a.limbs, a.size, count);
  if (!ShiftRight(meter, a.limbs, a.size, count, out->limbs, &out->size)) return false;
  uint64_t one = 1;
  if (round_down && !Add(meter, out->limbs, out->size, &one, 1, out->limbs, &out->size)) return false;
  out->is_negative = a.is_negative && out->size != 0;
  return true;
}

bool BitCount(Meter& meter, BigInt a, uint64_t* count) {
  *count = 0;
  for (size_t at = 0; at < a.size;) {
    size_t end = a.size - at < kChunk ? a.size : at + kChunk;
    if (!Pay(meter, end - at)) return false;
    for (; at < end; ++at) *count += static_cast<uint64_t>(std::popcount(a.limbs[at]));
  }
  return true;
}

}  // namespace garter::bigint
