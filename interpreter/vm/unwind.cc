// Unwinding: context, traceback entries, the search for a handler.
#include "interpreter/vm/unwind.h"

#include "interpreter/types/exception.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/traceback.h"

namespace garter {

void LinkContext(Vm& vm, Value handled) {
  if (GARTER_MUTANT(vm, 13, true, handled.IsNone()) || vm.raised == handled) return;
  // When the new exception is already somewhere in the chain of contexts, the chain is cut before it.
  Value at = handled;
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
  vm.heap.Store(raised, &raised->context, handled);
}

bool AddTraceback(Vm& vm, Value* fp, uint32_t pc) { return AddTracebackTo(vm, vm.raised, fp, pc); }

bool AddTracebackTo(Vm& vm, Value exception, Value* fp, uint32_t pc) {
  const Function* function = FunctionOf(vm, fp);
  if ((CodeOf(vm, function).flags & CodeInfo::kHidden) || IsHidden(vm, function->image)) return true;
  NoteVariables(vm, exception, fp);
  Traceback* entry = vm.heap.New<Traceback>(Kind::kTraceback);
  if (entry == nullptr) return false;
  Exception* raised = vm.heap.At<Exception>(exception);
  entry->code = function->code;
  entry->pc = pc;
  entry->image = function->image;
  entry->globals = function->globals;
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

Step StopIterationToRuntimeError(Vm& vm, Kind holder) {
  Value stop = vm.raised;
  TypeId type = ExceptionTypeOf(vm, stop);
  bool is_stop = IsSubtype(type, TypeId::kStopIteration);
  bool is_async_stop = holder == Kind::kAsyncGenerator && IsSubtype(type, TypeId::kStopAsyncIteration);
  if (!is_stop && !is_async_stop) return Step::Done(kNone);
  Step step = vm.Raise(TypeId::kRuntimeError, "%s raised %s",
                       holder == Kind::kGenerator   ? "generator"
                       : holder == Kind::kCoroutine ? "coroutine"
                                                    : "async generator",
                       is_stop ? "StopIteration" : "StopAsyncIteration");
  if (step.action != Action::kRaise) return step;
  Exception* error = vm.heap.At<Exception>(vm.raised);
  vm.heap.Store(error, &error->cause, stop);
  vm.heap.Store(error, &error->context, stop);
  error->aux |= Exception::kSuppressContext;
  return Step::Done(kNone);
}

}  // namespace garter
