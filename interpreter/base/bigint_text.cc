// Magnitudes to digits and back, in any base from 2 to 36.
//
// Bases that are powers of two regroup bits. The others work in chunks of as many digits as fit a limb (19 decimal
// ones): short numbers chunk by chunk, which is quadratic; long ones by halving. With p(k) = chunk ** (2 ** k),
//
//       to text:    a = q * p(k) + r, convert q, then r padded to 2**k chunks
//       from text:  the last 2**k chunks are r, what is before them is q
//
// so that all the work is in fast division and multiplication. Recursion depth is logarithmic.
#include "interpreter/base/bigint.h"
#include "interpreter/base/bigint_limbs.h"
#include "interpreter/base/check.h"

namespace garter::bigint {
namespace {

constexpr size_t kToTextBasecase = 40;    // limbs
constexpr size_t kFromTextBasecase = 60;  // limbs
constexpr int kMaxPowers = 48;

struct Chunk {
  uint64_t value;  // base ** digits, the largest below 2**64
  unsigned digits;
};

Chunk ChunkOf(unsigned base) {
  Chunk chunk{base, 1};
  while (chunk.value <= ~uint64_t{0} / base) {
    chunk.value *= base;
    ++chunk.digits;
  }
  return chunk;
}

bool IsPowerOfTwo(unsigned base) { return (base & (base - 1)) == 0; }
char DigitOf(uint64_t value) { return static_cast<char>(value < 10 ? '0' + value : 'a' + value - 10); }
unsigned ValueOf(char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10); }

// Bits per digit, rounded down and up, in 1/2**16: for room estimates.
constexpr uint32_t kLog2Floor[37] = {0,      0,      65536,  103872, 131072, 152169, 169408, 183982, 196608, 207744,
                                     217705, 226717, 234944, 242512, 249518, 256041, 262144, 267875, 273280, 278392,
                                     283241, 287854, 292253, 296456, 300480, 304339, 308048, 311616, 315054, 318372,
                                     321577, 324678, 327680, 330589, 333411, 336152, 338816};

struct Powers {
  const uint64_t* limbs[kMaxPowers];
  size_t size[kMaxPowers];
  int count = 0;
};

// p(0), p(1), ... each the square of the one before, while the last is at most `limit` limbs long. They lie one after
// another in `room`; *used says how many limbs they take.
bool MakePowers(Meter& meter, uint64_t chunk, size_t limit, uint64_t* room, Powers* powers, size_t* used,
                uint64_t* scratch) {
  room[0] = chunk;
  powers->limbs[0] = room;
  powers->size[0] = 1;
  powers->count = 1;
  *used = 1;
  for (;;) {
    int last = powers->count - 1;
    size_t size = powers->size[last];
    if (2 * size > limit || powers->count == kMaxPowers) return true;
    uint64_t* next = room + *used;
    if (!Multiply(meter, powers->limbs[last], size, powers->limbs[last], size, next, &powers->size[last + 1],
                  scratch)) {
      return false;
    }
    powers->limbs[last + 1] = next;
    *used += 2 * size;
    ++powers->count;
  }
}
// The sum of the sizes 1, 2, 4, ... up to `limit`.
size_t PowersRoom(size_t limit) { return 2 * limit + 64; }

// One conversion to text: what all levels of its recursion share.
class TextWriter {
 public:
  TextWriter(Meter& meter, unsigned base, char* out) : meter_(meter), base_(base), chunk_(ChunkOf(base)), out_(out) {}

  bool Write(const uint64_t* a, size_t an, uint64_t* scratch) {
    if (an <= kToTextBasecase) return WriteShort(a, an, 0, scratch);
    size_t used;
    if (!MakePowers(meter_, chunk_.value, an / 2 + 1, scratch, &powers_, &used, scratch + PowersRoom(an / 2 + 1))) {
      return false;
    }
    return WriteLong(a, an, powers_.count - 1, false, scratch + PowersRoom(an / 2 + 1));
  }
  size_t length() const { return length_; }

 private:
  // `is_padded`: exactly 2**(k+1) chunks with leading zeros; else no leading zeros (and nothing at all for zero).
  bool WriteLong(const uint64_t* a, size_t an, int k, bool is_padded, uint64_t* scratch) {
    size_t pad = is_padded ? static_cast<size_t>(chunk_.digits) << (k + 1) : 0;
    if (an <= kToTextBasecase) return WriteShort(a, an, pad, scratch);
    size_t pn = powers_.size[k];
    if (Compare(a, an, powers_.limbs[k], pn) < 0) {
      if (is_padded && !Zeros(static_cast<size_t>(chunk_.digits) << k)) return false;
      return WriteLong(a, an, k - 1, is_padded, scratch);
    }
    uint64_t *q = scratch, *r = q + (an - pn + 1), *rest = r + pn;
    size_t qn, rn;
    if (!Divide(meter_, a, an, powers_.limbs[k], pn, q, &qn, r, &rn, rest)) return false;
    // The quotient may still be above p(k) when nothing bounds it from above: only at the start.
    return WriteLong(q, qn, is_padded ? k - 1 : k, is_padded, rest) && WriteLong(r, rn, k - 1, true, rest);
  }

  // Chunk by chunk from the low end into a small buffer of chunks, then out from the high end.
  bool WriteShort(const uint64_t* a, size_t an, size_t pad, uint64_t* scratch) {
    uint64_t chunks[kToTextBasecase * 2 + 2];
    size_t count = 0;
    uint64_t* rest = scratch;
    Copy(rest, a, an);
    if (!Pay(meter_, 2 * an * an + 8)) return false;
    int bits = std::countl_zero(chunk_.value);
    uint64_t d = chunk_.value << bits, reciprocal = Reciprocal(d);
    while (an > 0) {
      uint64_t r = bits == 0 ? 0 : rest[an - 1] >> (64 - bits);
      for (size_t i = an; i-- > 0;) {
        uint64_t low = bits == 0 ? rest[i] : rest[i] << bits | (i == 0 ? 0 : rest[i - 1] >> (64 - bits));
        rest[i] = DivideLimb(r, low, d, reciprocal, &r);
      }
      an = Trim(rest, an);
      chunks[count++] = r >> bits;
    }
    size_t head = 0;
    char digits[64];
    if (count > 0) {
      for (uint64_t c = chunks[count - 1]; c != 0; c /= base_) digits[head++] = DigitOf(c % base_);
    }
    size_t total = head + (count > 0 ? (count - 1) * chunk_.digits : 0);
    if (total < pad && !Zeros(pad - total)) return false;
    while (head > 0) out_[length_++] = digits[--head];
    for (size_t i = count > 0 ? count - 1 : 0; i-- > 0;) WriteChunk(chunks[i]);
    return true;
  }

  void WriteChunk(uint64_t c) {
    char* at = out_ + length_;
    if (base_ == 10) {  // two digits a step; the divisor is a constant
      for (size_t i = chunk_.digits; i > 1; i -= 2) {
        uint64_t two = c % 100;
        c /= 100;
        at[i - 1] = static_cast<char>('0' + two % 10);
        at[i - 2] = static_cast<char>('0' + two / 10);
      }
      at[0] = static_cast<char>('0' + c);  // nineteen is odd
    } else {
      for (size_t i = chunk_.digits; i-- > 0; c /= base_) at[i] = DigitOf(c % base_);
    }
    length_ += chunk_.digits;
  }

  bool Zeros(size_t count) {
    if (!Pay(meter_, count / 8)) return false;
    std::memset(out_ + length_, '0', count);
    length_ += count;
    return true;
  }

  Meter& meter_;
  uint64_t base_;
  Chunk chunk_;
  char* out_;
  size_t length_ = 0;
  Powers powers_;
};

bool ToTextByBits(Meter& meter, const uint64_t* a, size_t an, unsigned base, char* out, size_t* length) {
  unsigned bits = static_cast<unsigned>(std::countr_zero(base));
  uint64_t digits = (BitLength(a, an) + bits - 1) / bits;
  for (uint64_t i = 0; i < digits; ++i) {
    if (i % kChunk == 0 && !Pay(meter, kChunk < digits - i ? kChunk : digits - i)) return false;
    uint64_t at = (digits - 1 - i) * bits;
    size_t limb = static_cast<size_t>(at / 64);
    unsigned offset = static_cast<unsigned>(at % 64);
    uint64_t value = a[limb] >> offset;
    if (offset + bits > 64 && limb + 1 < an) value |= a[limb + 1] << (64 - offset);
    out[i] = DigitOf(value & (base - 1));
  }
  *length = static_cast<size_t>(digits);
  return true;
}

bool FromTextByBits(Meter& meter, const char* text, size_t n, unsigned base, uint64_t* out, size_t* size) {
  unsigned bits = static_cast<unsigned>(std::countr_zero(base));
  size_t count = 0;
  uint64_t limb = 0;
  unsigned filled = 0;
  for (size_t i = 0; i < n; ++i) {
    if (i % kChunk == 0 && !Pay(meter, kChunk < n - i ? kChunk : n - i)) return false;
    uint64_t value = ValueOf(text[n - 1 - i]);
    limb |= value << filled;
    filled += bits;
    if (filled >= 64) {
      out[count++] = limb;
      filled -= 64;
      limb = filled == 0 ? 0 : value >> (bits - filled);
    }
  }
  if (filled != 0) out[count++] = limb;
  *size = Trim(out, count);
  return true;
}

class TextReader {
 public:
  TextReader(Meter& meter, unsigned base) : meter_(meter), base_(base), chunk_(ChunkOf(base)) {}

  bool Read(const char* text, size_t n, uint64_t* out, size_t* size, uint64_t* scratch) {
    if (n <= kFromTextBasecase * chunk_.digits) return ReadShort(text, n, out, size);
    size_t limit = FromTextRoom(n, base_) / 2 + 2;
    size_t used;
    if (!MakePowers(meter_, chunk_.value, limit, scratch, &powers_, &used, scratch + PowersRoom(limit))) return false;
    return ReadLong(text, n, powers_.count - 1, out, size, scratch + PowersRoom(limit));
  }

 private:
  bool ReadLong(const char* text, size_t n, int k, uint64_t* out, size_t* size, uint64_t* scratch) {
    if (n <= kFromTextBasecase * chunk_.digits) return ReadShort(text, n, out, size);
    while (n <= static_cast<uint64_t>(chunk_.digits) << k) --k;
    size_t low = static_cast<size_t>(chunk_.digits) << k;
    uint64_t *high_part = scratch, *low_part = high_part + FromTextRoom(n - low, base_);
    uint64_t* rest = low_part + FromTextRoom(low, base_);
    size_t high_size, low_size;
    if (!ReadLong(text, n - low, k, high_part, &high_size, rest)) return false;
    if (!ReadLong(text + (n - low), low, k - 1, low_part, &low_size, rest)) return false;
    if (!Multiply(meter_, high_part, high_size, powers_.limbs[k], powers_.size[k], out, size, rest)) return false;
    return Add(meter_, out, *size, low_part, low_size, out, size);
  }

  // Horner's rule by chunks.
  bool ReadShort(const char* text, size_t n, uint64_t* out, size_t* size) {
    size_t count = 0;
    size_t first = n % chunk_.digits;
    if (!Pay(meter_, n + (n / chunk_.digits) * (n / chunk_.digits) / 2)) return false;
    for (size_t at = 0; at < n;) {
      size_t take = at == 0 && first != 0 ? first : chunk_.digits;
      uint64_t value = 0;
      for (size_t i = 0; i < take; ++i) value = value * base_ + ValueOf(text[at + i]);
      uint64_t carry = MultiplyRow(out, out, count, chunk_.value, value);
      if (carry != 0) out[count++] = carry;
      at += take;
    }
    *size = count;
    return true;
  }

  Meter& meter_;
  unsigned base_;
  Chunk chunk_;
  Powers powers_;
};

}  // namespace

size_t TextRoom(const uint64_t* a, size_t an, unsigned base) {
  uint64_t bits = BitLength(a, an);
  return static_cast<size_t>((bits >> 16) * ((uint64_t{1} << 32) / kLog2Floor[base] + 1) +
                             (bits & 0xFFFF) * 65536 / kLog2Floor[base] + 2);
}

size_t ToTextScratch(size_t an, unsigned base) {
  if (IsPowerOfTwo(base)) return 0;
  if (an <= kToTextBasecase) return an + 1;
  // Powers; then at each level a quotient and a remainder (an + 1 limbs in all) and the next level below them.
  size_t multiply = MultiplyScratch(an / 2 + 2, an / 2 + 2);
  size_t divide = DivideScratch(an, an / 2 + 1) + DivideScratch(an, an / 4 + 1);
  return PowersRoom(an / 2 + 1) + 4 * an + 256 + (multiply > divide ? multiply : divide);
}

bool ToText(Meter& meter, const uint64_t* a, size_t an, unsigned base, char* out, size_t* length, uint64_t* scratch) {
  if (an == 0) {
    out[0] = '0';
    *length = 1;
    return true;
  }
  if (IsPowerOfTwo(base)) return ToTextByBits(meter, a, an, base, out, length);
  TextWriter writer(meter, base, out);
  if (!writer.Write(a, an, scratch)) return false;
  *length = writer.length();
  return true;
}

int CompareDecimalDigits(const uint64_t* a, size_t an, uint64_t digits) {
  uint64_t bits = BitLength(a, an);
  // log2(10) lies between 217705 and 217706 over 2**16.
  if (static_cast<Wide>(bits) << 16 <= static_cast<Wide>(digits) * 217705) return -1;
  if (bits > 0 && static_cast<Wide>(bits - 1) << 16 >= static_cast<Wide>(digits) * 217706) return 1;
  return 0;
}

size_t FromTextRoom(size_t n, unsigned base) {
  return static_cast<size_t>(((static_cast<Wide>(n) * (kLog2Floor[base] + 1)) >> 22) + 2);
}

size_t FromTextScratch(size_t n, unsigned base) {
  if (IsPowerOfTwo(base) || n <= kFromTextBasecase * ChunkOf(base).digits) return 0;
  size_t limbs = FromTextRoom(n, base);
  return PowersRoom(limbs / 2 + 2) + 3 * limbs + 512 + MultiplyScratch(limbs / 2 + 4, limbs / 2 + 4) + 2 * limbs;
}

bool FromText(Meter& meter, const char* text, size_t n, unsigned base, uint64_t* out, size_t* size, uint64_t* scratch) {
  if (IsPowerOfTwo(base)) return FromTextByBits(meter, text, n, base, out, size);
  return TextReader(meter, base).Read(text, n, out, size, scratch);
}

}  // namespace garter::bigint
