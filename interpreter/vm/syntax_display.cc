// How a SyntaxError is shown. Offsets are characters from 1; the line is stripped of what stands before its text.
#include "interpreter/vm/syntax_display.h"

#include "interpreter/base/unicode.h"
#include "interpreter/base/utf8.h"

namespace garter {
namespace {

void AppendNumber(Utf8Sink& sink, int64_t number) {
  char digits[24];
  int n = 0;
  uint64_t rest = number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
  do digits[n++] = static_cast<char>('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (number < 0) sink.Append("-");
  while (n > 0) sink.Append({&digits[--n], 1});
}

int64_t CharacterCount(std::string_view utf8) {
  int64_t count = 0;
  for (char c : utf8) count += (static_cast<uint8_t>(c) & 0xC0) != 0x80;
  return count;
}

// White space as long as the first `columns` characters of `line`, with its own tabs kept.
void AppendIndent(Utf8Sink& sink, std::string_view line, int64_t columns) {
  while (columns-- > 0 && !line.empty()) {
    Utf8Character c = DecodeUtf8(line.data(), line.size(), true);
    size_t size = static_cast<size_t>(c.length > 0 ? c.length : 1);
    if (IsSpace(c.code_point))
      sink.Append(line.substr(0, size));
    else
      sink.Append(" ");
    line.remove_prefix(size);
  }
}

void WriteLineAndCaret(const SyntaxError& error, Utf8Sink& sink) {
  std::string_view right = error.text;
  while (!right.empty() && right.back() == '\n') right.remove_suffix(1);
  std::string_view left = right;
  while (!left.empty() && (left[0] == ' ' || left[0] == '\n' || left[0] == '\f')) left.remove_prefix(1);
  int64_t spaces = static_cast<int64_t>(right.size() - left.size());
  int64_t text_length = CharacterCount(error.text), right_length = CharacterCount(right);
  sink.Append("    ");
  sink.Append(left);
  sink.Append("\n");
  if (error.offset == SyntaxError::kNone) return;
  int64_t offset = error.offset, end = right_length + 1;
  if (error.lineno == error.end_lineno) {
    end = error.end_offset != SyntaxError::kNone && error.end_offset != 0 ? error.end_offset : offset;
  }
  if (text_length > 0 && offset > text_length) offset = right_length + 1;
  if (text_length > 0 && end > text_length) end = right_length + 1;
  if (offset >= end || end < 0) end = offset + 1;
  int64_t column = offset - 1 - spaces;
  if (column < 0) return;
  sink.Append("    ");
  AppendIndent(sink, left, column);
  for (int64_t k = offset; k < end; ++k) sink.Append("^");
  sink.Append("\n");
}

}  // namespace

void WriteSyntaxError(const SyntaxError& error, std::string_view filename, Utf8Sink& sink) {
  bool plain = error.type == SyntaxErrorType::kMemoryError || error.type == SyntaxErrorType::kRecursionError;
  if (!plain && error.lineno != SyntaxError::kNone) {
    sink.Append("  File \"");
    sink.Append(filename.empty() ? "<string>" : filename);
    sink.Append("\", line ");
    AppendNumber(sink, error.lineno);
    sink.Append("\n");
  }
  if (!plain && error.has_text) WriteLineAndCaret(error, sink);
  sink.Append(SyntaxErrorTypeName(error.type));
  if (!plain || !error.message.empty()) {
    sink.Append(": ");
    sink.Append(error.message.empty() ? "<no detail available>" : error.message);
  }
  if (!plain && error.lineno == SyntaxError::kNone) {
    sink.Append(" (");
    sink.Append(filename);
    sink.Append(")");
  }
  sink.Append("\n");
}

}  // namespace garter
