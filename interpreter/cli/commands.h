// What the subcommands of `garter` do, each in a file of its own.
#ifndef GARTER_INTERPRETER_CLI_COMMANDS_H_
#define GARTER_INTERPRETER_CLI_COMMANDS_H_

#include <cstdint>
#include <string>

namespace garter::cli {

struct Source {
  std::string text;
  std::string filename;  // as tracebacks show it
};

struct RunFlags {
  uint64_t fuel = uint64_t{1} << 62;
  uint64_t memory = uint64_t{256} << 20;
  double seconds = 10;
  uint64_t output = uint64_t{16} << 20;
  uint32_t depth = 1000;
  bool json = false;
  uint32_t mutant = 0;
};

// Each answers the process's exit code.
int Run(const Source& source, const RunFlags& flags);
int Disassemble(const Source& source);
int Parse(const Source& source, const std::string& format);
int ListMutants(bool json);

}  // namespace garter::cli

#endif  // GARTER_INTERPRETER_CLI_COMMANDS_H_
