// Limits: each ends the run where it must, no handler of the program sees it, and what was written before stays written.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "interpreter/heap/collector.h"
#include "interpreter/vm/run_for_test.h"

namespace garter {
namespace {

constexpr char kMixed[] =
    "def work(n):\n"
    "    seen = {}\n"
    "    for i in range(n):\n"
    "        seen[str(i)] = [i, i * i, 'x' * (i % 7)]\n"
    "    return sorted(seen, key=lambda k: -seen[k][1])[:3]\n"
    "for n in (5, 20, 40):\n"
    "    print(n, work(n))\n"
    "print(2 ** 300, [c for c in 'abc'])\n";

// A program that spends a limit inside every net it could have put up.
constexpr char kNets[] =
    "try:\n"
    "    try:\n"
    "        while True: pass\n"
    "    except BaseException:\n"
    "        print('caught')\n"
    "    finally:\n"
    "        print('finally')\n"
    "except:\n"
    "    print('bare')\n";

TEST(FuelLimit, ExactlyEnoughIsEnough) {
  Machine machine;
  ASSERT_TRUE(machine.Run(kMixed).ok());
  uint64_t fuel = machine.sandbox.usage().fuel;
  machine.options.limits.fuel = fuel;
  EXPECT_TRUE(machine.Run(kMixed).ok());
  EXPECT_EQ(machine.sandbox.usage().fuel, fuel);
}

TEST(FuelLimit, NothingIsWrittenThatTheFullRunWouldNotWrite) {
  Machine machine;
  ASSERT_TRUE(machine.Run(kMixed).ok());
  std::string full = machine.out;
  uint64_t fuel = machine.sandbox.usage().fuel;
  size_t longest = 0;
  for (uint64_t cap = 0; cap < fuel; cap += 1 + cap / 40) {
    machine.options.limits.fuel = cap;
    Result result = machine.Run(kMixed);
    if (result.outcome == Outcome::kOk) {
      // Fuel is looked at where the program can stop; work after the last such place is paid, not refused.
      EXPECT_GT(cap, fuel - fuel / 8) << cap;
      continue;
    }
    ASSERT_EQ(result.outcome, Outcome::kLimit) << cap;
    EXPECT_EQ(result.limit.kind, LimitKind::kFuel);
    EXPECT_EQ(result.limit.cap, cap);
    EXPECT_GT(result.limit.used, cap);
    EXPECT_EQ(full.compare(0, machine.out.size(), machine.out), 0) << cap;
    EXPECT_GE(machine.out.size(), longest);
    longest = machine.out.size();
  }
}

TEST(FuelLimit, NoHandlerRuns) {
  Machine machine;
  machine.options.limits.fuel = 50000;
  EXPECT_EQ(machine.Run(kNets).limit.kind, LimitKind::kFuel);
  EXPECT_EQ(machine.out, "");
}

// Programs that fill memory run calmly in stress builds too: a full collection at every turn would be quadratic.
TEST(MemoryLimit, EveryCapEndsCleanly) {
  constexpr char kGrowing[] =
      "items = []\n"
      "for i in range(3000):\n"
      "    items.append((i, str(i), {i: [i]}))\n"
      "text = ''.join(t for _, t, _ in items)\n"
      "table = {k: v for v, k, _ in items}\n"
      "print(len(text), len(table), 3 ** 5000 % 1000007, sorted(table)[-1])\n";
  Machine machine(size_t{32} << 20);
  machine.options.mutant = kCalmRun;
  ASSERT_TRUE(machine.Run(kGrowing).ok());
  std::string full = machine.out;
  uint64_t fuel = machine.sandbox.usage().fuel;
  int ended = 0, finished = 0;
  for (uint64_t cap = 40'000; cap < (4u << 20); cap += cap / 23 + 8) {
    machine.options.limits.memory = cap;
    Result result = machine.Run(kGrowing);
    if (result.ok()) {
      ++finished;
      EXPECT_EQ(machine.out, full);
      EXPECT_EQ(machine.sandbox.usage().fuel, fuel) << cap;
      EXPECT_LE(machine.sandbox.usage().memory_peak, cap);
    } else {
      ++ended;
      ASSERT_EQ(result.outcome, Outcome::kLimit) << cap << ' ' << result.error_text;
      EXPECT_EQ(result.limit.kind, LimitKind::kMemory);
      EXPECT_EQ(machine.out, "");
    }
  }
  EXPECT_GT(ended, 10);
  EXPECT_GT(finished, 1);
}

TEST(MemoryLimit, HugeRequestsAreRefusedAtOnce) {
  Machine machine;
  machine.options.mutant = kCalmRun;
  for (const char* source :
       {"x = 'a' * 10 ** 12", "x = [0] * 10 ** 10", "x = b'a' * 2 ** 40", "x = (1,) * 10 ** 11",
        "x = [0]\nwhile True: x = x + x", "x = 'ab'\nwhile True: x = x + x", "x = []\nwhile True: x.append(x)"}) {
    Result result = machine.Run(source);
    EXPECT_EQ(result.outcome, Outcome::kLimit) << source << ' ' << result.error_text;
    EXPECT_EQ(result.limit.kind, LimitKind::kMemory) << source;
  }
}

TEST(OutputLimit, WhatIsWrittenIsAPrefix) {
  constexpr char kPrinting[] = "for i in range(50): print(i, 'é' * (i % 5))\n";
  Machine machine;
  ASSERT_TRUE(machine.Run(kPrinting).ok());
  std::string full = machine.out;
  for (uint64_t cap = 0; cap < full.size(); cap += 3) {
    machine.options.limits.output = cap;
    Result result = machine.Run(kPrinting);
    ASSERT_EQ(result.outcome, Outcome::kLimit) << cap;
    EXPECT_EQ(result.limit.kind, LimitKind::kOutput);
    EXPECT_LE(machine.out.size(), cap);
    EXPECT_GE(machine.out.size() + 4, cap);
    EXPECT_EQ(full.compare(0, machine.out.size(), machine.out), 0) << cap;
    EXPECT_EQ(machine.sandbox.usage().output, machine.out.size());
  }
  machine.options.limits.output = full.size();
  EXPECT_TRUE(machine.Run(kPrinting).ok());
}

TEST(TimeLimit, TheHostsClockDecides) {
  struct Clock {
    uint64_t now = 0, looks = 0;
  } clock;
  Machine machine;
  machine.options.mutant = kCalmRun;  // under stress every safepoint looks
  machine.options.limits.time_ns = 1000;
  machine.options.limits.clock_context = &clock;
  machine.options.limits.now_ns = [](void* context) {
    auto* c = static_cast<Clock*>(context);
    ++c->looks;
    return c->now += 10;
  };
  Result result = machine.Run(kNets);
  EXPECT_EQ(result.outcome, Outcome::kLimit);
  EXPECT_EQ(result.limit.kind, LimitKind::kTime);
  EXPECT_EQ(machine.out, "");
  EXPECT_LT(clock.looks, 200u);  // it stops at the deadline, not long after
  // One look every few thousand units of fuel, so that a clock costs nothing.
  uint64_t fuel = machine.sandbox.usage().fuel;
  EXPECT_GT(fuel / clock.looks, 1000u);
}

TEST(TimeLimit, StrikesInsideLongNatives) {
  struct Clock {
    uint64_t looks = 0;
  };
  for (const char* source : {"x = 10 ** 10 ** 7", "sorted(range(10 ** 6), key=lambda n: -n)", "x = str(7 ** 400000)",
                             "sum(range(10 ** 12))", "x = list(range(10 ** 9))", "[n for n in range(10 ** 18)]"}) {
    Clock clock;
    Machine machine(size_t{256} << 20);
    machine.options.mutant = kCalmRun;
    machine.options.limits.time_ns = 50;
    machine.options.limits.clock_context = &clock;
    machine.options.limits.now_ns = [](void* context) { return ++static_cast<Clock*>(context)->looks; };
    Result result = machine.Run(source);
    EXPECT_EQ(result.outcome, Outcome::kLimit) << source << ' ' << result.error_text;
    EXPECT_LT(machine.sandbox.usage().fuel, 60u * 3 * 8192 + 100000) << source;
  }
}

TEST(Interrupt, AnotherThreadEndsTheRun) {
  std::atomic<bool> stop{false};
  Machine machine;
  machine.options.limits.interrupt = &stop;
  std::thread other([&] { stop.store(true); });
  Result result = machine.Run("while True: pass");
  other.join();
  EXPECT_EQ(result.limit.kind, LimitKind::kInterrupt);
}

TEST(Depth, IsAnExceptionThatProgramsMayCatch) {
  Machine machine;
  ASSERT_TRUE(machine
                  .Run("def f(n):\n"
                       "    try:\n"
                       "        return f(n + 1)\n"
                       "    except RecursionError as e:\n"
                       "        return n, str(e)\n"
                       "print(f(1))\n")
                  .ok());
  EXPECT_EQ(machine.out, "(999, 'maximum recursion depth exceeded')\n");
  EXPECT_EQ(machine.sandbox.usage().depth_peak, 1000u);
  machine.options.limits.depth = 50;
  ASSERT_TRUE(
      machine.Run("def f(n):\n    try: return f(n + 1)\n    except RecursionError: return n\nprint(f(1))").ok());
  EXPECT_EQ(machine.out, "49\n");
}

TEST(CompileLimits, TextTreeAndCodeCount) {
  std::string source;
  for (int k = 0; k < 20000; ++k) source += "def f" + std::to_string(k) + "(): pass\n";
  Machine machine;
  machine.options.limits.memory = 1 << 20;
  Result result = machine.Run(source);
  EXPECT_EQ(result.limit.kind, LimitKind::kMemory);
  machine.options.limits.memory = 64 << 20;
  machine.options.limits.fuel = 10000;
  result = machine.Run(source);
  EXPECT_EQ(result.limit.kind, LimitKind::kFuel);
  EXPECT_NE(result.phase, Phase::kRun);
}

}  // namespace
}  // namespace garter
