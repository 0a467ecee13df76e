// Steps: how native code does its work without ever calling Python (invariant I1).
//
// A native is a function of (vm, activation) that answers what should happen next. When it needs Python to run - a
// key function, the next item of a generator - it puts the callee and its arguments behind its own slots, answers
// Call, and is entered again with the next phase and the answer as `input`. What it must remember meanwhile it keeps
// in its slots, which are registers of its own frame: the collector sees and moves what they refer to. C++ locals do
// not survive a Call, and pointers into the heap do not survive any answer.
//
//   Step Map_Next(Vm& vm, Native& n) {
//     if (n.phase == 0) return n.Call(1, function, item);      // entered again with phase 1
//     return Step::Done(n.input);
//   }
//
// Answers:
//   Done(v)     the result                          Stop(v)    an iterator is exhausted (no StopIteration exists)
//   Raise()     vm.raised is set (vm.Raise(...))    Call       see Native::Call
//   More(n)     no room for n bytes: collect, then enter again in this phase with the same input
//   Limit()     a limit was met: Meter::Charge said false
//   Ask         a special method of the program has to run first: see ask.h; answer it upward like More
//   Host        a host function: the run stops here and goes on with the host's answer
// A step that charged fuel and answers More starts again from the fuel it began with, or that Native::settled says.
#ifndef GARTER_INTERPRETER_VM_STEP_H_
#define GARTER_INTERPRETER_VM_STEP_H_

#include <cstdint>

#include "interpreter/heap/value.h"

namespace garter {

class Vm;

enum class Action : uint32_t { kDone, kStop, kRaise, kCall, kTailCall, kMore, kLimit, kHost, kAsk };

struct Step {
  Action action;
  uint32_t detail;  // kCall: arguments << 8 | phase; kMore: bytes, saturated
  // kDone: the answer; kStop: what a generator returned, Unbound when that was nothing; kCall: a tuple of the names of
  // the last arguments, or Unbound.
  Value value;

  static Step Done(Value v) { return {Action::kDone, 0, v}; }
  static Step Stop(Value returned = kUnbound) { return {Action::kStop, 0, returned}; }
  static Step Raised() { return {Action::kRaise, 0, kUnbound}; }
  static Step More(uint64_t bytes) {
    return {Action::kMore, bytes > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(bytes), kUnbound};
  }
  static Step Limit() { return {Action::kLimit, 0, kUnbound}; }
  bool done() const { return action == Action::kDone; }
};

// One activation of a native. Argument i and slot i are registers; both are counted from 0.
struct Native {
  Value* base;              // argument 0 is base[0], argument i is base[-i]
  uint32_t argument_count;  // as bound: every declared parameter has one, Unbound where absent without default.
                            // Rows flagged kRaw: what was passed, keyword values last.
  uint32_t slot_count;
  uint32_t phase;       // 0 when entered first
  Value input;          // phase > 0: what the call answered
  bool stopped;         // phase > 0: the callee, an iterator, was exhausted; `input` is what it returned, or Unbound
  bool failed;          // phase > 0, rows flagged kCatches or kCleans: the callee raised; `input` is the exception
  Value keyword_names;  // kRaw: tuple of str, the names of the last arguments; or Unbound
  Value function;       // the builtin itself
  uint64_t settled;     // fuel used when what is done last became final: where a run after More starts from.
                        // A native that keeps what it did (phase, slots, input) before More moves it on.

  Value& arg(uint32_t i) const { return base[-static_cast<int64_t>(i)]; }
  Value& slot(uint32_t i) const { return base[-static_cast<int64_t>(argument_count + i)]; }
  bool has(uint32_t i) const { return i < argument_count && !arg(i).IsUnbound(); }

  // Calls `callee`; this native is entered again with `next_phase`. REQUIRES: at most kMaxCallArguments arguments.
  static constexpr int kMaxCallArguments = 8;
  template <typename... Arguments>
  Step Call(uint32_t next_phase, Value callee, Arguments... arguments) const {
    Value* window = base - (argument_count + slot_count);
    window[0] = callee;
    int i = 3;
    ((window[-(i++)] = arguments), ...);
    static_assert(sizeof...(arguments) <= kMaxCallArguments);
    return {Action::kCall, static_cast<uint32_t>(sizeof...(arguments)) << 8 | next_phase, kUnbound};
  }
  // next(iterator): like Call; the native is entered again with input, or with stopped.
  // REQUIRES: `iterator` is an iterator (vm.GetIter answered it).
  Step Next(uint32_t next_phase, Value iterator) const { return Call(next_phase, kNextCallable, iterator); }
  // Callees that are the loop's own. next() by Stop; of what holds a frame: send(value), throw(exception), close().
  static constexpr Value kNextCallable = Value::Immediate(Kind::kNotImplemented, 1);
  static constexpr Value kSendCallable = Value::Immediate(Kind::kNotImplemented, 2);
  static constexpr Value kThrowCallable = Value::Immediate(Kind::kNotImplemented, 3);
  static constexpr Value kCloseCallable = Value::Immediate(Kind::kNotImplemented, 4);
  static constexpr Value kAthrowCallable = Value::Immediate(Kind::kNotImplemented, 5);  // GeneratorExit closes nothing
};

using NativeFunction = Step (*)(Vm& vm, Native& n);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_STEP_H_
