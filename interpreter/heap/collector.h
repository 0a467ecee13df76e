// The collector: mark and slide, young objects first (invariant I2).
//
// Objects keep their order, so that everything below the watermark is old and a minor collection looks at the tail
// alone: it marks from the registers, the vm's roots and the remembered old objects, slides what lives down to the
// watermark, and moves the watermark up. A full collection does the same from the heap's start.
//
//   before   [ old ........ | a x b x x c ]            x: dead
//   mark     from registers, roots, remembered
//   plan     each live object's new place goes into its `link`
//   update   every reference in registers, roots, live young objects and remembered old ones
//   slide    [ old ........ a b c | ]
//
// The mark stack is the free room between objects and registers; when it overflows the heap is scanned again for
// marked objects whose children were not visited. Nothing is charged: allocation has paid (I3).
//
// Stress builds (GARTER_STRESS) collect in full at every safepoint, and slide so far that every object moves to where
// nothing was: once up, behind the old heap, whose place is then poisoned under ASan; once down again, and the old place
// is filled with a pattern. So a handle or a pointer that somebody kept past a safepoint does not go unnoticed.
#ifndef GARTER_INTERPRETER_HEAP_COLLECTOR_H_
#define GARTER_INTERPRETER_HEAP_COLLECTOR_H_

#include "interpreter/vm/vm.h"

namespace garter {

// Collects with `extent` as the lowest register in use, so that `bytes` can be allocated. False: they cannot, the run
// ends with the memory limit. Registers below the extent that were used since the last collection are cleared.
// The running frame must be vm.fp; when it is a generator's, vm.fp has moved with it afterwards.
[[nodiscard]] bool Collect(Vm& vm, Value* extent, uint32_t bytes);

// Does anything that is alive refer to the object? The registers below `extent` do not count. Marks the whole heap, so it
// is for rare questions alone; changes nothing.
bool IsReachable(Vm& vm, Value object, Value* extent);

// Makes a span that a former run may have poisoned usable again. Nothing to do but in stress builds.
void ForgetPoison(char* base, uint32_t size);

// A host may ask for a calm run in a stress build, by this number for RunOptions::mutant, to compare the two.
inline constexpr uint32_t kCalmRun = 0xCA1Bu;

}  // namespace garter

#endif  // GARTER_INTERPRETER_HEAP_COLLECTOR_H_
