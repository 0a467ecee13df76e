// Coding cookies and the names of encodings.
#include "interpreter/syntax/source_encoding.h"

#include "interpreter/base/utf8.h"

namespace garter {
namespace {

using Kind = SourceEncoding::Kind;

bool IsLetterOrDigit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool IsCookieByte(char c) { return IsLetterOrDigit(c) || c == '-' || c == '_' || c == '.'; }

std::string_view CookieOf(std::string_view line, bool* is_blank) {
  size_t i = 0;
  while (i < line.size() && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f')) ++i;
  *is_blank = i == line.size() || line[i] == '#' || line[i] == '\r';
  if (i == line.size() || line[i] != '#') return {};
  for (; i + 6 < line.size(); ++i) {
    if (line.compare(i, 6, "coding") != 0) continue;
    size_t at = i + 6;
    if (line[at] != ':' && line[at] != '=') continue;
    do {
      ++at;
    } while (at < line.size() && (line[at] == ' ' || line[at] == '\t'));
    size_t begin = at;
    while (at < line.size() && IsCookieByte(line[at])) ++at;
    if (at > begin) return line.substr(begin, at - begin);
  }
  return {};
}

constexpr size_t kLongestName = 64;

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

// Lower case, and runs of '-' and '_' as one `dash`; a name too long for any encoding is cut.
std::string_view Fold(std::string_view name, char dash, char (&folded)[kLongestName]) {
  size_t size = 0;
  for (char c : name) {
    if (size == kLongestName) break;
    bool is_dash = c == '-' || c == '_';
    if (is_dash && size > 0 && folded[size - 1] == dash) continue;
    folded[size++] = is_dash ? dash : Lower(c);
  }
  return {folded, size};
}

struct Alias {
  std::string_view name;
  Kind kind;
};
constexpr Alias kAliases[] = {
    {"utf_8", Kind::kUtf8Codec},
    {"utf8", Kind::kUtf8Codec},
    {"u8", Kind::kUtf8Codec},
    {"utf", Kind::kUtf8Codec},
    {"utf8_ucs2", Kind::kUtf8Codec},
    {"utf8_ucs4", Kind::kUtf8Codec},
    {"cp65001", Kind::kUtf8Codec},
    {"ascii", Kind::kAscii},
    {"us_ascii", Kind::kAscii},
    {"us", Kind::kAscii},
    {"646", Kind::kAscii},
    {"ansi_x3.4_1968", Kind::kAscii},
    {"ansi_x3_4_1968", Kind::kAscii},
    {"ansi_x3.4_1986", Kind::kAscii},
    {"cp367", Kind::kAscii},
    {"csascii", Kind::kAscii},
    {"ibm367", Kind::kAscii},
    {"iso646_us", Kind::kAscii},
    {"iso_646.irv_1991", Kind::kAscii},
    {"iso_ir_6", Kind::kAscii},
    {"latin_1", Kind::kLatin1},
    {"latin1", Kind::kLatin1},
    {"latin", Kind::kLatin1},
    {"l1", Kind::kLatin1},
    {"iso8859_1", Kind::kLatin1},
    {"iso_8859_1", Kind::kLatin1},
    {"iso8859", Kind::kLatin1},
    {"8859", Kind::kLatin1},
    {"cp819", Kind::kLatin1},
    {"csisolatin1", Kind::kLatin1},
    {"ibm819", Kind::kLatin1},
    {"iso_8859_1_1987", Kind::kLatin1},
    {"iso_ir_100", Kind::kLatin1},
};

// CPython's tokenizer reads this name, with anything after a dash, as a name of its own before it asks the codecs.
bool IsOrExtends(std::string_view name, std::string_view known) {
  return name.starts_with(known) && (name.size() == known.size() || name[known.size()] == '-');
}

}  // namespace

Cookie FindCookie(std::string_view source) {
  size_t begin = 0;
  for (int32_t number = 1; number <= 2; ++number) {
    size_t end = source.find_first_of("\r\n", begin);
    size_t line_end = end == std::string_view::npos ? source.size() : end;
    bool is_blank;
    std::string_view name = CookieOf(source.substr(begin, line_end - begin), &is_blank);
    if (!name.empty()) return {name, begin, line_end, number};
    if (!is_blank || end == std::string_view::npos) break;
    begin = end + (source.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return {};
}

SourceEncoding FindSourceEncoding(std::string_view name) {
  char folded[kLongestName];
  size_t size = 0;
  for (char c : name.substr(0, 12)) folded[size++] = c == '_' ? '-' : Lower(c);
  std::string_view start(folded, size);
  if (IsOrExtends(start, "utf-8")) return {Kind::kUtf8, nullptr, "utf-8"};
  for (std::string_view known : {"latin-1", "iso-8859-1", "iso-latin-1"}) {
    if (IsOrExtends(start, known)) return {Kind::kLatin1, nullptr, "iso-8859-1"};
  }
  std::string_view key = Fold(name, '_', folded);
  for (const Alias& alias : kAliases) {
    if (alias.name == key) return {alias.kind, nullptr, name};
  }
  const CharMap* map = FindCharMap(key);
  return {map == nullptr ? Kind::kUnknown : Kind::kCharMap, map, name};
}

BadBytes FindBadBytes(std::string_view source, size_t begin, const SourceEncoding& encoding) {
  for (size_t i = begin; i < source.size(); ++i) {
    auto byte = static_cast<unsigned char>(source[i]);
    if (byte < 128) continue;
    switch (encoding.kind) {
      case Kind::kAscii:
        return {i, 1, i, "ascii", "ordinal not in range(128)"};
      case Kind::kCharMap:
        if (encoding.map->upper[byte - 128] == 0) return {i, 1, i, "charmap", "character maps to <undefined>"};
        break;
      case Kind::kUtf8:
      case Kind::kUtf8Codec: {
        Utf8Character c = DecodeUtf8(source.data() + i, source.size() - i);
        if (c.error != Utf8Error::kNone) {
          size_t shown_at = c.error == Utf8Error::kInvalidStartByte ? i : i + c.length;
          return {i, c.length, shown_at, "utf-8", Utf8ErrorText(c.error)};
        }
        i += c.length - 1u;
        break;
      }
      case Kind::kLatin1:
      case Kind::kUnknown:
        return {};
    }
  }
  return {};
}

}  // namespace garter
