// a == b, a < b and so on where an operand is an object of the program (reference 3.3.1).
#include "interpreter/types/compare_parts.h"
#include "interpreter/types/complex.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

constexpr Special kMethods[] = {Special::k_lt, Special::k_le, Special::k_eq,
                                Special::k_ne, Special::k_gt, Special::k_ge};
constexpr CompareOp kSwapped[] = {CompareOp::kGreater,  CompareOp::kGreaterEqual, CompareOp::kEqual,
                                  CompareOp::kNotEqual, CompareOp::kLess,         CompareOp::kLessEqual};

Special MethodOf(CompareOp op) { return kMethods[static_cast<int>(op)]; }
CompareOp SwappedOf(CompareOp op) { return kSwapped[static_cast<int>(op)]; }

// Does a built-in type compare in a way of its own (not by identity alone)? Then its __ne__ is not derived from __eq__.
bool ComparesItself(TypeId layout) {
  switch (layout) {
    case TypeId::kInt:
    case TypeId::kBool:
    case TypeId::kFloat:
    case TypeId::kComplex:
    case TypeId::kStr:
    case TypeId::kBytes:
    case TypeId::kList:
    case TypeId::kTuple:
    case TypeId::kDict:
    case TypeId::kSet:
    case TypeId::kFrozenSet:
      return true;
    default:
      return false;
  }
}

// The method of a class of the program that v is asked by; *inverted: it is __eq__, for !=.
Value OwnMethod(Vm& vm, Value v, CompareOp op, bool* inverted) {
  *inverted = false;
  Value found = LookupOwnSpecial(vm, v, MethodOf(op));
  if (!found.IsUnbound() || op != CompareOp::kNotEqual || ComparesItself(vm.TypeOf(v))) return found;
  *inverted = true;
  return LookupOwnSpecial(vm, v, Special::k_eq);
}

bool HasOwn(Vm& vm, Value v, CompareOp op) {
  if (!IsUserObject(vm, v)) return false;
  bool inverted;
  return !OwnMethod(vm, v, op, &inverted).IsUnbound();
}

// Do the types of these values know each other? One-sided: a float knows ints.
bool Knows(Value a, Value b) {
  auto is_int = [](Value v) { return v.IsAnyInt() || v.IsBool(); };
  auto is_set = [](Value v) { return v.IsObject(Kind::kSet) || v.IsObject(Kind::kFrozenSet); };
  if (is_int(a)) return is_int(b);
  if (a.IsDouble()) return IsNumber(b);
  if (IsComplex(a)) return IsNumber(b) || IsComplex(b);
  if (a.IsStr()) return b.IsStr();
  if (!a.IsObject()) return false;
  switch (a.kind()) {
    case Kind::kBytes:
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kDict:
    case Kind::kRange:
    case Kind::kSlice:
    case Kind::kBoundMethod:
      return b.IsObject(a.kind());
    case Kind::kSet:
    case Kind::kFrozenSet:
      return is_set(b);
    case Kind::kDictView:
      return b.IsObject(Kind::kDictView) || is_set(b);
    default:
      return false;
  }
}

bool HasOrder(Value v) {
  return !v.IsObject(Kind::kDict) && !v.IsObject(Kind::kBoundMethod) && !v.IsObject(Kind::kRange) && !IsComplex(v);
}

Step RaiseUnordered(Vm& vm, CompareOp op, Value a, Value b) {
  return vm.Raise(TypeId::kTypeError, "'%s' not supported between instances of '%T' and '%T'", CompareOpText(op), a, b);
}

// What remains when nobody had an answer.
Step ByIdentity(Vm& vm, CompareOp op, Value a, Value b) {
  if (op == CompareOp::kEqual) return Step::Done(Value::Bool(a == b));
  if (op == CompareOp::kNotEqual) return Step::Done(Value::Bool(!(a == b)));
  return RaiseUnordered(vm, op, a, b);
}

}  // namespace

Step LayoutCompare(Vm& vm, CompareOp op, Value a, Value b) {
  Value x = NativeOf(vm, a), y = NativeOf(vm, b);
  bool equality = op == CompareOp::kEqual || op == CompareOp::kNotEqual;
  if (Knows(x, y) && (equality || HasOrder(x))) return BuiltinCompare(vm, op, x, y);
  if (equality && a == b) return Step::Done(Value::Bool(op == CompareOp::kEqual));
  return Step::Done(kNotImplemented);
}

Step UserCompare(Vm& vm, CompareOp op, Value a, Value b, Protocol protocol) {
  if (HasOwn(vm, a, op) || HasOwn(vm, b, SwappedOf(op))) return Ask(vm, protocol, static_cast<uint32_t>(op), a, b);
  Value x = NativeOf(vm, a), y = NativeOf(vm, b);
  if (Knows(x, y) || Knows(y, x)) {
    if (op == CompareOp::kEqual || op == CompareOp::kNotEqual || HasOrder(x)) return BuiltinCompare(vm, op, x, y);
  }
  return ByIdentity(vm, op, a, b);
}

namespace {

enum Phase : uint32_t { kStart, kAnswered, kJudged };

// Slots: 0 the number of attempts made, 1 whether the answer is to be inverted.
Step RunAttempts(Vm& vm, Native& n, CompareOp op) {
  Value a = n.arg(1), b = n.arg(2);
  if (n.phase == kStart) {
    n.slot(0) = Value::SmallInt(0);
    n.slot(1) = kFalse;
    n.phase = kAnswered;
    n.input = kNotImplemented;
  }
  Value left = ClassOf(vm, a), right = ClassOf(vm, b);
  bool reflected_first = !(left == right) && IsSubclass(vm, right, left);
  for (;;) {
    if (!(n.input == kNotImplemented)) {
      if (!n.slot(1).IsTrue()) return Step::Done(n.input);
      Step truth = Truth(vm, n.input);
      return truth.done() ? Step::Done(Value::Bool(truth.value.IsFalse())) : truth;
    }
    int64_t attempt = n.slot(0).AsSmallInt();
    if (attempt == 2) return ByIdentity(vm, op, a, b);
    bool swapped = (attempt == 0) == reflected_first;
    Value self = swapped ? b : a, other = swapped ? a : b;
    CompareOp asked = swapped ? SwappedOf(op) : op;
    bool inverted = false;
    Value method = IsUserObject(vm, self) ? OwnMethod(vm, self, asked, &inverted) : kUnbound;
    if (!method.IsUnbound() && !method.IsNone()) {
      Step step = CallSpecial(vm, n, kAnswered, method, self, other);
      if (step.action == Action::kCall) {
        n.slot(0) = Value::SmallInt(attempt + 1);
        n.slot(1) = Value::Bool(inverted);
      }
      return step;
    }
    if (method.IsNone()) return vm.Raise(TypeId::kTypeError, "'NoneType' object is not callable");
    Step step = LayoutCompare(vm, asked, self, other);
    if (!step.done()) return step;
    n.slot(0) = Value::SmallInt(attempt + 1);
    n.slot(1) = kFalse;
    n.input = step.value;
    n.settled = vm.meter.used;
  }
}

}  // namespace

Step CompareStep(Vm& vm, Native& n, CompareOp op, bool truth) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != kJudged) {
    Value a = n.arg(1), b = n.arg(2);
    if (!IsUserObject(vm, a) && !IsUserObject(vm, b)) return truth ? Compare(vm, op, a, b) : RichCompare(vm, op, a, b);
    Step step = RunAttempts(vm, n, op);
    if (!step.done() || !truth) return step;
    n.phase = kJudged;
    n.input = step.value;
    n.settled = vm.meter.used;
  }
  return Truth(vm, n.input);
}

Step SameStep(Vm& vm, Native& n) {
  if (n.phase == kStart && n.arg(1) == n.arg(2)) return Step::Done(kTrue);
  return CompareStep(vm, n, CompareOp::kEqual, true);
}

}  // namespace garter
