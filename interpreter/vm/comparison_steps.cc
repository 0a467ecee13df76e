// Comparison and hash of objects of the program (reference 3.3.1, "rich comparison").
#include "interpreter/types/compare_parts.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

constexpr Special kForward[] = {Special::k_lt, Special::k_le, Special::k_eq,
                                Special::k_ne, Special::k_gt, Special::k_ge};
constexpr Special kReflected[] = {Special::k_gt, Special::k_ge, Special::k_eq,
                                  Special::k_ne, Special::k_lt, Special::k_le};

enum Phase : uint32_t { kStart, kAnswered, kInverted, kTruthAsked };
// Slot 0: which try comes next.
enum Try : int64_t { kReflectedFirst, kForwardTry, kReflectedTry, kDefault };

// What the built-in types say, where both sides are, or carry, builtin values. Stop: nothing.
Step CompareNatives(Vm& vm, CompareOp op, Value a, Value b) {
  Value x = Plain(vm, a), y = Plain(vm, b);
  if (IsUserObject(vm, x) || IsUserObject(vm, y) || (x == a && y == b)) return Step::Stop();
  Step step = Compare(vm, op, x, y);
  if (step.action != Action::kRaise || !ExceptionTypeIs(vm, vm.raised, TypeId::kTypeError)) return step;
  vm.raised = kNone;
  return Step::Stop();
}

}  // namespace

Step RichCompareStep(Vm& vm, Native& n, bool truth) {
  if (n.failed) return vm.RaiseObject(n.input);
  auto op = static_cast<CompareOp>(DetailOf(n));
  Value a = n.arg(1), b = n.arg(2);
  if (!IsUserObject(vm, a) && !IsUserObject(vm, b)) {
    // Containers with such objects in them.
    return Compare(vm, op, a, b);
  }
  auto answer = [&](Value value) {
    if (!truth) return Step::Done(value);
    return value.IsBool() ? Step::Done(value) : Truth(vm, value);
  };
  if (n.phase == kAnswered && !(n.input == kNotImplemented)) return answer(n.input);
  if (n.phase == kInverted && !(n.input == kNotImplemented)) {
    Step step = Truth(vm, n.input);
    return step.done() ? Step::Done(Value::Bool(step.value.IsFalse())) : step;
  }
  int64_t next = kReflectedFirst;
  Value type_a = ClassOf(vm, a), type_b = ClassOf(vm, b);
  bool subclass = !(type_a == type_b) && IsSubclass(vm, type_b, type_a);
  if (n.phase != kStart) next = n.slot(0).AsSmallInt();
  for (;; ++next) {
    Value self = next == kForwardTry ? a : b, other = next == kForwardTry ? b : a;
    if (next == kReflectedFirst && !subclass) continue;
    if (next == kReflectedTry && subclass) continue;
    if (next >= kDefault) break;
    Special name = (next == kForwardTry ? kForward : kReflected)[static_cast<int>(op)];
    Value method = LookupOwnSpecial(vm, self, name);
    bool inverts = false;
    if (method.IsUnbound() && name == Special::k_ne && LookupSpecialIsInherited(vm, ClassOf(vm, self), Special::k_ne)) {
      method = LookupOwnSpecial(vm, self, Special::k_eq);
      inverts = !method.IsUnbound();
    }
    if (!method.IsUnbound()) {
      n.slot(0) = Value::SmallInt(next + 1);
      if (method.IsNone()) return vm.Raise(TypeId::kTypeError, "'NoneType' object is not callable");
      return CallSpecial(vm, n, inverts ? kInverted : kAnswered, method, self, other);
    }
    Step native = CompareNatives(vm, op, a, b);
    if (native.action != Action::kStop) return native;
  }
  if (op == CompareOp::kEqual) return Step::Done(Value::Bool(a == b));
  if (op == CompareOp::kNotEqual) return Step::Done(Value::Bool(!(a == b)));
  return vm.Raise(TypeId::kTypeError, "'%s' not supported between instances of '%T' and '%T'", CompareOpText(op), a, b);
}

Step HashStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1);
  if (n.phase != kStart) {
    Value value = Plain(vm, n.input);
    if (!value.IsAnyInt() && !value.IsBool()) {
      return vm.Raise(TypeId::kTypeError, "__hash__ method should return an integer");
    }
    int64_t hash;
    if (!vm.AsInt64(value, &hash)) {
      uint64_t folded = 0;
      Step step = Hash(vm, value, &folded);
      if (!step.done()) return step;
      hash = static_cast<int64_t>(folded);
    }
    if (hash == -1) hash = -2;
    Value exact = vm.NewInt(hash);
    return exact.IsUnbound() ? vm.NoRoom() : Step::Done(exact);
  }
  Value method = LookupOwnSpecial(vm, a, Special::k_hash);
  if (method.IsNone()) return vm.Raise(TypeId::kTypeError, "unhashable type: '%T'", a);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kAnswered, method, a);
  uint64_t hash = 0;
  Step step = Hash(vm, a, &hash);
  if (!step.done()) return step;
  Value exact = vm.NewInt(static_cast<int64_t>(hash));
  return exact.IsUnbound() ? vm.NoRoom() : Step::Done(exact);
}

}  // namespace garter
