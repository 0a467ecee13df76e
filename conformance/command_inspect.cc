// The commands that look without judging a whole run: list, lint, controls, replay, record.
#include <cstdio>
#include <set>

#include "conformance/bundle.h"
#include "conformance/commands.h"
#include "conformance/controls.h"
#include "conformance/divergence.h"
#include "conformance/gate.h"
#include "conformance/lint.h"
#include "conformance/progress.h"
#include "conformance/recorded_engine.h"
#include "conformance/runner.h"
#include "conformance/signature.h"
#include "reports/escape.h"

namespace garter {
namespace {

void PrintSide(const char* name, const std::string& text) {
  std::printf("  %-8s", name);
  std::string shown = EscapeForTerminal(text);
  for (char c : shown) {
    std::fputc(c, stdout);
    if (c == '\n') std::fputs("          ", stdout);
  }
  std::fputc('\n', stdout);
}

void PrintVerdict(const CaseResult& result) {
  std::printf("%s  %s\n", EscapeForTerminal(result.verdict.Text()).c_str(),
              EscapeForTerminal(result.verdict.detail).c_str());
  if (result.verdict.subject.empty() && result.verdict.oracle.empty()) return;
  LinePair lines = FirstDifference(result.verdict.subject, result.verdict.oracle);
  std::printf("  first difference in line %zu\n", lines.number);
  PrintSide("subject", lines.subject);
  PrintSide("oracle", lines.oracle);
}

int ExitOf(const CaseResult& result) { return WinningCode(VerdictReasons({result})); }

// Equal but for what a normaliser excuses is unchanged: such a text is never the same twice.
bool Changed(const Case& test, const std::filesystem::path& file, const std::string& text) {
  if (!std::filesystem::exists(file)) return true;
  std::string old_text = ReadFile(file);
  if (old_text == text) return false;
  Json before, after;
  if (!ParseJson(old_text, &before) || !ParseJson(text, &after)) return true;
  bool same_program =
      Member(before, "sha256") == Member(after, "sha256") && Member(before, "python") == Member(after, "python");
  Comparison comparison =
      Compare(test, Observation(Member(after, "observation")), Observation(Member(before, "observation")));
  return !same_program || !comparison.equal() || comparison.norms.empty();
}

void PrintRecordedChange(const Case& test, const std::filesystem::path& file, const Observation& now) {
  if (!std::filesystem::exists(file)) {
    std::printf("new      %s\n", test.id.c_str());
    return;
  }
  Json old;
  ParseJson(ReadFile(file), &old);
  Comparison comparison = Compare(test, now, Observation(Member(old, "observation")));
  std::printf("changed  %s  %s\n", test.id.c_str(),
              comparison.equal() ? "(program or version only)" : comparison.field.c_str());
  if (comparison.equal()) return;
  LinePair lines = FirstDifference(comparison.subject, comparison.oracle);
  PrintSide("was", lines.oracle);
  PrintSide("is", lines.subject);
}

// Recordings of cases that are gone.
int RemoveOrphans(const std::filesystem::path& folder, const std::vector<Case>& cases, bool write) {
  std::set<std::string> wanted;
  for (const Case& test : cases) wanted.insert(RecordedPath(folder, test).string());
  std::vector<std::filesystem::path> orphans;
  if (!std::filesystem::is_directory(folder)) return 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".json" && !wanted.contains(entry.path().string())) orphans.push_back(entry.path());
  }
  for (const auto& orphan : orphans) {
    std::printf("gone     %s\n", orphan.lexically_relative(folder).c_str());
    if (write) std::filesystem::remove(orphan);
  }
  return static_cast<int>(orphans.size());
}

}  // namespace

int CommandList(const CommonOptions& common, const SourceOptions& sources, bool json) {
  Session session(common);
  for (const Case& test : GatherCases(session.root(), sources)) {
    if (json) {
      Json line = {
          {"id", test.id},   {"origin", OriginName(test.origin)}, {"path", test.path},         {"desc", test.desc},
          {"ref", test.ref}, {"features", test.features},         {"expect", test.expect.text}};
      std::printf("%s\n", DumpJson(line).c_str());
    } else {
      std::printf("%-48s %s\n", test.id.c_str(), EscapeForTerminal(test.desc).c_str());
    }
  }
  return kExitFine;
}

int CommandLint(const CommonOptions& common) {
  Session session(common);
  SourceOptions sources;
  sources.sources = {"curated", "regressions", "hostile", "divergences"};
  std::vector<Case> cases = GatherCases(session.root(), sources);
  std::vector<std::string> mistakes = LintCases(cases, LoadFeatures(session.conformance() / "features.toml"), true);
  LoadDivergences(session.conformance() / "divergences", &mistakes);
  RecordedEngine recorded(session.conformance() / "recorded");
  for (const Case& test : cases) {
    if (test.origin != Origin::kCurated || !test.expect.empty()) continue;
    Observation observation = recorded.RunAlone(test);
    if (observation.outcome() == "infra") mistakes.push_back(test.path + ": " + observation.detail());
  }
  for (const std::string& mistake : mistakes) std::printf("%s\n", EscapeForTerminal(mistake).c_str());
  std::printf("%zu cases, %zu mistakes\n", cases.size(), mistakes.size());
  return mistakes.empty() ? kExitFine : kExitUsage;
}

int CommandControls(const CommonOptions& common) {
  Session session(common);
  session.ChooseOracle();
  std::unique_ptr<Engine> subject = session.MakeSubject();
  std::unique_ptr<Engine> oracle = session.MakeOracle();
  if (!subject->Hello().is_object()) throw UsageError(subject->error());
  std::vector<ControlResult> results = RunSubjectControls(subject.get(), oracle.get());
  for (ControlResult& result : RunConfinementControls(session.root() / "oracle_cpython" / "controls", oracle.get())) {
    results.push_back(std::move(result));
  }
  bool blind = false;
  for (const ControlResult& result : results) {
    blind |= !result.earned;
    std::printf("%-7s %-32s %-26s %s\n", result.earned ? "caught" : "MISSED", result.name.c_str(), result.got.c_str(),
                result.earned ? "" : EscapeForTerminal("expected " + result.expected + " " + result.detail).c_str());
  }
  return blind ? kExitBlind : kExitFine;
}

int CommandReplay(const CommonOptions& common, const std::string& path, int repeats) {
  Session session(common);
  session.ChooseOracle();
  std::filesystem::path folder = std::filesystem::exists(path) ? std::filesystem::path(path) : session.root() / path;
  Bundle bundle;
  try {
    bundle = ReadBundle(folder);
  } catch (const std::exception& error) {
    throw UsageError(path + " is no bundle: " + error.what());
  }
  std::unique_ptr<Engine> oracle = session.MakeOracle();
  int same = 0;
  CaseResult last;
  for (int i = 0; i < repeats; ++i) {
    std::unique_ptr<Engine> subject = session.MakeSubject();
    if (bundle.session.empty()) {
      last = RunOneAlone(bundle.test, subject.get(), oracle.get(), {});
    } else {
      std::vector<const Case*> cases;
      for (const Case& test : bundle.session) cases.push_back(&test);
      cases.push_back(&bundle.test);
      last = RunOneAlone(bundle.test, subject.get(), oracle.get(), {});
      last.subject = subject->Run(cases).back();
      last.verdict = Judge(bundle.test, last.subject, last.oracle);
    }
    same += bundle.verdict.starts_with(last.verdict.Text());
  }
  std::printf("%s: recorded %s; seen again in %d of %d fresh runs\n", EscapeForTerminal(bundle.test.id).c_str(),
              EscapeForTerminal(bundle.verdict).c_str(), same, repeats);
  PrintVerdict(last);
  return ExitOf(last);
}

int CommandRecord(const CommonOptions& common, const std::string& filter, bool write) {
  Session session(common);
  session.ChooseOracle();
  if (session.oracle_name() == "recorded")
    throw UsageError("recording needs a live CPython 3.14: " + session.oracle_note());
  SourceOptions sources;
  sources.sources = {"curated"};
  sources.filter = filter;
  std::vector<Case> cases = GatherCases(session.root(), sources);
  std::unique_ptr<Engine> oracle = session.MakeOracle();
  if (!oracle->Hello().is_object()) throw UsageError(oracle->error());
  std::string version = TextMember(oracle->Hello(), "version");
  std::filesystem::path folder = session.conformance() / "recorded";
  std::erase_if(cases, [](const Case& test) { return !test.expect.empty(); });
  std::vector<const Case*> asked;
  for (const Case& test : cases) asked.push_back(&test);
  std::vector<Observation> answers = oracle->Run(asked);
  int changed = 0, failed = 0;
  for (size_t i = 0; i < cases.size(); ++i) {
    if (answers[i].outcome() != "ok" && answers[i].outcome() != "exception") {
      ++failed;
      std::printf("failed   %s  %s %s\n", cases[i].id.c_str(), answers[i].outcome().c_str(),
                  EscapeForTerminal(answers[i].detail()).c_str());
      continue;
    }
    std::filesystem::path file = RecordedPath(folder, cases[i]);
    std::string text = RecordedText(cases[i], answers[i], version);
    if (!Changed(cases[i], file, text)) continue;
    ++changed;
    PrintRecordedChange(cases[i], file, answers[i]);
    if (write) WriteFile(file, text);
  }
  if (filter.empty()) changed += RemoveOrphans(folder, cases, write);
  std::printf("CPython %s: %zu cases, %d changed, %d failed%s\n", version.c_str(), cases.size(), changed, failed,
              write || changed == 0 ? "" : " (--write keeps them)");
  return failed > 0 ? kExitUnstable : !write && changed > 0 ? kExitRatchet : kExitFine;
}

}  // namespace garter
