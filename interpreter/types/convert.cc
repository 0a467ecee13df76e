// Conversions of arguments: see convert.h.
#include "interpreter/types/convert.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/protocols.h"

#include "interpreter/base/bigint.h"
#include "interpreter/base/utf8.h"

namespace garter {

namespace {

// An object of the program that is, or has, an index becomes an int; anything else stays. Done(value).
Step Unwrapped(Vm& vm, Value v) { return IsUserObject(vm, v) && HasIndex(vm, v) ? Index(vm, v) : Step::Done(v); }

}  // namespace

Step ClampedIndexOf(Vm& vm, Value v, int64_t* out) {
  Step index = Unwrapped(vm, v);
  if (!index.done()) return index;
  v = index.value;
  if (vm.AsClampedIndex(v, out)) return Step::Done(kNone);
  return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", v);
}

Step IndexOf(Vm& vm, Value v, int64_t* out) {
  Step index = Unwrapped(vm, v);
  if (!index.done()) return index;
  v = index.value;
  if (vm.AsInt64(v, out)) return Step::Done(kNone);
  if (v.IsObject(Kind::kInt)) return vm.Raise(TypeId::kOverflowError, "Python int too large to convert to C ssize_t");
  return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", v);
}

Step CIntOf(Vm& vm, Value v, int64_t* out) {
  Step index = Unwrapped(vm, v);
  if (!index.done()) return index;
  v = index.value;
  if (!v.IsAnyInt() && !v.IsBool())
    return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", v);
  if (vm.AsInt64(v, out) && *out >= INT32_MIN && *out <= INT32_MAX) return Step::Done(kNone);
  return vm.Raise(TypeId::kOverflowError, "Python int too large to convert to C int");
}

Step FloatOf(Vm& vm, Value v, double* out) {
  if (v.IsDouble()) {
    *out = v.AsDouble();
    return Step::Done(kNone);
  }
  if (v.IsSmallInt() || v.IsBool()) {
    int64_t i = 0;
    vm.AsInt64(v, &i);
    *out = static_cast<double>(i);
    return Step::Done(kNone);
  }
  if (v.IsObject(Kind::kInt)) {
    const Int* big = vm.heap.At<Int>(v);
    if (bigint::ToDouble({big->limbs(), big->limb_count, big->negative()}, out)) return Step::Done(kNone);
    return vm.Raise(TypeId::kOverflowError, "int too large to convert to float");
  }
  if (IsUserObject(vm, v)) {
    if (!LookupOwnSpecial(vm, v, Special::k_float).IsUnbound()) {
      Step step = Ask(vm, Protocol::kFloat, 0, v);
      if (step.done()) *out = step.value.AsDouble();
      return step;
    }
    Value native = Plain(vm, v);
    if (native.IsDouble() || native.IsAnyInt() || native.IsBool()) return FloatOf(vm, native, out);
    if (HasIndex(vm, v)) {
      Step step = Index(vm, v);
      return step.done() ? FloatOf(vm, step.value, out) : step;
    }
  }
  return vm.Raise(TypeId::kTypeError, "must be real number, not %T", v);
}

Value IntFromDecimal(Vm& vm, std::string_view text) {
  bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty()) return kNone;
  for (char c : text) {
    if (c < '0' || c > '9') return kNone;
  }
  if (text.size() <= 14) {
    int64_t value = 0;
    for (char c : text) value = value * 10 + (c - '0');
    return Value::SmallInt(negative ? -value : value);
  }
  size_t scratch_limbs = bigint::FromTextScratch(text.size(), 10);
  size_t room = bigint::FromTextRoom(text.size(), 10);
  if (room + scratch_limbs > 0xFFFF'FFFF / 8) return kUnbound;
  uint32_t top = vm.heap.top;
  Int* result = vm.NewIntLimbs(static_cast<uint32_t>(room));
  Int* scratch = result == nullptr ? nullptr : vm.NewIntLimbs(static_cast<uint32_t>(scratch_limbs));
  if (scratch == nullptr) return kUnbound;
  size_t size = 0;
  bool alive = bigint::FromText(vm.meter, text.data(), text.size(), 10, result->limbs(), &size, scratch->limbs());
  // The scratch was the last allocation and is given back.
  vm.heap.top = top + static_cast<uint32_t>(sizeof(Int) + room * 8);
  if (!alive) return kUnbound;
  for (size_t k = size; k < room; ++k) result->limbs()[k] = 0;
  return vm.NormalizeInt(result, negative);
}

bool IsValidUtf8(std::string_view text) { return ScanUtf8(text.data(), text.size()).error == Utf8Error::kNone; }

}  // namespace garter
