// Operators of what is not a number: str, bytes, list, tuple, set, frozenset, dict and their views, unions of types.
#ifndef GARTER_INTERPRETER_TYPES_CONTAINERS_H_
#define GARTER_INTERPRETER_TYPES_CONTAINERS_H_

#include "interpreter/vm/vm.h"

namespace garter {

// a op b where at least one is not a number. Stop: neither operand has the operator (the caller raises "unsupported
// operand"). Errors with words of their own ('can only concatenate str (not "int") to str', "can't multiply sequence by
// non-int of type 'float'") are raised here.
Step ContainerBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);

// By type, in each type's file. They answer Stop when the other operand is not theirs.
Step ListBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);
Step TupleBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);
Step SetBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);
Step DictBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);
Step DictViewBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_CONTAINERS_H_
