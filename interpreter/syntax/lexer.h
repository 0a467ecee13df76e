// From text to tokens: the whole of Python 3.14's tokenizer.
//
// All tokens are made at once, into one array in the arena, so that looking ahead is free and a second pass over
// them (for error messages) costs nothing. A lexical error does not stop the parser at once either: it becomes an
// Error token, the last of the array, which the parser meets in its turn or which the error pass prefers, just as
// CPython does.
//
// The text must be UTF-8 with '\n' line ends and no NULs (see source.h). F- and t-strings are lexed into start,
// middle and end tokens with ordinary tokens between, by a stack of modes; nothing here recurses.
#ifndef GARTER_INTERPRETER_SYNTAX_LEXER_H_
#define GARTER_INTERPRETER_SYNTAX_LEXER_H_

#include <cstdint>
#include <string_view>

#include "interpreter/base/arena.h"
#include "interpreter/base/meter.h"
#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/parser.h"

namespace garter {

enum class TokenKind : uint8_t {
#define GARTER_TOKEN(name, text) k##name,
#include "interpreter/syntax/tokens.def"
#define GARTER_OPERATOR_TOKEN(name, text) k##name,
#include "interpreter/syntax/tokens.def"
#define GARTER_KEYWORD(name, text) k##name##Keyword,
#include "interpreter/syntax/tokens.def"
#define GARTER_SOFT_KEYWORD(name, text) k##name##Soft,
#include "interpreter/syntax/tokens.def"
  kCount,
};

// The spelling of an operator or keyword, else the description of the kind.
const char* TokenText(TokenKind kind);

struct Token {
  static constexpr uint32_t kNoColumn = 0xffffffffu;
  TokenKind kind;
  TokenKind soft;  // of a Name: the soft keyword that it spells, else kName
  uint16_t level;  // open brackets after this token
  uint32_t begin;  // offsets in the text
  uint32_t end;
  uint32_t line;  // from 1
  uint32_t col;   // in bytes; kNoColumn for Indent, Dedent, EndMarker: they have no place of their own,
  uint32_t end_line;
  uint32_t end_col;  // and then this is where in its line the lexer stood
  uint32_t hash;     // of a Name: what NameTable::Intern wants
};
static_assert(sizeof(Token) == 32);

inline constexpr uint32_t kMaxIndents = 100;
inline constexpr uint32_t kMaxBrackets = 200;
inline constexpr uint32_t kMaxStringModes = 150;

enum class LexErrorKind : uint8_t {
  kNone,
  kRaised,     // has its message; wins over the parser's errors
  kEndOfFile,  // inside brackets, or after a backslash
  kTabs,
  kTooDeep,
  kDedent,
  kLineContinuation,
};

struct LexError {
  LexErrorKind kind = LexErrorKind::kNone;
  std::string_view message;
  uint32_t line = 0;
  int32_t offset = 0;  // kRaised: in characters, from 1
  int32_t end_offset = 0;
  uint32_t at = 0;  // where the lexer stood, an offset in the text
  uint32_t line_start = 0;
  bool in_string = false;  // inside an f- or t-string
  bool at_end = false;     // a string ran to the end of the text; with more text it may be right
  // The innermost open bracket, 0 for none.
  char bracket = 0;
  uint32_t bracket_line = 0;
  uint32_t bracket_col = 0;
};

struct TokenList {
  const Token* tokens = nullptr;
  uint32_t count = 0;
  LexError error;
};

// Reads the whole text. A missing newline at the end is supplied, except in eval mode.
// False: a limit was met (the meter says which).
bool Lex(Ast& tree, Meter& meter, ParseMode mode, TokenList* out);

// The hash that NameTable uses and that Name tokens carry.
uint32_t HashName(std::string_view text);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_LEXER_H_
