// The ask protocol: how a native, or an opcode, that meets an object of the program gets its special methods run.
//
// The Try forms of protocols.h cannot run Python (I1). Where they would have to they note what they want to know, in the
// vm, and answer Ask. Whoever called them has changed nothing yet and answers the same step upward. Then
//
//   - an opcode is done over as a native frame, Internal::kProtocol, with the same operands;
//   - a native's frame is pushed as it stands, with a memo (a list) behind its slots; the protocol's step form runs as
//     Internal::kProtocol on top of it; its answer is written into the memo, and the native is entered again in the same
//     phase with the same input. The Try forms then find the answers in the memo, in the order in which they ask.
//
// A native that keeps what it did (phase, slots, n.settled moved on) has the answers used before that dropped. What it
// asks the second time must be what it asked the first time; where it is not (a special method changed what the native
// looks at), the answers from there on are forgotten and asked for anew, as CPython starts a probe anew when a table
// changed under it. Using an answer costs one unit of fuel.
#ifndef GARTER_INTERPRETER_VM_ASK_H_
#define GARTER_INTERPRETER_VM_ASK_H_

#include "interpreter/vm/vm.h"

namespace garter {

// What can be asked. The step forms are in protocol_steps.cc (values), attribute_steps.cc, class_steps.cc.
enum class Protocol : uint16_t {
  kTruth,        // bool(a)
  kRichCompare,  // a op b, any object; detail: CompareOp
  kCompare,      // bool(a op b); detail: CompareOp
  kSame,         // a is b or bool(a == b)
  kHash,         // hash(a): an int
  kRepr,         // repr(a): a str
  kStr,          // str(a)
  kAscii,
  kFormat,  // format(a, b)
  kBinary,  // a op b; detail: BinaryOp | kInplace
  kNegative,
  kPositive,
  kInvert,
  kGetIter,       // iter(a)
  kNext,          // next(a); Unbound when exhausted
  kGetItem,       // a[b]
  kSetItem,       // a[b] = c
  kDeleteItem,    // del a[b]
  kGetSlice,      // a[b:c]
  kContains,      // b in a
  kLength,        // len(a): an int
  kIndex,         // operator.index(a): an exact int
  kInt,           // int(a)
  kFloat,         // float(a)
  kGetAttribute,  // a.b
  kGetMethod,     // a.b to be called with a: see GetMethod
  kSetAttribute,  // a.b = c
  kDeleteAttribute,
  kGetDescriptor,   // a.__get__(b, c)
  kIsInstance,      // isinstance(a, b)
  kIsSubclass,      // issubclass(a, b)
  kCall,            // a(*b), b a tuple
  kList,            // list(a): a new list
  kBuildSet,        // a set of the items of tuple a
  kBuildDict,       // a dict of the items of tuple a, key and value in turn
  kSetAdd,          // a.add(b)
  kUpdateDict,      // {**b} into the dict a
  kMergeDict,       // f(**b): into the dict a, for the callee c
  kFormatValue,     // f"{a!conversion:b}"; detail: conversion
  kMatchException,  // except b: of exception a
  kRaise,           // raise a from b
  kLoadName,        // the name b in the namespace a, a mapping that is no dict
  kComplex,         // complex(a)
  kAbsolute,        // abs(a)
  kRound,           // round(a, b); b Unbound: without
  kDivMod,          // divmod(a, b)
  kPower,           // pow(a, b, c), modulus given
  kBytes,           // bytes(a)
  kReversed,        // reversed(a)
  kLengthHint,      // operator.length_hint(a): an int, or None where there is none
  kDir,             // dir(a), not sorted
  kCount,
};
inline constexpr uint32_t kInplace = 32;  // kBinary: detail bit

// Notes a question, or answers it from the memo of the running native.
Step Ask(Vm& vm, Protocol protocol, uint32_t detail, Value a, Value b = kUnbound, Value c = kUnbound);

// Internal::kProtocol: arguments protocol | detail << 16, a, b, c.
Step ProtocolStep(Vm& vm, Native& n);
inline constexpr int kProtocolSlots = 4;
// What __len__ answered: Done(an exact int >= 0), or its error.
Step LengthResult(Vm& vm, Value v);
inline Value ProtocolCode(Protocol protocol, uint32_t detail) {
  return Value::SmallInt(static_cast<int64_t>(protocol) | int64_t{detail} << 16);
}

// The memo of a native: a list. Header, then entries.
struct Memo {
  static constexpr uint32_t kInput = 0, kFlags = 1, kNames = 2, kHeader = 3;
  static constexpr uint32_t kEntry = 5;  // code, a, b, answer, fuel when it was used
  static constexpr int64_t kStopped = 1, kFailed = 2;
};
// Called by EnterNative when a native asked: readies its memo. False: no room.
[[nodiscard]] bool PrepareMemo(Vm& vm, const Native& native);
// A native that waited is entered again, with `answer`: its input and all that it had.
void RestoreFromMemo(Vm& vm, Native* native, Value answer);
// Forgets the answers that were used before fuel `settled`.
void TrimMemo(Vm& vm, uint64_t settled);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_ASK_H_
