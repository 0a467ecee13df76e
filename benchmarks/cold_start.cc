// Cold start: from source text to result in a pooled sandbox, limits armed, in nanoseconds.
//
//   cold_start [REPETITIONS]          default 100000
//
// Each repetition compiles the program and runs it in a sandbox that ran before and was reset, as a host does that serves
// one request after another. Printed are the 10th percentile and the median of all repetitions, and of compiling and
// running separately. The clock's own cost is measured and subtracted once from each figure.
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "interpreter/host_block.h"
#include "interpreter/interpreter.h"

namespace garter {
namespace {

constexpr std::string_view kTenLines = R"(orders = [("tea", 3, 2.5), ("milk", 1, 1.2), ("bread", 2, 3.1)]
total = 0.0
lines = []
for name, count, price in orders:
    cost = count * price
    total += cost
    lines.append(f"{name:<8}{count:>3} x {price:.2f} = {cost:.2f}")
lines.append(f"total {total:.2f}")
report = "\n".join(lines)
print(report)
)";

constexpr std::string_view kSixtyLines = R"(# What a model writes to answer a question about a table.
rows = [
    {"id": 1, "city": "Oslo", "kind": "sale", "amount": 120, "day": "2026-01-03"},
    {"id": 2, "city": "Bergen", "kind": "sale", "amount": 75, "day": "2026-01-03"},
    {"id": 3, "city": "Oslo", "kind": "refund", "amount": 20, "day": "2026-01-04"},
    {"id": 4, "city": "Tromso", "kind": "sale", "amount": 310, "day": "2026-01-05"},
    {"id": 5, "city": "Oslo", "kind": "sale", "amount": 45, "day": "2026-01-05"},
    {"id": 6, "city": "Bergen", "kind": "refund", "amount": 75, "day": "2026-01-06"},
]


def signed(row):
    if row["kind"] == "refund":
        return -row["amount"]
    return row["amount"]


def group(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def summarise(rows):
    amounts = [signed(row) for row in rows]
    return {
        "count": len(amounts),
        "sum": sum(amounts),
        "largest": max(amounts),
        "mean": sum(amounts) / len(amounts),
    }


def check(rows):
    problems = []
    for row in rows:
        try:
            year, month, day = row["day"].split("-")
            if not 1 <= int(month) <= 12:
                raise ValueError("month " + month)
        except ValueError as error:
            problems.append((row["id"], str(error)))
    return problems


problems = check(rows)
if problems:
    print("problems:", problems)
by_city = group(rows, "city")
lines = []
for city in sorted(by_city):
    s = summarise(by_city[city])
    lines.append(f"{city:<8} {s['count']:>2} {s['sum']:>6} {s['mean']:>8.2f}")
best = max(by_city, key=lambda city: summarise(by_city[city])["sum"])
days = sorted({row["day"] for row in rows})
lines.append("best: " + best)
lines.append("days: " + ", ".join(days))
answer = {"best": best, "days": len(days), "text": "\n".join(lines)}
print(answer["text"])
answer["best"]
)";

uint64_t Now(void*) {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<uint64_t>(t.tv_sec) * 1'000'000'000 + static_cast<uint64_t>(t.tv_nsec);
}

struct Series {
  std::vector<uint32_t> samples;
  void Add(uint64_t ns, uint64_t overhead) {
    samples.push_back(static_cast<uint32_t>(ns > overhead ? ns - overhead : 0));
  }
  uint32_t At(double quantile) {
    auto nth = samples.begin() + static_cast<ptrdiff_t>(static_cast<double>(samples.size() - 1) * quantile);
    std::nth_element(samples.begin(), nth, samples.end());
    return *nth;
  }
};

uint64_t ClockOverhead() {
  uint64_t least = ~uint64_t{0};
  for (int k = 0; k < 10000; ++k) {
    uint64_t before = Now(nullptr);
    least = std::min(least, Now(nullptr) - before);
  }
  return least;
}

bool Measure(const char* name, std::string_view source, size_t repetitions) {
  HostBlock code(64 << 20), span(64 << 20);
  Program program(code.block());
  Sandbox sandbox(span.block());
  RunOptions options;
  size_t written = 0;
  options.write = [](void* total, Stream, std::string_view text) { *static_cast<size_t*>(total) += text.size(); };
  options.write_context = &written;
  options.limits.fuel = 100'000'000;
  options.limits.memory = 16 << 20;
  options.limits.now_ns = Now;
  uint64_t overhead = ClockOverhead();
  Series all, compile, run;
  for (size_t k = 0; k < repetitions; ++k) {
    uint64_t start = Now(nullptr);
    Result result = program.Compile(source, {}, options.limits);
    uint64_t compiled = Now(nullptr);
    if (result.ok()) result = sandbox.Run(program, options);
    uint64_t end = Now(nullptr);
    if (!result.ok()) {
      std::fprintf(stderr, "%s did not run: %.*s\n", name, static_cast<int>(result.error_text.size()),
                   result.error_text.data());
      return false;
    }
    all.Add(end - start, 2 * overhead);
    compile.Add(compiled - start, overhead);
    run.Add(end - compiled, overhead);
  }
  std::printf("%-12s %9u %9u   %9u %9u   %9u %9u\n", name, all.At(0.1), all.At(0.5), compile.At(0.1), compile.At(0.5),
              run.At(0.1), run.At(0.5));
  return true;
}

}  // namespace
}  // namespace garter

int main(int argc, char** argv) {
  size_t repetitions = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000;
  if (repetitions == 0) {
    std::fprintf(stderr, "usage: cold_start [REPETITIONS]\n");
    return 2;
  }
  std::printf("Cold start in a pooled sandbox, limits armed, ns (%zu repetitions)\n", repetitions);
  std::printf("%-12s %9s %9s   %9s %9s   %9s %9s\n", "program", "p10", "median", "compile", "median", "run", "median");
  bool good = garter::Measure("1 + 1", "1 + 1", repetitions);
  good = garter::Measure("10 lines", garter::kTenLines, repetitions) && good;
  good = garter::Measure("60 lines", garter::kSixtyLines, repetitions) && good;
  return good ? 0 : 1;
}
