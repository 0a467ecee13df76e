// Garter: run Python 3.14 code in this process, inside hard limits, with no way out.
//
//   garter::HostBlock code(64 << 20), span(64 << 20);          // memory is the host's (host_block.h)
//   garter::Program program(code.block());
//   garter::Sandbox sandbox(span.block());
//   garter::RunOptions options;
//   options.write = [](void*, garter::Stream, std::string_view text) { std::cout << text; };
//   garter::Result result = program.Compile("print(6 * 7)", {}, options.limits);
//   if (result.ok()) result = sandbox.Run(program, options);
//   if (!result.ok()) std::cerr << result.error_text;           // a traceback, as CPython prints it
//
// A Program is compiled once, is immutable then, and may be run by any number of sandboxes in any threads at
// the same time. A Sandbox runs one program at a time and is reset by the next Run; nothing of one run can be
// seen by another. Nothing here allocates, throws, keeps a global, or asks the operating system for anything:
// files, clocks and randomness do not exist inside unless the host passes them in (docs/architecture.md, I5).
//
// Four outcomes are never mixed: an exception of the program, a limit (no handler of the program ever sees
// one), a construct that is not supported, and a host call, where the run waits for Resume().
#ifndef GARTER_INTERPRETER_INTERPRETER_H_
#define GARTER_INTERPRETER_INTERPRETER_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "interpreter/base/meter.h"

namespace garter {

class Vm;
struct ProgramImage;

// Memory that the host owns and lends: 8-byte aligned. It must outlive whoever it is lent to.
struct Block {
  void* data = nullptr;
  size_t size = 0;  // bytes; at most 4 GiB - 8
};

inline constexpr uint64_t kUnlimited = Meter::kUnlimited;

// Hard limits. All are on by default but fuel, which is always counted.
struct Limits {
  uint64_t fuel = kUnlimited;                   // units of work, deterministic (docs/architecture.md, I3)
  uint64_t memory = 256ull << 20;               // bytes: everything the run owns, the compiled program included
  uint64_t output = 16ull << 20;                // bytes written to both streams together
  uint64_t host_calls = kUnlimited;             // calls of host functions
  uint32_t depth = 1000;                        // frames of Python code; beyond it RecursionError, as in CPython
  uint64_t time_ns = 10'000'000'000;            // only with a clock below; polled every few thousand units of fuel
  uint64_t (*now_ns)(void* context) = nullptr;  // monotonic nanoseconds; null: no time limit
  void* clock_context = nullptr;
  const std::atomic<bool>* interrupt = nullptr;  // set it from another thread to end the run
};

enum class Outcome : uint8_t {
  kOk,
  kException,    // an uncaught exception; SyntaxError of Compile() included
  kLimit,        // a limit of Limits; the heap is gone, no handler ran
  kUnsupported,  // the program uses a construct that does not run yet: which, and where, is in error_text
  kHostCall,     // the run waits: see Sandbox::host_call(), answer with Resume()
  kMisuse,       // the host broke a rule of this header; error_text says which
};

enum class Phase : uint8_t { kLex, kParse, kCompile, kRun };
enum class Stream : uint8_t { kStdout, kStderr };

// A value given by the host. Text and items are read during the call that takes them, and not kept.
struct HostValue {
  enum class Kind : uint8_t { kNone, kBool, kInt, kFloat, kText, kBytes, kList, kTuple, kDict };
  Kind kind = Kind::kNone;
  int64_t integer = 0;    // kBool, kInt
  double real = 0;        // kFloat
  std::string_view text;  // kText: UTF-8; kBytes; kInt beyond 64 bits: decimal digits, then integer is unused
  const HostValue* items = nullptr;  // kList, kTuple: `count` items; kDict: `count` keys and values in turn, 2 * count
  size_t count = 0;
};

struct NamedInput {
  std::string_view name;  // becomes a global variable of the program
  HostValue value;
};

struct RunOptions {
  Limits limits;
  // Receives output as the program writes it, in pieces of any size. Null: output is counted and dropped.
  void (*write)(void* context, Stream stream, std::string_view text) = nullptr;
  void* write_context = nullptr;
  const NamedInput* inputs = nullptr;
  size_t input_count = 0;
  const std::string_view* host_functions = nullptr;  // names; each becomes a callable global
  size_t host_function_count = 0;
  uint32_t mutant = 0;  // a seeded bug for the conformance toolkit's self-test; 0: none
};

struct CompileOptions {
  std::string_view filename = "main.py";  // as tracebacks show it; copied
  enum class Mode : uint8_t { kExec, kEval } mode = Mode::kExec;
  uint32_t mutant = 0;  // as RunOptions::mutant, for the bugs that are the compiler's
};

struct Usage {
  uint64_t fuel = 0;
  uint64_t memory = 0;       // bytes in use at the end, the program included
  uint64_t memory_peak = 0;  // bytes
  uint64_t output = 0;       // bytes
  uint64_t host_calls = 0;
  uint32_t depth_peak = 0;  // frames
};

struct LimitReport {
  LimitKind kind = LimitKind::kNone;
  uint64_t cap = 0;
  uint64_t used = 0;
  uint32_t line = 0;  // of the program, where it struck
};

// What Compile, Run and Resume answer. The texts belong to the Program or Sandbox and live until its next call.
struct Result {
  Outcome outcome = Outcome::kOk;
  Phase phase = Phase::kRun;
  LimitReport limit;
  std::string_view error_text;      // kException: the traceback as CPython prints it; kUnsupported, kMisuse: a sentence
  std::string_view exception_type;  // "ValueError"; kUnsupported: the construct
  std::string_view exception_message;  // str(exception)
  uint32_t line = 0;                   // kException of Compile, kUnsupported: where
  int exit_code = 0;                   // what `python FILE` would exit with: 0, 1, or SystemExit's code
  bool ok() const { return outcome == Outcome::kOk; }
};

// A look at a value inside a sandbox. Valid until the sandbox runs again.
class ValueView {
 public:
  enum class Kind : uint8_t {
    kUnbound,
    kNone,
    kBool,
    kInt,
    kFloat,
    kText,
    kBytes,
    kList,
    kTuple,
    kDict,
    kSet,
    kFrozenSet,
    kRange,
    kSlice,
    kEllipsis,
    kNotImplemented,
    kFunction,
    kException,
    kOther
  };
  ValueView() = default;
  ValueView(const Vm* vm, uint64_t bits) : vm_(vm), bits_(bits) {}
  Kind kind() const;
  bool AsBool() const;                                  // kBool
  bool AsInt64(int64_t* out) const;                     // kInt; false when it does not fit
  size_t DecimalText(char* buffer, size_t size) const;  // kInt of any size: writes digits, answers the length needed
  double AsDouble() const;                              // kFloat
  // kText: writes UTF-8 (lone surrogates as three bytes, WTF-8); kBytes: the bytes. Answers the length needed.
  size_t Text(char* buffer, size_t size) const;
  size_t size() const;                 // items; for kDict pairs; for kText characters
  ValueView Item(size_t index) const;  // kList, kTuple, sets in iteration order; kRange and kSlice: start, stop, step
  ValueView Key(size_t index) const;   // kDict, in order
  ValueView ValueAt(size_t index) const;  // kDict
  ValueView Attribute(
      std::string_view name) const;    // kException: args, __cause__, __context__, __suppress_context__, __notes__
  std::string_view type_name() const;  // "int", "ValueError"
  uint64_t identity() const { return bits_; }  // equal for the same object; stable until the sandbox runs again

 private:
  const Vm* vm_ = nullptr;
  uint64_t bits_ = 0;
};

struct HostCall {
  std::string_view name;
  size_t argument_count = 0;  // positional
  size_t keyword_count = 0;
};

// Code: compiled, immutable, shareable between threads.
class Program {
 public:
  // Half of the block serves the tree while compiling, half keeps the code; untouched pages cost nothing.
  explicit Program(Block memory) : memory_(memory) {}
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // Compiles and forgets what was compiled before. Text, tokens, tree and code count against limits.memory, work
  // against limits.fuel and the clock. On failure phase says how far it came.
  Result Compile(std::string_view source, const CompileOptions& options, const Limits& limits);

  size_t size() const;                // bytes of the compiled form
  uint64_t fuel() const;              // what compiling cost
  std::string_view warnings() const;  // compile-time warnings as CPython prints them to stderr
  const ProgramImage* image() const { return image_; }

 private:
  Block memory_;
  const ProgramImage* image_ = nullptr;
};

// A place to run programs in. Not thread-safe; any number of sandboxes may run side by side.
class Sandbox {
 public:
  // The span is the memory of every run; a run may use min(limits.memory, memory.size) of it.
  explicit Sandbox(Block memory);
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  Result Run(const Program& program, const RunOptions& options);

  // After kHostCall: goes on with the call's result, or by raising an exception of a built-in type in it.
  Result Resume(const HostValue& value);
  Result ResumeRaise(std::string_view exception_type, std::string_view message);
  HostCall host_call() const;
  ValueView HostArgument(size_t index) const;        // positional first, then keyword values
  std::string_view HostKeyword(size_t index) const;  // names of the keyword arguments

  // After a run: the value of the last expression statement (exec) or of the expression (eval), None else.
  ValueView value() const;
  ValueView exception() const;  // after kException
  size_t global_count() const;  // variables of the program, in order of creation
  std::string_view GlobalName(size_t index) const;
  ValueView Global(size_t index) const;
  Usage usage() const;

 private:
  Vm* vm_;  // lives at the start of the block
};

std::string_view Version();  // "0.1.0"

}  // namespace garter

#endif  // GARTER_INTERPRETER_INTERPRETER_H_
