// Runs every curated case twice: calm, and collecting at every safepoint with every object moved. Outcome, streams,
// traceback and fuel must be the same (I2: nobody keeps a handle past a safepoint; I3: collection is prepaid).
//
//   curated_stress_test FOLDER        build it with --config=stress; each shard of Bazel takes its share of the files
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/heap/collector.h"
#include "interpreter/vm/run_for_test.h"

namespace garter {
namespace {

// Stress costs a full collection for each turn of a loop: longer cases end, in both runs alike, with this much fuel.
constexpr uint64_t kFuel = 300'000;

struct Seen {
  Outcome outcome;
  std::string out, error;
  uint64_t fuel;
  bool operator==(const Seen&) const = default;
};

Seen Observe(Machine& machine, std::string_view source, uint32_t mutant) {
  machine.options.mutant = mutant;
  machine.options.limits.fuel = kFuel;
  Result result = machine.Run(source);
  return {result.outcome, machine.out, machine.error + std::string(result.error_text), machine.sandbox.usage().fuel};
}

std::string ReadFile(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

size_t NumberFrom(const char* variable, size_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoul(text, nullptr, 10);
}

int Main(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".py") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  size_t shards = NumberFrom("TEST_TOTAL_SHARDS", 1), shard = NumberFrom("TEST_SHARD_INDEX", 0);
  if (const char* status = std::getenv("TEST_SHARD_STATUS_FILE")) std::ofstream(status).put('\n');
  int run = 0, different = 0;
  Machine calm, stressed;
  for (size_t k = shard; k < files.size(); k += shards) {
    std::string source = ReadFile(files[k]);
    Seen quiet = Observe(calm, source, kCalmRun), loud = Observe(stressed, source, 0);
    ++run;
    if (quiet == loud) continue;
    ++different;
    std::printf("%s: fuel %llu calm, %llu under stress\n--- calm\n%s%s--- stress\n%s%s", files[k].c_str(),
                static_cast<unsigned long long>(quiet.fuel), static_cast<unsigned long long>(loud.fuel),
                quiet.out.c_str(), quiet.error.c_str(), loud.out.c_str(), loud.error.c_str());
  }
  std::printf("%d cases, %d differ under stress\n", run, different);
  return run == 0 || different != 0;
}

}  // namespace
}  // namespace garter

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: curated_stress_test FOLDER\n");
    return 2;
  }
  return garter::Main(argv[1]);
}
