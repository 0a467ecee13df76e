// Unwinding: context, traceback entries, the search for a handler.
#include "interpreter/vm/unwind.h"

#include "interpreter/vm/frames.h"
#include "interpreter/vm/traceback.h"

namespace garter {

void LinkContext(Vm& vm) {
  if (GARTER_MUTANT(vm, 13, true, vm.handled.IsNone()) || vm.raised == vm.handled) return;
  // When the new exception is already somewhere in the chain of contexts, the chain is cut before it.
  Value at = vm.handled;
  for (;;) {
    Exception* exception = vm.heap.At<Exception>(at);
    if (exception->context.IsNone()) break;
    if (exception->context == vm.raised) {
      exception->context = kNone;
      break;
    }
    at = exception->context;
  }
  Exception* raised = vm.heap.At<Exception>(vm.raised);
  vm.heap.Store(raised, &raised->context, vm.handled);
}

bool AddTraceback(Vm& vm, Value* fp, uint32_t pc) { return AddTracebackTo(vm, vm.raised, fp, pc); }

bool AddTracebackTo(Vm& vm, Value exception, Value* fp, uint32_t pc) {
  if (CodeOf(vm, fp).flags & CodeInfo::kHidden) return true;
  NoteVariables(vm, exception, fp);
  Traceback* entry = vm.heap.New<Traceback>(Kind::kTraceback);
  if (entry == nullptr) return false;
  Exception* raised = vm.heap.At<Exception>(exception);
  entry->code = FunctionOf(vm, fp)->code;
  entry->pc = pc;
  entry->next = raised->traceback;
  vm.heap.Store(raised, &raised->traceback, vm.heap.ValueOf(entry));
  return true;
}

const Handler* FindHandler(Vm& vm, Value* fp, uint32_t pc) {
  const CodeInfo& code = CodeOf(vm, fp);
  const Handler* handler = vm.image->handlers + code.handlers;
  for (uint32_t i = 0; i < code.handler_count; ++i, ++handler) {
    if (pc >= handler->start && pc < handler->end) return handler;
  }
  return nullptr;
}

bool StopIterationToRuntimeError(Vm& vm) {
  Value stop = vm.raised;
  if (vm.heap.At<Exception>(stop)->type != static_cast<uint32_t>(TypeId::kStopIteration)) return true;
  Step step = vm.Raise(TypeId::kRuntimeError, "generator raised StopIteration");
  if (step.action != Action::kRaise) return vm.meter.Stop(LimitKind::kMemory);
  Exception* error = vm.heap.At<Exception>(vm.raised);
  vm.heap.Store(error, &error->cause, stop);
  vm.heap.Store(error, &error->context, stop);
  error->aux |= Exception::kSuppressContext;
  return true;
}

}  // namespace garter
