// From the bytes of a file, or the text of a str, to what the lexer reads: UTF-8 with '\n' line ends.
#ifndef GARTER_INTERPRETER_SYNTAX_SOURCE_H_
#define GARTER_INTERPRETER_SYNTAX_SOURCE_H_

#include <string_view>

#include "interpreter/syntax/parser.h"

namespace garter {

enum class SourceStatus : uint8_t { kOk, kError, kLimit };

// `text` is the source itself when nothing had to change, else a copy in the arena.
SourceStatus DecodeSource(Arena& arena, Meter& meter, std::string_view source, const ParseOptions& options,
                          std::string_view* text, SyntaxError* error);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_SOURCE_H_
