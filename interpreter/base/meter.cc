// The rare half of the meter: what an event was.
#include "interpreter/base/meter.h"

namespace garter {

bool Meter::Event() {
  if (limit != LimitKind::kNone) return false;
  // A request for a collection only: the next safepoint sees to it, and until then the clock is left alone.
  if (next_event == 0 && used < due) return true;
  if (used > fuel_limit) return Stop(LimitKind::kFuel);
  if (now_ns != nullptr && now_ns(clock_context) >= deadline_ns) return Stop(LimitKind::kTime);
  if (interrupt != nullptr && interrupt->load(std::memory_order_relaxed)) return Stop(LimitKind::kInterrupt);
  uint64_t poll = used + kPollInterval;
  next_event = due = poll < fuel_limit + 1 ? poll : fuel_limit + 1;
  return true;
}

}  // namespace garter
