// repr() of str, bytes and ints: see str_repr.h.
#include "interpreter/types/str_repr.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/unicode.h"
#include "interpreter/types/number.h"
#include "interpreter/types/str_characters.h"

namespace garter {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";

// The quote that needs no escapes: ' unless there are ' and no ".
template <typename C>
uint8_t QuoteFor(const C* data, uint32_t length) {
  bool has_single = false, has_double = false;
  for (uint32_t i = 0; i < length; ++i) {
    has_single |= data[i] == '\'';
    has_double |= data[i] == '"';
  }
  return has_single && !has_double ? '"' : '\'';
}

bool IsPlainAscii(uint32_t c, uint32_t quote) { return c >= 0x20 && c < 0x7F && c != quote && c != '\\'; }

void AppendQuoted(TextBuilder& out, uint32_t c, uint32_t quote) {
  switch (c) {
    case '\n':
      out.AppendAscii("\\n");
      return;
    case '\r':
      out.AppendAscii("\\r");
      return;
    case '\t':
      out.AppendAscii("\\t");
      return;
    case '\\':
      out.AppendAscii("\\\\");
      return;
    default:
      break;
  }
  if (c == quote) out.Append('\\');
  if (c == quote || IsPlainAscii(c, quote) || (c >= 0x80 && IsPrintable(c)))
    out.Append(c);
  else
    AppendEscape(out, c);
}

template <typename C>
void AppendCharactersRepr(TextBuilder& out, const C* data, uint32_t length) {
  uint8_t quote = QuoteFor(data, length);
  out.Append(quote);
  for (uint32_t i = 0; i < length && !out.full();) {
    uint32_t run = i;
    if constexpr (sizeof(C) == 1) {  // most text is plain: copied in runs
      while (run < length && IsPlainAscii(data[run], quote)) ++run;
      if (run > i) out.AppendAscii({reinterpret_cast<const char*>(data) + i, run - i});
    }
    if (run < length) AppendQuoted(out, data[run++], quote);
    i = run;
  }
  out.Append(quote);
}

}  // namespace

void AppendHex(TextBuilder& out, uint64_t value, int digits) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
    out.Append(static_cast<uint8_t>(kHexDigits[value >> shift & 15]));
}

void AppendEscape(TextBuilder& out, uint32_t c) {
  out.Append('\\');
  out.Append(c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U');
  AppendHex(out, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
}

void AppendUnsigned(TextBuilder& out, uint64_t value) {
  char digits[24];
  int n = 0;
  do digits[n++] = static_cast<char>('0' + value % 10);
  while ((value /= 10) > 0);
  while (n > 0) out.Append(static_cast<uint8_t>(digits[--n]));
}

void AppendStrRepr(TextBuilder& out, const Text& text) {
  WithWidth(text, [&](auto* data) { AppendCharactersRepr(out, data, text.length); });
}

void AppendBytesRepr(TextBuilder& out, const uint8_t* data, uint32_t size) {
  uint8_t quote = QuoteFor(data, size);
  out.Append('b');
  out.Append(quote);
  for (uint32_t i = 0; i < size && !out.full(); ++i) {
    if (data[i] < 0x80)
      AppendQuoted(out, data[i], quote);
    else
      AppendEscape(out, data[i]);
  }
  out.Append(quote);
}

const char* DecimalOfInt64(int64_t value, char* room_end) {
  uint64_t magnitude = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  char* at = room_end;
  do *--at = static_cast<char>('0' + magnitude % 10);
  while ((magnitude /= 10) > 0);
  if (value < 0) *--at = '-';
  return at;
}

Step DecimalOf(Vm& vm, Value integer, DecimalText* out) {
  int64_t small;
  if (vm.AsInt64(integer, &small)) {
    char room[24];
    const char* at = DecimalOfInt64(small, room + sizeof(room));
    out->length = static_cast<size_t>(room + sizeof(room) - at);
    CopyBytes(out->text, at, out->length);
    return Step::Done(kNone);
  }
  IntOperand operand(vm, integer);
  int verdict = bigint::CompareDecimalDigits(operand.view.limbs, operand.view.size, kMaxDecimalDigits);
  size_t length = 0;
  if (verdict <= 0) {
    constexpr size_t kScratch = 4096;
    uint64_t scratch[kScratch];
    CHECK(bigint::ToTextScratch(operand.view.size, 10) <= kScratch);
    CHECK(bigint::TextRoom(operand.view.limbs, operand.view.size, 10) + 1 <= sizeof(out->text));
    char* digits = out->text + (operand.view.is_negative ? 1 : 0);
    if (!bigint::ToText(vm.meter, operand.view.limbs, operand.view.size, 10, digits, &length, scratch))
      return Step::Limit();
    if (operand.view.is_negative) out->text[0] = '-';
    out->length = length + (operand.view.is_negative ? 1 : 0);
  }
  if (verdict > 0 || length > kMaxDecimalDigits) {
    return vm.Raise(TypeId::kValueError,
                    "Exceeds the limit (%d digits) for integer string conversion; use "
                    "sys.set_int_max_str_digits() to increase the limit",
                    int64_t{kMaxDecimalDigits});
  }
  return Step::Done(kNone);
}

}  // namespace garter
