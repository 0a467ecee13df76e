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
#ifndef GARTER_INTERPRETER_HEAP_COLLECTOR_H_
#define GARTER_INTERPRETER_HEAP_COLLECTOR_H_

#include "interpreter/vm/vm.h"

namespace garter {

// Collects with `extent` as the lowest register in use, so that `bytes` can be allocated. False: they cannot, the run
// ends with the memory limit. Registers below the extent that were used since the last collection are cleared.
// The running frame must be vm.fp; when it is a generator's, vm.fp has moved with it afterwards.
[[nodiscard]] bool Collect(Vm& vm, Value* extent, uint32_t bytes);

}  // namespace garter

#endif  // GARTER_INTERPRETER_HEAP_COLLECTOR_H_
