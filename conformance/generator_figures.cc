// A program's shape is its tree without names and literals, as a hash. What became of a program is the oracle's word, or the
// subject's where no oracle was asked.
#include "conformance/generator_figures.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>

#include "fuzz/source_tree.h"

namespace garter {
namespace {

constexpr std::string_view kKindNames[] = {
#define GARTER_FIELD(category, sort, name)
#define GARTER_NODE(kind, python_name, sort, positions, fields) python_name,
#include "interpreter/syntax/ast.def"
};

uint64_t Mix(uint64_t hash, uint64_t more) { return (hash ^ more) * 0x9E3779B97F4A7C15 ^ (hash >> 29); }

struct Counts {
  double programs = 0, statements = 0, lines = 0, uncaught = 0, ended = 0;
  std::array<uint64_t, std::size(kKindNames)> kinds = {};
  std::set<uint64_t> shapes;
  std::set<std::string> types;

  void AddTree(const std::string& source) {
    fuzz::SourceTree tree(source);
    uint64_t shape = 0;
    for (size_t i = 0; i < tree.kind_counts().size(); ++i) kinds[i] += tree.kind_counts()[i];
    for (const fuzz::Site& site : tree.sites()) {
      statements += site.sort == Sort::kStmt;
      shape = Mix(Mix(shape, static_cast<uint64_t>(site.kind)), static_cast<uint64_t>(site.parent + 1));
    }
    shapes.insert(shape);
  }

  void AddRun(const Observation& observation) {
    std::string out = observation.stdout_bytes();
    lines += static_cast<double>(std::count(out.begin(), out.end(), '\n'));
    ended += observation.outcome() == "ok";
    if (observation.outcome() != "exception") return;
    ++uncaught;
    types.insert(observation.exception_type());
  }
};

double Rounded(double value) { return static_cast<double>(static_cast<int64_t>(value * 10 + 0.5)) / 10; }

}  // namespace

Json GeneratorFigures(const std::vector<CaseResult>& results) {
  Counts counts;
  for (const CaseResult& result : results) {
    if (result.test->origin != Origin::kGenerated) continue;
    ++counts.programs;
    counts.AddTree(result.test->source);
    counts.AddRun(result.oracle.empty() ? result.subject : result.oracle);
  }
  if (counts.programs == 0) return nullptr;
  size_t rarest = 0, kinds = 0;
  for (size_t i = 0; i < counts.kinds.size(); ++i) {
    if (counts.kinds[i] == 0) continue;
    ++kinds;
    if (counts.kinds[rarest] == 0 || counts.kinds[i] < counts.kinds[rarest]) rarest = i;
  }
  return {{"programs", counts.programs},
          {"statements_mean", Rounded(counts.statements / counts.programs)},
          {"lines_mean", Rounded(counts.lines / counts.programs)},
          {"kinds", kinds},
          {"rarest", kKindNames[rarest]},
          {"rarest_count", counts.kinds[rarest]},
          {"distinct_shapes", counts.shapes.size()},
          {"uncaught_percent", Rounded(100 * counts.uncaught / counts.programs)},
          {"uncaught_types", counts.types.size()},
          {"ended_percent", Rounded(100 * counts.ended / counts.programs)}};
}

std::string FiguresText(const Json& figures) {
  auto number = [&](const char* key) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", figures[key].get<double>());
    return std::string(text);
  };
  return "generated: " + number("programs") + " programs of " + number("statements_mean") + " statements and " +
         number("lines_mean") + " lines of output, " + number("distinct_shapes") + " shapes, " + number("kinds") +
         " kinds of nodes (rarest " + figures["rarest"].get<std::string>() + ": " + number("rarest_count") + "); " +
         number("ended_percent") + " % ran to their end, " + number("uncaught_percent") + " % raised one of " +
         number("uncaught_types") + " types";
}

}  // namespace garter
