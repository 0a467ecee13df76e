// The step forms of the protocols, by concept, for ProtocolStep: arguments code, a, b, c; kProtocolSlots slots.
#ifndef GARTER_INTERPRETER_VM_PROTOCOL_STEPS_H_
#define GARTER_INTERPRETER_VM_PROTOCOL_STEPS_H_

#include "interpreter/vm/special_calls.h"

namespace garter {

// operator_steps.cc: a op b with what classes of the program say. Also divmod and pow with a modulus.
Step BinaryStep(Vm& vm, Native& n, BinaryOp op, bool inplace);
Step DivModStep(Vm& vm, Native& n);
Step PowerStep(Vm& vm, Native& n);
// The Try form where an operand is an object of the program: asks if a special method has a say.
Step UserBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);
// The operator of the built-in types alone. Stop: neither has it (arithmetic.cc).
Step BuiltinBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);
Step RaiseUnsupported(Vm& vm, BinaryOp op, Value a, Value b, bool inplace);

// comparison_steps.cc: == and the order. Truth: bool(a op b); else what the method answers.
Step CompareStep(Vm& vm, Native& n, CompareOp op, bool truth);
Step SameStep(Vm& vm, Native& n);
// The Try form where an operand is an object of the program.
Step UserCompare(Vm& vm, CompareOp op, Value a, Value b, Protocol protocol);
// a op b of two values that are no objects of the program, without their identity (compare.cc).
Step BuiltinCompare(Vm& vm, CompareOp op, Value a, Value b);

// text_steps.cc
Step ReprStep(Vm& vm, Native& n);
Step StrStep(Vm& vm, Native& n);
Step FormatStep(Vm& vm, Native& n);
bool IsReprOpen(Vm& vm, Value container);
// The question for the repr of `v` while `count` containers are open, the innermost last.
Step AskRepr(Vm& vm, Value v, const Value* open, uint32_t count);

// number_steps.cc: one operand and a method: -a, abs(a), int(a), hash(a), len(a), ...
Step UnaryStep(Vm& vm, Native& n, Protocol protocol);
Step HashStep(Vm& vm, Native& n, uint32_t words);
Step RoundStep(Vm& vm, Native& n);

// container_steps.cc
Step GetIterStep(Vm& vm, Native& n);
Step NextStep(Vm& vm, Native& n);
Step GetItemStep(Vm& vm, Native& n);
Step SetItemStep(Vm& vm, Native& n);
Step DeleteItemStep(Vm& vm, Native& n);
Step GetSliceStep(Vm& vm, Native& n);
Step ContainsStep(Vm& vm, Native& n);
Step ListStep(Vm& vm, Native& n);
Step SetAddStep(Vm& vm, Native& n);
Step BuildStep(Vm& vm, Native& n, bool pairs);
Step UpdateDictStep(Vm& vm, Native& n, bool merge);

// class_check_steps.cc
Step ClassCheckStep(Vm& vm, Native& n, bool instance);

// op_raise.cc
Step RaiseStep(Vm& vm, Native& n);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_PROTOCOL_STEPS_H_
