// What comparison is made of: each type's part, for vm/compare.cc and for whoever orders values in bulk.
#ifndef GARTER_INTERPRETER_TYPES_COMPARE_PARTS_H_
#define GARTER_INTERPRETER_TYPES_COMPARE_PARTS_H_

#include "interpreter/vm/protocols.h"

namespace garter {

inline bool IsNumber(Value v) { return v.IsSmallInt() || v.IsDouble() || v.IsBool() || v.IsObject(Kind::kInt); }

// <0, 0, >0; kUnordered when a NaN is among them. REQUIRES: both are numbers.
inline constexpr int kUnordered = 2;
int CompareNumbers(Vm& vm, Value a, Value b);

// What `op` says of an order.
constexpr bool Holds(CompareOp op, int order) {
  if (order == kUnordered) return op == CompareOp::kNotEqual;
  switch (op) {
    case CompareOp::kLess:
      return order < 0;
    case CompareOp::kLessEqual:
      return order <= 0;
    case CompareOp::kEqual:
      return order == 0;
    case CompareOp::kNotEqual:
      return order != 0;
    case CompareOp::kGreater:
      return order > 0;
    case CompareOp::kGreaterEqual:
      return order >= 0;
  }
  return false;
}

constexpr const char* CompareOpText(CompareOp op) {
  constexpr const char* kTexts[] = {"<", "<=", "==", "!=", ">", ">="};
  return kTexts[static_cast<int>(op)];
}

// Sets, frozensets, keys and items views among each other. Stop: the operands are not both of these.
Step CompareSets(Vm& vm, CompareOp op, Value a, Value b);
bool RangesEqual(Vm& vm, Value a, Value b);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_COMPARE_PARTS_H_
