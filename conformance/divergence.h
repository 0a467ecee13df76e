// Declared divergences: the known differences from CPython, each as `divergences/D0001.toml` with a reason and
// `divergences/D0001.py`, a program that shows it. Both ways are checked in every run: a finding that a declaration
// covers is DECLARED, and a witness that no longer diverges makes its declaration stale, which fails the gate.
//
//   id = "D0001"
//   class = "by_design"               # bug, unsupported, by_design, version, unspecified
//   component = "interpreter/vm"
//   reason = "why it is so"
//   workaround = "what a program can do instead"
//   expires = "2027-12-31"
//   max_matches = 5                   # in one run; more is a new divergence
//   field = "stdout"                  # of the verdict: DIVERGE[stdout]
//   source_contains = " is "          # optional, and so are the next three
//   source_times = 2                  # that often at least
//   subject_contains = "True"
//   oracle_contains = "False"
#ifndef GARTER_CONFORMANCE_DIVERGENCE_H_
#define GARTER_CONFORMANCE_DIVERGENCE_H_

#include <filesystem>
#include <string>
#include <vector>

#include "conformance/case_file.h"
#include "conformance/verdict.h"

namespace garter {

struct Divergence {
  std::string id;
  std::string cls;
  std::string component;
  std::string reason;
  std::string workaround;
  std::string expires;
  int max_matches = 0;
  std::string field;
  std::string source_contains;
  int source_times = 1;
  std::string subject_contains;
  std::string oracle_contains;

  bool Covers(const Case& test, const Verdict& verdict) const;
};

// Mistakes (a missing key, no witness, an expired date) are collected.
std::vector<Divergence> LoadDivergences(const std::filesystem::path& folder, std::vector<std::string>* mistakes);

// Turns a DIVERGE that a declaration covers into DECLARED[id]. Which programs are covered does not depend on the order
// in which they ran: the budget `max_matches` is checked over the whole run, at its end.
void ApplyDeclarations(const std::vector<Divergence>& declared, const Case& test, Verdict* verdict);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_DIVERGENCE_H_
