// What CPython says of a text that is not Python.
#include "interpreter/syntax/errors.h"

namespace garter {

bool ExplainError(Ast& tree, Meter& meter, const TokenList& tokens, ParseMode, SyntaxError* error) {
  if (!meter.Charge(tokens.count)) return false;
  if (tokens.error.kind != LexErrorKind::kNone) {
    *error = MakeLexError(tree, tokens.error);
    return true;
  }
  *error = MakeError(tree.text(), SyntaxErrorType::kSyntaxError, "invalid syntax", {1, 1, 1, 1}, 1);
  return true;
}

}  // namespace garter
