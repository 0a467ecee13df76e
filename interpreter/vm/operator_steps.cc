// a op b where an operand is an object of the program (reference 3.3.8): which side is asked first, and for what.
//
// A type has at most one implementation of an operator: a class that defines `__op__` or `__rop__`, itself or by a base of
// the program's, has "its own", which asks for these methods; every other has that of its built-in layout. Two types with
// their own share it. That is CPython's picture of slots, and the order of attempts below is what follows from it.
#include "interpreter/types/complex.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/number_methods.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

struct OperatorNames {
  Special op, reflected, inplace;
};
constexpr OperatorNames kOperators[] = {
    // in the order of BinaryOp
    {Special::k_add, Special::k_radd, Special::k_iadd},
    {Special::k_sub, Special::k_rsub, Special::k_isub},
    {Special::k_mul, Special::k_rmul, Special::k_imul},
    {Special::k_truediv, Special::k_rtruediv, Special::k_itruediv},
    {Special::k_floordiv, Special::k_rfloordiv, Special::k_ifloordiv},
    {Special::k_mod, Special::k_rmod, Special::k_imod},
    {Special::k_pow, Special::k_rpow, Special::k_ipow},
    {Special::k_lshift, Special::k_rlshift, Special::k_ilshift},
    {Special::k_rshift, Special::k_rrshift, Special::k_irshift},
    {Special::k_and, Special::k_rand, Special::k_iand},
    {Special::k_or, Special::k_ror, Special::k_ior},
    {Special::k_xor, Special::k_rxor, Special::k_ixor},
    {Special::k_matmul, Special::k_rmatmul, Special::k_imatmul},
};
constexpr OperatorNames kDivModNames = {Special::k_divmod, Special::k_rdivmod, Special::kCount};
constexpr OperatorNames kPowerNames = {Special::k_pow, Special::k_rpow, Special::kCount};

bool Defines(Vm& vm, Value cls, Special name) { return !LookupSpecialIsInherited(vm, cls, name); }
bool HasOwn(Vm& vm, Value cls, const OperatorNames& names) {
  return Defines(vm, cls, names.op) || Defines(vm, cls, names.reflected);
}

bool IsReal(Value v) { return v.IsAnyInt() || v.IsBool() || v.IsDouble(); }
bool IsSetLike(Value v) {
  if (v.IsObject(Kind::kDictView)) return true;
  return v.IsObject(Kind::kSet) || v.IsObject(Kind::kFrozenSet);
}
bool IsSequence(Value v) {
  return v.IsStr() || v.IsObject(Kind::kBytes) || v.IsObject(Kind::kList) || v.IsObject(Kind::kTuple);
}

// Has the built-in type of `self` this operator as a number does (not as a sequence), for `other` on the other side?
bool Accepts(BinaryOp op, Value self, Value other) {
  if (self.IsAnyInt() || self.IsBool()) return (other.IsAnyInt() || other.IsBool()) && op != BinaryOp::kMatMul;
  if (self.IsDouble()) return IsReal(other) && op <= BinaryOp::kPow;
  if (IsComplex(self)) return (IsReal(other) || IsComplex(other)) && op <= BinaryOp::kPow;
  if (self.IsStr() || self.IsObject(Kind::kBytes)) return op == BinaryOp::kMod;
  bool set_operator = op == BinaryOp::kSub || (op >= BinaryOp::kAnd && op <= BinaryOp::kXor);
  if (self.IsObject(Kind::kDictView)) return set_operator;
  if (IsSetLike(self)) return set_operator && IsSetLike(other);
  if (self.IsObject(Kind::kDict)) return op == BinaryOp::kOr && other.IsObject(Kind::kDict);
  if (self.IsImmediate(Kind::kType) || self.IsNone()) return op == BinaryOp::kOr;
  return false;
}

// The operands as the built-in operator is to see them: the values that they carry, but for those that it names in an
// error, or asks for more than their value.
void Unwrap(Vm& vm, BinaryOp op, bool inplace, Value* a, Value* b) {
  Value left = NativeOf(vm, *a), right = NativeOf(vm, *b);
  bool keeps = false;
  switch (op) {
    case BinaryOp::kAdd:
      // A list takes any iterable in place.
      keeps = IsSequence(left) && left.kind() != right.kind();
      if (inplace && left.IsObject(Kind::kList)) keeps = !LookupOwnSpecial(vm, *b, Special::k_iter).IsUnbound();
      break;
    case BinaryOp::kMul:
      if (IsSequence(left)) keeps = !right.IsAnyInt() && !right.IsBool();
      if (!IsSequence(left) && IsSequence(right) && !left.IsAnyInt() && !left.IsBool()) left = *a;
      break;
    case BinaryOp::kMod:
      keeps = (left.IsStr() || left.IsObject(Kind::kBytes)) && !right.IsObject(Kind::kTuple);
      break;
    case BinaryOp::kOr:
      keeps = left.IsObject(Kind::kDict) && !right.IsObject(Kind::kDict);
      break;
    default:
      break;
  }
  *a = left;
  if (!keeps) *b = right;
}

// The built-in operator on what the operands carry. Stop: there is none.
Step OnNatives(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  Value left = a, right = b;
  Unwrap(vm, op, inplace, &left, &right);
  Step step = BuiltinBinary(vm, op, left, right, inplace);
  // A format without conversions is its own result.
  if (step.done() && op == BinaryOp::kMod && step.value == left && left.IsStr()) step.value = a;
  // What changed in place is the object itself.
  if (step.done() && inplace && step.value == left &&
      (left.IsObject(Kind::kList) || IsSetLike(left) || left.IsObject(Kind::kDict)))
    step.value = a;
  return step;
}

struct Attempt {
  enum Kind : uint8_t { kMethod, kNumber, kInplace, kSequence };
  Kind kind;
  bool swapped = false;  // kMethod: of b, with a
  Value method = kUnbound;
};

// Is what b's type has as `name` not what a's type has?
bool IsOverloaded(Vm& vm, Value a, Value b, Special name) {
  Value theirs = LookupSpecial(vm, b, name);
  return !theirs.IsUnbound() && !(theirs == LookupSpecial(vm, a, name));
}

// All attempts at a op b in order; at most 6.
uint32_t Plan(Vm& vm, const OperatorNames& names, BinaryOp op, Value a, Value b, bool inplace, bool is_operator,
              Attempt* out) {
  Value left = ClassOf(vm, a), right = ClassOf(vm, b);
  bool own_left = HasOwn(vm, left, names), own_right = HasOwn(vm, right, names);
  uint32_t count = 0;
  auto method = [&](Value self, Special name, bool swapped) {
    Value found = LookupSpecial(vm, self, name);
    if (!found.IsUnbound()) out[count++] = {Attempt::kMethod, swapped, found};
  };
  Value x = NativeOf(vm, a), y = NativeOf(vm, b);
  bool own_inplace = inplace && Defines(vm, left, names.inplace);
  if (own_inplace) {
    method(a, names.inplace, false);
  } else if (inplace && (IsSetLike(x) || x.IsObject(Kind::kDict)) && !x.IsObject(Kind::kFrozenSet)) {
    if (Accepts(op, x, y) || (x.IsObject(Kind::kDict) && op == BinaryOp::kOr)) out[count++] = {Attempt::kInplace};
  }
  bool derived = !(left == right) && IsSubclass(vm, right, left);
  if (own_left) {
    bool other = own_right && !(left == right);
    if (other && derived && IsOverloaded(vm, a, b, names.reflected)) {
      method(b, names.reflected, true);
      other = false;
    }
    method(a, names.op, false);
    if (other) method(b, names.reflected, true);
    if (!own_right && is_operator && Accepts(op, y, x)) out[count++] = {Attempt::kNumber};
  } else {
    if (own_right && derived) method(b, names.reflected, true);
    if (is_operator && Accepts(op, x, y)) out[count++] = {Attempt::kNumber};
    if (own_right && !derived) method(b, names.reflected, true);
    if (is_operator && !own_right && !Accepts(op, x, y) && Accepts(op, y, x)) out[count++] = {Attempt::kNumber};
  }
  if (!is_operator) return count;
  if (op == BinaryOp::kAdd && IsSequence(x) && !Defines(vm, left, Special::k_add) && !own_inplace)
    out[count++] = {Attempt::kSequence};
  if (op == BinaryOp::kMul && ((IsSequence(x) && !Defines(vm, left, Special::k_mul) && !own_inplace) ||
                               (IsSequence(y) && !Defines(vm, right, Special::k_mul))))
    out[count++] = {Attempt::kSequence};
  return count;
}

enum Phase : uint32_t { kStart, kAnswered, kDrained };

// Runs the attempts one after another; slot 0 counts them. Stop: none had an answer.
Step RunAttempts(Vm& vm, Native& n, const OperatorNames& names, BinaryOp op, bool inplace, bool is_operator) {
  if (n.phase == kDrained) return Step::Done(n.input == NativeOf(vm, n.arg(1)) ? n.arg(1) : n.input);
  if (n.phase == kStart) {
    n.slot(0) = Value::SmallInt(0);
    n.phase = kAnswered;
    n.input = kNotImplemented;
  }
  for (;;) {
    if (!(n.input == kNotImplemented)) return Step::Done(n.input);
    Value a = n.arg(1), b = n.arg(2);
    Attempt plan[6];
    uint32_t count = Plan(vm, names, op, a, b, inplace, is_operator, plan);
    auto at = static_cast<uint32_t>(n.slot(0).AsSmallInt());
    if (at >= count) return Step::Stop();
    const Attempt& attempt = plan[at];
    if (attempt.kind == Attempt::kMethod) {
      Step step = attempt.swapped ? CallSpecial(vm, n, kAnswered, attempt.method, b, a)
                                  : CallSpecial(vm, n, kAnswered, attempt.method, a, b);
      if (step.action == Action::kCall) n.slot(0) = Value::SmallInt(at + 1);
      return step;
    }
    bool changes = attempt.kind == Attempt::kInplace || (attempt.kind == Attempt::kSequence && inplace);
    Step step = OnNatives(vm, op, a, b, changes);
    if (step.action == Action::kCall) {
      // What is added in place has to be collected by Python first.
      return n.Call(kDrained, InternalValue(Internal::kDrain), NativeOf(vm, a),
                    Value::SmallInt(static_cast<int64_t>(op)), step.value);
    }
    if (step.action != Action::kStop) return step;
    n.slot(0) = Value::SmallInt(at + 1);
    n.settled = vm.meter.used;
  }
}

}  // namespace

Step UserBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  const OperatorNames& names = kOperators[static_cast<int>(op)];
  Value left = ClassOf(vm, a), right = ClassOf(vm, b);
  if (HasOwn(vm, left, names) || HasOwn(vm, right, names) || (inplace && Defines(vm, left, names.inplace)))
    return Ask(vm, Protocol::kBinary, static_cast<uint32_t>(op) | (inplace ? kInplace : 0), a, b);
  Step step = OnNatives(vm, op, a, b, inplace);
  // Collecting what is added is for the step form, too.
  if (step.action == Action::kCall)
    return Ask(vm, Protocol::kBinary, static_cast<uint32_t>(op) | (inplace ? kInplace : 0), a, b);
  return step.action == Action::kStop ? RaiseUnsupported(vm, op, a, b, inplace) : step;
}

Step LayoutBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  Step step = OnNatives(vm, op, a, b, inplace);
  return step.action == Action::kStop ? RaiseUnsupported(vm, op, a, b, inplace) : step;
}

Step BinaryStep(Vm& vm, Native& n, BinaryOp op, bool inplace) {
  if (n.failed) return vm.RaiseObject(n.input);
  Step step = RunAttempts(vm, n, kOperators[static_cast<int>(op)], op, inplace, true);
  return step.action == Action::kStop ? RaiseUnsupported(vm, op, n.arg(1), n.arg(2), inplace) : step;
}

Step DivModStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Step step = RunAttempts(vm, n, kDivModNames, BinaryOp::kFloorDiv, false, false);
  if (step.action != Action::kStop) return step;
  Value a = NativeOf(vm, n.arg(1)), b = NativeOf(vm, n.arg(2));
  if (IsNumber(a) && IsNumber(b)) return DivModTuple(vm, a, b);
  return vm.Raise(TypeId::kTypeError, "unsupported operand type(s) for divmod(): '%T' and '%T'", n.arg(1), n.arg(2));
}

// pow(a, b, c): since 3.14 all three are asked, the third by nothing of its own.
Step PowerStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1), b = n.arg(2), c = n.arg(3);
  bool own_left = HasOwn(vm, ClassOf(vm, a), kPowerNames), own_right = HasOwn(vm, ClassOf(vm, b), kPowerNames);
  if (n.phase == kStart) {
    Value found = own_left ? LookupSpecial(vm, a, Special::k_pow) : kUnbound;
    if (!found.IsUnbound()) return CallSpecial(vm, n, 1, found, a, b, c);
    n.phase = 1;
    n.input = kNotImplemented;
  }
  if (n.phase == 1 && n.input == kNotImplemented && own_right && !(ClassOf(vm, a) == ClassOf(vm, b))) {
    Value found = LookupSpecial(vm, b, Special::k_rpow);
    if (!found.IsUnbound()) return CallSpecial(vm, n, 2, found, b, a, c);
  }
  if (!(n.input == kNotImplemented)) return Step::Done(n.input);
  Value x = NativeOf(vm, a), y = NativeOf(vm, b), z = NativeOf(vm, c);
  if (!own_left && IsIntOrBool(x) && IsIntOrBool(y) && IsIntOrBool(z)) return PowerModulo(vm, x, y, z);
  return vm.Raise(TypeId::kTypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", a, b, c);
}

}  // namespace garter
