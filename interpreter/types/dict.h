// Dicts by hash: CPython's compact layout and its order of probing, inline where the loop needs it.
//
// A dict is an index of small ints over entries in order of insertion. Both are in one DictKeys, which is replaced as
// a whole when it is full. How full "full" is, how large the next one is, and which slot a probe looks at next are
// CPython's, because a program that changes a dict while it iterates can see them.
#ifndef GARTER_INTERPRETER_TYPES_DICT_H_
#define GARTER_INTERPRETER_TYPES_DICT_H_

#include "interpreter/types/hashing.h"
#include "interpreter/vm/vm.h"

namespace garter {

inline constexpr int32_t kIndexEmpty = -1;
inline constexpr int32_t kIndexDeleted = -2;
inline constexpr int kDictMinLog2 = 3;
inline constexpr int kPerturbShift = 5;

// The index of a DictKeys, whatever the width of its slots.
class DictIndex {
 public:
  explicit DictIndex(DictKeys* keys)
      : slots_(keys->index()), width_(keys->index_width()), mask_(keys->index_slots() - 1) {}
  uint32_t mask() const { return mask_; }
  int32_t Get(uint32_t slot) const {
    if (width_ == 1) return static_cast<int8_t>(slots_[slot]);
    if (width_ == 2) return reinterpret_cast<const int16_t*>(slots_)[slot];
    return reinterpret_cast<const int32_t*>(slots_)[slot];
  }
  void Set(uint32_t slot, int32_t entry) {
    if (width_ == 1)
      slots_[slot] = static_cast<uint8_t>(entry);
    else if (width_ == 2)
      reinterpret_cast<int16_t*>(slots_)[slot] = static_cast<int16_t>(entry);
    else
      reinterpret_cast<int32_t*>(slots_)[slot] = entry;
  }

 private:
  uint8_t* slots_;
  uint32_t width_;
  uint32_t mask_;
};

// The slots that a hash looks at, one after another.
class DictProbe {
 public:
  DictProbe(uint64_t hash, uint32_t mask) : perturb_(hash), slot_(hash & mask), mask_(mask) {}
  uint32_t slot() const { return static_cast<uint32_t>(slot_); }
  void Advance() {
    perturb_ >>= kPerturbShift;
    slot_ = (slot_ * 5 + perturb_ + 1) & mask_;
  }

 private:
  uint64_t perturb_;
  uint64_t slot_;
  uint64_t mask_;
};

inline uint64_t StrHashOf(Vm& vm, Value str) {
  const Str* s = vm.heap.At<Str>(str);
  return __builtin_expect((s->flags & Object::kHashed) != 0, 1) ? s->hash : vm.StrHash(str);
}

// The entry of a str key, or null. Long probes and comparisons are paid; the loop's next event notices.
inline DictEntry* DictLookupStr(Vm& vm, const Dict* dict, Value key) {
  if (dict->keys == 0) return nullptr;
  DictKeys* keys = vm.heap.At<DictKeys>(dict->keys);
  DictIndex index(keys);
  DictEntry* entries = keys->entries();
  uint64_t hash = StrHashOf(vm, key);
  for (DictProbe probe(hash, index.mask());; probe.Advance()) {
    int32_t at = index.Get(probe.slot());
    if (at >= 0) {
      DictEntry* entry = entries + at;
      if (entry->key == key) return entry;
      if (entry->hash == hash && entry->key.IsStr() && vm.StrEquals(entry->key, key)) return entry;
      vm.meter.used += 1;
    } else if (at == kIndexEmpty) {
      return nullptr;
    }
  }
}

// Where the value of a str key is, or null.
inline Value* DictSlotStr(Vm& vm, Value dict, Value key) {
  DictEntry* entry = DictLookupStr(vm, vm.heap.At<Dict>(dict), key);
  return entry == nullptr ? nullptr : &entry->value;
}

// Calls visit(DictEntry&) for each live entry in order.
template <typename Visit>
void ForEachEntry(Vm& vm, Value dict, Visit visit) {
  const Dict* d = vm.heap.At<Dict>(dict);
  if (d->keys == 0) return;
  DictKeys* keys = vm.heap.At<DictKeys>(d->keys);
  DictEntry* entries = keys->entries();
  for (uint32_t i = 0; i < keys->fill; ++i) {
    if (!entries[i].key.IsUnbound()) visit(entries[i]);
  }
}

// The entry of any key whose hash is known: Done, *entry null when absent; or what comparing keys answers.
Step DictFind(Vm& vm, Value dict, Value key, uint64_t hash, DictEntry** entry);
// hash(key), with the words of a dict for what has none.
Step HashDictKey(Vm& vm, Value key, uint64_t* hash);
// Adds a key that is not there. False: no room, nothing changed.
bool DictInsert(Vm& vm, Value dict, Value key, uint64_t hash, Value value);
// Finds or adds.
Step DictSetHashed(Vm& vm, Value dict, Value key, uint64_t hash, Value value);
// Removes an entry that is there.
void DictRemove(Vm& vm, Value dict, DictEntry* entry);
void DictClear(Vm& vm, Value dict);
// Removes the last pair. REQUIRES: not empty.
void DictPopLast(Vm& vm, Value dict, Value* key, Value* value);
// A dict with the same pairs; Unbound: no room.
Value DictCopy(Vm& vm, Value dict);
// The TypeError, with its note, for what is no pair because it cannot be iterated: the number-th of an update.
Step RaiseNotSequence(Vm& vm, int64_t number);
// Does its table hold str keys alone, and was never given another?
bool OnlyStrKeys(Vm& vm, Value dict);
// Room for `count` more pairs, if the table is not large enough for them alone, as dict.update() makes it. `only_str`:
// all of them are str. False: no room.
bool DictReserve(Vm& vm, Value dict, uint32_t count, bool only_str);
// The dict behind a mappingproxy; any other value as it is.
inline Value Unproxied(Vm& vm, Value v) {
  bool proxy =
      v.IsObject(Kind::kDictView) && vm.heap.At<DictView>(v)->aux == static_cast<uint16_t>(DictViewKind::kProxy);
  return proxy ? vm.heap.At<DictView>(v)->dict : v;
}
Value NewDictView(Vm& vm, DictViewKind kind, Value dict);
Value NewReverseDictIterator(Vm& vm, Value dict, DictViewKind kind);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_DICT_H_
