// Reading a format specification, and laying out what it describes.
#include "interpreter/types/format_spec.h"

#include "interpreter/base/unicode.h"
#include "interpreter/types/str_characters.h"

namespace garter {
namespace {

constexpr int64_t kMaxNumber = INT64_MAX;

bool IsAlign(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// How a message shows a type character.
const char* ShowCode(uint32_t code, char out[16]) {
  if (code > 32 && code < 128) {
    out[0] = static_cast<char>(code);
    out[1] = 0;
    return out;
  }
  char* p = out;
  *p++ = '\\';
  *p++ = 'x';
  int digits = 1;
  while (digits < 8 && code >> (4 * digits) != 0) ++digits;
  for (int k = digits - 1; k >= 0; --k) *p++ = "0123456789abcdef"[code >> (4 * k) & 15];
  *p = 0;
  return out;
}

class SpecReader {
 public:
  SpecReader(Vm& vm, Value text, Value value, FormatSpec* spec)
      : vm_(vm), whole_(text), text_(vm.TextOf(text)), value_(value), spec_(*spec) {}

  Step Read() {
    bool has_fill = false, has_align = false;
    if (left() >= 2 && IsAlign(text_[at_ + 1])) {
      spec_.align = text_[at_ + 1];
      spec_.fill = text_[at_];
      has_fill = has_align = true;
      at_ += 2;
    } else if (left() >= 1 && IsAlign(text_[at_])) {
      spec_.align = text_[at_++];
      has_align = true;
    }
    if (Is('+') || Is('-') || Is(' ')) spec_.sign = text_[at_++];
    if (Take('z')) spec_.no_negative_zero = true;
    if (Take('#')) spec_.alternate = true;
    if (!has_fill && Is('0')) {
      ++at_;
      spec_.fill = '0';
      if (!has_align && spec_.align == '>') spec_.align = '=';
    }
    uint32_t digits = 0;
    if (!ReadNumber(&spec_.width, &digits)) return TooManyDigits();
    if (!ReadGrouping(&spec_.grouping, nullptr)) return BothGroupings();
    if (Take('.')) {
      if (!ReadNumber(&spec_.precision, &digits)) return TooManyDigits();
      if (!ReadGrouping(&spec_.fraction_grouping, &digits)) return BothGroupings();
      if (digits == 0) return vm_.Raise(TypeId::kValueError, "Format specifier missing precision");
    }
    if (left() > 1) {
      return vm_.Raise(TypeId::kValueError, "Invalid format specifier '%S' for object of type '%T'", whole_, value_);
    }
    if (left() == 1) spec_.type = text_[at_];
    return CheckGrouping();
  }

 private:
  uint32_t left() const { return text_.length - at_; }
  bool Is(uint32_t c) const { return at_ < text_.length && text_[at_] == c; }
  bool Take(uint32_t c) {
    if (!Is(c)) return false;
    ++at_;
    return true;
  }

  // Leaves *out alone when there are no digits. False: too large.
  bool ReadNumber(int64_t* out, uint32_t* digits) {
    int64_t number = 0;
    *digits = 0;
    for (; at_ < text_.length; ++at_, ++*digits) {
      int digit = DecimalValue(text_[at_]);
      if (digit < 0) break;
      if (number > (kMaxNumber - digit) / 10) return false;
      number = number * 10 + digit;
    }
    if (*digits > 0) *out = number;
    return true;
  }

  bool ReadGrouping(uint32_t* grouping, uint32_t* taken) {
    uint32_t start = at_;
    if (Take(',')) *grouping = ',';
    if (Is('_')) {
      if (*grouping != 0) return false;
      *grouping = '_';
      ++at_;
    }
    if (Is(',') && *grouping == '_') return false;
    if (taken != nullptr) *taken += at_ - start;
    return true;
  }

  Step TooManyDigits() { return vm_.Raise(TypeId::kValueError, "Too many decimal digits in format string"); }
  Step BothGroupings() { return vm_.Raise(TypeId::kValueError, "Cannot specify both ',' and '_'."); }

  Step CheckGrouping() {
    if (spec_.grouping == 0) return Step::Done(kNone);
    switch (spec_.type) {
      case 0:
      case 'd':
      case 'e':
      case 'f':
      case 'g':
      case 'E':
      case 'G':
      case '%':
      case 'F':
        return Step::Done(kNone);
      case 'b':
      case 'o':
      case 'x':
      case 'X':
        if (spec_.grouping == '_') return Step::Done(kNone);
        break;
      default:
        break;
    }
    char shown[16];
    return vm_.Raise(TypeId::kValueError, "Cannot specify '%c' with '%s'.", spec_.grouping,
                     ShowCode(spec_.type, shown));
  }

  Vm& vm_;
  Value whole_;
  Text text_;
  Value value_;
  FormatSpec& spec_;
  uint32_t at_ = 0;
};

// How many characters `digits` take with separators between groups, when there must be at least `least` characters
// (zeros are added in front), and the writing of them.
struct Grouped {
  int64_t zeros = 0;   // in front of the digits
  int64_t length = 0;  // characters in all
};

Grouped PlanGroups(int64_t count, int64_t least, int64_t group) {
  Grouped plan;
  if (group == 0) {
    plan.length = count > least ? count : least;
    if (plan.length < 1) plan.length = 1;
    plan.zeros = plan.length - count;
    return plan;
  }
  int64_t remaining = count;
  for (;;) {
    int64_t most = remaining > least ? remaining : least;
    int64_t take = most < 1 ? 1 : most < group ? most : group;
    if (take > remaining) plan.zeros += take - remaining;
    plan.length += take;
    remaining -= take < remaining ? take : remaining;
    least -= take;
    if (remaining <= 0 && least <= 0) return plan;
    ++plan.length;
    --least;
  }
}

void WriteGroups(TextBuilder& out, std::string_view digits, const Grouped& plan, int64_t group, uint32_t separator) {
  if (group == 0) {
    out.Repeat('0', static_cast<uint32_t>(plan.zeros));
    out.AppendAscii(digits);
    return;
  }
  int64_t total = plan.zeros + static_cast<int64_t>(digits.size());
  for (int64_t i = 0; i < total && !out.full(); ++i) {
    if (i > 0 && (total - i) % group == 0) out.Append(separator);
    out.Append(i < plan.zeros ? '0' : static_cast<uint8_t>(digits[static_cast<size_t>(i - plan.zeros)]));
  }
}

// Repeat() for counts beyond what a str can hold: the builder is full then anyway.
void Fill(TextBuilder& out, uint32_t character, int64_t count) {
  out.Repeat(character, count > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(count));
}

}  // namespace

Step ParseFormatSpec(Vm& vm, Value text, Value value, FormatSpec* spec) {
  return SpecReader(vm, text, value, spec).Read();
}

Step RaiseUnknownFormatCode(Vm& vm, uint32_t code, Value value) {
  char shown[16];
  return vm.Raise(TypeId::kValueError, "Unknown format code '%s' for object of type '%T'", ShowCode(code, shown),
                  value);
}

void LayOutNumber(TextBuilder& out, const NumberParts& parts, const FormatSpec& spec) {
  bool has_power_base = spec.type == 'x' || spec.type == 'X' || spec.type == 'o' || spec.type == 'b';
  int64_t group = spec.grouping == 0 ? 0 : has_power_base ? 4 : 3;
  auto fraction_length = static_cast<int64_t>(parts.fraction.size());
  int64_t fraction_separators = spec.fraction_grouping == 0 || fraction_length == 0 ? 0 : (fraction_length - 1) / 3;
  int64_t around = (parts.sign != 0) + static_cast<int64_t>(parts.prefix.size() + parts.remainder.size()) +
                   parts.has_point + fraction_length + fraction_separators;
  bool fills_zeros = spec.fill == '0' && spec.align == '=';
  Grouped plan;
  if (!parts.digits.empty()) {
    plan = PlanGroups(static_cast<int64_t>(parts.digits.size()), fills_zeros ? spec.width - around : 0, group);
  }
  int64_t padding = spec.width - around - plan.length;
  if (padding < 0) padding = 0;
  int64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  int64_t middle = spec.align == '=' ? padding : 0;
  Fill(out, spec.fill, left);
  if (parts.sign != 0) out.Append(static_cast<uint8_t>(parts.sign));
  out.AppendAscii(parts.prefix);
  Fill(out, spec.fill, middle);
  if (!parts.digits.empty()) WriteGroups(out, parts.digits, plan, group, spec.grouping);
  if (parts.has_point) out.Append('.');
  if (fraction_separators == 0) {
    out.AppendAscii(parts.fraction);
  } else {
    for (size_t i = 0; i < parts.fraction.size() && !out.full(); ++i) {
      if (i > 0 && i % 3 == 0) out.Append(spec.fraction_grouping);
      out.Append(static_cast<uint8_t>(parts.fraction[i]));
    }
  }
  out.AppendAscii(parts.remainder);
  Fill(out, spec.fill, padding - left - middle);
}

void LayOutText(TextBuilder& out, const Text& text, const FormatSpec& spec) {
  int64_t padding = spec.width - static_cast<int64_t>(text.length);
  if (padding < 0) padding = 0;
  int64_t left = spec.align == '>' ? padding : spec.align == '^' ? padding / 2 : 0;
  Fill(out, spec.fill, left);
  out.AppendCharacters(text.data, text.length, text.width);
  Fill(out, spec.fill, padding - left);
}

}  // namespace garter
