// Calls: what happens between a window with a callee and arguments, and a frame that runs.
#ifndef GARTER_INTERPRETER_VM_CALL_H_
#define GARTER_INTERPRETER_VM_CALL_H_

#include "interpreter/types/builtin.h"
#include "interpreter/vm/vm.h"

namespace garter {

// One call about to happen. The window lies at the end of the register stack: window[0] callee, window[-3...] arguments.
struct CallSite {
  Value* window;
  uint32_t count;      // arguments, keyword values last
  Value names;         // tuple of the keyword names, or Unbound
  int64_t flags;       // FrameFlags of the callee's frame: how to return
  uint32_t return_pc;  // where a Python caller goes on
};

enum class Called : uint8_t {
  kPython,  // vm.fp and vm.pc are a new Python (or generator) frame
  kThrown,  // likewise, and vm.raised is to be raised there
  kNative,  // `native` is bound and ready to be entered; `row` is its row
  kStop,    // next() of a finished generator
  kDone,    // close() had nothing to do
  kRaise,
  kRaiseAsIs,  // vm.raised has its context already
  kMore,
  kLimit,
  kHost,
};

// Resolves the callee, binds the arguments, pushes the frame. kMore: vm.heap.wanted bytes, nothing was changed that
// calling again would not do again.
Called PrepareCall(Vm& vm, CallSite& site, Native* native, const BuiltinRow** row);

// What is done with a generator (or whatever holds a frame) from the current frame vm.fp: send(value), throw(exception),
// close(). `extent` is the lowest register in use. The first answers kPython or kStop, the others kThrown; kDone: there
// is nothing to close. REQUIRES of throw: the exception is the program's already, with its own context.
Called ResumeGenerator(Vm& vm, Value generator, Value sent, int64_t flags, uint32_t return_pc, Value* extent);
Called ThrowIntoGenerator(Vm& vm, Value generator, Value exception, int64_t flags, uint32_t return_pc, Value* extent);
Called CloseGenerator(Vm& vm, Value generator, int64_t flags, uint32_t return_pc, Value* extent);

// Enters a native, collecting and entering again as often as it answers More. Never answers More.
Step EnterNative(Vm& vm, const BuiltinRow& row, Native& native);

// Writes the header of a native's frame, which from now on is vm.fp.
void PushNativeFrame(Vm& vm, Native& native, uint32_t phase, int64_t flags, uint32_t return_pc);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_CALL_H_
