// Byte order mark, coding cookie, line ends, NULs. Ordinary text (ASCII with '\n') is looked at once, eight bytes
// at a time, and not copied.
#include "interpreter/syntax/source.h"

#include <cstring>

#include "interpreter/base/utf8.h"
#include "interpreter/syntax/errors.h"
#include "interpreter/syntax/message.h"

namespace garter {
namespace {

// True if every byte is ASCII, and none is NUL or a carriage return.
bool IsPlain(std::string_view text) {
  constexpr uint64_t kOnes = 0x0101010101010101ULL, kHighs = 0x8080808080808080ULL;
  const char* at = text.data();
  size_t left = text.size();
  uint64_t found = 0;
  for (; left >= 8; at += 8, left -= 8) {
    uint64_t word;
    std::memcpy(&word, at, 8);
    uint64_t returns = word ^ (kOnes * '\r');
    found |= word | ((word - kOnes) & ~word) | ((returns - kOnes) & ~returns);
  }
  if ((found & kHighs) != 0) return false;
  for (; left > 0; ++at, --left) {
    if (static_cast<signed char>(*at) <= 0 || *at == '\r') return false;
  }
  return true;
}

bool IsCookieByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

// The name after `coding:` or `coding=` in a line that is a comment; empty if there is none.
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

// The cookie of the first two lines. A second line counts only when the first holds no code.
std::string_view FindCookie(std::string_view source) {
  for (int line_number = 0; line_number < 2; ++line_number) {
    size_t end = source.find_first_of("\r\n");
    std::string_view line = source.substr(0, end);
    bool is_blank;
    std::string_view cookie = CookieOf(line, &is_blank);
    if (!cookie.empty()) return cookie;
    if (!is_blank || end == std::string_view::npos) return {};
    source.remove_prefix(end + (source.substr(end, 2) == "\r\n" ? 2 : 1));
  }
  return {};
}

enum class Encoding : uint8_t { kUtf8, kLatin1, kAscii, kUnknown };

// Names are compared as the codec registry does: lower case, with '-' for '_' and blanks.
Encoding EncodingOf(std::string_view name) {
  char folded[24];
  if (name.size() >= sizeof(folded)) return Encoding::kUnknown;
  size_t size = 0;
  for (char c : name) {
    folded[size++] = c == '_' ? '-' : (c >= 'A' && c <= 'Z') ? static_cast<char>(c | 0x20) : c;
  }
  std::string_view key(folded, size);
  struct Alias {
    std::string_view name;
    Encoding encoding;
  };
  constexpr Alias kAliases[] = {
      {"utf-8", Encoding::kUtf8},
      {"utf8", Encoding::kUtf8},
      {"u8", Encoding::kUtf8},
      {"utf", Encoding::kUtf8},
      {"cp65001", Encoding::kUtf8},
      {"utf-8-sig", Encoding::kUtf8},
      {"latin-1", Encoding::kLatin1},
      {"latin1", Encoding::kLatin1},
      {"iso-8859-1", Encoding::kLatin1},
      {"iso8859-1", Encoding::kLatin1},
      {"iso-8859-15", Encoding::kUnknown},
      {"l1", Encoding::kLatin1},
      {"latin", Encoding::kLatin1},
      {"cp819", Encoding::kLatin1},
      {"8859", Encoding::kLatin1},
      {"iso8859", Encoding::kLatin1},
      {"ascii", Encoding::kAscii},
      {"us-ascii", Encoding::kAscii},
      {"646", Encoding::kAscii},
      {"ansi-x3.4-1968", Encoding::kAscii},
  };
  for (const Alias& alias : kAliases) {
    if (alias.name == key) return alias.encoding;
  }
  if (key.starts_with("utf-8-")) return Encoding::kUtf8;
  if (key.starts_with("latin-1-") || key.starts_with("iso-8859-1-") || key.starts_with("iso-latin-1-")) {
    return Encoding::kLatin1;
  }
  return Encoding::kUnknown;
}

class SourceDecoder {
 public:
  SourceDecoder(Arena& arena, Meter& meter, std::string_view source, const ParseOptions& options, SyntaxError* error)
      : arena_(arena), meter_(meter), source_(source), options_(options), error_(error) {}

  SourceStatus Run(std::string_view* text) {
    if (!meter_.Charge(source_.size() / 256)) return SourceStatus::kLimit;
    size_t null_at = source_.find('\0');
    bool has_null = null_at != std::string_view::npos;
    if (has_null && !is_file()) return Fail("source code string cannot contain null bytes");
    // A file is read up to there.
    source_ = source_.substr(0, null_at);
    bool has_mark = source_.starts_with("\xEF\xBB\xBF");
    if (has_mark && !options_.from_str) source_.remove_prefix(3);
    Encoding encoding = Encoding::kUtf8;
    is_declared_ = has_mark;
    if (!options_.from_str) {
      std::string_view cookie = FindCookie(source_);
      if (!cookie.empty()) {
        is_declared_ = true;
        encoding = EncodingOf(cookie);
        Message message;
        if (encoding == Encoding::kUnknown) {
          message << "unknown encoding: " << cookie;
          return FailWhole(message.In(arena_));
        }
        if (has_mark && encoding != Encoding::kUtf8) {
          message << "encoding problem: " << (encoding == Encoding::kLatin1 ? "iso-8859-1" : cookie) << " with BOM";
          return is_file() ? FailMark(message.In(arena_)) : FailWhole(message.In(arena_));
        }
      }
    }
    if (encoding == Encoding::kLatin1 && !WidenLatin1()) return SourceStatus::kLimit;
    SourceStatus status = CheckUtf8(encoding == Encoding::kAscii);
    if (status != SourceStatus::kOk) return status;
    if (has_null) return FailNull();
    if (source_.find('\r') != std::string_view::npos && !TranslateLineEnds()) return SourceStatus::kLimit;
    *text = source_;
    return SourceStatus::kOk;
  }

 private:
  SourceStatus Fail(std::string_view message) {
    error_->type = SyntaxErrorType::kSyntaxError;
    error_->message = message;
    return SourceStatus::kError;
  }

  bool is_file() const { return !options_.file_name.empty(); }

  // An error of the source as a whole: line 0, and of a file no text.
  SourceStatus FailWhole(std::string_view message) {
    error_->lineno = 0;
    error_->offset = -1;
    error_->has_text = !is_file();
    return Fail(message);
  }

  // The cookie is in the first line or the second.
  SourceStatus FailMark(std::string_view message) {
    size_t end = source_.find_first_of("\r\n");
    std::string_view line = source_.substr(0, end);
    error_->lineno = error_->end_lineno = 1;
    error_->offset = 0;
    error_->end_offset = static_cast<int32_t>(line.size()) + 1;
    error_->text = line;
    error_->has_text = true;
    return Fail(message);
  }

  // REQUIRES: the source is cut before the NUL. Its line as far as it goes is shown, without a caret.
  SourceStatus FailNull() {
    size_t begin, line;
    FindLine(source_.size(), &begin, &line);
    error_->lineno = error_->end_lineno = static_cast<int32_t>(line);
    error_->offset = error_->end_offset = 0;
    error_->text = source_.substr(begin);
    error_->has_text = true;
    return Fail("source code cannot contain null bytes");
  }

  // Where the line of a byte begins, and its number.
  void FindLine(size_t at, size_t* begin, size_t* line) const {
    *begin = at;
    *line = 1;
    while (*begin > 0 && source_[*begin - 1] != '\n' && source_[*begin - 1] != '\r') --*begin;
    for (size_t i = 0; i < *begin; ++i) {
      *line += source_[i] == '\n' || (source_[i] == '\r' && (i + 1 == source_.size() || source_[i + 1] != '\n'));
    }
  }

  bool Full() { return meter_.Stop(LimitKind::kMemory); }

  bool WidenLatin1() {
    size_t wide = 0;
    for (char c : source_) wide += static_cast<unsigned char>(c) >= 128;
    if (wide == 0) return true;
    char* copy = static_cast<char*>(arena_.Allocate(source_.size() + wide));
    if (copy == nullptr) return Full();
    size_t size = 0;
    for (char c : source_) size += static_cast<size_t>(EncodeUtf8(static_cast<unsigned char>(c), copy + size));
    source_ = {copy, size};
    return true;
  }

  SourceStatus CheckUtf8(bool ascii_only) {
    for (size_t i = 0; i < source_.size();) {
      if (static_cast<signed char>(source_[i]) >= 0) {
        ++i;
        continue;
      }
      if (ascii_only) return FailAscii(i);
      Utf8Character c = DecodeUtf8(source_.data() + i, source_.size() - i);
      if (c.error != Utf8Error::kNone) return FailUtf8(i);
      i += c.length;
    }
    return SourceStatus::kOk;
  }

  SourceStatus FailAscii(size_t at) {
    Message message;
    (message << "'ascii' codec can't decode byte 0x").Hex(static_cast<unsigned char>(source_[at]), 2, false);
    (message << " in position ").Number(at) << ": ordinal not in range(128)";
    return FailWhole(message.In(arena_));
  }

  SourceStatus FailUtf8(size_t at) {
    size_t begin, line;
    FindLine(at, &begin, &line);
    if (is_file() && is_declared_) return FailDeclaredUtf8(at, begin, line);
    // CPython looks for the cookie in the first two lines of a file together, and so calls both the first.
    if (is_file() && line == 2) line = 1;
    int32_t column = 1;
    for (size_t i = begin; i < at; ++i) column += (source_[i] & 0xC0) != 0x80;
    Message message;
    (message << "Non-UTF-8 code starting with '\\x").Hex(static_cast<unsigned char>(source_[at]), 2, false);
    message << '\'';
    if (!options_.file_name.empty()) message << " in file " << options_.file_name;
    (message << " on line ").Number(line)
        << ", but no encoding declared; see https://peps.python.org/pep-0263/ for details";
    Fail(message.In(arena_));
    error_->lineno = error_->end_lineno = static_cast<int32_t>(line);
    error_->offset = error_->end_offset = column;
    return ReplaceBadBytes(begin, &error_->text) ? SourceStatus::kError : SourceStatus::kLimit;
  }

  // A file that says it is UTF-8, by a cookie or a mark, and is not.
  SourceStatus FailDeclaredUtf8(size_t at, size_t begin, size_t line) {
    Utf8Error why = DecodeUtf8(source_.data() + at, source_.size() - at).error;
    Message message;
    (message << "(unicode error) 'utf-8' codec can't decode byte 0x")
        .Hex(static_cast<unsigned char>(source_[at]), 2, false);
    (message << " in position ").Number(at - begin);
    message << (why == Utf8Error::kInvalidStartByte          ? ": invalid start byte"
                : why == Utf8Error::kInvalidContinuationByte ? ": invalid continuation byte"
                                                             : ": unexpected end of data");
    Fail(message.In(arena_));
    error_->lineno = error_->end_lineno = static_cast<int32_t>(line);
    error_->offset = 0;
    error_->end_offset = -1;
    return ReplaceBadBytes(begin, &error_->text) ? SourceStatus::kError : SourceStatus::kLimit;
  }

  // The line from `begin` on, with U+FFFD for what is not UTF-8.
  bool ReplaceBadBytes(size_t begin, std::string_view* line) {
    size_t end = source_.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) end = source_.size();
    char* copy = static_cast<char*>(arena_.Allocate((end - begin) * 3 + 1));
    if (copy == nullptr) return Full();
    size_t size = 0;
    for (size_t i = begin; i < end;) {
      Utf8Character c = DecodeUtf8(source_.data() + i, end - i);
      uint32_t code_point = c.error == Utf8Error::kNone ? c.code_point : 0xFFFD;
      size += static_cast<size_t>(EncodeUtf8(code_point, copy + size));
      i += c.length;
    }
    *line = {copy, size};
    error_->has_text = true;
    return true;
  }

  bool TranslateLineEnds() {
    char* copy = static_cast<char*>(arena_.Allocate(source_.size()));
    if (copy == nullptr) return Full();
    size_t size = 0;
    for (size_t i = 0; i < source_.size(); ++i) {
      char c = source_[i];
      if (c == '\r') {
        if (i + 1 < source_.size() && source_[i + 1] == '\n') ++i;
        c = '\n';
      }
      copy[size++] = c;
    }
    source_ = {copy, size};
    return true;
  }

  Arena& arena_;
  Meter& meter_;
  std::string_view source_;
  const ParseOptions& options_;
  SyntaxError* error_;
  bool is_declared_ = false;  // the encoding, by a cookie or a mark
};

}  // namespace

SourceStatus DecodeSource(Arena& arena, Meter& meter, std::string_view source, const ParseOptions& options,
                          std::string_view* text, SyntaxError* error) {
  *text = source;
  // A cookie may stand in plain text, but then it changes nothing unless the encoding is one we refuse.
  bool may_have_cookie = !options.from_str && source.substr(0, 512).find("coding") != std::string_view::npos;
  if (IsPlain(source) && !may_have_cookie) {
    return meter.Charge(source.size() / 256) ? SourceStatus::kOk : SourceStatus::kLimit;
  }
  return SourceDecoder(arena, meter, source, options, error).Run(text);
}

}  // namespace garter
