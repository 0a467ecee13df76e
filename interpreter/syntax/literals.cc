// Constants as Python writes them.
#include "interpreter/syntax/literals.h"

#include "interpreter/base/bigint.h"
#include "interpreter/base/float_text.h"
#include "interpreter/base/unicode.h"
#include "interpreter/base/utf8.h"

namespace garter {
namespace {

char QuoteFor(std::string_view text) {
  bool single = text.find('\'') != std::string_view::npos, both = text.find('"') != std::string_view::npos;
  return single && !both ? '"' : '\'';
}

void WriteHex(TextWriter& out, const char* prefix, uint32_t value, int digits) {
  out.Append(prefix);
  for (int i = digits - 1; i >= 0; --i) out.Append("0123456789abcdef"[value >> (4 * i) & 15]);
}

// \n and the like, which both kinds of literal share. False: not one of them.
bool WriteSimpleEscape(TextWriter& out, uint32_t c, char quote) {
  switch (c) {
    case '\\':
      out.Append("\\\\");
      return true;
    case '\n':
      out.Append("\\n");
      return true;
    case '\r':
      out.Append("\\r");
      return true;
    case '\t':
      out.Append("\\t");
      return true;
    default:
      break;
  }
  if (c != static_cast<uint8_t>(quote)) return false;
  out.Append('\\');
  out.Append(quote);
  return true;
}

bool WriteLongInt(const Ast& tree, const ConstantValue& value, TextWriter& out) {
  std::string_view digits = tree.Text(value.text);
  while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
  if (value.base == 10) {
    out.Append(digits);
    return true;
  }
  Arena& arena = tree.arena();
  uint32_t mark = arena.Mark();
  Meter meter;
  size_t room = bigint::FromTextRoom(digits.size(), value.base), size = 0, length = 0;
  auto* limbs = static_cast<uint64_t*>(arena.Allocate((room + bigint::FromTextScratch(digits.size(), value.base)) * 8));
  bool fits = limbs != nullptr;
  if (fits) {
    fits = bigint::FromText(meter, digits.data(), digits.size(), value.base, limbs, &size, limbs + room);
    auto* text = static_cast<char*>(arena.Allocate(bigint::TextRoom(limbs, size, 10)));
    auto* scratch = static_cast<uint64_t*>(arena.Allocate(bigint::ToTextScratch(size, 10) * 8));
    fits =
        fits && text != nullptr && scratch != nullptr && bigint::ToText(meter, limbs, size, 10, text, &length, scratch);
    if (fits) out.Append({text, length});
  }
  arena.Rewind(mark);
  return fits;
}

void WriteDouble(double value, TextWriter& out, bool imaginary) {
  char text[kReprRoom];
  size_t n = FormatRepr(value, text);
  // The imaginary part of a complex number goes without ".0".
  if (imaginary && n > 2 && text[n - 1] == '0' && text[n - 2] == '.') n -= 2;
  out.Append({text, n});
}

}  // namespace

void WriteStrRepr(std::string_view utf8, TextWriter& out) {
  char quote = QuoteFor(utf8);
  out.Append(quote);
  while (!utf8.empty()) {
    Utf8Character c = DecodeUtf8(utf8.data(), utf8.size(), true);
    if (!WriteSimpleEscape(out, c.code_point, quote)) {
      if (IsPrintable(c.code_point))
        out.Append(utf8.substr(0, c.length));
      else if (c.code_point < 0x100)
        WriteHex(out, "\\x", c.code_point, 2);
      else if (c.code_point < 0x10000)
        WriteHex(out, "\\u", c.code_point, 4);
      else
        WriteHex(out, "\\U", c.code_point, 8);
    }
    utf8.remove_prefix(c.length);
  }
  out.Append(quote);
}

void WriteBytesRepr(std::string_view bytes, TextWriter& out) {
  char quote = QuoteFor(bytes);
  out.Append('b');
  out.Append(quote);
  for (char byte : bytes) {
    uint32_t c = static_cast<uint8_t>(byte);
    if (WriteSimpleEscape(out, c, quote)) continue;
    if (c >= 32 && c < 127)
      out.Append(byte);
    else
      WriteHex(out, "\\x", c, 2);
  }
  out.Append(quote);
}

bool WriteConstantRepr(const Ast& tree, const ConstantValue& value, TextWriter& out) {
  switch (value.type) {
    case ConstantType::kNone:
      out.Append("None");
      return true;
    case ConstantType::kTrue:
      out.Append("True");
      return true;
    case ConstantType::kFalse:
      out.Append("False");
      return true;
    case ConstantType::kEllipsis:
      out.Append("Ellipsis");
      return true;
    case ConstantType::kFloat:
      WriteDouble(value.AsDouble(), out, false);
      return true;
    case ConstantType::kComplex:
      WriteDouble(value.AsDouble(), out, true);
      out.Append('j');
      return true;
    case ConstantType::kStr:
      WriteStrRepr(tree.Text(value.text), out);
      return true;
    case ConstantType::kBytes:
      WriteBytesRepr(tree.Text(value.text), out);
      return true;
    case ConstantType::kInt:
      break;
  }
  if (!value.fits) return WriteLongInt(tree, value, out);
  out.AppendNumber(value.AsInt());
  return true;
}

}  // namespace garter
