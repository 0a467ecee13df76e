// Special methods of one operand: -a, abs(a), int(a), hash(a), len(a), round(a) and their like (reference 3.3.8).
#include "interpreter/base/hash.h"
#include "interpreter/types/complex.h"
#include "interpreter/types/hashing.h"
#include "interpreter/types/number_methods.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

enum Phase : uint32_t { kStart, kAnswered };

Special MethodOf(Protocol protocol) {
  switch (protocol) {
    case Protocol::kNegative:
      return Special::k_neg;
    case Protocol::kPositive:
      return Special::k_pos;
    case Protocol::kInvert:
      return Special::k_invert;
    case Protocol::kLength:
      return Special::k_len;
    case Protocol::kIndex:
      return Special::k_index;
    case Protocol::kInt:
      return Special::k_int;
    case Protocol::kFloat:
      return Special::k_float;
    case Protocol::kComplex:
      return Special::k_complex;
    case Protocol::kAbsolute:
      return Special::k_abs;
    case Protocol::kBytes:
      return Special::k_bytes;
    case Protocol::kReversed:
      return Special::k_reversed;
    case Protocol::kLengthHint:
      return Special::k_length_hint;
    case Protocol::kDir:
      return Special::k_dir;
    default:
      break;
  }
  CHECK(false);
  __builtin_unreachable();
}

Step WithoutMethod(Vm& vm, Protocol protocol, Value v) {
  switch (protocol) {
    case Protocol::kNegative:
      return Negative(vm, v);
    case Protocol::kPositive:
      return Positive(vm, v);
    case Protocol::kInvert:
      return Invert(vm, v);
    case Protocol::kLength:
      return Length(vm, v);
    default:
      return vm.Raise(TypeId::kTypeError, "bad operand type: '%T'", v);
  }
}

// What the method answered, checked.
Step Checked(Vm& vm, Protocol protocol, Value self, Value answer) {
  Value plain = Plain(vm, answer);
  bool is_int = plain.IsAnyInt() || plain.IsBool();
  switch (protocol) {
    case Protocol::kLength:
      return LengthResult(vm, answer);
    case Protocol::kIndex:
      if (is_int) return Step::Done(AsPlainInt(plain));
      return vm.Raise(TypeId::kTypeError, "__index__ returned non-int (type %T)", answer);
    case Protocol::kInt:
      if (is_int) return Step::Done(AsPlainInt(plain));
      return vm.Raise(TypeId::kTypeError, "__int__ returned non-int (type %T)", answer);
    case Protocol::kFloat:
      if (plain.IsDouble()) return Step::Done(plain);
      return vm.Raise(TypeId::kTypeError, "%T.__float__ returned non-float (type %T)", self, answer);
    case Protocol::kComplex:
      if (IsComplex(plain)) return Step::Done(plain);
      return vm.Raise(TypeId::kTypeError, "__complex__ returned non-complex (type %T)", answer);
    case Protocol::kBytes:
      if (plain.IsObject(Kind::kBytes)) return Step::Done(answer);
      return vm.Raise(TypeId::kTypeError, "__bytes__ returned non-bytes (type %T)", answer);
    case Protocol::kLengthHint: {
      if (answer == kNotImplemented) return Step::Done(kNone);
      if (!LookupOwnSpecial(vm, self, Special::k_len).IsUnbound()) return LengthResult(vm, answer);
      if (!is_int) return vm.Raise(TypeId::kTypeError, "__length_hint__ must be an integer, not %T", answer);
      int64_t hint;
      if (!vm.AsInt64(plain, &hint)) {
        return vm.Raise(TypeId::kOverflowError, "Python int too large to convert to C ssize_t");
      }
      if (hint < 0) return vm.Raise(TypeId::kValueError, "__length_hint__() should return >= 0");
      return Step::Done(AsPlainInt(plain));
    }
    default:
      return Step::Done(answer);
  }
}

}  // namespace

Step UnaryStep(Vm& vm, Native& n, Protocol protocol) {
  // No length hint is no error.
  if (n.failed) {
    if (protocol == Protocol::kLengthHint && ExceptionTypeIs(vm, n.input, TypeId::kTypeError)) return Step::Done(kNone);
    return vm.RaiseObject(n.input);
  }
  if (n.phase != kStart) return Checked(vm, protocol, n.arg(1), n.input);
  Value own = LookupOwnSpecial(vm, n.arg(1), MethodOf(protocol));
  if (protocol == Protocol::kLengthHint) {
    if (Value length = LookupOwnSpecial(vm, n.arg(1), Special::k_len); !length.IsUnbound()) own = length;
    if (own.IsUnbound()) return Step::Done(kNone);
  }
  if (own.IsUnbound()) return WithoutMethod(vm, protocol, n.arg(1));
  return CallSpecial(vm, n, kAnswered, own, n.arg(1));
}

Step HashStep(Vm& vm, Native& n, uint32_t words) {
  Value v = n.arg(1);
  if (n.failed) return RewordHashError(vm, n.arg(3), words, n.input);
  if (n.phase == kStart) {
    Value own = LookupOwnSpecial(vm, v, Special::k_hash);
    if (!own.IsUnbound() && !own.IsNone()) return CallSpecial(vm, n, kAnswered, own, v);
    uint64_t hash = 0;
    Step step = LayoutHash(vm, v, &hash);
    if (!step.done()) return step;
    Value made = vm.NewInt(static_cast<int64_t>(hash));
    return made.IsUnbound() ? vm.NoRoom() : Step::Done(made);
  }
  Value answer = Plain(vm, n.input);
  if (!answer.IsAnyInt() && !answer.IsBool()) {
    Step step = vm.Raise(TypeId::kTypeError, "__hash__ method should return an integer");
    if (step.action != Action::kRaise) return step;
    Value error = vm.raised;
    step = RewordHashError(vm, n.arg(3), words, error);
    return step;
  }
  // An int that fits is taken as it is, any other by its own hash; -1 says "error" to CPython.
  int64_t hash;
  if (!vm.AsInt64(answer, &hash)) {
    const Int* big = vm.heap.At<Int>(answer);
    hash = HashBigInt(big->limbs(), big->limb_count, big->negative());
  }
  if (hash == -1) hash = -2;
  Value made = vm.NewInt(hash);
  return made.IsUnbound() ? vm.NoRoom() : Step::Done(made);
}

// round(a, b).
Step RoundStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != kStart) return Step::Done(n.input);
  Value own = LookupOwnSpecial(vm, n.arg(1), Special::k_round);
  if (own.IsUnbound()) return vm.Raise(TypeId::kTypeError, "type %T doesn't define __round__ method", n.arg(1));
  if (n.arg(2).IsUnbound()) return CallSpecial(vm, n, kAnswered, own, n.arg(1));
  return CallSpecial(vm, n, kAnswered, own, n.arg(1), n.arg(2));
}

Step Index(Vm& vm, Value v) {
  if (v.IsAnyInt() || v.IsBool()) return Step::Done(v);
  if (IsUserObject(vm, v)) {
    Value native = Plain(vm, v);
    if (native.IsAnyInt() || native.IsBool()) return Step::Done(native);
    if (!LookupOwnSpecial(vm, v, Special::k_index).IsUnbound()) return Ask(vm, Protocol::kIndex, 0, v);
  }
  return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", v);
}

bool HasIndex(Vm& vm, Value v) {
  if (v.IsAnyInt() || v.IsBool()) return true;
  if (!IsUserObject(vm, v)) return false;
  Value native = Plain(vm, v);
  return native.IsAnyInt() || native.IsBool() || !LookupOwnSpecial(vm, v, Special::k_index).IsUnbound();
}

}  // namespace garter
