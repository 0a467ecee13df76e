// Positive controls: failures made on purpose, before and after the cases. Each must earn its verdict through the same
// engines, the same meters and the same comparator as the cases, or the run is blind (exit 5).
//
// Two kinds: canaries, by which the subject's adapter fails in a named way (protocol.md); and programs that try to leave
// the oracle's confinement, each of which must be stopped.
#ifndef GARTER_CONFORMANCE_CONTROLS_H_
#define GARTER_CONFORMANCE_CONTROLS_H_

#include <filesystem>
#include <string>
#include <vector>

#include "conformance/engine.h"
#include "conformance/verdict.h"

namespace garter {

struct ControlResult {
  std::string name;
  std::string expected;  // "ESCAPE[memory]", "CRASH"
  std::string got;
  std::string detail;
  bool earned = false;
};

// `oracle` may be null or recorded: then controls that need it are judged against the answer known for their program.
std::vector<ControlResult> RunSubjectControls(Engine* subject, Engine* oracle);

// Every program in `folder` (oracle_cpython/controls) must be stopped. Empty when the oracle is not live.
std::vector<ControlResult> RunConfinementControls(const std::filesystem::path& folder, Engine* oracle);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_CONTROLS_H_
