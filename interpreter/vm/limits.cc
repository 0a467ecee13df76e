// Where limits are looked at: safepoints, the register stack's end, collections that do not free enough.
#include "interpreter/heap/collector.h"
#include "interpreter/vm/loop.h"
#include "interpreter/vm/operators.h"

namespace garter {

bool EnsureStack(Vm& vm, Value* lowest) {
  if (lowest >= vm.stack_floor) return true;
  uint64_t end = static_cast<uint64_t>(vm.span_end() - vm.heap.base);
  int64_t offset = reinterpret_cast<char*>(lowest) - vm.heap.base;
  int64_t floor = (offset - 1024) & ~int64_t{7};
  if (floor < int64_t{vm.heap.top} + Heap::kStackReserve) floor = offset & ~int64_t{7};
  if (offset < 0 || floor < int64_t{vm.heap.top} + Heap::kStackReserve) {
    uint64_t wanted = end - static_cast<uint64_t>(offset) + Heap::kStackReserve;
    vm.heap.wanted = offset < 0 || wanted > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(wanted);
    return false;
  }
  // INVARIANT (1) of vm.h: every register slot above the floor holds a valid Value.
  auto* slot = reinterpret_cast<Value*>(vm.heap.base + floor);
  while (slot < vm.stack_floor) *slot++ = kUnbound;
  vm.heap.floor = static_cast<uint32_t>(floor);
  vm.stack_floor = reinterpret_cast<Value*>(vm.heap.base + floor);
  return true;
}

bool CollectOrStop(Vm& vm, Value* extent, uint64_t bytes) {
  // Whoever asks twice at the same fuel has done nothing between: what it asked for was not all it needs (it may borrow
  // several pieces, and name the one that failed). It is given twice as much each time, so that this ends.
  if (bytes > 0) {
    if (vm.meter.used == vm.asked_at && bytes < 2 * vm.asked_bytes) bytes = 2 * vm.asked_bytes;
    vm.asked_at = vm.meter.used;
    vm.asked_bytes = bytes;
  }
  // What is tried again starts from the fuel it began with, and never reaches the meter's next look at the clock.
  const Meter& meter = vm.meter;
  if (meter.now_ns != nullptr && meter.now_ns(meter.clock_context) >= meter.deadline_ns) {
    return vm.meter.Stop(LimitKind::kTime);
  }
  uint32_t needed = bytes > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(bytes);
  if (bytes > vm.memory_cap || !Collect(vm, extent, needed)) return vm.meter.Stop(LimitKind::kMemory);
  return true;
}

bool Safepoint(Vm& vm, Value* extent) {
  if (vm.meter.limit != LimitKind::kNone) return false;
  if (vm.heap.top > vm.heap.trigger && !CollectOrStop(vm, extent, 0)) return false;
  if (!vm.meter.Event()) return false;
  if (vm.heap.stressed) vm.meter.next_event = 0;
  return true;
}

}  // namespace garter
