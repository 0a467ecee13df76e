// Any bytes into the lexer and parser, in each mode: whatever comes, the answer
// is a tree, a SyntaxError with text, or a limit; never a crash. The arena is
// small, so that "full" happens at every place sooner or later.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "interpreter/base/arena.h"
#include "interpreter/base/check.h"
#include "interpreter/base/meter.h"
#include "interpreter/syntax/parser.h"

namespace {

void ParseOnce(std::string_view source, garter::ParseMode mode, bool from_str, size_t words) {
  // A fresh block each time: what lies in it is no one's.
  std::unique_ptr<uint64_t[]> memory(new uint64_t[words]);
  garter::Arena arena(memory.get(), words * 8);
  garter::Meter meter;
  garter::ParseOptions options;
  options.mode = mode;
  options.from_str = from_str;
  garter::ParseResult result = garter::Parse(arena, meter, source, options);
  if (result.status == garter::ParseStatus::kOk) CHECK(result.tree.root().offset != 0);
  if (result.status == garter::ParseStatus::kError) CHECK(!result.error.message.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > (1u << 16)) return 0;
  std::string_view source(reinterpret_cast<const char*>(data), size);
  // The size of the arena follows from the input, so that a crash can be replayed.
  size_t tight = 64 + (size * 97) % 4096;
  size_t roomy = (size_t{1} << 16) + size * 32;
  ParseOnce(source, garter::ParseMode::kExec, false, roomy);
  ParseOnce(source, garter::ParseMode::kExec, true, tight);
  ParseOnce(source, garter::ParseMode::kEval, true, roomy);
  ParseOnce(source, garter::ParseMode::kSingle, true, roomy);
  return 0;
}
