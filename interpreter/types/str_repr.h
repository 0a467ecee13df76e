// The texts of plain values, written into a builder: what repr(), format() and % are made of.
#ifndef GARTER_INTERPRETER_TYPES_STR_REPR_H_
#define GARTER_INTERPRETER_TYPES_STR_REPR_H_

#include "interpreter/heap/text_builder.h"
#include "interpreter/vm/vm.h"

namespace garter {

// repr() of text: quotes and escapes.
void AppendStrRepr(TextBuilder& out, const Text& text);
void AppendBytesRepr(TextBuilder& out, const uint8_t* data, uint32_t size);
// The character as an escape of the shortest form that holds it: \xe4, \u20ac, \U0001f40d.
void AppendEscape(TextBuilder& out, uint32_t code_point);
void AppendHex(TextBuilder& out, uint64_t value, int digits);
void AppendUnsigned(TextBuilder& out, uint64_t value);
inline void AppendText(TextBuilder& out, const Text& text) { out.AppendCharacters(text.data, text.length, text.width); }

// The decimal digits of an int or bool with its sign. Raises ValueError beyond 4300 digits, as CPython does.
inline constexpr uint32_t kMaxDecimalDigits = 4300;
struct DecimalText {
  char text[kMaxDecimalDigits + 72];
  size_t length = 0;
  std::string_view view() const { return {text, length}; }
};
Step DecimalOf(Vm& vm, Value integer, DecimalText* out);
// The same for what fits 64 bits, which cannot fail. `room` is at least 24 bytes; answers where the digits begin.
const char* DecimalOfInt64(int64_t value, char* room_end);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_STR_REPR_H_
