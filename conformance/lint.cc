// Curated and hostile cases must say everything; regressions are minimised findings and need an id alone.
#include "conformance/lint.h"

#include <toml++/toml.h>
#include <algorithm>
#include <sstream>
#include <stdexcept>

#include "conformance/host_table.h"

namespace garter {
namespace {

constexpr std::string_view kObservable[] = {"stdout", "stderr", "exception", "globals", "result", "trace"};

void LintOne(const Case& test, const std::set<std::string>& features, std::vector<std::string>* out) {
  auto complain = [&](const std::string& what) { out->push_back(test.path + ": " + what); };
  for (const std::string& mistake : test.mistakes) complain(mistake);
  bool strict = test.origin == Origin::kCurated || test.origin == Origin::kHostile;
  if (strict && test.desc.empty()) complain("has no desc");
  if (strict && test.ref.empty()) complain("has no ref");
  if (strict && test.features.empty()) complain("has no features");
  for (const std::string& feature : test.features) {
    if (!features.contains(feature)) complain("unknown feature '" + feature + "'");
  }
  for (const std::string& field : test.observe) {
    bool known = std::find(std::begin(kObservable), std::end(kObservable), field) != std::end(kObservable);
    if (!known) complain("cannot observe '" + field + "'");
  }
  for (const std::string& name : test.host) {
    if (!IsHostFunction(name)) complain("unknown host function '" + name + "'");
  }
  if (test.limits.time <= 0 || test.limits.memory == 0) complain("a limit is zero");
}

}  // namespace

std::set<std::string> LoadFeatures(const std::filesystem::path& file) {
  std::set<std::string> out;
  try {
    toml::table table = toml::parse_file(file.string());
    for (const auto& [name, value] : table) out.insert(std::string(name.str()));
  } catch (const toml::parse_error& error) {
    std::ostringstream text;
    text << file.filename().string() << ": " << error;
    throw std::runtime_error(text.str());
  }
  return out;
}

std::vector<std::string> LintCases(const std::vector<Case>& cases, const std::set<std::string>& features, bool all) {
  std::vector<std::string> out;
  std::set<std::string> ids, used;
  for (const Case& test : cases) {
    LintOne(test, features, &out);
    used.insert(test.features.begin(), test.features.end());
    if (!ids.insert(std::string(OriginName(test.origin)) + ":" + test.id).second)
      out.push_back(test.path + ": id stands twice");
  }
  for (const std::string& feature : features) {
    if (all && !used.contains(feature)) out.push_back("features.toml: no case names '" + feature + "'");
  }
  return out;
}

}  // namespace garter
