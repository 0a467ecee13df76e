// The subcommands of `conform`. Each answers an exit code (gate.h) and may throw UsageError.
#ifndef GARTER_CONFORMANCE_COMMANDS_H_
#define GARTER_CONFORMANCE_COMMANDS_H_

#include <string>
#include <vector>

#include "conformance/session.h"
#include "conformance/sources.h"

namespace garter {

struct RunOptions {
  SourceOptions sources;
  std::vector<std::string> files;   // programs given by path; then no other source is taken
  std::string out = "reports/out";  // relative to the root
  bool controls = true;
  size_t laws = 40;  // programs on which the laws of limits are checked
  bool unconfined_oracle = false;
  bool complete = true;  // no filter, no files: the floors of the ratchet apply
};

int CommandRun(const CommonOptions& common, const RunOptions& options);
int CommandReplay(const CommonOptions& common, const std::string& bundle, int repeats);
int CommandList(const CommonOptions& common, const SourceOptions& sources, bool json);
int CommandLint(const CommonOptions& common);
int CommandRecord(const CommonOptions& common, const std::string& filter, bool write);
int CommandControls(const CommonOptions& common);
int CommandReport(const std::string& records, const std::string& out);

struct MutantOptions {
  SourceOptions sources;
  int minimum = 18;       // this many must be found
  std::vector<int> only;  // empty: all
};
int CommandMutants(const CommonOptions& common, const MutantOptions& options);

int CommandMinimise(const CommonOptions& common, const std::string& bundle, const std::string& out);

}  // namespace garter

#endif  // GARTER_CONFORMANCE_COMMANDS_H_
