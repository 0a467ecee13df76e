// The adapter of our sandbox: speaks CAP/1 on descriptors 3 and 4 (protocol.md) and runs each case in this process,
// through the public header alone.
//
//   garter-adapter [--mutant=N]
//
// After HELLO it allows itself only the handful of system calls that it needs to read frames, touch memory and write
// frames (the sandbox itself needs none), so that an escape from the sandbox would die of SIGSYS and be seen.
#include <fcntl.h>
#include <linux/audit.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "conformance/adapters/tagged_value.h"
#include "conformance/encoding.h"
#include "conformance/frame.h"
#include "interpreter/host_block.h"
#include "interpreter/interpreter.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(undefined_behavior_sanitizer)
#define GARTER_SANITIZED 1
#endif
#endif

namespace garter {
namespace {

constexpr size_t kMaxStream = 1u << 20;  // bytes of a stream that an observation carries (protocol.md)
constexpr size_t kMinimalBlock = 1u << 20;

struct Mutant {
  int number;
  const char* name;
};
constexpr Mutant kMutants[] = {
    {0, ""},
#define GARTER_MUTANT_ROW(number, name, ...) {number, #name},
#include "fuzz/mutants.def"
};

uint64_t NowNs(void*) {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<uint64_t>(now.tv_sec) * 1000000000u + static_cast<uint64_t>(now.tv_nsec);
}

bool WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t n = write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

// Blocks until a whole frame is there; false at the end of the conversation.
bool ReadFrame(FrameReader* reader, Frame* out) {
  char buffer[65536];
  while (true) {
    FrameReader::Status status = reader->Next(out);
    if (status != FrameReader::Status::kNeedMore) return status == FrameReader::Status::kFrame;
    ssize_t n = read(3, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    reader->Append({buffer, static_cast<size_t>(n)});
  }
}

void Send(FrameKind kind, const Json& payload) {
  std::string frame = EncodeFrame(kind, payload);
  // Values can be larger than a frame even so; to say so beats saying nothing.
  if (frame.empty()) {
    frame = EncodeFrame(kind, {{"case", TextMember(payload, "case")},
                               {"phase", "run"},
                               {"outcome", "infra"},
                               {"detail", "the observation is larger than a frame"},
                               {"stdout", ""},
                               {"stderr", ""}});
  }
  if (!WriteAll(4, frame)) _exit(1);
}

bool Confine() {
#ifdef GARTER_SANITIZED
  return false;  // a sanitizer's runtime needs calls of its own
#else
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
  if (filter == nullptr) return false;
  bool good = true;
  for (const char* name : {"read",           "write",         "mmap",
                           "munmap",         "mremap",        "madvise",
                           "mprotect",       "brk",           "exit",
                           "exit_group",     "rt_sigreturn",  "rt_sigaction",
                           "rt_sigprocmask", "clock_gettime", "clock_nanosleep",
                           "nanosleep",      "futex",         "getpid",
                           "gettid",         "tgkill",        "close",
                           "fstat",          "newfstatat",    "restart_syscall"}) {
    int number = seccomp_syscall_resolve_name(name);
    if (number != __NR_SCMP_ERROR) good &= seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0) == 0;
  }
  good = good && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return good;
#endif
}

const char* LimitName(LimitKind kind) {
  switch (kind) {
    case LimitKind::kFuel:
      return "fuel";
    case LimitKind::kMemory:
      return "memory";
    case LimitKind::kOutput:
      return "output";
    case LimitKind::kHostCalls:
      return "host";
    default:
      return "time";
  }
}

struct Streams {
  std::string out;
  std::string err;
  uint64_t total = 0;
  static void Write(void* context, Stream stream, std::string_view text) {
    Streams* streams = static_cast<Streams*>(context);
    std::string& to = stream == Stream::kStdout ? streams->out : streams->err;
    streams->total += text.size();
    if (to.size() < kMaxStream) to += text.substr(0, kMaxStream - to.size());
  }
};

uint64_t NumberOr(const Json& value, uint64_t otherwise) {
  return value.is_number() && value.get<double>() >= 0 ? value.get<uint64_t>() : otherwise;
}

Limits ReadLimits(const Json& given) {
  Limits out;
  out.memory = NumberOr(Member(given, "memory"), out.memory);
  out.output = NumberOr(Member(given, "output"), out.output);
  out.depth = static_cast<uint32_t>(NumberOr(Member(given, "depth"), out.depth));
  out.fuel = NumberOr(Member(given, "fuel"), out.fuel);
  if (Member(given, "time").is_number()) out.time_ns = static_cast<uint64_t>(given["time"].get<double>() * 1e9);
  out.now_ns = NowNs;
  return out;
}

// A text of the sandbox's as an observation carries it: at most kMaxStream bytes, ending with a whole character.
std::string ShownText(std::string_view text) {
  size_t end = text.size() < kMaxStream ? text.size() : kMaxStream;
  while (end > 0 && end < text.size() && (static_cast<uint8_t>(text[end]) & 0xC0) == 0x80) --end;
  return EscapeSurrogates(text.substr(0, end));
}

// Runs the cases one after another in the same two blocks; a case with another memory cap gets blocks of its own size.
class Adapter {
 public:
  explicit Adapter(int mutant) : mutant_(mutant) {}

  int Serve() {
    Send(FrameKind::kHello, Hello(Confine()));
    Frame frame;
    while (ReadFrame(&reader_, &frame)) {
      if (frame.kind == FrameKind::kBye) return 0;
      if (frame.kind == FrameKind::kCase) RunCase(frame.payload, "");
      if (frame.kind == FrameKind::kSource) AddPiece(frame.payload);
      if (frame.kind == FrameKind::kCanary) RunCanary(frame.payload);
      if (frame.kind == FrameKind::kPing) Send(FrameKind::kPong, frame.payload);
      if (frame.kind == FrameKind::kReset) Reset();
    }
    return reader_.error().empty() ? 0 : 1;
  }

 private:
  static Json Hello(bool confined) {
    Json mutants = Json::array();
    for (const Mutant& mutant : kMutants) {
      if (mutant.number > 0) mutants.push_back(Json::array({mutant.number, mutant.name}));
    }
    Json holds = Json::array();
    if (confined) holds.push_back("seccomp");
    return {{"protocol", "CAP/1"},
            {"engine", "garter"},
            {"version", std::string(Version())},
            {"python", "3.14"},
            {"features", Json::array({"*"})},
            {"limits", Json::array({"fuel", "memory", "time", "output", "depth"})},
            {"window", 1},
            {"mutants", mutants},
            {"isolation", {{"mode", "sandbox"}, {"holds", holds}}}};
  }

  void Reset() {
    sandbox_.reset();
    program_.reset();
    size_ = 0;
    Send(FrameKind::kPong, {{"reset", true}});
  }

  bool Prepare(size_t memory) {
    size_t size = memory < kMinimalBlock ? kMinimalBlock : memory > UINT32_MAX - 7 ? UINT32_MAX - 7 : memory;
    size = (size + 4095) / 4096 * 4096;
    if (size > UINT32_MAX) size -= 4096;
    if (size == size_) return true;
    sandbox_.reset();
    program_.reset();
    code_ = std::make_unique<HostBlock>(size);
    span_ = std::make_unique<HostBlock>(size);
    if (code_->block().data == nullptr || span_->block().data == nullptr) return false;
    program_ = std::make_unique<Program>(code_->block());
    sandbox_ = std::make_unique<Sandbox>(span_->block());
    size_ = size;
    return true;
  }

  void AddPiece(const Json& payload) {
    std::string piece;
    if (BytesFromJson(Member(payload, "piece"), &piece)) pieces_ += piece;
  }

  // The text of the case, from its frame or from the pieces that came before it.
  bool TakeSource(const Json& payload, std::string* out) {
    std::string pieces = std::exchange(pieces_, {});
    const Json& source = Member(payload, "source");
    if (!Member(source, "pieces").is_number()) return BytesFromJson(source, out);
    *out = std::move(pieces);
    return true;
  }

  void RunCase(const Json& payload, const std::string& canary) {
    std::string id = TextMember(payload, "id");
    std::string source;
    Json observation = {{"case", id}, {"phase", "run"}, {"outcome", "infra"}, {"stdout", ""}, {"stderr", ""}};
    Limits limits = ReadLimits(Member(payload, "limits"));
    if (canary == "swallowed_limit") limits.fuel = kUnlimited;
    if (!TakeSource(payload, &source))
      observation["detail"] = "the case has no source";
    else if (!Prepare(limits.memory))
      observation["detail"] = "no memory for the blocks";
    else
      Execute(payload, source, limits, canary, &observation);
    Spoil(payload, canary, &observation);
    Send(FrameKind::kObservation, observation);
  }

  void Execute(const Json& payload, const std::string& source, const Limits& limits, const std::string& canary,
               Json* out) {
    Streams streams;
    CompileOptions compile;
    std::string filename = Member(payload, "filename").is_string() ? TextMember(payload, "filename") : "main.py";
    compile.filename = filename;
    compile.mutant = static_cast<uint32_t>(mutant_);
    Result result = program_->Compile(source, compile, limits);
    bool compiled = result.ok();
    Json host_calls = Json::array();
    if (compiled) result = Run(payload, limits, &streams, &host_calls);
    (*out)["phase"] = result.phase == Phase::kRun ? "run" : "compile";
    (*out)["exit"] = result.exit_code;
    DescribeResult(result, compiled, out);
    (*out)["stdout"] = BytesToJson(streams.out);
    (*out)["stderr"] = BytesToJson(streams.err);
    if (!host_calls.empty()) (*out)["hostcalls"] = host_calls;
    Usage usage = compiled ? sandbox_->usage() : Usage();
    (*out)["claimed"] = {{"fuel", compiled ? usage.fuel : program_->fuel()},
                         {"mem_peak", usage.memory_peak},
                         {"depth", usage.depth_peak},
                         {"out_bytes", streams.total}};
    if (compiled && (result.ok() || result.outcome == Outcome::kException)) AddValues(payload, canary, out);
  }

  Result Run(const Json& payload, const Limits& limits, Streams* streams, Json* host_calls) {
    RunOptions options;
    options.limits = limits;
    options.write = Streams::Write;
    options.write_context = streams;
    options.mutant = static_cast<uint32_t>(mutant_);
    TaggedReader reader;
    std::vector<std::string> names;
    std::vector<NamedInput> inputs;
    std::vector<std::string_view> functions;
    const Json& given = Member(payload, "inputs");
    if (given.is_object()) {
      names.reserve(given.size());
      for (const auto& [name, value] : given.items()) {
        NamedInput input;
        input.name = names.emplace_back(name);
        if (reader.Read(value, &input.value)) inputs.push_back(input);
      }
    }
    for (const Json& name : Member(payload, "host")) functions.push_back(name.get_ref<const std::string&>());
    options.inputs = inputs.data();
    options.input_count = inputs.size();
    options.host_functions = functions.data();
    options.host_function_count = functions.size();
    Result result = sandbox_->Run(*program_, options);
    while (result.outcome == Outcome::kHostCall) result = AnswerHostCall(TextMember(payload, "id"), host_calls);
    return result;
  }

  // Asks the runner, which has the one table of host functions for all engines.
  Result AnswerHostCall(const std::string& id, Json* host_calls) {
    HostCall call = sandbox_->host_call();
    std::string name(call.name);
    Json arguments = Json::array();
    for (size_t i = 0; i < call.argument_count; ++i) {
      TaggedWriter writer;
      arguments.push_back(writer.Write(sandbox_->HostArgument(i)));
    }
    Send(FrameKind::kHostCall, {{"case", id}, {"name", name}, {"args", arguments}});
    Frame frame;
    if (!ReadFrame(&reader_, &frame) || frame.kind != FrameKind::kHostReturn) _exit(1);
    const Json& raised = Member(frame.payload, "raise");
    host_calls->push_back(
        Json::array({name, arguments, raised.is_null() ? Member(frame.payload, "value") : frame.payload}));
    if (raised.is_array() && raised.size() == 2)
      return sandbox_->ResumeRaise(raised[0].get<std::string>(), raised[1].get<std::string>());
    TaggedReader reader;
    HostValue value;
    if (!reader.Read(Member(frame.payload, "value"), &value))
      return sandbox_->ResumeRaise("TypeError", "the host answered nonsense");
    return sandbox_->Resume(value);
  }

  void DescribeResult(const Result& result, bool compiled, Json* out) {
    switch (result.outcome) {
      case Outcome::kOk:
        (*out)["outcome"] = "ok";
        return;
      case Outcome::kException:
        (*out)["outcome"] = "exception";
        (*out)["exception"] = DescribeException(result, compiled);
        return;
      case Outcome::kLimit:
        (*out)["outcome"] = "limit";
        (*out)["limit"] = {{"kind", LimitName(result.limit.kind)},
                           {"cap", result.limit.cap},
                           {"used", result.limit.used},
                           {"where", result.limit.line}};
        return;
      case Outcome::kUnsupported:
        (*out)["outcome"] = "unsupported";
        (*out)["unsupported"] = {{"feature", std::string(result.exception_type)},
                                 {"line", result.line},
                                 {"message", ShownText(result.error_text)}};
        return;
      case Outcome::kHostCall:
      case Outcome::kMisuse:
        (*out)["outcome"] = "infra";
        (*out)["detail"] = "misuse: " + std::string(result.error_text);
        return;
    }
  }

  Json DescribeException(const Result& result, bool compiled) {
    Json out = {{"type", std::string(result.exception_type)},
                {"message", ShownText(result.exception_message)},
                {"traceback", ShownText(result.error_text)}};
    if (compiled) {
      TaggedWriter writer;
      ValueView args = sandbox_->exception().Attribute("args");
      Json tagged = writer.Write(args);
      if (args.kind() == ValueView::Kind::kTuple && tagged.size() == 2) out["args"] = tagged[1];
    }
    return out;
  }

  void AddValues(const Json& payload, const std::string& canary, Json* out) {
    for (const Json& field : Member(payload, "observe")) {
      TaggedWriter writer(canary == "alias");
      if (field == "globals") (*out)["globals"] = writer.WriteGlobals(*sandbox_);
      if (field == "result") (*out)["result"] = writer.Write(sandbox_->value());
    }
  }

  // Canaries that kill or stop this process, or use what they must not; the others run the program and spoil the answer.
  void RunCanary(const Json& payload) {
    std::string kind = TextMember(payload, "kind");
    if (kind == "crash") std::abort();
    if (kind == "syscall") socket(AF_INET, SOCK_STREAM, 0);
    while (kind == "hang") {
      timespec second = {1, 0};
      nanosleep(&second, nullptr);
    }
    if (kind == "memory") Waste(NumberOr(Member(Member(payload, "limits"), "memory"), 0) + (64u << 20));
    RunCase(payload, kind);
  }

  static void Waste(uint64_t bytes) {
    void* at = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED) return;
    std::memset(at, 1, bytes);
    munmap(at, bytes);
  }

  static void Spoil(const Json& payload, const std::string& canary, Json* out) {
    uint64_t output_cap = NumberOr(Member(Member(payload, "limits"), "output"), 0);
    uint64_t fuel_cap = NumberOr(Member(Member(payload, "limits"), "fuel"), 0);
    Json& text = (*out)["stdout"];
    if (canary == "wrong_stdout") text = "spoilt\n" + (text.is_string() ? text.get<std::string>() : "");
    if (canary == "wrong_exception" && out->contains("exception")) (*out)["exception"]["type"] = "KeyError";
    if (canary == "output") text = std::string(output_cap + (256u << 10), 'x');
    if (canary == "swallowed_limit") (*out)["claimed"]["fuel"] = fuel_cap * 2;
    if (canary == "nondeterministic") text = std::to_string(NowNs(nullptr));
  }

  int mutant_;
  FrameReader reader_;
  std::string pieces_;
  std::unique_ptr<HostBlock> code_;
  std::unique_ptr<HostBlock> span_;
  std::unique_ptr<Program> program_;
  std::unique_ptr<Sandbox> sandbox_;
  size_t size_ = 0;
};

}  // namespace
}  // namespace garter

int main(int argc, char** argv) {
  int mutant = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::strncmp(argv[i], "--mutant=", 9) == 0) {
      mutant = std::atoi(argv[i] + 9);
    } else {
      std::fprintf(stderr,
                   "usage: garter-adapter [--mutant=N]; frames on descriptors 3 and 4 (conformance/protocol.md)\n");
      return 2;
    }
  }
  return garter::Adapter(mutant).Serve();
}
