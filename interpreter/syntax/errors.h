// Turns a found error into the attributes of CPython's SyntaxError.
#ifndef GARTER_INTERPRETER_SYNTAX_ERRORS_H_
#define GARTER_INTERPRETER_SYNTAX_ERRORS_H_

#include <cstdint>
#include <string_view>

#include "interpreter/syntax/lexer.h"
#include "interpreter/syntax/parser.h"

namespace garter {

// Columns here are what CPython's parser passes on: bytes from 1, or 0 and -1 for "none".
struct ErrorPlace {
  int32_t line;
  int32_t column;
  int32_t end_line;
  int32_t end_column;
};

// `lexed_line` is the line that the tokenizer had reached: up to it the text of a line has no newline.
SyntaxError MakeError(std::string_view text, SyntaxErrorType type, std::string_view message, ErrorPlace place,
                      uint32_t lexed_line);

// An error of the tokenizer, met by the parser.
SyntaxError MakeLexError(const Ast& tree, const LexError& error);

// "'(' was never closed". REQUIRES: error.bracket is not 0.
SyntaxError MakeUnclosed(const Ast& tree, const LexError& error);

// The second pass. REQUIRES: the parser refused the tokens, and raised nothing.
// False: a limit was met.
bool ExplainError(Ast& tree, Meter& meter, const TokenList& tokens, ParseMode mode, ParseResult* result);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_ERRORS_H_
