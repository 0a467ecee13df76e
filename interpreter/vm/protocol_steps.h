// The step forms of the protocols by concept, for ProtocolStep alone: comparison_steps.cc, operator_steps.cc,
// text_steps.cc, container_steps.cc, class_check_steps.cc.
#ifndef GARTER_INTERPRETER_VM_PROTOCOL_STEPS_H_
#define GARTER_INTERPRETER_VM_PROTOCOL_STEPS_H_

#include "interpreter/vm/special_calls.h"

namespace garter {

// Arguments of all: code, a, b, c (see Protocol). The detail of the code.
inline uint32_t DetailOf(const Native& n) { return static_cast<uint32_t>(n.arg(0).AsSmallInt() >> 16); }

Step RichCompareStep(Vm& vm, Native& n, bool truth);
Step HashStep(Vm& vm, Native& n);
Step BinaryStep(Vm& vm, Native& n);
Step UnaryStep(Vm& vm, Native& n, Protocol protocol);
Step NumberStep(Vm& vm, Native& n, Protocol protocol);  // index, int, float
Step ReprStep(Vm& vm, Native& n);
Step StrStep(Vm& vm, Native& n);
Step FormatStep(Vm& vm, Native& n);
Step IterStep(Vm& vm, Native& n);
Step ItemStep(Vm& vm, Native& n, Protocol protocol);  // getitem, setitem, delitem
Step ContainsStep(Vm& vm, Native& n);
Step LengthStep(Vm& vm, Native& n);
Step ListStep(Vm& vm, Native& n);
Step MappingStep(Vm& vm, Native& n, Protocol protocol);  // {**b}, f(**b)
Step ClassCheckStep(Vm& vm, Native& n, bool instance);
Step RaiseStep(Vm& vm, Native& n);

// isinstance(a, b) and issubclass(a, b) as a Try form.
Step IsInstance(Vm& vm, Value v, Value classes);
Step IsSubclassOf(Vm& vm, Value cls, Value classes);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_PROTOCOL_STEPS_H_
