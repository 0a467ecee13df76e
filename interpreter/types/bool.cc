// bool: an int with two values of its own.
#include "interpreter/types/number.h"
#include "interpreter/types/number_methods.h"
#include "interpreter/types/tables.h"
#include "interpreter/types/warning.h"

namespace garter {
namespace {

Step NewBool(Vm& vm, Native& n) { return n.has(1) ? Truth(vm, n.arg(1)) : Step::Done(kFalse); }
Step InvertMethod(Vm& vm, Native& n) { return InvertBool(vm, n.arg(0)); }

constexpr BuiltinRow kRows[] = {
    GARTER_OPERATOR_ROWS("and", BinaryOp::kAnd, IsIntOrBool),
    GARTER_OPERATOR_ROWS("or", BinaryOp::kOr, IsIntOrBool),
    GARTER_OPERATOR_ROWS("xor", BinaryOp::kXor, IsIntOrBool),
    {"__invert__", "($self, /)", InvertMethod, 0, BuiltinRow::kSlotWrapper},
};
constexpr BuiltinRow kConstructor = {"bool", "($self, object=False, /)", NewBool};

}  // namespace

constexpr TypeTable kBoolTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

Step InvertBool(Vm& vm, Value v) {
  Step step =
      WarnOnce(vm, 0,
               "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. "
               "This returns the bitwise inversion of the underlying int object and is usually not what you expect "
               "from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the "
               "bitwise inversion of the underlying int.");
  return step.done() ? Step::Done(Value::SmallInt(v.IsTrue() ? -2 : -1)) : step;
}

}  // namespace garter
