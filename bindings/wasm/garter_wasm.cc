// The sandbox as a WebAssembly module: one sandbox an instance, everything in its linear memory.
//
// A host instantiates the module, calls garter_new once, and then compiles and runs as often as it likes. It writes what
// it has to say into memory that garter_room gives, and reads answers out of the Report whose address garter_new
// answers. The one import is a clock, `garter.now`, and it is called only under a time limit. After a trap the host
// throws the instance away. bindings/js/garter.mjs is such a host, in a few dozen lines.
#include <cstdint>
#include <new>

#include "bindings/wasm/wire.h"
#include "interpreter/interpreter.h"

// The library's own version of this prints, and would bring all of stdio and its imports into the module.
_LIBCPP_BEGIN_NAMESPACE_STD
[[noreturn]] void __libcpp_verbose_abort(const char*, ...) { __builtin_trap(); }
_LIBCPP_END_NAMESPACE_STD

namespace garter {
namespace {

#define GARTER_EXPORT(name) extern "C" __attribute__((export_name(#name)))

extern "C" __attribute__((import_module("garter"), import_name("now"))) uint64_t garter_now();

uint64_t Now(void*) { return garter_now(); }

struct Span32 {
  uint32_t data, size;
};
Span32 ToSpan(std::string_view text) {
  return {static_cast<uint32_t>(reinterpret_cast<uintptr_t>(text.data())), static_cast<uint32_t>(text.size())};
}

// What the host reads. The order is that of bindings/js/garter.mjs.
struct Report {
  uint32_t outcome, phase, limit_kind, limit_line;         // 0
  uint64_t limit_cap, limit_used;                          // 16
  Span32 error_text, exception_type, exception_message;    // 32
  uint32_t line;                                           // 56
  int32_t exit_code;                                       // 60
  uint64_t fuel, memory, memory_peak, output, host_calls;  // 64
  uint32_t depth_peak, program_size;                       // 104
  Span32 streams[2];                                       // 112: stdout, stderr
  Span32 host_name;                                        // 128
  uint32_t argument_count, keyword_count;                  // 136
  Span32 encoded;                                          // 144: the value that garter_value wrote
};
static_assert(sizeof(Report) == 152);

// Memory that only grows: a larger request gets new pages at the end, at least twice as many as before.
class Region {
 public:
  uint8_t* Room(size_t size) {
    if (size <= size_) return data_;
    size_t pages = (size + 65535) / 65536;
    if (pages < 2 * size_ / 65536) pages = 2 * size_ / 65536;
    size_t first = __builtin_wasm_memory_grow(0, pages);
    if (first == ~size_t{0}) return nullptr;
    data_ = reinterpret_cast<uint8_t*>(first * 65536);
    size_ = pages * 65536;
    return data_;
  }
  size_t size() const { return size_; }

 private:
  uint8_t* data_ = nullptr;
  size_t size_ = 0;
};

struct Engine {
  Engine(Block code, Block span, uint8_t* out, uint32_t out_size, const Limits& caps)
      : program(code), sandbox(span), output(out), output_size(out_size) {
    options.limits = caps;
  }
  Report report = {};  // first: the engine's address is the report's
  Program program;
  Sandbox sandbox;
  RunOptions options;
  uint8_t* output;  // stdout grows up from the start, stderr down from the end
  uint32_t output_size;
  uint32_t written[2] = {0, 0};
  Region request, values, names;
};

// Both streams share the buffer that the output limit bounds: stdout from its start, stderr as one piece at its end.
void Write(void* context, Stream stream, std::string_view text) {
  auto* engine = static_cast<Engine*>(context);
  uint32_t& used = engine->written[static_cast<int>(stream)];
  uint32_t size = static_cast<uint32_t>(text.size());
  if (engine->written[0] + engine->written[1] + size > engine->output_size) return;  // the output limit forbids it
  if (stream == Stream::kStdout) {
    std::memcpy(engine->output + used, text.data(), size);
  } else {
    uint8_t* end = engine->output + engine->output_size;
    std::memmove(end - used - size, end - used, used);
    std::memcpy(end - size, text.data(), size);
  }
  used += size;
}

uint32_t Answer(Engine* engine, const Result& result) {
  Report& report = engine->report;
  // What failed to compile has not run: the sandbox still knows the figures of the run before.
  Usage usage = result.phase == Phase::kRun ? engine->sandbox.usage() : Usage();
  HostCall call = engine->sandbox.host_call();
  report.outcome = static_cast<uint32_t>(result.outcome);
  report.phase = static_cast<uint32_t>(result.phase);
  report.limit_kind = static_cast<uint32_t>(result.limit.kind);
  report.limit_line = result.limit.line;
  report.limit_cap = result.limit.cap;
  report.limit_used = result.limit.used;
  report.error_text = ToSpan(result.error_text);
  report.exception_type = ToSpan(result.exception_type);
  report.exception_message = ToSpan(result.exception_message);
  report.line = result.line;
  report.exit_code = result.exit_code;
  report.fuel = usage.fuel;
  report.memory = usage.memory;
  report.memory_peak = usage.memory_peak;
  report.output = usage.output;
  report.host_calls = usage.host_calls;
  report.depth_peak = usage.depth_peak;
  report.program_size = static_cast<uint32_t>(engine->program.size());
  const char* output = reinterpret_cast<const char*>(engine->output);
  report.streams[0] = ToSpan({output, engine->written[0]});
  report.streams[1] = ToSpan({output + engine->output_size - engine->written[1], engine->written[1]});
  report.host_name = ToSpan(call.name);
  report.argument_count = static_cast<uint32_t>(call.argument_count);
  report.keyword_count = static_cast<uint32_t>(call.keyword_count);
  return report.outcome;
}

uint32_t Misuse(Engine* engine, std::string_view text) {
  Result result;
  result.outcome = Outcome::kMisuse;
  result.error_text = text;
  return Answer(engine, result);
}

constexpr std::string_view kMalformed = "a value from the host is malformed, or nested too deep";
constexpr std::string_view kNoMemory = "the module's memory cannot grow any more";

// Reads `count` values, each after a name when `names` is not null. False: malformed or no memory, *error says which.
bool ReadValues(Engine* engine, wire::Reader& reader, uint32_t count, NamedInput** inputs, std::string_view* error) {
  wire::Reader ahead = reader;
  uint64_t values = 0;
  for (uint32_t k = 0; k < count && ahead.ok(); ++k) {
    ahead.Text();
    values += ahead.CountValues();
  }
  *error = kMalformed;
  if (!ahead.ok()) return false;
  auto* named =
      reinterpret_cast<NamedInput*>(engine->values.Room(values * sizeof(HostValue) + count * sizeof(NamedInput) + 16));
  *error = kNoMemory;
  if (named == nullptr) return false;
  auto* free = reinterpret_cast<HostValue*>(reinterpret_cast<uintptr_t>(named + count + 1) & ~uintptr_t{7});
  for (uint32_t k = 0; k < count; ++k) {
    new (&named[k]) NamedInput();
    named[k].name = reader.Text();
    reader.Value(&named[k].value, &free);
  }
  *inputs = named;
  return true;
}

}  // namespace

// A sandbox with caps on memory and output, in bytes. Answers its handle, which is the address of its Report; 0: no room.
GARTER_EXPORT(garter_new) Engine* garter_new(uint32_t memory, uint32_t output) {
  constexpr uint32_t kSlack = 1u << 17;
  auto rounded = [](uint64_t size) { return (size + 65535) & ~uint64_t{65535}; };
  uint64_t own = rounded(sizeof(Engine)), code = rounded(2 * uint64_t{memory} + kSlack);
  uint64_t out = rounded(output), span = rounded(uint64_t{memory} + kSlack);
  if (memory > (1u << 30) || own + code + out + span > 0xFFFF'0000) return nullptr;
  size_t first = __builtin_wasm_memory_grow(0, static_cast<size_t>((own + code + out + span) / 65536));
  if (first == ~size_t{0}) return nullptr;
  uint8_t* at = reinterpret_cast<uint8_t*>(first * 65536);
  Limits caps;
  caps.memory = memory;
  caps.output = output;
  auto* engine =
      new (at) Engine({at + own, static_cast<size_t>(code)}, {at + own + code + out, static_cast<size_t>(span)},
                      at + own + code, static_cast<uint32_t>(out), caps);
  engine->options.write = Write;
  engine->options.write_context = engine;
  return engine;
}

// Memory for what the host is about to say; good until the next call of this. Null: no room.
GARTER_EXPORT(garter_room) uint8_t* garter_room(Engine* engine, uint32_t size) { return engine->request.Room(size); }

// The limits of what follows. time_ns 0: none, and the clock is not called.
GARTER_EXPORT(garter_limits)
void garter_limits(Engine* engine, uint64_t fuel, uint64_t host_calls, uint64_t time_ns, uint32_t depth) {
  Limits& limits = engine->options.limits;
  limits.fuel = fuel;
  limits.host_calls = host_calls;
  limits.depth = depth;
  limits.time_ns = time_ns;
  limits.now_ns = time_ns == 0 ? nullptr : Now;
}

// Compiles; mode 0: a file, 1: an expression. The request: source, file name (each u32 size and bytes).
GARTER_EXPORT(garter_compile)
uint32_t garter_compile(Engine* engine, const uint8_t* request, uint32_t size, uint32_t mode) {
  wire::Reader reader(request, size);
  std::string_view source = reader.Text();
  CompileOptions options;
  options.filename = reader.Text();
  if (!reader.finished()) return Misuse(engine, kMalformed);
  options.mode = mode == 0 ? CompileOptions::Mode::kExec : CompileOptions::Mode::kEval;
  engine->written[0] = engine->written[1] = 0;
  return Answer(engine, engine->program.Compile(source, options, engine->options.limits));
}

// Runs what was compiled. The request: u32 inputs, each a name and a value; u32 host functions, each a name.
GARTER_EXPORT(garter_run) uint32_t garter_run(Engine* engine, const uint8_t* request, uint32_t size) {
  wire::Reader reader(request, size);
  std::string_view error;
  NamedInput* inputs = nullptr;
  engine->written[0] = engine->written[1] = 0;
  uint32_t count = reader.Word();
  if (count > size || !ReadValues(engine, reader, count, &inputs, &error)) return Misuse(engine, error);
  uint32_t functions = reader.Word();
  if (functions > size) return Misuse(engine, kMalformed);
  // Names are read until the run ends, so they live in memory of their own.
  wire::Reader ahead = reader;
  size_t bytes = functions * sizeof(std::string_view);
  for (uint32_t k = 0; k < functions; ++k) bytes += ahead.Text().size();
  if (!ahead.finished()) return Misuse(engine, kMalformed);
  auto* names = reinterpret_cast<std::string_view*>(engine->names.Room(2 * bytes + 65536));
  if (names == nullptr) return Misuse(engine, kNoMemory);
  char* text = reinterpret_cast<char*>(names + functions);
  for (uint32_t k = 0; k < functions; ++k) {
    std::string_view name = reader.Text();
    std::memcpy(text, name.data(), name.size());
    new (&names[k]) std::string_view(text, name.size());
    text += name.size();
  }
  engine->options.inputs = inputs;
  engine->options.input_count = count;
  engine->options.host_functions = names;
  engine->options.host_function_count = functions;
  return Answer(engine, engine->sandbox.Run(engine->program, engine->options));
}

// Goes on after a host call with its result (one value), or by raising: type and message (each u32 size and bytes).
GARTER_EXPORT(garter_resume)
uint32_t garter_resume(Engine* engine, const uint8_t* request, uint32_t size, uint32_t raise) {
  wire::Reader reader(request, size);
  if (raise != 0) {
    std::string_view type = reader.Text(), message = reader.Text();
    if (!reader.finished()) return Misuse(engine, kMalformed);
    return Answer(engine, engine->sandbox.ResumeRaise(type, message));
  }
  // A value is read as an input without a name.
  std::string_view error;
  NamedInput* answer = nullptr;
  if (!ReadValues(engine, reader, 1, &answer, &error)) return Misuse(engine, error);
  return Answer(engine, engine->sandbox.Resume(answer->value));
}

// Writes a value where report.encoded says. which 0: the program's result, 1: argument `index` of the waiting host call.
// Answers 1, or 0 when the memory cannot grow so far.
GARTER_EXPORT(garter_value) uint32_t garter_value(Engine* engine, uint32_t which, uint32_t index) {
  ValueView value = which == 0 ? engine->sandbox.value() : engine->sandbox.HostArgument(index);
  size_t needed = 65536;
  for (int attempt = 0; attempt < 2; ++attempt) {
    uint8_t* room = engine->request.Room(needed);
    if (room == nullptr) return 0;
    wire::Writer writer(room, engine->request.size());
    writer.Value(value);
    engine->report.encoded = ToSpan({reinterpret_cast<char*>(room), writer.size()});
    if (writer.fits()) return 1;
    needed = writer.size();
  }
  return 0;
}

// Keyword names of the waiting host call, where report.encoded says.
GARTER_EXPORT(garter_keyword) void garter_keyword(Engine* engine, uint32_t index) {
  engine->report.encoded = ToSpan(engine->sandbox.HostKeyword(index));
}

}  // namespace garter
