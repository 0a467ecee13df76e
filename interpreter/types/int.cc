// int: its constructor, which reads text in any base, and its methods.
#include <cmath>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/unicode.h"
#include "interpreter/types/complex.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/number.h"
#include "interpreter/types/number_methods.h"
#include "interpreter/types/special_methods.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

constexpr uint32_t kMaxDigits = 4300;  // sys.get_int_max_str_digits()

Step Made(Vm& vm, Value v) { return v.IsUnbound() ? vm.NoRoom() : Step::Done(v); }

// ---- int(text, base) --------------------------------------------------------------------------------------------

int DigitValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 36;
}

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The digits of a literal, found in [text, text + size) and moved to its start without underscores.
struct Literal {
  bool good = false;
  bool negative = false;
  unsigned base = 10;
  size_t digits = 0;
};

Literal ReadLiteral(char* text, size_t size, unsigned base) {
  Literal literal;
  size_t at = 0, end = size;
  while (at < end && IsAsciiSpace(text[at])) ++at;
  while (end > at && IsAsciiSpace(text[end - 1])) --end;
  if (at < end && (text[at] == '+' || text[at] == '-')) literal.negative = text[at++] == '-';
  char prefix = at + 1 < end && text[at] == '0' ? static_cast<char>(text[at + 1] | 0x20) : '\0';
  unsigned of_prefix = prefix == 'x' ? 16 : prefix == 'o' ? 8 : prefix == 'b' ? 2 : 0;
  bool must_be_zero = false;
  if (base == 0) {
    base = of_prefix != 0 ? of_prefix : 10;
    must_be_zero = of_prefix == 0 && at < end && text[at] == '0';
  }
  if (of_prefix == base) {
    at += 2;
    if (at < end && text[at] == '_') ++at;
  }
  literal.base = base;
  bool may_underscore = false, nonzero = false;
  for (; at < end; ++at) {
    if (text[at] == '_') {
      if (!may_underscore) return literal;
      may_underscore = false;
      continue;
    }
    int value = DigitValue(text[at]);
    if (value >= static_cast<int>(base)) return literal;
    nonzero = nonzero || value != 0;
    text[literal.digits++] = text[at];
    may_underscore = true;
  }
  literal.good = may_underscore && !(must_be_zero && nonzero);
  return literal;
}

Step RaiseBadLiteral(Vm& vm, Value text, unsigned base) {
  Step repr = Repr(vm, text);
  if (!repr.done()) return repr;
  if (vm.TextOf(repr.value).length > 200) {
    repr.value = vm.NewStrRange(repr.value, 0, 200);
    if (repr.value.IsUnbound()) return vm.NoRoom();
  }
  return vm.Raise(TypeId::kValueError, "invalid literal for int() with base %d: %S", int64_t{base}, repr.value);
}

// The digits at `digits`, which lie in the free room: what is allocated now comes after them.
Step IntFromDigits(Vm& vm, const char* digits, const Literal& literal) {
  size_t room = bigint::FromTextRoom(literal.digits, literal.base);
  size_t scratch_limbs = bigint::FromTextScratch(literal.digits, literal.base);
  uint32_t top = vm.heap.top;
  // Text first, then the number, then scratch memory; the number is moved down over the text at the end, behind its
  // new header.
  vm.heap.top = (vm.heap.HandleOf(digits) + static_cast<uint32_t>(literal.digits + sizeof(Int)) + 7) & ~7u;
  Step step = Step::Limit();
  {
    Scratch number(vm, room + 1), scratch(vm, scratch_limbs);
    size_t size = 0;
    if (number.limbs == nullptr || scratch.limbs == nullptr) {
      step = Step::More(vm.heap.wanted);
    } else if (bigint::FromText(vm.meter, digits, literal.digits, literal.base, number.limbs, &size, scratch.limbs)) {
      vm.heap.top = top;
      Int* object = vm.NewIntLimbs(static_cast<uint32_t>(size));
      if (object != nullptr) {
        MoveBytes(object->limbs(), number.limbs, size * 8);
        step = Made(vm, vm.NormalizeInt(object, literal.negative));
      } else {
        step = vm.NoRoom();
      }
      top = vm.heap.top;
    }
  }
  vm.heap.top = top;
  return step;
}

Step IntFromText(Vm& vm, Value text, unsigned base) {
  size_t size = 0;
  char* characters = NumberText(vm, text, &size);
  if (characters == nullptr) return vm.NoRoom();
  if (!vm.meter.Charge(size / 16)) return Step::Limit();
  Literal literal = ReadLiteral(characters, size, base);
  if (!literal.good) return RaiseBadLiteral(vm, text, base);
  bool power_of_two = (literal.base & (literal.base - 1)) == 0;
  if (literal.digits > kMaxDigits && !power_of_two) {
    return vm.Raise(TypeId::kValueError,
                    "Exceeds the limit (%d digits) for integer string conversion: value has %d digits; use "
                    "sys.set_int_max_str_digits() to increase the limit",
                    int64_t{kMaxDigits}, static_cast<int64_t>(literal.digits));
  }
  return IntFromDigits(vm, characters, literal);
}

Step NewInt(Vm& vm, Native& n) {
  if (!n.has(1)) {
    return n.has(2) ? vm.Raise(TypeId::kTypeError, "int() missing string argument") : Step::Done(Value::SmallInt(0));
  }
  Value x = n.arg(1);
  bool text = x.IsStr() || x.IsObject(Kind::kBytes);
  if (!n.has(2)) {
    if (IsIntOrBool(x)) return Step::Done(AsPlainInt(x));
    if (x.IsDouble()) return IntFromDouble(vm, x.AsDouble());
    if (text) return IntFromText(vm, x, 10);
    if (IsUserObject(vm, x)) {
      if (!LookupOwnSpecial(vm, x, Special::k_int).IsUnbound()) return Ask(vm, Protocol::kInt, 0, x);
      Value native = Plain(vm, x);
      if (IsIntOrBool(native)) return Step::Done(AsPlainInt(native));
      if (native.IsDouble()) return IntFromDouble(vm, native.AsDouble());
      if (HasIndex(vm, x)) return Index(vm, x);
      if (native.IsStr() || native.IsObject(Kind::kBytes)) return IntFromText(vm, native, 10);
    }
    return vm.Raise(TypeId::kTypeError,
                    "int() argument must be a string, a bytes-like object or a real number, not '%T'", x);
  }
  int64_t base = 0;
  Step step = ClampedIndexOf(vm, n.arg(2), &base);
  if (!step.done()) return step;
  if ((base != 0 && base < 2) || base > 36)
    return vm.Raise(TypeId::kValueError, "int() base must be >= 2 and <= 36, or 0");
  if (!text) {
    x = Plain(vm, x);
    text = x.IsStr() || x.IsObject(Kind::kBytes);
  }
  if (!text) return vm.Raise(TypeId::kTypeError, "int() can't convert non-string with explicit base");
  return IntFromText(vm, x, static_cast<unsigned>(base));
}

// ---- bytes ------------------------------------------------------------------------------------------------------

Step ByteOrderOf(Vm& vm, const Native& n, uint32_t index, const char* method, bool* little) {
  *little = false;
  if (!n.has(index)) return Step::Done(kNone);
  if (!n.arg(index).IsStr()) {
    return vm.Raise(TypeId::kTypeError, "%s() argument 'byteorder' must be str, not %T", method, n.arg(index));
  }
  *little = vm.StrIs(n.arg(index), "little");
  if (*little || vm.StrIs(n.arg(index), "big")) return Step::Done(kNone);
  return vm.Raise(TypeId::kValueError, "byteorder must be either 'little' or 'big'");
}

Step IsSigned(Vm& vm, const Native& n, uint32_t index, bool* is_signed) {
  *is_signed = false;
  if (!n.has(index)) return Step::Done(kNone);
  Step truth = Truth(vm, n.arg(index));
  if (truth.done()) *is_signed = truth.value.IsTrue();
  return truth;
}

// Byte k, from the lowest, of a number in two's complement.
uint8_t ByteAt(const BigInt& number, uint64_t k, uint64_t first_set) {
  uint64_t limb = k / 8 < number.size ? number.limbs[k / 8] : 0;
  auto byte = static_cast<uint8_t>(limb >> (k % 8 * 8));
  if (!number.is_negative) return byte;
  // Negated: zero below the lowest byte that is not, that one negated, the others inverted.
  return k < first_set ? 0 : k == first_set ? static_cast<uint8_t>(0 - byte) : static_cast<uint8_t>(~byte);
}

uint64_t LowestByte(const BigInt& number) {
  uint64_t k = 0;
  while (k < number.size * 8 && static_cast<uint8_t>(number.limbs[k / 8] >> (k % 8 * 8)) == 0) ++k;
  return k;
}

Step ToBytes(Vm& vm, Native& n) {
  int64_t length = 1;
  bool little = false, is_signed = false;
  Step step = Step::Done(kNone);
  if (n.has(1)) step = IndexOf(vm, n.arg(1), &length);
  if (step.done()) step = ByteOrderOf(vm, n, 2, "to_bytes", &little);
  if (step.done()) step = IsSigned(vm, n, 3, &is_signed);
  if (!step.done()) return step;
  if (length < 0) return vm.Raise(TypeId::kValueError, "length argument must be non-negative");
  IntOperand operand(vm, n.arg(0));
  const BigInt& number = operand.view;
  if (number.is_negative && !is_signed)
    return vm.Raise(TypeId::kOverflowError, "can't convert negative int to unsigned");
  // Bits that must fit: a signed number needs one for the sign, but -128 fits eight.
  uint64_t bits = bigint::BitLength(number.limbs, number.size), wanted = bits;
  if (is_signed && bits > 0) {
    bool power = true;
    for (size_t k = 0; k + 1 < number.size; ++k) power = power && number.limbs[k] == 0;
    power = power && (number.limbs[number.size - 1] & (number.limbs[number.size - 1] - 1)) == 0;
    wanted = number.is_negative && power ? bits : bits + 1;
  }
  if (static_cast<uint64_t>(length) < (uint64_t{1} << 60) && wanted > static_cast<uint64_t>(length) * 8) {
    return vm.Raise(TypeId::kOverflowError, "int too big to convert");
  }
  if (static_cast<uint64_t>(length) > 0xFFFF'FF00) return Step::More(0xFFFF'FFFF);
  Value bytes = vm.NewBytes(nullptr, static_cast<uint64_t>(length));
  if (bytes.IsUnbound()) return vm.NoRoom();
  if (!vm.meter.Charge(static_cast<uint64_t>(length) / 16)) return Step::Limit();
  uint8_t* data = vm.heap.At<Bytes>(bytes)->data();
  auto count = static_cast<uint64_t>(length), first_set = LowestByte(number);
  for (uint64_t k = 0; k < count; ++k) data[little ? k : count - 1 - k] = ByteAt(number, k, first_set);
  return Step::Done(bytes);
}

// The argument of from_bytes: bytes, or an iterable of small ints, as bytes.
Step BytesArgument(Vm& vm, Value v) {
  if (v.IsObject(Kind::kBytes)) return Step::Done(v);
  if (v.IsStr() || IsNumber(v) || v.IsNone() || v.IsImmediate()) {
    return vm.Raise(TypeId::kTypeError, "cannot convert '%T' object to bytes", v);
  }
  Step items = TupleOf(vm, v);
  if (!items.done()) return items;
  Tuple* tuple = vm.heap.At<Tuple>(items.value);
  Value bytes = vm.NewBytes(nullptr, tuple->count);
  if (bytes.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < tuple->count; ++k) {
    int64_t byte = 0;
    Step step = ClampedIndexOf(vm, tuple->items()[k], &byte);
    if (!step.done()) return step;
    if (byte < 0 || byte > 255) return vm.Raise(TypeId::kValueError, "bytes must be in range(0, 256)");
    vm.heap.At<Bytes>(bytes)->data()[k] = static_cast<uint8_t>(byte);
  }
  return Step::Done(bytes);
}

Step FromBytes(Vm& vm, Native& n) {
  bool little = false, is_signed = false;
  Step step = ByteOrderOf(vm, n, 2, "from_bytes", &little);
  if (step.done()) step = IsSigned(vm, n, 3, &is_signed);
  if (!step.done()) return step;
  Step argument = BytesArgument(vm, n.arg(1));
  if (!argument.done()) return argument;
  uint32_t count = vm.heap.At<Bytes>(argument.value)->length;
  if (!vm.meter.Charge(count / 16)) return Step::Limit();
  uint32_t limbs = (count + 7) / 8;
  Int* object = vm.NewIntLimbs(limbs);
  if (object == nullptr) return vm.NoRoom();
  const uint8_t* data = vm.heap.At<Bytes>(argument.value)->data();
  std::memset(object->limbs(), 0, size_t{limbs} * 8);
  bool negative = is_signed && count > 0 && (data[little ? count - 1 : 0] & 0x80) != 0;
  uint32_t carry = 1;
  for (uint32_t k = 0; k < count; ++k) {
    uint32_t byte = data[little ? k : count - 1 - k];
    if (negative) {
      byte = (byte ^ 0xFF) + carry;
      carry = byte >> 8;
      byte &= 0xFF;
    }
    object->limbs()[k / 8] |= uint64_t{byte} << (k % 8 * 8);
  }
  // -2**(8n) of n bytes 0x80 00 ... does not arise: the magnitude of n bytes fits n bytes.
  step = Made(vm, vm.NormalizeInt(object, negative));
  if (step.done() && n.arg(0) == TypeValue(TypeId::kBool)) return Truth(vm, step.value);
  return step;
}

// ---- methods ----------------------------------------------------------------------------------------------------

Step BitLengthMethod(Vm& vm, Native& n) {
  IntOperand operand(vm, n.arg(0));
  return Made(vm, vm.NewUnsigned(bigint::BitLength(operand.view.limbs, operand.view.size)));
}

Step BitCountMethod(Vm& vm, Native& n) {
  IntOperand operand(vm, n.arg(0));
  uint64_t count = 0;
  if (!bigint::BitCount(vm.meter, operand.view, &count)) return Step::Limit();
  return Made(vm, vm.NewUnsigned(count));
}

Step AsIntegerRatio(Vm& vm, Native& n) {
  Value pair[2] = {AsPlainInt(n.arg(0)), Value::SmallInt(1)};
  return Made(vm, vm.NewTuple(pair, 2));
}

Step Itself(Vm&, Native& n) { return Step::Done(AsPlainInt(n.arg(0))); }
Step IsInteger(Vm&, Native&) { return Step::Done(kTrue); }
Step Zero(Vm&, Native&) { return Step::Done(Value::SmallInt(0)); }
Step One(Vm&, Native&) { return Step::Done(Value::SmallInt(1)); }

Step RoundMethod(Vm& vm, Native& n) { return RoundInt(vm, n.arg(0), n.has(1) ? n.arg(1) : kNone); }

Step FloatMethod(Vm& vm, Native& n) {
  double d = 0;
  Step step = FloatOf(vm, n.arg(0), &d);
  return step.done() ? Step::Done(Value::Double(d)) : step;
}

Step InvertMethod(Vm& vm, Native& n) { return Invert(vm, n.arg(0)); }

Step PowMethod(Vm& vm, Native& n) {
  bool modulo = n.has(2) && !n.arg(2).IsNone();
  if (!IsIntOrBool(n.arg(1)) || (modulo && !IsIntOrBool(n.arg(2)))) return Step::Done(kNotImplemented);
  return modulo ? PowerModulo(vm, n.arg(0), n.arg(1), n.arg(2)) : Binary(vm, BinaryOp::kPow, n.arg(0), n.arg(1), false);
}
Step ReflectedPowMethod(Vm& vm, Native& n) {
  bool modulo = n.has(2) && !n.arg(2).IsNone();
  if (!IsIntOrBool(n.arg(1)) || (modulo && !IsIntOrBool(n.arg(2)))) return Step::Done(kNotImplemented);
  return modulo ? PowerModulo(vm, n.arg(1), n.arg(0), n.arg(2)) : Binary(vm, BinaryOp::kPow, n.arg(1), n.arg(0), false);
}

Step GetNewArgs(Vm& vm, Native& n) {
  Value plain = AsPlainInt(n.arg(0));
  return Made(vm, vm.NewTuple(&plain, 1));
}

constexpr int kWrapper = BuiltinRow::kSlotWrapper;
constexpr int kGetter = BuiltinRow::kGetter;

constexpr BuiltinRow kRows[] = {
    {"to_bytes", "($self, /, length=1, byteorder='big', *, signed=False)", ToBytes},
    {"from_bytes", "($type, /, bytes, byteorder='big', *, signed=False)", MadeForClass<FromBytes>, 0,
     BuiltinRow::kClass},
    {"bit_length", "($self, /)", BitLengthMethod},
    {"bit_count", "($self, /)", BitCountMethod},
    {"as_integer_ratio", "($self, /)", AsIntegerRatio},
    {"is_integer", "($self, /)", IsInteger},
    {"conjugate", "($self, /)", Itself},
    {"real", "($self)", Itself, 0, kGetter},
    {"imag", "($self)", Zero, 0, kGetter},
    {"numerator", "($self)", Itself, 0, kGetter},
    {"denominator", "($self)", One, 0, kGetter},
    {"__round__", "($self, ndigits=None, /)", RoundMethod},
    {"__trunc__", "($self, /)", Itself},
    {"__floor__", "($self, /)", Itself},
    {"__ceil__", "($self, /)", Itself},
    {"__getnewargs__", "($self, /)", GetNewArgs},
    {"__format__", "($self, format_spec, /)", FormatMethod},
    {"__index__", "($self, /)", Itself, 0, kWrapper},
    {"__int__", "($self, /)", Itself, 0, kWrapper},
    {"__float__", "($self, /)", FloatMethod, 0, kWrapper},
    {"__bool__", "($self, /)", TruthMethod, 0, kWrapper},
    {"__neg__", "($self, /)", NegativeMethod, 0, kWrapper},
    {"__pos__", "($self, /)", PositiveMethod, 0, kWrapper},
    {"__abs__", "($self, /)", AbsoluteMethod, 0, kWrapper},
    {"__invert__", "($self, /)", InvertMethod, 0, kWrapper},
    GARTER_OPERATOR_ROWS("add", BinaryOp::kAdd, IsIntOrBool),
    GARTER_OPERATOR_ROWS("sub", BinaryOp::kSub, IsIntOrBool),
    GARTER_OPERATOR_ROWS("mul", BinaryOp::kMul, IsIntOrBool),
    GARTER_OPERATOR_ROWS("truediv", BinaryOp::kTrueDiv, IsIntOrBool),
    GARTER_OPERATOR_ROWS("floordiv", BinaryOp::kFloorDiv, IsIntOrBool),
    GARTER_OPERATOR_ROWS("mod", BinaryOp::kMod, IsIntOrBool),
    GARTER_OPERATOR_ROWS("lshift", BinaryOp::kLShift, IsIntOrBool),
    GARTER_OPERATOR_ROWS("rshift", BinaryOp::kRShift, IsIntOrBool),
    GARTER_OPERATOR_ROWS("and", BinaryOp::kAnd, IsIntOrBool),
    GARTER_OPERATOR_ROWS("or", BinaryOp::kOr, IsIntOrBool),
    GARTER_OPERATOR_ROWS("xor", BinaryOp::kXor, IsIntOrBool),
    {"__divmod__", "($self, value, /)", DivModMethod<IsIntOrBool, false>, 0, kWrapper},
    {"__rdivmod__", "($self, value, /)", DivModMethod<IsIntOrBool, true>, 0, kWrapper},
    {"__pow__", "($self, value, mod=None, /)", PowMethod, 0, kWrapper},
    {"__rpow__", "($self, value, mod=None, /)", ReflectedPowMethod, 0, kWrapper},
    GARTER_COMPARE_ROW("__eq__", CompareOp::kEqual, IsIntOrBool),
    GARTER_COMPARE_ROW("__ne__", CompareOp::kNotEqual, IsIntOrBool),
    GARTER_COMPARE_ROW("__lt__", CompareOp::kLess, IsIntOrBool),
    GARTER_COMPARE_ROW("__le__", CompareOp::kLessEqual, IsIntOrBool),
    GARTER_COMPARE_ROW("__gt__", CompareOp::kGreater, IsIntOrBool),
    GARTER_COMPARE_ROW("__ge__", CompareOp::kGreaterEqual, IsIntOrBool),
};

constexpr BuiltinRow kConstructor = {"int", "($self, x=0, /, base=10)", NewInt};

}  // namespace

constexpr TypeTable kIntTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

char* NumberText(Vm& vm, Value text, size_t* size) {
  bool bytes = text.IsObject(Kind::kBytes);
  uint64_t length = bytes ? vm.heap.At<Bytes>(text)->length : vm.TextOf(text).length;
  if (length + 8 > vm.heap.room()) {
    vm.heap.wanted = length > 0xFFFF'FFF0 ? 0xFFFF'FFFF : static_cast<uint32_t>(length + 8);
    return nullptr;
  }
  char* out = vm.heap.base + vm.heap.top;
  *size = length;
  if (bytes) {
    CopyBytes(out, vm.heap.At<Bytes>(text)->data(), length);
    return out;
  }
  Text characters = vm.TextOf(text);
  for (uint32_t i = 0; i < length; ++i) {
    uint32_t c = characters[i];
    int digit = c < 0x80 ? -1 : DecimalValue(c);
    out[i] = c < 0x80 ? static_cast<char>(c) : digit >= 0 ? static_cast<char>('0' + digit) : IsSpace(c) ? ' ' : '?';
  }
  return out;
}

Step IntFromDouble(Vm& vm, double d) {
  if (d != d) return vm.Raise(TypeId::kValueError, "cannot convert float NaN to integer");
  if (d - d != 0) return vm.Raise(TypeId::kOverflowError, "cannot convert float infinity to integer");
  Int* object = vm.NewIntLimbs(bigint::kDoubleLimbs);
  if (object == nullptr) return vm.NoRoom();
  BigIntOut out{object->limbs(), 0, false};
  bigint::FromDouble(d, &out);
  for (size_t k = out.size; k < bigint::kDoubleLimbs; ++k) object->limbs()[k] = 0;
  return Made(vm, vm.NormalizeInt(object, out.is_negative));
}

// To the nearest multiple of 10 ** -digits, ties to the even one.
Step RoundInt(Vm& vm, Value v, Value digits) {
  v = AsPlainInt(v);
  if (digits.IsNone()) return Step::Done(v);
  int64_t places = 0;
  Step step = ClampedIndexOf(vm, digits, &places);
  if (!step.done() || places >= 0) return step.done() ? Step::Done(v) : step;
  IntOperand operand(vm, v);
  // A number of so few bits is less than half of 10 ** places.
  uint64_t bits = bigint::BitLength(operand.view.limbs, operand.view.size);
  if (places == INT64_MIN || static_cast<uint64_t>(-places) > bits / 3 + 2) return Step::Done(Value::SmallInt(0));
  Step power = Binary(vm, BinaryOp::kPow, Value::SmallInt(10), Value::SmallInt(-places), false);
  if (!power.done()) return power;
  Value quotient = kUnbound, rest = kUnbound;
  step = IntDivMod(vm, v, power.value, &quotient, &rest);
  if (!step.done()) return step;
  Step twice = Binary(vm, BinaryOp::kAdd, rest, rest, false);
  if (!twice.done()) return twice;
  Step above = Compare(vm, CompareOp::kGreater, twice.value, power.value);
  Step equal = Compare(vm, CompareOp::kEqual, twice.value, power.value);
  if (!above.done() || !equal.done()) return above.done() ? equal : above;
  IntOperand whole(vm, quotient);
  bool odd = whole.view.size > 0 && (whole.view.limbs[0] & 1) != 0;
  step = Binary(vm, BinaryOp::kSub, v, rest, false);
  if (!step.done() || !(above.value.IsTrue() || (equal.value.IsTrue() && odd))) return step;
  return Binary(vm, BinaryOp::kAdd, step.value, power.value, false);
}

namespace {

// The number x with a * x % n == 1, by Euclid's algorithm. REQUIRES: n > 1.
Step InverseModulo(Vm& vm, Value a, Value n) {
  Value b = Value::SmallInt(1), c = Value::SmallInt(0);
  while (!(n == Value::SmallInt(0))) {
    Value quotient = kUnbound, rest = kUnbound;
    Step step = IntDivMod(vm, a, n, &quotient, &rest);
    if (!step.done()) return step;
    a = n;
    n = rest;
    step = Binary(vm, BinaryOp::kMul, quotient, c, false);
    if (step.done()) step = Binary(vm, BinaryOp::kSub, b, step.value, false);
    if (!step.done()) return step;
    b = c;
    c = step.value;
  }
  if (!(a == Value::SmallInt(1))) return vm.Raise(TypeId::kValueError, "base is not invertible for the given modulus");
  return Step::Done(b);
}

// base ** exponent % modulus. REQUIRES: exponent >= 0, modulus > 0, 0 <= base < modulus.
Step PowerOfNatural(Vm& vm, Value base_value, Value exponent_value, Value modulus_value) {
  IntOperand base(vm, base_value), exponent(vm, exponent_value), modulus(vm, modulus_value);
  auto room = static_cast<uint32_t>(modulus.view.size);
  Int* object = vm.NewIntLimbs(room);
  if (object == nullptr) return vm.NoRoom();
  size_t size = 0;
  {
    Scratch scratch(vm, bigint::ModularPowerScratch(base.view.size, room));
    if (scratch.limbs == nullptr) return vm.NoRoom();
    if (!bigint::ModularPower(vm.meter, base.view.limbs, base.view.size, exponent.view.limbs, exponent.view.size,
                              modulus.view.limbs, room, object->limbs(), &size, scratch.limbs)) {
      return Step::Limit();
    }
  }
  for (size_t k = size; k < room; ++k) object->limbs()[k] = 0;
  return Made(vm, vm.NormalizeInt(object, false));
}

}  // namespace

Step PowerModulo(Vm& vm, Value base, Value exponent, Value modulus) {
  bool negative = false, negative_exponent = false;
  {
    IntOperand m(vm, modulus), e(vm, exponent);
    if (m.view.size == 0) return vm.Raise(TypeId::kValueError, "pow() 3rd argument cannot be 0");
    negative = m.view.is_negative;
    negative_exponent = e.view.is_negative;
  }
  Step step = negative ? Negative(vm, modulus) : Step::Done(AsPlainInt(modulus));
  if (!step.done()) return step;
  Value positive = step.value;
  if (positive == Value::SmallInt(1)) return Step::Done(Value::SmallInt(0));
  if (negative_exponent) {
    step = InverseModulo(vm, AsPlainInt(base), positive);
    if (!step.done()) return step;
    base = step.value;
    step = Negative(vm, exponent);
    if (!step.done()) return step;
    exponent = step.value;
  }
  Value rest = kUnbound;
  step = IntDivMod(vm, base, positive, nullptr, &rest);
  if (!step.done()) return step;
  step = PowerOfNatural(vm, rest, exponent, positive);
  if (!step.done() || !negative || step.value == Value::SmallInt(0)) return step;
  return Binary(vm, BinaryOp::kSub, step.value, positive, false);
}

Step DivModTuple(Vm& vm, Value a, Value b) {
  Value pair[2];
  if (IsIntOrBool(a) && IsIntOrBool(b)) {
    Step step = IntDivMod(vm, a, b, &pair[0], &pair[1]);
    if (!step.done()) return step;
  } else {
    double x = 0, y = 0, quotient, remainder;
    Step step = FloatOf(vm, a, &x);
    if (step.done()) step = FloatOf(vm, b, &y);
    if (!step.done()) return step;
    if (y == 0) return vm.Raise(TypeId::kZeroDivisionError, "division by zero");
    FloatDivMod(x, y, &quotient, &remainder);
    pair[0] = Value::Double(quotient);
    pair[1] = Value::Double(remainder);
  }
  return Made(vm, vm.NewTuple(pair, 2));
}

Step AbsoluteNumber(Vm& vm, Value v) {
  if (IsComplex(v)) {
    ComplexParts z = PartsOf(vm, v);
    double magnitude = std::hypot(z.real, z.imag);
    bool finite = z.real - z.real == 0 && z.imag - z.imag == 0;
    if (finite && std::isinf(magnitude)) return vm.Raise(TypeId::kOverflowError, "absolute value too large");
    return Step::Done(Value::Double(magnitude));
  }
  if (v.IsDouble()) return Step::Done(Value::Double(v.AsDouble() < 0 || v.bits >> 63 ? -v.AsDouble() : v.AsDouble()));
  bool negative = v.IsSmallInt() ? v.AsSmallInt() < 0 : v.IsObject(Kind::kInt) && vm.heap.At<Int>(v)->negative();
  return negative ? Negative(vm, v) : Step::Done(AsPlainInt(v));
}

}  // namespace garter
