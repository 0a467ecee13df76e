// Program: source text to image, inside the limits, in one block of the host.
//
//   block   [ tree: tokens, nodes, scopes ..........free | code: the image ...........free ]
// The tree's half is scratch. Both halves together may use limits.memory bytes.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/code/compiler.h"
#include "interpreter/interpreter.h"
#include "interpreter/syntax/keyword_typos.h"
#include "interpreter/syntax/parser.h"
#include "interpreter/vm/syntax_display.h"

namespace garter {
namespace {

// Errors need a place for their text that outlives the tree: the rest of the code's half.
std::string_view Keep(Arena& output, std::string_view text) {
  void* at = output.Allocate(text.size() + 1);
  if (at == nullptr) return {};
  CopyBytes(at, text.data(), text.size());
  return {static_cast<char*>(at), text.size()};
}

// str() of a SyntaxError: the message with the last part of the file's name and the line.
std::string_view Message(Arena& output, const SyntaxError& error, std::string_view filename) {
  std::string_view name = filename.substr(filename.rfind('/') + 1);
  size_t room = 4 * (error.message.size() + name.size()) + 64;
  char* at = static_cast<char*>(output.Allocate(room & ~size_t{7}));
  if (at == nullptr) return {};
  Utf8Sink sink(at, room & ~size_t{7});
  sink.Append(error.message);
  if (error.lineno <= 0) return sink.view();
  char digits[24];
  size_t first = sizeof(digits);
  for (uint64_t line = static_cast<uint64_t>(error.lineno); line > 0; line /= 10) {
    digits[--first] = static_cast<char>('0' + line % 10);
  }
  sink.Append(" (");
  sink.Append(name);
  sink.Append(", line ");
  sink.Append({digits + first, sizeof(digits) - first});
  sink.Append(")");
  return sink.view();
}

// `shown` is the error as the traceback has it: perhaps with a keyword that was meant.
Result ErrorResult(Arena& output, const SyntaxError& error, const SyntaxError& shown, std::string_view filename,
                   std::string_view warnings, Phase phase) {
  Result result;
  result.outcome = Outcome::kException;
  result.phase = phase;
  result.exit_code = 1;
  result.exception_type = SyntaxErrorTypeName(error.type);
  result.exception_message = Message(output, error, filename);
  result.line = error.lineno > 0 ? static_cast<uint32_t>(error.lineno) : 0;
  size_t room = 4 * (warnings.size() + shown.text.size() + shown.message.size() + filename.size()) + 4096;
  if (room > output.capacity() - output.used()) room = output.capacity() - output.used();
  char* at = static_cast<char*>(output.Allocate(room & ~size_t{7}));
  if (at == nullptr) return result;
  Utf8Sink sink(at, room & ~size_t{7});
  sink.Append(warnings);
  WriteSyntaxError(shown, filename, sink);
  result.error_text = sink.view();
  return result;
}

Result LimitResult(const Meter& meter, const Limits& limits, uint64_t used_bytes, uint64_t start_ns, Phase phase) {
  Result result;
  result.outcome = Outcome::kLimit;
  result.phase = phase;
  result.limit.kind = meter.limit;
  result.limit.line = 0;
  switch (meter.limit) {
    case LimitKind::kFuel:
      result.limit.cap = limits.fuel;
      result.limit.used = meter.used;
      break;
    case LimitKind::kTime:
      result.limit.cap = limits.time_ns;
      result.limit.used = limits.now_ns(limits.clock_context) - start_ns;
      break;
    default:
      result.limit.cap = limits.memory;
      result.limit.used = used_bytes;
      break;
  }
  return result;
}

}  // namespace

Result Program::Compile(std::string_view source, const CompileOptions& options, const Limits& limits) {
  image_ = nullptr;
  Result misuse;
  misuse.outcome = Outcome::kMisuse;
  if (memory_.data == nullptr || memory_.size < 65536) {
    misuse.error_text = "a Program needs a block of at least 64 KiB";
    return misuse;
  }
  size_t half = memory_.size / 2 & ~size_t{63};
  uint64_t cap = limits.memory < 65536 ? 65536 : limits.memory;
  // Source, tree and code count together. Each half could use all of the cap alone; the sum is checked at the end of
  // each stage, and the source counts from the start.
  uint64_t tree_cap = source.size() < cap ? cap - source.size() : 0;
  if (tree_cap > half) tree_cap = half;
  Arena tree_arena(memory_.data, static_cast<size_t>(tree_cap & ~uint64_t{7}));
  Arena output(static_cast<char*>(memory_.data) + half, half);

  Meter meter;
  meter.fuel_limit = limits.fuel;
  if (limits.fuel < meter.next_event) meter.next_event = limits.fuel + 1;
  meter.now_ns = limits.now_ns;
  meter.clock_context = limits.clock_context;
  meter.interrupt = limits.interrupt;
  uint64_t start_ns = 0;
  if (meter.now_ns != nullptr) {
    start_ns = meter.now_ns(meter.clock_context);
    meter.deadline_ns = start_ns + limits.time_ns;
  }
  auto used = [&] { return uint64_t{tree_arena.peak()} + output.used() + source.size(); };
  if (source.size() >= cap || source.size() >= (size_t{1} << 31) || tree_cap < 1024) {
    meter.Stop(LimitKind::kMemory);
    return LimitResult(meter, limits, source.size(), start_ns, Phase::kLex);
  }

  ParseOptions parse_options;
  parse_options.file_name = options.filename;
  if (options.mode == CompileOptions::Mode::kEval) parse_options.mode = ParseMode::kEval;
  ParseResult parsed = Parse(tree_arena, meter, source, parse_options);
  if (parsed.status == ParseStatus::kLimit) {
    if (meter.limit == LimitKind::kNone) meter.Stop(LimitKind::kMemory);
    return LimitResult(meter, limits, used(), start_ns, Phase::kParse);
  }
  std::string_view warnings;
  if (parsed.status == ParseStatus::kError) {
    FormatWarnings(parsed.tree, options.filename, tree_arena, &warnings);
    SyntaxError shown = parsed.error;
    if (!FindKeywordTypo(tree_arena, meter, parsed.tree.text(), &shown)) {
      return LimitResult(meter, limits, used(), start_ns, Phase::kParse);
    }
    return ErrorResult(output, parsed.error, shown, options.filename, warnings, Phase::kParse);
  }
  CompileResult compiled = garter::Compile(parsed.tree, meter, output, options.filename, options.mutant);
  if (compiled.status == CompileStatus::kOk && used() > cap) {
    meter.Stop(LimitKind::kMemory);
    compiled.status = CompileStatus::kLimit;
  }
  switch (compiled.status) {
    case CompileStatus::kOk:
      break;
    case CompileStatus::kLimit:
      if (meter.limit == LimitKind::kNone) meter.Stop(LimitKind::kMemory);
      return LimitResult(meter, limits, used(), start_ns, Phase::kCompile);
    case CompileStatus::kError:
      FormatWarnings(parsed.tree, options.filename, tree_arena, &warnings);
      return ErrorResult(output, compiled.error, compiled.error, options.filename, warnings, Phase::kCompile);
    case CompileStatus::kUnsupported: {
      Result result;
      result.outcome = Outcome::kUnsupported;
      result.phase = Phase::kCompile;
      result.error_text = Keep(output, compiled.message);
      result.exception_type = Keep(output, compiled.construct);
      result.line = compiled.line;
      return result;
    }
  }
  image_ = compiled.image;
  return Result();
}

size_t Program::size() const { return image_ == nullptr ? 0 : image_->size; }
uint64_t Program::fuel() const { return image_ == nullptr ? 0 : image_->fuel; }
std::string_view Program::warnings() const {
  return image_ == nullptr ? std::string_view() : std::string_view(image_->warnings, image_->warnings_size);
}

}  // namespace garter
