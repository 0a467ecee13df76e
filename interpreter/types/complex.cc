// complex: arithmetic, the constructor that reads text, and the methods.
//
// A real operand is not made complex first: 2 * (inf+1j) has no 0j in it that would turn into NaN (C23, annex G.5). A
// product or quotient that came out as NaN in both parts though an operand is infinite is put right as G.5.1 says.
#include "interpreter/types/complex.h"

#include <cmath>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/float_parse.h"
#include "interpreter/base/float_round.h"
#include "interpreter/base/float_text.h"
#include "interpreter/base/hash.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/number_methods.h"
#include "interpreter/types/special_methods.h"
#include "interpreter/types/tables.h"
#include "interpreter/types/warning.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

bool IsInfinite(double d) { return std::isinf(d); }
bool IsFinite(double d) { return d - d == 0; }
// An infinity as 1, all else as 0, with its sign.
double Boxed(double d) { return std::copysign(IsInfinite(d) ? 1.0 : 0.0, d); }
double WithoutNan(double d) { return IsNan(d) ? std::copysign(0.0, d) : d; }

ComplexParts Product(ComplexParts z, ComplexParts w) {
  double a = z.real, b = z.imag, c = w.real, d = w.imag;
  double ac = a * c, bd = b * d, ad = a * d, bc = b * c;
  ComplexParts result = {ac - bd, ad + bc};
  if (!IsNan(result.real) || !IsNan(result.imag)) return result;
  bool again = false;
  if (IsInfinite(a) || IsInfinite(b)) {
    a = Boxed(a), b = Boxed(b), c = WithoutNan(c), d = WithoutNan(d);
    again = true;
  }
  if (IsInfinite(c) || IsInfinite(d)) {
    c = Boxed(c), d = Boxed(d), a = WithoutNan(a), b = WithoutNan(b);
    again = true;
  }
  if (!again && (IsInfinite(ac) || IsInfinite(bd) || IsInfinite(ad) || IsInfinite(bc))) {
    a = WithoutNan(a), b = WithoutNan(b), c = WithoutNan(c), d = WithoutNan(d);
    again = true;
  }
  if (!again) return result;
  return {HUGE_VAL * (a * c - b * d), HUGE_VAL * (a * d + b * c)};
}

// R. L. Smith, "Algorithm 116: Complex division", 1962. False: the divisor is zero.
bool Quotient(ComplexParts a, ComplexParts b, ComplexParts* result) {
  double real = std::fabs(b.real), imag = std::fabs(b.imag);
  if (real >= imag) {
    if (real == 0) return false;
    double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
    *result = {(a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator};
  } else if (imag >= real) {
    double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
    *result = {(a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator};
  } else {
    *result = {NAN, NAN};
  }
  if (!IsNan(result->real) || !IsNan(result->imag)) return true;
  if ((IsInfinite(a.real) || IsInfinite(a.imag)) && IsFinite(b.real) && IsFinite(b.imag)) {
    double x = Boxed(a.real), y = Boxed(a.imag);
    *result = {HUGE_VAL * (x * b.real + y * b.imag), HUGE_VAL * (y * b.real - x * b.imag)};
  } else if ((IsInfinite(real) || IsInfinite(imag)) && IsFinite(a.real) && IsFinite(a.imag)) {
    double x = Boxed(b.real), y = Boxed(b.imag);
    *result = {0.0 * (a.real * x + a.imag * y), 0.0 * (a.imag * x - a.real * y)};
  }
  return true;
}

// real / complex, the same without the imaginary part.
bool RealQuotient(double a, ComplexParts b, ComplexParts* result) {
  double real = std::fabs(b.real), imag = std::fabs(b.imag);
  if (real >= imag) {
    if (real == 0) return false;
    double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
    *result = {a / denominator, (-a * ratio) / denominator};
  } else if (imag >= real) {
    double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
    *result = {(a * ratio) / denominator, (-a) / denominator};
  } else {
    *result = {NAN, NAN};
  }
  if (IsNan(result->real) && IsNan(result->imag) && IsFinite(a) && (IsInfinite(real) || IsInfinite(imag))) {
    double x = Boxed(b.real), y = Boxed(b.imag);
    *result = {0.0 * (a * x), 0.0 * (-a * y)};
  }
  return true;
}

Step Made(Vm& vm, Value v) { return v.IsUnbound() ? vm.NoRoom() : Step::Done(v); }
Step MadeOf(Vm& vm, ComplexParts parts) { return NewComplex(vm, parts.real, parts.imag); }
Step DivisionByZero(Vm& vm) { return vm.Raise(TypeId::kZeroDivisionError, "division by zero"); }

// An operand: complex as it is, a real number with `is_real`. Stop: no number.
struct Operand {
  ComplexParts parts = {0, 0};
  bool is_real = false;
};
Step Take(Vm& vm, Value v, Operand* out) {
  if (IsComplex(v)) {
    out->parts = PartsOf(vm, v);
    return Step::Done(kNone);
  }
  if (!IsNumber(v)) return Step::Stop();
  out->is_real = true;
  return FloatOf(vm, v, &out->parts.real);
}

bool IsWholeUpTo(double d, double most) { return d == std::floor(d) && std::fabs(d) <= most; }

Step RaiseNoPower(Vm& vm) { return vm.Raise(TypeId::kZeroDivisionError, "zero to a negative or complex power"); }

// By repeated squaring, from the lowest bit.
ComplexParts WholePower(ComplexParts base, uint32_t exponent) {
  ComplexParts result = {1, 0}, square = base;
  for (; exponent > 0; exponent >>= 1) {
    if (exponent & 1) result = Product(result, square);
    square = Product(square, square);
  }
  return result;
}

}  // namespace

Step NewComplex(Vm& vm, double real, double imag) {
  Complex* complex = vm.heap.New<Complex>(Kind::kComplex);
  if (complex == nullptr) return vm.NoRoom();
  complex->real = Value::Double(real);
  complex->imag = Value::Double(imag);
  return Step::Done(vm.heap.ValueOf(complex));
}

Step ComplexPower(Vm& vm, ComplexParts x, ComplexParts y) {
  ComplexParts result;
  bool zero_base = x.real == 0 && x.imag == 0;
  if (y.imag == 0 && IsWholeUpTo(y.real, 100)) {
    result = WholePower(x, static_cast<uint32_t>(std::fabs(y.real)));
    if (y.real < 0 && !Quotient({1, 0}, result, &result)) zero_base = true;
  } else if (!zero_base) {
    double magnitude = std::hypot(x.real, x.imag), angle = std::atan2(x.imag, x.real);
    double length = std::pow(magnitude, y.real), phase = angle * y.real;
    if (y.imag != 0) {
      length *= std::exp(-angle * y.imag);
      phase += y.imag * std::log(magnitude);
    }
    if (IsInfinite(phase)) return RaiseNoPower(vm);  // what CPython makes of the domain error of cos(inf)
    result = {length * std::cos(phase), length * std::sin(phase)};
  } else {
    result = {0, 0};
  }
  if (zero_base && (y.imag != 0 || y.real < 0)) {
    return RaiseNoPower(vm);
  }
  if (IsInfinite(result.real) || IsInfinite(result.imag)) {
    return vm.Raise(TypeId::kOverflowError, "complex exponentiation");
  }
  return MadeOf(vm, result);
}

Step ComplexBinary(Vm& vm, BinaryOp op, Value a, Value b) {
  if (op > BinaryOp::kTrueDiv && op != BinaryOp::kPow) return Step::Stop();
  Operand left, right;
  // A right operand that is no number is found before a left one that is too large.
  if (!IsComplex(b) && !IsNumber(b)) return Step::Stop();
  Step step = Take(vm, a, &left);
  if (step.done()) step = Take(vm, b, &right);
  if (!step.done()) return step;
  ComplexParts x = left.parts, y = right.parts, quotient;
  switch (op) {
    case BinaryOp::kAdd:
      return NewComplex(vm, x.real + y.real, left.is_real ? y.imag : right.is_real ? x.imag : x.imag + y.imag);
    case BinaryOp::kSub:
      return NewComplex(vm, x.real - y.real, left.is_real ? -y.imag : right.is_real ? x.imag : x.imag - y.imag);
    case BinaryOp::kMul:
      if (left.is_real) return NewComplex(vm, x.real * y.real, x.real * y.imag);
      if (right.is_real) return NewComplex(vm, x.real * y.real, x.imag * y.real);
      return MadeOf(vm, Product(x, y));
    case BinaryOp::kTrueDiv:
      if (right.is_real) {
        return y.real == 0 ? DivisionByZero(vm) : NewComplex(vm, x.real / y.real, x.imag / y.real);
      }
      if (!(left.is_real ? RealQuotient(x.real, y, &quotient) : Quotient(x, y, &quotient))) return DivisionByZero(vm);
      return MadeOf(vm, quotient);
    default:
      return ComplexPower(vm, x, y);
  }
}

bool ComplexEquals(Vm& vm, Value a, Value b) {
  if (!IsComplex(a)) return ComplexEquals(vm, b, a);
  ComplexParts x = PartsOf(vm, a);
  if (IsComplex(b)) {
    ComplexParts y = PartsOf(vm, b);
    return x.real == y.real && x.imag == y.imag;
  }
  if (!IsNumber(b) || x.imag != 0) return false;
  return Compare(vm, CompareOp::kEqual, Value::Double(x.real), b).value.IsTrue();
}

uint64_t HashComplex(ComplexParts parts) {
  auto hash_of = [](double d) { return IsNan(d) ? uint64_t{0} : static_cast<uint64_t>(HashDouble(d)); };
  uint64_t hash = hash_of(parts.real) + 1000003 * hash_of(parts.imag);
  return hash == ~uint64_t{0} ? ~uint64_t{1} : hash;
}

size_t FormatComplexRepr(ComplexParts parts, char out[kComplexRoom]) {
  FloatFormat format;
  bool alone = parts.real == 0 && !std::signbit(parts.real);
  size_t n = 0;
  if (!alone) {
    out[n++] = '(';
    n += FormatFloat(parts.real, format, out + n);
    format.has_plus = true;
  }
  n += FormatFloat(parts.imag, format, out + n);
  out[n++] = 'j';
  if (!alone) out[n++] = ')';
  return n;
}

namespace {

// ---- from text ------------------------------------------------------------------------------------------------------

bool IsBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\x1C' && c <= '\x1F'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsSign(char c) { return c == '+' || c == '-'; }

// The number that `text` begins with, as float() reads one; 0: none.
size_t NumberLength(std::string_view text) {
  size_t at = !text.empty() && IsSign(text[0]) ? 1 : 0;
  size_t start = at;
  auto letters = [&](std::string_view word) {
    if (text.size() - at < word.size()) return false;
    for (size_t k = 0; k < word.size(); ++k) {
      if ((text[at + k] | 0x20) != word[k]) return false;
    }
    at += word.size();
    return true;
  };
  if (letters("infinity") || letters("inf") || letters("nan")) return at;
  size_t digits = 0;
  for (; at < text.size() && IsDigit(text[at]); ++at) ++digits;
  if (at < text.size() && text[at] == '.') {
    for (++at; at < text.size() && IsDigit(text[at]); ++at) ++digits;
  }
  if (digits == 0) return 0;
  if (at < text.size() && (text[at] | 0x20) == 'e') {
    size_t exponent = at + 1;
    if (exponent < text.size() && IsSign(text[exponent])) ++exponent;
    if (exponent < text.size() && IsDigit(text[exponent])) {
      for (at = exponent; at < text.size() && IsDigit(text[at]);) ++at;
    }
  }
  return at > start ? at : 0;
}

bool IsUnit(std::string_view text) { return !text.empty() && (text[0] | 0x20) == 'j'; }

// "1", "1+2j", "2j", "j", "-j", "1-j".
bool ReadParts(std::string_view text, ComplexParts* out) {
  *out = {0, 0};
  size_t length = NumberLength(text);
  double first = 0;
  if (length > 0 && !ParseDoubleOrSpecial(text.data(), length, &first)) return false;
  std::string_view rest = text.substr(length);
  if (length == 0) {
    // An imaginary unit with or without a sign.
    bool sign = !rest.empty() && IsSign(rest[0]);
    if (!IsUnit(rest.substr(sign)) || rest.size() != sign + size_t{1}) return false;
    out->imag = sign && rest[0] == '-' ? -1.0 : 1.0;
    return true;
  }
  if (IsUnit(rest)) {
    out->imag = first;
    return rest.size() == 1;
  }
  out->real = first;
  if (rest.empty()) return true;
  if (!IsSign(rest[0])) return false;
  length = NumberLength(rest);
  if (length == 0) {
    out->imag = rest[0] == '-' ? -1.0 : 1.0;
    length = 1;
  } else if (!ParseDoubleOrSpecial(rest.data(), length, &out->imag)) {
    return false;
  }
  return IsUnit(rest.substr(length)) && rest.size() == length + 1;
}

// Takes out underscores between digits. False: one stands elsewhere.
bool DropUnderscores(char* text, size_t* size) {
  size_t kept = 0;
  for (size_t k = 0; k < *size; ++k) {
    if (text[k] == '_') {
      if (k == 0 || k + 1 == *size || !IsDigit(text[k - 1]) || !IsDigit(text[k + 1])) return false;
      continue;
    }
    text[kept++] = text[k];
  }
  *size = kept;
  return true;
}

Step ComplexFromText(Vm& vm, Value text) {
  size_t size = 0;
  char* characters = NumberText(vm, text, &size);
  if (characters == nullptr) return vm.NoRoom();
  if (!vm.meter.Charge(size / 16)) return Step::Limit();
  if (!DropUnderscores(characters, &size)) {
    return vm.Raise(TypeId::kValueError, "could not convert string to complex: %R", text);
  }
  std::string_view rest = {characters, size};
  auto strip = [&] {
    while (!rest.empty() && IsBlank(rest.front())) rest.remove_prefix(1);
    while (!rest.empty() && IsBlank(rest.back())) rest.remove_suffix(1);
  };
  strip();
  if (rest.size() >= 2 && rest.front() == '(' && rest.back() == ')') {
    rest = rest.substr(1, rest.size() - 2);
    strip();
  }
  ComplexParts parts;
  if (!ReadParts(rest, &parts)) return vm.Raise(TypeId::kValueError, "complex() arg is a malformed string");
  return MadeOf(vm, parts);
}

// ---- the constructor ------------------------------------------------------------------------------------------------

Step TakePart(Vm& vm, Value v, const char* name, Operand* out) {
  if (IsUserObject(vm, v)) {
    bool first = name[0] == 'r';
    if (first && !LookupOwnSpecial(vm, v, Special::k_complex).IsUnbound()) {
      Step step = Ask(vm, Protocol::kComplex, 0, v);
      if (!step.done()) return step;
      v = step.value;
    } else if (!LookupOwnSpecial(vm, v, Special::k_float).IsUnbound() || IsNumber(Plain(vm, v)) || HasIndex(vm, v)) {
      double real = 0;
      Step step = FloatOf(vm, v, &real);
      if (!step.done()) return step;
      v = Value::Double(real);
    } else if (IsComplex(Plain(vm, v))) {
      v = Plain(vm, v);
    }
  }
  if (IsComplex(v)) {
    char text[80];
    size_t n = 0;
    for (std::string_view piece : {std::string_view("complex() argument '"), std::string_view(name),
                                   std::string_view("' must be a real number, "), std::string_view("not complex")}) {
      CopyBytes(text + n, piece.data(), piece.size());
      n += piece.size();
    }
    Step warned = WarnOnce(vm, name[0] == 'r' ? 1000 : 1001, {text, n});
    if (!warned.done()) return warned;
  }
  Step step = Take(vm, v, out);
  if (step.action != Action::kStop) return step;
  return vm.Raise(TypeId::kTypeError, "complex() argument '%s' must be a real number, not %T", name, v);
}

Step ConstructComplex(Vm& vm, Native& n) {
  bool has_real = n.has(1), has_imag = n.has(2);
  if (!has_real && !has_imag) return NewComplex(vm, 0, 0);
  if (!has_imag) {
    Value x = n.arg(1);
    if (IsComplex(x)) return Step::Done(x);
    if (x.IsStr()) return ComplexFromText(vm, x);
    if (IsUserObject(vm, x)) {
      if (!LookupOwnSpecial(vm, x, Special::k_complex).IsUnbound()) return Ask(vm, Protocol::kComplex, 0, x);
      Value native = Plain(vm, x);
      if (native.IsStr()) return ComplexFromText(vm, native);
      if (IsComplex(native)) return Step::Done(native);
      if (!LookupOwnSpecial(vm, x, Special::k_float).IsUnbound() || IsNumber(native) || HasIndex(vm, x)) {
        double real = 0;
        Step step = FloatOf(vm, x, &real);
        return step.done() ? NewComplex(vm, real, 0) : step;
      }
    }
    if (!IsNumber(x)) {
      return vm.Raise(TypeId::kTypeError, "complex() argument must be a string or a number, not %T", x);
    }
  }
  Operand real, imag;
  if (has_real) {
    Step step = TakePart(vm, n.arg(1), "real", &real);
    if (!step.done()) return step;
  }
  if (has_imag) {
    Step step = TakePart(vm, n.arg(2), "imag", &imag);
    if (!step.done()) return step;
  }
  // real + imag * 1j, where either may itself be complex.
  double r = real.parts.real, i = imag.parts.real;
  if (has_imag && !imag.is_real) r -= imag.parts.imag;
  if (has_real && !real.is_real) i += real.parts.imag;
  return NewComplex(vm, r, i);
}

// ---- methods --------------------------------------------------------------------------------------------------------

bool IsComplexOrNumber(Value v) { return IsComplex(v) || IsNumber(v); }

Step FromNumber(Vm& vm, Native& n) {
  if (IsComplex(n.arg(1))) return Step::Done(n.arg(1));
  double d = 0;
  Step step = FloatOf(vm, n.arg(1), &d);
  return step.done() ? NewComplex(vm, d, 0) : step;
}
Step Real(Vm& vm, Native& n) { return Step::Done(vm.heap.At<Complex>(n.arg(0))->real); }
Step Imag(Vm& vm, Native& n) { return Step::Done(vm.heap.At<Complex>(n.arg(0))->imag); }
Step Itself(Vm&, Native& n) { return Step::Done(n.arg(0)); }
Step Conjugate(Vm& vm, Native& n) {
  ComplexParts z = PartsOf(vm, n.arg(0));
  return NewComplex(vm, z.real, -z.imag);
}
Step GetNewArgs(Vm& vm, Native& n) {
  const Complex* z = vm.heap.At<Complex>(n.arg(0));
  Value parts[2] = {z->real, z->imag};
  return Made(vm, vm.NewTuple(parts, 2));
}

Step Power(Vm& vm, const Native& n, bool reflected) {
  if (n.has(2) && !n.arg(2).IsNone()) return vm.Raise(TypeId::kValueError, "complex modulo");
  if (!IsComplexOrNumber(n.arg(1))) return Step::Done(kNotImplemented);
  return Binary(vm, BinaryOp::kPow, n.arg(reflected ? 1 : 0), n.arg(reflected ? 0 : 1), false);
}
Step PowMethod(Vm& vm, Native& n) { return Power(vm, n, false); }
Step ReflectedPowMethod(Vm& vm, Native& n) { return Power(vm, n, true); }
Step NoOrder(Vm&, Native&) { return Step::Done(kNotImplemented); }

constexpr int kWrapper = BuiltinRow::kSlotWrapper;

constexpr BuiltinRow kRows[] = {
    {"real", "($self)", Real, 0, BuiltinRow::kGetter},
    {"imag", "($self)", Imag, 0, BuiltinRow::kGetter},
    {"conjugate", "($self, /)", Conjugate},
    {"from_number", "($type, number, /)", MadeForClass<FromNumber>, 0, BuiltinRow::kClass},
    {"__complex__", "($self, /)", Itself},
    {"__getnewargs__", "($self, /)", GetNewArgs},
    {"__format__", "($self, format_spec, /)", FormatMethod},
    {"__bool__", "($self, /)", TruthMethod, 0, kWrapper},
    {"__neg__", "($self, /)", NegativeMethod, 0, kWrapper},
    {"__pos__", "($self, /)", PositiveMethod, 0, kWrapper},
    {"__abs__", "($self, /)", AbsoluteMethod, 0, kWrapper},
    GARTER_OPERATOR_ROWS("add", BinaryOp::kAdd, IsComplexOrNumber),
    GARTER_OPERATOR_ROWS("sub", BinaryOp::kSub, IsComplexOrNumber),
    GARTER_OPERATOR_ROWS("mul", BinaryOp::kMul, IsComplexOrNumber),
    GARTER_OPERATOR_ROWS("truediv", BinaryOp::kTrueDiv, IsComplexOrNumber),
    {"__pow__", "($self, value, mod=None, /)", PowMethod, 0, kWrapper},
    {"__rpow__", "($self, value, mod=None, /)", ReflectedPowMethod, 0, kWrapper},
    GARTER_COMPARE_ROW("__eq__", CompareOp::kEqual, IsComplexOrNumber),
    GARTER_COMPARE_ROW("__ne__", CompareOp::kNotEqual, IsComplexOrNumber),
    {"__lt__", "($self, value, /)", NoOrder, 0, kWrapper},
    {"__le__", "($self, value, /)", NoOrder, 0, kWrapper},
    {"__gt__", "($self, value, /)", NoOrder, 0, kWrapper},
    {"__ge__", "($self, value, /)", NoOrder, 0, kWrapper},
};
constexpr BuiltinRow kConstructor = {"complex", "($self, real=0, imag=0)", ConstructComplex};

}  // namespace

constexpr TypeTable kComplexTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

}  // namespace garter
