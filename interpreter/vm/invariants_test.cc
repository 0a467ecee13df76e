// The invariants that a host can see: one run at a time on one machine (I1), equal fuel for equal work (I3, I6), nothing
// shared between sandboxes (I5), nothing left for the next run (I2).
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "interpreter/vm/run_for_test.h"

namespace garter {
namespace {

TEST(OneRunDeathTest, RunningASandboxFromItsOwnCallbackEndsTheProcess) {
  Machine machine;
  machine.options.write = [](void* self, Stream, std::string_view) {
    auto* m = static_cast<Machine*>(self);
    m->sandbox.Run(m->program, m->options);
  };
  EXPECT_DEATH(machine.Run("print(1)"), "running");
}

struct Figure {
  const char* source;
  uint64_t fuel;
};

// The fuel of whole programs, compiling included. When the compiler or a price changes on purpose, run this test with
// GARTER_PRINT_FUEL=1 in the environment and put what it prints into fuel_golden.inc.
constexpr Figure kFigures[] = {
#include "interpreter/vm/fuel_golden.inc"
};

uint64_t FuelOf(const char* source) {
  Machine machine;
  machine.Run(source);
  return machine.sandbox.usage().fuel;
}

// A C string literal of the text.
std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (char c : text) {
    if (c == '\n')
      quoted += "\\n";
    else if (c == '"' || c == '\\')
      quoted.append(1, '\\').append(1, c);
    else
      quoted += c;
  }
  return quoted + "\"";
}

TEST(Fuel, IsTheSameInEveryBuild) {
  bool print = std::getenv("GARTER_PRINT_FUEL") != nullptr;
  EXPECT_GE(std::size(kFigures), 30u);
  for (const Figure& figure : kFigures) {
    uint64_t fuel = FuelOf(figure.source);
    if (print)
      std::printf("{%s, %llu},\n", Quoted(figure.source).c_str(), static_cast<unsigned long long>(fuel));
    else
      EXPECT_EQ(fuel, figure.fuel) << figure.source;
  }
}

TEST(Fuel, IsTheSameInEveryRun) {
  Machine machine;
  for (const Figure& figure : kFigures) {
    machine.Run(figure.source);
    uint64_t first = machine.sandbox.usage().fuel;
    machine.Run(figure.source);
    EXPECT_EQ(machine.sandbox.usage().fuel, first) << figure.source;
  }
}

TEST(Fuel, DoesNotDependOnTheCap) {
  for (const Figure& figure : kFigures) {
    Machine small(size_t{8} << 20), large(size_t{512} << 20);
    Result result = small.Run(figure.source);
    if (result.outcome == Outcome::kLimit) continue;
    large.Run(figure.source);
    EXPECT_EQ(small.sandbox.usage().fuel, large.sandbox.usage().fuel) << figure.source;
    EXPECT_EQ(small.out, large.out);
  }
}

constexpr char kBusy[] =
    "total = 0\n"
    "for i in range(20000):\n"
    "    total += len([i, str(i), (i, i)])\n"
    "print(total)\n";

TEST(Threads, SandboxesDoNotMeet) {
  HostBlock code(4 << 20);
  Program program(code.block());
  ASSERT_TRUE(program.Compile(kBusy, {}, {}).ok());
  std::vector<uint64_t> fuel(4);
  std::vector<std::string> out(4);
  std::vector<std::thread> threads;
  for (size_t k = 0; k < fuel.size(); ++k) {
    threads.emplace_back([&, k] {
      Machine machine;
      for (int repeat = 0; repeat < 3; ++repeat) {
        machine.out.clear();
        EXPECT_TRUE(machine.sandbox.Run(program, machine.options).ok());
        fuel[k] = machine.sandbox.usage().fuel;
        out[k] = machine.out;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (size_t k = 0; k < fuel.size(); ++k) {
    EXPECT_EQ(out[k], "60000\n");
    EXPECT_EQ(fuel[k], fuel[0]);
  }
}

TEST(Reset, NothingOfAFormerRunIsVisible) {
  Machine machine;
  ASSERT_TRUE(machine.Run("secret = 'xyzzy' * 1000\nprint(len(secret))").ok());
  Result result = machine.Run("secret");
  EXPECT_EQ(result.outcome, Outcome::kException);
  EXPECT_EQ(result.exception_type, "NameError");
  EXPECT_EQ(machine.Run("print(sorted(globals()))").outcome == Outcome::kLimit, false);
  EXPECT_EQ(machine.out.find("secret"), std::string::npos);
}

TEST(Reset, UsageStartsAnew) {
  Machine fresh, used;
  used.Run("x = [0] * 1000000\nprint('x' * 100)\ndef f(n): return n and f(n - 1)\nf(500)");
  for (Machine* machine : {&fresh, &used}) ASSERT_TRUE(machine->Run("print([1, 2])").ok());
  Usage a = fresh.sandbox.usage(), b = used.sandbox.usage();
  EXPECT_EQ(a.fuel, b.fuel);
  EXPECT_EQ(a.memory, b.memory);
  EXPECT_EQ(a.memory_peak, b.memory_peak);
  EXPECT_EQ(a.output, b.output);
  EXPECT_EQ(a.depth_peak, b.depth_peak);
}

TEST(Reset, ALimitLeavesNothingBehind) {
  Machine machine;
  machine.options.limits.fuel = 5000;
  EXPECT_EQ(machine.Run("while True: pass").outcome, Outcome::kLimit);
  machine.options.limits.fuel = kUnlimited;
  ASSERT_TRUE(machine.Run("print(6 * 7)").ok());
  EXPECT_EQ(machine.out, "42\n");
}

}  // namespace
}  // namespace garter
