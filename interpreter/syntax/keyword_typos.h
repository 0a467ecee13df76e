// "Did you mean 'for'?": when CPython prints a plain `invalid syntax`, it tries keywords in the place of the names in
// the line, and says of the first with which the statement could stand that it was meant.
//
// What is tried, and when it counts as better, is CPython's (traceback module, 3.14): the text from the last compound
// statement to the line of the error, at most ten names, three keywords for each. A try is a parse of at most 1,024
// characters, so that all of it is bounded work.
#ifndef GARTER_INTERPRETER_SYNTAX_KEYWORD_TYPOS_H_
#define GARTER_INTERPRETER_SYNTAX_KEYWORD_TYPOS_H_

#include <string_view>

#include "interpreter/base/arena.h"
#include "interpreter/base/meter.h"
#include "interpreter/syntax/parser.h"

namespace garter {

// Changes what is shown of the error (message, text, offsets), not its line. `source` is the text as the tree has it.
// Everything in the arena after this call's results may be dropped by the caller; where the arena is too small there
// is no suggestion. False: the meter's limit was met.
bool FindKeywordTypo(Arena& arena, Meter& meter, std::string_view source, SyntaxError* error);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_KEYWORD_TYPOS_H_
