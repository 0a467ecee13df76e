// How each engine's adapter is started: a command line, in TOML. Defaults for `garter` and `cpython` are built in; a file
// given by --adapters adds to them or overrides them:
//
//   [pypy]
//   command = ["{root}/adapters/pypy_adapter", "--verbose"]
//   env = { PYTHONHASHSEED = "0" }
//   start_seconds = 30
//
// `{root}` is the root of the repository, `{bin}` the folder of the conform binary.
#ifndef GARTER_CONFORMANCE_ADAPTER_CONFIG_H_
#define GARTER_CONFORMANCE_ADAPTER_CONFIG_H_

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace garter {

struct AdapterConfig {
  std::string name;
  std::vector<std::string> command;
  std::map<std::string, std::string> env;  // the whole environment of the adapter, with PATH and HOME added
  double start_seconds = 60;               // until HELLO
};

struct Places {
  std::filesystem::path root;  // of the repository
  std::filesystem::path bin;   // where conform itself stands
};

// Throws std::runtime_error with a sentence on a malformed file.
std::map<std::string, AdapterConfig> LoadAdapters(const Places& places, const std::string& file);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_ADAPTER_CONFIG_H_
