// Runs cases under subject and oracle and judges each pair.
//
// Each thread owns one subject and one oracle, takes a chunk of cases at a time, and lets the two work on it side by
// side. Whatever does not agree is run again, alone, in fresh workers, and so is one agreeing case in a hundred: a
// verdict that depends on the company a case had is a finding of its own.
#ifndef GARTER_CONFORMANCE_RUNNER_H_
#define GARTER_CONFORMANCE_RUNNER_H_

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "conformance/divergence.h"
#include "conformance/engine.h"
#include "conformance/verdict.h"

namespace garter {

struct CaseResult {
  const Case* test = nullptr;
  Verdict verdict;
  Observation subject;
  Observation oracle;
  bool rerun = false;                // was run again alone
  bool oracle_leaked = false;        // the oracle's answer in a batch was not its answer alone
  std::vector<std::string> session;  // cases whose company the failure needs; empty: none
};

struct RunnerOptions {
  int jobs = 1;
  std::vector<Divergence> declared;
  // Makes an engine for one thread. `make_oracle` may be empty: then only cases with an expectation can be judged.
  std::function<std::unique_ptr<Engine>()> make_subject;
  std::function<std::unique_ptr<Engine>()> make_oracle;
  // Called from any thread after each case, one call at a time.
  std::function<void(const CaseResult&)> on_result;
  // Whether one agreeing case in a hundred is run again.
  bool rerun_sample = true;
};

// One result a case, in the order of `cases`.
std::vector<CaseResult> RunCases(const std::vector<Case>& cases, const RunnerOptions& options);

// Judges one case that is run alone under both engines (replay, mutants, minimiser, controls).
CaseResult RunOneAlone(const Case& test, Engine* subject, Engine* oracle, const std::vector<Divergence>& declared);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_RUNNER_H_
