// The lint of metadata: every case, every declaration, and the table of features they speak of.
#ifndef GARTER_CONFORMANCE_LINT_H_
#define GARTER_CONFORMANCE_LINT_H_

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "conformance/case_file.h"

namespace garter {

// Names of features.toml. Throws std::runtime_error when it cannot be read.
std::set<std::string> LoadFeatures(const std::filesystem::path& file);

// One sentence a mistake, each beginning with the file it is in. With `all` the cases are the whole curated set, and a
// feature that none of them names is a mistake too.
std::vector<std::string> LintCases(const std::vector<Case>& cases, const std::set<std::string>& features, bool all);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_LINT_H_
