// format() of ints and floats: from a value and a specification to the parts that are laid out.
#include <cmath>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/float_text.h"
#include "interpreter/types/complex.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/format_spec.h"
#include "interpreter/types/number.h"
#include "interpreter/types/str_characters.h"
#include "interpreter/types/str_repr.h"

namespace garter {
namespace {

constexpr int64_t kMaxPrecision = 2147482000;  // of FormatFloat

// The sign that is shown for a number.
char SignOf(bool negative, uint32_t wanted) {
  if (negative) return '-';
  return wanted == '+' ? '+' : wanted == ' ' ? ' ' : 0;
}

Step FormatCharacter(Vm& vm, Value v, const FormatSpec& spec) {
  if (spec.sign != 0) return vm.Raise(TypeId::kValueError, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate)
    return vm.Raise(TypeId::kValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
  int64_t code;
  if (!vm.AsInt64(v, &code)) return vm.Raise(TypeId::kOverflowError, "Python int too large to convert to C long");
  if (code < 0 || code > 0x10FFFF) return vm.Raise(TypeId::kOverflowError, "%%c arg not in range(0x110000)");
  auto character = static_cast<uint32_t>(code);
  FormatSpec layout = spec;
  if (layout.align == '=') layout.align = '>';
  TextBuilder out(vm.heap);
  LayOutText(out, {reinterpret_cast<const uint8_t*>(&character), 1, 4, false}, layout);
  return DoneOrNoRoom(vm, out.Finish());
}

void MakeUpper(char* text, size_t length) {
  for (size_t i = 0; i < length; ++i) {
    if (text[i] >= 'a' && text[i] <= 'z') text[i] = static_cast<char>(text[i] - 32);
  }
}

// Digits of a big int, in a bytes object that becomes garbage.
Step BigDigitsOf(Vm& vm, Value integer, unsigned base, bool upper, IntegerDigits* out) {
  IntOperand operand(vm, integer);
  out->negative = operand.view.is_negative;
  size_t room = bigint::TextRoom(operand.view.limbs, operand.view.size, base) + 1;
  Value bytes = vm.NewBytes(nullptr, room);
  if (bytes.IsUnbound()) return vm.NoRoom();
  char* text = reinterpret_cast<char*>(vm.heap.At<Bytes>(bytes)->data());
  size_t length = 0;
  if (!bigint::ToText(vm.meter, operand.view.limbs, operand.view.size, base, text, &length, nullptr))
    return Step::Limit();
  if (upper) MakeUpper(text, length);
  out->text = {text, length};
  return Step::Done(kNone);
}

}  // namespace

Step DigitsOf(Vm& vm, Value integer, unsigned base, bool upper, IntegerDigits* out) {
  int64_t small;
  if (vm.AsInt64(integer, &small)) {
    out->negative = small < 0;
    uint64_t magnitude = small < 0 ? 0 - static_cast<uint64_t>(small) : static_cast<uint64_t>(small);
    char* end = out->small + sizeof(out->small);
    char* at = end;
    const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    do *--at = digits[magnitude % base];
    while ((magnitude /= base) > 0);
    out->text = {at, static_cast<size_t>(end - at)};
    return Step::Done(kNone);
  }
  if (base != 10) return BigDigitsOf(vm, integer, base, upper, out);
  DecimalText decimal;
  Step step = DecimalOf(vm, integer, &decimal);
  if (!step.done()) return step;
  std::string_view digits = decimal.view();
  out->negative = digits[0] == '-';
  if (out->negative) digits.remove_prefix(1);
  Value copy = vm.NewBytes(reinterpret_cast<const uint8_t*>(digits.data()), digits.size());
  if (copy.IsUnbound()) return vm.NoRoom();
  out->text = {reinterpret_cast<const char*>(vm.heap.At<Bytes>(copy)->data()), digits.size()};
  return Step::Done(kNone);
}

Step FormatInteger(Vm& vm, Value v, const FormatSpec& spec) {
  if (spec.precision != -1) return vm.Raise(TypeId::kValueError, "Precision not allowed in integer format specifier");
  if (spec.no_negative_zero) {
    return vm.Raise(TypeId::kValueError, "Negative zero coercion (z) not allowed in integer format specifier");
  }
  if (spec.type == 'c') return FormatCharacter(vm, v, spec);
  bool upper = spec.type == 'X';
  unsigned base = spec.type == 'b' ? 2 : spec.type == 'o' ? 8 : spec.type == 'x' || upper ? 16 : 10;
  IntegerDigits digits;
  Step step = DigitsOf(vm, v, base, upper, &digits);
  if (!step.done()) return step;
  NumberParts parts;
  parts.sign = SignOf(digits.negative, spec.sign);
  parts.digits = digits.text;
  if (spec.alternate && base != 10) parts.prefix = base == 2 ? "0b" : base == 8 ? "0o" : upper ? "0X" : "0x";
  TextBuilder out(vm.heap);
  LayOutNumber(out, parts, spec);
  return DoneOrNoRoom(vm, out.Finish());
}

namespace {

// A float's text, and the parts that it is cut into. Points to itself: not copyable.
struct RealText {
  RealText() = default;
  RealText(const RealText&) = delete;
  RealText& operator=(const RealText&) = delete;
  char small[512];
  char special[8];
  NumberParts parts;
};

// `percent`: a percent sign follows. The text stands in `out` or, when it is long, in a bytes object made for it.
Step WriteReal(Vm& vm, double value, const FloatFormat& format, bool percent, const FormatSpec& spec, RealText* out) {
  char* text = out->small;
  size_t room = FormatFloatRoom(value, format);
  if (room > sizeof(out->small)) {
    Value bytes = vm.NewBytes(nullptr, room);
    if (bytes.IsUnbound()) return vm.NoRoom();
    text = reinterpret_cast<char*>(vm.heap.At<Bytes>(bytes)->data());
    if (!vm.meter.Charge(room / 64)) return Step::Limit();
  }
  std::string_view all = {text, FormatFloat(value, format, text)};
  NumberParts& parts = out->parts;
  bool negative = all[0] == '-';
  if (negative) all.remove_prefix(1);
  size_t whole = 0, point_end = 0;
  while (whole < all.size() && all[whole] >= '0' && all[whole] <= '9') ++whole;
  parts.digits = all.substr(0, whole);
  point_end = whole;
  if (whole < all.size() && all[whole] == '.') {
    parts.has_point = true;
    ++point_end;
  }
  size_t end = point_end;
  while (end < all.size() && all[end] >= '0' && all[end] <= '9') ++end;
  parts.fraction = all.substr(point_end, end - point_end);
  // An exponent or the name of what is no number; a percent sign goes where an exponent would.
  parts.remainder = percent && end == all.size() ? std::string_view("%") : all.substr(end);
  if (percent && end < all.size()) {
    CopyBytes(out->special, all.data() + end, all.size() - end);
    out->special[all.size() - end] = '%';
    parts.remainder = {out->special, all.size() - end + 1};
  }
  bool shows_zero = !parts.digits.empty() && parts.digits.find_first_not_of('0') == std::string_view::npos &&
                    parts.fraction.find_first_not_of('0') == std::string_view::npos;
  if (spec.no_negative_zero && shows_zero) negative = false;
  parts.sign = SignOf(negative, spec.sign);
  return Step::Done(kNone);
}

// Style, precision and case of a type letter. `bare` is what no letter adds.
Step FloatFormatOf(Vm& vm, uint32_t type, const FormatSpec& spec, bool bare, FloatFormat* format) {
  format->is_alternate = spec.alternate;
  if (type == 'n') type = 'g';
  format->is_upper = type == 'E' || type == 'F' || type == 'G';
  switch (type) {
    case 0:
      format->style = spec.precision < 0 ? FloatStyle::kRepr : FloatStyle::kGeneral;
      format->adds_point_zero = bare;
      break;
    case 'e':
    case 'E':
      format->style = FloatStyle::kExponent;
      break;
    case 'f':
    case 'F':
      format->style = FloatStyle::kFixed;
      break;
    default:
      format->style = FloatStyle::kGeneral;
      break;
  }
  if (spec.precision > kMaxPrecision) return vm.Raise(TypeId::kValueError, "precision too big");
  if (spec.precision >= 0) format->precision = static_cast<int>(spec.precision);
  return Step::Done(kNone);
}

}  // namespace

Step FormatReal(Vm& vm, double value, const FormatSpec& spec) {
  bool percent = spec.type == '%';
  FloatFormat format;
  Step step = FloatFormatOf(vm, percent ? 'f' : spec.type, spec, true, &format);
  RealText text;
  if (step.done()) step = WriteReal(vm, percent ? value * 100 : value, format, percent, spec, &text);
  if (!step.done()) return step;
  TextBuilder out(vm.heap);
  LayOutNumber(out, text.parts, spec);
  return DoneOrNoRoom(vm, out.Finish());
}

// Both parts as floats are, the second with its sign; without a letter in parentheses, as repr() has them. Width and
// alignment are those of the whole.
Step FormatComplex(Vm& vm, Value v, Value specification) {
  FormatSpec spec;
  spec.align = '>';
  Step step = ParseFormatSpec(vm, specification, v, &spec);
  if (!step.done()) return step;
  switch (spec.type) {
    case 0:
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'n':
      break;
    default:
      return RaiseUnknownFormatCode(vm, spec.type, v);
  }
  if (spec.fill == '0') return vm.Raise(TypeId::kValueError, "Zero padding is not allowed in complex format specifier");
  if (spec.align == '=') {
    return vm.Raise(TypeId::kValueError, "'=' alignment flag is not allowed in complex format specifier");
  }
  ComplexParts parts = PartsOf(vm, v);
  bool bare = spec.type == 0, alone = bare && parts.real == 0 && !std::signbit(parts.real);
  FloatFormat format;
  RealText real, imag;
  step = FloatFormatOf(vm, spec.type, spec, false, &format);
  if (step.done()) step = WriteReal(vm, parts.real, format, false, spec, &real);
  FormatSpec inner = spec;
  inner.width = -1;
  if (!alone) inner.sign = '+';
  if (step.done()) step = WriteReal(vm, parts.imag, format, false, inner, &imag);
  if (!step.done()) return step;
  TextBuilder whole(vm.heap);
  if (bare && !alone) whole.Append('(');
  if (!alone) LayOutNumber(whole, real.parts, inner);
  LayOutNumber(whole, imag.parts, inner);
  whole.Append('j');
  if (bare && !alone) whole.Append(')');
  Value text = whole.Finish();
  if (text.IsUnbound()) return vm.NoRoom();
  TextBuilder out(vm.heap);
  LayOutText(out, vm.TextOf(text), spec);
  return DoneOrNoRoom(vm, out.Finish());
}

}  // namespace garter
