// Run seeds are a million programs apart, so that runs with neighbouring seeds share none.
#include "conformance/sources.h"

#include <algorithm>
#include <cstdio>

#include "conformance/encoding.h"
#include "conformance/session.h"
#include "fuzz/generator.h"

namespace garter {
namespace {

constexpr uint64_t kSeedsARun = 1000000;

void AddFolder(const std::filesystem::path& root, const std::string& folder, Origin origin, std::vector<Case>* out) {
  std::vector<Case> cases = LoadCases(root, "conformance/" + folder, origin);
  std::move(cases.begin(), cases.end(), std::back_inserter(*out));
}

void AddSource(const std::filesystem::path& root, const std::string& source, const SourceOptions& options,
               std::vector<Case>* out) {
  if (source == "curated") return AddFolder(root, "curated", Origin::kCurated, out);
  if (source == "regressions") return AddFolder(root, "regressions", Origin::kRegression, out);
  if (source == "hostile") return AddFolder(root, "hostile", Origin::kHostile, out);
  if (source == "divergences") return AddFolder(root, "divergences", Origin::kDivergence, out);
  if (source != "generated") throw UsageError("unknown source '" + source + "'");
  for (uint64_t i = 0; i < options.count; ++i)
    out->push_back(GeneratedCase(ProgramSeed(options.seed, i), options.features));
}

bool InShard(const Case& test, const SourceOptions& options) {
  auto digest = Sha256(test.id);
  uint32_t hash = uint32_t{digest[0]} << 24 | uint32_t{digest[1]} << 16 | uint32_t{digest[2]} << 8 | digest[3];
  return hash % options.shards == options.shard;
}

}  // namespace

uint64_t ProgramSeed(uint64_t run_seed, uint64_t index) { return run_seed * kSeedsARun + index; }

Case GeneratedCase(uint64_t program_seed, fuzz::FeatureMask features) {
  Case out;
  char mask[16] = "";
  if (features != fuzz::kDefaultFeatures) std::snprintf(mask, sizeof mask, "-%x", static_cast<unsigned>(features));
  out.id = "gen" + std::string(mask) + "/" + std::to_string(program_seed);
  out.origin = Origin::kGenerated;
  out.seed = program_seed;
  fuzz::GeneratorOptions options;
  options.features = features;
  out.source = fuzz::GenerateProgram(program_seed, options);
  return out;
}

std::vector<Case> GatherCases(const std::filesystem::path& root, const SourceOptions& options) {
  std::vector<Case> out;
  for (const std::string& source : options.sources) AddSource(root, source, options, &out);
  std::erase_if(out, [&](const Case& test) {
    return test.id.find(options.filter) == std::string::npos || !InShard(test, options);
  });
  return out;
}

}  // namespace garter
