// SipHash-1-3 with key 0: the hash of str and bytes under PYTHONHASHSEED=0 (J.-P. Aumasson and D. J. Bernstein,
// "SipHash: a fast short-input PRF"). One round a block, three at the end.
//
// A str is hashed over its characters as stored, 1, 2 or 4 bytes each, little-endian. Python always sees a
// little-endian machine, so the loads here say so.
#ifndef GARTER_INTERPRETER_BASE_SIPHASH_H_
#define GARTER_INTERPRETER_BASE_SIPHASH_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace garter {
namespace siphash {

struct State {
  uint64_t a = 0x736f6d6570736575, b = 0x646f72616e646f6d, c = 0x6c7967656e657261, d = 0x7465646279746573;

  void Round() {
    a += b;
    b = std::rotl(b, 13) ^ a;
    a = std::rotl(a, 32);
    c += d;
    d = std::rotl(d, 16) ^ c;
    a += d;
    d = std::rotl(d, 21) ^ a;
    c += b;
    b = std::rotl(b, 17) ^ c;
    c = std::rotl(c, 32);
  }
  void Absorb(uint64_t block) {
    d ^= block;
    Round();
    a ^= block;
  }
};

inline uint64_t Load64(const unsigned char* at) {
  uint64_t value;
  std::memcpy(&value, at, 8);
  if constexpr (std::endian::native == std::endian::big) value = __builtin_bswap64(value);
  return value;
}

}  // namespace siphash

inline uint64_t SipHash13(const void* data, size_t n) {
  const unsigned char* at = static_cast<const unsigned char*>(data);
  siphash::State state;
  uint64_t last = static_cast<uint64_t>(n) << 56;
  for (; n >= 8; n -= 8, at += 8) state.Absorb(siphash::Load64(at));
  for (size_t i = 0; i < n; ++i) last |= static_cast<uint64_t>(at[i]) << (8 * i);
  state.Absorb(last);
  state.c ^= 0xFF;
  for (int i = 0; i < 3; ++i) state.Round();
  return state.a ^ state.b ^ state.c ^ state.d;
}

// hash() of a bytes object or of a str's character buffer (n in bytes). Never -1; 0 for the empty one. Linear in n:
// who hashes long text charges for it.
inline int64_t HashBytes(const void* data, size_t n) {
  if (n == 0) return 0;
  int64_t hash = static_cast<int64_t>(SipHash13(data, n));
  return hash == -1 ? -2 : hash;
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_SIPHASH_H_
