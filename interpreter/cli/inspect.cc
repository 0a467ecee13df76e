// `garter dis`, `garter parse`, `garter mutants`: looking without running.
#include <cstdio>
#include <string>

#include "interpreter/base/arena.h"
#include "interpreter/base/meter.h"
#include "interpreter/cli/commands.h"
#include "interpreter/code/disassembler.h"
#include "interpreter/host_block.h"
#include "interpreter/interpreter.h"
#include "interpreter/syntax/dump.h"
#include "interpreter/syntax/keyword_typos.h"
#include "interpreter/syntax/parser.h"
#include "interpreter/syntax/unparse.h"
#include "interpreter/vm/syntax_display.h"

namespace garter::cli {
namespace {

constexpr size_t kBlock = size_t{1} << 31;

struct Mutant {
  int id;
  const char* name;
  const char* text;
};
constexpr Mutant kMutants[] = {
#define GARTER_MUTANT_ROW(id, name, where, text) {id, #name, text},
#include "fuzz/mutants.def"
};

}  // namespace

int Disassemble(const Source& source) {
  HostBlock block(2 * kBlock);
  Program program(block.block());
  CompileOptions options;
  options.filename = source.filename;
  Limits limits;
  limits.memory = kBlock;
  Result result = program.Compile(source.text, options, limits);
  if (!result.ok()) {
    std::fprintf(stderr, "%.*s%s", static_cast<int>(result.error_text.size()), result.error_text.data(),
                 result.outcome == Outcome::kException ? "" : "\n");
    return 2;
  }
  garter::Disassemble(
      *program.image(), {}, [](void*, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); },
      nullptr);
  return 0;
}

int Parse(const Source& source, const std::string& format) {
  HostBlock block(2 * kBlock);
  Arena arena(block.block().data, 2 * kBlock - 8);
  Meter meter;
  ParseResult parsed = garter::Parse(arena, meter, source.text);
  if (parsed.status == ParseStatus::kError) {
    SyntaxError shown = parsed.error;
    if (!FindKeywordTypo(arena, meter, parsed.tree.text(), &shown)) return 3;
    std::string buffer(4 * (shown.text.size() + shown.message.size()) + source.filename.size() + 4096, 0);
    Utf8Sink sink(buffer.data(), buffer.size());
    WriteSyntaxError(shown, source.filename, sink);
    std::fwrite(sink.view().data(), 1, sink.view().size(), stderr);
    return 2;
  }
  if (parsed.status == ParseStatus::kLimit) {
    std::fprintf(stderr, "garter: the source is too large to parse in 4 GiB\n");
    return 3;
  }
  auto write = [](void*, std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); };
  bool fits = format == "source" ? WriteSource(parsed.tree, write, nullptr)
                                 : WriteDump(parsed.tree, format == "tree" ? 2 : 0, write, nullptr);
  if (!fits) {
    std::fprintf(stderr, "garter: the tree is nested too deeply to print\n");
    return 3;
  }
  return 0;
}

int ListMutants(bool json) {
  if (json) std::printf("[");
  bool first = true;
  for (const Mutant& mutant : kMutants) {
    if (json)
      std::printf("%s{\"id\": %d, \"name\": \"%s\", \"text\": \"%s\"}", first ? "" : ", ", mutant.id, mutant.name,
                  mutant.text);
    else
      std::printf("%3d  %-28s %s\n", mutant.id, mutant.name, mutant.text);
    first = false;
  }
  if (json) std::printf("]\n");
  return 0;
}

}  // namespace garter::cli
