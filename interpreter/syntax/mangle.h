// Private names: `__x` in the text of class `C` means `_C__x` (reference 6.2.1, "Private name mangling").
#ifndef GARTER_INTERPRETER_SYNTAX_MANGLE_H_
#define GARTER_INTERPRETER_SYNTAX_MANGLE_H_

#include "interpreter/base/meter.h"
#include "interpreter/syntax/ast.h"

namespace garter {

// The name as the class `cls` (0: none) has it; `name` itself where it is not private. 0: the arena is full.
Identifier Mangled(Ast& tree, Identifier cls, Identifier name);

// Changes the private names of a tree, but those of functions and classes, which keep theirs (`__name__`) and are stored
// under the mangled one. Costs nothing when the text has no private name. False: a limit.
bool MangleNames(Ast& tree, Meter& meter);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_MANGLE_H_
