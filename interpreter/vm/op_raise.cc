// raise, except, assert.
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

// An exception object out of what `raise` was given. Built-in classes are instantiated without running Python, those of
// the program are called.
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
  if (what.IsObject(Kind::kClass) && IsExceptionType(LayoutOf(vm, what))) {
    Value none = vm.EmptyTuple();
    if (none.IsUnbound()) return vm.NoRoom();
    Step made = Ask(vm, Protocol::kCall, 0, what, none);
    if (made.done() && !made.value.IsObject(Kind::kException)) {
      return vm.Raise(TypeId::kTypeError, "calling %R should have returned an instance of BaseException, not %R", what,
                      ClassOf(vm, made.value));
    }
    return made;
  }
  return Step::Stop();  // neither
}

bool IsExceptionClass(Vm& vm, Value v) { return IsClass(v) && IsExceptionType(LayoutOf(vm, v)); }

}  // namespace

Step RaiseStatement(Vm& vm, Value what, Value cause) {
  Step exception = Instantiate(vm, what);
  if (exception.action == Action::kStop)
    return vm.Raise(TypeId::kTypeError, "exceptions must derive from BaseException");
  if (!exception.done()) return exception;
  if (!cause.IsUnbound()) {
    Value reason = kNone;
    if (!cause.IsNone()) {
      Step made = Instantiate(vm, cause);
      if (made.action == Action::kStop)
        return vm.Raise(TypeId::kTypeError, "exception causes must derive from BaseException");
      if (!made.done()) return made;
      reason = made.value;
    }
    Exception* object = vm.heap.At<Exception>(exception.value);
    vm.heap.Store(object, &object->cause, reason);
    object->aux |= Exception::kSuppressContext;
  }
  return vm.RaiseObject(exception.value);
}

Step RaiseStep(Vm& vm, Native& n) {
  return n.failed ? vm.RaiseObject(n.input) : RaiseStatement(vm, n.arg(1), n.arg(2));
}

Step MatchException(Vm& vm, Value exception, Value type) {
  Value cls = ClassOf(vm, exception);
  constexpr const char* kMessage = "catching classes that do not inherit from BaseException is not allowed";
  Value native = Plain(vm, type);
  if (native.IsObject(Kind::kTuple)) {
    Tuple* tuple = vm.heap.At<Tuple>(native);
    for (uint32_t k = 0; k < tuple->count; ++k) {
      if (!IsExceptionClass(vm, tuple->items()[k])) return vm.Raise(TypeId::kTypeError, kMessage);
    }
    for (uint32_t k = 0; k < tuple->count; ++k) {
      if (IsSubclass(vm, cls, tuple->items()[k])) return Step::Done(kTrue);
    }
    return Step::Done(kFalse);
  }
  if (!IsExceptionClass(vm, type)) return vm.Raise(TypeId::kTypeError, kMessage);
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
