// Sizes of objects, for whoever walks the heap from object to object.
#include "interpreter/heap/heap.h"

#include "interpreter/heap/sizes.h"

namespace garter {

uint32_t Heap::SizeOf(const Object* object) const { return SizeOfObject(object); }

}  // namespace garter
