// From all verdicts to one exit code, which says why.
//
// Precedence: 5 blind, 4 escape or crash, 1 divergence or hang, 3 ratchet, 6 unstable oracle or infrastructure, 2 usage.
// A blind run proves nothing, so it beats everything; a broken oracle proves less than a found bug.
#ifndef GARTER_CONFORMANCE_GATE_H_
#define GARTER_CONFORMANCE_GATE_H_

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "conformance/runner.h"

namespace garter {

enum ExitCode {
  kExitFine = 0,
  kExitDivergence = 1,
  kExitUsage = 2,
  kExitRatchet = 3,
  kExitEscape = 4,
  kExitBlind = 5,
  kExitUnstable = 6,
};

std::string_view ExitMeaning(int code);

// One reason to fail, and the code it asks for.
struct GateReason {
  int code;
  std::string text;
};

// The code that wins; 0 for no reasons.
int WinningCode(const std::vector<GateReason>& reasons);

// What the run as a whole can be measured by; names are those of ratchet.json.
std::map<std::string, double> Metrics(const std::vector<CaseResult>& results, double seconds);

// Reasons that lie in the verdicts themselves.
std::vector<GateReason> VerdictReasons(const std::vector<CaseResult>& results);

// Declarations used more often than they allow, and witnesses that no longer diverge.
std::vector<GateReason> DeclarationReasons(const std::vector<CaseResult>& results,
                                           const std::vector<Divergence>& declared);

// Compares metrics with `floors` and `ceilings` of the ratchet file. A metric that was not measured is skipped.
std::vector<GateReason> RatchetReasons(const Json& ratchet, const std::map<std::string, double>& metrics);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_GATE_H_
