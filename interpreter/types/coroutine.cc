// coroutine and async_generator objects, and what is awaited to run them: coroutine.__await__(), agen.asend(), athrow(),
// aclose(), anext(iterator, default).
//
// An asynchronous generator is resumed by its awaitables alone. A YIELD of its body ends the awaitable that resumed it,
// with the value; a YIELD_FROM, an await inside, hands the value on to whoever drives the awaitable.
#include "interpreter/types/exception.h"
#include "interpreter/types/function_rows.h"
#include "interpreter/types/generator.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/special_calls.h"

namespace garter {
namespace {

enum AwaitState : int64_t { kInitial, kIterating, kClosed };

Step RaiseEmpty(Vm& vm, TypeId type) { return RaiseStatement(vm, TypeValue(type), kUnbound); }

Iterator* IteratorAt(Vm& vm, Native& n) { return vm.heap.At<Iterator>(n.arg(0)); }
bool IsAclose(const Iterator* it) { return static_cast<IteratorKind>(it->aux) == IteratorKind::kAclose; }
bool IsAsend(const Iterator* it) { return static_cast<IteratorKind>(it->aux) == IteratorKind::kAsend; }

// It is over: neither it nor anything that awaits it runs the generator any more.
void Release(Iterator* it, Generator* generator) {
  it->index = kClosed;
  generator->flags_of &= ~Generator::kAsyncRunning;
}

bool EndsGenerator(Vm& vm, Value exception) {
  return ExceptionTypeIs(vm, exception, TypeId::kStopAsyncIteration) ||
         ExceptionTypeIs(vm, exception, TypeId::kGeneratorExit);
}

// What came of resuming the generator: a value that it yields ends the awaitable.
Step Outcome(Vm& vm, Native& n) {
  Iterator* it = IteratorAt(vm, n);
  Generator* generator = vm.heap.At<Generator>(it->source);
  bool closing = IsAclose(it);
  if (n.failed) {
    Release(it, generator);
    if (!EndsGenerator(vm, n.input)) return vm.RaiseObject(n.input);
    if (closing) return Step::Stop();
    generator->flags_of |= Generator::kAsyncClosed;
    return vm.RaiseObject(n.input);
  }
  if (n.stopped) {
    Step step = closing ? Step::Stop() : RaiseEmpty(vm, TypeId::kStopAsyncIteration);
    if (step.action == Action::kMore) return step;
    Release(it, generator);
    if (!closing) generator->flags_of |= Generator::kAsyncClosed;
    return step;
  }
  bool awaits = StandsAt(vm, generator).opcode() == Opcode::kYIELD_FROM;
  if (awaits) return Step::Done(n.input);
  Step step = closing ? vm.Raise(TypeId::kRuntimeError, "async generator ignored GeneratorExit") : Step::Stop(n.input);
  if (step.action != Action::kMore) Release(it, generator);
  return step;
}

Step RaiseReused(Vm& vm, const Iterator* it) {
  return vm.Raise(TypeId::kRuntimeError, IsAsend(it) ? "cannot reuse already awaited __anext__()/asend()"
                                                     : "cannot reuse already awaited aclose()/athrow()");
}

Step CheckNotRunning(Vm& vm, Iterator* it, const Generator* generator) {
  if ((generator->flags_of & Generator::kAsyncRunning) == 0) return Step::Done(kNone);
  const char* name = IsAsend(it) ? "anext" : IsAclose(it) ? "aclose" : "athrow";
  Step step = vm.Raise(TypeId::kRuntimeError, "%s(): asynchronous generator is already running", name);
  if (step.action == Action::kRaise) it->index = kClosed;
  return step;
}

Step SendToAsend(Vm& vm, Native& n, Value sent) {
  if (n.phase != 0) return Outcome(vm, n);
  Iterator* it = IteratorAt(vm, n);
  Generator* generator = vm.heap.At<Generator>(it->source);
  if (it->index == kClosed) return RaiseReused(vm, it);
  if (it->index == kInitial) {
    Step step = CheckNotRunning(vm, it, generator);
    if (!step.done()) return step;
    if (sent.IsNone()) sent = it->second;
    it->index = kIterating;
  }
  generator->flags_of |= Generator::kAsyncRunning;
  return n.Call(kAnswered, Native::kSendCallable, it->source, sent);
}

Value NewGeneratorExit(Vm& vm) {
  Value args = vm.EmptyTuple();
  return args.IsUnbound() ? kUnbound : vm.NewException(TypeId::kGeneratorExit, args);
}

// What athrow() was given, laid out in the slots of the native, downwards.
ThrowRequest RequestOf(Vm& vm, Native& n) {
  const Tuple* given = vm.heap.At<Tuple>(IteratorAt(vm, n)->second);
  for (uint32_t k = 0; k < given->count; ++k) n.slot(k) = given->items()[k];
  return {&n.slot(0), given->count};
}

// The first send() of athrow() and aclose() throws.
Step BeginAthrow(Vm& vm, Native& n, Value sent) {
  Iterator* it = IteratorAt(vm, n);
  Generator* generator = vm.heap.At<Generator>(it->source);
  Step step = CheckNotRunning(vm, it, generator);
  if (!step.done()) return step;
  if (generator->flags_of & Generator::kAsyncClosed) {
    step = RaiseEmpty(vm, TypeId::kStopAsyncIteration);
    if (step.action == Action::kRaise) it->index = kClosed;
    return step;
  }
  if (!sent.IsNone()) {
    return vm.Raise(TypeId::kRuntimeError, "can't send non-None value to a just-started coroutine");
  }
  Value exit = IsAclose(it) ? NewGeneratorExit(vm) : kNone;
  if (exit.IsUnbound()) return vm.NoRoom();
  it->index = kIterating;
  generator->flags_of |= Generator::kAsyncRunning;
  if (!IsAclose(it)) return Step::Done(kNone);
  generator->flags_of |= Generator::kAsyncClosed;
  return n.Call(kAnswered, Native::kAthrowCallable, it->source, exit);
}

Step SendToAthrow(Vm& vm, Native& n, Value sent) {
  if (n.phase == kAnswered || n.failed) return Outcome(vm, n);
  Iterator* it = IteratorAt(vm, n);
  Step exception = Step::Done(kUnbound);
  if (n.phase == 0) {
    if (it->index == kClosed) return RaiseReused(vm, it);
    if (vm.heap.At<Generator>(it->source)->state() == GeneratorState::kFinished) {
      it->index = kClosed;
      return Step::Stop();
    }
    if (it->index == kIterating) return n.Call(kAnswered, Native::kSendCallable, it->source, sent);
    exception = BeginAthrow(vm, n, sent);
    if (!exception.done()) return exception;
    exception = ThrownException(vm, n, RequestOf(vm, n));
    if (exception.action == Action::kRaise) Release(it, vm.heap.At<Generator>(it->source));
    if (exception.action == Action::kMore) {
      Release(it, vm.heap.At<Generator>(it->source));
      it->index = kInitial;
    }
    if (!exception.done()) return exception;
  }
  return Throw(vm, n, RequestOf(vm, n), Native::kAthrowCallable, it->source, exception.value);
}

// ---- anext(iterator, default) -----------------------------------------------------------------------------------------

enum DefaultPhase : uint32_t { kAnsweredBySource = 3, kFoundIterator = 4 };

Step SendToDefault(Vm& vm, Native& n, Value sent) {
  Iterator* it = IteratorAt(vm, n);
  if (n.failed) {
    bool ends = n.phase == kAnsweredBySource && ExceptionTypeIs(vm, n.input, TypeId::kStopAsyncIteration);
    return ends ? Step::Stop(it->third) : vm.RaiseObject(n.input);
  }
  if (n.phase == kAnsweredBySource) return AnswerOf(n);
  if (n.phase == kFoundIterator) {
    vm.heap.Store(it, &it->second, n.input);
  } else if (it->second.IsNone()) {
    Step step = GetAwaitable(vm, it->source, 0);
    if (step.action == Action::kCall) {
      return n.Call(kFoundIterator, InternalValue(Internal::kAwaitable), it->source, Value::SmallInt(0));
    }
    if (!step.done()) return step;
    vm.heap.Store(it, &it->second, step.value);
  }
  if (HoldsFrame(it->second)) return n.Call(kAnsweredBySource, Native::kSendCallable, it->second, sent);
  return n.Call(kAnsweredBySource, InternalValue(Internal::kSend), it->second, sent);
}

Step ThrowToDefault(Vm& vm, Native& n) {
  Iterator* it = IteratorAt(vm, n);
  if (n.failed) {
    bool ends = ExceptionTypeIs(vm, n.input, TypeId::kStopAsyncIteration);
    return ends ? Step::Stop(it->third) : vm.RaiseObject(n.input);
  }
  if (n.phase == kAnsweredBySource) return AnswerOf(n);
  Value target = it->second.IsNone() ? it->source : it->second;
  Value name = vm.NewStrAscii("throw");
  if (name.IsUnbound()) return vm.NoRoom();
  Step method = GetAttribute(vm, target, name);
  if (!method.done()) return method;
  return CallWith(vm, n, kAnsweredBySource, method.value, n.argument_count - 1, kUnbound,
                  [&](uint32_t k) { return n.arg(k + 1); });
}

Step CloseDefault(Vm& vm, Native& n) {
  Iterator* it = IteratorAt(vm, n);
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kAnsweredBySource) return Step::Done(n.input);
  Value target = it->second.IsNone() ? it->source : it->second;
  Value name = vm.NewStrAscii("close");
  if (name.IsUnbound()) return vm.NoRoom();
  Step method = GetAttribute(vm, target, name);
  return method.done() ? n.Call(kAnsweredBySource, method.value) : method;
}

// ---- methods of all awaitables ----------------------------------------------------------------------------------------

Step Self(Vm&, Native& n) { return Step::Done(n.arg(0)); }
Step AwaitableNext(Vm& vm, Native& n) { return AwaitableStep(vm, n, kNone); }
Step AwaitableSend(Vm& vm, Native& n) { return AwaitableStep(vm, n, n.arg(1)); }

// Readies asend(), athrow() or aclose() for throw() and close().
Step Begin(Vm& vm, Iterator* it) {
  Generator* generator = vm.heap.At<Generator>(it->source);
  if (it->index == kClosed) return RaiseReused(vm, it);
  if (it->index == kInitial) {
    Step step = CheckNotRunning(vm, it, generator);
    if (!step.done()) return step;
    it->index = kIterating;
  }
  generator->flags_of |= Generator::kAsyncRunning;
  return Step::Done(kNone);
}

Step AwaitableThrow(Vm& vm, Native& n) {
  Iterator* it = IteratorAt(vm, n);
  auto kind = static_cast<IteratorKind>(it->aux);
  if (kind == IteratorKind::kAnextDefault) return ThrowToDefault(vm, n);
  bool wraps = kind == IteratorKind::kCoroutineWrapper;
  if (n.failed) return wraps ? vm.RaiseObject(n.input) : Outcome(vm, n);
  if (n.phase == kAnswered) return wraps ? AnswerOf(n) : Outcome(vm, n);
  ThrowRequest request = {&n.arg(0) - 1, n.argument_count - 1};
  Step exception = Step::Done(kUnbound);
  if (n.phase == 0) {
    exception = ThrowArguments(vm, n, "throw", &request);
    if (!exception.done()) return exception;
    AwaitState before = static_cast<AwaitState>(it->index);
    if (!wraps) {
      exception = Begin(vm, it);
      if (!exception.done()) return exception;
    }
    exception = ThrownException(vm, n, request);
    if (!wraps && !exception.done() && exception.action != Action::kCall) {
      Release(it, vm.heap.At<Generator>(it->source));
      if (exception.action == Action::kMore) it->index = before;
    }
    if (!exception.done()) return exception;
  }
  return Throw(vm, n, request, Native::kThrowCallable, it->source, exception.value);
}

Step AwaitableClose(Vm& vm, Native& n) {
  Iterator* it = IteratorAt(vm, n);
  auto kind = static_cast<IteratorKind>(it->aux);
  if (kind == IteratorKind::kAnextDefault) return CloseDefault(vm, n);
  if (kind == IteratorKind::kCoroutineWrapper) {
    if (n.failed) return vm.RaiseObject(n.input);
    return n.phase == 0 ? n.Call(kAnswered, Native::kCloseCallable, it->source) : Step::Done(n.input);
  }
  if (n.phase == 0) {
    if (it->index == kClosed) return Step::Done(kNone);
    Value exit = NewGeneratorExit(vm);
    if (exit.IsUnbound()) return vm.NoRoom();
    Step step = Begin(vm, it);
    return step.done() ? n.Call(kAnswered, Native::kThrowCallable, it->source, exit) : step;
  }
  Step step = Outcome(vm, n);
  if (step.action == Action::kStop) return Step::Done(kNone);
  if (step.action == Action::kRaise && EndsGenerator(vm, vm.raised)) {
    vm.raised = kNone;
    return Step::Done(kNone);
  }
  return step.done() ? vm.Raise(TypeId::kRuntimeError, "coroutine ignored GeneratorExit") : step;
}

constexpr BuiltinRow kAwaitableRows[] = {
    {"__await__", "($self, /)", Self, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", Self, 0, BuiltinRow::kSlotWrapper},
    {"__next__", "($self, /)", AwaitableNext, 3, BuiltinRow::kSlotWrapper | BuiltinRow::kCatches},
    {"send", "($self, value, /)", AwaitableSend, 3, BuiltinRow::kCatches},
    {"throw", "($self, type, value=None, traceback=None, /)", AwaitableThrow, 3,
     BuiltinRow::kRaw | BuiltinRow::kCatches},
    {"close", "($self, /)", AwaitableClose, 0, BuiltinRow::kCatches},
};
constexpr uint32_t kAwaitableRowCount = sizeof(kAwaitableRows) / sizeof(kAwaitableRows[0]);

// ---- coroutines -------------------------------------------------------------------------------------------------------

Step Made(Vm& vm, Value v) { return v.IsUnbound() ? vm.NoRoom() : Step::Done(v); }

Step CoroutineAwait(Vm& vm, Native& n) {
  return Made(vm, NewIterator(vm, IteratorKind::kCoroutineWrapper, n.arg(0), kInitial, kNone, kNone));
}
Step CoroutineOrigin(Vm&, Native&) { return Step::Done(kNone); }

constexpr BuiltinRow kCoroutineRows[] = {
    {"__await__", "($self, /)", CoroutineAwait, 0, BuiltinRow::kSlotWrapper},
    {"send", "($self, value, /)", SendToGenerator},
    {"throw", "($self, type, value=None, traceback=None, /)", ThrowToGenerator, 0, BuiltinRow::kRaw},
    {"close", "($self, /)", CloseGenerator},
    {"cr_frame", "($self)", FrameOfGenerator, 0, BuiltinRow::kGetter},
    {"cr_code", "($self)", CodeOfGenerator, 0, BuiltinRow::kGetter},
    {"cr_running", "($self)", IsRunningGenerator, 0, BuiltinRow::kGetter},
    {"cr_suspended", "($self)", IsSuspendedGenerator, 0, BuiltinRow::kGetter},
    {"cr_await", "($self)", DelegateOfGenerator, 0, BuiltinRow::kGetter},
    {"cr_origin", "($self)", CoroutineOrigin, 0, BuiltinRow::kGetter},
    {"__name__", "($self)", NameOfGenerator, 0, BuiltinRow::kGetter},
    {"__qualname__", "($self)", QualifiedNameOfGenerator, 0, BuiltinRow::kGetter},
};

// ---- asynchronous generators ------------------------------------------------------------------------------------------

Step AsyncNext(Vm& vm, Native& n) { return NewAsend(vm, n.arg(0), kNone); }
Step AsyncSend(Vm& vm, Native& n) { return NewAsend(vm, n.arg(0), n.arg(1)); }
Step AsyncThrow(Vm& vm, Native& n) {
  ThrowRequest request;
  Step step = ThrowArguments(vm, n, "athrow", &request);
  if (!step.done()) return step;
  Value given = vm.NewTuple(request.first, request.given, true);
  if (given.IsUnbound()) return vm.NoRoom();
  return Made(vm, NewIterator(vm, IteratorKind::kAthrow, n.arg(0), kInitial, given, kNone));
}
Step AsyncClose(Vm& vm, Native& n) {
  return Made(vm, NewIterator(vm, IteratorKind::kAclose, n.arg(0), kInitial, kNone, kNone));
}
Step IsAsyncRunning(Vm& vm, Native& n) {
  return Step::Done(Value::Bool((GeneratorOf(vm, n.arg(0))->flags_of & Generator::kAsyncRunning) != 0));
}

constexpr BuiltinRow kAsyncGeneratorRows[] = {
    {"__aiter__", "($self, /)", Self, 0, BuiltinRow::kSlotWrapper},
    {"__anext__", "($self, /)", AsyncNext, 0, BuiltinRow::kSlotWrapper},
    {"asend", "($self, value, /)", AsyncSend},
    {"athrow", "($self, type, value=None, traceback=None, /)", AsyncThrow, 0, BuiltinRow::kRaw},
    {"aclose", "($self, /)", AsyncClose},
    {"ag_frame", "($self)", FrameOfGenerator, 0, BuiltinRow::kGetter},
    {"ag_code", "($self)", CodeOfGenerator, 0, BuiltinRow::kGetter},
    {"ag_running", "($self)", IsAsyncRunning, 0, BuiltinRow::kGetter},
    {"ag_suspended", "($self)", IsSuspendedGenerator, 0, BuiltinRow::kGetter},
    {"ag_await", "($self)", DelegateOfGenerator, 0, BuiltinRow::kGetter},
    {"__name__", "($self)", NameOfGenerator, 0, BuiltinRow::kGetter},
    {"__qualname__", "($self)", QualifiedNameOfGenerator, 0, BuiltinRow::kGetter},
};

// ---- functions --------------------------------------------------------------------------------------------------------

Step Aiter(Vm& vm, Native& n) {
  Value v = n.arg(0);
  if (n.phase != 0) {
    if (!LookupSpecial(vm, n.input, Special::k_anext).IsUnbound()) return Step::Done(n.input);
    return vm.Raise(TypeId::kTypeError, "aiter() returned not an async iterator of type '%T'", n.input);
  }
  Value method = LookupSpecial(vm, v, Special::k_aiter);
  if (method.IsUnbound()) return vm.Raise(TypeId::kTypeError, "'%T' object is not an async iterable", v);
  return CallSpecial(vm, n, 1, method, v);
}

Step Anext(Vm& vm, Native& n) {
  Value v = n.arg(0), awaitable = n.input;
  if (n.phase == 0) {
    Value method = LookupSpecial(vm, v, Special::k_anext);
    if (method.IsUnbound()) return vm.Raise(TypeId::kTypeError, "'%T' object is not an async iterator", v);
    return CallSpecial(vm, n, 1, method, v);
  }
  if (!n.has(1)) return Step::Done(awaitable);
  return Made(vm, NewIterator(vm, IteratorKind::kAnextDefault, awaitable, kInitial, kNone, n.arg(1)));
}

}  // namespace

Step NewAsend(Vm& vm, Value generator, Value sent) {
  return Made(vm, NewIterator(vm, IteratorKind::kAsend, generator, kInitial, sent, kNone));
}

Step AwaitableStep(Vm& vm, Native& n, Value sent) {
  switch (static_cast<IteratorKind>(IteratorAt(vm, n)->aux)) {
    case IteratorKind::kAsend:
      return SendToAsend(vm, n, sent);
    case IteratorKind::kAthrow:
    case IteratorKind::kAclose:
      return SendToAthrow(vm, n, sent);
    case IteratorKind::kAnextDefault:
      return SendToDefault(vm, n, sent);
    default:
      if (n.failed) return vm.RaiseObject(n.input);
      if (n.phase != 0) return AnswerOf(n);
      return n.Call(kAnswered, Native::kSendCallable, IteratorAt(vm, n)->source, sent);
  }
}

const TypeTable kAwaitableTable = {kAwaitableRows, kAwaitableRowCount, nullptr};
const TypeTable kCoroutineWrapperTable = {kAwaitableRows + 1, kAwaitableRowCount - 1, nullptr};
const TypeTable kCoroutineTable = {kCoroutineRows, sizeof(kCoroutineRows) / sizeof(kCoroutineRows[0]), nullptr};
const TypeTable kAsyncGeneratorTable = {kAsyncGeneratorRows,
                                        sizeof(kAsyncGeneratorRows) / sizeof(kAsyncGeneratorRows[0]), nullptr};

const BuiltinRow kAsyncFunctions[] = {
    {"aiter", "(async_iterable, /)", Aiter},
    {"anext", "(aiterator, default=None, /)", Anext},
};
const uint32_t kAsyncFunctionCount = sizeof(kAsyncFunctions) / sizeof(kAsyncFunctions[0]);

}  // namespace garter
