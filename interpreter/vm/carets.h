// The source lines of one frame of a traceback, with carets under what the instruction stands for.
#ifndef GARTER_INTERPRETER_VM_CARETS_H_
#define GARTER_INTERPRETER_VM_CARETS_H_

#include "interpreter/base/arena.h"
#include "interpreter/code/image.h"
#include "interpreter/syntax/ast.h"
#include "interpreter/vm/traceback.h"

namespace garter {

// Sees the trees that were parsed to place carets: CPython parses the lines once more too, and says its warnings again.
struct CaretObserver {
  void (*visit)(void* context, const Ast& tree) = nullptr;
  void* context = nullptr;
};

// Writes the lines of `at`, each indented by four. The arena is used and left as it was found; when it is too small,
// lines or carets are left out.
void WriteSourceLines(Arena& arena, std::string_view source, const Location& at, Utf8Sink& sink,
                      CaretObserver observer);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_CARETS_H_
