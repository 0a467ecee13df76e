// What the opcodes do beyond the protocols: variables, displays, unpacking, functions, raise.
//
// Each answers like a step (Done, Raise, More, Limit; NeedsPython where said) and leaves nothing changed on More.
// Windows and registers are given as pointers to the first register; the others lie downwards.
#ifndef GARTER_INTERPRETER_VM_OPERATORS_H_
#define GARTER_INTERPRETER_VM_OPERATORS_H_

#include "interpreter/vm/call.h"
#include "interpreter/vm/protocols.h"
#include "interpreter/vm/vm.h"

namespace garter {

// Variables: op_variables.cc.
Step RaiseUnboundLocal(Vm& vm, int reg);
Step RaiseUnboundCell(Vm& vm, int reg);
Step RaiseUnboundFree(Vm& vm, int index);
Step LoadGlobal(Vm& vm, uint32_t name);
Step StoreGlobal(Vm& vm, uint32_t name, Value value);
Step DeleteGlobal(Vm& vm, uint32_t name);
Step LoadName(Vm& vm, Value space, uint32_t name);
Step StoreName(Vm& vm, Value space, uint32_t name, Value value);
Step DeleteName(Vm& vm, Value space, uint32_t name);
Step LoadClassFree(Vm& vm, Value space, uint32_t name, int cell);
void RememberMethod(Vm& vm, uint32_t cache, Value receiver, Value callee);

// Displays: op_displays.cc. NeedsPython carries the iterator in `value`.
Step BuildTuple(Vm& vm, Value* first, uint32_t count);
Step BuildList(Vm& vm, Value* first, uint32_t count);
Step BuildSet(Vm& vm, Value* first, uint32_t count);
Step BuildDict(Vm& vm, Value* first, uint32_t pairs);
Step BuildString(Vm& vm, Value* first, uint32_t count);
Step ExtendList(Vm& vm, Value list, Value iterable, const Value* callee);
Step UpdateSet(Vm& vm, Value set, Value iterable);
Step UpdateDict(Vm& vm, Value dict, Value mapping);
Step MergeDict(Vm& vm, Value dict, Value mapping, Value callee);
Step ListToTuple(Vm& vm, Value list);
// Exactly `before` values, or with after != ~0: at least before + after, the rest as a list in between. Done: a tuple
// or list of the targets' values.
Step Unpack(Vm& vm, Value source, uint32_t before, uint32_t after);
Step FormatValue(Vm& vm, Value value, int conversion, Value specification);

// Functions and frames: op_functions.cc.
Step MakeFunction(Vm& vm, Value* window, uint32_t code, uint32_t cells);
// The arguments of CALL_SPREAD, whose window is site->window: window, count, names and flags of the call.
Step SpreadArguments(Vm& vm, Value* fp, bool keywords, CallSite* site);
// A window below everything that the frame uses, for an operator frame. Null: no room.
Value* OperatorWindow(Vm& vm, Value* fp, uint32_t pc, int64_t* flags);
// The protocol that an opcode stands for, when its Try form asked: code, a, b, c as Internal::kProtocol takes them.
// Done, or More. op_protocol.cc.
Step QuestionOf(Vm& vm, const Value* fp, const Instruction* i, Value* question);
// Moves the window of a call made in a generator's frame to the end of the register stack. False: no room.
bool CopyWindow(Vm& vm, Value* fp, CallSite* site);
// Collects when that is due, looks at the limits. False: one was met.
bool Safepoint(Vm& vm, Value* extent);

// Exceptions: unwind.cc and here.
Step RaiseStatement(Vm& vm, Value what, Value cause);  // cause Unbound: none
Step MatchException(Vm& vm, Value exception, Value type);
Step AssertFail(Vm& vm, Value message);
Step RaiseStopIteration(Vm& vm, Value returned = kUnbound);

// Generators: op_generators.cc.
Step MakeGenerator(Vm& vm, Value* fp, uint32_t resume_pc);
Step GetYieldFromIter(Vm& vm, Value v, bool in_coroutine);
inline constexpr Value kThrowHere = Value::Immediate(Kind::kNotImplemented, 8);  // NativeThrow: there is no `throw`
Step NativeSend(Vm& vm, Native& n);
Step NewAsend(Vm& vm, Value generator, Value sent);  // types/coroutine.cc
Step GetAwaitable(Vm& vm, Value v, int context);     // NeedsPython: __await__ is the program's
Step NativeAwaitable(Vm& vm, Native& n);
Step NativeAiter(Vm& vm, Native& n);
Step NativeAnext(Vm& vm, Native& n);
Step NativeThrow(Vm& vm, Native& n);
Step NativeClose(Vm& vm, Native& n);

// Context managers and patterns: op_match.cc.
Step LoadSpecial(Vm& vm, Value o, SpecialMethod which, bool* method);  // *method: `o` is its first argument
void ExceptionParts(Vm& vm, Value exception, Value* first);
Value SpecialOf(Vm& vm, Value o, SpecialMethod which);  // as it is found in o's type
bool IsPatternSequence(Vm& vm, Value v);
bool IsPatternMapping(Vm& vm, Value v);
// NeedsPython, or kAsk: the step forms are to do it.
Step MatchKeys(Vm& vm, Value mapping, Value keys);
Step MatchKeysStep(Vm& vm, Native& n);
inline constexpr int kMatchKeysSlots = 4;
Step MatchClass(Vm& vm, Value subject, Value cls, uint32_t positional, Value names);
Step MatchClassStep(Vm& vm, Native& n);
inline constexpr int kMatchClassSlots = 3;

static_assert(static_cast<uint32_t>(Internal::kBuildClass) == (kBuildClassBuiltin.payload() & 0x7FFF));
const BuiltinRow& InternalRow(uint32_t row);
Step NativeDisplay(Vm& vm, Native& n);  // sys.displayhook

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_OPERATORS_H_
