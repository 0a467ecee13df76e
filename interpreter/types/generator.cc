// generator objects: their methods and attributes. What they do is in vm/call.cc and vm/loop.cc.
#include "interpreter/types/generator.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/tables.h"
#include "interpreter/types/warning.h"
#include "interpreter/vm/loop.h"
#include "interpreter/vm/protocols.h"

namespace garter {

Generator* GeneratorOf(Vm& vm, Value holder) { return vm.heap.At<Generator>(holder); }

Value QualifiedNameOfGenerator(Vm& vm, Value holder) {
  const Generator* generator = GeneratorOf(vm, holder);
  if (!generator->names.IsUnbound()) return vm.heap.At<Tuple>(generator->names)->items()[1];
  return vm.constants[vm.codes[generator->code].qualified_name];
}

Value DelegateOf(Vm& vm, Value holder) {
  Generator* generator = GeneratorOf(vm, holder);
  if (generator->state() != GeneratorState::kSuspended) return kNone;
  const Instruction& instruction = vm.instructions[generator->resume_pc - 1];
  return instruction.opcode() == Opcode::kYIELD_FROM ? generator->frame()[instruction.c] : kNone;
}

namespace {

Value NameOfGenerator(Vm& vm, Value holder) {
  const Generator* generator = GeneratorOf(vm, holder);
  if (!generator->names.IsUnbound()) return vm.heap.At<Tuple>(generator->names)->items()[0];
  return vm.constants[vm.codes[generator->code].name];
}

bool IsExceptionClass(Value v) {
  return v.IsImmediate(Kind::kType) && IsExceptionType(static_cast<TypeId>(v.payload()));
}

// The call of an exception class with what throw() was given as its value.
Step Instantiate(Vm& vm, Native& n, Value type, Value value) {
  if (value.IsNone()) return n.Call(kInstantiated, type);
  if (!value.IsObject(Kind::kTuple)) return n.Call(kInstantiated, type, value);
  uint32_t count = vm.heap.At<Tuple>(value)->count;
  Value* window = n.base - (n.argument_count + n.slot_count);
  if (!EnsureStack(vm, window - kFrameHeader - count - 8)) return vm.NoRoom();
  window[0] = type;
  const Value* items = vm.heap.At<Tuple>(value)->items();
  for (uint32_t k = 0; k < count; ++k) window[-kFrameHeader - static_cast<int64_t>(k)] = items[k];
  return {Action::kCall, count << 8 | kInstantiated, kUnbound};
}

// Does a chain of delegations from here end at what holds no frame? It is given the arguments of throw() as they are.
bool EndsOutside(Vm& vm, Value holder) {
  while (HoldsFrame(holder)) holder = DelegateOf(vm, holder);
  return !holder.IsNone();
}

}  // namespace

Step ThrowArguments(Vm& vm, Native& n, Value* exception) {
  uint32_t given = n.argument_count - 1;
  if (given == 0) return vm.Raise(TypeId::kTypeError, "throw expected at least 1 argument, got 0");
  if (given > 3) return vm.Raise(TypeId::kTypeError, "throw expected at most 3 arguments, got %d", int64_t{given});
  if (given > 1) {
    Step warned = WarnOnce(vm, kThrowSignatureWarning,
                           "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature "
                           "instead.");
    if (!warned.done()) return warned;
  }
  Value type = n.arg(1), value = given > 1 ? n.arg(2) : kNone, traceback = given > 2 ? n.arg(3) : kNone;
  if (!traceback.IsNone() && !traceback.IsObject(Kind::kTraceback)) {
    return vm.Raise(TypeId::kTypeError, "throw() third argument must be a traceback object");
  }
  if (IsExceptionClass(type)) {
    bool is_instance =
        value.IsObject(Kind::kException) && IsSubtype(ExceptionTypeOf(vm, value), static_cast<TypeId>(type.payload()));
    if (!is_instance) return Instantiate(vm, n, type, value);
    *exception = value;
    return Step::Done(kNone);
  }
  if (!type.IsObject(Kind::kException)) {
    return vm.Raise(TypeId::kTypeError, "exceptions must be classes or instances deriving from BaseException, not %T",
                    type);
  }
  if (!value.IsNone()) return vm.Raise(TypeId::kTypeError, "instance exception may not have a separate value");
  *exception = type;
  return Step::Done(kNone);
}

Step Throw(Vm& vm, Native& n, Value holder, uint32_t next_phase, Value exception) {
  if (n.phase == kInstantiated) {
    exception = n.input;
    if (!exception.IsObject(Kind::kException)) {
      return vm.Raise(TypeId::kTypeError, "calling %R should have returned an instance of BaseException, not %T",
                      n.arg(1), exception);
    }
  }
  uint32_t given = n.argument_count - 1;
  vm.thrown = kUnbound;
  if ((given > 1 || n.phase == kInstantiated) && EndsOutside(vm, holder)) {
    vm.thrown = vm.NewTuple(&n.arg(1), given, true);
    if (vm.thrown.IsUnbound()) return vm.NoRoom();
  }
  if (given > 2 && n.arg(3).IsObject(Kind::kTraceback)) {
    Exception* object = vm.heap.At<Exception>(exception);
    vm.heap.Store(object, &object->traceback, n.arg(3));
  }
  return n.Call(next_phase, Native::kThrowCallable, holder, exception);
}

namespace {

Step Answer(Native& n) { return n.stopped ? Step::Stop(n.input) : Step::Done(n.input); }

Step GeneratorIter(Vm&, Native& n) { return Step::Done(n.arg(0)); }

Step GeneratorNext(Vm&, Native& n) { return n.phase == 0 ? n.Next(kAnswered, n.arg(0)) : Answer(n); }

Step GeneratorSend(Vm&, Native& n) {
  return n.phase == 0 ? n.Call(kAnswered, Native::kSendCallable, n.arg(0), n.arg(1)) : Answer(n);
}

Step GeneratorThrow(Vm& vm, Native& n) {
  if (n.phase == kAnswered) return Answer(n);
  Value exception = kUnbound;
  if (n.phase == 0) {
    Step step = ThrowArguments(vm, n, &exception);
    if (!step.done()) return step;
  }
  return Throw(vm, n, n.arg(0), kAnswered, exception);
}

Step GeneratorClose(Vm&, Native& n) {
  return n.phase == 0 ? n.Call(kAnswered, Native::kCloseCallable, n.arg(0)) : Step::Done(n.input);
}

Step IsRunning(Vm& vm, Native& n) {
  return Step::Done(Value::Bool(GeneratorOf(vm, n.arg(0))->state() == GeneratorState::kRunning));
}
Step IsSuspended(Vm& vm, Native& n) {
  return Step::Done(Value::Bool(GeneratorOf(vm, n.arg(0))->state() == GeneratorState::kSuspended));
}
Step Delegate(Vm& vm, Native& n) { return Step::Done(DelegateOf(vm, n.arg(0))); }
Step Name(Vm& vm, Native& n) { return Step::Done(NameOfGenerator(vm, n.arg(0))); }
Step QualifiedName(Vm& vm, Native& n) { return Step::Done(QualifiedNameOfGenerator(vm, n.arg(0))); }

constexpr BuiltinRow kGeneratorRows[] = {
    {"__iter__", "($self, /)", GeneratorIter, 0, BuiltinRow::kSlotWrapper},
    {"__next__", "($self, /)", GeneratorNext, 0, BuiltinRow::kSlotWrapper},
    {"send", "($self, value, /)", GeneratorSend},
    {"throw", "($self, type, value=None, traceback=None, /)", GeneratorThrow, 0, BuiltinRow::kRaw},
    {"close", "($self, /)", GeneratorClose},
    {"gi_running", "($self)", IsRunning, 0, BuiltinRow::kGetter},
    {"gi_suspended", "($self)", IsSuspended, 0, BuiltinRow::kGetter},
    {"gi_yieldfrom", "($self)", Delegate, 0, BuiltinRow::kGetter},
    {"__name__", "($self)", Name, 0, BuiltinRow::kGetter},
    {"__qualname__", "($self)", QualifiedName, 0, BuiltinRow::kGetter},
};

}  // namespace

const TypeTable kGeneratorTable = {kGeneratorRows, sizeof(kGeneratorRows) / sizeof(kGeneratorRows[0]), nullptr};

Step SetGeneratorAttribute(Vm& vm, Value o, std::string_view name, Value value) {
  if (name != "__name__" && name != "__qualname__") return Step::Stop();
  if (!value.IsStr()) {
    return vm.Raise(TypeId::kTypeError, name == "__name__" ? "__name__ must be set to a string object"
                                                           : "__qualname__ must be set to a string object");
  }
  Value pair[2] = {NameOfGenerator(vm, o), QualifiedNameOfGenerator(vm, o)};
  pair[name == "__name__" ? 0 : 1] = value;
  Value names = vm.NewTuple(pair, 2);
  if (names.IsUnbound()) return vm.NoRoom();
  Generator* generator = GeneratorOf(vm, o);
  vm.heap.Store(generator, &generator->names, names);
  return Step::Done(kNone);
}

}  // namespace garter
