// Sorting: list.sort, and sorted() on top of it.
#ifndef GARTER_INTERPRETER_TYPES_LIST_SORT_H_
#define GARTER_INTERPRETER_TYPES_LIST_SORT_H_

#include "interpreter/vm/protocols.h"

namespace garter {

inline constexpr int kSortSlots = 4;

// The native behind list.sort: arg 0 list, arg 1 key, arg 2 reverse.
Step ListSort(Vm& vm, Native& n);
// The same for a native with other arguments: the list, the key (None or Unbound: none) and reverse (Unbound: false) are
// registers; four slots from `slot` on are the sort's own, phases from `phase` on.
Step SortStep(Vm& vm, Native& n, uint32_t phase, uint32_t slot, Value& list, Value key, Value reverse);

void ReverseItems(Value* items, uint32_t count);  // REQUIRES: count > 0

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_LIST_SORT_H_
