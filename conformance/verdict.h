// From two observations to one verdict.
//
// Order of judgement: infrastructure, oracle stability, crash and escape, unsupported, poison (a limit struck on one
// side only, so that nothing can be said), comparison. Limits are judged by what the runner measured, never by what an
// adapter claims; a claim that contradicts the cap is itself an escape.
#ifndef GARTER_CONFORMANCE_VERDICT_H_
#define GARTER_CONFORMANCE_VERDICT_H_

#include <string>
#include <string_view>
#include <vector>

#include "conformance/case_file.h"
#include "conformance/comparator.h"
#include "conformance/observation.h"

namespace garter {

// The table of verdicts: enumerator, name, whether the case counts as bad, what it means.
#define GARTER_VERDICTS(X)                                                                 \
  X(kAgree, "AGREE", false, "both engines did the same")                                   \
  X(kAgreeNorm, "AGREE_NORM", false, "the same after a normaliser")                        \
  X(kDeclared, "DECLARED", false, "differs as a declared divergence says")                 \
  X(kPoisoned, "POISONED", false, "a limit struck on one side: nothing can be said")       \
  X(kUnsupported, "UNSUPPORTED", false, "the subject says that it does not run this yet")  \
  X(kDiverge, "DIVERGE", true, "the engines differ")                                       \
  X(kEscape, "ESCAPE", true, "a limit did not hold")                                       \
  X(kCrash, "CRASH", true, "the subject died")                                             \
  X(kHang, "HANG", true, "the subject did not end in its time")                            \
  X(kOracleUnstable, "ORACLE_UNSTABLE", true, "the oracle crashed or contradicted itself") \
  X(kInfra, "INFRA", true, "the machinery failed: no statement about the engines")

enum class VerdictKind {
#define X(enumerator, name, bad, meaning) enumerator,
  GARTER_VERDICTS(X)
#undef X
};

std::string_view VerdictName(VerdictKind kind);
std::string_view VerdictMeaning(VerdictKind kind);
bool IsBad(VerdictKind kind);

struct Verdict {
  VerdictKind kind = VerdictKind::kAgree;
  std::string tag;  // what stands in brackets: field, limit, feature, fingerprint, divergence id
  std::vector<std::string> norms;
  std::string detail;   // one sentence for people
  std::string subject;  // the differing values, when a field differs
  std::string oracle;

  std::string Text() const;  // "DIVERGE[stdout]"
};

// Without an oracle (`oracle.empty()`) the case must carry an expectation.
Verdict Judge(const Case& test, const Observation& subject, const Observation& oracle);

// The limit that the subject let through by the runner's measures or its own claims; empty when all held. Wall time is
// judged apart (run.h), on re-runs alone.
std::string EscapedLimit(const Case& test, const Observation& subject);
bool WallTimeExceeded(const Case& test, const Observation& subject);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_VERDICT_H_
