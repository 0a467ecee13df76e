// The format specification mini-language: "[[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type]".
#ifndef GARTER_INTERPRETER_TYPES_FORMAT_SPEC_H_
#define GARTER_INTERPRETER_TYPES_FORMAT_SPEC_H_

#include "interpreter/heap/text_builder.h"
#include "interpreter/vm/vm.h"

namespace garter {

struct FormatSpec {
  uint32_t fill = ' ';
  uint32_t align = 0;  // '<', '>', '=', '^'
  uint32_t sign = 0;   // '+', '-', ' '; 0: not given
  bool no_negative_zero = false;
  bool alternate = false;
  int64_t width = -1;
  int64_t precision = -1;
  uint32_t grouping = 0;           // ',' or '_' between the digits before the point
  uint32_t fraction_grouping = 0;  // and after it
  uint32_t type = 0;
};

// REQUIRES: spec->type and spec->align are set to the defaults of the value's type. The value is named in messages.
Step ParseFormatSpec(Vm& vm, Value text, Value value, FormatSpec* spec);
Step RaiseUnknownFormatCode(Vm& vm, uint32_t code, Value value);

// A number ready to be laid out: all ASCII.
struct NumberParts {
  char sign = 0;            // 0: none
  std::string_view prefix;  // "0x"
  std::string_view digits;  // before the point
  bool has_point = false;
  std::string_view fraction;
  std::string_view remainder;  // exponent, '%', inf, nan
};

// Writes the number with grouping, zero fill, padding and alignment.
void LayOutNumber(TextBuilder& out, const NumberParts& parts, const FormatSpec& spec);
// Writes text with padding and alignment ('<', '>', '^').
void LayOutText(TextBuilder& out, const Text& text, const FormatSpec& spec);

// format(v, spec) for an int or bool, and for a float: format_int.cc, format_float.cc.
Step FormatInteger(Vm& vm, Value v, const FormatSpec& spec);
Step FormatReal(Vm& vm, double value, const FormatSpec& spec);

// The digits of an int in base 2, 8, 10 or 16, without sign or prefix. They stand in `small` or, when there are many, in a
// bytes object that is made for them. Raises ValueError for more than 4300 decimal digits.
struct IntegerDigits {
  char small[80];
  std::string_view text;
  bool negative = false;
};
Step DigitsOf(Vm& vm, Value integer, unsigned base, bool upper, IntegerDigits* out);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_FORMAT_SPEC_H_
