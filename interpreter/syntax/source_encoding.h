// Which encoding a source declares, and what of it cannot be decoded.
#ifndef GARTER_INTERPRETER_SYNTAX_SOURCE_ENCODING_H_
#define GARTER_INTERPRETER_SYNTAX_SOURCE_ENCODING_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "interpreter/base/charmap.h"

namespace garter {

// The name after `coding:` or `coding=` in a comment of the first two lines.
struct Cookie {
  std::string_view name;  // empty: there is none
  size_t line_begin = 0;
  size_t line_end = 0;  // without its line end
  int32_t line = 0;
};

// A second line counts only when the first holds no code.
Cookie FindCookie(std::string_view source);

struct SourceEncoding {
  enum class Kind : uint8_t {
    kUtf8,       // which the lexer reads itself
    kUtf8Codec,  // by a name that CPython asks its codecs for: the same text, other errors
    kAscii,
    kLatin1,
    kCharMap,
    kUnknown
  };
  Kind kind = Kind::kUtf8;
  const CharMap* map = nullptr;
  std::string_view name;  // as CPython calls it in errors
};

SourceEncoding FindSourceEncoding(std::string_view name);

// What a codec cannot decode.
struct BadBytes {
  size_t at = 0;
  size_t length = 0;    // 0: nothing is bad
  size_t shown_at = 0;  // the byte that shows it: the end of the source if that is in the middle of a character
  const char* codec = "";
  const char* reason = "";
};

// The first bad bytes of [begin, source.size()).
BadBytes FindBadBytes(std::string_view source, size_t begin, const SourceEncoding& encoding);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_SOURCE_ENCODING_H_
