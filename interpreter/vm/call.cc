// Calls: resolving the callee, pushing frames, entering natives. Binding of arguments is in bind_*.cc.
#include "interpreter/vm/call.h"

#include "interpreter/vm/ask.h"
#include "interpreter/vm/bind.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/loop.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocols.h"
#include "interpreter/vm/unwind.h"
#include "interpreter/vm/user_attributes.h"

namespace garter {
namespace {

// Inserts `first` before the arguments of the window. REQUIRES: room for one more register.
void InsertArgument(CallSite& site, Value first) {
  Value* arguments = site.window - kFrameHeader;
  for (int64_t k = site.count; k > 0; --k) arguments[-k] = arguments[-k + 1];
  arguments[0] = first;
  ++site.count;
}

// Takes back an InsertArgument.
void RemoveArgument(CallSite& site) {
  Value* arguments = site.window - kFrameHeader;
  --site.count;
  for (int64_t k = 0; k < site.count; ++k) arguments[-k] = arguments[-k - 1];
}

// What a step that raised, or had no room to, means for the call.
Called CalledOf(const Step& step) {
  if (step.action == Action::kMore) return Called::kMore;
  return step.action == Action::kLimit ? Called::kLimit : Called::kRaise;
}

Called CallPython(Vm& vm, CallSite& site, Function* function) {
  const CodeInfo& code = CodeOf(vm, function);
  Value* frame = site.window - kFrameHeader;
  if (vm.depth >= vm.depth_limit) {
    return CalledOf(vm.Raise(TypeId::kRecursionError, "maximum recursion depth exceeded"));
  }
  if (!EnsureStack(vm, frame - code.register_count - site.count - 1)) return Called::kMore;
  Step step = BindPython(vm, site, function, code);
  if (!step.done()) return CalledOf(step);
  uint32_t parameters = code.positional_count + code.keyword_only_count + ((code.flags & CodeInfo::kVarArgs) != 0) +
                        ((code.flags & CodeInfo::kVarKeywords) != 0);
  for (uint32_t k = parameters; k < code.local_count; ++k) frame[-static_cast<int64_t>(k)] = kUnbound;
  int64_t distance = (site.flags & FrameFlags::kFromGenerator) ? 0 : vm.fp - frame;
  frame[2] = MakeLink(site.return_pc, distance);
  bool foreign = function->context() != vm.context;
  frame[1] = Value::SmallInt(site.flags | (foreign ? FrameFlags::kForeign : 0));
  if (foreign) EnterContext(vm, function->image, function->globals);
  if (++vm.depth > vm.depth_peak) vm.depth_peak = vm.depth;
  vm.fp = frame;
  vm.pc = vm.instructions + code.entry;
  return Called::kPython;
}

// A callee whose `$self` comes from a type or a bound method: does it apply to the first argument?
Step CheckReceiver(Vm& vm, const CallSite& site, const BuiltinRow& row, Value callee) {
  if (!row.has_self || (row.flags & (BuiltinRow::kClass | BuiltinRow::kStatic)) != 0) return Step::Done(kNone);
  TypeId owner = OwnerOf(callee);
  if (owner == TypeId::kCount) return Step::Done(kNone);
  uint32_t positional = site.count - (site.names.IsUnbound() ? 0 : vm.heap.At<Tuple>(site.names)->count);
  if (positional == 0) {
    if (row.flags & BuiltinRow::kSlotWrapper) {
      return vm.Raise(TypeId::kTypeError, "descriptor '%s' of '%N' object needs an argument", row.name, owner);
    }
    return vm.Raise(TypeId::kTypeError, "unbound method %N.%s() needs an argument", owner, row.name);
  }
  Value receiver = site.window[-kFrameHeader];
  if (owner == TypeId::kObject || IsSubtype(vm.TypeOf(receiver), owner)) return Step::Done(kNone);
  return vm.Raise(TypeId::kTypeError,
                  (row.flags & BuiltinRow::kSlotWrapper)
                      ? "descriptor '%s' requires a '%N' object but received a '%T'"
                      : "descriptor '%s' for '%N' objects doesn't apply to a '%T' object",
                  row.name, owner, receiver);
}

// May a native answer its receiver, or ask it? Then it is told the object itself: operators in place, str.format.
bool AnswersReceiver(const BuiltinRow& row, TypeId owner) {
  std::string_view name = row.name;
  if (name == "format") return true;
  if (owner == TypeId::kDict && name == "__getitem__") return true;  // __missing__
  return name == "__iadd__" || name == "__imul__" || name == "__ior__" || name == "__iand__" || name == "__isub__" ||
         name == "__ixor__";
}

// Methods of built-in types work on the builtin value that an instance carries; those of text and numbers, and what
// reads text, read their arguments as such values, too.
void UnwrapOperands(Vm& vm, CallSite& site, const BuiltinRow& row, Value callee) {
  TypeId owner = OwnerOf(callee);
  if (owner == TypeId::kCount || owner == TypeId::kObject || owner == TypeId::kType) return;
  bool constructor = callee.payload() % 65536 == kConstructorRow;
  Value* arguments = site.window - kFrameHeader;
  bool values = owner == TypeId::kStr || owner == TypeId::kBytes || owner == TypeId::kInt || owner == TypeId::kFloat ||
                owner == TypeId::kBool || owner == TypeId::kComplex;
  if (!constructor && row.has_self && site.count > 0 && (row.flags & BuiltinRow::kClass) == 0 &&
      arguments[0].IsObject(Kind::kInstance) && !AnswersReceiver(row, owner)) {
    arguments[0] = NativeOf(vm, arguments[0]);
  }
  if (!values || constructor || std::string_view(row.name).starts_with("format")) return;
  for (uint32_t k = 1; k < site.count; ++k) {
    Value& argument = arguments[-static_cast<int64_t>(k)];
    if (!argument.IsObject(Kind::kInstance)) continue;
    // Containers are iterated, or subscripted, as what they are.
    Value native = NativeOf(vm, argument);
    if (!native.IsObject(Kind::kList) && !native.IsObject(Kind::kDict) && !native.IsObject(Kind::kSet))
      argument = native;
  }
}

Called CallBuiltin(Vm& vm, CallSite& site, Value callee, const BuiltinRow& row_of, Native* native,
                   const BuiltinRow** row) {
  *row = &row_of;
  int64_t registers =
      int64_t{site.count} + row_of.parameter_count + row_of.slots + kFrameHeader + Native::kMaxCallArguments + 8;
  if (!EnsureStack(vm, site.window - kFrameHeader - registers)) return Called::kMore;
  UnwrapOperands(vm, site, row_of, callee);
  native->base = site.window - kFrameHeader;
  native->slot_count = row_of.slots;
  native->phase = 0;
  native->input = native->keyword_names = kUnbound;
  native->stopped = native->failed = false;
  native->function = callee;
  if (row_of.flags & BuiltinRow::kRaw) {
    native->argument_count = site.count;
    native->keyword_names = site.names;
    return Called::kNative;
  }
  Step bound = BindBuiltin(vm, site, row_of, callee);
  if (!bound.done()) return CalledOf(bound);
  native->argument_count = row_of.parameter_count;
  return Called::kNative;
}

Called CallType(Vm& vm, CallSite& site, TypeId type, Native* native, const BuiltinRow** row) {
  const BuiltinRow* constructor = nullptr;
  for (TypeId at = type;; at = TypeBase(at)) {
    constructor = TableOf(at).constructor;
    if (constructor != nullptr || at == TypeId::kObject || !IsExceptionType(at)) break;
  }
  if (constructor == nullptr) {
    return CalledOf(vm.Raise(TypeId::kTypeError, "cannot create '%N' instances", type));
  }
  if (!EnsureStack(vm, site.window - kFrameHeader - site.count - 1)) return Called::kMore;
  InsertArgument(site, TypeValue(type));
  return CallBuiltin(vm, site, BuiltinValue(type, kConstructorRow), *constructor, native, row);
}

// A class of the program: its metaclass's __call__, or an instance is made and initialised.
Called CallClass(Vm& vm, CallSite& site, Value cls, Native* native, const BuiltinRow** row) {
  if (!EnsureStack(vm, site.window - kFrameHeader - site.count - 4)) return Called::kMore;
  if (Value call = LookupOwnSpecial(vm, cls, Special::k_call); !call.IsUnbound()) {
    InsertArgument(site, cls);
    *site.window = call;
    if (call.IsObject(Kind::kFunction)) return CallPython(vm, site, vm.heap.At<Function>(call));
    return CalledOf(vm.Raise(TypeId::kTypeError, "'%T' object is not callable", cls));
  }
  const Class* c = ClassAt(vm, cls);
  bool plain = (site.flags & FrameFlags::kFromGenerator) == 0 && c->layout == static_cast<uint32_t>(TypeId::kObject) &&
               (c->aux & Class::kAbstract) == 0 && LookupSpecialIsInherited(vm, cls, Special::k_new);
  Value init = plain ? LookupSpecialInClass(vm, cls, Special::k_init) : kUnbound;
  if (init.IsObject(Kind::kFunction) && vm.depth < vm.depth_limit) {
    // The instance is made here, and __init__ runs in a frame that answers it: see FrameFlags::kConstruct.
    Value instance = NewInstance(vm, cls);
    if (instance.IsUnbound()) return Called::kMore;
    Value* old = site.window;
    Value* window = old - 1;
    for (int64_t k = static_cast<int64_t>(site.count) - 1; k >= 0; --k)
      window[-kFrameHeader - 1 - k] = old[-kFrameHeader - k];
    Value kept = *old;
    *old = instance;
    window[0] = init;
    window[-kFrameHeader] = instance;
    CallSite inner = site;
    inner.window = window;
    inner.count = site.count + 1;
    inner.flags |= FrameFlags::kConstruct;
    Called called = CallPython(vm, inner, vm.heap.At<Function>(init));
    if (called == Called::kMore) {
      *old = kept;
      for (uint32_t k = 0; k < site.count; ++k) {
        old[-kFrameHeader - static_cast<int64_t>(k)] = window[-kFrameHeader - 1 - static_cast<int64_t>(k)];
      }
    }
    return called;
  }
  InsertArgument(site, cls);
  Value construct = InternalValue(Internal::kConstruct);
  *site.window = construct;
  return CallBuiltin(vm, site, construct, RowOf(construct), native, row);
}

// What a call of an instance calls: its type's __call__, bound.
Step CallableOf(Vm& vm, Value callee) {
  Value call = LookupSpecial(vm, callee, Special::k_call);
  if (call.IsUnbound()) return vm.Raise(TypeId::kTypeError, "'%T' object is not callable", callee);
  Resolution r = BindFound(vm, call, callee, ClassOf(vm, callee));
  if (r.how == Resolution::kFailed) return r.step;
  if (r.how == Resolution::kMethod) return BindMethod(vm, r.value, r.self);
  return r.value.IsUnbound() ? vm.Raise(TypeId::kTypeError, "'%T' object is not callable", callee)
                             : Step::Done(r.value);
}

Called CallNext(Vm& vm, CallSite& site, Native* native, const BuiltinRow** row) {
  Value iterator = site.window[-kFrameHeader];
  if (iterator.IsObject(Kind::kGenerator)) {
    return ResumeGenerator(vm, iterator, kNone, site.flags, site.return_pc, site.window + 1);
  }
  Value next = InternalValue(Internal::kNext);
  site.window[0] = next;
  return CallBuiltin(vm, site, next, RowOf(next), native, row);
}

// The callees that Native knows beside kNextCallable. REQUIRES: argument 0 holds a frame.
Called CallOfGenerator(Vm& vm, CallSite& site, Value callee) {
  const Value* arguments = site.window - kFrameHeader;
  if (callee == Native::kSendCallable) {
    return ResumeGenerator(vm, arguments[0], arguments[-1], site.flags, site.return_pc, site.window + 1);
  }
  if (callee != Native::kCloseCallable) {
    int64_t flags = site.flags | (callee == Native::kAthrowCallable ? FrameFlags::kNoClose : 0);
    return ThrowIntoGenerator(vm, arguments[0], arguments[-1], flags, site.return_pc, site.window + 1);
  }
  return CloseGenerator(vm, arguments[0], site.flags, site.return_pc, site.window + 1);
}

Called Resolve(Vm& vm, CallSite& site, Native* native, const BuiltinRow** row) {
  for (;;) {
    Value callee = *site.window;
    switch (callee.kind()) {
      case Kind::kFunction:
        return CallPython(vm, site, vm.heap.At<Function>(callee));
      case Kind::kBuiltin: {
        const BuiltinRow& builtin = RowOf(callee);
        Step fits = CheckReceiver(vm, site, builtin, callee);
        if (!fits.done()) return CalledOf(fits);
        return CallBuiltin(vm, site, callee, builtin, native, row);
      }
      case Kind::kType:
        return CallType(vm, site, static_cast<TypeId>(callee.payload()), native, row);
      case Kind::kBoundMethod: {
        if (!EnsureStack(vm, site.window - kFrameHeader - site.count - 1)) return Called::kMore;
        BoundMethod* method = vm.heap.At<BoundMethod>(callee);
        InsertArgument(site, method->self);
        *site.window = method->function;
        break;
      }
      case Kind::kClass:
        return CallClass(vm, site, callee, native, row);
      case Kind::kInstance:
      case Kind::kDescriptor: {
        Step bound = CallableOf(vm, callee);
        if (!bound.done()) return CalledOf(bound);
        *site.window = bound.value;
        break;
      }
      case Kind::kHostFunction:
        return Called::kHost;
      case Kind::kNotImplemented:
        if (callee == Native::kNextCallable) return CallNext(vm, site, native, row);
        if (callee != kNotImplemented) return CallOfGenerator(vm, site, callee);
        [[fallthrough]];
      default:
        return CalledOf(vm.Raise(TypeId::kTypeError, "'%T' object is not callable", callee));
    }
  }
}

// The window of the protocol that a native asks for, behind its memo.
void WriteQuestion(Vm& vm, const Native& native) {
  Value* memo = native.base - (native.argument_count + native.slot_count);
  memo[0] = vm.memo;
  Value* window = memo - 1;
  window[0] = InternalValue(Internal::kProtocol);
  window[-kFrameHeader] = Value::SmallInt(vm.ask_code);
  window[-kFrameHeader - 1] = vm.ask_a;
  window[-kFrameHeader - 2] = vm.ask_b;
  window[-kFrameHeader - 3] = vm.ask_c;
  vm.memo = vm.ask_a = vm.ask_b = vm.ask_c = kUnbound;
}

}  // namespace

Called PrepareCall(Vm& vm, CallSite& site, Native* native, const BuiltinRow** row) {
  Value callee = *site.window;
  uint32_t count = site.count;
  Called called = Resolve(vm, site, native, row);
  if (called == Called::kMore) {
    // The call is prepared again after a collection: the window must be as it was.
    *site.window = callee;
    while (site.count > count) RemoveArgument(site);
  }
  return called;
}

namespace {

// Is there anything that an exception could reach where the generator stands?
bool HasHandler(Vm& vm, Generator* generator) {
  if (vm.heap.At<Function>(generator->function)->context() != vm.context) return true;  // not looked into from here
  uint32_t pc = generator->resume_pc - 1;
  return vm.instructions[pc].opcode() == Opcode::kYIELD_FROM || FindHandler(vm, generator->frame(), pc) != nullptr;
}

// Nothing is changed unless the answer is kPython.
Called CheckResumable(Vm& vm, Value holder, const Generator* generator) {
  if (generator->state() == GeneratorState::kRunning) {
    return CalledOf(vm.Raise(TypeId::kValueError, "%s already executing", NameOfHolder(holder.kind())));
  }
  if (vm.depth >= vm.depth_limit) {
    return CalledOf(vm.Raise(TypeId::kRecursionError, "maximum recursion depth exceeded"));
  }
  return Called::kPython;
}

// Makes the generator's frame the running one.
void EnterGenerator(Vm& vm, Generator* generator, int64_t flags, uint32_t return_pc, Value* extent) {
  // Its registers are written without a barrier while it runs.
  if (vm.heap.HandleOf(generator) < vm.heap.watermark && (generator->flags & Object::kRemembered) == 0) {
    generator->flags |= Object::kRemembered;
    generator->link = vm.heap.remembered;
    vm.heap.remembered = vm.heap.HandleOf(generator);
  }
  generator->SetState(GeneratorState::kRunning);
  generator->caller = !IsNativeFrame(vm.fp) && IsGeneratorFrame(vm.fp)
                          ? vm.fp[3]
                          : Value::SmallInt(vm.span_end() - reinterpret_cast<char*>(vm.fp));
  generator->stack_base = Value::SmallInt(vm.span_end() - reinterpret_cast<char*>(extent));
  generator->outer_handled = vm.handled;
  if (!generator->handled.IsNone()) vm.handled = generator->handled;
  Value* frame = generator->frame();
  const Function* function = vm.heap.At<Function>(generator->function);
  bool foreign = function->context() != vm.context;
  frame[1] = Value::SmallInt((flags & ~FrameFlags::kFromGenerator) | FrameFlags::kGenerator |
                             (foreign ? FrameFlags::kForeign : 0));
  frame[2] = MakeLink(return_pc, 0);
  if (foreign) EnterContext(vm, function->image, function->globals);
  if (++vm.depth > vm.depth_peak) vm.depth_peak = vm.depth;
  vm.fp = frame;
  vm.pc = vm.instructions + generator->resume_pc;
}

}  // namespace

Called ResumeGenerator(Vm& vm, Value holder, Value sent, int64_t flags, uint32_t return_pc, Value* extent) {
  Generator* generator = vm.heap.At<Generator>(holder);
  GeneratorState state = generator->state();
  if (__builtin_expect(state == GeneratorState::kFinished, 0)) {
    if (!holder.IsObject(Kind::kCoroutine)) return Called::kStop;
    return CalledOf(vm.Raise(TypeId::kRuntimeError, "cannot reuse already awaited coroutine"));
  }
  if (state == GeneratorState::kCreated && !sent.IsNone()) {
    return CalledOf(
        vm.Raise(TypeId::kTypeError, "can't send non-None value to a just-started %s", NameOfHolder(holder.kind())));
  }
  Called called = CheckResumable(vm, holder, generator);
  if (called != Called::kPython) return called;
  EnterGenerator(vm, generator, flags, return_pc, extent);
  if (state == GeneratorState::kSuspended) vm.fp[vm.pc[-1].a] = sent;
  return Called::kPython;
}

Called ThrowIntoGenerator(Vm& vm, Value holder, Value exception, int64_t flags, uint32_t return_pc, Value* extent) {
  Generator* generator = vm.heap.At<Generator>(holder);
  GeneratorState state = generator->state();
  if (state == GeneratorState::kFinished) {
    if (holder.IsObject(Kind::kCoroutine)) {
      return CalledOf(vm.Raise(TypeId::kRuntimeError, "cannot reuse already awaited coroutine"));
    }
    vm.raised = exception;
    return Called::kRaiseAsIs;
  }
  Called called = CheckResumable(vm, holder, generator);
  if (called != Called::kPython) return called;
  EnterGenerator(vm, generator, flags | FrameFlags::kThrown, return_pc, extent);
  vm.raised = exception;
  return Called::kThrown;
}

Called CloseGenerator(Vm& vm, Value holder, int64_t flags, uint32_t return_pc, Value* extent) {
  Generator* generator = vm.heap.At<Generator>(holder);
  GeneratorState state = generator->state();
  if (state == GeneratorState::kCreated) generator->SetState(GeneratorState::kFinished);
  if (state == GeneratorState::kCreated || state == GeneratorState::kFinished) return Called::kDone;
  if (state == GeneratorState::kSuspended && !HasHandler(vm, generator)) {
    generator->SetState(GeneratorState::kFinished);
    return Called::kDone;
  }
  Called called = CheckResumable(vm, holder, generator);
  if (called != Called::kPython) return called;
  Value args = vm.EmptyTuple();
  Value exit = args.IsUnbound() ? kUnbound : vm.NewException(TypeId::kGeneratorExit, args);
  if (exit.IsUnbound()) return Called::kMore;
  EnterGenerator(vm, generator, flags | FrameFlags::kClose, return_pc, extent);
  vm.raised = exit;
  return Called::kThrown;
}

Step EnterNative(Vm& vm, const BuiltinRow& row, Native& native) {
  // The lowest register that the native owns. Its input is not a register, so the vm keeps it during a collection.
  Value* extent = native.base - (native.argument_count + native.slot_count) + 1;
  auto guarded = [&](auto collect) {
    vm.native_input = native.input;
    vm.native_names = native.keyword_names;
    bool alive = collect();
    native.input = vm.native_input;
    native.keyword_names = vm.native_names;
    vm.native_input = vm.native_names = kUnbound;
    return alive;
  };
  if (__builtin_expect(vm.meter.used >= vm.meter.next_event, 0)) {
    if (!guarded([&] { return Safepoint(vm, extent); })) return Step::Limit();
  }
  for (;;) {
    native.settled = vm.meter.used;
    vm.memo_cursor = Memo::kHeader;
    uint32_t top = vm.heap.top;
    Step step = row.function(vm, native);
    if (__builtin_expect(step.action != Action::kMore, 1)) {
      if (__builtin_expect(step.action != Action::kAsk, 1)) return step;
      if (PrepareMemo(vm, native)) {
        WriteQuestion(vm, native);
        return step;
      }
      step = vm.NoRoom();
    } else {
      TrimMemo(vm, native.settled);
    }
    uint64_t bytes = uint64_t{vm.heap.top - top} + step.detail;
    vm.meter.used = native.settled;
    if (!guarded([&] { return CollectOrStop(vm, extent, bytes); })) return Step::Limit();
  }
}

void PushNativeFrame(Vm& vm, Native& native, uint32_t phase, int64_t flags, uint32_t return_pc) {
  Value* frame = native.base;
  int64_t distance = (flags & FrameFlags::kFromGenerator) ? 0 : vm.fp - frame;
  frame[3] = native.function;
  frame[2] = MakeLink(return_pc, distance);
  frame[1] = Value::SmallInt(flags | FrameFlags::kNative | int64_t{phase} << FrameFlags::kPhaseShift |
                             int64_t{native.argument_count} << FrameFlags::kCountShift);
  vm.fp = frame;
}

}  // namespace garter
