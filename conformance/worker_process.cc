// Between fork and exec only async-signal-safe calls are made, since the runner has threads. The adapter becomes the
// leader of a process group of its own, so that one kill takes its children along.
#include "conformance/worker_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <mutex>
#include <sstream>
#include <thread>
#include <utility>
#include <vector>

namespace garter {
namespace {

constexpr size_t kStrayKept = 64u << 10;
std::atomic<bool> interrupted{false};

struct Pipe {
  int read = -1;
  int write = -1;
  bool Open() {
    int fds[2];
    if (pipe2(fds, O_CLOEXEC) != 0) return false;
    read = fds[0], write = fds[1];
    return true;
  }
  void Close() {
    if (read >= 0) close(read);
    if (write >= 0) close(write);
  }
};

// Everything the child needs, made before the fork.
struct Launch {
  std::vector<std::string> words, settings;
  std::vector<char*> argv, envp;
  int source[5];  // becomes fd 0, 1, 2, 3, 4

  explicit Launch(const AdapterConfig& config) : words(config.command) {
    auto add = [&](const std::string& key, const std::string& value) { settings.push_back(key + "=" + value); };
    for (const auto& [key, value] : config.env) add(key, value);
    for (const char* key :
         {"PATH", "HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS", "ASAN_SYMBOLIZER_PATH", "LLVM_PROFILE_FILE"}) {
      const char* value = getenv(key);
      if (value != nullptr && !config.env.contains(key)) add(key, value);
    }
    add("LC_ALL", "C.UTF-8");
    for (std::string& word : words) argv.push_back(word.data());
    for (std::string& setting : settings) envp.push_back(setting.data());
    argv.push_back(nullptr);
    envp.push_back(nullptr);
  }

  [[noreturn]] void BecomeChild() const {
    setpgid(0, 0);
    int high[5];
    for (int i = 0; i < 5; ++i) high[i] = fcntl(source[i], F_DUPFD_CLOEXEC, 10);  // out of the way of 0..4
    for (int i = 0; i < 5; ++i) {
      if (high[i] < 0 || dup2(high[i], i) < 0) _exit(126);
    }
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    signal(SIGPIPE, SIG_DFL);
    execvpe(argv[0], argv.data(), envp.data());
    _exit(127);
  }
};

// One thread makes all processes and lives as long as the program. Adapters may ask the system to die with their parent
// (bubblewrap does), and to the system that parent is the thread that forked, which must not end before its time.
class Spawner {
 public:
  static Spawner& Get() {
    static Spawner* spawner = new Spawner;  // never destroyed: its thread runs until the process ends
    return *spawner;
  }

  pid_t Fork(const Launch& launch) {
    std::unique_lock<std::mutex> turn(callers_);
    std::unique_lock<std::mutex> lock(state_);
    request_ = &launch;
    changed_.notify_all();
    changed_.wait(lock, [this] { return request_ == nullptr; });
    return made_;
  }

 private:
  Spawner() {
    std::thread([this] { Serve(); }).detach();
  }

  void Serve() {
    std::unique_lock<std::mutex> lock(state_);
    while (true) {
      changed_.wait(lock, [this] { return request_ != nullptr; });
      made_ = fork();
      if (made_ == 0) request_->BecomeChild();
      request_ = nullptr;
      changed_.notify_all();
    }
  }

  std::mutex callers_;
  std::mutex state_;
  std::condition_variable changed_;
  const Launch* request_ = nullptr;
  pid_t made_ = -1;
};

void MakeNonBlocking(int fd) { fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK); }

void CloseFd(int* fd) {
  if (*fd >= 0) close(*fd);
  *fd = -1;
}

}  // namespace

std::string Death::Text() const {
  if (signal != 0) return std::string("killed by signal ") + std::to_string(signal) + " (" + strsignal(signal) + ")";
  return "exit code " + std::to_string(exit_code);
}

double Now() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

bool Interrupted() { return interrupted.load(); }

void InstallInterruptHandler() {
  struct sigaction action = {};
  action.sa_handler = [](int) { interrupted.store(true); };
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  signal(SIGPIPE, SIG_IGN);
}

bool WorkerProcess::Start(const AdapterConfig& config) {
  Kill();
  Pipe to, from, out, err;
  int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (null < 0 || !to.Open() || !from.Open() || !out.Open() || !err.Open()) {
    to.Close(), from.Close(), out.Close(), err.Close();
    CloseFd(&null);
    return false;
  }
  fcntl(to.write, F_SETPIPE_SZ, 1 << 20);  // a batch of cases in one go; a refusal costs only speed
  fcntl(from.read, F_SETPIPE_SZ, 1 << 20);
  Launch launch(config);
  int sources[5] = {null, out.write, err.write, to.read, from.write};
  std::memcpy(launch.source, sources, sizeof sources);
  pid_ = Spawner::Get().Fork(launch);
  if (pid_ > 0) setpgid(pid_, pid_);  // both sides do it: whoever is first
  for (int fd : sources) close(fd);
  to_fd_ = to.write, from_fd_ = from.read, stdout_fd_ = out.read, stderr_fd_ = err.read;
  for (int fd : {to_fd_, from_fd_, stdout_fd_, stderr_fd_}) MakeNonBlocking(fd);
  if (pid_ < 0) CloseAll();
  return pid_ > 0;
}

void WorkerProcess::CloseAll() {
  for (int* fd : {&to_fd_, &from_fd_, &stdout_fd_, &stderr_fd_}) CloseFd(fd);
  outgoing_.clear();
}

bool WorkerProcess::Flush() {
  while (!outgoing_.empty()) {
    ssize_t n = write(to_fd_, outgoing_.data(), outgoing_.size());
    if (n < 0) return errno == EAGAIN || errno == EINTR;
    outgoing_.erase(0, static_cast<size_t>(n));
  }
  return true;
}

void WorkerProcess::ReadStray(int* fd) {
  char buffer[16384];
  while (*fd >= 0) {
    ssize_t n = read(*fd, buffer, sizeof buffer);
    if (n > 0 && stray_.size() < kStrayKept) stray_.append(buffer, static_cast<size_t>(n));
    if (n == 0) CloseFd(fd);
    if (n < 0 && errno != EINTR) return;
  }
}

WorkerProcess::Event WorkerProcess::Wait(double deadline, std::string* incoming) {
  while (true) {
    // A write that fails shows as the end of fd 4 as well, with the reason in the exit status.
    if (!Flush()) outgoing_.clear();
    pollfd fds[4] = {{from_fd_, POLLIN, 0},
                     {outgoing_.empty() ? -1 : to_fd_, POLLOUT, 0},
                     {stdout_fd_, POLLIN, 0},
                     {stderr_fd_, POLLIN, 0}};
    double left = deadline - Now();
    if (left <= 0 || Interrupted()) return Event::kTimeout;
    poll(fds, 4, static_cast<int>(left > 0.25 ? 250 : left * 1000 + 1));
    if (fds[2].revents != 0) ReadStray(&stdout_fd_);
    if (fds[3].revents != 0) ReadStray(&stderr_fd_);
    if (fds[0].revents == 0) continue;
    char buffer[65536];
    ssize_t n = read(from_fd_, buffer, sizeof buffer);
    if (n > 0) {
      incoming->append(buffer, static_cast<size_t>(n));
      return Event::kBytes;
    }
    if (n == 0) return Event::kEnd;
  }
}

void WorkerProcess::Kill() {
  if (pid_ > 0) {
    kill(-pid_, SIGKILL);
    kill(pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
  }
  CloseAll();
}

Death WorkerProcess::Reap(double seconds) {
  Death out;
  if (pid_ <= 0) return out;
  CloseFd(&to_fd_);  // EOF: the adapter is to end
  double deadline = Now() + seconds;
  int status = 0;
  while (true) {
    ReadStray(&stdout_fd_);
    ReadStray(&stderr_fd_);
    pid_t done = waitpid(pid_, &status, WNOHANG);
    if (done == pid_ || (done < 0 && errno != EINTR)) break;
    if (Now() > deadline) {
      Kill();
      out.signal = SIGKILL;
      return out;
    }
    usleep(500);
  }
  kill(-pid_, SIGKILL);  // whatever it left behind
  pid_ = -1;
  if (WIFEXITED(status)) out.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) out.signal = WTERMSIG(status);
  ReadStray(&stdout_fd_);
  ReadStray(&stderr_fd_);
  CloseAll();
  return out;
}

std::string WorkerProcess::TakeStray() {
  ReadStray(&stdout_fd_);
  ReadStray(&stderr_fd_);
  return std::exchange(stray_, {});
}

std::optional<double> WorkerProcess::PeakBytes() const {
  std::ifstream in("/proc/" + std::to_string(pid_) + "/status");
  std::string word;
  while (in >> word) {
    double kilobytes = 0;
    if (word == "VmHWM:" && in >> kilobytes) return kilobytes * 1024;
  }
  return std::nullopt;
}

void WorkerProcess::ResetPeak() const { std::ofstream("/proc/" + std::to_string(pid_) + "/clear_refs") << "5"; }

std::optional<double> WorkerProcess::CpuSeconds() const {
  std::ifstream in("/proc/" + std::to_string(pid_) + "/stat");
  std::string line;
  std::getline(in, line);
  size_t after_name = line.rfind(')');
  if (after_name == std::string::npos) return std::nullopt;
  std::istringstream fields(line.substr(after_name + 2));
  std::string skip;
  for (int i = 0; i < 11; ++i) fields >> skip;  // up to utime, the 14th field of stat
  double total = 0;
  for (int i = 0; i < 4; ++i) {
    double ticks = 0;
    fields >> ticks;
    total += ticks;
  }
  return total / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace garter
