// The escapes of string and bytes literals.
#ifndef GARTER_INTERPRETER_SYNTAX_ESCAPES_H_
#define GARTER_INTERPRETER_SYNTAX_ESCAPES_H_

#include <cstdint>
#include <string_view>

#include "interpreter/syntax/ast.h"

namespace garter {

enum class EscapeStatus : uint8_t {
  kOk,
  kBad,   // `message` is what the SyntaxError says
  kFull,  // the arena is full
};

struct EscapeResult {
  EscapeStatus status = EscapeStatus::kOk;
  std::string_view message;
};

// Decodes `body` into the arena of the tree. Unknown escapes are kept and give a warning for the line on which the
// literal begins. The result is never longer than the body. Linear.
EscapeResult DecodeEscapes(Ast& tree, std::string_view body, bool is_bytes, uint32_t line, TextRef* text);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_ESCAPES_H_
