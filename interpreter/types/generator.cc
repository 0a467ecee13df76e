// generator objects, and what all that hold a frame have: methods and attributes. What they do is in vm/call.cc and vm/loop.cc.
#include "interpreter/types/generator.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/tables.h"
#include "interpreter/types/warning.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/code_images.h"
#include "interpreter/vm/context.h"
#include "interpreter/vm/special_calls.h"

namespace garter {

Generator* GeneratorOf(Vm& vm, Value holder) { return vm.heap.At<Generator>(holder); }

Value QualifiedNameOfGenerator(Vm& vm, Value holder) {
  const Generator* generator = GeneratorOf(vm, holder);
  if (!generator->names.IsUnbound()) return vm.heap.At<Tuple>(generator->names)->items()[1];
  const Function* function = vm.heap.At<Function>(generator->function);
  return ImageAt(vm, function->image).constants[CodeOf(vm, function).qualified_name];
}

const Instruction& StandsAt(Vm& vm, const Generator* generator) {
  return ImageAt(vm, vm.heap.At<Function>(generator->function)->image).instructions[generator->resume_pc - 1];
}

Value DelegateOf(Vm& vm, Value holder) {
  Generator* generator = GeneratorOf(vm, holder);
  if (generator->state() != GeneratorState::kSuspended) return kNone;
  const Instruction& instruction = StandsAt(vm, generator);
  return instruction.opcode() == Opcode::kYIELD_FROM ? generator->frame()[instruction.c] : kNone;
}

Value NameOfGenerator(Vm& vm, Value holder) {
  const Generator* generator = GeneratorOf(vm, holder);
  if (!generator->names.IsUnbound()) return vm.heap.At<Tuple>(generator->names)->items()[0];
  const Function* function = vm.heap.At<Function>(generator->function);
  return ImageAt(vm, function->image).constants[CodeOf(vm, function).name];
}

namespace {

constexpr uint32_t kSignatureWarning = 20;  // for WarnOnce

bool IsExceptionClass(Vm& vm, Value v) { return IsClass(v) && IsExceptionType(LayoutOf(vm, v)); }

// The call of an exception class with what throw() was given as its value.
Step Instantiate(Vm& vm, Native& n, Value type, Value value) {
  if (value.IsNone()) return n.Call(kInstantiated, type);
  if (!value.IsObject(Kind::kTuple)) return n.Call(kInstantiated, type, value);
  uint32_t count = vm.heap.At<Tuple>(value)->count;
  return CallWith(vm, n, kInstantiated, type, count, kUnbound,
                  [&](uint32_t k) { return vm.heap.At<Tuple>(value)->items()[k]; });
}

// Does a chain of delegations from here end at what holds no frame? It is given the arguments of throw() as they are.
bool EndsOutside(Vm& vm, Value holder) {
  while (HoldsFrame(holder)) holder = DelegateOf(vm, holder);
  return !holder.IsNone();
}

}  // namespace

Step ThrowArguments(Vm& vm, Native& n, const char* name, ThrowRequest* request) {
  uint32_t given = n.argument_count - 1;
  *request = {&n.arg(0) - 1, given};
  if (!n.keyword_names.IsUnbound()) {
    return vm.Raise(TypeId::kTypeError, "%T.%s() takes no keyword arguments", n.arg(0), name);
  }
  if (given == 0) return vm.Raise(TypeId::kTypeError, "%s expected at least 1 argument, got 0", name);
  if (given > 3) return vm.Raise(TypeId::kTypeError, "%s expected at most 3 arguments, got %d", name, int64_t{given});
  if (given == 1) return Step::Done(kNone);
  return WarnOnce(vm, kSignatureWarning + (name[0] == 'a'),
                  name[0] == 'a' ? "the (type, exc, tb) signature of athrow() is deprecated, use the single-arg "
                                   "signature instead."
                                 : "the (type, exc, tb) signature of throw() is deprecated, use the single-arg "
                                   "signature instead.");
}

Step ThrownException(Vm& vm, Native& n, const ThrowRequest& request) {
  Value type = request.At(0), value = request.At(1), traceback = request.At(2);
  if (!traceback.IsNone() && !traceback.IsObject(Kind::kTraceback)) {
    return vm.Raise(TypeId::kTypeError, "throw() third argument must be a traceback object");
  }
  if (IsExceptionClass(vm, type)) {
    bool is_instance = value.IsObject(Kind::kException) && IsSubclass(vm, ClassOf(vm, value), type);
    return is_instance ? Step::Done(value) : Instantiate(vm, n, type, value);
  }
  if (!type.IsObject(Kind::kException)) {
    return vm.Raise(TypeId::kTypeError, "exceptions must be classes or instances deriving from BaseException, not %T",
                    type);
  }
  if (!value.IsNone()) return vm.Raise(TypeId::kTypeError, "instance exception may not have a separate value");
  return Step::Done(type);
}

Step Throw(Vm& vm, Native& n, const ThrowRequest& request, Value callable, Value holder, Value exception) {
  if (n.phase == kInstantiated) {
    exception = n.input;
    if (!exception.IsObject(Kind::kException)) {
      return vm.Raise(TypeId::kTypeError, "calling %R should have returned an instance of BaseException, not %T",
                      request.At(0), exception);
    }
  }
  vm.thrown = kUnbound;
  if ((request.given > 1 || n.phase == kInstantiated) && EndsOutside(vm, holder)) {
    vm.thrown = vm.NewTuple(request.first, request.given, true);
    if (vm.thrown.IsUnbound()) return vm.NoRoom();
  }
  if (request.At(2).IsObject(Kind::kTraceback)) {
    Exception* object = vm.heap.At<Exception>(exception);
    vm.heap.Store(object, &object->traceback, request.At(2));
  }
  return n.Call(kAnswered, callable, holder, exception);
}

Step SendToGenerator(Vm&, Native& n) {
  return n.phase == 0 ? n.Call(kAnswered, Native::kSendCallable, n.arg(0), n.arg(1)) : AnswerOf(n);
}

Step ThrowToGenerator(Vm& vm, Native& n) {
  if (n.phase == kAnswered) return AnswerOf(n);
  ThrowRequest request = {&n.arg(0) - 1, n.argument_count - 1};
  Step exception = Step::Done(kUnbound);
  if (n.phase == 0) {
    exception = ThrowArguments(vm, n, "throw", &request);
    if (exception.done()) exception = ThrownException(vm, n, request);
    if (!exception.done()) return exception;
  }
  return Throw(vm, n, request, Native::kThrowCallable, n.arg(0), exception.value);
}

Step CloseGenerator(Vm&, Native& n) {
  return n.phase == 0 ? n.Call(kAnswered, Native::kCloseCallable, n.arg(0)) : Step::Done(n.input);
}

Step IsRunningGenerator(Vm& vm, Native& n) {
  return Step::Done(Value::Bool(GeneratorOf(vm, n.arg(0))->state() == GeneratorState::kRunning));
}
Step IsSuspendedGenerator(Vm& vm, Native& n) {
  return Step::Done(Value::Bool(GeneratorOf(vm, n.arg(0))->state() == GeneratorState::kSuspended));
}
Step DelegateOfGenerator(Vm& vm, Native& n) { return Step::Done(DelegateOf(vm, n.arg(0))); }
Step NameOfGenerator(Vm& vm, Native& n) { return Step::Done(NameOfGenerator(vm, n.arg(0))); }
Step QualifiedNameOfGenerator(Vm& vm, Native& n) { return Step::Done(QualifiedNameOfGenerator(vm, n.arg(0))); }

Step FrameOfGenerator(Vm& vm, Native& n) {
  if (GeneratorOf(vm, n.arg(0))->state() == GeneratorState::kFinished) return Step::Done(kNone);
  Frame* frame = vm.heap.New<Frame>(Kind::kFrame);
  if (frame == nullptr) return vm.NoRoom();
  frame->holder = n.arg(0);
  return Step::Done(vm.heap.ValueOf(frame));
}

namespace {

const Function* FunctionBehind(Vm& vm, Value holder) { return vm.heap.At<Function>(GeneratorOf(vm, holder)->function); }

Step CodeBehind(Vm& vm, Value holder) {
  const Function* function = FunctionBehind(vm, holder);
  Value code = CodeObject(vm, function->image, function->code);
  return code.IsUnbound() ? vm.NoRoom() : Step::Done(code);
}

// ---- frames -----------------------------------------------------------------------------------------------------------

Value HolderOf(Vm& vm, Native& n) { return vm.heap.At<Frame>(n.arg(0))->holder; }

Step FrameCode(Vm& vm, Native& n) { return CodeBehind(vm, HolderOf(vm, n)); }

Step FrameLine(Vm& vm, Native& n) {
  const ProgramImage& image = ImageAt(vm, FunctionBehind(vm, HolderOf(vm, n))->image);
  return Step::Done(Value::SmallInt(image.locations[GeneratorOf(vm, HolderOf(vm, n))->resume_pc - 1].line));
}

// The variables that are bound, by name.
Step FrameLocals(Vm& vm, Native& n) {
  Generator* generator = GeneratorOf(vm, HolderOf(vm, n));
  Function* function = vm.heap.At<Function>(generator->function);
  const ProgramImage& image = ImageAt(vm, function->image);
  const CodeInfo& code = image.codes[function->code];
  Value locals = vm.NewDict();
  if (locals.IsUnbound()) return vm.NoRoom();
  if (generator->state() == GeneratorState::kFinished) return Step::Done(locals);
  auto add = [&](uint32_t name, Value value) {
    if (value.IsObject(Kind::kCell)) value = vm.heap.At<Cell>(value)->value;
    return value.IsUnbound() || vm.DictSetStr(locals, image.constants[image.names[name]], value);
  };
  bool room = true;
  for (uint32_t k = 0; k < code.local_count; ++k) {
    room = room && add(code.local_names + k, generator->frame()[-static_cast<int64_t>(k)]);
  }
  for (uint32_t k = 0; k < code.free_count; ++k) room = room && add(code.free_names + k, function->cells()[k]);
  return room ? Step::Done(locals) : vm.NoRoom();
}

Step FrameGlobals(Vm& vm, Native& n) {
  return Step::Done(Value::Object(Kind::kDict, FunctionBehind(vm, HolderOf(vm, n))->globals));
}

Step FrameBack(Vm&, Native&) { return Step::Done(kNone); }

constexpr BuiltinRow kFrameRows[] = {
    {"f_back", "($self)", FrameBack, 0, BuiltinRow::kGetter},
    {"f_code", "($self)", FrameCode, 0, BuiltinRow::kGetter},
    {"f_globals", "($self)", FrameGlobals, 0, BuiltinRow::kGetter},
    {"f_lineno", "($self)", FrameLine, 0, BuiltinRow::kGetter},
    {"f_locals", "($self)", FrameLocals, 0, BuiltinRow::kGetter},
};

}  // namespace

Step CodeOfGenerator(Vm& vm, Native& n) { return CodeBehind(vm, n.arg(0)); }

namespace {

// ---- generators -------------------------------------------------------------------------------------------------------

Step GeneratorIter(Vm&, Native& n) { return Step::Done(n.arg(0)); }

Step GeneratorNext(Vm&, Native& n) { return n.phase == 0 ? n.Next(kAnswered, n.arg(0)) : AnswerOf(n); }

constexpr BuiltinRow kGeneratorRows[] = {
    {"__iter__", "($self, /)", GeneratorIter, 0, BuiltinRow::kSlotWrapper},
    {"__next__", "($self, /)", GeneratorNext, 0, BuiltinRow::kSlotWrapper},
    {"send", "($self, value, /)", SendToGenerator},
    {"throw", "($self, type, value=None, traceback=None, /)", ThrowToGenerator, 0, BuiltinRow::kRaw},
    {"close", "($self, /)", CloseGenerator},
    {"gi_frame", "($self)", FrameOfGenerator, 0, BuiltinRow::kGetter},
    {"gi_code", "($self)", CodeOfGenerator, 0, BuiltinRow::kGetter},
    {"gi_running", "($self)", IsRunningGenerator, 0, BuiltinRow::kGetter},
    {"gi_suspended", "($self)", IsSuspendedGenerator, 0, BuiltinRow::kGetter},
    {"gi_yieldfrom", "($self)", DelegateOfGenerator, 0, BuiltinRow::kGetter},
    {"__name__", "($self)", NameOfGenerator, 0, BuiltinRow::kGetter},
    {"__qualname__", "($self)", QualifiedNameOfGenerator, 0, BuiltinRow::kGetter},
};

}  // namespace

const TypeTable kFrameTable = {kFrameRows, sizeof(kFrameRows) / sizeof(kFrameRows[0]), nullptr};
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
