// Arithmetic with objects of the program (reference 3.3.8): forward, reflected and in-place methods.
#include "interpreter/types/generic.h"
#include "interpreter/types/convert.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

constexpr Special At(Special first, uint32_t op) { return static_cast<Special>(static_cast<uint32_t>(first) + op); }
static_assert(At(Special::k_add, 12) == Special::k_matmul && At(Special::k_radd, 12) == Special::k_rmatmul &&
              At(Special::k_iadd, 12) == Special::k_imatmul);

constexpr const char* kTexts[] = {"+", "-", "*", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^", "@"};
constexpr const char* kInplaceTexts[] = {
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="};

enum Phase : uint32_t { kStart, kAnswered };
// Slot 0: which try comes next.
enum Try : int64_t { kInPlace, kReflectedFirst, kForward, kNativeNumber, kReflected, kNativeSequence, kNone_ };

bool IsSequence(Value v) {
  return v.IsStr() || v.IsObject(Kind::kBytes) || v.IsObject(Kind::kList) || v.IsObject(Kind::kTuple);
}

// What the built-in types make of the builtin values that both sides are or carry. Stop: nothing.
Step NativeBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  Value x = Plain(vm, a), y = Plain(vm, b);
  if (IsUserObject(vm, x) || IsUserObject(vm, y)) return Step::Stop();
  Step step = Binary(vm, op, x, y, inplace);
  // In place the object itself stays.
  if (step.done() && inplace && step.value == x) return Step::Done(a);
  if (step.action != Action::kRaise || !ExceptionTypeIs(vm, vm.raised, TypeId::kTypeError)) return step;
  // "unsupported operand" is said below, with the types' own names.
  Value args = vm.heap.At<Exception>(vm.raised)->args;
  Value message = vm.heap.At<Tuple>(args)->items()[0];
  Text text = vm.TextOf(message);
  if (text.length > 19 && text.width == 1 && std::memcmp(text.data, "unsupported operand", 19) == 0) {
    vm.raised = kNone;
    return Step::Stop();
  }
  return step;
}

bool SameMethod(Vm& vm, Value a, Value b, Special name) {
  return LookupSpecialInClass(vm, a, name) == LookupSpecialInClass(vm, b, name);
}

}  // namespace

Step BinaryStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  uint32_t number = DetailOf(n) & (kInplace - 1);
  auto op = static_cast<BinaryOp>(number);
  bool inplace = (DetailOf(n) & kInplace) != 0;
  Value a = n.arg(1), b = n.arg(2);
  if (n.phase == kAnswered && !(n.input == kNotImplemented)) return Step::Done(n.input);
  int64_t next = n.phase == kStart ? (inplace ? kInPlace : kReflectedFirst) : n.slot(0).AsSmallInt();
  Value type_a = ClassOf(vm, a), type_b = ClassOf(vm, b);
  Special forward = At(Special::k_add, number), reflected = At(Special::k_radd, number);
  bool other_type = !(type_a == type_b);
  bool first = other_type && IsSubclass(vm, type_b, type_a) && !LookupOwnSpecial(vm, b, reflected).IsUnbound() &&
               !SameMethod(vm, type_a, type_b, reflected);
  bool sequence = IsSequence(Plain(vm, a)) && (op == BinaryOp::kAdd || op == BinaryOp::kMul);
  for (; next < kNone_; ++next) {
    Value method = kUnbound, self = a, other = b;
    switch (next) {
      case kInPlace:
        method = LookupOwnSpecial(vm, a, At(Special::k_iadd, number));
        if (method.IsNone()) method = kUnbound;
        break;
      case kReflectedFirst:
      case kReflected:
        if (next == kReflectedFirst ? !first : first || !other_type) continue;
        method = LookupOwnSpecial(vm, b, reflected);
        self = b;
        other = a;
        break;
      case kForward:
        method = LookupOwnSpecial(vm, a, forward);
        break;
      default: {
        if ((next == kNativeNumber) == sequence) continue;
        Step step = NativeBinary(vm, op, a, b, inplace);
        if (step.action != Action::kStop) return step;
        continue;
      }
    }
    if (method.IsUnbound()) continue;
    if (method.IsNone()) break;
    n.slot(0) = Value::SmallInt(next + 1);
    return CallSpecial(vm, n, kAnswered, method, self, other);
  }
  // A sequence repeated by what is an index.
  Value x = Plain(vm, a), y = Plain(vm, b);
  if (op == BinaryOp::kMul && (IsSequence(x) || IsSequence(y))) {
    Value sequence_side = IsSequence(x) ? x : y, times = IsSequence(x) ? b : a;
    if (times.IsObject(Kind::kInstance) && !LookupSpecial(vm, times, Special::k_index).IsUnbound()) {
      Step index = Ask(vm, Protocol::kIndex, 0, times);
      return index.done() ? Binary(vm, op, sequence_side, index.value, inplace) : index;
    }
    if (IsSequence(x) != IsSequence(y)) {
      return vm.Raise(TypeId::kTypeError, "can't multiply sequence by non-int of type '%T'", times);
    }
  }
  if (op == BinaryOp::kAdd && IsSequence(x)) {
    // The words of concatenation are the type's own.
    if (x.IsStr()) return vm.Raise(TypeId::kTypeError, "can only concatenate str (not \"%T\") to str", b);
    if (x.IsObject(Kind::kBytes)) return vm.Raise(TypeId::kTypeError, "can't concat %T to bytes", b);
    if (inplace && x.IsObject(Kind::kList)) {
      Step items = Ask(vm, Protocol::kList, 0, b);
      if (!items.done()) return items;
      Step step = Binary(vm, op, x, items.value, true);
      return step.done() ? Step::Done(a) : step;
    }
    return vm.Raise(TypeId::kTypeError, "can only concatenate %N (not \"%T\") to %N", static_cast<int>(vm.TypeOf(x)), b,
                    static_cast<int>(vm.TypeOf(x)));
  }
  if (op == BinaryOp::kOr) {
    Step either = UnionOf(vm, a, b);
    if (either.action != Action::kStop) return either;
  }
  return vm.Raise(TypeId::kTypeError, "unsupported operand type(s) for %s: '%T' and '%T'",
                  (inplace ? kInplaceTexts : kTexts)[number], a, b);
}

Step UnaryStep(Vm& vm, Native& n, Protocol protocol) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != kStart) return Step::Done(n.input);
  Value a = n.arg(1);
  Special name = protocol == Protocol::kNegative   ? Special::k_neg
                 : protocol == Protocol::kPositive ? Special::k_pos
                                                   : Special::k_invert;
  Value method = LookupOwnSpecial(vm, a, name);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kAnswered, method, a);
  Value native = Plain(vm, a);
  if (native == a) {
    return vm.Raise(TypeId::kTypeError, "bad operand type for unary %s: '%T'",
                    protocol == Protocol::kNegative   ? "-"
                    : protocol == Protocol::kPositive ? "+"
                                                      : "~",
                    a);
  }
  return protocol == Protocol::kNegative   ? Negative(vm, native)
         : protocol == Protocol::kPositive ? Positive(vm, native)
                                           : Invert(vm, native);
}

// operator.index(a), int(a), float(a): exact numbers.
Step NumberStep(Vm& vm, Native& n, Protocol protocol) {
  enum : uint32_t { kIndexAnswer = 1, kIntAnswer, kFloatAnswer };
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1);
  if (n.phase == kIndexAnswer || n.phase == kIntAnswer) {
    Value value = Plain(vm, n.input);
    const char* name = n.phase == kIndexAnswer ? "__index__" : "__int__";
    if (!value.IsAnyInt() && !value.IsBool()) {
      return vm.Raise(TypeId::kTypeError, "%s returned non-int (type %T)", name, n.input);
    }
    if (value.IsBool()) value = Value::SmallInt(value.payload());
    if (protocol != Protocol::kFloat) return Step::Done(value);
    double d = 0;
    Step step = FloatOf(vm, value, &d);
    return step.done() ? Step::Done(Value::Double(d)) : step;
  }
  if (n.phase == kFloatAnswer) {
    Value value = Plain(vm, n.input);
    if (!value.IsDouble()) return vm.Raise(TypeId::kTypeError, "%T.__float__ returned non-float (type %T)", a, n.input);
    return Step::Done(value);
  }
  Value method = kUnbound;
  if (protocol == Protocol::kFloat) {
    method = LookupOwnSpecial(vm, a, Special::k_float);
    if (!method.IsUnbound()) return CallSpecial(vm, n, kFloatAnswer, method, a);
  }
  if (protocol == Protocol::kInt) {
    method = LookupOwnSpecial(vm, a, Special::k_int);
    if (!method.IsUnbound()) return CallSpecial(vm, n, kIntAnswer, method, a);
  }
  Value native = Plain(vm, a);
  // A subclass of int is its own index.
  if (protocol == Protocol::kIndex && (native.IsAnyInt() || native.IsBool())) return Step::Done(native);
  method = LookupOwnSpecial(vm, a, Special::k_index);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kIndexAnswer, method, a);
  if (protocol == Protocol::kFloat) {
    double d = 0;
    if (native == a) {
      return vm.Raise(TypeId::kTypeError,
                      DetailOf(n) != 0 ? "float() argument must be a string or a real number, not '%T'"
                                       : "must be real number, not %T",
                      a);
    }
    Step step = FloatOf(vm, native, &d);
    return step.done() ? Step::Done(Value::Double(d)) : step;
  }
  if (!(native == a) && (native.IsAnyInt() || native.IsBool())) return Step::Done(native);
  if (protocol == Protocol::kInt) {
    return vm.Raise(TypeId::kTypeError,
                    "int() argument must be a string, a bytes-like object or a real number, not '%T'", a);
  }
  return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", a);
}

}  // namespace garter
