// The repository is known by its features.toml, so that conform works from any folder in it and from `bazel run`.
#include "conformance/session.h"

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "conformance/process_engine.h"
#include "conformance/recorded_engine.h"

namespace garter {
namespace {

namespace fs = std::filesystem;

bool IsRoot(const fs::path& folder) { return fs::exists(folder / "conformance" / "features.toml"); }

fs::path FindRoot(const std::string& given) {
  if (!given.empty()) {
    if (!IsRoot(given)) throw UsageError("--root " + given + " is no checkout of the repository");
    return fs::absolute(given).lexically_normal();
  }
  const char* workspace = std::getenv("BUILD_WORKSPACE_DIRECTORY");
  fs::path folder = workspace != nullptr ? fs::path(workspace) : fs::current_path();
  for (; !IsRoot(folder); folder = folder.parent_path()) {
    if (folder == folder.parent_path()) throw UsageError("not inside a checkout of the repository; give --root");
  }
  return folder;
}

}  // namespace

std::string ArgumentsOf(const CommonOptions& options) {
  CommonOptions defaults;
  std::string out;
  if (!options.root.empty()) out += " --root=" + options.root;
  if (!options.adapters.empty()) out += " --adapters=" + options.adapters;
  if (options.subject != defaults.subject) out += " --subject=" + options.subject;
  if (options.oracle != defaults.oracle) out += " --oracle=" + options.oracle;
  if (options.mutant != defaults.mutant) out += " --mutant=" + std::to_string(options.mutant);
  return out;
}

Session::Session(const CommonOptions& options) : options_(options), oracle_name_(options.oracle) {
  places_.root = FindRoot(options.root);
  places_.bin = fs::read_symlink("/proc/self/exe").parent_path();
  try {
    adapters_ = LoadAdapters(places_, options.adapters);
  } catch (const std::runtime_error& error) {
    throw UsageError(error.what());
  }
  int processors = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  jobs_ = options.jobs > 0 ? options.jobs : processors;
}

const AdapterConfig& Session::Adapter(const std::string& name) const {
  auto found = adapters_.find(name);
  if (found == adapters_.end()) throw UsageError("unknown adapter '" + name + "'");
  return found->second;
}

std::unique_ptr<Engine> Session::MakeSubject(int mutant) const {
  AdapterConfig config = Adapter(options_.subject);
  if (mutant > 0) config.command.push_back("--mutant=" + std::to_string(mutant));
  return std::make_unique<ProcessEngine>(std::move(config));
}

void Session::ChooseOracle() {
  if (oracle_name_ != "auto") return;
  ProcessEngine live(Adapter("cpython"));
  if (live.Hello().is_object() && TextMember(live.Hello(), "python") == "3.14") {
    oracle_name_ = "cpython";
    return;
  }
  oracle_name_ = "recorded";
  oracle_note_ = live.error().empty() ? "the oracle is no CPython 3.14" : live.error();
}

std::unique_ptr<Engine> Session::MakeOracle() const {
  if (oracle_name_ == "none") return nullptr;
  if (oracle_name_ == "recorded") return std::make_unique<RecordedEngine>(conformance() / "recorded");
  return std::make_unique<ProcessEngine>(Adapter(oracle_name_));
}

}  // namespace garter
