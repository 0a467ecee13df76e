// parse-worker: the parser as a server, so that a tool can ask it of many programs without starting it anew.
//
// Frames on stdin and stdout are `u32le length | bytes`. A request is a flag byte and a source text: with flag `t` the
// tree is wanted, with `c` only whether the text is a program. An answer begins with a letter:
//
//   T dump     the parser's tree, as ast.dump(tree, include_attributes=True) prints it (asked with `t`)
//   P json     the parser refused: [type, message, line, column, end line, end column], null for None
//   C json     what stands after the parser (scopes, misplaced statements) refused; only asked with `c`
//   O          fine (asked with `c`)
//   L          a limit was met, or the tree is nested too deeply to print
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "interpreter/base/arena.h"
#include "interpreter/base/meter.h"
#include "interpreter/host_block.h"
#include "interpreter/syntax/dump.h"
#include "interpreter/syntax/parser.h"
#include "interpreter/syntax/scopes.h"
#include "interpreter/vm/syntax_display.h"

namespace garter::fuzz {
namespace {

constexpr size_t kBlock = size_t{1} << 30;

bool ReadFrame(std::string* out) {
  uint8_t head[4];
  if (std::fread(head, 1, 4, stdin) != 4) return false;
  out->resize(head[0] | head[1] << 8 | head[2] << 16 | size_t{head[3]} << 24);
  return std::fread(out->data(), 1, out->size(), stdin) == out->size();
}

bool WriteFrame(std::string_view text) {
  size_t n = text.size();
  uint8_t head[4] = {static_cast<uint8_t>(n), static_cast<uint8_t>(n >> 8), static_cast<uint8_t>(n >> 16),
                     static_cast<uint8_t>(n >> 24)};
  return std::fwrite(head, 1, 4, stdout) == 4 && std::fwrite(text.data(), 1, n, stdout) == n &&
         std::fflush(stdout) == 0;
}

nlohmann::json NumberOrNull(int32_t number) {
  return number == SyntaxError::kNone ? nlohmann::json() : nlohmann::json(number);
}

std::string AsJson(const SyntaxError& error) {
  nlohmann::json fields = {SyntaxErrorTypeName(error.type), std::string(error.message),
                           NumberOrNull(error.lineno),      NumberOrNull(error.offset),
                           NumberOrNull(error.end_lineno),  NumberOrNull(error.end_offset)};
  return fields.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
}

std::string CheckScopes(Ast& tree, Meter& meter) {
  static constexpr std::string_view kAll("\1\1\1\1\1\1\1\1", 8);
  std::string supported;
  while (supported.size() < 256) supported += kAll;
  ScopeTable table(tree);
  ScopeResult result = BuildScopes(tree, meter, reinterpret_cast<const uint8_t*>(supported.data()), table);
  if (result.status == ScopeStatus::kLimit) return "L";
  if (result.status == ScopeStatus::kError) return "C" + AsJson(result.error);
  return "O";
}

std::string Answer(HostBlock& block, std::string_view request) {
  if (request.empty()) return "L";
  Arena arena(block.block().data, kBlock);
  Meter meter;
  ParseResult parsed = Parse(arena, meter, request.substr(1));
  if (parsed.status == ParseStatus::kLimit) return "L";
  if (parsed.status == ParseStatus::kError) return "P" + AsJson(parsed.error);
  if (request[0] == 'c') return CheckScopes(parsed.tree, meter);
  std::string dump = "T";
  bool whole = WriteDump(
      parsed.tree, 0, [](void* out, std::string_view text) { static_cast<std::string*>(out)->append(text); }, &dump);
  return whole ? dump : "L";
}

}  // namespace
}  // namespace garter::fuzz

int main() {
  garter::HostBlock block(garter::fuzz::kBlock);
  std::string request;
  while (garter::fuzz::ReadFrame(&request)) {
    if (!garter::fuzz::WriteFrame(garter::fuzz::Answer(block, request))) return 1;
  }
  return 0;
}
