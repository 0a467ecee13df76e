// Generators and what else holds a frame: making one, and delegation to iterators that are no generators.
//
// `yield from` and `await` to what holds a frame are the loop's (SEND, YIELD_FROM); to anything else they are a method of
// the iterator, called by the natives here.
#include "interpreter/types/attributes.h"
#include "interpreter/types/exception.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

// iterator.name, or Unbound where there is none.
Step OptionalMethod(Vm& vm, Value iterator, std::string_view name) {
  Value key = vm.NewStrAscii(name);
  if (key.IsUnbound()) return vm.NoRoom();
  Step step = GetAttribute(vm, iterator, key);
  if (step.action != Action::kRaise || !IsSubtype(ExceptionTypeOf(vm, vm.raised), TypeId::kAttributeError)) return step;
  vm.raised = kNone;
  return Step::Done(kUnbound);
}

// What a method of the iterator answered or raised: StopIteration is its end.
Step Answered(Vm& vm, Native& n) {
  if (!n.failed) return n.stopped ? Step::Stop(n.input) : Step::Done(n.input);
  if (!IsSubtype(ExceptionTypeOf(vm, n.input), TypeId::kStopIteration)) return vm.RaiseObject(n.input);
  return Step::Stop(FieldValue(vm, n.input, FindField(TypeId::kStopIteration, "value")));
}

}  // namespace

Step MakeGenerator(Vm& vm, Value* fp, uint32_t resume_pc) {
  const CodeInfo& code = CodeOf(vm, fp);
  uint32_t registers = code.register_count;
  Kind kind = (code.flags & CodeInfo::kCoroutine)        ? Kind::kCoroutine
              : (code.flags & CodeInfo::kAsyncGenerator) ? Kind::kAsyncGenerator
                                                         : Kind::kGenerator;
  Generator* generator = vm.heap.Allocate<Generator>(kind, sizeof(Generator) + (uint64_t{registers} + kFrameHeader) * 8,
                                                     static_cast<uint16_t>(GeneratorState::kCreated));
  if (generator == nullptr) return vm.NoRoom();
  Function* function = FunctionOf(vm, fp);
  generator->code = function->code;
  generator->resume_pc = resume_pc;
  generator->register_count = registers;
  generator->flags_of = 0;
  generator->function = fp[3];
  generator->names = generator->caller = generator->stack_base = kUnbound;
  generator->handled = generator->outer_handled = kNone;
  Value* frame = generator->frame();
  for (uint32_t k = 0; k < registers; ++k) {
    frame[-static_cast<int64_t>(k)] = k < code.local_count ? fp[-static_cast<int64_t>(k)] : kUnbound;
  }
  Value self = vm.heap.ValueOf(generator);
  frame[1] = frame[2] = Value::SmallInt(0);
  frame[3] = self;
  if (function->attributes != 0) {
    // It is named as the function is now.
    Value pair[2] = {GetOwnAttribute(vm, fp[3], "__name__"), GetOwnAttribute(vm, fp[3], "__qualname__")};
    if (pair[0].IsUnbound()) pair[0] = vm.constants[code.name];
    if (pair[1].IsUnbound()) pair[1] = vm.constants[code.qualified_name];
    generator->names = vm.NewTuple(pair, 2);
    if (generator->names.IsUnbound()) return vm.NoRoom();
  }
  return Step::Done(self);
}

Step GetYieldFromIter(Vm& vm, Value v) { return v.IsObject(Kind::kGenerator) ? Step::Done(v) : GetIter(vm, v); }

// arg 0: an iterator, arg 1: what it is sent.
Step NativeSend(Vm& vm, Native& n) {
  if (n.phase != 0) return Answered(vm, n);
  Value name = vm.NewStrAscii("send");
  if (name.IsUnbound()) return vm.NoRoom();
  Step method = GetAttribute(vm, n.arg(0), name);
  return method.done() ? n.Call(1, method.value, n.arg(1)) : method;
}

// arg 0: an iterator, arg 1: the exception that is thrown into it, or a tuple of what throw() was given.
Step NativeThrow(Vm& vm, Native& n) {
  if (n.phase != 0) return Answered(vm, n);
  Step method = OptionalMethod(vm, n.arg(0), "throw");
  if (!method.done()) return method;
  if (method.value.IsUnbound()) return Step::Stop(kThrowHere);
  if (!n.arg(1).IsObject(Kind::kTuple)) return n.Call(1, method.value, n.arg(1));
  const Tuple* given = vm.heap.At<Tuple>(n.arg(1));
  const Value* items = given->items();
  if (given->count == 1) return n.Call(1, method.value, items[0]);
  if (given->count == 2) return n.Call(1, method.value, items[0], items[1]);
  return n.Call(1, method.value, items[0], items[1], items[2]);
}

// arg 0: an iterator.
Step NativeClose(Vm& vm, Native& n) {
  if (n.phase != 0) return Step::Done(kNone);
  Step method = OptionalMethod(vm, n.arg(0), "close");
  if (!method.done()) return method;
  return method.value.IsUnbound() ? Step::Done(kNone) : n.Call(1, method.value);
}

}  // namespace garter
