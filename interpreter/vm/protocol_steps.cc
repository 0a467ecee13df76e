// The step forms of the protocols: what runs when the Try form has met an object of the program. See ask.h.
//
// Each is entered with the operands as arguments 1 to 3. Where no operand has a say of its own (a list of instances is
// compared with another) the Try form runs again, as this native, and asks for the parts.
#include "interpreter/types/sequence.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/special_calls.h"

namespace garter {
namespace {

enum Phase : uint32_t { kStart, kFirst, kSecond, kThird };

// bool(a): __bool__, else __len__, else true (reference 3.3.1).
Step TruthStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1);
  if (n.phase == kFirst) {
    if (n.input.IsBool()) return Step::Done(n.input);
    return vm.Raise(TypeId::kTypeError, "__bool__ should return bool, returned %T", n.input);
  }
  if (n.phase == kSecond) {
    Step length = LengthResult(vm, n.input);
    return length.done() ? Step::Done(Value::Bool(!(length.value == Value::SmallInt(0)))) : length;
  }
  Value method = LookupOwnSpecial(vm, a, Special::k_bool);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kFirst, method, a);
  method = LookupOwnSpecial(vm, a, Special::k_len);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kSecond, method, a);
  Value native = NativeOf(vm, a);
  return native == a ? Step::Done(kTrue) : Truth(vm, native);
}

Step CallStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != kStart) return Step::Done(n.input);
  Span arguments = SpanOf(vm, n.arg(2));
  return CallWith(vm, n, kFirst, n.arg(1), arguments.count, kUnbound,
                  [&](uint32_t k) { return SpanOf(vm, n.arg(2)).first[k]; });
}

// a.__get__(b, c)
Step GetDescriptorStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != kStart) return Step::Done(n.input);
  Resolution r = BindFound(vm, n.arg(1), n.arg(2), n.arg(3));
  switch (r.how) {
    case Resolution::kMethod:
      return BindMethod(vm, r.value, r.self);
    case Resolution::kCallOne:
      return n.Call(kFirst, r.value, r.self);
    case Resolution::kGet:
      return CallSpecial(vm, n, kFirst, LookupSpecial(vm, r.value, Special::k_get), r.value, r.self, r.owner);
    case Resolution::kFailed:
      return r.step;
    default:
      return Step::Done(r.value);
  }
}

}  // namespace

Step LengthResult(Vm& vm, Value v) {
  v = Plain(vm, v);
  if (!v.IsAnyInt() && !v.IsBool())
    return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", v);
  int64_t length;
  if (!vm.AsInt64(v, &length)) return vm.Raise(TypeId::kOverflowError, "cannot fit 'int' into an index-sized integer");
  if (length < 0) return vm.Raise(TypeId::kValueError, "__len__() should return >= 0");
  Value exact = vm.NewInt(length);
  return exact.IsUnbound() ? vm.NoRoom() : Step::Done(exact);
}

Step ProtocolStep(Vm& vm, Native& n) {
  switch (static_cast<Protocol>(n.arg(0).AsSmallInt() & 0xFFFF)) {
    case Protocol::kTruth:
      return TruthStep(vm, n);
    case Protocol::kGetAttribute:
    case Protocol::kGetMethod:
      return GetAttributeStep(vm, n);
    case Protocol::kSetAttribute:
    case Protocol::kDeleteAttribute:
      return SetAttributeStep(vm, n);
    case Protocol::kGetDescriptor:
      return GetDescriptorStep(vm, n);
    case Protocol::kCall:
      return CallStep(vm, n);
    default:
      break;
  }
  CHECK(false);  // not asked anywhere
  __builtin_unreachable();
}

}  // namespace garter
