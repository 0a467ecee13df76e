// One decoder feeds all: it gives characters, or single bytes that are none.
#include "reports/escape.h"

#include <cstdint>
#include <cstdio>

#include "conformance/encoding.h"

namespace garter {
namespace {

struct Unit {
  uint32_t code = 0;
  size_t length = 1;
  bool valid = false;
};

Unit Decode(std::string_view s) {
  uint8_t lead = static_cast<uint8_t>(s[0]);
  size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (length > s.size() || !IsUtf8(s.substr(0, length))) return {lead, 1, false};
  uint32_t code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; ++i) code = code << 6 | (static_cast<uint8_t>(s[i]) & 0x3Fu);
  return {code, length, true};
}

// Characters that change how others are shown, or that show as nothing.
bool IsTreacherous(uint32_t c) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return c != '\n';
  return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

std::string EscapeCode(const Unit& unit) {
  char text[16];
  const char* format = !unit.valid || unit.code < 0x100 ? "\\x%02x" : unit.code < 0x10000 ? "\\u%04x" : "\\U%08x";
  std::snprintf(text, sizeof text, format, unit.code);
  return text;
}

bool AllowedInXml(uint32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

std::string EscapeForTerminal(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    Unit unit = Decode(bytes);
    if (unit.valid && !IsTreacherous(unit.code))
      out += bytes.substr(0, unit.length);
    else
      out += EscapeCode(unit);
    bytes.remove_prefix(unit.length);
  }
  return out;
}

std::string DropForXml(std::string_view bytes) {
  std::string out;
  while (!bytes.empty()) {
    Unit unit = Decode(bytes);
    if (!unit.valid)
      out += "\xEF\xBF\xBD";
    else if (AllowedInXml(unit.code))
      out += bytes.substr(0, unit.length);
    bytes.remove_prefix(unit.length);
  }
  return out;
}

std::string EscapeForScript(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (size_t i = 0; i < json.size(); ++i) {
    bool separator =
        json.substr(i, 2) == "\xE2\x80" && i + 2 < json.size() && (json[i + 2] == '\xA8' || json[i + 2] == '\xA9');
    if (json[i] == '<') {
      out += "\\u003c";
    } else if (separator) {
      out += json[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += json[i];
    }
  }
  return out;
}

}  // namespace garter
