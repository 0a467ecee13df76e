// `conform run`: controls, cases, controls again; records; reports; one exit code.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <deque>
#include <fstream>
#include <map>

#include "conformance/bundle.h"
#include "conformance/commands.h"
#include "conformance/gate.h"
#include "conformance/generator_figures.h"
#include "conformance/laws.h"
#include "conformance/lint.h"
#include "conformance/progress.h"
#include "conformance/record.h"
#include "conformance/signature.h"
#include "conformance/worker_process.h"
#include "reports/html.h"
#include "reports/junit.h"
#include "reports/records.h"
#include "reports/terminal.h"

namespace garter {
namespace {

constexpr size_t kMaxBundles = 500;  // a run in which everything fails must not fill a disk

std::string UtcNow() {
  std::time_t now = std::time(nullptr);
  std::tm parts;
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::string JoinSources(const std::vector<std::string>& sources) {
  std::string out;
  for (const std::string& source : sources) out += (out.empty() ? "" : ",") + source;
  return out;
}

std::vector<Case> FileCases(const std::vector<std::string>& files) {
  std::vector<Case> out;
  for (const std::string& file : files) {
    Case test;
    test.path = file;
    try {
      test.source = ReadFile(file);
    } catch (const std::runtime_error& error) {
      throw UsageError(error.what());
    }
    ParseFrontMatter(&test);
    test.id = file;
    out.push_back(std::move(test));
  }
  return out;
}

class RunCommand {
 public:
  RunCommand(const CommonOptions& common, const RunOptions& options)
      : session_(common), engines_(ArgumentsOf(common)), options_(options), out_(session_.root() / options.out) {}

  int Execute() {
    double start = Now();
    Prepare();
    bool alive = MeetEngines();
    if (alive) {
      Controls("before");
      RunAll();
      Laws();
      Controls("after");
    }
    Judge(Now() - start, alive);
    return Report();
  }

 private:
  void Prepare() {
    std::vector<std::string> mistakes;
    declared_ = LoadDivergences(session_.conformance() / "divergences", &mistakes);
    cases_ = options_.files.empty() ? GatherCases(session_.root(), options_.sources) : FileCases(options_.files);
    for (const std::string& mistake :
         LintCases(cases_, LoadFeatures(session_.conformance() / "features.toml"), false)) {
      mistakes.push_back(mistake);
    }
    for (const std::string& mistake : mistakes) reasons_.push_back({kExitUsage, mistake});
    facts_.started = UtcNow();
    facts_.seed = options_.sources.seed;
    facts_.command = "./dev conform run --sources=" + JoinSources(options_.sources.sources) +
                     " --seed=" + std::to_string(options_.sources.seed) +
                     " --count=" + std::to_string(options_.sources.count) + engines_;
  }

  bool MeetEngines() {
    session_.ChooseOracle();
    if (!session_.oracle_note().empty()) {
      std::fprintf(stderr, "conform: using recorded observations of CPython: %s\n", session_.oracle_note().c_str());
    }
    std::unique_ptr<Engine> subject = session_.MakeSubject();
    facts_.subject = subject->Hello();
    if (!facts_.subject.is_object()) return Absent("subject", subject->error());
    std::unique_ptr<Engine> oracle = session_.MakeOracle();
    if (oracle == nullptr) return true;
    facts_.oracle = oracle->Hello();
    if (!facts_.oracle.is_object()) return Absent("oracle", oracle->error());
    DropWhatTheOracleCannotJudge();
    return true;
  }

  bool Absent(const char* who, const std::string& why) {
    reasons_.push_back({kExitBlind, std::string("required adapter absent (") + who + "): " + why});
    return false;
  }

  // Generated programs need an oracle that lives, and one that is confined.
  void DropWhatTheOracleCannotJudge() {
    bool generated =
        std::any_of(cases_.begin(), cases_.end(), [](const Case& c) { return c.origin == Origin::kGenerated; });
    if (!generated) return;
    std::string mode = TextMember(Member(facts_.oracle, "isolation"), "mode");
    if (mode == "recorded") {
      reasons_.push_back({kExitUnstable, "generated programs need a live CPython 3.14; they were not run"});
    } else if (mode == "none" && !options_.unconfined_oracle) {
      reasons_.push_back(
          {kExitUsage, "the oracle is not confined: generated programs were refused (--unconfined-oracle runs them)"});
    } else {
      return;
    }
    std::erase_if(cases_, [](const Case& c) { return c.origin == Origin::kGenerated; });
  }

  void Controls(const char* when) {
    if (!options_.controls || Interrupted()) return;
    std::unique_ptr<Engine> subject = session_.MakeSubject();
    std::unique_ptr<Engine> oracle = session_.MakeOracle();
    std::vector<ControlResult> results = RunSubjectControls(subject.get(), oracle.get());
    if (!options_.unconfined_oracle) {
      for (ControlResult& result :
           RunConfinementControls(session_.root() / "oracle_cpython" / "controls", oracle.get())) {
        results.push_back(std::move(result));
      }
    }
    for (const ControlResult& result : results) {
      records_.push_back(ControlRecord(result, when));
      if (result.earned) continue;
      reasons_.push_back({kExitBlind, "control " + result.name + " (" + when + ") should be " + result.expected +
                                          " and is " + result.got});
    }
  }

  void RunAll() {
    Progress progress("cases", cases_.size());
    RunnerOptions runner;
    runner.jobs = session_.jobs();
    runner.declared = declared_;
    runner.make_subject = [this] { return session_.MakeSubject(); };
    if (session_.oracle_name() != "none") runner.make_oracle = [this] { return session_.MakeOracle(); };
    runner.on_result = [&](const CaseResult& result) { progress.Step(IsBad(result.verdict.kind)); };
    results_ = RunCases(cases_, runner);
    progress.Clear();
  }

  // On programs that agreed, since a broken law should tell of a limit and not of a divergence.
  void Laws() {
    std::unique_ptr<Engine> subject = session_.MakeSubject();
    size_t checked = 0;
    std::vector<CaseResult> found;
    for (const CaseResult& result : results_) {
      bool ordinary = result.test->origin == Origin::kGenerated || result.test->origin == Origin::kCurated;
      if (!ordinary || result.verdict.kind != VerdictKind::kAgree || !result.test->expect.empty()) continue;
      if (checked >= options_.laws || Interrupted()) break;
      std::vector<CaseResult> judged = CheckLaws(*result.test, subject.get(), &law_cases_);
      if (!judged.empty()) ++checked;
      for (CaseResult& one : judged) found.push_back(std::move(one));
    }
    for (CaseResult& one : found) results_.push_back(std::move(one));
  }

  void Judge(double seconds, bool alive) {
    auto add = [this](std::vector<GateReason> more) { reasons_.insert(reasons_.end(), more.begin(), more.end()); };
    add(VerdictReasons(results_));
    add(DeclarationReasons(results_, declared_));
    metrics_ = Metrics(results_, seconds);
    facts_.generator = GeneratorFigures(results_);
    metrics_["declared_divergences"] = static_cast<double>(declared_.size());
    if (alive && results_.empty()) reasons_.push_back({kExitBlind, "no case ran"});
    if (Interrupted()) reasons_.push_back({kExitUnstable, "interrupted"});
    if (options_.complete) CheckRatchet();
    seconds_ = seconds;
  }

  void CheckRatchet() {
    Json ratchet;
    std::filesystem::path file = session_.conformance() / "ratchet.json";
    if (!std::filesystem::exists(file) || !ParseJson(ReadFile(file), &ratchet)) {
      reasons_.push_back({kExitUsage, "ratchet.json cannot be read"});
      return;
    }
    for (const GateReason& reason : RatchetReasons(ratchet, metrics_)) {
      // Too few cases is not a matter of degree: such a run shows nothing.
      bool few = reason.text.starts_with("curated_cases");
      reasons_.push_back(
          {few ? static_cast<int>(kExitBlind) : reason.code, few ? "too few cases ran: " + reason.text : reason.text});
    }
  }

  // Writes the bundle of a case that needs one and answers its path as the reader will type it.
  std::string Bundled(const CaseResult& result, const std::string& signature) {
    bool wanted = IsBad(result.verdict.kind) || result.verdict.kind == VerdictKind::kPoisoned;
    if (!wanted || bundles_ >= kMaxBundles) return {};
    ++bundles_;
    std::filesystem::path folder = std::filesystem::path(options_.out) / "bundles" / BundleName(result.test->id);
    std::vector<const Case*> company;
    std::map<std::string, const Case*> by_id;
    if (!result.session.empty()) {
      for (const Case& test : cases_) by_id[test.id] = &test;
    }
    for (const std::string& id : result.session) {
      auto found = by_id.find(id);
      if (found != by_id.end() && found->second != result.test) company.push_back(found->second);
    }
    WriteBundle(session_.root() / folder, result, signature, company, facts_.subject, facts_.oracle, engines_);
    return folder.string();
  }

  int Report() {
    int code = WinningCode(reasons_);
    std::filesystem::remove_all(out_ / "bundles");
    std::string lines = DumpJson(RunRecord(facts_)) + "\n";
    for (const Json& record : records_) lines += DumpJson(record) + "\n";
    for (const CaseResult& result : results_) {
      std::string signature =
          result.verdict.kind == VerdictKind::kAgree ? "" : Signature(result.verdict, result.subject, result.oracle);
      lines += DumpJson(CaseRecord(result, signature, Bundled(result, signature), engines_)) + "\n";
    }
    for (const GateReason& reason : reasons_) lines += DumpJson(ReasonRecord(reason)) + "\n";
    lines += DumpJson(SummaryRecord(results_, metrics_, code, seconds_)) + "\n";
    WriteFile(out_ / "records.jsonl", lines);
    WriteReports(out_ / "records.jsonl", out_);
    PrintFigures();
    return code;
  }

  void PrintFigures() {
    if (!facts_.generator.is_null()) std::printf("  %s\n", FiguresText(facts_.generator).c_str());
  }

  void WriteReports(const std::filesystem::path& records, const std::filesystem::path& out) {
    CommandReport(records.string(), out.string());
  }

  Session session_;
  std::string engines_;  // as arguments
  RunOptions options_;
  std::filesystem::path out_;
  std::vector<Divergence> declared_;
  std::vector<Case> cases_;
  std::deque<Case> law_cases_;
  std::vector<CaseResult> results_;
  std::vector<GateReason> reasons_;
  std::vector<Json> records_;
  std::map<std::string, double> metrics_;
  RunFacts facts_;
  double seconds_ = 0;
  size_t bundles_ = 0;
};

}  // namespace

int CommandRun(const CommonOptions& common, const RunOptions& options) { return RunCommand(common, options).Execute(); }

int CommandReport(const std::string& records, const std::string& out) {
  RunRecords run;
  try {
    run = ReadRecords(records);
  } catch (const std::runtime_error& error) {
    throw UsageError(error.what());
  }
  std::filesystem::path folder(out);
  WriteFile(folder / "junit.xml", JUnitXml(run));
  WriteFile(folder / "index.html", HtmlPage(run));
  const char* bazel_xml = std::getenv("XML_OUTPUT_FILE");
  if (bazel_xml != nullptr) WriteFile(bazel_xml, JUnitXml(run));
  bool color = isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
  std::string text = TerminalSummary(run, color, (folder / "index.html").string());
  std::fwrite(text.data(), 1, text.size(), stdout);
  return run.exit_code();
}

}  // namespace garter
