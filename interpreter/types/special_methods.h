// Special methods that only pass on to an operator: a set's __or__, a list's __imul__, what __eq__ of a str accepts.
//
// Called as methods they answer NotImplemented for an operand that is not theirs, where the operator asks the other side
// and raises in the end. `accepts` says what is theirs.
#ifndef GARTER_INTERPRETER_TYPES_SPECIAL_METHODS_H_
#define GARTER_INTERPRETER_TYPES_SPECIAL_METHODS_H_

#include "interpreter/types/builtin.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/set.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/protocols.h"

namespace garter {

inline bool IsDictValue(Value v) { return v.IsObject(Kind::kDict); }

template <BinaryOp op, bool (*accepts)(Value), bool reflected = false, bool inplace = false>
Step PassToOperator(Vm& vm, Native& n) {
  if (!accepts(Plain(vm, n.arg(1)))) return Step::Done(kNotImplemented);
  return LayoutBinary(vm, op, n.arg(reflected ? 1 : 0), n.arg(reflected ? 0 : 1), inplace);
}

// sequence * n as a method: what is no int is an error, not NotImplemented.
template <bool inplace>
Step RepeatMethod(Vm& vm, Native& n) {
  int64_t count;
  Step step = IndexOf(vm, n.arg(1), &count);
  if (!step.done()) return step;
  Value times = vm.NewInt(count);
  return times.IsUnbound() ? vm.NoRoom() : LayoutBinary(vm, BinaryOp::kMul, n.arg(0), times, inplace);
}

#define GARTER_SLOT_ROW(name, ...) {name, "($self, value, /)", __VA_ARGS__, 0, BuiltinRow::kSlotWrapper}
// op and its reflection.
#define GARTER_BOTH_ROWS(name, op, accepts)                     \
  GARTER_SLOT_ROW("__" name "__", PassToOperator<op, accepts>), \
      GARTER_SLOT_ROW("__r" name "__", PassToOperator<op, accepts, true>)
#define GARTER_INPLACE_ROW(name, op, accepts) GARTER_SLOT_ROW("__i" name "__", PassToOperator<op, accepts, false, true>)

// What a class method makes, as an object of the class that it was called on: cls(value) for a class of the program.
template <NativeFunction make>
Step MadeForClass(Vm& vm, Native& n) {
  constexpr uint32_t kMade = 200;
  if (n.phase == kMade) return Step::Done(n.input);
  Step step = make(vm, n);
  return step.done() && n.arg(0).IsObject(Kind::kClass) ? n.Call(kMade, n.arg(0), step.value) : step;
}

// Instances have no hash: the attribute is None.
inline Step NoHash(Vm&, Native&) { return Step::Done(kNone); }
#define GARTER_NO_HASH_ROW {"__hash__", "($self)", NoHash, 0, BuiltinRow::kGetter | BuiltinRow::kNoMethod}

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_SPECIAL_METHODS_H_
