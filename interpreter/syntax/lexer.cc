// Lines, indentation, words and operators. Numbers and strings have files of their own.
//
// The order of the checks is CPython's, because it decides which of two errors in one place is reported.
#include "interpreter/syntax/lexer.h"

#include <cstring>

#include "interpreter/base/copy_bytes.h"
#include "interpreter/base/unicode.h"
#include "interpreter/base/utf8.h"
#include "interpreter/syntax/lexer_state.h"

namespace garter {
namespace {

constexpr const char* kTokenText[] = {
#define GARTER_TOKEN(name, text) text,
#include "interpreter/syntax/tokens.def"
#define GARTER_OPERATOR_TOKEN(name, text) text,
#include "interpreter/syntax/tokens.def"
#define GARTER_KEYWORD(name, text) text,
#include "interpreter/syntax/tokens.def"
#define GARTER_SOFT_KEYWORD(name, text) text,
#include "interpreter/syntax/tokens.def"
};

// Keywords by a perfect hash of their (at most eight) bytes read as one number. The multiplier was found by trying.
constexpr uint64_t kWordMultiplier = 0x1b77476a8995579fULL;
constexpr int kWordShift = 64 - 7;

struct WordTable {
  uint64_t word[128] = {};
  TokenKind kind[128] = {};
  bool perfect = true;
};

constexpr void AddWord(WordTable& table, std::string_view text, TokenKind kind) {
  uint64_t word = 0;
  for (size_t i = 0; i < text.size(); ++i) word |= uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
  size_t slot = (word * kWordMultiplier) >> kWordShift;
  if (table.word[slot] != 0) table.perfect = false;
  table.word[slot] = word;
  table.kind[slot] = kind;
}

constexpr WordTable kWords = [] {
  WordTable table;
#define GARTER_KEYWORD(name, text) AddWord(table, text, TokenKind::k##name##Keyword);
#include "interpreter/syntax/tokens.def"
#define GARTER_SOFT_KEYWORD(name, text) AddWord(table, text, TokenKind::k##name##Soft);
#include "interpreter/syntax/tokens.def"
  return table;
}();
static_assert(kWords.perfect, "two keywords share a slot: find another multiplier");

// The first `size` bytes (at most 8) at `at` as a little-endian number, on any machine we support.
inline uint64_t LoadWord(const char* at, size_t size, size_t readable) {
  uint64_t word = 0;
  if (readable >= 8) {
    std::memcpy(&word, at, 8);
    return size == 8 ? word : word & ((uint64_t{1} << (8 * size)) - 1);
  }
  CopyBytes(&word, at, size);
  return word;
}

inline uint32_t MixWord(uint64_t product) { return static_cast<uint32_t>(product >> 32); }

inline uint32_t HashLong(const char* at, size_t size) {
  uint64_t hash = size;
  for (; size >= 8; at += 8, size -= 8) {
    uint64_t word;
    std::memcpy(&word, at, 8);
    hash = (hash ^ word) * kWordMultiplier;
    hash ^= hash >> 29;
  }
  uint64_t tail = 0;
  CopyBytes(&tail, at, size);
  return MixWord((hash ^ tail) * kWordMultiplier);
}

}  // namespace

const char* TokenText(TokenKind kind) { return kTokenText[static_cast<size_t>(kind)]; }

uint32_t HashName(std::string_view text) {
  if (text.size() > 8) return HashLong(text.data(), text.size());
  return MixWord(LoadWord(text.data(), text.size(), text.size()) * kWordMultiplier);
}

Lexer::Lexer(Ast& tree, Meter& meter, ParseMode mode)
    : tree_(tree),
      arena_(tree.arena()),
      meter_(meter),
      text_(tree.text().data()),
      size_(static_cast<uint32_t>(tree.text().size())),
      mode_(mode),
      supplies_newline_(mode == ParseMode::kExec && size_ > 0 && text_[size_ - 1] != '\n') {
  indents_[0] = alternate_indents_[0] = 0;
}

bool Lex(Ast& tree, Meter& meter, ParseMode mode, TokenList* out) { return Lexer(tree, meter, mode).Run(out); }

bool Lexer::Run(TokenList* out) {
  line_ = size_ > 0;
  if (!Overflow()) done_ = true;
  while (!done_) {
    if (at_line_start_ && !LexLineStart()) break;
    if (done_) break;
    if (!LexToken()) break;
  }
  if (limit_) {
    meter_.Stop(LimitKind::kMemory);
    return false;
  }
  // The last tokens may have been paid behind the end of the text.
  uint32_t unpaid_bytes = size_ > paid_bytes_ ? size_ - paid_bytes_ : 0;
  if (!meter_.Charge(count_ - paid_ + unpaid_bytes / 64)) return false;
  arena_.Resize(tokens_, size_t{capacity_} * sizeof(Token), size_t{count_} * sizeof(Token));
  *out = {tokens_, count_, error_};
  return true;
}

// CPython counts a line when it reads its first byte: at the end of the text the last line stays the current one.
void Lexer::EndLine() {
  if (At(pos_) == kEnd) return;
  ++line_;
  line_start_ = pos_;
}

// The first guess is a token for four bytes; growing in place is free, since nothing else is allocated meanwhile
// (but for a warning: then the tokens move).
bool Lexer::Overflow() {
  if (!meter_.Charge(count_ - paid_ + (pos_ - paid_bytes_) / 64)) return Limit();
  paid_ = count_;
  paid_bytes_ = pos_;
  uint32_t wanted = capacity_ == 0 ? size_ / 4 + 16 : capacity_ + capacity_ / 2;
  size_t bytes = size_t{wanted} * sizeof(Token);
  if (capacity_ != 0 && arena_.Resize(tokens_, size_t{capacity_} * sizeof(Token), bytes)) {
    capacity_ = wanted;
    return true;
  }
  Token* moved = static_cast<Token*>(arena_.Allocate(bytes));
  if (moved == nullptr) return Limit();
  CopyBytes(moved, tokens_, size_t{count_} * sizeof(Token));
  tokens_ = moved;
  capacity_ = wanted;
  return true;
}

bool Lexer::EmitPlaceless(TokenKind kind) {
  if (!EmitHere(kind, pos_)) return false;
  tokens_[count_ - 1].col = Token::kNoColumn;
  return true;
}

bool Lexer::Fail(std::string_view message) {
  // In characters: bytes that start one, up to and with the byte before pos_.
  int32_t offset = 0;
  for (uint32_t i = line_start_; i < pos_ && i < size_; ++i) offset += (text_[i] & 0xC0) != 0x80;
  if (pos_ > size_) ++offset;
  error_.offset = error_.end_offset = offset;
  error_.message = message;
  return FailKind(LexErrorKind::kRaised);
}

bool Lexer::FailRange(std::string_view message, uint32_t first, uint32_t last) {
  auto characters = [this](uint32_t bytes) {
    int32_t count = 0;
    for (uint32_t i = 0; i < bytes; ++i) count += (text_[line_start_ + i] & 0xC0) != 0x80;
    return count;
  };
  error_.offset = characters(first);
  error_.end_offset = characters(last) + 1;
  error_.message = message;
  return FailKind(LexErrorKind::kRaised);
}

bool Lexer::FailKind(LexErrorKind kind) {
  error_.kind = kind;
  error_.line = line_;
  error_.at = pos_;
  error_.line_start = line_start_;
  error_.in_string = mode_count_ > 0;
  if (level_ > 0) {
    const Bracket& open = brackets_[level_ - 1];
    error_.bracket = open.opening;
    error_.bracket_line = open.line;
    error_.bracket_col = open.col;
  }
  done_ = true;
  EmitPlaceless(TokenKind::kError);
  return false;
}

// Columns of a line's indentation by two measures: tabs to multiples of 8, and tabs as one column. Lines that
// compare differently by the two mix tabs and blanks inconsistently.
bool Lexer::MeasureIndent(uint32_t* col, uint32_t* alternate) {
  uint32_t continued = 0;
  uint32_t blanks = pos_;
  while (blanks < size_ && text_[blanks] == ' ') ++blanks;
  *col = *alternate = blanks - pos_;
  for (pos_ = blanks;; ++pos_) {
    int c = At(pos_);
    if (c == ' ') {
      ++*col;
      ++*alternate;
    } else if (c == '\t') {
      *col = (*col / 8 + 1) * 8;
      ++*alternate;
    } else if (c == '\f') {
      *col = *alternate = 0;
    } else if (c == '\\') {
      // Indentation cannot be split over lines: the first line's counts.
      continued = continued != 0 ? continued : *col;
      ++pos_;
      if (!LexContinuationLine()) return false;
      --pos_;
    } else {
      break;
    }
  }
  if (continued != 0) *col = *alternate = continued;
  return true;
}

// Skips lines that are blank or hold only a comment, then turns the indentation into Indent and Dedent tokens.
bool Lexer::LexLineStart() {
  at_line_start_ = false;
  uint32_t col, alternate;
  for (;;) {
    if (!MeasureIndent(&col, &alternate)) return false;
    int c = At(pos_);
    if (c == '#') {
      SkipComment();
      c = At(pos_);
      if (c == kEnd) return LexEnd();
    }
    if (c != '\n') break;
    Next();
  }
  if (level_ != 0) return true;
  if (col == indents_[indent_]) {
    return alternate == alternate_indents_[indent_] || FailAtLineEnd(LexErrorKind::kTabs);
  }
  if (col > indents_[indent_]) {
    if (indent_ + 1 >= kMaxIndents) return FailAtLineEnd(LexErrorKind::kTooDeep);
    if (alternate <= alternate_indents_[indent_]) return FailAtLineEnd(LexErrorKind::kTabs);
    ++indent_;
    indents_[indent_] = col;
    alternate_indents_[indent_] = alternate;
    return EmitPlaceless(TokenKind::kIndent);
  }
  uint32_t dedents = 0;
  for (; indent_ > 0 && col < indents_[indent_]; ++dedents) --indent_;
  if (col != indents_[indent_]) return FailAtLineEnd(LexErrorKind::kDedent);
  if (alternate != alternate_indents_[indent_]) return FailAtLineEnd(LexErrorKind::kTabs);
  for (; dedents > 0; --dedents) {
    if (!EmitPlaceless(TokenKind::kDedent)) return false;
  }
  return true;
}

// These errors are found when the whole line has been read: their column is its end.
bool Lexer::FailAtLineEnd(LexErrorKind kind) {
  while (At(pos_) != kEnd && At(pos_++) != '\n') {
  }
  return FailKind(kind);
}

void Lexer::SkipComment() {
  if (pos_ >= size_) return;
  const void* end = std::memchr(text_ + pos_, '\n', size_ - pos_);
  pos_ = end != nullptr ? static_cast<uint32_t>(static_cast<const char*>(end) - text_) : size_;
}

// After a backslash: it must be the last of its line, and the text must go on.
bool Lexer::LexContinuationLine() {
  int c = At(pos_);
  if (c != '\n') {
    if (c != kEnd) ++pos_;
    return FailKind(LexErrorKind::kLineContinuation);
  }
  Next();
  return At(pos_) != kEnd || FailKind(LexErrorKind::kEndOfFile);
}

bool Lexer::LexToken() {
  if (mode_count_ > 0 && mode()->in_text) return LexModeText();
  uint32_t comment = 0;  // where one began: the newline token after it begins there, too
  bool has_comment = false;
  for (;;) {
    uint32_t begin = pos_;
    while (begin < size_ && (kBytes.of[static_cast<unsigned char>(text_[begin])] & kSpaceByte) != 0) ++begin;
    pos_ = begin;
    int c = At(begin);
    if (c == kEnd) return LexEnd();
    uint8_t flags = kBytes.of[c];
    if ((flags & kWordStart) != 0) return LexWord(begin);
    if ((flags & kDigitByte) != 0) return LexNumber(begin);
    switch (c) {
      case '\n':
        if (level_ == 0) {
          if (!Emit(TokenKind::kNewline, has_comment ? comment : begin, begin + 1, line_, line_start_)) return false;
          Next();
          at_line_start_ = true;
          return true;
        }
        Next();
        has_comment = false;
        continue;
      case '#':
        comment = begin;
        has_comment = true;
        SkipComment();
        continue;
      case '\\':
        ++pos_;
        if (!LexContinuationLine()) return false;
        continue;
      case '"':
      case '\'':
        return LexString(begin);
      case '.':
        if (Is(At(begin + 1), kDigitByte)) return LexNumber(begin);
        return LexOperator(begin);
      default:
        return LexOperator(begin);
    }
  }
}

bool Lexer::LexWord(uint32_t begin) {
  const char* text = text_;
  uint32_t i = begin, size = size_;
  uint8_t all = 0;
  while (i < size) {
    unsigned char c = static_cast<unsigned char>(text[i]);
    if ((kBytes.of[c] & kWordByte) == 0) break;
    all |= c;
    ++i;
  }
  uint32_t length = i - begin;
  int after = At(i);
  if ((after == '"' || after == '\'') && length <= 3) {
    bool is_prefix;
    if (!LexPrefixedString(begin, i, &is_prefix)) return false;
    if (is_prefix) return true;
  }
  pos_ = i;
  if (all >= 0x80 && !CheckIdentifier(begin)) return false;
  if (!EmitHere(TokenKind::kName, begin)) return false;
  Token& token = tokens_[count_ - 1];
  if (length > 8) {
    token.hash = HashLong(text_ + begin, length);
    return true;
  }
  uint64_t word = LoadWord(text_ + begin, length, size_ - begin);
  uint64_t product = word * kWordMultiplier;
  token.hash = MixWord(product);
  size_t slot = product >> kWordShift;
  if (kWords.word[slot] == word) {
    TokenKind kind = kWords.kind[slot];
    (kind >= TokenKind::kUnderscoreSoft ? token.soft : token.kind) = kind;
  }
  return true;
}

// Bytes beyond ASCII: each character must be one that an identifier may have there. The error points at the
// first that is not.
bool Lexer::CheckIdentifier(uint32_t begin) {
  for (uint32_t i = begin; i < pos_;) {
    Utf8Character c = DecodeUtf8(text_ + i, pos_ - i);
    DCHECK(c.error == Utf8Error::kNone);
    i += c.length;
    if (i - c.length == begin ? IsXidStart(c.code_point) : IsXidContinue(c.code_point)) continue;
    pos_ = i;
    Message message;
    if (IsPrintable(c.code_point)) {
      message << "invalid character '";
      message.Character(c.code_point) << "' (U+";
      message.Hex(c.code_point, 4, true) << ")";
    } else {
      message << "invalid non-printable character U+";
      message.Hex(c.code_point, 4, true);
    }
    return Fail(message.In(arena_));
  }
  return true;
}

bool Lexer::OpenBracket(char c) {
  if (level_ >= kMaxBrackets) return Fail("too many nested parentheses");
  brackets_[level_++] = {line_, pos_ - 1 - line_start_, c};
  if (mode_count_ > 0) ++mode()->brace_depth;
  return true;
}

bool Lexer::CloseBracket(char c) {
  StringMode* inside = mode();
  if (__builtin_expect(inside != nullptr && inside->brace_depth == 0 && c == '}', 0)) return FailBracket(c, nullptr);
  if (__builtin_expect(level_ == 0, 0)) return FailBracket(c, nullptr);
  const Bracket& open = brackets_[--level_];
  // In ASCII a closing bracket is one or two beyond its opening one.
  int distance = c - open.opening;
  if (__builtin_expect(distance < 1 || distance > 2, 0)) return FailBracket(c, &open);
  if (inside == nullptr) return true;
  --inside->brace_depth;
  if (inside->brace_depth < 0) {
    return FailBracket(c, nullptr);
  }
  if (c == '}' && inside->brace_depth == inside->expression_depth) {
    --inside->expression_depth;
    inside->in_text = true;
    inside->in_format_spec = false;
    inside->in_debug = false;
  }
  return true;
}

// A closing bracket that has no partner (`open` is null) or a wrong one.
bool Lexer::FailBracket(char c, const Bracket* open) {
  StringMode* inside = mode();
  Message message;
  if (open == nullptr) {
    if (inside != nullptr && inside->brace_depth == 0 && c == '}') {
      message << Letter(*inside) << "-string: single '}' is not allowed";
    } else if (inside != nullptr && inside->brace_depth < 0) {
      message << Letter(*inside) << "-string: unmatched '" << c << '\'';
    } else {
      message << "unmatched '" << c << '\'';
    }
  } else if (inside != nullptr && open->opening == '{' && inside->brace_depth - 1 == inside->expression_depth) {
    // In f"{)}" the brace is the field's own: nothing is wrong with it, the parenthesis has no partner.
    message << Letter(*inside) << "-string: unmatched '" << c << '\'';
  } else {
    message << "closing parenthesis '" << c << "' does not match opening parenthesis '" << open->opening << '\'';
    if (open->line != line_) (message << " on line ").Number(open->line);
  }
  return Fail(message.In(arena_));
}

namespace {

struct Operators {
  TokenKind one = TokenKind::kUnknown;
  TokenKind with_equal = TokenKind::kError;   // c followed by '='
  TokenKind twice = TokenKind::kError;        // cc
  TokenKind twice_equal = TokenKind::kError;  // cc=
};

struct OperatorTable {
  Operators of[128];
};

constexpr OperatorTable kOperators = [] {
  using K = TokenKind;
  OperatorTable t;
  t.of['('] = {K::kLeftParen};
  t.of[')'] = {K::kRightParen};
  t.of['['] = {K::kLeftBracket};
  t.of[']'] = {K::kRightBracket};
  t.of['{'] = {K::kLeftBrace};
  t.of['}'] = {K::kRightBrace};
  t.of[','] = {K::kComma};
  t.of[';'] = {K::kSemicolon};
  t.of['~'] = {K::kTilde};
  t.of['.'] = {K::kDot};
  t.of[':'] = {K::kColon, K::kColonEqual};
  t.of['!'] = {K::kExclamation, K::kNotEqual};
  t.of['='] = {K::kEqual, K::kEqualEqual};
  t.of['+'] = {K::kPlus, K::kPlusEqual};
  t.of['-'] = {K::kMinus, K::kMinusEqual};
  t.of['@'] = {K::kAt, K::kAtEqual};
  t.of['%'] = {K::kPercent, K::kPercentEqual};
  t.of['|'] = {K::kPipe, K::kPipeEqual};
  t.of['^'] = {K::kCaret, K::kCaretEqual};
  t.of['&'] = {K::kAmpersand, K::kAmpersandEqual};
  t.of['*'] = {K::kStar, K::kStarEqual, K::kDoubleStar, K::kDoubleStarEqual};
  t.of['/'] = {K::kSlash, K::kSlashEqual, K::kDoubleSlash, K::kDoubleSlashEqual};
  t.of['<'] = {K::kLess, K::kLessEqual, K::kLeftShift, K::kLeftShiftEqual};
  t.of['>'] = {K::kGreater, K::kGreaterEqual, K::kRightShift, K::kRightShiftEqual};
  return t;
}();

}  // namespace

bool Lexer::FailControl(int c) {
  Message message;
  message << "invalid non-printable character U+";
  message.Hex(static_cast<uint32_t>(c), 4, true);
  return Fail(message.In(arena_));
}

bool Lexer::LexOperator(uint32_t begin) {
  int c = At(begin);
  pos_ = begin + 1;
  // Control characters (the rest of ASCII is printable; other characters are words).
  if (__builtin_expect(c < ' ' || c == 127, 0)) return FailControl(c);
  StringMode* inside = mode();
  if (inside != nullptr && c == ':' && inside->expression_depth >= 0 &&
      inside->brace_depth == inside->expression_depth + 1) {
    // The colon of a replacement field: what follows is a format spec. `:=` is not an operator there.
    inside->in_text = true;
    inside->in_format_spec = true;
    return EmitHere(TokenKind::kColon, begin);
  }
  const Operators& operators = kOperators.of[c];
  TokenKind kind = operators.one;
  int next = At(pos_);
  if (next == '=' && operators.with_equal != TokenKind::kError) {
    kind = operators.with_equal;
    ++pos_;
  } else if (next == c && operators.twice != TokenKind::kError) {
    kind = operators.twice;
    ++pos_;
    if (operators.twice_equal != TokenKind::kError && At(pos_) == '=') {
      kind = operators.twice_equal;
      ++pos_;
    }
  } else if (c == '-' && next == '>') {
    kind = TokenKind::kArrow;
    ++pos_;
  } else if (c == '.' && next == '.' && At(pos_ + 1) == '.') {
    kind = TokenKind::kEllipsis;
    pos_ += 2;
  }
  if (kind == TokenKind::kEqual && inside != nullptr && inside->expression_depth >= 0 &&
      inside->brace_depth - inside->expression_depth == 1) {
    inside->in_debug = true;
  }
  if (c == '(' || c == '[' || c == '{') {
    if (!OpenBracket(static_cast<char>(c))) return false;
  } else if (c == ')' || c == ']' || c == '}') {
    if (!CloseBracket(static_cast<char>(c))) return false;
  }
  return EmitHere(kind, begin);
}

// The end of the text: inside brackets it is an error, else the open blocks end.
bool Lexer::LexEnd() {
  if (level_ > 0) return FailKind(LexErrorKind::kEndOfFile);
  // An interactive statement is ended by the end of the text, and so is the block around it.
  bool ends_statement = mode_ == ParseMode::kSingle && count_ > 0;
  if (ends_statement && !EmitPlaceless(TokenKind::kNewline)) return false;
  ends_statement = ends_statement && indent_ > 0;
  for (; indent_ > 0; --indent_) {
    if (!EmitPlaceless(TokenKind::kDedent)) return false;
  }
  if (ends_statement && !EmitPlaceless(TokenKind::kNewline)) return false;
  done_ = true;
  return EmitPlaceless(TokenKind::kEndMarker);
}

}  // namespace garter
