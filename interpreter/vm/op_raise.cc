// raise, except, assert.
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

// An exception object out of what `raise` was given. Built-in classes alone exist today, and they are made without
// running Python.
Step Instantiate(Vm& vm, Value what) {
  if (what.IsObject(Kind::kException)) return Step::Done(what);
  if (what.IsImmediate(Kind::kType)) {
    auto type = static_cast<TypeId>(what.payload());
    if (IsExceptionType(type)) {
      Value args = vm.EmptyTuple();
      if (args.IsUnbound()) return vm.NoRoom();
      Value exception = vm.NewException(type, args);
      return exception.IsUnbound() ? vm.NoRoom() : Step::Done(exception);
    }
  }
  if (what.IsObject(Kind::kClass) && IsExceptionType(LayoutOf(vm, what))) return {Action::kAsk, 0, kUnbound};
  return Step::Stop();  // neither
}

}  // namespace

Step RaiseStatement(Vm& vm, Value what, Value cause) {
  Step exception = Instantiate(vm, what);
  if (exception.action == Action::kMore) return exception;
  if (exception.action == Action::kAsk) return Ask(vm, Protocol::kRaise, 0, what, cause);
  if (!exception.done()) return vm.Raise(TypeId::kTypeError, "exceptions must derive from BaseException");
  if (!cause.IsUnbound()) {
    Value reason = kNone;
    if (!cause.IsNone()) {
      Step made = Instantiate(vm, cause);
      if (made.action == Action::kMore) return made;
      if (made.action == Action::kAsk) return Ask(vm, Protocol::kRaise, 0, what, cause);
      if (!made.done()) return vm.Raise(TypeId::kTypeError, "exception causes must derive from BaseException");
      reason = made.value;
    }
    Exception* object = vm.heap.At<Exception>(exception.value);
    vm.heap.Store(object, &object->cause, reason);
    object->aux |= Exception::kSuppressContext;
  }
  return vm.RaiseObject(exception.value);
}

Step MatchException(Vm& vm, Value exception, Value type) {
  auto is_class = [&](Value v) { return IsClass(v) && IsExceptionType(LayoutOf(vm, v)); };
  constexpr const char* kMessage = "catching classes that do not inherit from BaseException is not allowed";
  Value cls = ClassOf(vm, exception);
  if (type.IsObject(Kind::kTuple)) {
    Tuple* tuple = vm.heap.At<Tuple>(type);
    for (uint32_t k = 0; k < tuple->count; ++k) {
      if (!is_class(tuple->items()[k])) return vm.Raise(TypeId::kTypeError, kMessage);
    }
    for (uint32_t k = 0; k < tuple->count; ++k) {
      if (IsSubclass(vm, cls, tuple->items()[k])) return Step::Done(kTrue);
    }
    return Step::Done(kFalse);
  }
  if (!is_class(type)) return vm.Raise(TypeId::kTypeError, kMessage);
  return Step::Done(Value::Bool(IsSubclass(vm, cls, type)));
}

Step AssertFail(Vm& vm, Value message) {
  if (!message.IsUnbound()) return vm.RaiseValue(TypeId::kAssertionError, message);
  Value args = vm.EmptyTuple();
  if (args.IsUnbound()) return vm.NoRoom();
  Value exception = vm.NewException(TypeId::kAssertionError, args);
  return exception.IsUnbound() ? vm.NoRoom() : vm.RaiseObject(exception);
}

Step RaiseStopIteration(Vm& vm, Value returned) {
  if (!returned.IsUnbound()) return vm.RaiseValue(TypeId::kStopIteration, returned);
  return RaiseStatement(vm, TypeValue(TypeId::kStopIteration), kUnbound);
}

}  // namespace garter
