// Numeric literals: which texts are numbers, and what is said of those that nearly are. Their values are computed
// by the parser (parse_constants.cc).
#include "interpreter/syntax/lexer_state.h"

namespace garter {

bool Lexer::LexNumber(uint32_t begin) {
  pos_ = begin;
  int c = At(pos_);
  if (c == '.') {
    ++pos_;
    return LexFraction(begin);
  }
  if (c == '0') {
    switch (At(begin + 1)) {
      case 'x':
      case 'X':
        return LexRadixNumber(begin, 16);
      case 'o':
      case 'O':
        return LexRadixNumber(begin, 8);
      case 'b':
      case 'B':
        return LexRadixNumber(begin, 2);
      default:
        return LexLeadingZero(begin);
    }
  }
  return LexDecimal(begin);
}

bool Lexer::LexRadixNumber(uint32_t begin, int radix) {
  const char* kind = radix == 16 ? "hexadecimal" : radix == 8 ? "octal" : "binary";
  auto is_digit = [radix](int c) { return radix == 16 ? Is(c, kHexByte) : c >= '0' && c < '0' + radix; };
  auto fail_digit = [&](int c) {
    ++pos_;
    Message message;
    message << "invalid digit '" << static_cast<char>(c) << "' in " << kind << " literal";
    return Fail(message.In(arena_));
  };
  pos_ = begin + 2;
  do {
    if (At(pos_) == '_') ++pos_;
    int c = At(pos_);
    if (!is_digit(c)) {
      if (Is(c, kDigitByte)) return fail_digit(c);
      Message message;
      message << "invalid " << kind << " literal";
      return Fail(message.In(arena_));
    }
    while (is_digit(At(pos_))) ++pos_;
  } while (At(pos_) == '_');
  if (Is(At(pos_), kDigitByte)) return fail_digit(At(pos_));
  return EndNumber(begin, kind);
}

// Zeros may be many, but no other digit may follow them: 012 was octal once.
bool Lexer::LexLeadingZero(uint32_t begin) {
  pos_ = begin + 1;
  for (;;) {
    if (At(pos_) == '_') {
      ++pos_;
      if (!Is(At(pos_), kDigitByte)) return Fail("invalid decimal literal");
    }
    if (At(pos_) != '0') break;
    ++pos_;
  }
  uint32_t zeros_end = pos_;
  bool is_old_octal = false;
  if (Is(At(pos_), kDigitByte)) {
    is_old_octal = true;
    if (!DecimalTail()) return false;
  }
  switch (At(pos_)) {
    case '.':
      ++pos_;
      return LexFraction(begin);
    case 'e':
    case 'E':
      return LexExponent(begin);
    case 'j':
    case 'J':
      ++pos_;
      return EndNumber(begin, "imaginary");
    default:
      break;
  }
  if (is_old_octal) {
    return FailRange("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                     begin + 1 - line_start_, zeros_end - line_start_);
  }
  return EndNumber(begin, "decimal");
}

// Digits with single underscores between them. REQUIRES: pos_ is at a digit.
bool Lexer::DecimalTail() {
  for (;;) {
    while (Is(At(pos_), kDigitByte)) ++pos_;
    if (At(pos_) != '_') return true;
    ++pos_;
    if (!Is(At(pos_), kDigitByte)) return Fail("invalid decimal literal");
  }
}

bool Lexer::LexDecimal(uint32_t begin) {
  if (!DecimalTail()) return false;
  switch (At(pos_)) {
    case '.':
      ++pos_;
      return LexFraction(begin);
    case 'e':
    case 'E':
      return LexExponent(begin);
    case 'j':
    case 'J':
      ++pos_;
      return EndNumber(begin, "imaginary");
    default:
      return EndNumber(begin, "decimal");
  }
}

bool Lexer::LexFraction(uint32_t begin) {
  if (Is(At(pos_), kDigitByte) && !DecimalTail()) return false;
  int c = At(pos_);
  if (c == 'e' || c == 'E') return LexExponent(begin);
  if (c == 'j' || c == 'J') {
    ++pos_;
    return EndNumber(begin, "imaginary");
  }
  return EndNumber(begin, "decimal");
}

// At an `e`. When no exponent follows, the number ends before it (`1else` is legal, with a warning).
bool Lexer::LexExponent(uint32_t begin) {
  uint32_t e_at = pos_++;
  int c = At(pos_);
  if (c == '+' || c == '-') {
    ++pos_;
    if (!Is(At(pos_), kDigitByte)) return Fail("invalid decimal literal");
  } else if (!Is(c, kDigitByte)) {
    pos_ = e_at;
    return EndNumber(begin, "decimal");
  }
  if (!DecimalTail()) return false;
  if (At(pos_) == 'j' || At(pos_) == 'J') {
    ++pos_;
    return EndNumber(begin, "imaginary");
  }
  return EndNumber(begin, "decimal");
}

bool Lexer::EndNumber(uint32_t begin, const char* kind) {
  return CheckNumberEnd(kind) && EmitHere(TokenKind::kNumber, begin);
}

// A word may not follow a number at once. Those that may follow an expression are let through with a warning.
bool Lexer::CheckNumberEnd(const char* kind) {
  int c = At(pos_);
  if (!Is(c, kWordByte) || c >= 128) return true;
  auto follows = [this](std::string_view rest) {
    return pos_ + 1 + rest.size() <= size_ && std::string_view(text_ + pos_ + 1, rest.size()) == rest;
  };
  // A whole word; but `if`, `in` and `is` count although the word goes on.
  auto is_word = [&](std::string_view rest) {
    return follows(rest) && !Is(At(pos_ + 1 + static_cast<uint32_t>(rest.size())), kWordByte);
  };
  bool is_allowed = false;
  switch (c) {
    case 'a':
      is_allowed = is_word("nd");
      break;
    case 'e':
      is_allowed = is_word("lse");
      break;
    case 'f':
      is_allowed = is_word("or");
      break;
    case 'i':
      is_allowed = follows("f") || follows("n") || follows("s");
      break;
    case 'o':
      is_allowed = is_word("r");
      break;
    case 'n':
      is_allowed = is_word("ot");
      break;
    default:
      break;
  }
  Message message;
  message << "invalid " << kind << " literal";
  if (!is_allowed) return Fail(message.In(arena_));
  if (!tree_.AddWarning(message.view(), line_)) return Limit();
  return true;
}

}  // namespace garter
