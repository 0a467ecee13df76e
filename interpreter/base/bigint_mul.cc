// Multiplication of magnitudes.
//
//   below kKaratsuba limbs   schoolbook, one row a limb; squares compute each cross product once
//   below kToom3             Karatsuba: three half-size products for four, on |a0 - a1| * |b0 - b1|
//   above                    Toom-Cook 3: five third-size products for nine, at 0, 1, -1, 2 and infinity, put together
//                            as M. Bodrato's sequence does (one exact division by 3)
//
// Operands of unequal size are cut: the longer in pieces as long as the shorter. The recursive functions work on
// untrimmed rows of exactly n limbs and write exactly 2n. Recursion depth is logarithmic.
#include "interpreter/base/bigint.h"
#include "interpreter/base/bigint_limbs.h"
#include "interpreter/base/check.h"

namespace garter::bigint {
namespace {

constexpr size_t kKaratsuba = 28;
constexpr size_t kToom3 = 150;
constexpr size_t kSchoolbookPiece = 1024;  // of the longer operand between two looks at the meter

void SchoolbookMultiply(const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out) {
  out[an] = MultiplyRow(out, a, an, b[0], 0);
  for (size_t i = 1; i < bn; ++i) out[an + i] = MultiplyAddRow(out + i, a, an, b[i]);
}

void SchoolbookSquare(const uint64_t* a, size_t n, uint64_t* out) {
  out[0] = 0;
  if (n > 1) {
    out[n] = MultiplyRow(out + 1, a + 1, n - 1, a[0], 0);
    for (size_t i = 1; i + 1 < n; ++i) out[n + i] = MultiplyAddRow(out + 2 * i + 1, a + i + 1, n - 1 - i, a[i]);
  }
  out[2 * n - 1] = 0;
  ShiftLeftRow(out, out, 2 * n, 1);
  uint64_t carry = 0;
  for (size_t i = 0; i < n; ++i) {
    Wide square = static_cast<Wide>(a[i]) * a[i];
    Wide low = static_cast<Wide>(out[2 * i]) + Low(square) + carry;
    out[2 * i] = Low(low);
    Wide high = static_cast<Wide>(out[2 * i + 1]) + High(square) + High(low);
    out[2 * i + 1] = Low(high);
    carry = High(high);
  }
}

[[nodiscard]] bool MultiplyEqual(Meter& meter, const uint64_t* a, const uint64_t* b, size_t n, uint64_t* out,
                                 uint64_t* scratch);

// out = |a0 - a1| for rows of h and m <= h limbs; answers whether the difference was negative.
bool AbsoluteDifference(const uint64_t* a0, size_t h, const uint64_t* a1, size_t m, uint64_t* out) {
  bool is_negative = Trim(a0 + m, h - m) == 0 && CompareRow(a0, a1, m) < 0;
  if (is_negative) {
    SubtractRow(out, a1, a0, m, 0);
    Clear(out + m, h - m);
  } else {
    uint64_t borrow = SubtractRow(out, a0, a1, m, 0);
    SubtractBorrow(out + m, a0 + m, h - m, borrow);
  }
  return is_negative;
}

bool Karatsuba(Meter& meter, const uint64_t* a, const uint64_t* b, size_t n, uint64_t* out, uint64_t* scratch) {
  size_t h = (n + 1) / 2, m = n - h;
  if (!Pay(meter, 4 * n)) return false;
  uint64_t* middle = scratch;  // 2h limbs: |a0 - a1| * |b0 - b1|
  uint64_t* rest = scratch + 2 * h;
  bool is_negative = AbsoluteDifference(a, h, a + h, m, out);
  if (a == b) {
    if (!MultiplyEqual(meter, out, out, h, middle, rest)) return false;
    is_negative = false;
  } else {
    is_negative ^= AbsoluteDifference(b, h, b + h, m, out + h);
    if (!MultiplyEqual(meter, out, out + h, h, middle, rest)) return false;
  }
  if (!MultiplyEqual(meter, a, b, h, out, rest)) return false;
  if (!MultiplyEqual(meter, a + h, b + h, m, out + 2 * h, rest)) return false;
  // a0*b1 + a1*b0 = a0*b0 + a1*b1 - (a0 - a1) * (b0 - b1), in `rest`.
  Copy(rest, out, 2 * h);
  uint64_t top = AddInto(rest, 2 * h, out + 2 * h, 2 * m);
  if (is_negative) {
    top += AddInto(rest, 2 * h, middle, 2 * h);
  } else {
    top -= SubtractFrom(rest, 2 * h, middle, 2 * h);
  }
  rest[2 * h] = top;
  size_t room = 2 * n - h;
  size_t length = 2 * h + 1 < room ? 2 * h + 1 : room;
  AddInto(out + h, room, rest, length);
  return true;
}

// The values of a0 + a1*x + a2*x**2 at 1, -1 and 2, each of k + 1 limbs; answers whether the one at -1 is negative
// (its magnitude is stored).
struct Evaluation {
  uint64_t* at_one;
  uint64_t* at_minus_one;
  uint64_t* at_two;
};

bool Evaluate(const uint64_t* a, size_t k, size_t top, const Evaluation& out) {
  const uint64_t *a1 = a + k, *a2 = a + 2 * k;
  Copy(out.at_two, a, k);
  out.at_two[k] = 0;
  AddInto(out.at_two, k + 1, a2, top);  // a0 + a2, for a moment
  Copy(out.at_one, out.at_two, k + 1);
  AddInto(out.at_one, k + 1, a1, k);
  bool is_negative = AbsoluteDifference(out.at_two, k + 1, a1, k, out.at_minus_one);
  // a0 + 2*a1 + 4*a2 = 2*((a0 + a1 + a2) + a2) - a0
  Copy(out.at_two, out.at_one, k + 1);
  AddInto(out.at_two, k + 1, a2, top);
  ShiftLeftRow(out.at_two, out.at_two, k + 1, 1);
  SubtractFrom(out.at_two, k + 1, a, k);
  return is_negative;
}

// Exact division of a multiple of three: multiply by the inverse modulo 2**64, limb by limb (T. Jebelean).
void DivideByThree(uint64_t* a, size_t n) {
  constexpr uint64_t kInverse = 0xAAAAAAAAAAAAAAAB;
  uint64_t borrow = 0;
  for (size_t i = 0; i < n; ++i) {
    uint64_t difference;
    uint64_t below = static_cast<uint64_t>(__builtin_sub_overflow(a[i], borrow, &difference));
    uint64_t q = difference * kInverse;
    a[i] = q;
    borrow = High(static_cast<Wide>(q) * 3) + below;
  }
}

bool Toom3(Meter& meter, const uint64_t* a, const uint64_t* b, size_t n, uint64_t* out, uint64_t* scratch) {
  size_t k = (n + 2) / 3, top = n - 2 * k, w = 2 * k + 2;
  auto pay = [&meter, n] { return Pay(meter, 2 * n); };  // before each few passes, so that the clock is seen often
  if (!pay()) return false;
  uint64_t *v1 = scratch, *vm = v1 + w, *v2 = vm + w, *eb = v2 + w, *rest = eb + (k + 1);
  // `out` is free until the outer products are made: six rows of k + 1 limbs are 2n + 6 or so, so one lies in scratch.
  Evaluation ea{out, out + (k + 1), out + 2 * (k + 1)};
  Evaluation of_b{out + 3 * (k + 1), out + 4 * (k + 1), eb};
  bool is_negative = Evaluate(a, k, top, ea);
  if (a == b) {
    of_b = ea;
    is_negative = false;
  } else {
    if (!pay()) return false;
    is_negative ^= Evaluate(b, k, top, of_b);
  }
  if (!MultiplyEqual(meter, ea.at_one, of_b.at_one, k + 1, v1, rest)) return false;
  if (!MultiplyEqual(meter, ea.at_minus_one, of_b.at_minus_one, k + 1, vm, rest)) return false;
  if (!MultiplyEqual(meter, ea.at_two, of_b.at_two, k + 1, v2, rest)) return false;
  if (!MultiplyEqual(meter, a, b, k, out, rest)) return false;
  if (!MultiplyEqual(meter, a + 2 * k, b + 2 * k, top, out + 4 * k, rest)) return false;
  const uint64_t *v0 = out, *vi = out + 4 * k;
  // Bodrato's sequence; every intermediate value but vm is known to be non-negative.
  if (!pay()) return false;
  if (is_negative) {
    AddInto(v2, w, vm, w);
    DivideByThree(v2, w);
    AddRow(vm, v1, vm, w, 0);
  } else {
    SubtractFrom(v2, w, vm, w);
    DivideByThree(v2, w);
    SubtractRow(vm, v1, vm, w, 0);
  }
  if (!pay()) return false;
  ShiftRightRow(vm, vm, w, 1);     // (v1 - v-1) / 2
  SubtractFrom(v1, w, v0, 2 * k);  // v1 - v0
  SubtractFrom(v2, w, v1, w);
  ShiftRightRow(v2, v2, w, 1);  // (v2 - v1) / 2
  if (!pay()) return false;
  SubtractFrom(v1, w, vm, w);
  SubtractFrom(v1, w, vi, 2 * top);  // coefficient 2
  SubtractFrom(v2, w, vi, 2 * top);
  SubtractFrom(v2, w, vi, 2 * top);  // coefficient 3
  SubtractFrom(vm, w, v2, w);        // coefficient 1
  if (!pay()) return false;
  Clear(out + 2 * k, 2 * k);
  auto add = [out, n](size_t at, const uint64_t* row, size_t length) {
    length = Trim(row, length);
    AddInto(out + at, 2 * n - at, row, length);
  };
  add(k, vm, w);
  add(2 * k, v1, w);
  add(3 * k, v2, w);
  return true;
}

bool MultiplyEqual(Meter& meter, const uint64_t* a, const uint64_t* b, size_t n, uint64_t* out, uint64_t* scratch) {
  if (n >= kToom3) return Toom3(meter, a, b, n, out, scratch);
  if (n >= kKaratsuba) return Karatsuba(meter, a, b, n, out, scratch);
  if (n == 0) return true;
  if (!Pay(meter, n * n)) return false;
  if (a == b) {
    SchoolbookSquare(a, n, out);
  } else {
    SchoolbookMultiply(a, n, b, n, out);
  }
  return true;
}

// A short b: schoolbook on pieces of a.
bool MultiplyByShort(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out) {
  size_t first = an < kSchoolbookPiece ? an : kSchoolbookPiece;
  if (!Pay(meter, first * bn)) return false;
  SchoolbookMultiply(a, first, b, bn, out);
  for (size_t at = first; at < an;) {
    size_t count = an - at < kSchoolbookPiece ? an - at : kSchoolbookPiece;
    if (!Pay(meter, count * bn)) return false;
    // The top bn limbs of what is done overlap this piece's product, limb by limb of b.
    Clear(out + at + bn, count);
    for (size_t i = 0; i < bn; ++i) {
      uint64_t carry = MultiplyAddRow(out + at + i, a + at, count, b[i]);
      AddCarry(out + at + i + count, out + at + i + count, bn - i, carry);
    }
    at += count;
  }
  return true;
}

// A long b: pieces of a as long as b, then what is left with the roles changed.
bool MultiplyPieces(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out,
                    uint64_t* scratch) {
  uint64_t *product = scratch, *rest = scratch + 2 * bn;
  if (!MultiplyEqual(meter, a, b, bn, out, rest)) return false;
  for (size_t at = bn; at < an;) {
    size_t count = an - at < bn ? an - at : bn;
    size_t ignored;
    if (count == bn) {
      if (!MultiplyEqual(meter, a + at, b, bn, product, rest)) return false;
    } else if (!Multiply(meter, b, bn, a + at, count, product, &ignored, rest)) {
      return false;
    }
    if (!Pay(meter, count + bn)) return false;
    Copy(out + at + bn, product + bn, count);
    uint64_t carry = AddRow(out + at, out + at, product, bn, 0);
    AddCarry(out + at + bn, out + at + bn, count, carry);
    at += count;
  }
  return true;
}

// What MultiplyEqual needs: Toom-3 takes 8(k + 1) limbs and goes on with a third, Karatsuba 4h + 1 or 2h and half.
size_t EqualScratch(size_t n) { return n < kKaratsuba ? 0 : 4 * n + 32 * static_cast<size_t>(std::bit_width(n)) + 64; }

}  // namespace

size_t MultiplyScratch(size_t an, size_t bn) {
  size_t shorter = an < bn ? an : bn;
  if (shorter < kKaratsuba) return 0;
  if (an == bn) return EqualScratch(an);
  // A leftover piece is shorter than b and nests once for each halving or so of its length.
  return 2 * (2 * shorter) + EqualScratch(shorter) + 2 * shorter + 64;
}

bool Multiply(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out, size_t* size,
              uint64_t* scratch) {
  if (an < bn) return Multiply(meter, b, bn, a, an, out, size, scratch);
  *size = 0;
  if (bn == 0) return true;
  bool is_done = an == bn          ? MultiplyEqual(meter, a, b, an, out, scratch)
                 : bn < kKaratsuba ? MultiplyByShort(meter, a, an, b, bn, out)
                                   : MultiplyPieces(meter, a, an, b, bn, out, scratch);
  *size = Trim(out, an + bn);
  return is_done;
}

size_t PowerRoom(const uint64_t* a, size_t an, uint64_t exponent) {
  if (an == 0 || exponent == 0) return 1;
  Wide bits = static_cast<Wide>(BitLength(a, an)) * exponent;
  if (bits >> 63 != 0) return ~size_t{0};
  Wide limbs = (bits + 63) / 64 + 1;
  return limbs > ~size_t{0} ? ~size_t{0} : static_cast<size_t>(limbs);
}

size_t PowerScratch(const uint64_t* a, size_t an, uint64_t exponent) {
  size_t room = PowerRoom(a, an, exponent);
  if (room > (~size_t{0} >> 8)) return ~size_t{0};
  return room + MultiplyScratch(room / 2 + 1, room / 2 + 1) + MultiplyScratch(room, an);
}

// Left to right binary powering. The factor of two in `a` is not split off: shifting is the caller's shortcut.
bool Power(Meter& meter, const uint64_t* a, size_t an, uint64_t exponent, uint64_t* out, size_t* size,
           uint64_t* scratch) {
  size_t room = PowerRoom(a, an, exponent);
  out[0] = 1;
  *size = 1;
  if (exponent == 0) return true;
  uint64_t *product = scratch, *rest = scratch + room;
  Copy(out, a, an);
  size_t n = an;
  for (int bit = std::bit_width(exponent) - 2; bit >= 0; --bit) {
    size_t product_size;
    if (!Multiply(meter, out, n, out, n, product, &product_size, rest)) return false;
    if ((exponent >> bit & 1) != 0) {
      if (!Multiply(meter, product, product_size, a, an, out, &n, rest)) return false;
    } else {
      if (!Pay(meter, product_size)) return false;
      Copy(out, product, product_size);
      n = product_size;
    }
  }
  *size = n;
  return true;
}

}  // namespace garter::bigint
