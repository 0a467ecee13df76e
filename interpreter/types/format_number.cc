// format() of ints and floats: from a value and a specification to the parts that are laid out.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/float_text.h"
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

Step FormatReal(Vm& vm, double value, const FormatSpec& spec) {
  FloatFormat format;
  format.is_alternate = spec.alternate;
  uint32_t type = spec.type;
  bool percent = type == '%';
  if (percent) {
    value *= 100;
    type = 'f';
  }
  if (type == 'n') type = 'g';
  format.is_upper = type == 'E' || type == 'F' || type == 'G';
  switch (type) {
    case 0:
      format.style = spec.precision < 0 ? FloatStyle::kRepr : FloatStyle::kGeneral;
      format.adds_point_zero = true;
      break;
    case 'e':
    case 'E':
      format.style = FloatStyle::kExponent;
      break;
    case 'f':
    case 'F':
      format.style = FloatStyle::kFixed;
      break;
    default:
      format.style = FloatStyle::kGeneral;
      break;
  }
  if (spec.precision > kMaxPrecision) return vm.Raise(TypeId::kValueError, "precision too big");
  if (spec.precision >= 0) format.precision = static_cast<int>(spec.precision);
  char small[512];
  char* text = small;
  size_t room = FormatFloatRoom(value, format);
  if (room > sizeof(small)) {
    Value bytes = vm.NewBytes(nullptr, room);
    if (bytes.IsUnbound()) return vm.NoRoom();
    text = reinterpret_cast<char*>(vm.heap.At<Bytes>(bytes)->data());
    if (!vm.meter.Charge(room / 64)) return Step::Limit();
  }
  std::string_view all = {text, FormatFloat(value, format, text)};
  NumberParts parts;
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
  char special[8];
  if (percent && end < all.size()) {
    CopyBytes(special, all.data() + end, all.size() - end);
    special[all.size() - end] = '%';
    parts.remainder = {special, all.size() - end + 1};
  }
  bool shows_zero = !parts.digits.empty() && parts.digits.find_first_not_of('0') == std::string_view::npos &&
                    parts.fraction.find_first_not_of('0') == std::string_view::npos;
  if (spec.no_negative_zero && shows_zero) negative = false;
  parts.sign = SignOf(negative, spec.sign);
  TextBuilder out(vm.heap);
  LayOutNumber(out, parts, spec);
  return DoneOrNoRoom(vm, out.Finish());
}

}  // namespace garter
