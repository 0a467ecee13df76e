// An engine answers cases with observations. Two kinds: a process that speaks CAP/1 (process_engine.h) and a folder of
// recorded answers (recorded_engine.h).
#ifndef GARTER_CONFORMANCE_ENGINE_H_
#define GARTER_CONFORMANCE_ENGINE_H_

#include <string>
#include <vector>

#include "conformance/case_file.h"
#include "conformance/observation.h"

namespace garter {

class Engine {
 public:
  virtual ~Engine() = default;

  // HELLO of the engine; null when it cannot be started, and then error() says why. Starts it.
  virtual const Json& Hello() = 0;
  virtual const std::string& error() const = 0;

  // One observation a case, in order. A case that brings the engine down costs only its own observation.
  virtual std::vector<Observation> Run(const std::vector<const Case*>& cases) = 0;

  // The case alone, in a worker that has run nothing before and runs nothing after.
  virtual Observation RunAlone(const Case& test) = 0;

  // Asks for a failure on purpose (protocol.md, canaries), in a worker of its own.
  virtual Observation RunCanary(const Case& test, const std::string& kind) = 0;
};

}  // namespace garter

#endif  // GARTER_CONFORMANCE_ENGINE_H_
