// The tree as text: what CPython's ast.dump(tree, include_attributes=True) prints, or an indented form to read.
#ifndef GARTER_INTERPRETER_SYNTAX_DUMP_H_
#define GARTER_INTERPRETER_SYNTAX_DUMP_H_

#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/text_writer.h"

namespace garter {

// indent 0: one line, with positions, as the oracle prints it; else indented by so many spaces a level, without them.
// Ends with a newline. Recursive, for tools only: 300 bytes of native stack a level. False: nested more than 20,000
// levels, or the arena (scratch memory for long numbers) is full; what was written so far is then incomplete.
bool WriteDump(const Ast& tree, int indent, WriteText write, void* context);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_DUMP_H_
