// What every command needs before it can work: where the repository is, which adapters there are, which oracle answers.
#ifndef GARTER_CONFORMANCE_SESSION_H_
#define GARTER_CONFORMANCE_SESSION_H_

#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "conformance/adapter_config.h"
#include "conformance/engine.h"

namespace garter {

// A mistake of the caller: exit code 2 and one sentence.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct CommonOptions {
  std::string root;      // empty: found from the working directory upwards
  std::string adapters;  // a TOML file; empty: defaults alone
  std::string subject = "garter";
  std::string oracle = "auto";  // auto, recorded, none, or an adapter's name
  int jobs = 0;                 // 0: as many as processors
  int mutant = 0;               // a seeded bug of the subject
};

// The options that differ from the defaults, as they are typed: " --mutant=5".
std::string ArgumentsOf(const CommonOptions& options);

class Session {
 public:
  explicit Session(const CommonOptions& options);  // throws UsageError

  const std::filesystem::path& root() const { return places_.root; }
  std::filesystem::path conformance() const { return places_.root / "conformance"; }
  int jobs() const { return jobs_; }

  std::unique_ptr<Engine> MakeSubject() const { return MakeSubject(options_.mutant); }
  std::unique_ptr<Engine> MakeSubject(int mutant) const;
  // Null when the run has no oracle.
  std::unique_ptr<Engine> MakeOracle() const;
  // With `auto` the live oracle is tried once and the recorded one taken if it does not start.
  void ChooseOracle();
  const std::string& oracle_name() const { return oracle_name_; }  // "cpython", "recorded", "none"
  const std::string& oracle_note() const { return oracle_note_; }  // why recorded was chosen

  const AdapterConfig& Adapter(const std::string& name) const;  // throws UsageError

 private:
  CommonOptions options_;
  Places places_;
  std::map<std::string, AdapterConfig> adapters_;
  int jobs_;
  std::string oracle_name_;
  std::string oracle_note_;
};

}  // namespace garter

#endif  // GARTER_CONFORMANCE_SESSION_H_
