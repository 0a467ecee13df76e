// What arithmetic on numbers is made of; int.cc, float.cc and the numeric builtins use it too.
#ifndef GARTER_INTERPRETER_TYPES_NUMBER_H_
#define GARTER_INTERPRETER_TYPES_NUMBER_H_

#include "interpreter/base/bigint.h"
#include "interpreter/vm/vm.h"

namespace garter {

// An int or bool as a signed magnitude, whatever its size. Points to itself: not copyable.
struct IntOperand {
  IntOperand(Vm& vm, Value v);  // REQUIRES: an int or bool
  IntOperand(const IntOperand&) = delete;
  IntOperand& operator=(const IntOperand&) = delete;
  uint64_t small = 0;
  BigInt view;
};

// Memory above the heap's top for the time of one operation: nothing that stays may be allocated meanwhile.
// limbs is null when there is no room (heap.wanted is set).
class Scratch {
 public:
  Scratch(Vm& vm, uint64_t count);
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

 private:
  Vm& vm_;

 public:
  uint64_t* limbs;

 private:
  uint32_t top_;
};

// divmod of ints; either result may be null when it is not wanted. "division by zero".
Step IntDivMod(Vm& vm, Value a, Value b, Value* quotient, Value* remainder);
// divmod of floats. REQUIRES: y != 0.
void FloatDivMod(double x, double y, double* quotient, double* remainder);
Step FloatPower(Vm& vm, double x, double y);
// ~bool, with its DeprecationWarning (bool.cc).
Step InvertBool(Vm& vm, Value v);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_NUMBER_H_
