// Programs under the sandbox with small limits. No oracle is asked; what must
// hold for every program is checked here: the host is never blamed, limits hold,
// and a second run in the same sandbox, after another program, equals the first
// in output, fuel and memory (nothing is left behind, nothing is random).
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "interpreter/base/check.h"
#include "interpreter/host_block.h"
#include "interpreter/interpreter.h"

namespace {

constexpr size_t kBlock = size_t{64} << 20;
constexpr uint64_t kFuel = 300'000;
constexpr uint64_t kMemory = 8u << 20;
constexpr uint64_t kOutput = 64u << 10;

struct Observed {
  garter::Outcome outcome = garter::Outcome::kOk;
  garter::Usage usage;
  std::string output;
  std::string error;
};

void Append(void* context, garter::Stream, std::string_view text) { static_cast<std::string*>(context)->append(text); }

garter::Limits SmallLimits() {
  garter::Limits limits;
  limits.fuel = kFuel;
  limits.memory = kMemory;
  limits.output = kOutput;
  return limits;
}

Observed RunOnce(garter::Sandbox& sandbox, const garter::Program& program) {
  Observed out;
  garter::RunOptions options;
  options.limits = SmallLimits();
  options.write = Append;
  options.write_context = &out.output;
  garter::Result result = sandbox.Run(program, options);
  out.outcome = result.outcome;
  out.error = std::string(result.error_text);
  out.usage = sandbox.usage();
  return out;
}

void CheckLimits(const Observed& run) {
  CHECK(run.outcome != garter::Outcome::kMisuse);
  CHECK(run.outcome != garter::Outcome::kHostCall);
  CHECK(run.output.size() <= kOutput);
  CHECK(run.usage.memory_peak <= kMemory);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > (1u << 16)) return 0;
  static garter::HostBlock& code = *new garter::HostBlock(kBlock);
  static garter::HostBlock& span = *new garter::HostBlock(kBlock);
  garter::Program program(code.block());
  std::string_view source(reinterpret_cast<const char*>(data), size);
  garter::Result compiled = program.Compile(source, {}, SmallLimits());
  CHECK(compiled.outcome != garter::Outcome::kMisuse);
  if (!compiled.ok()) return 0;
  garter::Sandbox sandbox(span.block());
  Observed first = RunOnce(sandbox, program);
  CheckLimits(first);
  Observed second = RunOnce(sandbox, program);
  CHECK(first.outcome == second.outcome);
  CHECK(first.output == second.output);
  CHECK(first.error == second.error);
  CHECK(first.usage.fuel == second.usage.fuel);
  CHECK(first.usage.memory_peak == second.usage.memory_peak);
  return 0;
}
