// Context managers and patterns: what their opcodes find out.
#include "interpreter/types/exception.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/user_attributes.h"

namespace garter {
namespace {

constexpr Special kSpecials[] = {Special::k_enter, Special::k_exit, Special::k_aenter, Special::k_aexit};
// No program can have it: what getattr() answers for an attribute that is not there.
constexpr Value kMissing = Native::kNextCallable;

bool HasSpecial(Vm& vm, Value o, SpecialMethod which) {
  return !LookupSpecial(vm, o, kSpecials[static_cast<int>(which)]).IsUnbound();
}

// The error says when it is the other kind of manager that the object is.
Step RaiseNoManager(Vm& vm, Value o, SpecialMethod which) {
  bool is_async = which >= SpecialMethod::kAsyncEnter;
  bool other = is_async ? HasSpecial(vm, o, SpecialMethod::kEnter) && HasSpecial(vm, o, SpecialMethod::kExit)
                        : HasSpecial(vm, o, SpecialMethod::kAsyncEnter) && HasSpecial(vm, o, SpecialMethod::kAsyncExit);
  const char* hint = !other     ? ""
                     : is_async ? " but it supports the context manager protocol. Did you mean to use 'with'?"
                                : " but it supports the asynchronous context manager protocol. Did you mean to use "
                                  "'async with'?";
  return vm.Raise(TypeId::kTypeError, "'%T' object does not support the %s protocol (missed %s method)%s", o,
                  is_async ? "asynchronous context manager" : "context manager",
                  kSpecialTexts[static_cast<int>(kSpecials[static_cast<int>(which)])], hint);
}

// Types whose only positional sub-pattern is matched against the subject itself; what derives from them does likewise.
bool MatchesSelf(TypeId type) {
  switch (type) {
    case TypeId::kBool:
    case TypeId::kBytes:
    case TypeId::kDict:
    case TypeId::kFloat:
    case TypeId::kFrozenSet:
    case TypeId::kInt:
    case TypeId::kList:
    case TypeId::kSet:
    case TypeId::kStr:
    case TypeId::kTuple:
      return true;
    default:
      return false;
  }
}

uint16_t PatternFlags(Vm& vm, Value v) { return v.IsObject(Kind::kInstance) ? ClassAt(vm, ClassOf(vm, v))->aux : 0; }

}  // namespace

Step LoadSpecial(Vm& vm, Value o, SpecialMethod which, bool* method) {
  Value found = LookupSpecial(vm, o, kSpecials[static_cast<int>(which)]);
  if (found.IsUnbound()) return RaiseNoManager(vm, o, which);
  Resolution r = BindFound(vm, found, o, ClassOf(vm, o));
  switch (r.how) {
    case Resolution::kValue:
      return Step::Done(r.value);
    case Resolution::kMethod:
      *method = r.self == o;
      return *method ? Step::Done(r.value) : BindMethod(vm, r.value, r.self);
    case Resolution::kFailed:
      return r.step;
    default:
      return Ask(vm, Protocol::kGetDescriptor, 0, found, o, ClassOf(vm, o));
  }
}

Value SpecialOf(Vm& vm, Value o, SpecialMethod which) {
  return LookupSpecial(vm, o, kSpecials[static_cast<int>(which)]);
}

void ExceptionParts(Vm& vm, Value exception, Value* first) {
  first[0] = ClassOf(vm, exception);
  first[-1] = exception;
  first[-2] = vm.heap.At<Exception>(exception)->traceback;
}

bool IsPatternSequence(Vm& vm, Value v) {
  Value plain = Plain(vm, v);
  return plain.IsObject(Kind::kList) || plain.IsObject(Kind::kTuple) || plain.IsObject(Kind::kRange) ||
         (PatternFlags(vm, v) & Class::kSequence) != 0;
}

bool IsPatternMapping(Vm& vm, Value v) {
  return Plain(vm, v).IsObject(Kind::kDict) || (PatternFlags(vm, v) & Class::kMapping) != 0 ||
         (v.IsObject(Kind::kDictView) && vm.heap.At<DictView>(v)->aux == static_cast<uint16_t>(DictViewKind::kProxy));
}

namespace {

// An equal key twice is an error even where the mapping has no such key: literals were compared by the compiler, but a
// key may be the value of an attribute.
Step CheckNewKey(Vm& vm, Value seen, Value key) {
  Step step = SetContains(vm, seen, key);
  if (!step.done()) return step;
  if (step.value.IsTrue()) return vm.Raise(TypeId::kValueError, "mapping pattern checks duplicate key (%R)", key);
  return SetAdd(vm, seen, key);
}

}  // namespace

Step MatchKeys(Vm& vm, Value mapping, Value keys) {
  if (!mapping.IsObject(Kind::kDict)) return NeedsPython();
  uint32_t count = vm.heap.At<Tuple>(keys)->count;
  Value seen = vm.NewSet();
  Value values = seen.IsUnbound() ? kUnbound : vm.NewListWithCapacity(count);
  if (values.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < count; ++k) {
    Value key = vm.heap.At<Tuple>(keys)->items()[k];
    Step step = CheckNewKey(vm, seen, key);
    if (!step.done()) return step;
    step = DictGet(vm, mapping, key);
    if (!step.done()) return step;
    if (step.value.IsUnbound()) return Step::Done(kNone);
    if (!vm.ListAppend(values, step.value)) return vm.NoRoom();
  }
  return ListToTuple(vm, values);
}

// Any mapping: its get() is called for one key after another. Slots: get, values so far, keys seen, what get() answers
// when there is none.
Step MatchKeysStep(Vm& vm, Native& n) {
  enum : uint32_t { kGet, kValues, kSeen, kNothing };
  if (n.phase == 0) {
    Value name = vm.NewStrAscii("get");
    if (name.IsUnbound()) return vm.NoRoom();
    for (uint32_t k = 0; k < kMatchKeysSlots; ++k) n.slot(k) = kUnbound;
    n.phase = 1;
    n.slot(kNothing) = name;
    n.settled = vm.meter.used;
  }
  if (n.phase == 1) {
    Step get = GetAttribute(vm, n.arg(0), n.slot(kNothing));
    if (!get.done()) return get;
    Value values = vm.NewListWithCapacity(4);
    Value seen = values.IsUnbound() ? kUnbound : vm.NewSet();
    PlainObject* nothing = seen.IsUnbound() ? nullptr : vm.heap.New<PlainObject>(Kind::kPlainObject);
    if (nothing == nullptr) return vm.NoRoom();
    n.slot(kGet) = get.value;
    n.slot(kValues) = values;
    n.slot(kSeen) = seen;
    n.slot(kNothing) = vm.heap.ValueOf(nothing);
    n.phase = 2;
    n.settled = vm.meter.used;
  }
  if (n.phase == 3) {
    if (n.input == n.slot(kNothing)) return Step::Done(kNone);
    if (!vm.ListAppend(n.slot(kValues), n.input)) return vm.NoRoom();
    n.phase = 2;
    n.input = kUnbound;
    n.settled = vm.meter.used;
  }
  uint32_t k = vm.heap.At<List>(n.slot(kValues))->count;
  if (k == vm.heap.At<Tuple>(n.arg(1))->count) return ListToTuple(vm, n.slot(kValues));
  Value key = vm.heap.At<Tuple>(n.arg(1))->items()[k];
  Step step = CheckNewKey(vm, n.slot(kSeen), key);
  if (!step.done()) return step;
  return n.Call(3, n.slot(kGet), key, n.slot(kNothing));
}

namespace {

// A pattern asks for an attribute once.
Step CheckNewAttribute(Vm& vm, Value seen, Value cls, Value name) {
  Step step = SetContains(vm, seen, name);
  if (!step.done()) return step;
  if (step.value.IsTrue()) {
    return vm.Raise(TypeId::kTypeError, "%C() got multiple sub-patterns for attribute %R", cls, name);
  }
  return SetAdd(vm, seen, name);
}

// How many positional sub-patterns the class takes, given its __match_args__ (Unbound: it has none).
Step CheckMatchArgs(Vm& vm, Value cls, Value match_args, uint32_t positional, bool* is_self) {
  *is_self = match_args.IsUnbound() && MatchesSelf(LayoutOf(vm, cls));
  if (!match_args.IsUnbound() && !match_args.IsObject(Kind::kTuple)) {
    return vm.Raise(TypeId::kTypeError, "%C.__match_args__ must be a tuple (got %T)", cls, match_args);
  }
  uint32_t allowed = *is_self ? 1 : match_args.IsUnbound() ? 0 : vm.heap.At<Tuple>(match_args)->count;
  if (allowed >= positional) return Step::Done(kNone);
  return vm.Raise(TypeId::kTypeError, "%C() accepts %u positional sub-pattern%s (%u given)", cls, uint64_t{allowed},
                  allowed == 1 ? "" : "s", uint64_t{positional});
}

// The name of the k-th attribute that the pattern asks for: from __match_args__, then by keyword. Done(Unbound): there
// are no more.
Step PatternAttributeName(Vm& vm, uint32_t k, uint32_t positional, Value match_args, Value names) {
  if (k >= positional) {
    const Tuple* tuple = vm.heap.At<Tuple>(names);
    return Step::Done(k - positional < tuple->count ? tuple->items()[k - positional] : kUnbound);
  }
  Value name = vm.heap.At<Tuple>(match_args)->items()[k];
  if (name.IsStr()) return Step::Done(name);
  return vm.Raise(TypeId::kTypeError, "__match_args__ elements must be strings (got %T)", name);
}

}  // namespace

Step MatchClass(Vm& vm, Value subject, Value cls, uint32_t positional, Value names) {
  if (!IsClass(cls)) return vm.Raise(TypeId::kTypeError, "called match pattern must be a class");
  if (IsUserObject(vm, cls)) return NeedsPython();  // its metaclass may have __instancecheck__
  if (!IsSubclass(vm, ClassOf(vm, subject), cls)) {
    if (!subject.IsObject(Kind::kInstance)) return Step::Done(kNone);
    return LookupSpecial(vm, subject, Special::k_class).IsImmediate(Kind::kBuiltin) ? Step::Done(kNone) : NeedsPython();
  }
  Value values = vm.NewListWithCapacity(positional + vm.heap.At<Tuple>(names)->count);
  Value seen = values.IsUnbound() ? kUnbound : vm.NewSet();
  if (seen.IsUnbound() || !EnsureSpecialNames(vm)) return vm.NoRoom();
  Value match_args = kUnbound;
  if (positional > 0) {
    match_args = FindInClass(vm, cls, SpecialName(vm, Special::k_match_args));
    if (!match_args.IsUnbound() && !match_args.IsObject(Kind::kTuple)) return NeedsPython();
    bool is_self = false;
    Step step = CheckMatchArgs(vm, cls, match_args, positional, &is_self);
    if (!step.done()) return step;
    if (is_self) {
      if (!vm.ListAppend(values, subject)) return vm.NoRoom();
    }
  }
  for (;;) {
    Step name = PatternAttributeName(vm, vm.heap.At<List>(values)->count, positional, match_args, names);
    if (!name.done()) return name;
    if (name.value.IsUnbound()) return ListToTuple(vm, values);
    Step step = CheckNewAttribute(vm, seen, cls, name.value);
    if (!step.done()) return step;
    step = GetAttribute(vm, subject, name.value);
    if (step.action == Action::kRaise && IsSubtype(ExceptionTypeOf(vm, vm.raised), TypeId::kAttributeError)) {
      vm.raised = kNone;
      return Step::Done(kNone);
    }
    if (!step.done()) return step;
    if (!vm.ListAppend(values, step.value)) return vm.NoRoom();
  }
}

// The same where Python has to be asked. Arguments: subject, class, number of positional patterns, names; slots: values
// so far, names seen, __match_args__.
Step MatchClassStep(Vm& vm, Native& n) {
  enum : uint32_t { kValues, kSeen, kMatchArgs };
  enum : uint32_t { kStart, kChecked, kHasMatchArgs, kNext, kFetched };
  Value cls = n.arg(1);
  uint32_t positional = static_cast<uint32_t>(n.arg(2).AsSmallInt());
  switch (n.phase) {
    case kStart:
      for (uint32_t k = 0; k < kMatchClassSlots; ++k) n.slot(k) = kUnbound;
      return n.Call(kChecked, FindBuiltinName("isinstance"), n.arg(0), cls);
    case kChecked: {
      if (!n.input.IsTrue()) return Step::Done(kNone);
      Value values = vm.NewListWithCapacity(4);
      Value seen = values.IsUnbound() ? kUnbound : vm.NewSet();
      if (seen.IsUnbound() || !EnsureSpecialNames(vm)) return vm.NoRoom();
      n.slot(kValues) = values;
      n.slot(kSeen) = seen;
      if (positional > 0) {
        return n.Call(kHasMatchArgs, FindBuiltinName("getattr"), cls, SpecialName(vm, Special::k_match_args), kMissing);
      }
      break;
    }
    case kHasMatchArgs: {
      Value match_args = n.input == kMissing ? kUnbound : n.input;
      bool is_self = false;
      Step step = CheckMatchArgs(vm, cls, match_args, positional, &is_self);
      if (!step.done()) return step;
      if (is_self && !vm.ListAppend(n.slot(kValues), n.arg(0))) return vm.NoRoom();
      n.slot(kMatchArgs) = match_args;
      break;
    }
    case kFetched:
      if (n.input == kMissing) return Step::Done(kNone);
      if (!vm.ListAppend(n.slot(kValues), n.input)) return vm.NoRoom();
      break;
    default:
      break;
  }
  n.phase = kNext;
  n.input = kUnbound;
  n.settled = vm.meter.used;
  Step name =
      PatternAttributeName(vm, vm.heap.At<List>(n.slot(kValues))->count, positional, n.slot(kMatchArgs), n.arg(3));
  if (!name.done()) return name;
  if (name.value.IsUnbound()) return ListToTuple(vm, n.slot(kValues));
  Step step = CheckNewAttribute(vm, n.slot(kSeen), cls, name.value);
  if (!step.done()) return step;
  return n.Call(kFetched, FindBuiltinName("getattr"), n.arg(0), name.value, kMissing);
}

}  // namespace garter
