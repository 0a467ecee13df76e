// The command line of `conform`: every option stands here, next to the sentence that explains it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "conformance/commands.h"
#include "conformance/comparator.h"
#include "conformance/gate.h"
#include "conformance/worker_process.h"

namespace garter {
namespace {

constexpr char kFooter[] =
    "Exit codes: 0 fine, 1 new divergence or hang, 2 usage or bad metadata, 3 ratchet broken,\n"
    "4 escape, crash or sanitizer report, 5 blind (a positive control was missed, too few cases ran,\n"
    "a required adapter is absent), 6 oracle or infrastructure unstable.";

void AddCommon(CLI::App* app, CommonOptions* options) {
  app->add_option("--root", options->root, "checkout of the repository (default: found upwards from here)");
  app->add_option("--adapters", options->adapters, "TOML file with further engines (conformance/adapter_config.h)");
  app->add_option("--subject", options->subject, "engine under test")->capture_default_str();
  app->add_option("--oracle", options->oracle, "auto, recorded, none, or an engine's name")->capture_default_str();
  app->add_option("--jobs", options->jobs, "cases side by side (default: one a processor)");
  app->add_option("--mutant", options->mutant, "plant this seeded bug in the subject");
}

void AddSources(CLI::App* app, SourceOptions* options) {
  app->add_option("--sources", options->sources, "any of curated, regressions, divergences, generated, hostile")
      ->delimiter(',')
      ->capture_default_str();
  app->add_option("--filter", options->filter, "only cases whose id contains this");
  app->add_option("--seed", options->seed, "seed of the generated programs")->capture_default_str();
  app->add_option("--count", options->count, "number of generated programs")->capture_default_str();
  app->add_option_function<std::string>(
      "--features",
      [options](const std::string& text) {
        if (!fuzz::ParseFeatures(text, &options->features)) throw UsageError("unknown feature in '" + text + "'");
      },
      "what generated programs may use: names joined by commas, all, none or default (garter-fuzz features)");
}

void ReadShard(SourceOptions* options) {
  const char* index = std::getenv("TEST_SHARD_INDEX");
  const char* total = std::getenv("TEST_TOTAL_SHARDS");
  if (index == nullptr || total == nullptr || std::atoi(total) < 1) return;
  options->shard = static_cast<uint32_t>(std::atoi(index));
  options->shards = static_cast<uint32_t>(std::atoi(total));
  const char* status = std::getenv("TEST_SHARD_STATUS_FILE");
  if (status != nullptr) WriteFile(status, "");
}

int Dispatch(int argc, char** argv) {
  CLI::App app("Runs Python programs under an engine and under CPython 3.14 and says where they differ.", "conform");
  app.footer(kFooter);
  app.require_subcommand(1);
  CommonOptions common;
  int code = kExitFine;

  RunOptions run;
  run.sources.sources = {"curated", "regressions", "divergences", "generated"};
  ReadShard(&run.sources);
  CLI::App* run_app = app.add_subcommand("run", "run cases under both engines, judge, report");
  AddCommon(run_app, &common);
  AddSources(run_app, &run.sources);
  bool no_controls = false, blind = false;
  run_app->add_flag("--blind-comparator", blind)->group("");  // hidden: for the test of the controls
  run_app->add_option("files", run.files, "programs to run instead of the sources");
  run_app->add_option("--out", run.out, "folder for records and reports")->capture_default_str();
  run_app->add_option("--laws", run.laws, "programs on which the laws of limits are checked")->capture_default_str();
  run_app->add_flag("--no-controls", no_controls, "skip the positive controls; such a run proves less");
  run_app->add_flag("--unconfined-oracle", run.unconfined_oracle,
                    "let generated programs run under an oracle without walls");
  run_app->callback([&] {
    run.controls = !no_controls;
    if (blind) BlindComparator();
    std::vector<std::string>& names = run.sources.sources;
    bool has_curated = std::find(names.begin(), names.end(), "curated") != names.end();
    run.complete = run.files.empty() && run.sources.filter.empty() && run.sources.shards == 1 && has_curated;
    code = CommandRun(common, run);
  });

  std::string bundle;
  int repeats = 3;
  CLI::App* replay_app = app.add_subcommand("replay", "run the program of a replay bundle again, in fresh processes");
  AddCommon(replay_app, &common);
  replay_app->add_option("bundle", bundle, "folder of the bundle")->required();
  replay_app->add_option("--repeats", repeats, "how often")->capture_default_str();
  replay_app->callback([&] { code = CommandReplay(common, bundle, repeats); });

  SourceOptions listed;
  listed.sources = {"curated", "regressions", "divergences", "hostile"};
  bool json = false;
  CLI::App* list_app = app.add_subcommand("list", "list the cases");
  AddCommon(list_app, &common);
  AddSources(list_app, &listed);
  list_app->add_flag("--json", json, "one JSON object a line");
  list_app->callback([&] { code = CommandList(common, listed, json); });

  CLI::App* lint_app = app.add_subcommand("lint", "check the metadata of all cases and declarations");
  AddCommon(lint_app, &common);
  lint_app->callback([&] { code = CommandLint(common); });

  std::string filter;
  bool write = false;
  CLI::App* record_app =
      app.add_subcommand("record", "ask CPython about the curated cases and show what changed since recorded");
  AddCommon(record_app, &common);
  record_app->add_option("--filter", filter, "only cases whose id contains this");
  record_app->add_flag("--write", write, "keep the new observations in conformance/recorded");
  record_app->callback([&] { code = CommandRecord(common, filter, write); });

  CLI::App* controls_app = app.add_subcommand("controls", "run the positive controls alone");
  AddCommon(controls_app, &common);
  controls_app->callback([&] { code = CommandControls(common); });

  MutantOptions mutants;
  mutants.sources.sources = {"curated", "generated"};
  mutants.sources.count = 500;
  CLI::App* mutants_app = app.add_subcommand("mutants", "plant each seeded bug in the subject and count those found");
  AddCommon(mutants_app, &common);
  AddSources(mutants_app, &mutants.sources);
  mutants_app->add_option("--minimum", mutants.minimum, "fail if fewer are found")->capture_default_str();
  mutants_app->add_option("--only", mutants.only, "numbers of the bugs to plant (default: all)")->delimiter(',');
  mutants_app->callback([&] { code = CommandMutants(common, mutants); });

  std::string minimised;
  CLI::App* minimise_app = app.add_subcommand("minimise", "shrink the program of a bundle while its signature stays");
  AddCommon(minimise_app, &common);
  minimise_app->add_option("bundle", bundle, "folder of the bundle")->required();
  minimise_app->add_option("--out", minimised, "file for the small program (default: minimised.py in the bundle)");
  minimise_app->callback([&] { code = CommandMinimise(common, bundle, minimised); });

  std::string records, report_out;
  CLI::App* report_app = app.add_subcommand("report", "make the reports again from records.jsonl");
  report_app->add_option("records", records, "a records.jsonl")->required();
  report_app->add_option("--out", report_out, "folder for the reports")->required();
  report_app->callback([&] { code = CommandReport(records, report_out); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kExitFine : kExitUsage;
  }
  return code;
}

}  // namespace
}  // namespace garter

int main(int argc, char** argv) {
  garter::InstallInterruptHandler();
  try {
    return garter::Dispatch(argc, argv);
  } catch (const garter::UsageError& error) {
    std::fprintf(stderr, "conform: %s\n", error.what());
    return garter::kExitUsage;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "conform: %s\n", error.what());
    return garter::kExitUnstable;
  }
}
