// The oracle from a folder: `recorded/<id>.json` holds what CPython answered to each curated case, with its patch
// version and the hash of the program, so that the gate works where no CPython 3.14 can be had.
#ifndef GARTER_CONFORMANCE_RECORDED_ENGINE_H_
#define GARTER_CONFORMANCE_RECORDED_ENGINE_H_

#include <filesystem>

#include "conformance/engine.h"

namespace garter {

class RecordedEngine : public Engine {
 public:
  explicit RecordedEngine(std::filesystem::path folder);

  const Json& Hello() override { return hello_; }
  const std::string& error() const override { return error_; }
  std::vector<Observation> Run(const std::vector<const Case*>& cases) override;
  Observation RunAlone(const Case& test) override { return Load(test); }
  Observation RunCanary(const Case& test, const std::string& kind) override;

 private:
  Observation Load(const Case& test) const;

  std::filesystem::path folder_;
  Json hello_;
  std::string error_;
};

std::filesystem::path RecordedPath(const std::filesystem::path& folder, const Case& test);

// The text of a recorded file. What differs from run to run (measures, claims) is left out.
std::string RecordedText(const Case& test, const Observation& observation, const std::string& version);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_RECORDED_ENGINE_H_
