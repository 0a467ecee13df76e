// The context: the image whose code runs, and the globals that it runs with (INVARIANT (3) of vm.h).
//
// A call whose callee belongs to another context than the caller marks its frame kForeign and enters the callee's; whoever
// leaves such a frame returns to the context of the frame that goes on. Between functions of one module nothing of this
// costs more than a comparison. The vm keeps the context's tables as pointers: those into the span are derived anew after
// each collection.
#ifndef GARTER_INTERPRETER_VM_CONTEXT_H_
#define GARTER_INTERPRETER_VM_CONTEXT_H_

#include "interpreter/heap/references.h"
#include "interpreter/vm/vm.h"

namespace garter {

// The image that a Function, Traceback or Code names.
inline const ProgramImage& ImageAt(const Vm& vm, uint32_t image) {
  return image == 0 ? *vm.program : *ImageIn(vm.heap.At<CodeImage>(image));
}
inline const CodeInfo& CodeOf(const Vm& vm, const Function* function) {
  return ImageAt(vm, function->image).codes[function->code];
}
inline bool IsHidden(const Vm& vm, uint32_t image) {
  return image != 0 && (vm.heap.At<CodeImage>(image)->aux & CodeImage::kHidden) != 0;
}

// From here on code of this image runs with these globals; handles as in Function. vm.pc is the image's first instruction.
void EnterContext(Vm& vm, uint32_t image, uint32_t globals);

// After a foreign frame: the context of the frame vm.fp, or of the nearest Python frame outside of it.
void ReturnToContext(Vm& vm);

// After a collection: the same context where it lies now. vm.pc is the same instruction.
void RefreshContext(Vm& vm);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_CONTEXT_H_
