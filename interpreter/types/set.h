// Sets by hash: CPython's open addressing, growth and choice of which operand is walked, because order shows them.
#ifndef GARTER_INTERPRETER_TYPES_SET_H_
#define GARTER_INTERPRETER_TYPES_SET_H_

#include "interpreter/types/hashing.h"
#include "interpreter/vm/vm.h"

namespace garter {

inline constexpr uint32_t kSetMinSlots = 8;
inline constexpr uint64_t kDeletedHash = ~uint64_t{0};  // of a deleted slot; no value has it

inline bool IsAnySet(Value v) { return v.IsObject(Kind::kSet) || v.IsObject(Kind::kFrozenSet); }
inline bool IsLive(const SetEntry& entry) { return !entry.key.IsUnbound() && entry.hash != kDeletedHash; }

// Slots from `*position` on: the next live one, or null at the end. *position is then behind it.
inline SetEntry* NextSetEntry(Vm& vm, const Set* set, uint32_t* position) {
  if (set->table == 0) return nullptr;
  SetTable* table = vm.heap.At<SetTable>(set->table);
  while (*position <= table->mask) {
    SetEntry* entry = table->entries() + (*position)++;
    if (IsLive(*entry)) return entry;
  }
  return nullptr;
}

// hash(key), with the words of a set for what has none.
Step HashSetElement(Vm& vm, Value key, uint64_t* hash);
// The same where a set stands for the frozenset of its elements (in, remove, discard).
Step HashSetProbe(Vm& vm, Value key, uint64_t* hash);

Value NewAnySet(Vm& vm, Kind kind);                                           // Unbound: no room
Value CopySet(Vm& vm, Kind kind, Value set);                                  // Unbound: no room
Step SetFind(Vm& vm, Value set, Value key, uint64_t hash, SetEntry** entry);  // null: absent
Step SetAddHashed(Vm& vm, Value set, Value key, uint64_t hash);
void SetRemove(Vm& vm, Value set, SetEntry* entry);
void SetClear(Vm& vm, Value set);
Step SetPop(Vm& vm, Value set);  // REQUIRES: not empty
// After many removals: a smaller table. False: no room.
bool SetShrink(Vm& vm, Value set);
// set.update(other) for a set or a dict.
Step SetMerge(Vm& vm, Value set, Value other);
Step SetMergeKeys(Vm& vm, Value set, Value dict);
// The operators. `other` is a set; the result has the kind of `set`.
Step SetIntersection(Vm& vm, Value set, Value other);
Step SetDifference(Vm& vm, Value set, Value other);  // `other` may be a dict
Step SetSymmetricDifference(Vm& vm, Value set, Value other);
Step SetDifferenceUpdate(Vm& vm, Value set, Value other);
Step SetSymmetricDifferenceUpdate(Vm& vm, Value set, Value other);
Step SetSymmetricDifferenceKeys(Vm& vm, Value set, Value dict);  // set ^= dict, in its order
Step IsSubset(Vm& vm, Value a, Value b);                         // both sets
Step SetsDisjoint(Vm& vm, Value a, Value b);                     // both sets
// `set` becomes what `other` is; `other` is given up.
void TakeSet(Vm& vm, Value set, Value other);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_SET_H_
