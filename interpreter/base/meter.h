// The meter: what every step of a run pays with (invariant I3).
//
// Fuel is a function of the program and its inputs alone. Whoever does work charges in proportion to it,
// in chunks of at most kPollInterval units between two looks at the deadline, so that no native can run
// away from a limit. When Charge() answers false the run is over (I4): return at once, clean up nothing.
//
// The hot path is one addition and one comparison: `used` against `next_event`, which is the nearer of the
// fuel limit and the next poll of the host's clock. What happens at an event is decided in Event().
#ifndef GARTER_INTERPRETER_BASE_METER_H_
#define GARTER_INTERPRETER_BASE_METER_H_

#include <atomic>
#include <cstdint>

namespace garter {

enum class LimitKind : uint8_t { kNone, kFuel, kMemory, kTime, kOutput, kHostCalls, kInterrupt };

#ifdef GARTER_BENCH_NO_FUEL
// For the benchmark of what fuel costs, never shipped: fuel that stays zero whatever is paid.
struct FuelCount {
  constexpr FuelCount(uint64_t = 0) {}
  constexpr operator uint64_t() const { return 0; }
  constexpr FuelCount& operator+=(uint64_t) { return *this; }
  constexpr FuelCount& operator++() { return *this; }
};
#else
using FuelCount = uint64_t;
#endif

class Meter {
 public:
  static constexpr uint64_t kPollInterval = 8192;  // fuel units between two looks at the clock
  static constexpr uint64_t kUnlimited = uint64_t{1} << 62;

  // Pays `units` of fuel. False: a limit was met, `limit` says which; the caller returns without a trace.
  [[nodiscard]] bool Charge(uint64_t units) {
    used += units;
    return __builtin_expect(used < next_event, 1) || Event();
  }

  // The heap wants to be collected: the next safepoint is an event, whatever is due.
  void AskForSafepoint() { next_event = 0; }
  // It has been collected.
  void ForgetSafepoint() { next_event = due; }

  // Decides what an event is: the fuel limit, the deadline, the host's interrupt, or nothing yet.
  [[nodiscard]] bool Event();

  // Ends the run for a reason that is not fuel or time. Always answers false, for `return meter.Stop(...)`.
  bool Stop(LimitKind kind) {
    if (limit == LimitKind::kNone) limit = kind;
    next_event = 0;
    return false;
  }

  FuelCount used = 0;                           // fuel paid so far
  uint64_t next_event = kPollInterval;          // Event() is due when used reaches this
  uint64_t due = 0;                             // when the fuel limit or the clock is to be looked at next
  uint64_t fuel_limit = kUnlimited;             // the run may use at most this much
  uint64_t deadline_ns = ~uint64_t{0};          // in the host's clock
  uint64_t (*now_ns)(void* context) = nullptr;  // the host's clock; null: no time limit (I5)
  void* clock_context = nullptr;
  const std::atomic<bool>* interrupt = nullptr;  // the host's flag; may be null
  LimitKind limit = LimitKind::kNone;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_METER_H_
