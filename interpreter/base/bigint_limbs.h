// The primitive loops under the big integers: fixed-length rows of limbs, carries in and out, no meter.
//
// Callers keep the rows short enough (kChunk) or have paid. All run from the low limb up, so `out` may be an operand
// unless said otherwise. 128-bit products come from the compiler: x86-64 and arm64 have the instruction, wasm32 a
// short sequence.
#ifndef GARTER_INTERPRETER_BASE_BIGINT_LIMBS_H_
#define GARTER_INTERPRETER_BASE_BIGINT_LIMBS_H_

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace garter::bigint {

using Wide = unsigned __int128;

// Limbs per look at the meter in linear loops: about 10 microseconds.
inline constexpr size_t kChunk = 16384;

inline uint64_t High(Wide value) { return static_cast<uint64_t>(value >> 64); }
inline uint64_t Low(Wide value) { return static_cast<uint64_t>(value); }
inline Wide Join(uint64_t high, uint64_t low) { return static_cast<Wide>(high) << 64 | low; }

inline void Copy(uint64_t* out, const uint64_t* a, size_t n) {
  if (n != 0) std::memmove(out, a, n * sizeof(uint64_t));
}
inline void Clear(uint64_t* out, size_t n) {
  if (n != 0) std::memset(out, 0, n * sizeof(uint64_t));
}

// out = a + b + carry; answers the carry out.
inline uint64_t AddRow(uint64_t* out, const uint64_t* a, const uint64_t* b, size_t n, uint64_t carry) {
  for (size_t i = 0; i < n; ++i) {
    uint64_t sum;
    bool first = __builtin_add_overflow(a[i], b[i], &sum);
    bool second = __builtin_add_overflow(sum, carry, &sum);
    out[i] = sum;
    carry = static_cast<uint64_t>(first | second);
  }
  return carry;
}
// out = a + carry.
inline uint64_t AddCarry(uint64_t* out, const uint64_t* a, size_t n, uint64_t carry) {
  size_t i = 0;
  for (; i < n && carry != 0; ++i) carry = static_cast<uint64_t>(__builtin_add_overflow(a[i], carry, &out[i]));
  if (out != a) Copy(out + i, a + i, n - i);
  return carry;
}
// out = a - b - borrow.
inline uint64_t SubtractRow(uint64_t* out, const uint64_t* a, const uint64_t* b, size_t n, uint64_t borrow) {
  for (size_t i = 0; i < n; ++i) {
    uint64_t difference;
    bool first = __builtin_sub_overflow(a[i], b[i], &difference);
    bool second = __builtin_sub_overflow(difference, borrow, &difference);
    out[i] = difference;
    borrow = static_cast<uint64_t>(first | second);
  }
  return borrow;
}
inline uint64_t SubtractBorrow(uint64_t* out, const uint64_t* a, size_t n, uint64_t borrow) {
  size_t i = 0;
  for (; i < n && borrow != 0; ++i) borrow = static_cast<uint64_t>(__builtin_sub_overflow(a[i], borrow, &out[i]));
  if (out != a) Copy(out + i, a + i, n - i);
  return borrow;
}
// a += b, where a is at least as long; answers the carry out of a.
inline uint64_t AddInto(uint64_t* a, size_t an, const uint64_t* b, size_t bn) {
  uint64_t carry = AddRow(a, a, b, bn, 0);
  return AddCarry(a + bn, a + bn, an - bn, carry);
}
inline uint64_t SubtractFrom(uint64_t* a, size_t an, const uint64_t* b, size_t bn) {
  uint64_t borrow = SubtractRow(a, a, b, bn, 0);
  return SubtractBorrow(a + bn, a + bn, an - bn, borrow);
}

// out = a * factor + carry; answers the top limb.
inline uint64_t MultiplyRow(uint64_t* out, const uint64_t* a, size_t n, uint64_t factor, uint64_t carry) {
  for (size_t i = 0; i < n; ++i) {
    Wide t = static_cast<Wide>(a[i]) * factor + carry;
    out[i] = Low(t);
    carry = High(t);
  }
  return carry;
}
// out += a * factor; answers the top limb.
inline uint64_t MultiplyAddRow(uint64_t* out, const uint64_t* a, size_t n, uint64_t factor) {
  uint64_t carry = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide t = static_cast<Wide>(a[i]) * factor + out[i] + carry;
    out[i] = Low(t);
    carry = High(t);
  }
  return carry;
}
// out -= a * factor; answers the borrow.
inline uint64_t MultiplySubtractRow(uint64_t* out, const uint64_t* a, size_t n, uint64_t factor) {
  uint64_t carry = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide t = static_cast<Wide>(a[i]) * factor + carry;
    carry = High(t) + static_cast<uint64_t>(__builtin_sub_overflow(out[i], Low(t), &out[i]));
  }
  return carry;
}

// out = a << bits with 0 <= bits < 64; answers what falls out on top. From the top down, so `out` may lie above a.
inline uint64_t ShiftLeftRow(uint64_t* out, const uint64_t* a, size_t n, int bits, uint64_t low = 0) {
  if (n == 0) return 0;
  if (bits == 0) {
    Copy(out, a, n);
    return 0;
  }
  uint64_t top = a[n - 1] >> (64 - bits);
  for (size_t i = n - 1; i > 0; --i) out[i] = a[i] << bits | a[i - 1] >> (64 - bits);
  out[0] = a[0] << bits | low;
  return top;
}
// out = (high:a) >> bits with 0 <= bits < 64. From the bottom up, so `out` may lie below a.
inline void ShiftRightRow(uint64_t* out, const uint64_t* a, size_t n, int bits, uint64_t high = 0) {
  if (n == 0) return;
  if (bits == 0) {
    Copy(out, a, n);
    return;
  }
  for (size_t i = 0; i + 1 < n; ++i) out[i] = a[i] >> bits | a[i + 1] << (64 - bits);
  out[n - 1] = a[n - 1] >> bits | high << (64 - bits);
}

inline int CompareRow(const uint64_t* a, const uint64_t* b, size_t n) {
  for (size_t i = n; i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

// Division by a constant divisor through its reciprocal: N. Moeller and T. Granlund, "Improved division by invariant
// integers" (2011). REQUIRES everywhere: the divisor's top bit is set.
inline uint64_t Reciprocal(uint64_t d) { return static_cast<uint64_t>(Join(~d, ~uint64_t{0}) / d); }

// (high:low) / d, for high < d.
inline uint64_t DivideLimb(uint64_t high, uint64_t low, uint64_t d, uint64_t reciprocal, uint64_t* remainder) {
  Wide q = static_cast<Wide>(reciprocal) * high + Join(high, low);
  uint64_t quotient = High(q) + 1;
  uint64_t r = low - quotient * d;
  if (r > Low(q)) {
    --quotient;
    r += d;
  }
  if (r >= d) {
    ++quotient;
    r -= d;
  }
  *remainder = r;
  return quotient;
}

}  // namespace garter::bigint

#endif  // GARTER_INTERPRETER_BASE_BIGINT_LIMBS_H_
