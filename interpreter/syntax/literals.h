// Constants as Python writes them: repr() of what a literal means.
#ifndef GARTER_INTERPRETER_SYNTAX_LITERALS_H_
#define GARTER_INTERPRETER_SYNTAX_LITERALS_H_

#include "interpreter/base/meter.h"
#include "interpreter/syntax/ast.h"
#include "interpreter/syntax/text_writer.h"

namespace garter {

// repr() of a str given in UTF-8 (surrogates as three bytes) or of bytes; quotes as CPython chooses them.
void WriteStrRepr(std::string_view utf8, TextWriter& out);
void WriteBytesRepr(std::string_view bytes, TextWriter& out);

// repr() of a constant. Ints in another base or beyond 64 bits are converted with scratch memory from the tree's
// arena. False: it is full.
bool WriteConstantRepr(const Ast& tree, const ConstantValue& value, TextWriter& out);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_LITERALS_H_
