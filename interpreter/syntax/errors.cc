// The attributes of a SyntaxError: columns in characters, and the text of the line.
#include "interpreter/syntax/errors.h"

#include <cstring>

#include "interpreter/syntax/message.h"

namespace garter {
namespace {

// From bytes to characters, both from 1: the characters that begin in the first `column` bytes. CPython may look
// one byte beyond the line's end (which may have its newline), and counts that as one.
int32_t CharacterColumn(std::string_view line, bool ends_line, int32_t column) {
  if (column <= 0) return column;
  uint32_t limit = static_cast<uint32_t>(line.size()) + ends_line + 1;
  uint32_t end = static_cast<uint32_t>(column) < limit ? static_cast<uint32_t>(column) : limit;
  int32_t characters = 0;
  for (uint32_t i = 0; i < end; ++i) characters += i >= line.size() || (line[i] & 0xC0) != 0x80;
  return characters;
}

std::string_view LineAt(std::string_view text, int32_t line) {
  size_t begin = 0;
  for (int32_t i = 1; i < line; ++i) {
    size_t newline = text.find('\n', begin);
    if (newline == std::string_view::npos || newline + 1 >= text.size()) break;
    begin = newline + 1;
  }
  size_t end = text.find('\n', begin);
  return text.substr(begin, end == std::string_view::npos ? end : end - begin);
}

}  // namespace

SyntaxError MakeError(std::string_view text, SyntaxErrorType type, std::string_view message, ErrorPlace place,
                      uint32_t lexed_line) {
  SyntaxError error;
  error.type = type;
  error.message = message;
  error.lineno = place.line;
  error.end_lineno = place.end_line;
  error.has_text = true;
  error.text = LineAt(text, place.line);
  error.ends_line = static_cast<int32_t>(lexed_line) <= place.line;
  error.offset = CharacterColumn(error.text, error.ends_line, place.column);
  // The end is measured on the first line too, whatever line it is on.
  error.end_offset = CharacterColumn(error.text, error.ends_line, place.end_column);
  return error;
}

SyntaxError MakeUnclosed(const Ast& tree, const LexError& error) {
  Message message;
  message << '\'' << error.bracket << "' was never closed";
  int32_t line = static_cast<int32_t>(error.bracket_line);
  return MakeError(tree.text(), SyntaxErrorType::kSyntaxError, message.In(tree.arena()),
                   {line, static_cast<int32_t>(error.bracket_col) + 1, line, 0}, error.line);
}

SyntaxError MakeLexError(const Ast& tree, const LexError& lex_error) {
  int32_t line = static_cast<int32_t>(lex_error.line);
  int32_t column = static_cast<int32_t>(lex_error.at - lex_error.line_start);
  auto make = [&](SyntaxErrorType type, std::string_view message, int32_t at, int32_t end) {
    return MakeError(tree.text(), type, message, {line, at, line, end}, lex_error.line);
  };
  switch (lex_error.kind) {
    case LexErrorKind::kEndOfFile:
      if (lex_error.bracket != 0) return MakeUnclosed(tree, lex_error);
      return make(SyntaxErrorType::kSyntaxError, "unexpected EOF while parsing", column, -1);
    case LexErrorKind::kTabs:
      return make(SyntaxErrorType::kTabError, "inconsistent use of tabs and spaces in indentation", 1, 0);
    case LexErrorKind::kTooDeep:
      return make(SyntaxErrorType::kIndentationError, "too many levels of indentation", 1, 0);
    case LexErrorKind::kDedent:
      return make(SyntaxErrorType::kIndentationError, "unindent does not match any outer indentation level", column,
                  -1);
    case LexErrorKind::kLineContinuation:
      return make(SyntaxErrorType::kSyntaxError, "unexpected character after line continuation character", column, 0);
    case LexErrorKind::kRaised:
    case LexErrorKind::kNone:
      break;
  }
  SyntaxError error = make(SyntaxErrorType::kSyntaxError, lex_error.message, 0, 0);
  error.offset = lex_error.offset;
  error.end_offset = lex_error.end_offset;
  error.ends_line = false;
  return error;
}

}  // namespace garter
