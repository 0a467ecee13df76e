// From the tree back to source text, such that parsing it again gives the same tree (positions aside).
#ifndef GARTER_INTERPRETER_SYNTAX_UNPARSE_H_
#define GARTER_INTERPRETER_SYNTAX_UNPARSE_H_

#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/text_writer.h"

namespace garter {

// Parentheses stand only where the grammar needs them. Recursive, for tools only: 400 bytes of native stack a level.
// False: nested more than 10,000 levels, or the arena (scratch memory for long numbers) is full; what was written so
// far is then incomplete.
bool WriteSource(const Ast& tree, WriteText write, void* context);

// The same for one expression.
bool WriteExpression(const Ast& tree, NodeRef expression, WriteText write, void* context);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_UNPARSE_H_
