// Families of productions that can be switched on and off: a program uses only what the engine under test runs. The
// mask is part of what decides a program, as the seed is; each program then draws which of its features it takes up
// (few features used much find more than all of them used a little).
#ifndef GARTER_FUZZ_FEATURES_H_
#define GARTER_FUZZ_FEATURES_H_

#include <cstdint>
#include <string>
#include <vector>

namespace garter::fuzz {

enum class Feature : uint8_t {
#define GARTER_PROGRAM_FEATURE(name, text, meaning) k##name,
#include "fuzz/features.def"
  kCount,
};

using FeatureMask = uint32_t;

constexpr FeatureMask MaskOf(Feature feature) { return FeatureMask{1} << static_cast<int>(feature); }

constexpr FeatureMask kNoFeatures = 0;  // The programs of Garter's first version.
constexpr FeatureMask kAllFeatures = MaskOf(Feature::kCount) - 1;

// What a run uses that does not say otherwise.
constexpr FeatureMask kDefaultFeatures = kNoFeatures;

// Names joined by commas, `all`, `none` or `default`; a name behind a `-` is taken away ("all,-asyncio"). False if one
// is unknown.
bool ParseFeatures(const std::string& text, FeatureMask* mask);

// The same, the other way round.
std::string FeaturesText(FeatureMask mask);

struct FeatureRow {
  const char* name;
  const char* meaning;
};
const std::vector<FeatureRow>& FeatureRows();

}  // namespace garter::fuzz

#endif  // GARTER_FUZZ_FEATURES_H_
