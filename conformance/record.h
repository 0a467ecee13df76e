// The records of a run: one JSON object a line, the only thing that reports read (reports/records.h reads them back).
//
//   {"kind":"run", ...}      first: engines, seed, command, when
//   {"kind":"control", ...}  each positive control, with "when": before or after
//   {"kind":"case", ...}     each case; agreeing ones short, all others with program, both observations, bundle, command
//   {"kind":"reason", ...}   why the gate fails
//   {"kind":"summary", ...}  last: counts, metrics, exit code
//
// Texts longer than 64 KiB are cut here, with "cut" naming the true length; the bundle has them whole.
#ifndef GARTER_CONFORMANCE_RECORD_H_
#define GARTER_CONFORMANCE_RECORD_H_

#include <string>

#include "conformance/controls.h"
#include "conformance/gate.h"
#include "conformance/runner.h"

namespace garter {

inline constexpr size_t kMaxRecordText = 64u << 10;

struct RunFacts {
  Json subject;  // HELLOs
  Json oracle;
  std::string command;  // that repeats the run
  std::string started;  // UTC, ISO 8601
  uint64_t seed = 0;
  Json generator;  // figures about the generated programs, or null
};

Json RunRecord(const RunFacts& facts);
Json ControlRecord(const ControlResult& control, const char* when);
// `bundle` is the folder's path as shown to people; empty for agreeing cases. `arguments` chooses the engines in a replay.
Json CaseRecord(const CaseResult& result, const std::string& signature, const std::string& bundle,
                const std::string& arguments = "");
Json ReasonRecord(const GateReason& reason);
Json SummaryRecord(const std::vector<CaseResult>& results, const std::map<std::string, double>& metrics, int code,
                   double seconds);

// A copy in which every text is at most kMaxRecordText bytes; {"cut": true length} marks where one was shortened.
Json CutTexts(const Json& value);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_RECORD_H_
