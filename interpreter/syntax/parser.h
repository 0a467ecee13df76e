// From source text to the abstract syntax tree of Python 3.14, or to CPython's own SyntaxError.
//
// Parse() first runs a hand-written recursive-descent parser that knows no messages; only when that refuses the
// text, a second and slower pass finds out what CPython would say about it. So correct programs pay nothing
// for good errors.
//
// Costs: one unit of fuel for each token and node; memory from the arena alone; native stack at most 256 KiB.
// What is not checked here: everything CPython checks after parsing (`return` outside a function, unbound
// nonlocals, ...): see scopes.h and the compiler.
#ifndef GARTER_INTERPRETER_SYNTAX_PARSER_H_
#define GARTER_INTERPRETER_SYNTAX_PARSER_H_

#include <cstdint>
#include <string_view>

#include "interpreter/base/arena.h"
#include "interpreter/base/meter.h"
#include "interpreter/syntax/ast.h"

namespace garter {

enum class ParseMode : uint8_t {
  kExec,    // a file: the root is a Module
  kEval,    // an expression: Expression
  kSingle,  // one interactive statement: Interactive
};

enum class ParseStatus : uint8_t {
  kOk,
  kError,  // `error` says which exception
  kLimit,  // the meter's limit, or the arena is full (then the meter's limit is kMemory)
};

enum class SyntaxErrorType : uint8_t {
  kSyntaxError,
  kIndentationError,
  kTabError,
  kMemoryError,     // too complex to parse: message alone, no position
  kRecursionError,  // nested too deeply for the stages after the parser: message alone
};

// Everything that the exception's arguments need. Views point into the source, the arena, or static text.
struct SyntaxError {
  static constexpr int32_t kNone = -0x7fffffff;  // the attribute is None
  SyntaxErrorType type = SyntaxErrorType::kSyntaxError;
  std::string_view message;
  int32_t lineno = kNone;
  int32_t offset = kNone;  // in characters, from 1; as CPython may have it: 0 and -1 occur
  int32_t end_lineno = kNone;
  int32_t end_offset = kNone;
  bool has_text = false;   // else it is None
  bool ends_line = false;  // the text attribute is `text` with a '\n' after it
  std::string_view text;   // the line
  // Found by the second pass alone: where the search for misspelt keywords begins (keyword_typos.h). 0: the first line.
  uint32_t statement_line = 0;
};

struct ParseOptions {
  ParseMode mode = ParseMode::kExec;
  // The source is a str of Python (`exec("...")`) or the command line's -c: coding cookies are ignored. Otherwise
  // it is a file's bytes. A str with surrogates is refused with no message of worth: CPython's compile() has raised
  // UnicodeEncodeError before it parses.
  bool from_str = false;
  // Of a file: the name, for the two messages that give it. Empty: the bytes came from elsewhere.
  std::string_view file_name;
};

struct ParseResult {
  ParseStatus status = ParseStatus::kOk;
  Ast tree;
  SyntaxError error;
  // Of an error: the text ended before it could be right or wrong; with more text it may be a program.
  bool is_incomplete = false;
};

// REQUIRES: source.size() < 2^31; the source outlives the tree.
ParseResult Parse(Arena& arena, Meter& meter, std::string_view source, ParseOptions options = {});

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_PARSER_H_
