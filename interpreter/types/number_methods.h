// What the methods of numbers and the numeric builtins share.
#ifndef GARTER_INTERPRETER_TYPES_NUMBER_METHODS_H_
#define GARTER_INTERPRETER_TYPES_NUMBER_METHODS_H_

#include "interpreter/types/builtin.h"
#include "interpreter/vm/protocols.h"
#include "interpreter/vm/vm.h"

namespace garter {

inline bool IsIntOrBool(Value v) { return v.IsAnyInt() || v.IsBool(); }
inline bool IsNumber(Value v) { return IsIntOrBool(v) || v.IsDouble(); }
// A bool as the int that it is; others as they are.
inline Value AsPlainInt(Value v) { return v.IsBool() ? Value::SmallInt(v.payload()) : v; }

// int(d), toward zero: "cannot convert float NaN to integer".
Step IntFromDouble(Vm& vm, double d);
// The characters of a str or bytes as int() and float() read them: digits of all scripts become ASCII ones, spaces ' ',
// what else is not ASCII '?'. Lies above the heap's top until the next allocation. Null: no room.
char* NumberText(Vm& vm, Value text, size_t* size);

// round(v, digits); digits None or Unbound: to an int.
Step RoundInt(Vm& vm, Value v, Value digits);
Step RoundFloat(Vm& vm, Value v, Value digits);
// divmod(a, b) as a tuple. REQUIRES: numbers.
Step DivModTuple(Vm& vm, Value a, Value b);
// pow(base, exponent, modulus). REQUIRES: ints or bools.
Step PowerModulo(Vm& vm, Value base, Value exponent, Value modulus);
Step AbsoluteNumber(Vm& vm, Value v);  // REQUIRES: a number, or complex

// A special method of two operands, by the operator: what the other operand must be, and which side it is on.
template <BinaryOp op, bool (*accepts)(Value), bool reflected>
Step OperatorMethod(Vm& vm, Native& n) {
  if (!accepts(n.arg(1))) return Step::Done(kNotImplemented);
  return reflected ? Binary(vm, op, n.arg(1), n.arg(0), false) : Binary(vm, op, n.arg(0), n.arg(1), false);
}
template <CompareOp op, bool (*accepts)(Value)>
Step CompareMethod(Vm& vm, Native& n) {
  return accepts(n.arg(1)) ? Compare(vm, op, n.arg(0), n.arg(1)) : Step::Done(kNotImplemented);
}
template <bool (*accepts)(Value), bool reflected>
Step DivModMethod(Vm& vm, Native& n) {
  if (!accepts(n.arg(1))) return Step::Done(kNotImplemented);
  return reflected ? DivModTuple(vm, n.arg(1), n.arg(0)) : DivModTuple(vm, n.arg(0), n.arg(1));
}

inline Step NegativeMethod(Vm& vm, Native& n) { return Negative(vm, n.arg(0)); }
inline Step PositiveMethod(Vm& vm, Native& n) { return Positive(vm, n.arg(0)); }
inline Step AbsoluteMethod(Vm& vm, Native& n) { return AbsoluteNumber(vm, n.arg(0)); }
inline Step FormatMethod(Vm& vm, Native& n) {
  if (n.arg(1).IsStr()) return Format(vm, n.arg(0), n.arg(1));
  return vm.Raise(TypeId::kTypeError, "__format__() argument must be str, not %T", n.arg(1));
}
inline Step TruthMethod(Vm& vm, Native& n) { return Truth(vm, n.arg(0)); }

// The rows that int and float have in common, and of them those that bool has anew.
#define GARTER_OPERATOR_ROWS(name, op, accepts)                                                             \
  {"__" name "__", "($self, value, /)", OperatorMethod<op, accepts, false>, 0, BuiltinRow::kSlotWrapper}, { \
    "__r" name "__", "($self, value, /)", OperatorMethod<op, accepts, true>, 0, BuiltinRow::kSlotWrapper    \
  }
#define GARTER_COMPARE_ROW(name, op, accepts) \
  {name, "($self, value, /)", CompareMethod<op, accepts>, 0, BuiltinRow::kSlotWrapper}

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_NUMBER_METHODS_H_
