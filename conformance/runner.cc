// How a second look may change a verdict:
//
//   first look      alone           final
//   bad             bad             as alone
//   bad             good            as first, tag + "session" (the company matters; its ids are kept)
//   good            bad             as alone (state leaked *into* agreement)
//   oracle differs from itself      as alone, if a third look alone confirms the second: then a batch leaked into the
//                                   first answer, which is counted; else ORACLE_UNSTABLE[self]
//   subject differs from itself     DIVERGE[nondeterministic]
#include "conformance/runner.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <mutex>
#include <thread>

#include "conformance/encoding.h"
#include "conformance/worker_process.h"

namespace garter {
namespace {

constexpr size_t kChunk = 64;
constexpr int kTimeRepeats = 3;

bool NeedsOracle(const Case& test) { return test.expect.empty(); }

// A property of the id alone, so that the sample is the same in every run.
bool InSample(const Case& test) { return Sha256(test.id)[0] % 100 == 0 || Sha256(test.id)[0] == 255; }

bool IsAgreement(VerdictKind kind) { return kind == VerdictKind::kAgree || kind == VerdictKind::kAgreeNorm; }

// Cases whose second look can change nothing are spared it: what an engine refuses, it refuses alone as well.
bool DeservesSecondLook(const Verdict& verdict) {
  return !IsAgreement(verdict.kind) && verdict.kind != VerdictKind::kUnsupported && verdict.kind != VerdictKind::kInfra;
}

Verdict Unstable(const Comparison& difference) {
  Verdict out;
  out.kind = VerdictKind::kOracleUnstable;
  out.tag = "self";
  out.detail = "the oracle answered twice and differed in " + difference.field;
  out.subject = difference.subject;
  out.oracle = difference.oracle;
  return out;
}

Verdict Nondeterministic(const Comparison& difference) {
  Verdict out;
  out.kind = VerdictKind::kDiverge;
  out.tag = "nondeterministic";
  out.detail = "the subject answered twice and differed in " + difference.field;
  out.subject = difference.subject;
  out.oracle = difference.oracle;
  return out;
}

class Shift {
 public:
  Shift(const RunnerOptions& options, std::unique_ptr<Engine> subject, std::unique_ptr<Engine> oracle)
      : options_(options), subject_(std::move(subject)), oracle_(std::move(oracle)) {}

  void RunChunk(const std::vector<const Case*>& chunk, CaseResult* results) {
    std::vector<const Case*> asked;
    for (const Case* test : chunk) {
      if (NeedsOracle(*test)) asked.push_back(test);
    }
    std::future<std::vector<Observation>> answers;
    if (oracle_) answers = std::async(std::launch::async, [&] { return oracle_->Run(asked); });
    std::vector<Observation> subjects = subject_->Run(chunk);
    std::vector<Observation> oracles;
    if (oracle_) oracles = answers.get();
    size_t next = 0;
    for (size_t i = 0; i < chunk.size(); ++i) {
      bool has_oracle = oracle_ && NeedsOracle(*chunk[i]);
      results[i].test = chunk[i];
      results[i].subject = std::move(subjects[i]);
      if (has_oracle) results[i].oracle = std::move(oracles[next++]);
      JudgeWithSecondLook(&results[i]);
    }
  }

 private:
  void JudgeWithSecondLook(CaseResult* result) {
    result->verdict = Judge(*result->test, result->subject, result->oracle);
    bool slow = WallTimeExceeded(*result->test, result->subject) && result->subject.outcome() != "hang";
    bool sampled = options_.rerun_sample && IsAgreement(result->verdict.kind) && InSample(*result->test);
    if (!Interrupted() && (sampled || DeservesSecondLook(result->verdict))) LookAgain(result);
    if (!Interrupted() && slow) JudgeTime(result);
    ApplyDeclarations(options_.declared, *result->test, &result->verdict);
  }

  void LookAgain(CaseResult* result) {
    const Case& test = *result->test;
    CaseResult alone;
    alone.test = &test;
    alone.subject = subject_->RunAlone(test);
    if (!result->oracle.empty()) alone.oracle = oracle_->RunAlone(test);
    alone.verdict = Judge(test, alone.subject, alone.oracle);
    alone.rerun = true;
    if (!result->oracle.empty()) {
      // Where a clock strikes is no property of the program.
      bool timed = alone.oracle.outcome() == "limit" && alone.oracle.limit_kind() == "time";
      bool same = timed || Compare(test, result->oracle, alone.oracle).equal();
      Comparison self = same ? Comparison() : Compare(test, alone.oracle, oracle_->RunAlone(test));
      if (!self.equal()) alone.verdict = Unstable(self);
      alone.oracle_leaked = !same && self.equal();
    }
    result->rerun = true;
    if (IsBad(alone.verdict.kind) || alone.oracle_leaked) {
      *result = std::move(alone);
      return;
    }
    if (IsBad(result->verdict.kind) && result->verdict.kind != VerdictKind::kDiverge) {
      const Json& session = Member(result->subject.json(), "session");
      if (session.is_array()) result->session = session.get<std::vector<std::string>>();
      result->verdict.tag += result->verdict.tag.empty() ? "session" : ",session";
      return;
    }
    Comparison self = Compare(test, result->subject, alone.subject);
    if (!self.equal()) result->verdict = Nondeterministic(self);
  }

  // The limit held if the smallest wall time or the smallest processor time of three runs alone is within bound.
  void JudgeTime(CaseResult* result) {
    const Case& test = *result->test;
    bool held = false;
    for (int i = 0; i < kTimeRepeats && !held; ++i) {
      Observation again = subject_->RunAlone(test);
      bool cpu_held = again.measured("cpu").value_or(1e9) <= 1.25 * test.limits.time + 0.05;
      held = !WallTimeExceeded(test, again) || cpu_held;
    }
    if (held) return;
    result->verdict.kind = VerdictKind::kEscape;
    result->verdict.tag = "time";
    result->verdict.detail = "the subject went past its cap of time in three runs alone";
  }

  const RunnerOptions& options_;
  std::unique_ptr<Engine> subject_;
  std::unique_ptr<Engine> oracle_;
};

}  // namespace

std::vector<CaseResult> RunCases(const std::vector<Case>& cases, const RunnerOptions& options) {
  std::vector<CaseResult> results(cases.size());
  std::atomic<size_t> next{0};
  std::mutex report;
  // Small runs are shared out as well: a chunk is never more than a fair part.
  size_t jobs = static_cast<size_t>(std::max(1, options.jobs));
  size_t chunk_size = std::clamp<size_t>(cases.size() / (jobs * 4), 1, kChunk);
  auto work = [&] {
    Shift shift(options, options.make_subject(), options.make_oracle ? options.make_oracle() : nullptr);
    while (true) {
      size_t first = next.fetch_add(chunk_size);
      if (first >= cases.size()) return;
      size_t last = std::min(first + chunk_size, cases.size());
      std::vector<const Case*> chunk;
      for (size_t i = first; i < last; ++i) chunk.push_back(&cases[i]);
      shift.RunChunk(chunk, &results[first]);
      std::lock_guard<std::mutex> lock(report);
      for (size_t i = first; options.on_result && i < last; ++i) options.on_result(results[i]);
    }
  };
  std::vector<std::thread> threads;
  for (size_t i = 0; i < jobs; ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  return results;
}

CaseResult RunOneAlone(const Case& test, Engine* subject, Engine* oracle, const std::vector<Divergence>& declared) {
  CaseResult out;
  out.test = &test;
  out.subject = subject->RunAlone(test);
  if (oracle != nullptr && NeedsOracle(test)) out.oracle = oracle->RunAlone(test);
  out.verdict = Judge(test, out.subject, out.oracle);
  out.rerun = true;
  ApplyDeclarations(declared, test, &out.verdict);
  return out;
}

}  // namespace garter
