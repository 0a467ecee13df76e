// Frames: reading the words of vm.h's picture, walking from a frame to its caller.
#ifndef GARTER_INTERPRETER_VM_FRAMES_H_
#define GARTER_INTERPRETER_VM_FRAMES_H_

#include "interpreter/types/builtin.h"
#include "interpreter/vm/context.h"
#include "interpreter/vm/vm.h"

namespace garter {

inline int64_t FlagsOf(const Value* fp) { return fp[1].AsSmallInt(); }
inline bool IsNativeFrame(const Value* fp) { return (FlagsOf(fp) & FrameFlags::kNative) != 0; }
inline bool IsGeneratorFrame(const Value* fp) { return (FlagsOf(fp) & FrameFlags::kGenerator) != 0; }
inline uint32_t ReturnPc(const Value* fp) { return static_cast<uint32_t>(fp[2].AsSmallInt() & FrameLink::kPcMask); }
inline Value MakeLink(uint32_t return_pc, int64_t distance) {
  return Value::SmallInt(static_cast<int64_t>(return_pc) | distance << FrameLink::kPcBits);
}

// The function whose cells and names the frame uses. REQUIRES: not a native's frame.
inline Function* FunctionOf(Vm& vm, const Value* fp) {
  Value callee = fp[3];
  if (!callee.IsObject(Kind::kFunction)) callee = vm.heap.At<Generator>(callee)->function;
  return vm.heap.At<Function>(callee);
}

// How messages name what holds a frame.
inline const char* NameOfHolder(Kind kind) {
  return kind == Kind::kGenerator ? "generator" : kind == Kind::kCoroutine ? "coroutine" : "async generator";
}

// The caller's fp. REQUIRES: not the entry frame.
inline Value* CallerOf(Vm& vm, Value* fp) {
  int64_t flags = FlagsOf(fp);
  if (flags & FrameFlags::kFromGenerator) return vm.heap.At<Generator>(fp[4])->frame();
  if (flags & FrameFlags::kGenerator) {
    Value caller = vm.heap.At<Generator>(fp[3])->caller;
    if (caller.IsObject()) return vm.heap.At<Generator>(caller)->frame();
    return reinterpret_cast<Value*>(vm.span_end() - caller.AsSmallInt());
  }
  return fp + (fp[2].AsSmallInt() >> FrameLink::kPcBits);
}

// Number of arguments and slots of a native's frame.
inline uint32_t NativeCount(const Value* fp) {
  return static_cast<uint32_t>(FlagsOf(fp) >> FrameFlags::kCountShift) & 0xFFFF;
}
inline uint32_t NativePhase(const Value* fp) {
  return static_cast<uint32_t>(FlagsOf(fp) >> FrameFlags::kPhaseShift) & 0xFF;
}

// The code that an instruction belongs to.
inline const CodeInfo& CodeAt(const ProgramImage& image, uint32_t pc) {
  uint32_t low = 0, high = image.code_count;
  // Codes lie one after another but not in the order of their numbers, when inner ones are emitted first.
  for (uint32_t i = low; i < high; ++i) {
    if (pc >= image.codes[i].entry && pc < image.codes[i].end) return image.codes[i];
  }
  CHECK(false);
  __builtin_unreachable();
}

inline const CodeInfo& CodeOf(Vm& vm, const Value* fp) { return CodeOf(vm, FunctionOf(vm, fp)); }

// Pops the Python frame vm.fp: vm.fp is its caller, whose context is back. Answers the flags that the frame had.
// REQUIRES: not the entry frame.
int64_t LeaveFrame(Vm& vm);

// The lowest register in use by a frame that is about to run the instruction at `pc`.
inline Value* ExtentAt(Vm& vm, Value* fp, uint32_t pc) {
  if (IsGeneratorFrame(fp)) {
    return reinterpret_cast<Value*>(vm.span_end() - vm.heap.At<Generator>(fp[3])->stack_base.AsSmallInt());
  }
  return fp - vm.image->live[pc] + 1;
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_FRAMES_H_
