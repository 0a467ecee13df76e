// What the types that hold a frame share: generators, coroutines, asynchronous generators and their awaitables.
#ifndef GARTER_INTERPRETER_TYPES_GENERATOR_H_
#define GARTER_INTERPRETER_TYPES_GENERATOR_H_

#include "interpreter/vm/vm.h"

namespace garter {

Generator* GeneratorOf(Vm& vm, Value holder);
Value QualifiedNameOfGenerator(Vm& vm, Value holder);  // a str
// The instruction by which a suspended one was left.
const Instruction& StandsAt(Vm& vm, const Generator* generator);
// What it delegates to by `yield from` or `await` while it is suspended, or None.
Value DelegateOf(Vm& vm, Value holder);

// What throw() was given: values that lie downwards, type first.
struct ThrowRequest {
  Value* first;
  uint32_t given;
  Value At(uint32_t k) const { return k < given ? first[-static_cast<int64_t>(k)] : kNone; }
};

// Phases of a native that throws.
enum ThrowPhase : uint32_t { kInstantiated = 1, kAnswered = 2 };

// The arguments of throw() behind $self, in a row that is kRaw; their number is checked, and the old signature is warned
// of. `name`: "throw", "athrow". Done, or what is to be answered.
Step ThrowArguments(Vm& vm, Native& n, const char* name, ThrowRequest* request);
// The exception that they say. Done(it). Anything else is to be answered; after kCall the native is entered again with
// phase kInstantiated.
Step ThrownException(Vm& vm, Native& n, const ThrowRequest& request);
// Throws it (with phase kInstantiated: n.input) into what holds a frame, by kThrowCallable or kAthrowCallable; the
// native is entered again with phase kAnswered.
Step Throw(Vm& vm, Native& n, const ThrowRequest& request, Value callable, Value holder, Value exception);

// What a native that called kSendCallable and its like answers with phase kAnswered.
inline Step AnswerOf(const Native& n) { return n.stopped ? Step::Stop(n.input) : Step::Done(n.input); }

Value NameOfGenerator(Vm& vm, Value holder);
// Getters that all have.
Step IsRunningGenerator(Vm& vm, Native& n);
Step IsSuspendedGenerator(Vm& vm, Native& n);
Step DelegateOfGenerator(Vm& vm, Native& n);
Step NameOfGenerator(Vm& vm, Native& n);
Step QualifiedNameOfGenerator(Vm& vm, Native& n);
Step FrameOfGenerator(Vm& vm, Native& n);
Step CodeOfGenerator(Vm& vm, Native& n);
Step SendToGenerator(Vm& vm, Native& n);
Step ThrowToGenerator(Vm& vm, Native& n);
Step CloseGenerator(Vm& vm, Native& n);

// coroutine.cc: next() and send() of what `await` takes, an Iterator as argument 0.
Step AwaitableStep(Vm& vm, Native& n, Value sent);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_GENERATOR_H_
