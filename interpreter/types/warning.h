// Warnings of the running program, as CPython shows them by default: a DeprecationWarning of the main module, once a line.
#ifndef GARTER_INTERPRETER_TYPES_WARNING_H_
#define GARTER_INTERPRETER_TYPES_WARNING_H_

#include <string_view>

#include "interpreter/vm/vm.h"

namespace garter {

// Writes the warning and the line that runs to stderr, unless this line has done so before with the same `key` (below
// 65536), which stands for the text. Done, More or Limit.
Step WarnOnce(Vm& vm, uint32_t key, std::string_view text);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_WARNING_H_
