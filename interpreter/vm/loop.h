// The loop: the only place where Python code runs.
#ifndef GARTER_INTERPRETER_VM_LOOP_H_
#define GARTER_INTERPRETER_VM_LOOP_H_

#include "interpreter/vm/vm.h"

namespace garter {

enum class LoopExit : uint8_t {
  kFinished,  // the module's frame returned
  kUncaught,  // vm.raised is an exception that nobody handled
  kLimit,     // vm.meter.limit says which
  kHostCall,  // vm.host_window: callee and arguments; ResumeLoop goes on with the answer
};

// Runs from vm.fp / vm.pc. REQUIRES: the loop is not running on this Vm; ends the process otherwise (I1).
LoopExit RunLoop(Vm& vm);

// After kHostCall: `answer` is the call's value, or with `raised` the exception that it raises.
LoopExit ResumeLoop(Vm& vm, Value answer, bool raised);

// Makes room on the register stack down to `lowest`. False: objects are in the way (collect, then try again).
bool EnsureStack(Vm& vm, Value* lowest);

// Collects where the run's state is a frame's: vm.fp about to execute vm.pc. False: the memory limit, noted.
bool CollectOrStop(Vm& vm, Value* extent, uint64_t bytes);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_LOOP_H_
