// The hashes of Python's numbers, tuples and frozensets, equal to CPython's on 64-bit machines.
//
// Numbers that compare equal hash alike because all are reduced modulo the Mersenne prime 2**61 - 1: an int directly,
// a float as the fraction it is (a power of two is a rotation of 61 bits), a complex as a mix of its two parts. -1 is
// no hash: it becomes -2, as in CPython. Set order depends on every bit of these (I8).
#ifndef GARTER_INTERPRETER_BASE_HASH_H_
#define GARTER_INTERPRETER_BASE_HASH_H_

#include <bit>
#include <cstddef>
#include <cstdint>

namespace garter {

inline constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;
inline constexpr int64_t kHashInfinity = 314159;
inline constexpr int64_t kHashNone = 0xfca86420;
inline constexpr uint64_t kHashImaginary = 1000003;

namespace hash {
constexpr int64_t Avoid(uint64_t hash) { return hash == ~uint64_t{0} ? -2 : static_cast<int64_t>(hash); }
constexpr uint64_t Reduce(uint64_t value) {
  value = (value & kHashModulus) + (value >> 61);
  return value >= kHashModulus ? value - kHashModulus : value;
}
constexpr uint64_t RotateLeft61(uint64_t value, int count) {
  return count == 0 ? value : ((value << count) & kHashModulus) | value >> (61 - count);
}
}  // namespace hash

constexpr int64_t HashInt(int64_t value) {
  uint64_t magnitude = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  uint64_t reduced = hash::Reduce(magnitude);
  return hash::Avoid(value < 0 ? 0 - reduced : reduced);
}

// Of an int given by its magnitude in little-endian limbs. Linear in n.
inline int64_t HashBigInt(const uint64_t* limbs, size_t n, bool is_negative) {
  // 2**64 = 2**3 modulo the prime.
  uint64_t sum = 0;
  for (size_t i = n; i-- > 0;) sum = hash::Reduce(hash::RotateLeft61(sum, 3) + hash::Reduce(limbs[i]));
  return hash::Avoid(is_negative ? 0 - sum : sum);
}

// Of any float but NaN, whose hash is that of the object's identity and thus not a matter of numbers.
inline int64_t HashDouble(double value) {
  uint64_t bits = std::bit_cast<uint64_t>(value);
  bool is_negative = bits >> 63 != 0;
  int exponent = static_cast<int>(bits >> 52 & 0x7FF);
  uint64_t significand = bits & ((uint64_t{1} << 52) - 1);
  if (exponent == 0x7FF) return is_negative ? -kHashInfinity : kHashInfinity;
  if (exponent == 0) {
    exponent = 1;
  } else {
    significand |= uint64_t{1} << 52;
  }
  int power = (exponent - 1075) % 61;
  if (power < 0) power += 61;
  uint64_t reduced = hash::RotateLeft61(hash::Reduce(significand), power);
  return hash::Avoid(is_negative ? 0 - reduced : reduced);
}

// REQUIRES: neither part is NaN, or its hash was chosen by the caller: hence hashes, not doubles.
constexpr int64_t HashComplex(int64_t real_hash, int64_t imaginary_hash) {
  return hash::Avoid(static_cast<uint64_t>(real_hash) + kHashImaginary * static_cast<uint64_t>(imaginary_hash));
}

// The hash of a tuple from those of its items in order (xxHash's mixing step, as CPython uses it). Also of a slice
// (start, stop, step) and a range (its CPython tuple).
class TupleHash {
 public:
  constexpr void Add(int64_t item_hash) {
    sum_ += static_cast<uint64_t>(item_hash) * kPrime2;
    sum_ = std::rotl(sum_, 31) * kPrime1;
    ++length_;
  }
  constexpr int64_t Finish() const {
    uint64_t sum = sum_ + (length_ ^ (kPrime5 ^ 3527539u));
    return sum == ~uint64_t{0} ? 1546275796 : static_cast<int64_t>(sum);
  }
  // slice() mixes in no length.
  constexpr int64_t FinishSlice() const { return sum_ == ~uint64_t{0} ? 1546275796 : static_cast<int64_t>(sum_); }

 private:
  static constexpr uint64_t kPrime1 = 11400714785074694791u;
  static constexpr uint64_t kPrime2 = 14029467366897019727u;
  static constexpr uint64_t kPrime5 = 2870177450012600261u;
  uint64_t sum_ = kPrime5;
  uint64_t length_ = 0;
};

// The hash of a frozenset from those of its items in any order.
class SetHash {
 public:
  constexpr void Add(int64_t item_hash) {
    uint64_t h = static_cast<uint64_t>(item_hash);
    sum_ ^= ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
    ++size_;
  }
  constexpr int64_t Finish() const {
    uint64_t sum = sum_ ^ (size_ + 1) * 1927868237u;
    sum ^= (sum >> 11) ^ (sum >> 25);
    sum = sum * 69069u + 907133923u;
    return sum == ~uint64_t{0} ? 590923713 : static_cast<int64_t>(sum);
  }

 private:
  uint64_t sum_ = 0;
  uint64_t size_ = 0;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_HASH_H_
