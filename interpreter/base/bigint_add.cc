// Comparison, addition and subtraction of magnitudes.
#include "interpreter/base/bigint.h"
#include "interpreter/base/bigint_limbs.h"

namespace garter::bigint {

int Compare(const uint64_t* a, size_t an, const uint64_t* b, size_t bn) {
  if (an != bn) return an < bn ? -1 : 1;
  return CompareRow(a, b, an);
}

bool Add(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out, size_t* size) {
  if (an < bn) return Add(meter, b, bn, a, an, out, size);
  uint64_t carry = 0;
  for (size_t i = 0; i < an;) {
    size_t limit = i < bn ? bn : an;
    size_t count = limit - i < kChunk ? limit - i : kChunk;
    if (!Pay(meter, count)) return false;
    carry = i < bn ? AddRow(out + i, a + i, b + i, count, carry) : AddCarry(out + i, a + i, count, carry);
    i += count;
  }
  if (carry != 0) out[an] = carry;
  *size = an + carry;
  return true;
}

bool Subtract(Meter& meter, const uint64_t* a, size_t an, const uint64_t* b, size_t bn, uint64_t* out, size_t* size) {
  uint64_t borrow = 0;
  for (size_t i = 0; i < an;) {
    size_t limit = i < bn ? bn : an;
    size_t count = limit - i < kChunk ? limit - i : kChunk;
    if (!Pay(meter, count)) return false;
    borrow = i < bn ? SubtractRow(out + i, a + i, b + i, count, borrow) : SubtractBorrow(out + i, a + i, count, borrow);
    i += count;
  }
  *size = Trim(out, an);
  return true;
}

}  // namespace garter::bigint
