// Characters by name, for \N{...} in literals.
#ifndef GARTER_INTERPRETER_SYNTAX_UNICODE_NAMES_H_
#define GARTER_INTERPRETER_SYNTAX_UNICODE_NAMES_H_

#include <cstdint>
#include <string_view>

namespace garter {

// The character of that name (in any case), alias included. False: there is none.
bool FindUnicodeName(std::string_view name, uint32_t* code_point);

}  // namespace garter

#endif  // GARTER_INTERPRETER_SYNTAX_UNICODE_NAMES_H_
