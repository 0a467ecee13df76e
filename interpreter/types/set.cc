// The set's table and the operators of sets. Methods are in set_methods.cc.
#include "interpreter/types/set.h"

#include "interpreter/base/hash.h"
#include "interpreter/types/compare_parts.h"
#include "interpreter/types/containers.h"
#include "interpreter/types/dict.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

constexpr uint32_t kLinearProbes = 9;
constexpr SetEntry kEmptyEntry = {kUnbound, 0};

// The slots that a hash looks at: runs of neighbours, then a jump.
class SetProbe {
 public:
  SetProbe(uint64_t hash, uint32_t mask) : perturb_(hash), start_(hash & mask), mask_(mask) { Begin(); }
  uint32_t slot() const { return slot_; }
  void Advance() {
    if (left_ > 0) {
      --left_;
      ++slot_;
      return;
    }
    perturb_ >>= kPerturbShift;
    start_ = (start_ * 5 + 1 + perturb_) & mask_;
    Begin();
  }

 private:
  void Begin() {
    slot_ = static_cast<uint32_t>(start_);
    left_ = start_ + kLinearProbes <= mask_ ? kLinearProbes : 0;
  }
  uint64_t perturb_, start_, mask_;
  uint32_t slot_, left_;
};

SetTable* NewTable(Vm& vm, uint64_t slots) {
  SetTable* table = vm.heap.Allocate<SetTable>(Kind::kSetTable, sizeof(SetTable) + slots * sizeof(SetEntry));
  if (table == nullptr) return nullptr;
  table->mask = static_cast<uint32_t>(slots - 1);
  table->unused = 0;
  for (uint64_t k = 0; k < slots; ++k) table->entries()[k] = kEmptyEntry;
  return table;
}

// Puts a key into a table without deleted slots that does not have it.
void InsertClean(Vm& vm, SetTable* table, Value key, uint64_t hash) {
  SetProbe probe(hash, table->mask);
  for (; !table->entries()[probe.slot()].key.IsUnbound(); probe.Advance()) vm.meter.used += 1;
  table->entries()[probe.slot()] = {key, hash};
  vm.heap.Remember(table, key);
}

uint32_t MaskOf(Vm& vm, const Set* set) {
  return set->table == 0 ? kSetMinSlots - 1 : vm.heap.At<SetTable>(set->table)->mask;
}

// A table for more than `least` keys, with the live ones moved over. False: no room.
bool ResizeSet(Vm& vm, Value value, uint64_t least) {
  Set* set = vm.heap.At<Set>(value);
  uint64_t slots = kSetMinSlots;
  while (slots <= least) slots <<= 1;
  SetTable* table = NewTable(vm, slots);
  if (table == nullptr) return false;
  uint32_t position = 0;
  while (SetEntry* entry = NextSetEntry(vm, set, &position)) InsertClean(vm, table, entry->key, entry->hash);
  vm.heap.StoreHandle(set, &set->table, table);
  set->fill = set->used;
  return true;
}

uint64_t GrownSize(const Set* set) { return set->used > 50000 ? uint64_t{set->used} * 2 : uint64_t{set->used} * 4; }

void Unhash(Set* set) { set->flags &= static_cast<uint8_t>(~Object::kHashed); }

bool HasRoom(Vm& vm, uint64_t bytes) {
  if (vm.heap.room() >= bytes) return true;
  vm.heap.wanted = bytes > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(bytes);
  return false;
}

// Room for the tables that a set goes through until it has `count` keys.
bool HasRoomFor(Vm& vm, uint64_t count) { return HasRoom(vm, count * 8 * sizeof(SetEntry) * 4 / 3 + 4096); }

Step NewLike(Vm& vm, Value set) {
  Value result = NewAnySet(vm, set.kind());
  return result.IsUnbound() ? vm.NoRoom() : Step::Done(result);
}

// Adds to `result` each key of `walked` that is (or is not) in `other`, a set or a dict.
Step Select(Vm& vm, Value result, Value walked, Value other, bool wanted) {
  uint32_t position = 0;
  const Set* set = vm.heap.At<Set>(walked);
  while (SetEntry* entry = NextSetEntry(vm, set, &position)) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    bool there;
    Step step;
    if (other.IsObject(Kind::kDict)) {
      DictEntry* found;
      step = DictFind(vm, other, entry->key, entry->hash, &found);
      there = found != nullptr;
    } else {
      SetEntry* found;
      step = SetFind(vm, other, entry->key, entry->hash, &found);
      there = found != nullptr;
    }
    if (!step.done()) return step;
    if (there != wanted) continue;
    step = SetAddHashed(vm, result, entry->key, entry->hash);
    if (!step.done()) return step;
  }
  return Step::Done(result);
}

Step CopyAndSubtract(Vm& vm, Value set, Value other) {
  Value result = CopySet(vm, set.kind(), set);
  if (result.IsUnbound()) return vm.NoRoom();
  if (other.IsObject(Kind::kDict)) {
    uint32_t count = vm.heap.At<Dict>(other)->keys == 0 ? 0 : vm.heap.At<DictKeys>(vm.heap.At<Dict>(other)->keys)->fill;
    for (uint32_t k = 0; k < count; ++k) {
      DictEntry& entry = vm.heap.At<DictKeys>(vm.heap.At<Dict>(other)->keys)->entries()[k];
      if (entry.key.IsUnbound()) continue;
      SetEntry* found;
      Step step = SetFind(vm, result, entry.key, entry.hash, &found);
      if (!step.done()) return step;
      if (found != nullptr) SetRemove(vm, result, found);
    }
    return SetShrink(vm, result) ? Step::Done(result) : vm.NoRoom();
  }
  Step step = SetDifferenceUpdate(vm, result, other);
  return step.done() ? Step::Done(result) : step;
}

}  // namespace

Value NewAnySet(Vm& vm, Kind kind) {
  Set* set = vm.heap.New<Set>(kind);
  if (set == nullptr) return kUnbound;
  set->used = set->fill = set->table = set->finger = 0;
  set->hash = 0;
  return vm.heap.ValueOf(set);
}

Value Vm::NewSet() { return NewAnySet(*this, Kind::kSet); }

Value CopySet(Vm& vm, Kind kind, Value set) {
  Value copy = NewAnySet(vm, kind);
  if (copy.IsUnbound()) return copy;
  return SetMerge(vm, copy, set).done() ? copy : kUnbound;
}

Step HashSetElement(Vm& vm, Value key, uint64_t* hash) {
  if (key.IsStr()) {
    *hash = StrHashOf(vm, key);
    return Step::Done(kNone);
  }
  return HashWithWords(vm, key, hash, kSetElementWords);
}

Step HashSetProbe(Vm& vm, Value key, uint64_t* hash) {
  if (!key.IsObject(Kind::kSet)) return HashSetElement(vm, key, hash);
  SetHash sum;
  uint32_t position = 0;
  const Set* set = vm.heap.At<Set>(key);
  if (!vm.meter.Charge(MaskOf(vm, set) / 8)) return Step::Limit();
  while (SetEntry* entry = NextSetEntry(vm, set, &position)) sum.Add(static_cast<int64_t>(entry->hash));
  *hash = static_cast<uint64_t>(sum.Finish());
  return Step::Done(kNone);
}

Step SetFind(Vm& vm, Value value, Value key, uint64_t hash, SetEntry** found) {
  *found = nullptr;
  const Set* set = vm.heap.At<Set>(value);
  if (set->table == 0) return Step::Done(kNone);
  SetTable* table = vm.heap.At<SetTable>(set->table);
  for (SetProbe probe(hash, table->mask);; probe.Advance()) {
    SetEntry* entry = table->entries() + probe.slot();
    if (entry->key.IsUnbound()) return Step::Done(kNone);
    if (entry->hash == hash) {
      Step same = Same(vm, entry->key, key);
      if (!same.done()) return same;
      if (same.value.IsTrue()) {
        *found = entry;
        return Step::Done(kNone);
      }
    }
    if (!vm.meter.Charge(1)) return Step::Limit();
  }
}

Step SetAddHashed(Vm& vm, Value value, Value key, uint64_t hash) {
  Set* set = vm.heap.At<Set>(value);
  if (set->table == 0) {
    SetTable* table = NewTable(vm, kSetMinSlots);
    if (table == nullptr) return vm.NoRoom();
    vm.heap.StoreHandle(set, &set->table, table);
  }
  SetTable* table = vm.heap.At<SetTable>(set->table);
  SetProbe probe(hash, table->mask);
  SetEntry* deleted = nullptr;
  for (;; probe.Advance()) {
    SetEntry* entry = table->entries() + probe.slot();
    if (entry->key.IsUnbound()) break;
    if (entry->hash == hash) {
      Step same = Same(vm, entry->key, key);
      if (!same.done() || same.value.IsTrue()) return same;
    } else if (entry->hash == kDeletedHash) {
      deleted = entry;
    }
    if (!vm.meter.Charge(1)) return Step::Limit();
  }
  // The last deleted slot on the way is used again.
  if (deleted != nullptr) {
    deleted->hash = hash;
    vm.heap.Store(table, &deleted->key, key);
    ++set->used;
    Unhash(set);
    return Step::Done(kNone);
  }
  // It will be too full with this one: the larger table is made first, so that nothing is changed when there is none.
  if ((uint64_t{set->fill} + 1) * 5 >= uint64_t{table->mask} * 3) {
    // CPython adds, then moves everything in order of the slots: the new key is among them.
    SetEntry* slot = table->entries() + probe.slot();
    *slot = {key, hash};
    ++set->used;
    ++set->fill;
    if (!ResizeSet(vm, value, GrownSize(set))) {
      *slot = kEmptyEntry;
      --set->used;
      --set->fill;
      return vm.NoRoom();
    }
    Unhash(set);
    return Step::Done(kNone);
  }
  SetEntry* slot = table->entries() + probe.slot();
  slot->hash = hash;
  vm.heap.Store(table, &slot->key, key);
  ++set->used;
  ++set->fill;
  Unhash(set);
  return Step::Done(kNone);
}

void SetRemove(Vm& vm, Value value, SetEntry* entry) {
  *entry = {kNotImplemented, kDeletedHash};
  Set* set = vm.heap.At<Set>(value);
  --set->used;
  Unhash(set);
}

void SetClear(Vm& vm, Value value) {
  Set* set = vm.heap.At<Set>(value);
  set->used = set->fill = set->table = 0;
  Unhash(set);
}

Step SetPop(Vm& vm, Value value) {
  Set* set = vm.heap.At<Set>(value);
  SetTable* table = vm.heap.At<SetTable>(set->table);
  uint32_t at = set->finger & table->mask;
  for (; !IsLive(table->entries()[at]); at = at == table->mask ? 0 : at + 1) {
    if (!vm.meter.Charge(1)) return Step::Limit();
  }
  Value key = table->entries()[at].key;
  SetRemove(vm, value, table->entries() + at);
  set->finger = at + 1;
  return Step::Done(key);
}

bool SetShrink(Vm& vm, Value value) {
  Set* set = vm.heap.At<Set>(value);
  if (set->fill - set->used <= MaskOf(vm, set) / 4) return true;
  return ResizeSet(vm, value, GrownSize(set));
}

Step SetMerge(Vm& vm, Value value, Value other) {
  Set* set = vm.heap.At<Set>(value);
  const Set* source = vm.heap.At<Set>(other);
  if (set == source || source->used == 0) return Step::Done(kNone);
  if (!vm.meter.Charge(source->used / 4)) return Step::Limit();
  if ((uint64_t{set->fill} + source->used) * 5 >= uint64_t{MaskOf(vm, set)} * 3) {
    if (!ResizeSet(vm, value, (uint64_t{set->used} + source->used) * 2)) return vm.NoRoom();
  }
  if (set->table == 0) {
    SetTable* table = NewTable(vm, kSetMinSlots);
    if (table == nullptr) return vm.NoRoom();
    vm.heap.StoreHandle(set, &set->table, table);
  }
  Unhash(set);
  SetTable* table = vm.heap.At<SetTable>(set->table);
  SetTable* from = vm.heap.At<SetTable>(source->table);
  uint32_t position = 0;
  if (set->fill == 0) {
    if (table->mask == from->mask && source->fill == source->used) {
      for (uint32_t k = 0; k <= from->mask; ++k) {
        table->entries()[k] = from->entries()[k];
        vm.heap.Remember(table, from->entries()[k].key);
      }
    } else {
      while (SetEntry* entry = NextSetEntry(vm, source, &position)) InsertClean(vm, table, entry->key, entry->hash);
    }
    set->fill = set->used = source->used;
    return Step::Done(kNone);
  }
  while (SetEntry* entry = NextSetEntry(vm, source, &position)) {
    Step step = SetAddHashed(vm, value, entry->key, entry->hash);
    if (!step.done()) return step;
  }
  return Step::Done(kNone);
}

Step SetMergeKeys(Vm& vm, Value value, Value dict) {
  Set* set = vm.heap.At<Set>(value);
  uint32_t size = vm.DictSize(dict);
  if ((uint64_t{set->fill} + size) * 5 >= uint64_t{MaskOf(vm, set)} * 3) {
    if (!ResizeSet(vm, value, (uint64_t{set->used} + size) * 2)) return vm.NoRoom();
  }
  if (size == 0) return Step::Done(kNone);
  DictKeys* keys = vm.heap.At<DictKeys>(vm.heap.At<Dict>(dict)->keys);
  for (uint32_t k = 0; k < keys->fill; ++k) {
    DictEntry& entry = keys->entries()[k];
    if (entry.key.IsUnbound()) continue;
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step step = SetAddHashed(vm, value, entry.key, entry.hash);
    if (!step.done()) return step;
  }
  return Step::Done(kNone);
}

void TakeSet(Vm& vm, Value value, Value other) {
  Set* set = vm.heap.At<Set>(value);
  const Set* source = vm.heap.At<Set>(other);
  vm.heap.StoreHandle(set, &set->table, source->table == 0 ? nullptr : vm.heap.At<Object>(source->table));
  set->used = source->used;
  set->fill = source->fill;
  Unhash(set);
}

Step SetAdd(Vm& vm, Value set, Value key) {
  uint64_t hash;
  Step step = HashSetElement(vm, key, &hash);
  return step.done() ? SetAddHashed(vm, set, key, hash) : step;
}

Step SetContains(Vm& vm, Value set, Value key) {
  uint64_t hash;
  Step step = HashSetProbe(vm, key, &hash);
  if (!step.done()) return step;
  SetEntry* entry;
  step = SetFind(vm, set, key, hash, &entry);
  return step.done() ? Step::Done(Value::Bool(entry != nullptr)) : step;
}

Step SetIntersection(Vm& vm, Value set, Value other) {
  if (set == other) {
    Value copy = CopySet(vm, set.kind(), set);
    return copy.IsUnbound() ? vm.NoRoom() : Step::Done(copy);
  }
  Step result = NewLike(vm, set);
  if (!result.done()) return result;
  // The smaller one is walked; of two equally large ones the right one.
  bool swap = vm.heap.At<Set>(other)->used > vm.heap.At<Set>(set)->used;
  return Select(vm, result.value, swap ? set : other, swap ? other : set, true);
}

Step SetDifference(Vm& vm, Value set, Value other) {
  uint32_t size = other.IsObject(Kind::kDict) ? vm.DictSize(other) : vm.heap.At<Set>(other)->used;
  if (vm.heap.At<Set>(set)->used >> 2 > size) return CopyAndSubtract(vm, set, other);
  Step result = NewLike(vm, set);
  return result.done() ? Select(vm, result.value, set, other, false) : result;
}

Step SetDifferenceUpdate(Vm& vm, Value set, Value other) {
  if (set == other) {
    SetClear(vm, set);
    return Step::Done(kNone);
  }
  if (vm.heap.At<Set>(other)->used >> 3 > vm.heap.At<Set>(set)->used) {
    Step common = SetIntersection(vm, set, other);
    if (!common.done()) return common;
    other = common.value;
  }
  // What is removed stays removed: room for the smaller table that may follow comes first.
  uint64_t slots = kSetMinSlots;
  while (slots <= GrownSize(vm.heap.At<Set>(set))) slots <<= 1;
  if (!HasRoom(vm, sizeof(SetTable) + slots * sizeof(SetEntry))) return vm.NoRoom();
  uint32_t position = 0;
  while (SetEntry* entry = NextSetEntry(vm, vm.heap.At<Set>(other), &position)) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    SetEntry* found;
    Step step = SetFind(vm, set, entry->key, entry->hash, &found);
    if (!step.done()) return step;
    if (found != nullptr) SetRemove(vm, set, found);
  }
  return SetShrink(vm, set) ? Step::Done(kNone) : vm.NoRoom();
}

namespace {

// Removes what is there, adds what is not.
Step Toggle(Vm& vm, Value set, Value key, uint64_t hash) {
  if (!vm.meter.Charge(1)) return Step::Limit();
  SetEntry* found;
  Step step = SetFind(vm, set, key, hash, &found);
  if (!step.done()) return step;
  if (found == nullptr) return SetAddHashed(vm, set, key, hash);
  SetRemove(vm, set, found);
  return step;
}

}  // namespace

Step SetSymmetricDifferenceKeys(Vm& vm, Value set, Value dict) {
  uint32_t size = vm.DictSize(dict);
  if (size == 0) return Step::Done(kNone);
  if (!HasRoomFor(vm, uint64_t{vm.heap.At<Set>(set)->used} + size)) return vm.NoRoom();
  DictKeys* keys = vm.heap.At<DictKeys>(vm.heap.At<Dict>(dict)->keys);
  for (uint32_t k = 0; k < keys->fill; ++k) {
    DictEntry& entry = keys->entries()[k];
    if (entry.key.IsUnbound()) continue;
    Step step = Toggle(vm, set, entry.key, entry.hash);
    if (!step.done()) return step;
  }
  return Step::Done(kNone);
}

Step SetSymmetricDifferenceUpdate(Vm& vm, Value set, Value other) {
  if (set == other) {
    SetClear(vm, set);
    return Step::Done(kNone);
  }
  // Adding and removing must not be begun twice: room for all that may be added comes first.
  if (!HasRoomFor(vm, uint64_t{vm.heap.At<Set>(set)->used} + vm.heap.At<Set>(other)->used)) return vm.NoRoom();
  uint32_t position = 0;
  while (SetEntry* entry = NextSetEntry(vm, vm.heap.At<Set>(other), &position)) {
    Step step = Toggle(vm, set, entry->key, entry->hash);
    if (!step.done()) return step;
  }
  return Step::Done(kNone);
}

Step SetSymmetricDifference(Vm& vm, Value set, Value other) {
  Value result = CopySet(vm, set.kind(), other);
  if (result.IsUnbound()) return vm.NoRoom();
  Step step = SetSymmetricDifferenceUpdate(vm, result, set);
  return step.done() ? Step::Done(result) : step;
}

Step IsSubset(Vm& vm, Value a, Value b) {
  const Set* set = vm.heap.At<Set>(a);
  if (set->used > vm.heap.At<Set>(b)->used) return Step::Done(kFalse);
  uint32_t position = 0;
  while (SetEntry* entry = NextSetEntry(vm, set, &position)) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    SetEntry* found;
    Step step = SetFind(vm, b, entry->key, entry->hash, &found);
    if (!step.done()) return step;
    if (found == nullptr) return Step::Done(kFalse);
  }
  return Step::Done(kTrue);
}

Step SetsDisjoint(Vm& vm, Value a, Value b) {
  if (vm.heap.At<Set>(b)->used > vm.heap.At<Set>(a)->used) return SetsDisjoint(vm, b, a);
  uint32_t position = 0;
  while (SetEntry* entry = NextSetEntry(vm, vm.heap.At<Set>(b), &position)) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    SetEntry* found;
    Step step = SetFind(vm, a, entry->key, entry->hash, &found);
    if (!step.done()) return step;
    if (found != nullptr) return Step::Done(kFalse);
  }
  return Step::Done(kTrue);
}

Step SetBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  if (!IsAnySet(a) || !IsAnySet(b)) return Step::Stop();
  bool changes = inplace && a.IsObject(Kind::kSet);
  Step step = Step::Stop();
  switch (op) {
    case BinaryOp::kAnd:
      step = SetIntersection(vm, a, b);
      if (step.done() && changes) TakeSet(vm, a, step.value);
      break;
    case BinaryOp::kOr: {
      Value result = changes ? a : CopySet(vm, a.kind(), a);
      if (result.IsUnbound()) return vm.NoRoom();
      step = a == b ? Step::Done(kNone) : SetMerge(vm, result, b);
      if (step.done()) step.value = result;
      break;
    }
    case BinaryOp::kSub:
      step = changes ? SetDifferenceUpdate(vm, a, b) : SetDifference(vm, a, b);
      break;
    case BinaryOp::kXor:
      step = changes ? SetSymmetricDifferenceUpdate(vm, a, b) : SetSymmetricDifference(vm, a, b);
      break;
    default:
      return Step::Stop();
  }
  return step.done() && changes ? Step::Done(a) : step;
}

}  // namespace garter
