// The lexer's own state, shared by its three files and by nobody else: lexer.cc (lines, indentation, words,
// operators), lex_numbers.cc, lex_strings.cc.
#ifndef GARTER_INTERPRETER_SYNTAX_LEXER_STATE_H_
#define GARTER_INTERPRETER_SYNTAX_LEXER_STATE_H_

#include "interpreter/syntax/lexer.h"
#include "interpreter/syntax/message.h"

namespace garter {

// What a byte can be, for the loops that run over many bytes.
inline constexpr uint8_t kWordByte = 1;   // may continue an identifier (all bytes from 128 on included)
inline constexpr uint8_t kWordStart = 2;  // may start one
inline constexpr uint8_t kDigitByte = 4;
inline constexpr uint8_t kHexByte = 8;
inline constexpr uint8_t kSpaceByte = 16;  // blank, tab, form feed

struct ByteTable {
  uint8_t of[256] = {};
};
inline constexpr ByteTable kBytes = [] {
  ByteTable table;
  for (int c = 0; c < 256; ++c) {
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    bool digit = c >= '0' && c <= '9';
    uint8_t flags = 0;
    if (letter) flags |= kWordByte | kWordStart;
    if (digit) flags |= kWordByte | kDigitByte | kHexByte;
    if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) flags |= kHexByte;
    if (c == ' ' || c == '\t' || c == '\f') flags |= kSpaceByte;
    table.of[c] = flags;
  }
  return table;
}();
inline bool Is(int c, uint8_t flags) { return c >= 0 && (kBytes.of[c] & flags) != 0; }

class Lexer {
 public:
  Lexer(Ast& tree, Meter& meter, ParseMode mode);
  bool Run(TokenList* out);

 private:
  static constexpr int kEnd = -1;
  static constexpr int32_t kMaxFieldNesting = 3;  // replacement fields within format specs

  struct Bracket {
    uint32_t line;
    uint32_t col;
    char opening;
  };

  // One f- or t-string that is being read. INVARIANT: modes_[mode_count_ - 1] is the innermost.
  struct StringMode {
    bool in_text;  // reading literal text or a format spec; else ordinary tokens of an expression
    bool is_template;
    bool is_raw;
    bool in_format_spec;
    bool in_debug;  // a top-level `=` was seen in the expression
    uint8_t quote_size;
    char quote;
    int32_t brace_depth;               // brackets of all kinds open inside
    int32_t expression_depth;          // replacement fields open inside, -1 for none
    uint32_t start, line, line_start;  // of the opening prefix
  };

  int At(uint32_t i) const {
    return i < size_ ? static_cast<unsigned char>(text_[i]) : (i == size_ && supplies_newline_) ? '\n' : kEnd;
  }
  // Consumes one byte; kEnd consumes nothing. Line ends start the next line.
  int Next() {
    int c = At(pos_);
    if (c == kEnd) return kEnd;
    ++pos_;
    if (c == '\n') EndLine();
    return c;
  }
  void EndLine();  // the byte before pos_ was a newline

  bool Overflow();  // makes room for more tokens, pays for those made; false: a limit was met
  // Inlined everywhere: it is what the lexer does most.
  [[gnu::always_inline]] bool Emit(TokenKind kind, uint32_t begin, uint32_t end, uint32_t line, uint32_t line_start) {
    if (__builtin_expect(count_ == capacity_, 0) && !Overflow()) return false;
    Token& token = tokens_[count_++];
    token = {kind,
             TokenKind::kName,
             static_cast<uint16_t>(level_),
             begin,
             end,
             line,
             begin - line_start,
             line_,
             end - line_start_,
             0};
    return true;
  }
  [[gnu::always_inline]] bool EmitHere(TokenKind kind, uint32_t begin) {
    return Emit(kind, begin, pos_, line_, line_start_);
  }
  bool EmitPlaceless(TokenKind kind);

  // Errors always answer false; done_ is set. The position is the byte before pos_, as CPython has it.
  bool Fail(std::string_view message);
  bool FailRange(std::string_view message, uint32_t first, uint32_t last);  // columns in bytes, from 1
  bool FailKind(LexErrorKind kind);
  bool Limit() {
    limit_ = true;
    return false;
  }

  bool LexLineStart();
  bool MeasureIndent(uint32_t* col, uint32_t* alternate);
  bool FailAtLineEnd(LexErrorKind kind);
  void SkipComment();
  bool LexToken();
  bool LexContinuationLine();
  bool LexWord(uint32_t begin);
  bool LexOperator(uint32_t begin);
  bool CheckIdentifier(uint32_t begin);
  bool OpenBracket(char c);
  bool CloseBracket(char c);
  bool FailBracket(char c, const Bracket* open);
  bool FailControl(int c);
  bool LexEnd();

  bool LexNumber(uint32_t begin);
  bool LexRadixNumber(uint32_t begin, int radix);
  bool LexLeadingZero(uint32_t begin);
  bool LexDecimal(uint32_t begin);
  bool LexFraction(uint32_t begin);
  bool LexExponent(uint32_t begin);
  bool DecimalTail();
  bool EndNumber(uint32_t begin, const char* kind);
  bool CheckNumberEnd(const char* kind);

  bool LexString(uint32_t begin);
  bool FailUnterminated(uint32_t begin, uint32_t first_line, uint32_t first_line_start, bool triple, bool escaped);
  bool LexPrefixedString(uint32_t begin, uint32_t quote_at, bool* is_prefix);
  bool StartMode(uint32_t begin, bool is_template, bool is_raw);
  bool LexModeText();
  bool LexModeMiddle(StringMode& mode);
  bool FailModeUnterminated(StringMode& mode, int c, bool in_spec);
  bool FailFieldNesting(const StringMode& mode);
  bool WarnEscape(int c);

  StringMode* mode() { return mode_count_ == 0 ? nullptr : &modes_[mode_count_ - 1]; }
  static char Letter(const StringMode& mode) { return mode.is_template ? 't' : 'f'; }

  Ast& tree_;
  Arena& arena_;
  Meter& meter_;
  const char* text_;
  uint32_t size_;
  ParseMode mode_;
  bool supplies_newline_;
  bool done_ = false;  // an EndMarker or Error was emitted
  bool limit_ = false;
  bool at_line_start_ = true;
  uint32_t pos_ = 0;
  uint32_t line_ = 0;
  uint32_t line_start_ = 0;

  Token* tokens_ = nullptr;
  uint32_t count_ = 0;
  uint32_t capacity_ = 0;
  uint32_t paid_ = 0;
  uint32_t paid_bytes_ = 0;

  uint32_t level_ = 0;
  uint32_t indent_ = 0;
  uint32_t mode_count_ = 0;
  LexError error_;

  // Left uninitialised: clearing them would cost more than reading a short program.
  Bracket brackets_[kMaxBrackets];
  uint32_t indents_[kMaxIndents];
  uint32_t alternate_indents_[kMaxIndents];
  StringMode modes_[kMaxStringModes];
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_LEXER_STATE_H_
