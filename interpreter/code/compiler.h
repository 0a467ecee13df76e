// From the tree to a program's image.
//
//   Ast ── scopes.h ──▶ who owns which name ── compile_*.cc ──▶ instructions, constants ──▶ ProgramImage
//
// Every instruction carries the position that CPython's bytecode has for it, and evaluation order is CPython's to the
// last operand, because tracebacks and side effects show both. What does not run yet (features.def) is refused as a
// whole before anything is emitted.
//
// The tree's arena also serves as scratch memory and may be dropped afterwards; the image lies in `output` and refers
// to nothing outside of it. Costs: a unit of fuel for each node and each instruction.
#ifndef GARTER_INTERPRETER_CODE_COMPILER_H_
#define GARTER_INTERPRETER_CODE_COMPILER_H_

#include <string_view>

#include "interpreter/base/arena.h"
#include "interpreter/base/meter.h"
#include "interpreter/code/image.h"
#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/parser.h"

namespace garter {

enum class CompileStatus : uint8_t {
  kOk,           // `image` is complete
  kError,        // `error`, as CPython raises it
  kUnsupported,  // `construct`, `message`, `line`, `column`
  kLimit,        // the meter says which
};

struct CompileResult {
  CompileStatus status = CompileStatus::kOk;
  const ProgramImage* image = nullptr;
  SyntaxError error;
  std::string_view construct;  // "class definitions"
  std::string_view message;    // a sentence: what, where, what to do instead; in the tree's arena
  uint32_t line = 0;           // from 1
  uint32_t column = 0;         // characters, from 1
};

// What the code is made for.
struct CompileTarget {
  // exec, eval, import: the value of an expression is returned. A program's last one is the run's result.
  bool at_run_time = false;
  // Names of the outermost code are looked up in a namespace before the globals: cell 0 of its function, None when the
  // globals are meant themselves.
  bool by_name = false;
};

// Texts of an error live as long as the tree and its source. `mutant` plants a seeded bug (fuzz/mutants.def); 0: none.
CompileResult Compile(Ast& tree, Meter& meter, Arena& output, std::string_view filename, uint32_t mutant = 0,
                      const CompileTarget& target = {});

// Warnings of the tree as CPython prints them to stderr, each with its source line; in the arena. Also useful after an
// error of the parser. False: the arena is full.
bool FormatWarnings(const Ast& tree, std::string_view filename, Arena& arena, std::string_view* text);

// What a node kind is called when it does not run; null when it runs.
const char* UnsupportedConstruct(NodeKind kind);
const char* UnsupportedAdvice(NodeKind kind);

}  // namespace garter

#endif  // GARTER_INTERPRETER_CODE_COMPILER_H_
