// The rows of the builtins module, which four files define.
#ifndef GARTER_INTERPRETER_TYPES_FUNCTION_ROWS_H_
#define GARTER_INTERPRETER_TYPES_FUNCTION_ROWS_H_

#include "interpreter/types/builtin.h"
#include "interpreter/vm/vm.h"

namespace garter {

extern const BuiltinRow kIterationFunctions[];  // builtins_iteration.cc
extern const uint32_t kIterationFunctionCount;
extern const BuiltinRow kCodeFunctions[];  // code.cc
extern const uint32_t kCodeFunctionCount;
extern const BuiltinRow kAsyncFunctions[];  // coroutine.cc
extern const uint32_t kAsyncFunctionCount;
extern const BuiltinRow kNumberFunctions[];  // builtins_numbers.cc
extern const uint32_t kNumberFunctionCount;

// A keyword that a kRaw builtin does not know, with CPython's suggestion (vm/bind_builtin.cc).
Step RaiseUnexpectedKeyword(Vm& vm, const BuiltinRow& row, Value name);

// The variables of the Python frame that called: a new dict (PEP 667), or the module's or class's own namespace
// (builtins.cc).
Step LocalsOf(Vm& vm);

// Writes a str as sys.stdout and sys.stderr do; stdout raises UnicodeEncodeError for surrogates (builtins.cc).
Step WriteStr(Vm& vm, Stream stream, Value str);

// id(v): Done(int) (vm/identity.cc).
Step IdentityOf(Vm& vm, Value v);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_FUNCTION_ROWS_H_
