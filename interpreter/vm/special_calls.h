// Calls of special methods by natives: what was found in a class becomes a callee with its arguments.
#ifndef GARTER_INTERPRETER_VM_SPECIAL_CALLS_H_
#define GARTER_INTERPRETER_VM_SPECIAL_CALLS_H_

#include "interpreter/vm/user_attributes.h"

namespace garter {

// Calls `found` (of type(self), as LookupSpecial answers it) for `self`; the native goes on with `phase`. Functions get
// `self` as their first argument; static methods do not; class methods get the class; descriptors of the program
// are asked for what to call. REQUIRES: found is bound.
template <typename... Arguments>
Step CallSpecial(Vm& vm, Native& n, uint32_t phase, Value found, Value self, Arguments... arguments) {
  if (found.IsObject(Kind::kFunction) && (vm.heap.At<Function>(found)->aux & Function::kBuiltinLike) == 0) {
    return n.Call(phase, found, self, arguments...);
  }
  if (found.IsImmediate(Kind::kBuiltin) && OwnerOf(found) != TypeId::kCount &&
      (RowOf(found).flags & (BuiltinRow::kStatic | BuiltinRow::kClass | BuiltinRow::kGetter)) == 0) {
    return n.Call(phase, found, self, arguments...);
  }
  Resolution r = BindFound(vm, found, self, ClassOf(vm, self));
  switch (r.how) {
    case Resolution::kValue:
      if (r.value.IsNone()) return vm.Raise(TypeId::kTypeError, "'NoneType' object is not callable");
      return n.Call(phase, r.value, arguments...);
    case Resolution::kMethod:
      return n.Call(phase, r.value, r.self, arguments...);
    case Resolution::kFailed:
      return r.step;
    default:
      break;
  }
  Step bound = Ask(vm, Protocol::kGetDescriptor, 0, found, self, ClassOf(vm, self));
  return bound.done() ? n.Call(phase, bound.value, arguments...) : bound;
}

// A call with any number of arguments, the last of them named by `names` (a tuple, or Unbound).
// `argument(k)` answers argument k.
template <typename ArgumentOf>
Step CallWith(Vm& vm, const Native& n, uint32_t phase, Value callee, uint32_t count, Value names, ArgumentOf argument);

// object.__setattr__ with a data descriptor that needs Python (attribute_steps.cc).
Step SetByDescriptor(Vm& vm, Native& n, uint32_t phase, Value o, Value name, Value value);

}  // namespace garter

#include "interpreter/vm/loop.h"

namespace garter {

template <typename ArgumentOf>
Step CallWith(Vm& vm, const Native& n, uint32_t phase, Value callee, uint32_t count, Value names, ArgumentOf argument) {
  Value* window = n.base - (n.argument_count + n.slot_count);
  if (count > static_cast<uint32_t>(Native::kMaxCallArguments) && !EnsureStack(vm, window - kFrameHeader - count - 8)) {
    return vm.NoRoom();
  }
  for (uint32_t k = 0; k < count; ++k) window[-kFrameHeader - static_cast<int64_t>(k)] = argument(k);
  window[0] = callee;
  return {Action::kCall, count << 8 | phase, names};
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_SPECIAL_CALLS_H_
