// Unwinding: context, traceback entries, the search for a handler.
#ifndef GARTER_INTERPRETER_VM_UNWIND_H_
#define GARTER_INTERPRETER_VM_UNWIND_H_

#include "interpreter/vm/vm.h"

namespace garter {

// vm.raised was raised while `handled` was being handled: that becomes its context, cycles are cut (as CPython does).
void LinkContext(Vm& vm, Value handled);
inline void LinkContext(Vm& vm) { LinkContext(vm, vm.handled); }

// Puts (code, pc) of the frame in front of the traceback of vm.raised. False: no room. Frames of hidden code add none.
bool AddTraceback(Vm& vm, Value* fp, uint32_t pc);

// The same for any exception.
bool AddTracebackTo(Vm& vm, Value exception, Value* fp, uint32_t pc);

// The innermost handler that covers `pc`, or null.
const Handler* FindHandler(Vm& vm, Value* fp, uint32_t pc);

// PEP 479: a StopIteration that leaves what holds a frame becomes a RuntimeError. Done, or More with nothing changed.
Step StopIterationToRuntimeError(Vm& vm, Kind holder);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_UNWIND_H_
