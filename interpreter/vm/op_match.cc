// Context managers and patterns: what their opcodes find out.
#include "interpreter/types/exception.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

constexpr const char* kSpecialNames[] = {"__enter__", "__exit__", "__aenter__", "__aexit__"};

bool HasSpecial(Vm& vm, Value o, SpecialMethod which) {
  return !FindBuiltinAttribute(vm.TypeOf(o), kSpecialNames[static_cast<int>(which)]).IsUnbound();
}

// The error says when it is the other kind of manager that the object is.
Step RaiseNoManager(Vm& vm, Value o, SpecialMethod which) {
  bool is_async = which >= SpecialMethod::kAsyncEnter;
  bool other = is_async ? HasSpecial(vm, o, SpecialMethod::kEnter) && HasSpecial(vm, o, SpecialMethod::kExit)
                        : HasSpecial(vm, o, SpecialMethod::kAsyncEnter) && HasSpecial(vm, o, SpecialMethod::kAsyncExit);
  const char* hint =
      !other     ? ""
      : is_async ? " but it supports the context manager protocol. Did you mean to use 'with'?"
                 : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
  return vm.Raise(TypeId::kTypeError, "'%T' object does not support the %s protocol (missed %s method)%s", o,
                  is_async ? "asynchronous context manager" : "context manager", kSpecialNames[static_cast<int>(which)],
                  hint);
}

// Types whose only positional sub-pattern is matched against the subject itself.
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

}  // namespace

Step LoadSpecial(Vm& vm, Value o, SpecialMethod which, bool* method) {
  Value found = FindBuiltinAttribute(vm.TypeOf(o), kSpecialNames[static_cast<int>(which)]);
  if (found.IsUnbound()) return RaiseNoManager(vm, o, which);
  *method = true;
  return Step::Done(found);
}

void ExceptionParts(Vm& vm, Value exception, Value* first) {
  first[0] = TypeValue(ExceptionTypeOf(vm, exception));
  first[-1] = exception;
  first[-2] = vm.heap.At<Exception>(exception)->traceback;
}

bool IsPatternSequence(Value v) {
  return v.IsObject(Kind::kList) || v.IsObject(Kind::kTuple) || v.IsObject(Kind::kRange);
}

bool IsPatternMapping(Value v) { return v.IsObject(Kind::kDict); }

// An equal key twice is an error even where the mapping has no such key: literals were compared by the compiler, but a
// key may be the value of an attribute.
Step MatchKeys(Vm& vm, Value mapping, Value keys) {
  uint32_t count = vm.heap.At<Tuple>(keys)->count;
  Value seen = vm.NewSet();
  Value values = seen.IsUnbound() ? kUnbound : vm.NewListWithCapacity(count);
  if (values.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < count; ++k) {
    Value key = vm.heap.At<Tuple>(keys)->items()[k];
    Step step = SetContains(vm, seen, key);
    if (!step.done()) return step;
    if (step.value.IsTrue()) {
      return vm.Raise(TypeId::kValueError, "mapping pattern checks duplicate key (%R)", key);
    }
    step = SetAdd(vm, seen, key);
    if (!step.done()) return step;
    step = DictGet(vm, mapping, key);
    if (!step.done()) return step;
    if (step.value.IsUnbound()) return Step::Done(kNone);
    if (!vm.ListAppend(values, step.value)) return vm.NoRoom();
  }
  return ListToTuple(vm, values);
}

namespace {

// The attribute of a subject, or Unbound when there is none. `seen` holds the names that were asked for.
Step PatternAttribute(Vm& vm, Value subject, Value cls, Value name, Value seen) {
  Step step = SetContains(vm, seen, name);
  if (!step.done()) return step;
  if (step.value.IsTrue()) {
    return vm.Raise(TypeId::kTypeError, "%N() got multiple sub-patterns for attribute %R",
                    static_cast<int>(cls.payload()), name);
  }
  step = SetAdd(vm, seen, name);
  if (!step.done()) return step;
  step = GetAttribute(vm, subject, name);
  if (step.action != Action::kRaise) return step;
  if (!IsSubtype(ExceptionTypeOf(vm, vm.raised), TypeId::kAttributeError)) return step;
  vm.raised = kNone;
  return Step::Done(kUnbound);
}

}  // namespace

Step MatchClass(Vm& vm, Value subject, Value cls, uint32_t positional, Value names) {
  if (!cls.IsImmediate(Kind::kType)) return vm.Raise(TypeId::kTypeError, "called match pattern must be a class");
  auto type = static_cast<TypeId>(cls.payload());
  if (!IsSubtype(vm.TypeOf(subject), type)) return Step::Done(kNone);
  uint32_t named = vm.heap.At<Tuple>(names)->count;
  Value values = vm.NewListWithCapacity(positional + named);
  Value seen = values.IsUnbound() ? kUnbound : vm.NewSet();
  if (seen.IsUnbound()) return vm.NoRoom();
  if (positional > 0) {
    uint32_t allowed = MatchesSelf(type);
    if (allowed < positional) {
      return vm.Raise(TypeId::kTypeError, "%N() accepts %u positional sub-pattern%s (%u given)", static_cast<int>(type),
                      uint64_t{allowed}, allowed == 1 ? "" : "s", uint64_t{positional});
    }
    if (!vm.ListAppend(values, subject)) return vm.NoRoom();
  }
  for (uint32_t k = 0; k < named; ++k) {
    Step step = PatternAttribute(vm, subject, cls, vm.heap.At<Tuple>(names)->items()[k], seen);
    if (!step.done()) return step;
    if (step.value.IsUnbound()) return Step::Done(kNone);
    if (!vm.ListAppend(values, step.value)) return vm.NoRoom();
  }
  return ListToTuple(vm, values);
}

}  // namespace garter
