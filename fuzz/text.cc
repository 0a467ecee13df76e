// Brackets and literal spellings; see text.h.
#include "fuzz/text.h"

#include <cctype>
#include <cstdio>

namespace garter::fuzz {
namespace {

std::string Hex(uint32_t value, int width) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%0*x", width, static_cast<unsigned>(value));
  return buffer;
}

std::string EscapedCharacter(uint32_t c) {
  if (c == '\n') return "\\n";
  if (c == '\t') return "\\t";
  if (c == '\r') return "\\r";
  if (c < 256) return "\\x" + Hex(c, 2);
  if (c < 65536) return "\\u" + Hex(c, 4);
  return "\\U" + Hex(c, 8);
}

bool MustEscape(uint32_t c) { return c < 32 || c == 127 || (c >= 0x80 && c < 0xa1) || (c >= 0xd800 && c < 0xe000); }

std::string WithSeparators(const std::string& digits) {
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += '_';
    out += digits[i];
  }
  return out;
}

}  // namespace

std::string Cat(std::initializer_list<std::string> pieces) {
  std::string out;
  for (const std::string& piece : pieces) out += piece;
  return out;
}

std::string Join(const std::vector<std::string>& pieces, const std::string& separator) {
  std::string out;
  for (size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) out += separator;
    out += pieces[i];
  }
  return out;
}

std::string Wrap(const Expr& expr, int minimum) {
  return expr.precedence < minimum ? "(" + expr.text + ")" : expr.text;
}

std::string AsPrimary(const Expr& expr) {
  bool number = std::isdigit(static_cast<unsigned char>(expr.text[0])) != 0;
  return number || expr.precedence < kPrimary ? "(" + expr.text + ")" : expr.text;
}

std::string IntLiteral(int64_t value, Random& random) {
  if (value < 0) {
    uint64_t magnitude = ~static_cast<uint64_t>(value) + 1;
    return "-" + std::to_string(magnitude);
  }
  std::string digits = std::to_string(value);
  if (value < 10 || random.Percent(88)) return digits;
  char buffer[40];
  switch (random.Below(3)) {
    case 0:
      return WithSeparators(digits);
    case 1:
      std::snprintf(buffer, sizeof buffer, "0x%llX", static_cast<unsigned long long>(value));
      return buffer;
    default:
      std::snprintf(buffer, sizeof buffer, "0o%llo", static_cast<unsigned long long>(value));
      return buffer;
  }
}

std::string StrLiteral(const std::vector<uint32_t>& characters, Random& random) {
  char quote = random.Percent(75) ? '\'' : '"';
  bool escape_wide = random.Percent(30);
  std::string out(1, quote);
  for (uint32_t c : characters) {
    if (c == static_cast<uint32_t>(quote) || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (MustEscape(c) || (c > 127 && escape_wide)) {
      out += EscapedCharacter(c);
    } else {
      AppendUtf8(c, &out);
    }
  }
  return out + quote;
}

std::string BytesLiteral(const std::string& bytes, Random& random) {
  char quote = random.Percent(75) ? '\'' : '"';
  std::string out = "b";
  out += quote;
  for (char byte : bytes) {
    uint32_t c = static_cast<unsigned char>(byte);
    if (c == static_cast<uint32_t>(quote) || c == '\\') {
      out += '\\';
      out += byte;
    } else if (c < 32 || c > 126) {
      out += "\\x" + Hex(c, 2);
    } else {
      out += byte;
    }
  }
  return out + quote;
}

void AppendUtf8(uint32_t c, std::string* out) {
  if (c < 0x80) {
    *out += static_cast<char>(c);
  } else if (c < 0x800) {
    *out += static_cast<char>(0xc0 | (c >> 6));
    *out += static_cast<char>(0x80 | (c & 63));
  } else if (c < 0x10000) {
    *out += static_cast<char>(0xe0 | (c >> 12));
    *out += static_cast<char>(0x80 | ((c >> 6) & 63));
    *out += static_cast<char>(0x80 | (c & 63));
  } else {
    *out += static_cast<char>(0xf0 | (c >> 18));
    *out += static_cast<char>(0x80 | ((c >> 12) & 63));
    *out += static_cast<char>(0x80 | ((c >> 6) & 63));
    *out += static_cast<char>(0x80 | (c & 63));
  }
}

}  // namespace garter::fuzz
