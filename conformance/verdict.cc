// One function a step of the order of judgement; the first that has something to say wins.
#include "conformance/verdict.h"

#include <algorithm>
#include <optional>

#include "conformance/encoding.h"

namespace garter {
namespace {

constexpr double kMemorySlack = 8.0 * (1 << 20);  // bytes: the harness of the adapter itself
constexpr double kOutputSlack = 64.0 * 1024;      // bytes: the last write and a traceback
constexpr double kTimeFactor = 1.25;
constexpr double kTimeSlack = 0.05;  // seconds

Verdict Make(VerdictKind kind, std::string tag, std::string detail) {
  Verdict out;
  out.kind = kind;
  out.tag = std::move(tag);
  out.detail = std::move(detail);
  return out;
}

// Digits and addresses out, so that one bug has one fingerprint.
std::string CrashFingerprint(const Observation& subject) {
  std::string text = subject.detail();
  std::string out;
  for (char c : text) {
    bool digit = c >= '0' && c <= '9';
    if (digit && !out.empty() && out.back() == '#') continue;
    out += digit ? '#' : c;
  }
  std::string prefix = subject.signal() ? "signal " + std::to_string(*subject.signal()) : "exit";
  if (out.empty()) return prefix;
  return prefix + " " + Sha256Hex(out).substr(0, 8);
}

std::optional<Verdict> JudgeInfra(const Observation& subject, const Observation& oracle) {
  for (const Observation* side : {&subject, &oracle}) {
    if (side->empty() || (side->outcome() != "infra" && side->outcome() != "protocol")) continue;
    std::string who = side == &subject ? "subject" : "oracle";
    return Make(VerdictKind::kInfra, who + " " + side->outcome(), side->detail());
  }
  return std::nullopt;
}

std::optional<Verdict> JudgeOracle(const Observation& subject, const Observation& oracle) {
  if (oracle.empty()) return std::nullopt;
  if (oracle.outcome() == "crash")
    return Make(VerdictKind::kOracleUnstable, "crash", "the oracle died: " + oracle.detail());
  bool slow = oracle.outcome() == "hang" || oracle.outcome() == "limit";
  if (!slow) return std::nullopt;
  if (subject.outcome() == "limit") return Make(VerdictKind::kPoisoned, "both", "both engines met a limit");
  if (subject.outcome() == "crash" || subject.outcome() == "hang") return std::nullopt;
  return Make(VerdictKind::kOracleUnstable, "hang", "the oracle did not end in its time");
}

std::optional<Verdict> JudgeSafety(const Case& test, const Observation& subject) {
  if (subject.outcome() == "crash") {
    return Make(VerdictKind::kCrash, CrashFingerprint(subject), "the subject died: " + subject.detail());
  }
  std::string escaped = EscapedLimit(test, subject);
  if (!escaped.empty()) return Make(VerdictKind::kEscape, escaped, "the subject went past its cap of " + escaped);
  if (subject.outcome() == "hang") return Make(VerdictKind::kHang, "", "the subject did not end in its time");
  return std::nullopt;
}

bool Contains(const std::vector<std::string>& names, const std::string& name) {
  return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

bool Meets(const Expectation::Alternative& alternative, const Observation& subject) {
  if (alternative.outcome == "clean") return subject.outcome() != "unsupported";
  if (alternative.outcome != subject.outcome()) return false;
  if (alternative.outcome == "limit") return Contains(alternative.names, subject.limit_kind());
  if (alternative.outcome == "exception") return Contains(alternative.names, subject.exception_type());
  if (alternative.outcome == "unsupported") return Contains(alternative.names, subject.feature());
  return true;
}

std::string OutcomeText(const Observation& o) {
  if (o.outcome() == "limit") return "limit " + o.limit_kind();
  if (o.outcome() == "exception") return "exception " + o.exception_type();
  if (o.outcome() == "unsupported") return "unsupported " + o.feature();
  return o.outcome();
}

Verdict JudgeExpectation(const Case& test, const Observation& subject) {
  for (const Expectation::Alternative& alternative : test.expect.alternatives) {
    if (Meets(alternative, subject)) return {};
  }
  Verdict out = Make(VerdictKind::kDiverge, "expect", "the case expects " + test.expect.text);
  out.subject = OutcomeText(subject);
  out.oracle = test.expect.text;
  return out;
}

std::optional<Verdict> JudgePoison(const Observation& subject, const Observation& oracle) {
  if (subject.outcome() == "limit") {
    return Make(VerdictKind::kPoisoned, subject.limit_kind(), "the subject met its limit of " + subject.limit_kind());
  }
  // CPython met the end of memory; a sandbox has other caps and may have gone on.
  if (oracle.exception_type() == "MemoryError" && subject.exception_type() != "MemoryError") {
    return Make(VerdictKind::kPoisoned, "memory", "the oracle ran out of memory");
  }
  return std::nullopt;
}

bool MentionsStackOverflow(const Observation& oracle) {
  return oracle.stdout_bytes().find("Stack overflow (used ") != std::string::npos;
}

Verdict JudgeComparison(const Case& test, const Observation& subject, const Observation& oracle) {
  Comparison comparison = Compare(test, subject, oracle);
  Verdict out;
  out.norms = comparison.norms;
  if (comparison.equal()) {
    if (!out.norms.empty()) out.kind = VerdictKind::kAgreeNorm;
    for (const std::string& id : out.norms) out.tag += (out.tag.empty() ? "" : ",") + id;
    return out;
  }
  if (MentionsStackOverflow(oracle))
    return Make(VerdictKind::kPoisoned, "stack", "the program saw CPython's C stack end");
  out.kind = VerdictKind::kDiverge;
  out.tag = comparison.field;
  out.detail = "the engines differ in " + comparison.field;
  out.subject = comparison.subject;
  out.oracle = comparison.oracle;
  return out;
}

}  // namespace

std::string_view VerdictName(VerdictKind kind) {
  switch (kind) {
#define X(enumerator, name, bad, meaning) \
  case VerdictKind::enumerator:           \
    return name;
    GARTER_VERDICTS(X)
#undef X
  }
  return "?";
}

std::string_view VerdictMeaning(VerdictKind kind) {
  switch (kind) {
#define X(enumerator, name, bad, meaning) \
  case VerdictKind::enumerator:           \
    return meaning;
    GARTER_VERDICTS(X)
#undef X
  }
  return "?";
}

bool IsBad(VerdictKind kind) {
  switch (kind) {
#define X(enumerator, name, bad, meaning) \
  case VerdictKind::enumerator:           \
    return bad;
    GARTER_VERDICTS(X)
#undef X
  }
  return true;
}

std::string Verdict::Text() const {
  std::string out(VerdictName(kind));
  return tag.empty() ? out : out + "[" + tag + "]";
}

std::string EscapedLimit(const Case& test, const Observation& subject) {
  auto over = [](std::optional<double> used, double cap) { return used && *used > cap; };
  double out_bytes = static_cast<double>(subject.stdout_bytes().size() + subject.stderr_bytes().size());
  if (out_bytes > static_cast<double>(test.limits.output) + kOutputSlack) return "output";
  if (over(subject.claimed("out_bytes"), static_cast<double>(test.limits.output) + kOutputSlack)) return "output";
  if (over(subject.measured("rss_growth"), static_cast<double>(test.limits.memory) + kMemorySlack)) return "memory";
  if (over(subject.claimed("mem_peak"), static_cast<double>(test.limits.memory))) return "memory";
  if (test.limits.fuel && subject.outcome() != "limit" &&
      over(subject.claimed("fuel"), static_cast<double>(*test.limits.fuel))) {
    return "fuel";
  }
  if (over(subject.claimed("depth"), static_cast<double>(test.limits.depth) + 1)) return "depth";
  return {};
}

bool WallTimeExceeded(const Case& test, const Observation& subject) {
  std::optional<double> wall = subject.measured("wall");
  return wall && *wall > kTimeFactor * test.limits.time + kTimeSlack;
}

Verdict Judge(const Case& test, const Observation& subject, const Observation& oracle) {
  if (auto verdict = JudgeInfra(subject, oracle)) return *verdict;
  if (auto verdict = JudgeOracle(subject, oracle)) return *verdict;
  if (auto verdict = JudgeSafety(test, subject)) return *verdict;
  if (!test.expect.empty()) return JudgeExpectation(test, subject);
  if (subject.outcome() == "unsupported") {
    return Make(VerdictKind::kUnsupported, subject.feature(),
                TextMember(Member(subject.json(), "unsupported"), "message"));
  }
  if (oracle.empty()) return Make(VerdictKind::kInfra, "oracle absent", "no oracle answered this case");
  if (auto verdict = JudgePoison(subject, oracle)) return *verdict;
  return JudgeComparison(test, subject, oracle);
}

}  // namespace garter
