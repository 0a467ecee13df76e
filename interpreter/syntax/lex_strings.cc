// String literals: where they end. Plain ones become one token; f- and t-strings become a start, pieces of text
// with the tokens of expressions between them, and an end. What the text means (escapes) is the parser's matter.
#include <cstring>

#include "interpreter/syntax/lexer_state.h"

namespace garter {

// A word of at most three letters before a quote: a prefix, or an ordinary name that stands too close.
bool Lexer::LexPrefixedString(uint32_t begin, uint32_t quote_at, bool* is_prefix) {
  bool b = false, r = false, u = false, f = false, t = false;
  *is_prefix = false;
  for (uint32_t i = begin; i < quote_at; ++i) {
    bool* seen;
    switch (text_[i] | 0x20) {
      case 'b':
        seen = &b;
        break;
      case 'r':
        seen = &r;
        break;
      case 'u':
        seen = &u;
        break;
      case 'f':
        seen = &f;
        break;
      case 't':
        seen = &t;
        break;
      default:
        return true;
    }
    if (*seen) return true;
    *seen = true;
  }
  *is_prefix = true;
  const char* clash = u && b   ? "'u' and 'b' prefixes are incompatible"
                      : u && r ? "'u' and 'r' prefixes are incompatible"
                      : u && f ? "'u' and 'f' prefixes are incompatible"
                      : u && t ? "'u' and 't' prefixes are incompatible"
                      : b && f ? "'b' and 'f' prefixes are incompatible"
                      : b && t ? "'b' and 't' prefixes are incompatible"
                      : f && t ? "'f' and 't' prefixes are incompatible"
                               : nullptr;
  pos_ = quote_at;
  if (clash != nullptr) {
    ++pos_;
    return FailRange(clash, begin + 1 - line_start_, quote_at - line_start_);
  }
  return f || t ? StartMode(begin, t, r) : LexString(begin);
}

// REQUIRES: pos_ is at the opening quote.
bool Lexer::LexString(uint32_t begin) {
  uint32_t first_line = line_, first_line_start = line_start_;
  int quote = At(pos_);
  bool is_triple = At(pos_ + 1) == quote && At(pos_ + 2) == quote;
  if (!is_triple && At(pos_ + 1) == quote) {
    pos_ += 2;
    return EmitHere(TokenKind::kString, begin);
  }
  pos_ += is_triple ? 3 : 1;
  bool has_escaped_quote = false;
  for (;;) {
    uint32_t i = pos_;
    while (i < size_ && text_[i] != quote && text_[i] != '\\' && text_[i] != '\n') ++i;
    pos_ = i;
    int c = At(pos_);
    if (c == quote) {
      if (!is_triple) {
        ++pos_;
        break;
      }
      if (At(pos_ + 1) == quote && At(pos_ + 2) == quote) {
        pos_ += 3;
        break;
      }
      ++pos_;
    } else if (c == '\\') {
      ++pos_;
      if (At(pos_) == quote) has_escaped_quote = true;
      if (Next() == kEnd) return FailUnterminated(begin, first_line, first_line_start, is_triple, has_escaped_quote);
    } else if (c == kEnd || (c == '\n' && !is_triple)) {
      return FailUnterminated(begin, first_line, first_line_start, is_triple, has_escaped_quote);
    } else {
      Next();
    }
  }
  return Emit(TokenKind::kString, begin, pos_, first_line, first_line_start);
}

bool Lexer::FailUnterminated(uint32_t begin, uint32_t first_line, uint32_t first_line_start, bool triple,
                             bool escaped) {
  error_.at_end = triple;
  Message message;
  uint32_t last_line = line_;
  line_ = first_line;
  line_start_ = first_line_start;
  pos_ = begin + 1;
  StringMode* inside = mode();
  if (inside != nullptr) {
    // The quote may be the outer string's own closing one: then a brace is missing.
    uint32_t quote_at = begin;
    while (text_[quote_at] != '"' && text_[quote_at] != '\'') ++quote_at;
    if (inside->quote == text_[quote_at] && inside->quote_size == (triple ? 3 : 1)) {
      message << Letter(*inside) << "-string: expecting '}'";
      return Fail(message.In(arena_));
    }
  }
  message << (triple ? "unterminated triple-quoted string literal (detected at line "
                     : "unterminated string literal (detected at line ");
  message.Number(last_line) << ")";
  if (!triple && escaped) message << "; perhaps you escaped the end quote?";
  return Fail(message.In(arena_));
}

// REQUIRES: pos_ is at the opening quote, after the prefix.
bool Lexer::StartMode(uint32_t begin, bool is_template, bool is_raw) {
  char quote = static_cast<char>(At(pos_));
  bool is_triple = At(pos_ + 1) == quote && At(pos_ + 2) == quote;
  pos_ += is_triple ? 3 : 1;
  if (mode_count_ + 1 >= kMaxStringModes) return Fail("too many nested f-strings or t-strings");
  StringMode& mode = modes_[mode_count_++];
  mode.in_text = true;
  mode.is_template = is_template;
  mode.is_raw = is_raw;
  mode.in_format_spec = false;
  mode.in_debug = false;
  mode.quote_size = is_triple ? 3 : 1;
  mode.quote = quote;
  mode.brace_depth = 0;
  mode.expression_depth = -1;
  mode.start = begin;
  mode.line = line_;
  mode.line_start = line_start_;
  return EmitHere(is_template ? TokenKind::kTStringStart : TokenKind::kFStringStart, begin);
}

// REQUIRES: the innermost mode reads text. Makes one token: a middle, the end, or the brace of an expression.
bool Lexer::LexModeText() {
  StringMode& inside = *mode();
  uint32_t begin = pos_;
  if (At(pos_) == '{' && At(pos_ + 1) != '{') {
    if (inside.expression_depth >= kMaxFieldNesting - 1) return FailFieldNesting(inside);
    ++inside.expression_depth;
    inside.in_text = false;
    return LexToken();
  }
  bool ends = true;
  for (uint32_t i = 0; i < inside.quote_size; ++i) ends = ends && At(pos_ + i) == inside.quote;
  if (!ends) return LexModeMiddle(inside);
  pos_ += inside.quote_size;
  bool is_template = inside.is_template;
  --mode_count_;
  return EmitHere(is_template ? TokenKind::kTStringEnd : TokenKind::kFStringEnd, begin);
}

bool Lexer::FailFieldNesting(const StringMode& inside) {
  Message message;
  message << Letter(inside) << "-string: expressions nested too deeply";
  return Fail(message.In(arena_));
}

bool Lexer::LexModeMiddle(StringMode& inside) {
  uint32_t begin = pos_, first_line = line_, first_line_start = line_start_;
  auto emit = [&](uint32_t end) {
    TokenKind kind = inside.is_template ? TokenKind::kTStringMiddle : TokenKind::kFStringMiddle;
    if (!Emit(kind, begin, end, first_line, first_line_start)) return false;
    tokens_[count_ - 1].end_col = pos_ - line_start_;  // after a doubled brace both count as taken
    return true;
  };
  bool in_spec = inside.in_format_spec && inside.expression_depth >= 0;
  bool in_named_escape = false;  // between \N{ and }
  uint32_t quotes = 0;
  while (quotes != inside.quote_size) {
    int c = At(pos_);
    if (c == kEnd || (c == '\n' && inside.quote_size == 1)) {
      if (c == '\n') Next();
      return FailModeUnterminated(inside, c, in_spec);
    }
    Next();
    if (c == inside.quote) {
      ++quotes;
      continue;
    }
    quotes = 0;
    if (c == '{') {
      if (At(pos_) == '{' && !in_spec) {
        ++pos_;
        return emit(pos_ - 1);
      }
      --pos_;
      if (inside.expression_depth + 1 >= kMaxFieldNesting) return FailFieldNesting(inside);
      ++inside.expression_depth;
      inside.in_text = false;
      return emit(pos_);
    }
    if (c == '}') {
      if (in_named_escape) return emit(pos_);
      if (At(pos_) == '}' && !in_spec && inside.brace_depth == 0) {
        ++pos_;
        return emit(pos_ - 1);
      }
      --pos_;
      inside.in_text = false;
      return emit(pos_);
    }
    if (c == '\\') {
      int next = At(pos_);
      if (next == '{' || next == '}') {
        if (!inside.is_raw && !WarnEscape(next)) return false;
        continue;
      }
      Next();
      if (!inside.is_raw && next == 'N' && At(pos_) == '{') {
        in_named_escape = true;
        ++pos_;
      }
    }
  }
  pos_ -= inside.quote_size;
  return emit(pos_);
}

bool Lexer::FailModeUnterminated(StringMode& inside, int c, bool in_spec) {
  error_.at_end = c == kEnd;
  char letter = Letter(inside);
  Message message;
  if (in_spec && c == '\n') {
    // The position is the newline itself.
    --pos_;
    if (line_start_ > pos_) {
      line_ -= 1;
      while (line_start_ > 0 && (line_start_ > pos_ || text_[line_start_ - 1] != '\n')) --line_start_;
    }
    ++pos_;
    message << letter << "-string: newlines are not allowed in format specifiers for single quoted " << letter
            << "-strings";
    return Fail(message.In(arena_));
  }
  uint32_t last_line = line_;
  if (c == '\n' && line_start_ == pos_) --last_line;
  message << "unterminated " << (inside.quote_size == 3 ? "triple-quoted " : "") << letter
          << "-string literal (detected at line ";
  message.Number(last_line) << ")";
  pos_ = inside.start + 1;
  line_ = inside.line;
  line_start_ = inside.line_start;
  return Fail(message.In(arena_));
}

bool Lexer::WarnEscape(int c) {
  Message message;
  message << "\"\\" << static_cast<char>(c)
          << "\" is an invalid escape sequence. Such sequences will not work in the future. Did you mean \"\\\\"
          << static_cast<char>(c) << "\"? A raw string is also an option.";
  return tree_.AddWarning(message.view(), line_) || Limit();
}

}  // namespace garter
