// Where cases come from: curated, regressions, hostile, the witnesses of declared divergences, and the generator.
#ifndef GARTER_CONFORMANCE_SOURCES_H_
#define GARTER_CONFORMANCE_SOURCES_H_

#include <filesystem>
#include <string>
#include <vector>

#include "conformance/case_file.h"
#include "fuzz/features.h"

namespace garter {

struct SourceOptions {
  std::vector<std::string> sources;  // names: curated, regressions, hostile, divergences, generated
  std::string filter;                // a part of the id
  uint64_t seed = 1;
  uint64_t count = 5000;                                // generated programs
  fuzz::FeatureMask features = fuzz::kDefaultFeatures;  // and what they may use
  // Bazel's sharding: this shard takes the cases whose id hashes to it.
  uint32_t shard = 0;
  uint32_t shards = 1;
};

// Throws UsageError on an unknown source.
std::vector<Case> GatherCases(const std::filesystem::path& root, const SourceOptions& options);

// The generated program number `index` of a run with `seed`; its id is "gen/<program seed>", or, with other features than
// the default ones, "gen-<mask in hexadecimal>/<program seed>".
Case GeneratedCase(uint64_t program_seed, fuzz::FeatureMask features = fuzz::kDefaultFeatures);
uint64_t ProgramSeed(uint64_t run_seed, uint64_t index);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_SOURCES_H_
