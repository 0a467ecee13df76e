// Modular power, greatest common divisor, integer square root.
#include "interpreter/base/bigint.h"
#include "interpreter/base/bigint_limbs.h"
#include "interpreter/base/check.h"

namespace garter::bigint {
namespace {

bool BitAt(const uint64_t* a, uint64_t bit) { return (a[bit / 64] >> (bit % 64) & 1) != 0; }

uint64_t GcdLimbs(uint64_t a, uint64_t b) {
  if (a == 0 || b == 0) return a | b;
  int twos = std::countr_zero(a | b);
  a >>= std::countr_zero(a);
  while (b != 0) {
    b >>= std::countr_zero(b);
    if (a > b) {
      uint64_t t = a;
      a = b;
      b = t;
    }
    b -= a;
  }
  return a << twos;
}

// The top 64 bits of a after dropping `below` bits.
uint64_t BitsAbove(const uint64_t* a, size_t an, uint64_t below) {
  size_t word = static_cast<size_t>(below / 64);
  int shift = static_cast<int>(below % 64);
  uint64_t low = word < an ? a[word] : 0, high = word + 1 < an ? a[word + 1] : 0;
  return shift == 0 ? low : low >> shift | high << (64 - shift);
}

// D. Lehmer's step (The Art of Computer Programming 4.5.2): Euclid on the leading 62 bits while both bounds of the
// true quotient agree, so that many steps of the long numbers become one linear combination: the larger turns into
// a*larger + b*smaller, the smaller into c*larger + d*smaller. b == 0 says that not one step was sure.
struct LehmerMatrix {
  int64_t a = 1, b = 0, c = 0, d = 1;
};

LehmerMatrix Lehmer(int64_t x, int64_t y) {
  LehmerMatrix m;
  for (;;) {
    if (y + m.c == 0 || y + m.d == 0) return m;
    int64_t q = (x + m.a) / (y + m.c);
    if (q != (x + m.b) / (y + m.d)) return m;
    int64_t next_c, next_d;
    if (__builtin_mul_overflow(q, m.c, &next_c) || __builtin_sub_overflow(m.a, next_c, &next_c)) return m;
    if (__builtin_mul_overflow(q, m.d, &next_d) || __builtin_sub_overflow(m.b, next_d, &next_d)) return m;
    constexpr int64_t kSmall = int64_t{1} << 31;
    if (next_c >= kSmall || next_c <= -kSmall || next_d >= kSmall || next_d <= -kSmall) return m;
    int64_t next_y = x - q * y;
    m = {m.c, m.d, next_c, next_d};
    x = y;
    y = next_y;
  }
}

// out = p*a + q*b, which is known to be non-negative; a and b are n limbs, out too.
void Combine(const uint64_t* a, const uint64_t* b, size_t n, int64_t p, int64_t q, uint64_t* out) {
  __int128 carry = 0;
  for (size_t i = 0; i < n; ++i) {
    // |p|, |q| < 2**31, so low and high halves of the limbs keep everything within 128 signed bits.
    __int128 t = static_cast<__int128>(p) * static_cast<__int128>(a[i]) +
                 static_cast<__int128>(q) * static_cast<__int128>(b[i]) + carry;
    out[i] = static_cast<uint64_t>(t);
    carry = t >> 64;
  }
}

}  // namespace

size_t ModularPowerScratch(size_t base_size, size_t modulus_size) {
  size_t n = modulus_size;
  size_t first = DivideScratch(base_size, n), later = DivideScratch(2 * n, n);
  size_t quotient = base_size > 2 * n ? base_size + 2 : 2 * n + 2;
  size_t rest = MultiplyScratch(n, n) + 64;
  if (first > rest) rest = first;
  if (later > rest) rest = later;
  return 3 * n + quotient + rest + 4;
}

// Left to right, one bit at a time: a squaring and a reduction a bit, one more of each for a set bit.
bool ModularPower(Meter& meter, const uint64_t* base, size_t base_size, const uint64_t* exponent, size_t exponent_size,
                  const uint64_t* modulus, size_t modulus_size, uint64_t* out, size_t* size, uint64_t* scratch) {
  size_t n = modulus_size;
  uint64_t *factor = scratch, *product = factor + n, *quotient = product + 2 * n;
  uint64_t* rest = quotient + (base_size > 2 * n ? base_size + 2 : 2 * n + 2);
  size_t factor_size, product_size, ignored;
  if (!Divide(meter, base, base_size, modulus, n, quotient, &ignored, factor, &factor_size, rest)) return false;
  out[0] = 1;
  *size = n == 1 && modulus[0] == 1 ? 0 : 1;
  for (uint64_t bit = BitLength(exponent, exponent_size); bit-- > 0;) {
    if (!Pay(meter, 64)) return false;
    if (!Multiply(meter, out, *size, out, *size, product, &product_size, rest)) return false;
    if (!Divide(meter, product, product_size, modulus, n, quotient, &ignored, out, size, rest)) return false;
    if (!BitAt(exponent, bit)) continue;
    if (!Multiply(meter, out, *size, factor, factor_size, product, &product_size, rest)) return false;
    if (!Divide(meter, product, product_size, modulus, n, quotient, &ignored, out, size, rest)) return false;
  }
  return true;
}

// Four numbers, a quotient, and a division of any two lengths that Euclid may meet on the way: DivideScratch is not
// monotonic, so this is a bound on it.
size_t GcdScratch(size_t an, size_t bn) {
  size_t n = an > bn ? an : bn;
  return 5 * (n + 1) + 13 * n + 1200;
}

bool Gcd(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out, size_t* size,
         uint64_t* scratch) {
  if (Compare(a, an, b, bn) < 0) return Gcd(meter, b, bn, a, an, out, size, scratch);
  uint64_t *x = scratch, *y = x + an + 1, *s = y + an + 1, *t = s + an + 1, *rest = t + an + 1;
  size_t xn = an, yn = bn;
  if (!Pay(meter, an + bn)) return false;
  Copy(x, a, an);
  Copy(y, b, bn);
  while (yn > 1) {
    uint64_t bits = BitLength(x, xn);
    LehmerMatrix m;
    if (xn - yn <= 1 && bits > 62) {
      m = Lehmer(static_cast<int64_t>(BitsAbove(x, xn, bits - 62)), static_cast<int64_t>(BitsAbove(y, yn, bits - 62)));
    }
    if (m.b == 0) {  // no step was sure: one true division
      size_t quotient_size, remainder_size;
      uint64_t* quotient = rest;
      if (!Divide(meter, x, xn, y, yn, quotient, &quotient_size, s, &remainder_size, rest + (xn - yn + 1)))
        return false;
      uint64_t* old_x = x;
      x = y;
      xn = yn;
      y = s;
      yn = remainder_size;
      s = old_x;
      continue;
    }
    if (!Pay(meter, 4 * xn)) return false;
    Clear(y + yn, xn - yn);
    Combine(x, y, xn, m.a, m.b, s);
    Combine(x, y, xn, m.c, m.d, t);
    uint64_t *old_x = x, *old_y = y;
    size_t n = xn;
    x = s;
    y = t;
    s = old_x;
    t = old_y;
    xn = Trim(x, n);
    yn = Trim(y, n);
  }
  if (yn == 0) {
    Copy(out, x, xn);
    *size = xn;
    return true;
  }
  uint64_t remainder;
  if (!DivideSmall(meter, x, xn, y[0], nullptr, nullptr, &remainder)) return false;
  out[0] = GcdLimbs(y[0], remainder);
  *size = 1;
  return true;
}

size_t SquareRootScratch(size_t an) {
  size_t half = an / 2 + 3;
  return 3 * (an + 4) + 2 * half + DivideScratch(an + 2, half) + DivideScratch(an + 2, 1) + MultiplyScratch(half, half);
}

// Newton's iteration with doubling precision: after each step `root` is the square root of a's leading 2d + 2 bits or
// so, off by less than one, so that one final comparison settles it (the analysis is Mark Dickinson's, for math.isqrt).
bool SquareRoot(Meter& meter, const uint64_t* a, size_t an, uint64_t* out, size_t* size, uint64_t* scratch) {
  *size = 0;
  if (an == 0) return true;
  uint64_t c = (BitLength(a, an) - 1) / 2, d = 0;
  size_t half = an / 2 + 3;
  uint64_t *shifted = scratch, *quotient = shifted + an + 4, *remainder = quotient + an + 4,
           *moved = remainder + an + 4;
  uint64_t* rest = moved + 2 * half;
  out[0] = 1;
  size_t n = 1;
  for (int s = std::bit_width(c) - 1; s >= 0; --s) {
    uint64_t e = d;
    d = c >> s;
    size_t shifted_size, quotient_size, remainder_size, moved_size;
    if (!ShiftRight(meter, a, an, 2 * c - e - d + 1, shifted, &shifted_size)) return false;
    if (!Divide(meter, shifted, shifted_size, out, n, quotient, &quotient_size, remainder, &remainder_size, rest)) {
      return false;
    }
    if (!ShiftLeft(meter, out, n, d - e - 1, moved, &moved_size)) return false;
    if (!Add(meter, moved, moved_size, quotient, quotient_size, out, &n)) return false;
  }
  size_t square_size;
  uint64_t one = 1;
  if (!Multiply(meter, out, n, out, n, shifted, &square_size, rest)) return false;
  if (Compare(shifted, square_size, a, an) > 0 && !Subtract(meter, out, n, &one, 1, out, &n)) return false;
  *size = n;
  return true;
}

}  // namespace garter::bigint
