// `garter run`: a program, its streams, its exit code; or the observation as JSON.
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "interpreter/cli/commands.h"
#include "interpreter/host_block.h"
#include "interpreter/interpreter.h"

namespace garter::cli {
namespace {

uint64_t Now(void*) {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<uint64_t>(t.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(t.tv_nsec);
}

// Gathers stdout and writes it in large pieces; stderr goes out at once, after what was printed before it.
class Streams {
 public:
  explicit Streams(bool keep) : keep_(keep) {}
  static void Write(void* self, Stream stream, std::string_view text) {
    static_cast<Streams*>(self)->Add(stream, text);
  }
  void Add(Stream stream, std::string_view text) {
    std::string& buffer = stream == Stream::kStdout ? out_ : error_;
    buffer.append(text);
    if (keep_) return;
    if (stream == Stream::kStderr)
      Flush();
    else if (out_.size() > 1 << 16)
      Flush();
  }
  void Flush() {
    WriteAll(1, out_);
    WriteAll(2, error_);
    out_.clear();
    error_.clear();
  }
  const std::string& out() const { return out_; }
  const std::string& error() const { return error_; }

 private:
  static void WriteAll(int fd, std::string_view text) {
    while (!text.empty()) {
      ssize_t n = write(fd, text.data(), text.size());
      if (n <= 0) return;
      text.remove_prefix(static_cast<size_t>(n));
    }
  }
  bool keep_;
  std::string out_, error_;
};

const char* LimitName(LimitKind kind) {
  switch (kind) {
    case LimitKind::kFuel:
      return "fuel";
    case LimitKind::kMemory:
      return "memory";
    case LimitKind::kTime:
      return "time";
    case LimitKind::kOutput:
      return "output";
    case LimitKind::kHostCalls:
      return "host_calls";
    case LimitKind::kInterrupt:
      return "interrupt";
    case LimitKind::kNone:
      break;
  }
  return "none";
}

const char* OutcomeName(const Result& result) {
  switch (result.outcome) {
    case Outcome::kOk:
      return "ok";
    case Outcome::kException:
      return "exception";
    case Outcome::kLimit:
      return "limit";
    case Outcome::kUnsupported:
      return "unsupported";
    default:
      return "misuse";
  }
}

const char* PhaseName(Phase phase) {
  switch (phase) {
    case Phase::kLex:
      return "lex";
    case Phase::kParse:
      return "parse";
    case Phase::kCompile:
      return "compile";
    case Phase::kRun:
      break;
  }
  return "run";
}

// Bytes of a stream: text when they are UTF-8, else base64 (conformance/protocol.md).
nlohmann::json StreamJson(std::string_view bytes) {
  nlohmann::json text = std::string(bytes);
  try {
    text.dump();
    return text;
  } catch (const nlohmann::json::exception&) {
  }
  static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string encoded;
  for (size_t i = 0; i < bytes.size(); i += 3) {
    uint32_t group = 0;
    size_t n = bytes.size() - i < 3 ? bytes.size() - i : 3;
    for (size_t k = 0; k < 3; ++k) group = group << 8 | (k < n ? static_cast<uint8_t>(bytes[i + k]) : 0);
    for (size_t k = 0; k < 4; ++k) encoded += k <= n ? kDigits[group >> (18 - 6 * k) & 63] : '=';
  }
  return {{"b64", encoded}};
}

nlohmann::json Observation(const Result& result, const Streams& streams, const Usage& usage) {
  nlohmann::json o;
  o["engine"] = {{"name", "garter"}, {"version", std::string(Version())}};
  o["phase"] = PhaseName(result.phase);
  o["outcome"] = OutcomeName(result);
  o["stdout"] = StreamJson(streams.out());
  std::string error = streams.error();
  if (result.outcome == Outcome::kException) {
    error += result.error_text;
    o["exception"] = {{"type", std::string(result.exception_type)},
                      {"message", StreamJson(result.exception_message)},
                      {"traceback", StreamJson(result.error_text)}};
  }
  o["stderr"] = StreamJson(error);
  if (result.outcome == Outcome::kLimit) {
    o["limit"] = {{"kind", LimitName(result.limit.kind)},
                  {"cap", result.limit.cap},
                  {"used", result.limit.used},
                  {"line", result.limit.line}};
  }
  if (result.outcome == Outcome::kUnsupported) {
    o["unsupported"] = {{"feature", std::string(result.exception_type)},
                        {"message", std::string(result.error_text)},
                        {"line", result.line}};
  }
  o["exit_code"] = result.exit_code;
  o["claimed"] = {{"fuel", usage.fuel},
                  {"memory", usage.memory},
                  {"mem_peak", usage.memory_peak},
                  {"depth", usage.depth_peak},
                  {"out_bytes", usage.output}};
  return o;
}

int ExitCode(const Result& result) {
  switch (result.outcome) {
    case Outcome::kOk:
      return 0;
    case Outcome::kException:
      return result.phase == Phase::kRun ? result.exit_code : 2;
    case Outcome::kLimit:
      return 3;
    default:
      return 2;
  }
}

// A traceback is output, too: one that does not fit into what is left of the cap ends in the limit.
void LimitTraceback(uint64_t used, uint64_t cap, Result* result, std::string* kept) {
  if (result->outcome != Outcome::kException || used + result->error_text.size() <= cap) return;
  size_t left = used < cap ? cap - used : 0;
  while (left > 0 && (static_cast<uint8_t>(result->error_text[left]) & 0xC0) == 0x80) --left;
  *kept = std::string(result->error_text.substr(0, left));
  result->outcome = Outcome::kLimit;
  result->limit = {LimitKind::kOutput, cap, used + left, result->line};
}

void ReportOnStderr(const Result& result, const Source& source, Streams& streams) {
  std::string text;
  switch (result.outcome) {
    case Outcome::kOk:
      break;
    case Outcome::kException:
      text = result.error_text;
      break;
    case Outcome::kLimit:
      text = "garter: limit: " + std::string(LimitName(result.limit.kind)) + ": cap " +
             std::to_string(result.limit.cap) + ", used " + std::to_string(result.limit.used) + ", line " +
             std::to_string(result.limit.line) + "\n";
      break;
    case Outcome::kUnsupported:
      text = "garter: unsupported: " + source.filename + ": " + std::string(result.error_text) + "\n";
      break;
    default:
      text = "garter: " + std::string(result.error_text) + "\n";
      break;
  }
  streams.Flush();
  if (!text.empty()) streams.Add(Stream::kStderr, text);
}

}  // namespace

int Run(const Source& source, const RunFlags& flags) {
  // A long text counts twice against the cap: this process holds it while the program has a copy.
  uint64_t held = source.text.size() > (1 << 20) ? source.text.size() : 0;
  RunOptions options;
  options.limits.fuel = flags.fuel;
  options.limits.memory = flags.memory > held ? flags.memory - held : 0;
  options.limits.time_ns = static_cast<uint64_t>(flags.seconds * 1e9);
  options.limits.output = flags.output;
  options.limits.depth = flags.depth;
  options.limits.now_ns = Now;
  options.mutant = flags.mutant;
  Streams streams(flags.json);
  options.write = Streams::Write;
  options.write_context = &streams;

  // The program's two halves may each need all of the cap; pages that are not touched cost nothing.
  uint64_t cap = flags.memory < (uint64_t{4} << 30) ? flags.memory : (uint64_t{4} << 30) - 65536;
  uint64_t code_size = 2 * cap + (1 << 17);
  if (code_size > (uint64_t{8} << 30) - 131072) code_size = (uint64_t{8} << 30) - 131072;
  HostBlock code(code_size), span(cap + (1 << 17));
  if (code.block().data == nullptr || span.block().data == nullptr) {
    std::fprintf(stderr, "garter: cannot reserve %llu bytes of address space: lower --max-memory\n",
                 static_cast<unsigned long long>(cap));
    return 2;
  }
  Program program(code.block());
  Sandbox sandbox(span.block());
  CompileOptions compile_options;
  compile_options.filename = source.filename;
  compile_options.mutant = flags.mutant;
  Result result = program.Compile(source.text, compile_options, options.limits);
  if (result.ok()) result = sandbox.Run(program, options);
  if (result.outcome == Outcome::kLimit && result.limit.kind == LimitKind::kMemory) {
    result.limit.cap = flags.memory;
    result.limit.used += held;
  }

  if (flags.json) {
    Usage usage = sandbox.usage();
    std::string text =
        Observation(result, streams, usage).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::printf("%s\n", text.c_str());
  } else {
    std::string kept;
    LimitTraceback(sandbox.usage().output, flags.output, &result, &kept);
    if (!kept.empty()) streams.Add(Stream::kStderr, kept + "\n");
    ReportOnStderr(result, source, streams);
    streams.Flush();
  }
  return ExitCode(result);
}

}  // namespace garter::cli
