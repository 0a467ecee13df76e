// Python's + - * // % and comparison on signed integers.
#include "interpreter/base/bigint.h"
#include "interpreter/base/bigint_limbs.h"

namespace garter::bigint {

int CompareSigned(BigInt a, BigInt b) {
  if (a.is_negative != b.is_negative) return a.is_negative ? -1 : 1;
  int magnitudes = Compare(a.limbs, a.size, b.limbs, b.size);
  return a.is_negative ? -magnitudes : magnitudes;
}

bool AddSigned(Meter& meter, BigInt a, BigInt b, BigIntOut* out) {
  if (a.is_negative == b.is_negative) {
    out->is_negative = a.is_negative;
    return Add(meter, a.limbs, a.size, b.limbs, b.size, out->limbs, &out->size);
  }
  int order = Compare(a.limbs, a.size, b.limbs, b.size);
  out->is_negative = order > 0 ? a.is_negative : order < 0 ? b.is_negative : false;
  if (order >= 0) return Subtract(meter, a.limbs, a.size, b.limbs, b.size, out->limbs, &out->size);
  return Subtract(meter, b.limbs, b.size, a.limbs, a.size, out->limbs, &out->size);
}

bool SubtractSigned(Meter& meter, BigInt a, BigInt b, BigIntOut* out) {
  if (b.size != 0) b.is_negative = !b.is_negative;
  return AddSigned(meter, a, b, out);
}

bool MultiplySigned(Meter& meter, BigInt a, BigInt b, BigIntOut* out, uint64_t* scratch) {
  out->is_negative = a.is_negative != b.is_negative && a.size != 0 && b.size != 0;
  return Multiply(meter, a.limbs, a.size, b.limbs, b.size, out->limbs, &out->size, scratch);
}

bool FloorDivide(Meter& meter, BigInt a, BigInt b, BigIntOut* quotient, BigIntOut* remainder, uint64_t* scratch) {
  if (!Divide(meter, a.limbs, a.size, b.limbs, b.size, quotient->limbs, &quotient->size, remainder->limbs,
              &remainder->size, scratch)) {
    return false;
  }
  bool differ = a.is_negative != b.is_negative;
  if (differ && remainder->size != 0) {
    uint64_t one = 1;
    if (!Add(meter, quotient->limbs, quotient->size, &one, 1, quotient->limbs, &quotient->size)) return false;
    if (!Subtract(meter, b.limbs, b.size, remainder->limbs, remainder->size, remainder->limbs, &remainder->size)) {
      return false;
    }
  }
  quotient->is_negative = differ && quotient->size != 0;
  remainder->is_negative = b.is_negative && remainder->size != 0;
  return true;
}

}  // namespace garter::bigint
