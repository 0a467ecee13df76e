// Byte order mark, coding cookie, line ends, NULs. Ordinary text (ASCII with '\n') is looked at once, eight bytes
// at a time, and not copied.
#include "interpreter/syntax/source.h"

#include <cstring>

#include "interpreter/base/utf8.h"
#include "interpreter/syntax/errors.h"
#include "interpreter/syntax/message.h"
#include "interpreter/syntax/source_encoding.h"

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
    std::string_view whole = source_;
    source_ = source_.substr(0, null_at);
    bool has_mark = source_.starts_with("\xEF\xBB\xBF");
    if (has_mark && !options_.from_str) {
      source_.remove_prefix(3);
      whole.remove_prefix(3);
    }
    Cookie cookie;
    if (!options_.from_str) cookie = FindCookie(source_);
    SourceEncoding encoding;
    if (!cookie.name.empty()) {
      encoding = FindSourceEncoding(cookie.name);
      if (has_mark && encoding.kind != Kind::kUtf8) return FailMark(cookie, encoding);
      if (encoding.kind == Kind::kUnknown) return FailUnknown(cookie.name);
    }
    SourceStatus status = encoding.kind == Kind::kUtf8 ? CheckUtf8(has_mark || !cookie.name.empty())
                                                       : DecodeByCodec(whole, cookie, encoding);
    if (status != SourceStatus::kOk) return status;
    if (has_null) return FailNull();
    if (source_.find('\r') != std::string_view::npos && !TranslateLineEnds()) return SourceStatus::kLimit;
    *text = source_;
    return SourceStatus::kOk;
  }

 private:
  using Kind = SourceEncoding::Kind;

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

  SourceStatus FailUnknown(std::string_view name) {
    Message message;
    message << "unknown encoding: " << name;
    return FailWhole(message.In(arena_));
  }

  // A byte order mark before another encoding than UTF-8.
  SourceStatus FailMark(const Cookie& cookie, const SourceEncoding& encoding) {
    Message message;
    message << "encoding problem: " << encoding.name << " with BOM";
    return FailLine(message.In(arena_), cookie.line_begin, cookie.line,
                    static_cast<int32_t>(cookie.line_end - cookie.line_begin));
  }

  // An error that shows a line without a caret.
  SourceStatus FailLine(std::string_view message, size_t begin, int32_t line, int32_t end_offset) {
    Fail(message);
    error_->lineno = error_->end_lineno = line;
    error_->offset = 0;
    error_->end_offset = end_offset;
    return ReplaceBadBytes(begin, &error_->text) ? SourceStatus::kError : SourceStatus::kLimit;
  }

  // REQUIRES: the source is cut before the NUL. Its line as far as it goes is shown, without a caret.
  SourceStatus FailNull() {
    size_t begin = LineBegin(source_.size());
    return FailLine("source code cannot contain null bytes", begin, LineNumber(begin), 0);
  }

  size_t LineBegin(size_t at) const {
    while (at > 0 && source_[at - 1] != '\n' && source_[at - 1] != '\r') --at;
    return at;
  }

  // REQUIRES: a line begins at `begin`.
  int32_t LineNumber(size_t begin) const {
    int32_t line = 1;
    for (size_t i = 0; i < begin; ++i) {
      line += source_[i] == '\n' || (source_[i] == '\r' && (i + 1 == source_.size() || source_[i + 1] != '\n'));
    }
    return line;
  }

  bool Full() { return meter_.Stop(LimitKind::kMemory); }

  std::string_view CodecMessage(std::string_view prefix, std::string_view source, const BadBytes& bad,
                                size_t position) {
    Message message;
    message << prefix << '\'' << bad.codec << "' codec can't decode byte";
    if (bad.length == 1) {
      (message << " 0x").Hex(static_cast<unsigned char>(source[bad.at]), 2, false);
      (message << " in position ").Number(position);
    } else {
      (message << "s in position ").Number(position) << '-';
      message.Number(position + bad.length - 1);
    }
    message << ": " << bad.reason;
    return message.In(arena_);
  }

  // `whole` goes on after a NUL, since codecs read ahead.
  SourceStatus DecodeByCodec(std::string_view whole, const Cookie& cookie, const SourceEncoding& encoding) {
    SourceStatus status = is_file() ? CheckFile(whole, cookie, encoding) : CheckBytes(encoding);
    if (status != SourceStatus::kOk) return status;
    return Widen(encoding) ? SourceStatus::kOk : SourceStatus::kLimit;
  }

  SourceStatus CheckBytes(const SourceEncoding& encoding) {
    BadBytes bad = FindBadBytes(source_, 0, encoding);
    return bad.length == 0 ? SourceStatus::kOk : FailWhole(CodecMessage("", source_, bad, bad.at));
  }

  // CPython hands a file to the codec once it has read the lines up to the cookie. The codec begins one byte before
  // the next line and reads chunks: an error in the first is one of the whole file, a later one shows the last line
  // that came whole. The end of the file is a chunk of its own.
  SourceStatus CheckFile(std::string_view whole, const Cookie& cookie, const SourceEncoding& encoding) {
    constexpr size_t kChunk = 8192;
    constexpr std::string_view kPrefix = "(unicode error) ";
    size_t first = cookie.line_end + (whole.substr(cookie.line_end, 2) == "\r\n");
    BadBytes bad = FindBadBytes(whole, first, encoding);
    if (bad.length != 0) {
      size_t chunk = bad.shown_at == whole.size() ? whole.size() : first + (bad.shown_at - first) / kChunk * kChunk;
      // A NUL in an earlier chunk is seen first.
      if (chunk > source_.size() && source_.size() < whole.size()) return SourceStatus::kOk;
      size_t position = bad.at > chunk ? bad.at - chunk : 0;
      if (chunk == first) return FailWhole(CodecMessage("", whole, bad, position));
      size_t end = LineBegin(chunk);
      size_t begin = LineBegin(end - 1);
      return FailLine(CodecMessage(kPrefix, whole, bad, position), begin, LineNumber(begin), -1);
    }
    std::string_view line = source_.substr(cookie.line_begin, cookie.line_end - cookie.line_begin);
    bad = FindBadBytes(line, 0, encoding);
    if (bad.length == 0) return SourceStatus::kOk;
    return FailLine(CodecMessage(kPrefix, line, bad, bad.at), cookie.line_begin, cookie.line, -1);
  }

  // Bytes of one-byte encodings become UTF-8. What is bad in a comment before the cookie was never decoded: U+FFFD.
  bool Widen(const SourceEncoding& encoding) {
    size_t wide = 0;
    for (char c : source_) wide += static_cast<unsigned char>(c) >= 128;
    if (wide == 0) return true;
    char* copy = static_cast<char*>(arena_.Allocate(source_.size() + 2 * wide));
    if (copy == nullptr) return Full();
    size_t size = 0;
    for (size_t i = 0; i < source_.size();) {
      auto byte = static_cast<unsigned char>(source_[i]);
      uint32_t code_point = byte;
      size_t length = 1;
      if (byte >= 128 && encoding.kind == Kind::kUtf8Codec) {
        Utf8Character c = DecodeUtf8(source_.data() + i, source_.size() - i);
        code_point = c.error == Utf8Error::kNone ? c.code_point : 0xFFFD;
        length = c.length;
      } else if (byte >= 128 && encoding.kind != Kind::kLatin1) {
        code_point = encoding.kind == Kind::kCharMap ? encoding.map->upper[byte - 128] : 0;
        if (code_point == 0) code_point = 0xFFFD;
      }
      size += static_cast<size_t>(EncodeUtf8(code_point, copy + size));
      i += length;
    }
    source_ = {copy, size};
    return true;
  }

  SourceStatus CheckUtf8(bool is_declared) {
    BadBytes bad = FindBadBytes(source_, 0, SourceEncoding());
    if (bad.length == 0) return SourceStatus::kOk;
    size_t begin = LineBegin(bad.at);
    int32_t line = LineNumber(begin);
    // A file that says it is UTF-8, by a cookie or a mark. Its last line has an end, whatever the file has.
    if (is_file() && is_declared) {
      if (bad.shown_at == source_.size()) bad.reason = Utf8ErrorText(Utf8Error::kInvalidContinuationByte);
      return FailLine(CodecMessage("(unicode error) ", source_, bad, bad.at - begin), begin, line, -1);
    }
    // CPython looks for the cookie in the first two lines of a file together, and so calls both the first.
    if (is_file() && line == 2) line = 1;
    int32_t column = 1;
    for (size_t i = begin; i < bad.at; ++i) column += (source_[i] & 0xC0) != 0x80;
    Message message;
    (message << "Non-UTF-8 code starting with '\\x").Hex(static_cast<unsigned char>(source_[bad.at]), 2, false);
    message << '\'';
    if (is_file()) message << " in file " << options_.file_name;
    (message << " on line ").Number(static_cast<uint64_t>(line))
        << ", but no encoding declared; see https://peps.python.org/pep-0263/ for details";
    Fail(message.In(arena_));
    error_->lineno = error_->end_lineno = line;
    error_->offset = error_->end_offset = column;
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
