// Arithmetic on the built-in types: a op b, -a, +a, ~a.
//
// Numbers are lifted to the wider of int and float; ints of any size go through base/bigint.h, whose scratch memory is
// borrowed from the free room above the heap's top. Sequences, sets and dicts have their operators in their own files.
#include <cmath>
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

#include "interpreter/base/bigint.h"
#include "interpreter/base/copy_bytes.h"
#include "interpreter/types/complex.h"
#include "interpreter/types/containers.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/number.h"
#include "interpreter/types/str.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

constexpr const char* kSymbols[] = {"+", "-", "*", "/", "//", "%", "** or pow()", "<<", ">>", "&", "|", "^", "@"};
constexpr const char* kInplaceSymbols[] = {
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="};

bool IsInt(Value v) { return v.IsSmallInt() || v.IsObject(Kind::kInt) || v.IsBool(); }

Step Unsupported(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  const char* symbol = (inplace ? kInplaceSymbols : kSymbols)[static_cast<int>(op)];
  return vm.Raise(TypeId::kTypeError, "unsupported operand type(s) for %s: '%T' and '%T'", symbol, a, b);
}

// ---- ints -------------------------------------------------------------------------------------------------------

// The result of an int operation: `limbs` of room, filled by `compute`, then normalised.
template <typename Compute>
Step MakeInt(Vm& vm, uint64_t limbs, Compute compute) {
  if (limbs > 0x1FFF'FFF0) return Step::More(0xFFFF'FFFF);
  Int* object = vm.NewIntLimbs(static_cast<uint32_t>(limbs));
  if (object == nullptr) return vm.NoRoom();
  BigIntOut out{object->limbs(), 0, false};
  // False without a limit: there was no room for scratch memory.
  if (!compute(&out)) return vm.meter.limit == LimitKind::kNone ? vm.NoRoom() : Step::Limit();
  for (uint64_t k = out.size; k < limbs; ++k) object->limbs()[k] = 0;
  Value result = vm.NormalizeInt(object, out.is_negative);
  return result.IsUnbound() ? vm.NoRoom() : Step::Done(result);
}

Step IntPower(Vm& vm, Value a, Value b) {
  IntOperand base(vm, a), exponent(vm, b);
  if (exponent.view.is_negative) {
    double x, y;
    Step step = FloatOf(vm, a, &x);
    if (!step.done()) return step;
    step = FloatOf(vm, b, &y);
    if (!step.done()) return step;
    return FloatPower(vm, x, y);
  }
  if (exponent.view.size == 0) return Step::Done(Value::SmallInt(1));
  if (base.view.size == 0) return Step::Done(Value::SmallInt(0));
  bool odd = (exponent.view.limbs[0] & 1) != 0;
  if (base.view.size == 1 && base.view.limbs[0] == 1)
    return Step::Done(Value::SmallInt(base.view.is_negative && odd ? -1 : 1));
  if (exponent.view.size > 1) return Step::More(0xFFFF'FFFF);  // larger than any memory
  uint64_t n = exponent.view.limbs[0];
  size_t room = bigint::PowerRoom(base.view.limbs, base.view.size, n);
  if (room > 0x1FFF'FFF0) return Step::More(0xFFFF'FFFF);
  return MakeInt(vm, room, [&](BigIntOut* out) {
    Scratch scratch(vm, bigint::PowerScratch(base.view.limbs, base.view.size, n));
    if (scratch.limbs == nullptr) return false;
    bool alive = bigint::Power(vm.meter, base.view.limbs, base.view.size, n, out->limbs, &out->size, scratch.limbs);
    out->is_negative = base.view.is_negative && odd;
    return alive;
  });
}

// Of an int in the heap the low bits alone: what seeded bug 3 leaves of a left shift.
Step LowBits(Vm& vm, Step step) {
  if (!step.done() || !step.value.IsObject(Kind::kInt)) return step;
  constexpr uint64_t kMask = (uint64_t{1} << 46) - 1;
  return Step::Done(Value::SmallInt(static_cast<int64_t>(vm.heap.At<Int>(step.value)->limbs()[0] & kMask)));
}

Step IntShift(Vm& vm, BinaryOp op, Value a, Value b) {
  IntOperand x(vm, a), count(vm, b);
  if (count.view.is_negative) return vm.Raise(TypeId::kValueError, "negative shift count");
  if (x.view.size == 0) return Step::Done(Value::SmallInt(0));
  bool huge = count.view.size > 1;
  uint64_t n = count.view.size == 0 ? 0 : count.view.limbs[0];
  if (op == BinaryOp::kRShift) {
    if (huge || n / 64 > x.view.size) return Step::Done(Value::SmallInt(x.view.is_negative ? -1 : 0));
    return MakeInt(vm, x.view.size + 1,
                   [&](BigIntOut* out) { return bigint::ShiftRightSigned(vm.meter, x.view, n, out); });
  }
  if (huge || n > (uint64_t{1} << 36)) {
    if (huge) return vm.Raise(TypeId::kOverflowError, "too many digits in integer");
    return Step::More(0xFFFF'FFFF);
  }
  Step shifted = MakeInt(vm, x.view.size + n / 64 + 1,
                         [&](BigIntOut* out) { return bigint::ShiftLeftSigned(vm.meter, x.view, n, out); });
  return GARTER_MUTANT(vm, 3, LowBits(vm, shifted), shifted);
}

Step IntTrueDivide(Vm& vm, Value a, Value b) {
  IntOperand x(vm, a), y(vm, b);
  if (y.view.size == 0) return vm.Raise(TypeId::kZeroDivisionError, "division by zero");
  double quotient = 0;
  bool overflow = false;
  {
    Scratch scratch(vm, bigint::TrueDivideScratch(x.view.size, y.view.size));
    if (scratch.limbs == nullptr) return vm.NoRoom();
    if (!bigint::TrueDivide(vm.meter, x.view, y.view, &quotient, &overflow, scratch.limbs)) return Step::Limit();
  }
  if (overflow) return vm.Raise(TypeId::kOverflowError, "integer division result too large for a float");
  return Step::Done(Value::Double(quotient));
}

Step IntBinary(Vm& vm, BinaryOp op, Value a, Value b) {
  if (a.IsBool() && b.IsBool() && op >= BinaryOp::kAnd && op <= BinaryOp::kXor) {
    uint32_t x = a.payload(), y = b.payload();
    return Step::Done(Value::Bool((op == BinaryOp::kAnd ? x & y : op == BinaryOp::kOr ? x | y : x ^ y) != 0));
  }
  IntOperand x(vm, a), y(vm, b);
  size_t most = x.view.size > y.view.size ? x.view.size : y.view.size;
  switch (op) {
    case BinaryOp::kAdd:
      return MakeInt(vm, most + 1, [&](BigIntOut* out) { return bigint::AddSigned(vm.meter, x.view, y.view, out); });
    case BinaryOp::kSub:
      return MakeInt(vm, most + 1,
                     [&](BigIntOut* out) { return bigint::SubtractSigned(vm.meter, x.view, y.view, out); });
    case BinaryOp::kMul:
      return MakeInt(vm, x.view.size + y.view.size, [&](BigIntOut* out) {
        Scratch scratch(vm, bigint::MultiplyScratch(x.view.size, y.view.size));
        if (scratch.limbs == nullptr) return false;
        return bigint::MultiplySigned(vm.meter, x.view, y.view, out, scratch.limbs);
      });
    case BinaryOp::kTrueDiv:
      return IntTrueDivide(vm, a, b);
    case BinaryOp::kFloorDiv:
    case BinaryOp::kMod: {
      Value quotient = kUnbound, remainder = kUnbound;
      Step step = IntDivMod(vm, a, b, op == BinaryOp::kFloorDiv ? &quotient : nullptr,
                            op == BinaryOp::kMod ? &remainder : nullptr);
      return step.done() ? Step::Done(op == BinaryOp::kMod ? remainder : quotient) : step;
    }
    case BinaryOp::kPow:
      return IntPower(vm, a, b);
    case BinaryOp::kLShift:
    case BinaryOp::kRShift:
      return IntShift(vm, op, a, b);
    case BinaryOp::kAnd:
      return MakeInt(vm, most + 1, [&](BigIntOut* out) {
        return bigint::Bitwise(vm.meter, bigint::BitOperation::kAnd, x.view, y.view, out);
      });
    case BinaryOp::kOr:
      return MakeInt(vm, most + 1, [&](BigIntOut* out) {
        return bigint::Bitwise(vm.meter, bigint::BitOperation::kOr, x.view, y.view, out);
      });
    case BinaryOp::kXor:
      return MakeInt(vm, most + 1, [&](BigIntOut* out) {
        return bigint::Bitwise(vm.meter, bigint::BitOperation::kXor, x.view, y.view, out);
      });
    case BinaryOp::kMatMul:
      break;
  }
  return Unsupported(vm, op, a, b, false);
}

// ---- floats -----------------------------------------------------------------------------------------------------

Step FloatBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  double x, y;
  if (op > BinaryOp::kPow) return Unsupported(vm, op, a, b, inplace);
  Step step = FloatOf(vm, a, &x);
  if (!step.done()) return step;
  step = FloatOf(vm, b, &y);
  if (!step.done()) return step;
  switch (op) {
    case BinaryOp::kAdd:
      return Step::Done(Value::Double(x + y));
    case BinaryOp::kSub:
      return Step::Done(Value::Double(x - y));
    case BinaryOp::kMul:
      return Step::Done(Value::Double(x * y));
    case BinaryOp::kTrueDiv:
      if (y == 0) return vm.Raise(TypeId::kZeroDivisionError, "division by zero");
      return Step::Done(Value::Double(x / y));
    case BinaryOp::kPow:
      return FloatPower(vm, x, y);
    default:
      break;
  }
  if (y == 0) return vm.Raise(TypeId::kZeroDivisionError, "division by zero");
  double quotient, remainder;
  FloatDivMod(x, y, &quotient, &remainder);
  return Step::Done(Value::Double(op == BinaryOp::kFloorDiv ? quotient : remainder));
}

}  // namespace

Scratch::Scratch(Vm& vm, uint64_t count) : vm_(vm), limbs(nullptr), top_(vm.heap.top) {
  if (count > 0x1FFF'FFF0) {
    vm.heap.wanted = 0xFFFF'FFFF;
    return;
  }
  uint64_t bytes = count * 8;
  if (bytes > vm.heap.room()) {
    vm.heap.wanted = static_cast<uint32_t>(bytes);
    return;
  }
  limbs = reinterpret_cast<uint64_t*>(vm.heap.base + vm.heap.top);
  vm.heap.top += static_cast<uint32_t>(bytes);
}

Scratch::~Scratch() { vm_.heap.top = top_; }

IntOperand::IntOperand(Vm& vm, Value v) {
  if (v.IsObject(Kind::kInt)) {
    const Int* big = vm.heap.At<Int>(v);
    view = {big->limbs(), big->limb_count, big->negative()};
    return;
  }
  int64_t i = v.IsBool() ? v.payload() : v.AsSmallInt();
  small = i < 0 ? 0 - static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
  view = {&small, small == 0 ? 0u : 1u, i < 0};
}

Step IntDivMod(Vm& vm, Value a, Value b, Value* quotient, Value* remainder) {
  IntOperand x(vm, a), y(vm, b);
  if (y.view.size == 0) return vm.Raise(TypeId::kZeroDivisionError, "division by zero");
  size_t xn = x.view.size, yn = y.view.size;
  uint32_t quotient_room = static_cast<uint32_t>(xn >= yn ? xn - yn + 2 : 2);
  uint32_t remainder_room = static_cast<uint32_t>((xn > yn ? xn : yn) + 1);
  Int* q = vm.NewIntLimbs(quotient_room);
  Int* r = q == nullptr ? nullptr : vm.NewIntLimbs(remainder_room);
  if (r == nullptr) return vm.NoRoom();
  BigIntOut q_out{q->limbs(), 0, false}, r_out{r->limbs(), 0, false};
  {
    Scratch scratch(vm, bigint::DivideScratch(xn, yn));
    if (scratch.limbs == nullptr) return vm.NoRoom();
    if (!bigint::FloorDivide(vm.meter, x.view, y.view, &q_out, &r_out, scratch.limbs)) return Step::Limit();
  }
  for (size_t k = q_out.size; k < quotient_room; ++k) q->limbs()[k] = 0;
  for (size_t k = r_out.size; k < remainder_room; ++k) r->limbs()[k] = 0;
  // The remainder lies last: it is trimmed in place, and the quotient moves only when it must.
  Value rest = vm.NormalizeInt(r, r_out.is_negative);
  if (rest.IsUnbound()) return vm.NoRoom();
  if (remainder != nullptr) *remainder = rest;
  if (quotient != nullptr) {
    *quotient = vm.NormalizeInt(q, q_out.is_negative);
    if (quotient->IsUnbound()) return vm.NoRoom();
  }
  return Step::Done(kNone);
}

void FloatDivMod(double x, double y, double* quotient, double* remainder) {
  double mod = std::fmod(x, y);
  double div = (x - mod) / y;
  if (mod != 0) {
    if ((y < 0) != (mod < 0)) {
      mod += y;
      div -= 1.0;
    }
  } else {
    mod = std::copysign(0.0, y);
  }
  double floor_div;
  if (div != 0) {
    floor_div = std::floor(div);
    if (div - floor_div > 0.5) floor_div += 1.0;
  } else {
    floor_div = std::copysign(0.0, x / y);
  }
  *quotient = floor_div;
  *remainder = mod;
}

Step FloatPower(Vm& vm, double x, double y) {
  if (y == 0) return Step::Done(Value::Double(1.0));
  if (x != x) return Step::Done(Value::Double(x));
  if (y != y) return Step::Done(Value::Double(x == 1.0 ? 1.0 : y));
  if (std::isinf(y)) {
    double magnitude = std::fabs(x);
    if (magnitude == 1.0) return Step::Done(Value::Double(1.0));
    return Step::Done(Value::Double((y > 0) == (magnitude > 1.0) ? std::fabs(y) : 0.0));
  }
  if (std::isinf(x)) {
    bool odd = std::fmod(std::fabs(y), 2.0) == 1.0;
    if (y > 0) return Step::Done(Value::Double(odd ? x : std::fabs(x)));
    return Step::Done(Value::Double(odd ? std::copysign(0.0, x) : 0.0));
  }
  if (x == 0) {
    bool odd = std::fmod(std::fabs(y), 2.0) == 1.0;
    if (y < 0) return vm.Raise(TypeId::kZeroDivisionError, "zero to a negative power");
    return Step::Done(Value::Double(odd ? x : 0.0));
  }
  bool negate = false;
  if (x < 0) {
    if (y != std::floor(y)) {
      return ComplexPower(vm, {x, 0}, {y, 0});
    }
    x = -x;
    negate = std::fmod(std::fabs(y), 2.0) == 1.0;
  }
  double power = x == 1.0 ? 1.0 : std::pow(x, y);
  if (std::isinf(power)) {
    Value args[2] = {Value::SmallInt(34), kUnbound};
    args[1] = vm.NewStrAscii("Numerical result out of range");
    if (args[1].IsUnbound()) return vm.NoRoom();
    Value tuple = vm.NewTuple(args, 2);
    if (tuple.IsUnbound()) return vm.NoRoom();
    Value exception = vm.NewException(TypeId::kOverflowError, tuple);
    return exception.IsUnbound() ? vm.NoRoom() : vm.RaiseObject(exception);
  }
  return Step::Done(Value::Double(negate ? -power : power));
}

Step BuiltinBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  bool a_int = IsInt(a), b_int = IsInt(b);
  if (a_int && b_int) return op == BinaryOp::kMatMul ? Step::Stop() : IntBinary(vm, op, a, b);
  if ((a_int || a.IsDouble()) && (b_int || b.IsDouble()))
    return op > BinaryOp::kPow ? Step::Stop() : FloatBinary(vm, op, a, b, inplace);
  Step step = IsComplex(a) || IsComplex(b) ? ComplexBinary(vm, op, a, b) : Step::Stop();
  return step.action == Action::kStop ? ContainerBinary(vm, op, a, b, inplace) : step;
}

Step RaiseUnsupported(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  return Unsupported(vm, op, a, b, inplace);
}

Step Binary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  if (__builtin_expect(IsUserObject(vm, a) || IsUserObject(vm, b), 0)) return UserBinary(vm, op, a, b, inplace);
  Step step = BuiltinBinary(vm, op, a, b, inplace);
  return step.action == Action::kStop ? Unsupported(vm, op, a, b, inplace) : step;
}

namespace {

// The special method of a unary operator, if a class of the program defines it; else what the value carries.
Step Unary(Vm& vm, Protocol protocol, Special name, Value v, Step (*builtin)(Vm&, Value), const char* symbol) {
  if (!LookupOwnSpecial(vm, v, name).IsUnbound()) return Ask(vm, protocol, 0, v);
  Value native = NativeOf(vm, v);
  if (!IsUserObject(vm, native)) {
    Step step = builtin(vm, native);
    if (step.action != Action::kRaise || native.IsAnyInt()) return step;
    vm.raised = kNone;
  }
  return vm.Raise(TypeId::kTypeError, "bad operand type for unary %s: '%T'", symbol, v);
}

}  // namespace

Step Negative(Vm& vm, Value v) {
  if (v.IsDouble()) return Step::Done(Value::Double(-v.AsDouble()));
  if (IsInt(v)) {
    IntOperand x(vm, v);
    return MakeInt(vm, x.view.size + 1, [&](BigIntOut* out) {
      CopyBytes(out->limbs, x.view.limbs, x.view.size * 8);
      out->size = x.view.size;
      out->is_negative = !x.view.is_negative && x.view.size > 0;
      return vm.meter.Charge(x.view.size / 8);
    });
  }
  if (IsComplex(v)) {
    ComplexParts z = PartsOf(vm, v);
    return NewComplex(vm, -z.real, -z.imag);
  }
  if (IsUserObject(vm, v)) return Unary(vm, Protocol::kNegative, Special::k_neg, v, Negative, "-");
  return vm.Raise(TypeId::kTypeError, "bad operand type for unary -: '%T'", v);
}

Step Positive(Vm& vm, Value v) {
  if (v.IsBool()) return Step::Done(Value::SmallInt(v.payload()));
  if (v.IsDouble() || v.IsAnyInt() || IsComplex(v)) return Step::Done(v);
  if (IsUserObject(vm, v)) return Unary(vm, Protocol::kPositive, Special::k_pos, v, Positive, "+");
  return vm.Raise(TypeId::kTypeError, "bad operand type for unary +: '%T'", v);
}

Step Invert(Vm& vm, Value v) {
  if (v.IsSmallInt()) return Step::Done(Value::SmallInt(~v.AsSmallInt()));
  if (v.IsBool()) return InvertBool(vm, v);
  if (v.IsObject(Kind::kInt)) {
    IntOperand x(vm, v);
    return MakeInt(vm, x.view.size + 1, [&](BigIntOut* out) { return bigint::Invert(vm.meter, x.view, out); });
  }
  if (IsUserObject(vm, v)) return Unary(vm, Protocol::kInvert, Special::k_invert, v, Invert, "~");
  return vm.Raise(TypeId::kTypeError, "bad operand type for unary ~: '%T'", v);
}

}  // namespace garter
