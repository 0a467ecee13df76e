// How a SyntaxError is shown: file and line, the source line, a caret under the place (traceback module, 3.14).
#ifndef GARTER_INTERPRETER_VM_SYNTAX_DISPLAY_H_
#define GARTER_INTERPRETER_VM_SYNTAX_DISPLAY_H_

#include <string_view>

#include "interpreter/syntax/parser.h"
#include "interpreter/vm/traceback.h"

namespace garter {

constexpr const char* SyntaxErrorTypeName(SyntaxErrorType type) {
  switch (type) {
    case SyntaxErrorType::kSyntaxError:
      return "SyntaxError";
    case SyntaxErrorType::kIndentationError:
      return "IndentationError";
    case SyntaxErrorType::kTabError:
      return "TabError";
    case SyntaxErrorType::kMemoryError:
      return "MemoryError";
    case SyntaxErrorType::kRecursionError:
      return "RecursionError";
  }
  return "SyntaxError";
}

void WriteSyntaxError(const SyntaxError& error, std::string_view filename, Utf8Sink& sink);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_SYNTAX_DISPLAY_H_
