// The dict's table: lookup, insertion, growth, copies, comparison. Methods are in dict_methods.cc.
#include "interpreter/types/dict.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/types/containers.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

// Entries that fit into 2**log2 index slots.
constexpr uint32_t UsableFraction(uint32_t slots) { return static_cast<uint32_t>((uint64_t{slots} << 1) / 3); }

// The smallest log2 with 2**log2 >= size.
int Log2For(uint64_t size) {
  int log2 = kDictMinLog2;
  while ((uint64_t{1} << log2) < size) ++log2;
  return log2;
}

// A table of str keys alone. CPython lays such tables out differently, and the first other key makes it grow.
constexpr uint8_t kOnlyStr = 8;  // in Object::flags

bool IsOnlyStr(const DictKeys* keys) { return (keys->flags & kOnlyStr) != 0; }

// An empty table; null: no room.
DictKeys* NewKeys(Vm& vm, int log2, bool only_str) {
  uint64_t slots = uint64_t{1} << log2;
  uint64_t width = log2 < 8 ? 1 : log2 < 16 ? 2 : 4;
  uint64_t capacity = (slots << 1) / 3;
  uint64_t size = sizeof(DictKeys) + ((slots * width + 7) & ~uint64_t{7}) + capacity * sizeof(DictEntry);
  DictKeys* keys = vm.heap.Allocate<DictKeys>(Kind::kDictKeys, size, static_cast<uint16_t>(log2));
  if (keys == nullptr) return nullptr;
  keys->capacity = static_cast<uint32_t>(capacity);
  keys->fill = 0;
  if (only_str) keys->flags |= kOnlyStr;
  std::memset(keys->index(), 0xFF, keys->index_bytes());
  return keys;
}

void SetKeys(Vm& vm, Dict* dict, DictKeys* keys) {
  vm.heap.StoreHandle(dict, &dict->keys, keys);
  dict->popped = 0;
  dict->version = vm.next_dict_version++;
}

// What caches know of the builtins module is no longer so.
void NoteChange(Vm& vm, const Dict* dict) {
  if (__builtin_expect((dict->flags & Dict::kWatched) != 0, 0))
    vm.builtins_stamp = kBuiltinMark | (vm.builtins_stamp + 1);
}

// Where a deleted key of this hash had its entry (seeded bug 15), else the end.
uint32_t HoleOf(DictKeys* keys, uint64_t hash) {
  uint32_t at = 0;
  while (at < keys->fill && !(keys->entries()[at].key.IsUnbound() && keys->entries()[at].hash == hash)) ++at;
  return at;
}

// Adds an entry to a table that has room and does not have the key. Counts the slots it looked at.
void Append(Vm& vm, DictKeys* keys, uint64_t hash, Value key, Value value) {
  DictIndex index(keys);
  DictProbe probe(hash, index.mask());
  for (; index.Get(probe.slot()) >= 0; probe.Advance()) vm.meter.used += 1;
  uint32_t at = GARTER_MUTANT(vm, 15, HoleOf(keys, hash), keys->fill);
  index.Set(probe.slot(), static_cast<int32_t>(at));
  keys->entries()[at] = {hash, key, value};
  if (at == keys->fill) ++keys->fill;
  vm.heap.Remember(keys, key);
  vm.heap.Remember(keys, value);
}

// Moves the live entries to a table of 2**log2 slots. False: no room.
bool Resize(Vm& vm, Value dict, int log2, bool only_str) {
  uint32_t old = vm.heap.At<Dict>(dict)->keys;
  DictKeys* keys = NewKeys(vm, log2, only_str && (old == 0 || IsOnlyStr(vm.heap.At<DictKeys>(old))));
  if (keys == nullptr) return false;
  ForEachEntry(vm, dict, [&](DictEntry& entry) { Append(vm, keys, entry.hash, entry.key, entry.value); });
  SetKeys(vm, vm.heap.At<Dict>(dict), keys);
  return true;
}

// Gives `target` a table that is byte for byte that of `source`. False: no room.
bool CloneKeys(Vm& vm, Value target, Value source) {
  const Dict* from = vm.heap.At<Dict>(source);
  const DictKeys* keys = vm.heap.At<DictKeys>(from->keys);
  uint32_t size = vm.heap.SizeOf(keys);
  DictKeys* clone = vm.heap.Allocate<DictKeys>(Kind::kDictKeys, size, keys->aux);
  if (clone == nullptr) return false;
  CopyBytes(clone + 1, keys + 1, size - sizeof(DictKeys));
  clone->flags |= keys->flags & kOnlyStr;
  clone->capacity = keys->capacity;
  clone->fill = keys->fill;
  Dict* to = vm.heap.At<Dict>(target);
  SetKeys(vm, to, clone);
  to->used = from->used;
  to->popped = from->popped;
  return true;
}

// Is the table of a dict as full as that of one just made?
bool IsFresh(const Dict* dict, const DictKeys* keys) {
  return dict->used == keys->fill &&
         (keys->aux == kDictMinLog2 || UsableFraction(keys->index_slots() / 2) < dict->used);
}

}  // namespace

Value Vm::NewDict() {
  Dict* dict = heap.New<Dict>(Kind::kDict);
  if (dict == nullptr) return kUnbound;
  dict->used = dict->keys = dict->popped = 0;
  dict->version = next_dict_version++;
  return heap.ValueOf(dict);
}

Step DictFind(Vm& vm, Value dict, Value key, uint64_t hash, DictEntry** found) {
  *found = nullptr;
  const Dict* d = vm.heap.At<Dict>(dict);
  if (d->keys == 0) return Step::Done(kNone);
  // Among keys that are no str one may be equal to a str all the same: an object of the program.
  if (key.IsStr() && IsOnlyStr(vm.heap.At<DictKeys>(d->keys))) {
    *found = DictLookupStr(vm, d, key);
    return Step::Done(kNone);
  }
  DictKeys* keys = vm.heap.At<DictKeys>(d->keys);
  DictIndex index(keys);
  DictEntry* entries = keys->entries();
  for (DictProbe probe(hash, index.mask());; probe.Advance()) {
    int32_t at = index.Get(probe.slot());
    if (at == kIndexEmpty) return Step::Done(kNone);
    if (at >= 0) {
      DictEntry* entry = entries + at;
      if (entry->key == key) {
        *found = entry;
        return Step::Done(kNone);
      }
      if (entry->hash == hash) {
        Step same = Same(vm, entry->key, key);
        if (!same.done()) return same;
        if (same.value.IsTrue()) {
          *found = entry;
          return Step::Done(kNone);
        }
      }
    }
    if (!vm.meter.Charge(1)) return Step::Limit();
  }
}

Step HashDictKey(Vm& vm, Value key, uint64_t* hash) {
  if (key.IsStr()) {
    *hash = StrHashOf(vm, key);
    return Step::Done(kNone);
  }
  if (key.IsSmallInt()) return Hash(vm, key, hash);
  return HashWithWords(vm, key, hash, kDictKeyWords);
}

bool DictInsert(Vm& vm, Value dict, Value key, uint64_t hash, Value value) {
  Dict* d = vm.heap.At<Dict>(dict);
  NoteChange(vm, d);
  if (d->keys == 0) {
    DictKeys* keys = NewKeys(vm, kDictMinLog2, key.IsStr());
    if (keys == nullptr) return false;
    SetKeys(vm, d, keys);
  }
  DictKeys* keys = vm.heap.At<DictKeys>(d->keys);
  bool mixes = IsOnlyStr(keys) && !key.IsStr();
  if (mixes || keys->fill + d->popped >= keys->capacity) {
    if (!Resize(vm, dict, Log2For(uint64_t{d->used} * 3), !mixes)) return false;
    keys = vm.heap.At<DictKeys>(d->keys);
  }
  Append(vm, keys, hash, key, value);
  ++d->used;
  d->version = vm.next_dict_version++;
  return true;
}

Step DictSetHashed(Vm& vm, Value dict, Value key, uint64_t hash, Value value) {
  DictEntry* entry;
  Step found = DictFind(vm, dict, key, hash, &entry);
  if (!found.done()) return found;
  if (entry != nullptr) {
    NoteChange(vm, vm.heap.At<Dict>(dict));
    vm.heap.Store(vm.heap.At<Object>(vm.heap.At<Dict>(dict)->keys), &entry->value, value);
    return Step::Done(kNone);
  }
  return DictInsert(vm, dict, key, hash, value) ? Step::Done(kNone) : vm.NoRoom();
}

void DictRemove(Vm& vm, Value dict, DictEntry* entry) {
  Dict* d = vm.heap.At<Dict>(dict);
  NoteChange(vm, d);
  DictKeys* keys = vm.heap.At<DictKeys>(d->keys);
  auto at = static_cast<int32_t>(entry - keys->entries());
  DictIndex index(keys);
  DictProbe probe(entry->hash, index.mask());
  for (; index.Get(probe.slot()) != at; probe.Advance()) vm.meter.used += 1;
  index.Set(probe.slot(), kIndexDeleted);
  entry->key = entry->value = kUnbound;
  --d->used;
  d->version = vm.next_dict_version++;
}

void DictClear(Vm& vm, Value dict) {
  Dict* d = vm.heap.At<Dict>(dict);
  NoteChange(vm, d);
  d->used = d->keys = d->popped = 0;
  d->version = vm.next_dict_version++;
}

void DictPopLast(Vm& vm, Value dict, Value* key, Value* value) {
  Dict* d = vm.heap.At<Dict>(dict);
  DictKeys* keys = vm.heap.At<DictKeys>(d->keys);
  uint32_t at = keys->fill - 1;
  while (keys->entries()[at].key.IsUnbound()) --at;
  *key = keys->entries()[at].key;
  *value = keys->entries()[at].value;
  vm.meter.used += keys->fill - at;
  DictRemove(vm, dict, keys->entries() + at);
  d->popped += keys->fill - at;
  keys->fill = at;
}

Value DictCopy(Vm& vm, Value dict) {
  Value copy = vm.NewDict();
  const Dict* source = vm.heap.At<Dict>(dict);
  if (copy.IsUnbound() || source->used == 0) return copy;
  const DictKeys* keys = vm.heap.At<DictKeys>(source->keys);
  // CPython copies a dict with few holes as it lies, holes included, and packs others.
  if (source->used >= keys->fill * uint64_t{2} / 3) return CloneKeys(vm, copy, dict) ? copy : kUnbound;
  if (!Resize(vm, copy, Log2For((uint64_t{source->used} * 3 + 1) / 2), IsOnlyStr(keys))) return kUnbound;
  DictKeys* packed = vm.heap.At<DictKeys>(vm.heap.At<Dict>(copy)->keys);
  ForEachEntry(vm, dict, [&](DictEntry& entry) { Append(vm, packed, entry.hash, entry.key, entry.value); });
  vm.heap.At<Dict>(copy)->used = source->used;
  return copy;
}

bool DictReserve(Vm& vm, Value dict, uint32_t count, bool only_str) {
  Dict* d = vm.heap.At<Dict>(dict);
  uint32_t slots = d->keys == 0 ? 0 : vm.heap.At<DictKeys>(d->keys)->index_slots();
  if (UsableFraction(slots) >= count || count == 0) return true;
  return Resize(vm, dict, Log2For(((uint64_t{d->used} + count) * 3 + 1) / 2), only_str);
}

namespace {

// Is there room for the tables that a dict goes through while `count` new keys are added? Then adding them one by one
// never stops half-way.
bool HasRoomFor(Vm& vm, Value dict, uint32_t count, bool only_str) {
  const Dict* d = vm.heap.At<Dict>(dict);
  uint64_t capacity = 0, fill = 0, used = d->used, bytes = 0, most = used + count;
  if (d->keys != 0) {
    capacity = vm.heap.At<DictKeys>(d->keys)->capacity;
    fill = vm.heap.At<DictKeys>(d->keys)->fill + d->popped;
  }
  auto table = [](uint64_t keys) {
    uint64_t slots = uint64_t{1} << Log2For(keys * 3);
    return sizeof(DictKeys) + slots * 4 + 8 + (slots << 1) / 3 * sizeof(DictEntry);
  };
  // The first key that is no str has a new table made.
  if (d->keys != 0 && !only_str && IsOnlyStr(vm.heap.At<DictKeys>(d->keys))) bytes += table(most);
  while (most - used > capacity - fill) {
    used += capacity - fill;
    uint64_t slots = uint64_t{1} << Log2For(used * 3);
    bytes += table(used);
    capacity = (slots << 1) / 3;
    fill = used;
  }
  if (vm.heap.room() >= bytes) return true;
  vm.heap.wanted = bytes > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(bytes);
  return false;
}

}  // namespace

Step DictUpdateFrom(Vm& vm, Value dict, Value other) {
  if (dict == other || vm.DictSize(other) == 0) return Step::Done(kNone);
  if (!vm.meter.Charge(vm.DictSize(other))) return Step::Limit();
  DictKeys* keys = vm.heap.At<DictKeys>(vm.heap.At<Dict>(other)->keys);
  if (vm.DictSize(dict) == 0 && IsFresh(vm.heap.At<Dict>(other), keys)) {
    return CloneKeys(vm, dict, other) ? Step::Done(kNone) : vm.NoRoom();
  }
  if (!DictReserve(vm, dict, vm.DictSize(other), IsOnlyStr(keys))) return vm.NoRoom();
  if (!HasRoomFor(vm, dict, vm.DictSize(other), IsOnlyStr(keys))) return vm.NoRoom();
  for (uint32_t i = 0; i < keys->fill; ++i) {
    DictEntry& entry = keys->entries()[i];
    if (entry.key.IsUnbound()) continue;
    Step step = DictSetHashed(vm, dict, entry.key, entry.hash, entry.value);
    if (!step.done()) return step;
  }
  return Step::Done(kNone);
}

Step DictGet(Vm& vm, Value dict, Value key) {
  if (key.IsStr() && OnlyStrKeys(vm, dict)) {
    Value* slot = DictSlotStr(vm, dict, key);
    return Step::Done(slot == nullptr ? kUnbound : *slot);
  }
  uint64_t hash;
  Step step = HashDictKey(vm, key, &hash);
  if (!step.done()) return step;
  DictEntry* entry;
  step = DictFind(vm, dict, key, hash, &entry);
  if (!step.done()) return step;
  return Step::Done(entry == nullptr ? kUnbound : entry->value);
}

Step DictSet(Vm& vm, Value dict, Value key, Value value) {
  uint64_t hash;
  Step step = HashDictKey(vm, key, &hash);
  return step.done() ? DictSetHashed(vm, dict, key, hash, value) : step;
}

Step DictDelete(Vm& vm, Value dict, Value key, Value* removed) {
  *removed = kUnbound;
  uint64_t hash;
  Step step = HashDictKey(vm, key, &hash);
  if (!step.done()) return step;
  DictEntry* entry;
  step = DictFind(vm, dict, key, hash, &entry);
  if (!step.done() || entry == nullptr) return step;
  *removed = entry->value;
  DictRemove(vm, dict, entry);
  return Step::Done(kNone);
}

bool Vm::DictSetStr(Value dict, Value key, Value value) {
  Value* slot = DictSlotStr(*this, dict, key);
  if (slot == nullptr) return DictInsert(*this, dict, key, StrHashOf(*this, key), value);
  heap.Store(heap.At<Object>(heap.At<Dict>(dict)->keys), slot, value);
  return true;
}

Value Vm::DictGetStr(Value dict, Value key) {
  Value* slot = DictSlotStr(*this, dict, key);
  return slot == nullptr ? kUnbound : *slot;
}

Value Vm::DictGetAscii(Value dict, std::string_view key) {
  Value found = kUnbound;
  ForEachEntry(*this, dict, [&](DictEntry& entry) {
    if (entry.key.IsStr() && StrIs(entry.key, key)) found = entry.value;
  });
  return found;
}

Step RaiseNotSequence(Vm& vm, int64_t number) {
  // The note is made as a message is: raising formats.
  Step step =
      vm.Raise(TypeId::kTypeError, "Cannot convert dictionary update sequence element #%d to a sequence", number);
  if (step.action != Action::kRaise) return step;
  Value note = SpanOf(vm, vm.heap.At<Exception>(vm.raised)->args).first[0];
  step = vm.Raise(TypeId::kTypeError, "object is not iterable");
  if (step.action != Action::kRaise) return step;
  Value notes = vm.NewList(&note, 1);
  return notes.IsUnbound() || !SetField(vm, vm.raised, "__notes__", notes) ? vm.NoRoom() : step;
}

bool OnlyStrKeys(Vm& vm, Value dict) {
  const Dict* d = vm.heap.At<Dict>(dict);
  return d->keys == 0 || IsOnlyStr(vm.heap.At<DictKeys>(d->keys));
}

namespace {

// Stores the two items of `pair`, the number-th of an update.
Step StorePair(Vm& vm, Value dict, Value pair, int64_t number) {
  if (!IsListOrTuple(pair)) {
    Step step = GetIter(vm, pair);
    if (step.action == Action::kRaise) return RaiseNotSequence(vm, number);
    if (step.done()) step = DrainNatively(vm, step.value);
    if (step.action == Action::kCall) {
      return vm.Raise(TypeId::kTypeError, "|= does not iterate pairs that are generators; use dict.update()");
    }
    if (!step.done()) return step;
    pair = step.value;
  }
  Span parts = SpanOf(vm, pair);
  if (parts.count == 2) return DictSet(vm, dict, parts.first[0], parts.first[1]);
  return vm.Raise(TypeId::kValueError, "dictionary update sequence element #%d has length %d; 2 is required", number,
                  int64_t{parts.count});
}

// dict |= any iterable of pairs. NeedsPython, with the iterator, when it needs that.
Step UpdateInPlace(Vm& vm, Value dict, Value other) {
  if (other.IsObject(Kind::kDict)) return DictUpdateFrom(vm, dict, other);
  if (!IsListOrTuple(other)) {
    Step step = GetIter(vm, other);
    if (!step.done()) return step;
    Value iterator = step.value;
    step = DrainNatively(vm, iterator);
    if (step.action == Action::kCall) return {Action::kCall, static_cast<uint32_t>(BinaryOp::kOr), iterator};
    if (!step.done()) return step;
    other = step.value;
  }
  if (!HasRoomFor(vm, dict, SpanOf(vm, other).count, false)) return vm.NoRoom();
  for (uint32_t k = 0; k < SpanOf(vm, other).count; ++k) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step step = StorePair(vm, dict, SpanOf(vm, other).first[k], k);
    if (!step.done()) return step;
  }
  return Step::Done(kNone);
}

}  // namespace

Step DictBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  if (op != BinaryOp::kOr || !a.IsObject(Kind::kDict)) return Step::Stop();
  if (inplace) {
    Step step = UpdateInPlace(vm, a, b);
    return step.done() ? Step::Done(a) : step;
  }
  if (!b.IsObject(Kind::kDict)) return Step::Stop();
  Value result = DictCopy(vm, a);
  if (result.IsUnbound()) return vm.NoRoom();
  Step step = DictUpdateFrom(vm, result, b);
  return step.done() ? Step::Done(result) : step;
}

}  // namespace garter
