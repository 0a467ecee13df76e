// What the types that hold a frame share: generators, coroutines, asynchronous generators and their awaitables.
#ifndef GARTER_INTERPRETER_TYPES_GENERATOR_H_
#define GARTER_INTERPRETER_TYPES_GENERATOR_H_

#include "interpreter/vm/vm.h"

namespace garter {

Generator* GeneratorOf(Vm& vm, Value holder);
Value QualifiedNameOfGenerator(Vm& vm, Value holder);  // a str
// What it delegates to by `yield from` or `await` while it is suspended, or None.
Value DelegateOf(Vm& vm, Value holder);

// Phases of a native that throws.
enum ThrowPhase : uint32_t { kInstantiated = 1, kAnswered = 2 };
inline constexpr uint32_t kThrowSignatureWarning = 20;  // for WarnOnce

// The arguments of throw(type, value, traceback) behind $self, in a row that is kRaw. Done: *exception is what they say.
// Anything else is to be answered; after kCall the native is entered again with phase kInstantiated.
Step ThrowArguments(Vm& vm, Native& n, Value* exception);
// Throws it (with phase kInstantiated: n.input) into what holds a frame; the native is entered again with `next_phase`.
Step Throw(Vm& vm, Native& n, Value holder, uint32_t next_phase, Value exception);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_GENERATOR_H_
