// One adapter process as the operating system sees it: its pipes, its life and death, and what it used. Knows bytes, not
// frames; process_engine.h puts meaning on top.
//
//   conform ──fd 3──▶ adapter ──fd 4──▶ conform        frames
//                     adapter ──fd 1,2─▶ conform        stray output, kept as evidence
#ifndef GARTER_CONFORMANCE_WORKER_PROCESS_H_
#define GARTER_CONFORMANCE_WORKER_PROCESS_H_

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

#include "conformance/adapter_config.h"

namespace garter {

// How a process ended.
struct Death {
  int exit_code = -1;  // when it exited
  int signal = 0;      // when a signal killed it
  std::string Text() const;
};

class WorkerProcess {
 public:
  WorkerProcess() = default;
  ~WorkerProcess() { Kill(); }
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  // False when the process cannot even be made. A command that does not exist shows as an early exit with code 127.
  bool Start(const AdapterConfig& config);
  bool running() const { return pid_ > 0; }

  // Queues bytes for fd 3; Wait sends them as the adapter takes them.
  void Send(std::string_view bytes) { outgoing_ += bytes; }

  enum class Event { kBytes, kEnd, kTimeout };
  // Moves bytes both ways until something came from fd 4 (appended to `incoming`), the adapter closed it or died, or the
  // steady-clock time `deadline` (seconds, Now()) has come.
  Event Wait(double deadline, std::string* incoming);

  // Sends SIGKILL to the whole process group and waits. Harmless when nothing runs.
  void Kill();
  // Waits up to `seconds` for the process to end by itself, else kills it.
  Death Reap(double seconds);

  // What came on fds 1 and 2 since the last call, at most 64 KiB of it.
  std::string TakeStray();

  // From /proc. Resident bytes now; the peak since ResetPeak; processor seconds of it and its reaped children.
  std::optional<double> PeakBytes() const;
  void ResetPeak() const;
  std::optional<double> CpuSeconds() const;

 private:
  void CloseAll();
  void ReadStray(int* fd);
  bool Flush();

  pid_t pid_ = -1;
  int to_fd_ = -1;
  int from_fd_ = -1;
  int stdout_fd_ = -1;
  int stderr_fd_ = -1;
  std::string outgoing_;
  std::string stray_;
};

double Now();  // steady clock, seconds

// Set by SIGINT and SIGTERM: engines stop at the next wait, and Wait answers kTimeout.
bool Interrupted();
void InstallInterruptHandler();

}  // namespace garter

#endif  // GARTER_CONFORMANCE_WORKER_PROCESS_H_
