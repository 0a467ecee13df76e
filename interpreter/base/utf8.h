// UTF-8, one character at a time, with CPython's judgement of what is wrong with bad input and how long it is.
//
// Strict form: surrogates (U+D800..U+DFFF) are refused, as str.encode and bytes.decode do. The "surrogates allowed"
// form ('surrogatepass') is for text that came out of a program and must go somewhere whole.
#ifndef GARTER_INTERPRETER_BASE_UTF8_H_
#define GARTER_INTERPRETER_BASE_UTF8_H_

#include <cstddef>
#include <cstdint>

namespace garter {

enum class Utf8Error : uint8_t { kNone, kInvalidStartByte, kInvalidContinuationByte, kUnexpectedEnd };

// The reason as UnicodeDecodeError words it.
constexpr const char* Utf8ErrorText(Utf8Error error) {
  switch (error) {
    case Utf8Error::kInvalidStartByte:
      return "invalid start byte";
    case Utf8Error::kInvalidContinuationByte:
      return "invalid continuation byte";
    case Utf8Error::kUnexpectedEnd:
      return "unexpected end of data";
    case Utf8Error::kNone:
      break;
  }
  return "";
}

struct Utf8Character {
  uint32_t code_point;  // undefined on error
  uint8_t length;       // bytes taken; on error the length of the bad sequence (UnicodeDecodeError's end - start)
  Utf8Error error;
};

constexpr bool IsSurrogate(uint32_t cp) { return cp >= 0xD800 && cp <= 0xDFFF; }

// Decodes the character at the start of [at, at + n).
// REQUIRES: n > 0.
inline Utf8Character DecodeUtf8(const char* at, size_t n, bool allow_surrogates = false) {
  auto byte = [at](size_t i) { return static_cast<uint32_t>(static_cast<unsigned char>(at[i])); };
  auto is_continuation = [&](size_t i) { return (byte(i) & 0xC0) == 0x80; };
  uint32_t first = byte(0);
  if (first < 0x80) return {first, 1, Utf8Error::kNone};
  if (first < 0xC2 || first > 0xF4) return {0, 1, Utf8Error::kInvalidStartByte};
  uint8_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  uint32_t cp = first & (0x7Fu >> length);
  for (uint8_t i = 1; i < length; ++i) {
    if (i == n) return {0, i, Utf8Error::kUnexpectedEnd};
    bool is_good = is_continuation(i);
    if (i == 1) {  // overlong forms, surrogates and what is beyond U+10FFFF show in the second byte
      uint32_t second = byte(1);
      if (first == 0xE0 && second < 0xA0) is_good = false;
      if (first == 0xED && second >= 0xA0 && !allow_surrogates) is_good = false;
      if (first == 0xF0 && second < 0x90) is_good = false;
      if (first == 0xF4 && second >= 0x90) is_good = false;
    }
    if (!is_good) return {0, i, Utf8Error::kInvalidContinuationByte};
    cp = cp << 6 | (byte(i) & 0x3F);
  }
  return {cp, length, Utf8Error::kNone};
}

constexpr int Utf8Length(uint32_t cp) { return cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4; }

// Writes any code point, surrogates too, and answers the number of bytes (at most 4). Who must be strict asks
// IsSurrogate first.
inline int EncodeUtf8(uint32_t cp, char* out) {
  auto put = [out](int i, uint32_t value) { out[i] = static_cast<char>(static_cast<unsigned char>(value)); };
  int length = Utf8Length(cp);
  if (length == 1) {
    put(0, cp);
    return 1;
  }
  for (int i = length - 1; i > 0; --i, cp >>= 6) put(i, 0x80 | (cp & 0x3F));
  put(0, (0xF00u >> length & 0xF0) | cp);
  return length;
}

// What a whole text needs as a str: how many characters, and how wide the widest is.
struct Utf8Scan {
  size_t characters = 0;
  uint32_t widest = 0;
  Utf8Error error = Utf8Error::kNone;
  size_t error_at = 0;  // byte offset
  size_t error_length = 0;
};

// Stops at the first error, if any. Linear in n.
inline Utf8Scan ScanUtf8(const char* text, size_t n, bool allow_surrogates = false) {
  Utf8Scan scan;
  for (size_t i = 0; i < n;) {
    Utf8Character c = DecodeUtf8(text + i, n - i, allow_surrogates);
    if (c.error != Utf8Error::kNone) {
      scan.error = c.error;
      scan.error_at = i;
      scan.error_length = c.length;
      return scan;
    }
    if (c.code_point > scan.widest) scan.widest = c.code_point;
    ++scan.characters;
    i += c.length;
  }
  return scan;
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_UTF8_H_
