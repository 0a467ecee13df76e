// `conform mutants`: does the toolkit find bugs? Each seeded bug is planted in the subject and the cases run until one of
// them tells; the oracle is asked only once a case, because CPython does not change.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

#include "conformance/commands.h"
#include "conformance/gate.h"
#include "conformance/process_engine.h"
#include "conformance/progress.h"
#include "conformance/runner.h"
#include "conformance/worker_process.h"
#include "reports/escape.h"

namespace garter {
namespace {

constexpr size_t kChunk = 32;

struct Mutant {
  int number = 0;
  std::string name;
  std::string found_by;  // id of the case; empty: survived
  std::string verdict;
};

// The adapter says in its HELLO which bugs can be planted: [[number, name], ...].
std::vector<Mutant> ListMutants(const Session& session, const std::vector<int>& only) {
  std::unique_ptr<Engine> subject = session.MakeSubject(0);
  if (!subject->Hello().is_object()) throw UsageError(subject->error());
  std::vector<Mutant> out;
  for (const Json& row : Member(subject->Hello(), "mutants")) {
    Mutant mutant{row.at(0).get<int>(), row.at(1).get<std::string>(), {}, {}};
    bool wanted = only.empty() || std::find(only.begin(), only.end(), mutant.number) != only.end();
    if (wanted) out.push_back(std::move(mutant));
  }
  return out;
}

// The cases on which the sound subject agrees, with the oracle's answer: only those can tell a mutant.
struct Baseline {
  std::vector<const Case*> cases;
  std::vector<Observation> answers;
};

Baseline MakeBaseline(const Session& session, const std::vector<Case>& cases) {
  Progress progress("baseline", cases.size());
  RunnerOptions options;
  options.jobs = session.jobs();
  options.make_subject = [&] { return session.MakeSubject(0); };
  options.make_oracle = [&] { return session.MakeOracle(); };
  options.on_result = [&](const CaseResult& result) { progress.Step(IsBad(result.verdict.kind)); };
  options.rerun_sample = false;
  Baseline out;
  for (CaseResult& result : RunCases(cases, options)) {
    if (result.verdict.kind != VerdictKind::kAgree || !result.test->expect.empty()) continue;
    out.cases.push_back(result.test);
    out.answers.push_back(std::move(result.oracle));
  }
  return out;
}

bool Tells(VerdictKind kind) {
  return kind == VerdictKind::kDiverge || kind == VerdictKind::kCrash || kind == VerdictKind::kHang ||
         kind == VerdictKind::kEscape;
}

void Hunt(const Session& session, const Baseline& baseline, Mutant* mutant) {
  std::unique_ptr<Engine> subject = session.MakeSubject(mutant->number);
  for (size_t first = 0; first < baseline.cases.size() && !Interrupted(); first += kChunk) {
    size_t last = std::min(first + kChunk, baseline.cases.size());
    std::vector<const Case*> chunk(baseline.cases.begin() + static_cast<long>(first),
                                   baseline.cases.begin() + static_cast<long>(last));
    std::vector<Observation> answers = subject->Run(chunk);
    for (size_t i = 0; i < chunk.size(); ++i) {
      Verdict verdict = Judge(*chunk[i], answers[i], baseline.answers[first + i]);
      if (!Tells(verdict.kind)) continue;
      mutant->found_by = chunk[i]->id;
      mutant->verdict = verdict.Text();
      return;
    }
  }
}

}  // namespace

int CommandMutants(const CommonOptions& common, const MutantOptions& options) {
  Session session(common);
  session.ChooseOracle();
  std::vector<Mutant> mutants = ListMutants(session, options.only);
  if (mutants.empty()) throw UsageError("the subject has no seeded bugs");
  std::vector<Case> cases = GatherCases(session.root(), options.sources);
  if (session.oracle_name() == "recorded")
    std::erase_if(cases, [](const Case& c) { return c.origin == Origin::kGenerated; });
  Baseline baseline = MakeBaseline(session, cases);
  std::atomic<size_t> next{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < session.jobs(); ++i) {
    threads.emplace_back([&] {
      for (size_t m; (m = next.fetch_add(1)) < mutants.size();) Hunt(session, baseline, &mutants[m]);
    });
  }
  for (std::thread& thread : threads) thread.join();
  int found = 0;
  for (const Mutant& mutant : mutants) {
    found += !mutant.found_by.empty();
    std::printf("%-8s %3d  %-36s %s %s\n", mutant.found_by.empty() ? "SURVIVED" : "found", mutant.number,
                mutant.name.c_str(), EscapeForTerminal(mutant.verdict).c_str(), mutant.found_by.c_str());
  }
  std::printf("%d of %zu seeded bugs found, on %zu cases\n", found, mutants.size(), baseline.cases.size());
  int wanted = options.only.empty() ? options.minimum : static_cast<int>(mutants.size());
  return found >= wanted ? kExitFine : kExitRatchet;
}

}  // namespace garter
