// For tests: a program and a sandbox with memory of their own, and what the program wrote.
#ifndef GARTER_INTERPRETER_VM_RUN_FOR_TEST_H_
#define GARTER_INTERPRETER_VM_RUN_FOR_TEST_H_

#include <string>
#include <string_view>

#include "interpreter/host_block.h"
#include "interpreter/interpreter.h"

namespace garter {

class Machine {
 public:
  explicit Machine(size_t memory = size_t{64} << 20)
      : code_(2 * memory + (1 << 17)), span_(memory + (1 << 17)), program(code_.block()), sandbox(span_.block()) {
    options.limits.memory = memory;
    options.write = [](void* self, Stream stream, std::string_view text) {
      auto* machine = static_cast<Machine*>(self);
      (stream == Stream::kStdout ? machine->out : machine->error).append(text);
    };
    options.write_context = this;
  }

  // Compiles and runs under `options`.
  Result Run(std::string_view source) {
    out.clear();
    error.clear();
    CompileOptions compile_options;
    Result result = program.Compile(source, compile_options, options.limits);
    return result.ok() ? sandbox.Run(program, options) : result;
  }

 private:
  HostBlock code_, span_;

 public:
  Program program;
  Sandbox sandbox;
  RunOptions options;
  std::string out, error;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_RUN_FOR_TEST_H_
