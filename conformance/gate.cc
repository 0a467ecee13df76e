// Reasons are collected, never returned early: the reader sees all of them, the exit code shows the gravest.
#include "conformance/gate.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace garter {
namespace {

constexpr std::array<int, 6> kPrecedence = {kExitBlind,   kExitEscape,   kExitDivergence,
                                            kExitRatchet, kExitUnstable, kExitUsage};

int CodeOf(VerdictKind kind) {
  switch (kind) {
    case VerdictKind::kDiverge:
    case VerdictKind::kHang:
      return kExitDivergence;
    case VerdictKind::kEscape:
    case VerdictKind::kCrash:
      return kExitEscape;
    case VerdictKind::kOracleUnstable:
    case VerdictKind::kInfra:
      return kExitUnstable;
    default:
      return kExitFine;
  }
}

std::string NumberText(double value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

double Percent(double part, double whole) { return whole == 0 ? 0 : 100.0 * part / whole; }

}  // namespace

std::string_view ExitMeaning(int code) {
  switch (code) {
    case kExitFine:
      return "fine";
    case kExitDivergence:
      return "new divergence or hang";
    case kExitUsage:
      return "usage or bad metadata";
    case kExitRatchet:
      return "ratchet broken";
    case kExitEscape:
      return "escape, crash or sanitizer report";
    case kExitBlind:
      return "blind: the run could not have seen a failure";
    case kExitUnstable:
      return "oracle or infrastructure unstable";
  }
  return "unknown";
}

int WinningCode(const std::vector<GateReason>& reasons) {
  for (int code : kPrecedence) {
    for (const GateReason& reason : reasons) {
      if (reason.code == code) return code;
    }
  }
  return kExitFine;
}

std::map<std::string, double> Metrics(const std::vector<CaseResult>& results, double seconds) {
  std::map<std::string, double> out;
  std::map<VerdictKind, double> generated;
  double curated = 0, total_generated = 0, excuses = 0, leaks = 0;
  for (const CaseResult& result : results) {
    bool is_generated = result.test->origin == Origin::kGenerated;
    if (result.test->origin == Origin::kCurated) ++curated;
    if (is_generated) ++total_generated, ++generated[result.verdict.kind];
    leaks += result.oracle_leaked;
    excuses += static_cast<double>(result.verdict.norms.size());
  }
  out["oracle_batch_leaks"] = leaks;
  out["cases"] = static_cast<double>(results.size());
  if (curated > 0) out["curated_cases"] = curated;
  out["excuses"] = excuses;
  if (seconds > 0) out["cases_per_second"] = static_cast<double>(results.size()) / seconds;
  if (total_generated == 0) return out;
  double agree = generated[VerdictKind::kAgree] + generated[VerdictKind::kAgreeNorm];
  out["generated_cases"] = total_generated;
  out["generated_agree_percent"] = Percent(agree, total_generated);
  out["generated_agree_norm_percent"] = Percent(generated[VerdictKind::kAgreeNorm], total_generated);
  out["generated_poisoned_percent"] = Percent(generated[VerdictKind::kPoisoned], total_generated);
  out["generated_unsupported"] = generated[VerdictKind::kUnsupported];
  return out;
}

std::vector<GateReason> VerdictReasons(const std::vector<CaseResult>& results) {
  std::map<VerdictKind, std::vector<std::string>> bad;
  for (const CaseResult& result : results) {
    bool witness = result.test->origin == Origin::kDivergence;
    if (IsBad(result.verdict.kind) && !witness) bad[result.verdict.kind].push_back(result.test->id);
  }
  std::vector<GateReason> out;
  for (const auto& [kind, ids] : bad) {
    std::string text = std::to_string(ids.size()) + " " + std::string(VerdictName(kind)) + ", first " + ids.front();
    out.push_back({CodeOf(kind), text});
  }
  return out;
}

std::vector<GateReason> DeclarationReasons(const std::vector<CaseResult>& results,
                                           const std::vector<Divergence>& declared) {
  std::map<std::string, int> matches;
  std::vector<GateReason> out;
  for (const CaseResult& result : results) {
    bool is_declared = result.verdict.kind == VerdictKind::kDeclared;
    bool witness = result.test->origin == Origin::kDivergence;
    if (is_declared && !witness) ++matches[result.verdict.tag];
    if (witness && (!is_declared || result.verdict.tag != result.test->id)) {
      out.push_back(
          {kExitRatchet, "stale declaration " + result.test->id + ": its witness gives " + result.verdict.Text()});
    }
  }
  for (const Divergence& divergence : declared) {
    if (matches[divergence.id] <= divergence.max_matches) continue;
    out.push_back({kExitDivergence, divergence.id + " matched " + std::to_string(matches[divergence.id]) +
                                        " cases, allowed " + std::to_string(divergence.max_matches)});
  }
  return out;
}

std::vector<GateReason> RatchetReasons(const Json& ratchet, const std::map<std::string, double>& metrics) {
  std::vector<GateReason> out;
  for (const char* side : {"floors", "ceilings"}) {
    bool floor = side == std::string_view("floors");
    const Json& bounds = Member(ratchet, side);
    if (!bounds.is_object()) continue;
    for (const auto& [name, bound] : bounds.items()) {
      auto metric = metrics.find(name);
      if (metric == metrics.end() || !bound.is_number()) continue;
      double limit = bound.get<double>();
      if (floor ? metric->second >= limit : metric->second <= limit) continue;
      out.push_back({kExitRatchet, name + " is " + NumberText(metric->second) + ", the ratchet's " +
                                       (floor ? "floor" : "ceiling") + " is " + NumberText(limit)});
    }
  }
  return out;
}

}  // namespace garter
