// Generators and what else holds a frame: making one, and delegation to iterators that are no generators.
//
// `yield from` and `await` to what holds a frame are the loop's (SEND, YIELD_FROM); to anything else they are a method of
// the iterator, called by the natives here.
#include "interpreter/types/attributes.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/generator.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/special_calls.h"

namespace garter {
namespace {

// iterator.name, or Unbound where there is none.
Step OptionalMethod(Vm& vm, Native& n, Value iterator, std::string_view name) {
  if (n.failed) {
    // __getattr__ of the program has raised.
    return ExceptionTypeIs(vm, n.input, TypeId::kAttributeError) ? Step::Done(kUnbound) : vm.RaiseObject(n.input);
  }
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
  generator->flags_of = function->aux & Function::kIterableCoroutine ? Generator::kAwaitable : 0;
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

Step GetYieldFromIter(Vm& vm, Value v, bool in_coroutine) {
  if (v.IsObject(Kind::kCoroutine)) {
    if (in_coroutine) return Step::Done(v);
    return vm.Raise(TypeId::kTypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
  }
  return v.IsObject(Kind::kGenerator) ? Step::Done(v) : GetIter(vm, v);
}

// arg 0: an iterator, arg 1: what it is sent.
Step NativeSend(Vm& vm, Native& n) {
  if (n.phase != 0) return Answered(vm, n);
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.arg(1).IsNone()) {
    Value next = LookupSpecial(vm, n.arg(0), Special::k_next);
    if (next.IsUnbound()) return vm.Raise(TypeId::kTypeError, "'%T' object is not an iterator", n.arg(0));
    return CallSpecial(vm, n, 1, next, n.arg(0));
  }
  Value name = vm.NewStrAscii("send");
  if (name.IsUnbound()) return vm.NoRoom();
  Step method = GetAttribute(vm, n.arg(0), name);
  return method.done() ? n.Call(1, method.value, n.arg(1)) : method;
}

// arg 0: an iterator, arg 1: the exception that is thrown into it, or a tuple of what throw() was given.
Step NativeThrow(Vm& vm, Native& n) {
  if (n.phase != 0) return Answered(vm, n);
  Step method = OptionalMethod(vm, n, n.arg(0), "throw");
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
  if (n.phase != 0) return n.failed ? vm.RaiseObject(n.input) : Step::Done(kNone);
  Step method = OptionalMethod(vm, n, n.arg(0), "close");
  if (!method.done()) return method;
  return method.value.IsUnbound() ? Step::Done(kNone) : n.Call(1, method.value);
}

// ---- await ------------------------------------------------------------------------------------------------------------

namespace {

bool IsAwaitedDirectly(Vm& vm, Value v) {
  if (v.IsObject(Kind::kCoroutine)) return true;
  if (v.IsObject(Kind::kGenerator)) return (vm.heap.At<Generator>(v)->flags_of & Generator::kAwaitable) != 0;
  return v.IsObject(Kind::kIterator) &&
         static_cast<IteratorKind>(vm.heap.At<Iterator>(v)->aux) >= IteratorKind::kAsend &&
         static_cast<IteratorKind>(vm.heap.At<Iterator>(v)->aux) != IteratorKind::kCoroutineWrapper;
}

// What __await__ answered has to be an iterator and no coroutine.
Step CheckAwaited(Vm& vm, Value iterator) {
  if (iterator.IsObject(Kind::kCoroutine) || (iterator.IsObject(Kind::kGenerator) && IsAwaitedDirectly(vm, iterator))) {
    return vm.Raise(TypeId::kTypeError, "__await__() returned a coroutine");
  }
  if (IsIterator(iterator) || !LookupSpecial(vm, iterator, Special::k_next).IsUnbound()) return Step::Done(iterator);
  return vm.Raise(TypeId::kTypeError, "__await__() returned non-iterator of type '%T'", iterator);
}

Step RaiseNotAwaitable(Vm& vm, Value v, int context) {
  if (context == 0) return vm.Raise(TypeId::kTypeError, "'%T' object can't be awaited", v);
  return vm.Raise(TypeId::kTypeError, "'async with' received an object from %s that does not implement __await__: %T",
                  context == 1 ? "__aenter__" : "__aexit__", v);
}

}  // namespace

Step GetAwaitable(Vm& vm, Value v, int context) {
  if (IsAwaitedDirectly(vm, v)) {
    if (!v.IsObject(Kind::kCoroutine) || DelegateOf(vm, v).IsNone()) return Step::Done(v);
    return vm.Raise(TypeId::kRuntimeError, "coroutine is being awaited already");
  }
  if (IsUserObject(vm, v)) return NeedsPython();
  return RaiseNotAwaitable(vm, v, context);
}

// arg 0: what is awaited, arg 1: the context of GET_AWAITABLE.
Step NativeAwaitable(Vm& vm, Native& n) {
  if (n.phase != 0) return CheckAwaited(vm, n.input);
  Value method = LookupSpecial(vm, n.arg(0), Special::k_await);
  if (method.IsUnbound()) return RaiseNotAwaitable(vm, n.arg(0), static_cast<int>(n.arg(1).AsSmallInt()));
  return CallSpecial(vm, n, 1, method, n.arg(0));
}

// arg 0: what `async for` goes over.
Step NativeAiter(Vm& vm, Native& n) {
  if (n.phase != 0) {
    if (!LookupSpecial(vm, n.input, Special::k_anext).IsUnbound()) return Step::Done(n.input);
    return vm.Raise(TypeId::kTypeError,
                    "'async for' received an object from __aiter__ that does not implement __anext__: %T", n.input);
  }
  Value method = LookupSpecial(vm, n.arg(0), Special::k_aiter);
  if (method.IsUnbound()) {
    return vm.Raise(TypeId::kTypeError, "'async for' requires an object with __aiter__ method, got %T", n.arg(0));
  }
  return CallSpecial(vm, n, 1, method, n.arg(0));
}

// arg 0: an asynchronous iterator.
Step NativeAnext(Vm& vm, Native& n) {
  if (n.phase == 2) return CheckAwaited(vm, n.input);
  if (n.phase == 1) {
    if (IsAwaitedDirectly(vm, n.input)) return Step::Done(n.input);
    Value method = LookupSpecial(vm, n.input, Special::k_await);
    if (!method.IsUnbound()) return CallSpecial(vm, n, 2, method, n.input);
    Step step = RaiseNotAwaitable(vm, n.input, 0);
    if (step.action != Action::kRaise) return step;
    Value cause = vm.raised;
    step = vm.Raise(TypeId::kTypeError, "'async for' received an invalid object from __anext__: %T", n.input);
    if (step.action != Action::kRaise) return step;
    Exception* error = vm.heap.At<Exception>(vm.raised);
    error->cause = error->context = cause;
    error->aux |= Exception::kSuppressContext;
    return step;
  }
  Value method = LookupSpecial(vm, n.arg(0), Special::k_anext);
  if (method.IsUnbound()) {
    return vm.Raise(TypeId::kTypeError, "'async for' requires an iterator with __anext__ method, got %T", n.arg(0));
  }
  return CallSpecial(vm, n, 1, method, n.arg(0));
}

}  // namespace garter
