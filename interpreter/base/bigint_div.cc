// Division of magnitudes.
//
//   one limb          a reciprocal, computed once, and two multiplications a limb
//   Knuth             algorithm D (The Art of Computer Programming 4.3.1); the trial digit comes from the top three
//                     limbs over the top two through a reciprocal (Moeller and Granlund), so it is at most one too big
//   Burnikel-Ziegler  "Fast Recursive Division" (1998): halves of the quotient by recursion, remainders corrected with
//                     one fast multiplication; for long divisors and quotients
//
// Divisors are first shifted until their top bit is set, dividends with them.
#include "interpreter/base/bigint.h"
#include "interpreter/base/bigint_limbs.h"
#include "interpreter/base/check.h"

namespace garter::bigint {
namespace {

constexpr size_t kBurnikelZiegler = 90;

// floor((B**3 - 1) / (d1:d0)) - B.
uint64_t Reciprocal3by2(uint64_t d1, uint64_t d0) {
  uint64_t v = Reciprocal(d1);
  uint64_t p = d1 * v + d0;
  if (p < d0) {
    --v;
    if (p >= d1) {
      --v;
      p -= d1;
    }
    p -= d1;
  }
  Wide t = static_cast<Wide>(v) * d0;
  p += High(t);
  if (p < High(t)) {
    --v;
    if (Join(p, Low(t)) >= Join(d1, d0)) --v;
  }
  return v;
}

// (u2:u1:u0) / (d1:d0), for (u2:u1) < (d1:d0).
uint64_t Divide3by2(uint64_t u2, uint64_t u1, uint64_t u0, uint64_t d1, uint64_t d0, uint64_t reciprocal) {
  Wide d = Join(d1, d0);
  Wide q = static_cast<Wide>(reciprocal) * u2 + Join(u2, u1);
  uint64_t quotient = High(q);
  uint64_t r1 = u1 - quotient * d1;
  Wide r = Join(r1, u0) - static_cast<Wide>(d0) * quotient - d;
  ++quotient;
  if (High(r) >= Low(q)) {
    --quotient;
    r += d;
  }
  if (r >= d) ++quotient;
  return quotient;
}

// Divides u (un limbs) by v (vn >= 2 limbs, top bit set) in place: the remainder stays in u's low vn limbs and the
// quotient's un - vn limbs go to q. REQUIRES: the top vn limbs of u are below v.
bool Knuth(Meter& meter, uint64_t* u, size_t un, const uint64_t* v, size_t vn, uint64_t* q) {
  uint64_t d1 = v[vn - 1], d0 = v[vn - 2];
  uint64_t reciprocal = Reciprocal3by2(d1, d0);
  for (size_t j = un - vn; j-- > 0;) {
    if (!Pay(meter, vn + 4)) return false;
    uint64_t* row = u + j;
    uint64_t u2 = row[vn], u1 = row[vn - 1];
    uint64_t digit = ~uint64_t{0};
    if (Join(u2, u1) < Join(d1, d0)) digit = Divide3by2(u2, u1, row[vn - 2], d1, d0, reciprocal);
    uint64_t borrow = MultiplySubtractRow(row, v, vn, digit);
    if (u2 < borrow) {
      AddRow(row, row, v, vn, 0);
      --digit;
    }
    row[vn] = 0;
    q[j] = digit;
  }
  return true;
}

bool Divide2by1(Meter& meter, uint64_t* a, const uint64_t* b, size_t n, uint64_t* q, uint64_t* scratch);

// a (3h limbs) / b (2h limbs): quotient h limbs; the remainder stays in a's low 2h. REQUIRES: the top 2h limbs of a
// are below b.
bool Divide3by2Halves(Meter& meter, uint64_t* a, const uint64_t* b, size_t h, uint64_t* q, uint64_t* scratch) {
  uint64_t* product = scratch;
  uint64_t* rest = scratch + 2 * h;
  int64_t top = 0;  // what the remainder has above 2h limbs
  if (CompareRow(a + 2 * h, b + h, h) < 0) {
    if (!Divide2by1(meter, a + h, b + h, h, q, rest)) return false;
  } else {
    // The top halves are equal: the quotient is B**h - 1 or a little less, and a - q * b1 * B**h = a1 + b1.
    for (size_t i = 0; i < h; ++i) q[i] = ~uint64_t{0};
    top = static_cast<int64_t>(AddRow(a + h, a + h, b + h, h, 0));
    Clear(a + 2 * h, h);
  }
  size_t ignored;
  if (!Multiply(meter, q, h, b, h, product, &ignored, rest)) return false;
  if (!Pay(meter, 4 * h)) return false;
  top -= static_cast<int64_t>(SubtractRow(a, a, product, 2 * h, 0));
  while (top < 0) {
    top += static_cast<int64_t>(AddRow(a, a, b, 2 * h, 0));
    SubtractBorrow(q, q, h, 1);
  }
  return true;
}

// a (2n limbs) / b (n limbs): quotient n limbs; the remainder stays in a's low n. REQUIRES: a's top n limbs < b.
bool Divide2by1(Meter& meter, uint64_t* a, const uint64_t* b, size_t n, uint64_t* q, uint64_t* scratch) {
  if (n < kBurnikelZiegler || n % 2 != 0) return Knuth(meter, a, 2 * n, b, n, q);
  size_t h = n / 2;
  return Divide3by2Halves(meter, a + h, b, h, q + h, scratch) && Divide3by2Halves(meter, a, b, h, q, scratch);
}

// The divisor's length made m * 2**k with a small m, so that it can be halved down to the base case.
size_t PaddedLength(size_t n) {
  size_t unit = 1;
  while (n / unit >= kBurnikelZiegler) unit *= 2;
  return (n + unit - 1) / unit * unit;
}

bool UseKnuth(size_t an, size_t bn) { return bn < kBurnikelZiegler || an - bn < kBurnikelZiegler; }

// Blocks of n limbs that hold the shifted and padded dividend with its overflow limb, and at least two.
size_t BlockCount(size_t an, size_t bn, size_t n) { return (an + (n - bn)) / n + 1; }

bool BurnikelZiegler(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* quotient,
                     uint64_t* remainder, uint64_t* scratch) {
  size_t n = PaddedLength(bn);
  size_t blocks = BlockCount(an, bn, n);
  uint64_t *divisor = scratch, *dividend = divisor + n, *q = dividend + blocks * n, *rest = q + (blocks - 1) * n;
  int bits = std::countl_zero(b[bn - 1]);
  size_t pad = n - bn;
  if (!Pay(meter, 2 * (an + n))) return false;
  Clear(divisor, pad);
  ShiftLeftRow(divisor + pad, b, bn, bits);
  Clear(dividend, blocks * n);
  dividend[pad + an] = ShiftLeftRow(dividend + pad, a, an, bits);
  // Quotient limbs beyond whole blocks: a few are cheaper one by one, many as one more block with zeros above. Either
  // way the top n limbs are below the divisor, whose top bit is set while the overflow limb's is not.
  size_t whole = (pad + an + 1 - n) / n, extra = (pad + an + 1 - n) % n;
  if (extra >= kBurnikelZiegler) {
    ++whole;
  } else if (extra > 0 && !Knuth(meter, dividend + whole * n, n + extra, divisor, n, q + whole * n)) {
    return false;
  }
  for (size_t i = whole; i-- > 0;) {
    if (!Divide2by1(meter, dividend + i * n, divisor, n, q + i * n, rest)) return false;
  }
  Copy(quotient, q, an - bn + 1);
  ShiftRightRow(remainder, dividend + pad, bn, bits);
  return true;
}

}  // namespace

bool DivideSmall(Meter& meter, const uint64_t* a, size_t an, uint64_t divisor, uint64_t* quotient,
                 size_t* quotient_size, uint64_t* remainder) {
  int bits = std::countl_zero(divisor);
  uint64_t d = divisor << bits;
  uint64_t reciprocal = Reciprocal(d);
  uint64_t r = an == 0 || bits == 0 ? 0 : a[an - 1] >> (64 - bits);
  for (size_t end = an; end > 0;) {
    size_t begin = end < kChunk / 4 ? 0 : end - kChunk / 4;
    if (!Pay(meter, 4 * (end - begin))) return false;
    for (size_t i = end; i-- > begin;) {
      uint64_t low = bits == 0 ? a[i] : a[i] << bits | (i == 0 ? 0 : a[i - 1] >> (64 - bits));
      uint64_t digit = DivideLimb(r, low, d, reciprocal, &r);
      if (quotient != nullptr) quotient[i] = digit;
    }
    end = begin;
  }
  if (quotient != nullptr) *quotient_size = Trim(quotient, an);
  *remainder = r >> bits;
  return true;
}

size_t DivideScratch(size_t an, size_t bn) {
  if (an < bn) return 0;
  if (UseKnuth(an, bn)) return an + 1 + bn;
  size_t n = PaddedLength(bn), blocks = BlockCount(an, bn, n);
  // Each level of the recursion holds 2h limbs of product while it goes on with h; then the multiplication's own.
  return n + blocks * n + (blocks - 1) * n + 2 * n + MultiplyScratch(n / 2, n / 2) + 64;
}

bool Divide(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* quotient,
            size_t* quotient_size, uint64_t* remainder, size_t* remainder_size, uint64_t* scratch) {
  CHECK(bn > 0);
  if (Compare(a, an, b, bn) < 0) {
    if (!Pay(meter, an)) return false;
    Copy(remainder, a, an);
    *remainder_size = an;
    *quotient_size = 0;
    return true;
  }
  if (bn == 1) {
    if (!DivideSmall(meter, a, an, b[0], quotient, quotient_size, remainder)) return false;
    *remainder_size = remainder[0] != 0 ? 1 : 0;
    return true;
  }
  size_t q_size = an - bn + 1;
  if (!UseKnuth(an, bn)) {
    if (!BurnikelZiegler(meter, a, an, b, bn, quotient, remainder, scratch)) return false;
  } else {
    uint64_t *u = scratch, *v = scratch + an + 1;
    int bits = std::countl_zero(b[bn - 1]);
    if (!Pay(meter, an + 2 * bn)) return false;
    ShiftLeftRow(v, b, bn, bits);
    u[an] = ShiftLeftRow(u, a, an, bits);
    if (!Knuth(meter, u, an + 1, v, bn, quotient)) return false;
    ShiftRightRow(remainder, u, bn, bits);
  }
  *quotient_size = Trim(quotient, q_size);
  *remainder_size = Trim(remainder, bn);
  return true;
}

}  // namespace garter::bigint
