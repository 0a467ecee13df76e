// float: its constructor and its methods.
#include <cmath>

#include "interpreter/base/float_parse.h"
#include "interpreter/base/float_text.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/number.h"
#include "interpreter/types/number_methods.h"
#include "interpreter/types/special_methods.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

bool IsAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

Step Made(Vm& vm, Value v) { return v.IsUnbound() ? vm.NoRoom() : Step::Done(v); }

std::string_view Stripped(std::string_view text) {
  while (!text.empty() && IsAsciiSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsAsciiSpace(text.back())) text.remove_suffix(1);
  return text;
}

// Takes out underscores, which may only stand between digits. False: one stands elsewhere.
bool RemoveUnderscores(char* text, size_t* size) {
  size_t kept = 0;
  for (size_t k = 0; k < *size; ++k) {
    if (text[k] != '_') {
      text[kept++] = text[k];
      continue;
    }
    if (k == 0 || k + 1 == *size || !IsDigit(text[k - 1]) || !IsDigit(text[k + 1])) return false;
  }
  *size = kept;
  return true;
}

Step FloatFromText(Vm& vm, Value text) {
  size_t size = 0;
  char* characters = NumberText(vm, text, &size);
  if (characters == nullptr) return vm.NoRoom();
  if (!vm.meter.Charge(size / 16)) return Step::Limit();
  std::string_view stripped = Stripped({characters, size});
  char* start = characters + (stripped.data() - characters);
  size = stripped.size();
  double d = 0;
  if (RemoveUnderscores(start, &size) && ParseDoubleOrSpecial(start, size, &d)) return Step::Done(Value::Double(d));
  return vm.Raise(TypeId::kValueError, "could not convert string to float: %R", text);
}

Step NewFloat(Vm& vm, Native& n) {
  if (!n.has(1)) return Step::Done(Value::Double(0.0));
  Value x = n.arg(1);
  if (x.IsStr() || x.IsObject(Kind::kBytes)) return FloatFromText(vm, x);
  if (IsUserObject(vm, x)) {
    bool own = !LookupOwnSpecial(vm, x, Special::k_float).IsUnbound();
    Value native = Plain(vm, x);
    if (!own && (native.IsStr() || native.IsObject(Kind::kBytes))) return FloatFromText(vm, native);
    if (own || IsNumber(native) || HasIndex(vm, x)) {
      double converted = 0;
      Step step = FloatOf(vm, x, &converted);
      return step.done() ? Step::Done(Value::Double(converted)) : step;
    }
  }
  if (!IsNumber(x)) {
    return vm.Raise(TypeId::kTypeError, "float() argument must be a string or a real number, not '%T'", x);
  }
  double d = 0;
  Step step = FloatOf(vm, x, &d);
  return step.done() ? Step::Done(Value::Double(d)) : step;
}

Step FromNumber(Vm& vm, Native& n) {
  double d = 0;
  Step step = FloatOf(vm, n.arg(1), &d);
  return step.done() ? Step::Done(Value::Double(d)) : step;
}

// ---- hexadecimal ------------------------------------------------------------------------------------------------

Step Hex(Vm& vm, Native& n) {
  char text[kHexRoom];
  return Made(vm, vm.NewStrAscii({text, FormatHex(n.arg(0).AsDouble(), text)}));
}

Step FromHex(Vm& vm, Native& n) {
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "bad argument type for built-in operation");
  Text text = vm.TextOf(n.arg(1));
  double d = 0;
  HexResult result = HexResult::kInvalid;
  if (text.ascii) {
    if (!vm.meter.Charge(text.length / 16)) return Step::Limit();
    std::string_view stripped = Stripped({reinterpret_cast<const char*>(text.data), text.length});
    result = ParseHex(stripped.data(), stripped.size(), &d);
  }
  if (result == HexResult::kInvalid) return vm.Raise(TypeId::kValueError, "invalid hexadecimal floating-point string");
  if (result == HexResult::kTooLarge) {
    return vm.Raise(TypeId::kOverflowError, "hexadecimal value too large to represent as a float");
  }
  return Step::Done(Value::Double(d));
}

// ---- methods ----------------------------------------------------------------------------------------------------

Step IsInteger(Vm&, Native& n) {
  double d = n.arg(0).AsDouble();
  return Step::Done(Value::Bool(d - d == 0 && std::floor(d) == d));
}

Step AsIntegerRatio(Vm& vm, Native& n) {
  double d = n.arg(0).AsDouble();
  if (IsNan(d)) return vm.Raise(TypeId::kValueError, "cannot convert NaN to integer ratio");
  if (IsInfiniteOrNan(d)) return vm.Raise(TypeId::kOverflowError, "cannot convert Infinity to integer ratio");
  DoubleParts parts = SplitOdd(d);
  Value pair[2] = {vm.NewUnsigned(parts.significand), Value::SmallInt(1)};
  if (pair[0].IsUnbound()) return vm.NoRoom();
  bool whole = parts.exponent >= 0;
  Step step = Binary(vm, BinaryOp::kLShift, pair[whole ? 0 : 1],
                     Value::SmallInt(whole ? parts.exponent : -parts.exponent), false);
  if (!step.done()) return step;
  pair[whole ? 0 : 1] = step.value;
  if (d < 0) {
    step = Negative(vm, pair[0]);
    if (!step.done()) return step;
    pair[0] = step.value;
  }
  return Made(vm, vm.NewTuple(pair, 2));
}

Step Itself(Vm&, Native& n) { return Step::Done(n.arg(0)); }
Step Zero(Vm&, Native&) { return Step::Done(Value::Double(0.0)); }
Step RoundMethod(Vm& vm, Native& n) { return RoundFloat(vm, n.arg(0), n.has(1) ? n.arg(1) : kNone); }
Step Truncate(Vm& vm, Native& n) { return IntFromDouble(vm, n.arg(0).AsDouble()); }
Step Floor(Vm& vm, Native& n) { return IntFromDouble(vm, std::floor(n.arg(0).AsDouble())); }
Step Ceiling(Vm& vm, Native& n) { return IntFromDouble(vm, std::ceil(n.arg(0).AsDouble())); }

Step Power(Vm& vm, const Native& n, bool reflected) {
  if (n.has(2) && !n.arg(2).IsNone()) {
    return vm.Raise(TypeId::kTypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  if (!IsNumber(n.arg(1))) return Step::Done(kNotImplemented);
  return Binary(vm, BinaryOp::kPow, n.arg(reflected ? 1 : 0), n.arg(reflected ? 0 : 1), false);
}
Step PowMethod(Vm& vm, Native& n) { return Power(vm, n, false); }
Step ReflectedPowMethod(Vm& vm, Native& n) { return Power(vm, n, true); }

Step GetNewArgs(Vm& vm, Native& n) { return Made(vm, vm.NewTuple(&n.arg(0), 1)); }

Step GetFormat(Vm& vm, Native& n) {
  if (!n.arg(1).IsStr()) return vm.Raise(TypeId::kTypeError, "__getformat__() argument must be str, not %T", n.arg(1));
  if (!vm.StrIs(n.arg(1), "double") && !vm.StrIs(n.arg(1), "float")) {
    return vm.Raise(TypeId::kValueError, "__getformat__() argument 1 must be 'double' or 'float'");
  }
  return Made(vm, vm.NewStrAscii("IEEE, little-endian"));
}

constexpr int kWrapper = BuiltinRow::kSlotWrapper;

constexpr BuiltinRow kRows[] = {
    {"hex", "($self, /)", Hex},
    {"fromhex", "($type, string, /)", MadeForClass<FromHex>, 0, BuiltinRow::kClass},
    {"from_number", "($type, number, /)", MadeForClass<FromNumber>, 0, BuiltinRow::kClass},
    {"is_integer", "($self, /)", IsInteger},
    {"as_integer_ratio", "($self, /)", AsIntegerRatio},
    {"conjugate", "($self, /)", Itself},
    {"real", "($self)", Itself, 0, BuiltinRow::kGetter},
    {"imag", "($self)", Zero, 0, BuiltinRow::kGetter},
    {"__round__", "($self, ndigits=None, /)", RoundMethod},
    {"__trunc__", "($self, /)", Truncate},
    {"__floor__", "($self, /)", Floor},
    {"__ceil__", "($self, /)", Ceiling},
    {"__getnewargs__", "($self, /)", GetNewArgs},
    {"__format__", "($self, format_spec, /)", FormatMethod},
    {"__getformat__", "($type, typestr, /)", GetFormat, 0, BuiltinRow::kClass},
    {"__int__", "($self, /)", Truncate, 0, kWrapper},
    {"__float__", "($self, /)", Itself, 0, kWrapper},
    {"__bool__", "($self, /)", TruthMethod, 0, kWrapper},
    {"__neg__", "($self, /)", NegativeMethod, 0, kWrapper},
    {"__pos__", "($self, /)", PositiveMethod, 0, kWrapper},
    {"__abs__", "($self, /)", AbsoluteMethod, 0, kWrapper},
    GARTER_OPERATOR_ROWS("add", BinaryOp::kAdd, IsNumber),
    GARTER_OPERATOR_ROWS("sub", BinaryOp::kSub, IsNumber),
    GARTER_OPERATOR_ROWS("mul", BinaryOp::kMul, IsNumber),
    GARTER_OPERATOR_ROWS("truediv", BinaryOp::kTrueDiv, IsNumber),
    GARTER_OPERATOR_ROWS("floordiv", BinaryOp::kFloorDiv, IsNumber),
    GARTER_OPERATOR_ROWS("mod", BinaryOp::kMod, IsNumber),
    {"__divmod__", "($self, value, /)", DivModMethod<IsNumber, false>, 0, kWrapper},
    {"__rdivmod__", "($self, value, /)", DivModMethod<IsNumber, true>, 0, kWrapper},
    {"__pow__", "($self, value, mod=None, /)", PowMethod, 0, kWrapper},
    {"__rpow__", "($self, value, mod=None, /)", ReflectedPowMethod, 0, kWrapper},
    GARTER_COMPARE_ROW("__eq__", CompareOp::kEqual, IsNumber),
    GARTER_COMPARE_ROW("__ne__", CompareOp::kNotEqual, IsNumber),
    GARTER_COMPARE_ROW("__lt__", CompareOp::kLess, IsNumber),
    GARTER_COMPARE_ROW("__le__", CompareOp::kLessEqual, IsNumber),
    GARTER_COMPARE_ROW("__gt__", CompareOp::kGreater, IsNumber),
    GARTER_COMPARE_ROW("__ge__", CompareOp::kGreaterEqual, IsNumber),
};

constexpr BuiltinRow kConstructor = {"float", "($self, x=0, /)", NewFloat};

}  // namespace

constexpr TypeTable kFloatTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

Step RoundFloat(Vm& vm, Value v, Value digits) {
  double d = v.AsDouble();
  if (digits.IsNone()) return IntFromDouble(vm, GARTER_MUTANT(vm, 5, std::round(d), RoundHalfEven(d)));
  int64_t places = 0;
  Step step = ClampedIndexOf(vm, digits, &places);
  if (!step.done()) return step;
  double rounded = 0;
  if (RoundDecimal(d, places, &rounded)) return Step::Done(Value::Double(rounded));
  return vm.Raise(TypeId::kOverflowError, "rounded value too large to represent");
}

}  // namespace garter
