// Binding of arguments to parameters, with CPython's errors.
#ifndef GARTER_INTERPRETER_VM_BIND_H_
#define GARTER_INTERPRETER_VM_BIND_H_

#include <string_view>

#include "interpreter/vm/call.h"

namespace garter {

// The window's arguments become the first registers of the new frame: positional parameters, keyword-only ones, *args,
// **kwargs. Done, Raise or More (nothing changed). REQUIRES: room for the frame's registers and one more than the
// arguments below it.
Step BindPython(Vm& vm, const CallSite& site, Function* function, const CodeInfo& code);

// The window's arguments become one register for each declared parameter of a row that is not kRaw, Unbound where
// absent. Done, Raise or More (nothing changed). REQUIRES: room.
Step BindBuiltin(Vm& vm, const CallSite& site, const BuiltinRow& row, Value callee);

// Name of the parameter `index` of a row, $self included; and how many leading parameters are positional-only.
std::string_view ParameterName(const BuiltinRow& row, uint32_t index);
uint32_t PositionalOnlyCount(const BuiltinRow& row);  // $self not counted

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_BIND_H_
