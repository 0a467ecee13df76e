// Names of features to masks and back; see features.h.
#include "fuzz/features.h"

#include <algorithm>

namespace garter::fuzz {
namespace {

bool AddFeature(const std::string& name, bool take, FeatureMask* mask) {
  FeatureMask named = 0;
  if (name == "all") named = kAllFeatures;
  if (name == "default") named = kDefaultFeatures;
  bool known = name == "all" || name == "default" || name == "none" || name.empty();
  for (size_t i = 0; i < FeatureRows().size(); ++i) {
    if (name != FeatureRows()[i].name) continue;
    named = MaskOf(static_cast<Feature>(i));
    known = true;
  }
  *mask = take ? *mask | named : *mask & ~named;
  return known;
}

}  // namespace

const std::vector<FeatureRow>& FeatureRows() {
  static const auto& rows = *new std::vector<FeatureRow>{
#define GARTER_PROGRAM_FEATURE(name, text, meaning) {text, meaning},
#include "fuzz/features.def"
  };
  return rows;
}

bool ParseFeatures(const std::string& text, FeatureMask* mask) {
  *mask = kNoFeatures;
  bool good = true;
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = std::min(text.find(',', begin), text.size());
    std::string name = text.substr(begin, end - begin);
    bool take = name.empty() || name[0] != '-';
    good = AddFeature(take ? name : name.substr(1), take, mask) && good;
    begin = end + 1;
  }
  return good;
}

std::string FeaturesText(FeatureMask mask) {
  if (mask == kNoFeatures) return "none";
  if (mask == kAllFeatures) return "all";
  std::string out;
  for (size_t i = 0; i < FeatureRows().size(); ++i) {
    if ((mask & MaskOf(static_cast<Feature>(i))) == 0) continue;
    out += out.empty() ? "" : ",";
    out += FeatureRows()[i].name;
  }
  return out;
}

}  // namespace garter::fuzz
