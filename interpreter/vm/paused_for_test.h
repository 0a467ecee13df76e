// For tests: a run that waits in a host call, and the machine behind it. Whatever a native may ask for can be asked of
// `vm()` then: objects made, protocols tried, collections run.
//
// Values that must outlive a collection are kept by Keep(), which answers where they are.
#ifndef GARTER_INTERPRETER_VM_PAUSED_FOR_TEST_H_
#define GARTER_INTERPRETER_VM_PAUSED_FOR_TEST_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "interpreter/heap/collector.h"
#include "interpreter/host_block.h"
#include "interpreter/interpreter.h"
#include "interpreter/vm/protocols.h"
#include "interpreter/vm/vm.h"

namespace garter {

class Paused {
 public:
  static constexpr int kKept = 16;

  explicit Paused(size_t memory = size_t{64} << 20)
      : code_(1 << 20), span_(memory + (1 << 17)), program_(code_.block()), sandbox_(span_.block()) {
    static constexpr std::string_view kFunctions[] = {"wait"};
    RunOptions options;
    options.host_functions = kFunctions;
    options.host_function_count = 1;
    options.limits.memory = memory;
    options.mutant = kCalmRun;
    Result result = program_.Compile("wait(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)", {}, options.limits);
    if (result.ok()) result = sandbox_.Run(program_, options);
    EXPECT_EQ(result.outcome, Outcome::kHostCall) << result.error_text;
  }

  // A Vm stands at the start of its block (vm.h).
  Vm& vm() { return *static_cast<Vm*>(span_.block().data); }

  // The arguments of the call that waits are registers: `index` counts them.
  Value& Keep(int index, Value v) {
    Value& slot = vm().host_window[-3 - index];
    slot = v;
    return slot;
  }
  Value& kept(int index) { return vm().host_window[-3 - index]; }

  // A collection of the kind that is due: young objects alone, or with `full` everything.
  bool CollectNow(bool full) {
    if (full) vm().heap.full_trigger = 0;
    return Collect(vm(), vm().stack_floor, 0);
  }

  Value Str(std::string_view utf8) { return vm().NewStrUtf8(utf8); }
  std::string TextOf(Value v) {
    Text text = vm().TextOf(v);
    std::string ascii;
    for (uint32_t i = 0; i < text.length; ++i) ascii += text[i] < 128 ? static_cast<char>(text[i]) : '?';
    return ascii;
  }
  std::string ReprOf(Value v) {
    Step step = Repr(vm(), v);
    return step.done() ? TextOf(step.value) : "no repr";
  }
  // The message of the exception that was raised.
  std::string Message() {
    Value args = vm().heap.At<Exception>(vm().raised)->args;
    return vm().heap.At<Tuple>(args)->count == 0 ? "" : TextOf(vm().heap.At<Tuple>(args)->items()[0]);
  }

 private:
  HostBlock code_, span_;
  Program program_;
  Sandbox sandbox_;
};

// Equal on every platform, unlike the standard library's distributions.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  uint64_t Next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return state_ >> 33;
  }
  uint64_t Below(uint64_t bound) { return Next() % bound; }

 private:
  uint64_t state_;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_PAUSED_FOR_TEST_H_
