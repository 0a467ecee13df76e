// Decimal text to double, correctly rounded (half to even) for every input. Our own, because wasm has no
// std::from_chars for doubles and strtod has a locale.
#ifndef GARTER_INTERPRETER_BASE_FLOAT_PARSE_H_
#define GARTER_INTERPRETER_BASE_FLOAT_PARSE_H_

#include <cstddef>

namespace garter {

// Reads the whole of [text, text + n) as [sign] digits ['.' digits] [('e'|'E') [sign] digits], where one side of the
// point may be empty. No spaces and no underscores: the caller has removed them. What is too large becomes an
// infinity, what is too small a zero, as in CPython. False, and *out untouched, for any other text. Linear in n;
// at most some microseconds beyond that.
bool ParseDouble(const char* text, size_t n, double* out);

// The same, and also "inf", "infinity" and "nan" in any case with an optional sign: what float(str) accepts once
// spaces and underscores are gone.
bool ParseDoubleOrSpecial(const char* text, size_t n, double* out);

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_FLOAT_PARSE_H_
