// Starts a command behind walls, because CPython is no sandbox and the programs it is asked to run are hostile.
//
//   confine [--mode=auto|bubblewrap|landlock] [--read=PATH]... [--memory=BYTES] ... -- COMMAND [ARGUMENT]...
//   confine --probe | --check
//
// With bubblewrap the command sees its own mount, pid, network, ipc and uts namespaces: a read-only root that holds only
// the system's libraries and the --read paths, and an empty tmpfs as its working directory. Where namespaces cannot be
// had, Landlock forbids every write outside an empty temporary folder and every read outside the same paths. Both run as
// an unprivileged user, with a clean environment and hard resource limits.
//
// The system call filters are compiled here and handed to the command as descriptors (GARTER_WORKER_FILTER_FD for itself,
// GARTER_CASE_FILTER_FD for each child that runs a program): a filter that kills execve cannot be put on before the last
// execve. This program therefore does not confine a command that ignores them; the oracle's worker puts them on before
// it reads the first case, and says so in its HELLO only if the kernel took them.
//
// It runs in two stages: outside (choose the walls, build them) and inside (--inside: drop the user, set limits, exec).

#include <fcntl.h>
#include <grp.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace garter {
namespace {

namespace fs = std::filesystem;

constexpr uid_t kNobody = 65534;
constexpr int kSetupFailed = 125;
constexpr const char* kInsideSelf = "/run/garter/confine";
constexpr const char* kInsideFolder = "/run/garter/case";

struct Options {
  std::string mode = "auto";
  bool inside = false;
  bool probe = false;
  bool check = false;
  std::vector<std::string> read;
  std::uint64_t memory = std::uint64_t{2} << 30;
  std::uint64_t file_size = std::uint64_t{64} << 20;
  std::uint64_t files = 64;
  std::uint64_t cpu = 60;
  std::vector<std::string> command;
};

[[noreturn]] void Fail(const std::string& what) {
  throw std::runtime_error(errno != 0 ? what + ": " + std::strerror(errno) : what);
}

[[noreturn]] void Exec(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  execvp(arguments[0], arguments.data());
  Fail("cannot start " + words[0]);
}

int ExitCodeOf(int status) { return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); }

// --- System call filters -------------------------------------------------------------------------------------------

// What no part of the oracle needs: new programs, the network, other processes' memory, mounts, the kernel itself.
constexpr int kForbidden[] = {
    SCMP_SYS(execve),
    SCMP_SYS(execveat),
    SCMP_SYS(socket),
    SCMP_SYS(socketpair),
    SCMP_SYS(connect),
    SCMP_SYS(bind),
    SCMP_SYS(listen),
    SCMP_SYS(accept),
    SCMP_SYS(accept4),
    SCMP_SYS(ptrace),
    SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev),
    SCMP_SYS(pidfd_getfd),
    SCMP_SYS(mount),
    SCMP_SYS(umount2),
    SCMP_SYS(pivot_root),
    SCMP_SYS(move_mount),
    SCMP_SYS(open_tree),
    SCMP_SYS(fsopen),
    SCMP_SYS(fsmount),
    SCMP_SYS(fsconfig),
    SCMP_SYS(chroot),
    SCMP_SYS(setns),
    SCMP_SYS(unshare),
    SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),
    SCMP_SYS(kexec_load),
    SCMP_SYS(kexec_file_load),
    SCMP_SYS(init_module),
    SCMP_SYS(finit_module),
    SCMP_SYS(delete_module),
    SCMP_SYS(reboot),
    SCMP_SYS(swapon),
    SCMP_SYS(swapoff),
    SCMP_SYS(add_key),
    SCMP_SYS(request_key),
    SCMP_SYS(keyctl),
    SCMP_SYS(userfaultfd),
    SCMP_SYS(io_uring_setup),
    SCMP_SYS(iopl),
    SCMP_SYS(ioperm),
    SCMP_SYS(settimeofday),
    SCMP_SYS(clock_settime),
    SCMP_SYS(clock_adjtime),
    SCMP_SYS(adjtimex),
    SCMP_SYS(sethostname),
    SCMP_SYS(setdomainname),
    SCMP_SYS(quotactl),
    SCMP_SYS(open_by_handle_at),
    SCMP_SYS(name_to_handle_at),
    SCMP_SYS(acct),
    SCMP_SYS(syslog),
};

// What the zygote needs and a program does not: new processes, and signals to others.
constexpr int kForbiddenInCases[] = {SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(kill), SCMP_SYS(tkill),
                                     SCMP_SYS(pidfd_send_signal)};

class Filter {
 public:
  Filter() : context_(seccomp_init(SCMP_ACT_ALLOW)) {
    if (context_ == nullptr) Fail("seccomp_init");
    for (int call : kForbidden) Kill(call);
  }
  ~Filter() { seccomp_release(context_); }
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;

  // Threads stay allowed. clone3 hides its flags in memory, so it pretends to be missing and the C library uses clone.
  void ForbidProcesses() {
    for (int call : kForbiddenInCases) Kill(call);
    constexpr std::uint64_t kThread = 0x00010000;  // CLONE_THREAD
    Check(
        seccomp_rule_add(context_, SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, kThread, 0)));
    Check(seccomp_rule_add(context_, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0));
  }

  // Leaves the program in a memory file that survives exec, and its number in the environment.
  void HandOver(const char* variable) const {
    int file = memfd_create(variable, 0);
    if (file < 0) Fail("memfd_create");
    Check(seccomp_export_bpf(context_, file));
    setenv(variable, std::to_string(file).c_str(), 1);
  }

 private:
  void Kill(int call) {
    // A call that this architecture does not have cannot be made either.
    int result = seccomp_rule_add(context_, SCMP_ACT_KILL_PROCESS, call, 0);
    if (result != 0 && result != -EDOM) Check(result);
  }
  static void Check(int result) {
    errno = -result;
    if (result < 0) Fail("libseccomp");
  }

  scmp_filter_ctx context_;
};

void HandOverFilters() {
  Filter worker;
  worker.HandOver("GARTER_WORKER_FILTER_FD");
  Filter cases;
  cases.ForbidProcesses();
  cases.HandOver("GARTER_CASE_FILTER_FD");
}

// --- Inside: user, limits, environment -----------------------------------------------------------------------------

void SetLimit(__rlimit_resource resource, std::uint64_t value, const char* name) {
  rlimit limit{value, value};
  if (setrlimit(resource, &limit) != 0) Fail(std::string("cannot set limit of ") + name);
}

void SetLimits(const Options& options) {
  SetLimit(RLIMIT_AS, options.memory, "memory");
  SetLimit(RLIMIT_FSIZE, options.file_size, "file size");
  SetLimit(RLIMIT_NOFILE, options.files, "open files");
  SetLimit(RLIMIT_CPU, options.cpu, "processor time");
  SetLimit(RLIMIT_CORE, 0, "core size");
  // Native stack decides where CPython reports its own stack overflow, so it is the usual 8 MiB on every machine.
  SetLimit(RLIMIT_STACK, std::uint64_t{8} << 20, "stack");
}

void BecomeNobody() {
  if (getuid() != 0) return;
  if (setgroups(0, nullptr) != 0 || setresgid(kNobody, kNobody, kNobody) != 0 ||
      setresuid(kNobody, kNobody, kNobody) != 0) {
    Fail("cannot become an unprivileged user");
  }
  // The change of user made /proc/self unreadable to itself, and the fallback reaches Python through it.
  prctl(PR_SET_DUMPABLE, 1);
}

// Only what decides how Python behaves passes; nothing of the caller's environment is a program's business.
void CleanEnvironment(const std::string& mode) {
  const char* home = getenv("PYTHONHOME");
  const char* seed = getenv("PYTHONHASHSEED");
  std::string python_home = home != nullptr ? home : "";
  std::string hash_seed = seed != nullptr ? seed : "0";
  clearenv();
  if (!python_home.empty()) setenv("PYTHONHOME", python_home.c_str(), 1);
  setenv("PYTHONHASHSEED", hash_seed.c_str(), 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  setenv("PATH", "/usr/bin:/bin", 1);
  setenv("GARTER_CONFINED", mode.c_str(), 1);
}

[[noreturn]] void RunInside(const Options& options) {
  BecomeNobody();
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) Fail("no_new_privs");
  SetLimits(options);
  HandOverFilters();
  if (options.probe) std::exit(0);
  Exec(options.command);
}

// --- Bubblewrap ----------------------------------------------------------------------------------------------------

std::string SelfPath() { return fs::read_symlink("/proc/self/exe").string(); }

void Append(std::vector<std::string>* words, std::initializer_list<std::string> more) {
  words->insert(words->end(), more);
}

// The system's programs and libraries, and nothing else of the machine: no home, no /etc but the loader's cache.
void AppendSystem(std::vector<std::string>* words) {
  Append(words, {"--ro-bind", "/usr", "/usr", "--perms", "0755", "--dir", "/etc", "--ro-bind-try", "/etc/ld.so.cache",
                 "/etc/ld.so.cache"});
  for (const char* folder : {"/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"}) {
    std::error_code ignored;
    if (fs::is_symlink(folder, ignored)) {
      Append(words, {"--symlink", fs::read_symlink(folder).string(), folder});
    } else if (fs::is_directory(folder, ignored)) {
      Append(words, {"--ro-bind", folder, folder});
    }
  }
}

// Binds a path at its own name. bwrap makes missing parents private to their owner, so they are made openly first; what
// else the real parents hold stays out of sight.
void AppendReadable(std::vector<std::string>* words, const std::string& path) {
  if (path == "/usr" || path.rfind("/usr/", 0) == 0) return;
  std::vector<std::string> parents;
  for (fs::path parent = fs::path(path).parent_path(); parent != "/"; parent = parent.parent_path()) {
    parents.insert(parents.begin(), parent.string());
  }
  for (const std::string& parent : parents) Append(words, {"--perms", "0755", "--dir", parent});
  Append(words, {"--ro-bind", path, path});
}

std::vector<std::string> InsideWords(const Options& options, const std::string& self) {
  std::vector<std::string> words = {self, "--inside"};
  if (options.probe) words.push_back("--probe");
  Append(&words, {"--memory", std::to_string(options.memory), "--file-size", std::to_string(options.file_size),
                  "--files", std::to_string(options.files), "--cpu", std::to_string(options.cpu), "--"});
  words.insert(words.end(), options.command.begin(), options.command.end());
  return words;
}

std::vector<std::string> BubblewrapWords(const Options& options) {
  std::vector<std::string> words = {"bwrap",         "--unshare-pid",     "--unshare-net", "--unshare-ipc",
                                    "--unshare-uts", "--die-with-parent", "--new-session"};
  if (getuid() == 0) {
    // Root makes real namespaces and gives up its user inside; these two capabilities let it do that, and go with it.
    Append(&words, {"--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"});
  } else {
    Append(&words, {"--unshare-user", "--uid", std::to_string(kNobody), "--gid", std::to_string(kNobody)});
  }
  AppendSystem(&words);
  // The C library reads the size of the stack from /proc; without it CPython takes 4 MB and overflows early. In the new pid
  // namespace it shows the oracle's own processes alone.
  Append(&words, {"--dev", "/dev", "--proc", "/proc"});
  for (const std::string& path : options.read) AppendReadable(&words, path);
  Append(&words, {"--perms", "0755", "--dir", "/run/garter", "--ro-bind", SelfPath(), kInsideSelf});
  Append(&words, {"--perms", "1777", "--tmpfs", kInsideFolder, "--chdir", kInsideFolder, "--remount-ro", "/", "--"});
  std::vector<std::string> inside = InsideWords(options, kInsideSelf);
  words.insert(words.end(), inside.begin(), inside.end());
  return words;
}

bool BubblewrapWorks(Options options) {
  options.probe = true;
  pid_t child = fork();
  if (child < 0) Fail("fork");
  if (child == 0) {
    int null = open("/dev/null", O_RDWR);
    for (int fd : {0, 1, 2}) dup2(null, fd);
    CleanEnvironment("probe");
    try {
      Exec(BubblewrapWords(options));
    } catch (const std::exception&) {
      _exit(kSetupFailed);
    }
  }
  int status = 0;
  waitpid(child, &status, 0);
  return ExitCodeOf(status) == 0;
}

[[noreturn]] void RunBubblewrap(const Options& options) {
  std::vector<std::string> words = BubblewrapWords(options);
  CleanEnvironment("bubblewrap");
  Exec(words);
}

// --- Landlock ------------------------------------------------------------------------------------------------------

#ifndef LANDLOCK_ACCESS_FS_REFER
#define LANDLOCK_ACCESS_FS_REFER (1ULL << 13)
#endif
constexpr std::uint64_t kAccessTruncate = 1ULL << 14;
constexpr std::uint64_t kAccessDevice = 1ULL << 15;
constexpr std::uint64_t kAllBasic = (1ULL << 13) - 1;
constexpr std::uint64_t kReading =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

// The kernel's structure in its newest form known here; an older kernel is told the size it knows.
struct RulesetAttributes {
  std::uint64_t files = 0;
  std::uint64_t network = 0;
  std::uint64_t scoped = 0;
};

long LandlockVersion() { return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION); }

class Landlock {
 public:
  Landlock() {
    long version = LandlockVersion();
    if (version < 1) Fail("no Landlock in this kernel");
    RulesetAttributes attributes;
    attributes.files = kAllBasic;
    if (version >= 2) attributes.files |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3) attributes.files |= kAccessTruncate;
    if (version >= 5) attributes.files |= kAccessDevice;
    if (version >= 4) attributes.network = 3;  // bind and connect of TCP
    if (version >= 6) attributes.scoped = 3;   // abstract sockets and signals of processes outside
    handled_ = attributes.files;
    std::size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
    ruleset_ = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, size, 0));
    if (ruleset_ < 0) Fail("landlock_create_ruleset");
  }
  ~Landlock() { close(ruleset_); }
  Landlock(const Landlock&) = delete;
  Landlock& operator=(const Landlock&) = delete;

  void Allow(int beneath, std::uint64_t access) {
    struct stat info;
    if (fstat(beneath, &info) != 0) Fail("fstat");
    if (!S_ISDIR(info.st_mode)) {
      access &=
          LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | kAccessTruncate;
    }
    landlock_path_beneath_attr rule{};
    rule.allowed_access = access & handled_;
    rule.parent_fd = beneath;
    if (syscall(SYS_landlock_add_rule, ruleset_, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) != 0) Fail("landlock_add_rule");
  }

  void AllowIfPresent(const char* path, std::uint64_t access) {
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0) return;
    Allow(fd, access);
    close(fd);
  }

  void Enforce() const {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) Fail("no_new_privs");
    if (syscall(SYS_landlock_restrict_self, ruleset_, 0) != 0) Fail("landlock_restrict_self");
  }

  std::uint64_t handled() const { return handled_; }

 private:
  int ruleset_ = -1;
  std::uint64_t handled_ = 0;
};

// An unprivileged user may be unable to walk to a --read path (a private home). It is opened while we still can, and
// every word that begins with it is rewritten to go through that descriptor.
class Relocation {
 public:
  void Add(const std::string& path, int descriptor) {
    pairs_.emplace_back(path, "/proc/self/fd/" + std::to_string(descriptor));
  }
  std::string Of(std::string word) const {
    for (const auto& [from, to] : pairs_) {
      if (word.compare(0, from.size(), from) != 0) continue;
      if (word.size() == from.size() || word[from.size()] == '/') return to + word.substr(from.size());
    }
    return word;
  }

 private:
  std::vector<std::pair<std::string, std::string>> pairs_;
};

[[noreturn]] void RunInLandlock(Options options, const std::string& folder) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  Landlock rules;
  Relocation relocation;
  for (const char* path : {"/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/proc/self"}) {
    rules.AllowIfPresent(path, kReading);
  }
  for (const char* path : {"/dev/null", "/dev/urandom"}) {
    rules.AllowIfPresent(path, LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE);
  }
  for (const std::string& path : options.read) {
    int fd = open(path.c_str(), O_PATH);  // stays open: the command is reached through it
    if (fd < 0) Fail("cannot open " + path);
    rules.Allow(fd, kReading);
    if (getuid() == 0) relocation.Add(path, fd);
  }
  if (getuid() == 0 && chown(folder.c_str(), kNobody, kNobody) != 0) Fail("chown");
  if (chdir(folder.c_str()) != 0) Fail("chdir");
  rules.AllowIfPresent(folder.c_str(), rules.handled());
  CleanEnvironment("landlock");
  for (std::string& word : options.command) word = relocation.Of(word);
  if (const char* home = getenv("PYTHONHOME")) setenv("PYTHONHOME", relocation.Of(home).c_str(), 1);
  BecomeNobody();
  rules.Enforce();
  RunInside(options);
}

// The parent stays to remove the folder, and ends as the command ended.
int RunLandlock(const Options& options) {
  std::string folder = (fs::temp_directory_path() / "garter-case-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) Fail("mkdtemp");
  pid_t child = fork();
  if (child < 0) Fail("fork");
  if (child == 0) RunInLandlock(options, folder);
  // The pipes belong to the command alone; held open here they would hide its end from the other side.
  close_range(3, ~0U, 0);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  return ExitCodeOf(status);
}

// --- Options -------------------------------------------------------------------------------------------------------

int Run(Options options) {
  if (options.inside) RunInside(options);
  for (std::string& path : options.read) path = fs::absolute(path).lexically_normal().string();
  bool bubblewrap = options.mode == "bubblewrap" || (options.mode == "auto" && BubblewrapWorks(options));
  if (options.probe || options.check) {
    const char* walls = bubblewrap ? "bubblewrap" : LandlockVersion() >= 1 ? "landlock" : "none";
    if (options.probe) std::puts(walls);
    return std::strcmp(walls, "none") == 0 ? 1 : 0;
  }
  if (options.command.empty()) Fail("no command");
  if (bubblewrap) RunBubblewrap(options);
  return RunLandlock(options);
}

}  // namespace
}  // namespace garter

int main(int argc, char** argv) {
  garter::Options options;
  CLI::App app("Starts a command confined: read-only system, no network, no new processes, hard limits.");
  app.add_option("--mode", options.mode, "walls to use: auto, bubblewrap or landlock")
      ->check(CLI::IsMember({"auto", "bubblewrap", "landlock"}))
      ->capture_default_str();
  app.add_option("--read", options.read, "a path the command may read, besides the system's own (repeatable)");
  app.add_option("--memory", options.memory, "address space of a process, in bytes")->capture_default_str();
  app.add_option("--file-size", options.file_size, "size of a file, in bytes")->capture_default_str();
  app.add_option("--files", options.files, "open files of a process")->capture_default_str();
  app.add_option("--cpu", options.cpu, "processor seconds of a process")->capture_default_str();
  app.add_flag("--probe", options.probe, "say which walls would be used, and start nothing");
  app.add_flag("--check", options.check, "exit with 0 if some walls can be built, and start nothing");
  app.add_flag("--inside", options.inside, "second stage, used by confine itself")->group("");
  app.add_option("command", options.command, "the command and its arguments, after --");
  app.positionals_at_end();
  CLI11_PARSE(app, argc, argv);
  try {
    errno = 0;
    return garter::Run(options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "confine: %s\n", error.what());
    return garter::kSetupFailed;
  }
}
