// The escapes of string and bytes literals. Positions in messages are those of CPython, which first rewrites every
// character beyond ASCII as a ten-byte escape: `virtual_at` counts as if we did the same.
#include "interpreter/syntax/escapes.h"

#include <cstring>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/utf8.h"
#include "interpreter/syntax/message.h"
#include "interpreter/syntax/unicode_names.h"

namespace garter {
namespace {

int HexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool IsOctal(char c) { return c >= '0' && c <= '7'; }

class Decoder {
 public:
  Decoder(Ast& tree, std::string_view body, bool is_bytes, uint32_t line)
      : tree_(tree), body_(body), is_bytes_(is_bytes), line_(line) {}

  EscapeResult Run(TextRef* text) {
    out_ = static_cast<char*>(tree_.arena().Allocate(body_.size()));
    if (out_ == nullptr) return {EscapeStatus::kFull, {}};
    while (at_ < body_.size() && result_.status == EscapeStatus::kOk) {
      const void* found = std::memchr(body_.data() + at_, '\\', body_.size() - at_);
      size_t next =
          found != nullptr ? static_cast<size_t>(static_cast<const char*>(found) - body_.data()) : body_.size();
      CopyBytes(out_ + size_, body_.data() + at_, next - at_);
      size_ += next - at_;
      at_ = next;
      if (at_ < body_.size()) Escape();
    }
    *text = {tree_.arena().OffsetOf(out_), static_cast<uint32_t>(size_) | TextRef::kInArena};
    return result_;
  }

 private:
  void Put(char c) { out_[size_++] = c; }
  void PutCharacter(uint32_t code_point) {
    if (is_bytes_) {
      Put(static_cast<char>(code_point));
    } else {
      size_ += static_cast<size_t>(EncodeUtf8(code_point, out_ + size_));
    }
  }

  // REQUIRES: at_ is at a backslash, which is never the last byte of a literal (of f-string text it may be).
  void Escape() {
    size_t begin = at_++;
    if (at_ == body_.size()) {
      Put('\\');
      return;
    }
    char c = body_[at_++];
    switch (c) {
      case '\n':
        return;
      case '\\':
      case '\'':
      case '"':
        return Put(c);
      case 'a':
        return Put('\a');
      case 'b':
        return Put('\b');
      case 'f':
        return Put('\f');
      case 'n':
        return Put('\n');
      case 'r':
        return Put('\r');
      case 't':
        return Put('\t');
      case 'v':
        return Put('\v');
      case 'x':
        return Hex(begin, 2, "truncated \\xXX escape");
      default:
        break;
    }
    if (IsOctal(c)) return Octal(begin);
    if (!is_bytes_ && c == 'u') return Hex(begin, 4, "truncated \\uXXXX escape");
    if (!is_bytes_ && c == 'U') return Hex(begin, 8, "truncated \\UXXXXXXXX escape");
    if (!is_bytes_ && c == 'N') return Named(begin);
    // An escape that means nothing stays as it is. CPython says so for the first of a literal, and not for those
    // before a character beyond ASCII.
    at_ = begin + 1;
    Put('\\');
    if (static_cast<unsigned char>(c) >= 128 || warned_) return;
    warned_ = true;
    Warn(std::string_view(&c, 1), begin, "\" is an invalid escape sequence. ");
  }

  void Octal(size_t begin) {
    uint32_t value = 0;
    at_ = begin + 1;
    for (int i = 0; i < 3 && at_ < body_.size() && IsOctal(body_[at_]); ++i) {
      value = value * 8 + static_cast<uint32_t>(body_[at_++] - '0');
    }
    if (value > 0377 && !warned_) {
      warned_ = true;
      Warn(body_.substr(begin + 1, 3), begin, "\" is an invalid octal escape sequence. ");
    }
    PutCharacter(value);
  }

  void Hex(size_t begin, int digits, const char* truncated) {
    uint32_t value = 0;
    for (int i = 0; i < digits; ++i) {
      int digit = at_ < body_.size() ? HexValue(body_[at_]) : -1;
      if (digit < 0) {
        return is_bytes_ ? FailBytes(begin) : Fail(begin, truncated);
      }
      value = value << 4 | static_cast<uint32_t>(digit);
      ++at_;
    }
    if (value > 0x10FFFF) return Fail(begin, "illegal Unicode character");
    PutCharacter(value);
  }

  void Named(size_t begin) {
    constexpr const char* kMalformed = "malformed \\N character escape";
    if (at_ == body_.size() || body_[at_] != '{') return Fail(begin, kMalformed);
    size_t name_begin = ++at_;
    while (at_ < body_.size() && body_[at_] != '}') ++at_;
    if (at_ == body_.size() || at_ == name_begin) return Fail(begin, kMalformed);
    std::string_view name = body_.substr(name_begin, at_ - name_begin);
    ++at_;
    uint32_t code_point;
    if (!FindUnicodeName(name, &code_point)) return Fail(begin, "unknown Unicode character name");
    PutCharacter(code_point);
  }

  size_t VirtualPosition(size_t at) const {
    size_t position = 0;
    for (size_t i = 0; i < at; ++i) {
      unsigned char c = static_cast<unsigned char>(body_[i]);
      position += c < 0x80 ? 1 : (c & 0xC0) != 0x80 ? 10 : 0;
    }
    return position;
  }

  void Fail(size_t begin, const char* reason) {
    size_t first = VirtualPosition(begin), end = VirtualPosition(at_);
    Message message;
    message << "(unicode error) 'unicodeescape' codec can't decode byte";
    if (end - first == 1) {
      (message << " 0x5c in position ").Number(first);
    } else {
      (message << "s in position ").Number(first);
      (message << "-").Number(end - 1);
    }
    message << ": " << reason;
    result_ = {EscapeStatus::kBad, message.In(tree_.arena())};
  }

  void FailBytes(size_t begin) {
    Message message;
    (message << "(value error) invalid \\x escape at position ").Number(begin);
    result_ = {EscapeStatus::kBad, message.In(tree_.arena())};
  }

  void Warn(std::string_view escape, size_t at, std::string_view what) {
    uint32_t line = line_;
    for (size_t i = 0; i < at; ++i) line += body_[i] == '\n';
    Message message;
    message << "\"\\" << escape << what << "Such sequences will not work in the future. Did you mean \"\\\\" << escape
            << "\"? A raw string is also an option.";
    if (!tree_.AddWarning(message.view(), line)) result_ = {EscapeStatus::kFull, {}};
  }

  Ast& tree_;
  std::string_view body_;
  bool is_bytes_;
  uint32_t line_;
  bool warned_ = false;
  size_t at_ = 0;
  size_t size_ = 0;
  char* out_ = nullptr;
  EscapeResult result_;
};

}  // namespace

EscapeResult DecodeEscapes(Ast& tree, std::string_view body, bool is_bytes, uint32_t line, TextRef* text) {
  return Decoder(tree, body, is_bytes, line).Run(text);
}

}  // namespace garter
