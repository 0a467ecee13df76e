// set and frozenset: their methods.
//
// A method takes any iterable where an operator takes sets alone. What is not a set is iterated, if need be by Python,
// into a set or straight into the result, in the order and with the growth that CPython has.
#include "interpreter/types/generic.h"
#include "interpreter/types/containers.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/set.h"
#include "interpreter/types/special_methods.h"
#include "interpreter/types/tables.h"

namespace garter {
namespace {

// Slots: 0 the result or the set at work, 1 which argument, 2 the iterator, 3 a set made of that argument.
enum Slot { kResult, kArgument, kIterator, kTemporary, kSetSlots };
enum Phase : uint32_t { kStart, kItem, kGoOn };

Step Made(Vm& vm, Value v) { return v.IsUnbound() ? vm.NoRoom() : Step::Done(v); }

Step Add(Vm& vm, Native& n) {
  Step step = SetAdd(vm, n.arg(0), n.arg(1));
  return step.done() ? Step::Done(kNone) : step;
}

// The entry of a key for remove() and discard().
Step FindProbe(Vm& vm, Value set, Value key, SetEntry** entry) {
  uint64_t hash;
  Step step = HashSetProbe(vm, key, &hash);
  return step.done() ? SetFind(vm, set, key, hash, entry) : step;
}

Step Remove(Vm& vm, Native& n) {
  SetEntry* entry;
  Step step = FindProbe(vm, n.arg(0), n.arg(1), &entry);
  if (!step.done()) return step;
  if (entry == nullptr) return vm.RaiseValue(TypeId::kKeyError, n.arg(1));
  SetRemove(vm, n.arg(0), entry);
  return Step::Done(kNone);
}

Step Discard(Vm& vm, Native& n) {
  SetEntry* entry;
  Step step = FindProbe(vm, n.arg(0), n.arg(1), &entry);
  if (!step.done()) return step;
  if (entry != nullptr) SetRemove(vm, n.arg(0), entry);
  return Step::Done(kNone);
}

Step Pop(Vm& vm, Native& n) {
  if (vm.heap.At<Set>(n.arg(0))->used == 0) return vm.Raise(TypeId::kKeyError, "pop from an empty set");
  return SetPop(vm, n.arg(0));
}

Step Clear(Vm& vm, Native& n) {
  SetClear(vm, n.arg(0));
  return Step::Done(kNone);
}

Step Copy(Vm& vm, Native& n) {
  if (n.arg(0).IsObject(Kind::kFrozenSet)) return Step::Done(n.arg(0));
  return Made(vm, CopySet(vm, Kind::kSet, n.arg(0)));
}

// Adds what `source` has to `set`. Entered with kStart or kGoOn first; kIterator is Unbound then.
Step UpdateFrom(Vm& vm, Native& n, Value set, Value source) {
  if (n.phase != kItem && n.slot(kIterator).IsUnbound()) {
    if (IsAnySet(source)) return SetMerge(vm, set, source);
    if (source.IsObject(Kind::kDict)) return SetMergeKeys(vm, set, source);
    Step iterator = GetIter(vm, source);
    if (!iterator.done()) return iterator;
    n.slot(kIterator) = iterator.value;
  }
  Step step = ForEach(vm, n, kItem, n.slot(kIterator), [&](Value item) { return SetAdd(vm, set, item); });
  if (step.done()) {
    n.slot(kIterator) = kUnbound;
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  return step;
}

// set(iterable) and frozenset(iterable).
Step New(Vm& vm, Native& n) {
  auto type = static_cast<TypeId>(n.arg(0).payload());
  Kind kind = type == TypeId::kFrozenSet ? Kind::kFrozenSet : Kind::kSet;
  if (n.phase == kStart) {
    if (kind == Kind::kFrozenSet && n.has(1) && n.arg(1).IsObject(Kind::kFrozenSet)) return Step::Done(n.arg(1));
    Value set = NewAnySet(vm, kind);
    if (set.IsUnbound()) return vm.NoRoom();
    if (!n.has(1)) return Step::Done(set);
    n.slot(kResult) = set;
    n.slot(kIterator) = kUnbound;
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  Step step = UpdateFrom(vm, n, n.slot(kResult), n.arg(1));
  return step.done() ? Step::Done(n.slot(kResult)) : step;
}

// Calls work(argument, first) for each argument of a raw method. `work` comes back to the same argument after a call.
template <typename Work>
Step ForArguments(Vm& vm, Native& n, Work work) {
  for (auto k = static_cast<uint32_t>(n.slot(kArgument).AsSmallInt()); k < n.argument_count; ++k) {
    n.slot(kArgument) = Value::SmallInt(k);
    Step step = work(n.arg(k));
    if (!step.done()) return step;
    n.slot(kTemporary) = kUnbound;
    n.slot(kArgument) = Value::SmallInt(k + 1);
    n.settled = vm.meter.used;
  }
  n.slot(kArgument) = Value::SmallInt(n.argument_count);
  return Step::Done(kNone);
}

void Begin(Vm& vm, Native& n, Value result) {
  n.slot(kResult) = result;
  n.slot(kArgument) = Value::SmallInt(1);
  n.slot(kIterator) = n.slot(kTemporary) = kUnbound;
  n.phase = kGoOn;
  n.settled = vm.meter.used;
}

Step RefuseKeywords(Vm& vm, const Native& n, const char* name) {
  if (n.phase != kStart || n.keyword_names.IsUnbound()) return Step::Done(kNone);
  if (vm.heap.At<Tuple>(n.keyword_names)->count == 0) return Step::Done(kNone);
  return vm.Raise(TypeId::kTypeError, "%N.%s() takes no keyword arguments", static_cast<int>(vm.TypeOf(n.arg(0))),
                  name);
}

Step Update(Vm& vm, Native& n) {
  Step step = RefuseKeywords(vm, n, "update");
  if (!step.done()) return step;
  if (n.phase == kStart) Begin(vm, n, n.arg(0));
  return ForArguments(vm, n, [&](Value other) { return UpdateFrom(vm, n, n.arg(0), other); });
}

Step Union(Vm& vm, Native& n) {
  Step step = RefuseKeywords(vm, n, "union");
  if (!step.done()) return step;
  if (n.phase == kStart) {
    Value copy = CopySet(vm, n.arg(0).kind(), n.arg(0));
    if (copy.IsUnbound()) return vm.NoRoom();
    Begin(vm, n, copy);
  }
  step = ForArguments(vm, n, [&](Value other) {
    return other == n.arg(0) ? Step::Done(kNone) : UpdateFrom(vm, n, n.slot(kResult), other);
  });
  return step.done() ? Step::Done(n.slot(kResult)) : step;
}

// slot kResult &= other.
Step IntersectWith(Vm& vm, Native& n, Value other) {
  Value set = n.slot(kResult);
  if (IsAnySet(other)) {
    Step step = SetIntersection(vm, set, other);
    if (step.done()) n.slot(kResult) = step.value;
    return step;
  }
  if (n.slot(kTemporary).IsUnbound()) {
    Step iterator = GetIter(vm, other);
    if (!iterator.done()) return iterator;
    Value result = NewAnySet(vm, set.kind());
    if (result.IsUnbound()) return vm.NoRoom();
    n.slot(kIterator) = iterator.value;
    n.slot(kTemporary) = result;
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  Step step = ForEach(vm, n, kItem, n.slot(kIterator), [&](Value item) {
    uint64_t hash;
    Step found = Hash(vm, item, &hash);
    if (!found.done()) return found;
    SetEntry* entry;
    found = SetFind(vm, set, item, hash, &entry);
    if (!found.done() || entry == nullptr) return found;
    return SetAddHashed(vm, n.slot(kTemporary), item, hash);
  });
  if (!step.done()) return step;
  n.slot(kResult) = n.slot(kTemporary);
  n.slot(kIterator) = kUnbound;
  n.phase = kGoOn;
  n.settled = vm.meter.used;
  return step;
}

Step Intersect(Vm& vm, Native& n, const char* name) {
  Step step = RefuseKeywords(vm, n, name);
  if (!step.done()) return step;
  if (n.phase == kStart) {
    Begin(vm, n, n.arg(0));
    if (n.argument_count == 1) {
      Value copy = CopySet(vm, n.arg(0).kind(), n.arg(0));
      if (copy.IsUnbound()) {
        n.phase = kStart;
        return vm.NoRoom();
      }
      n.slot(kResult) = copy;
    }
  }
  return ForArguments(vm, n, [&](Value other) { return IntersectWith(vm, n, other); });
}

Step Intersection(Vm& vm, Native& n) {
  Step step = Intersect(vm, n, "intersection");
  return step.done() ? Step::Done(n.slot(kResult)) : step;
}

Step IntersectionUpdate(Vm& vm, Native& n) {
  Step step = Intersect(vm, n, "intersection_update");
  if (!step.done()) return step;
  if (!(n.slot(kResult) == n.arg(0))) TakeSet(vm, n.arg(0), n.slot(kResult));
  return Step::Done(kNone);
}

// slot kResult -= other, in place.
Step SubtractInPlace(Vm& vm, Native& n, Value other) {
  if (n.phase != kItem && IsAnySet(other)) return SetDifferenceUpdate(vm, n.slot(kResult), other);
  if (n.slot(kIterator).IsUnbound()) {
    Step iterator = GetIter(vm, other);
    if (!iterator.done()) return iterator;
    n.slot(kIterator) = iterator.value;
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  Step step = ForEach(vm, n, kItem, n.slot(kIterator), [&](Value item) {
    uint64_t hash;
    Step found = HashSetElement(vm, item, &hash);
    if (!found.done()) return found;
    SetEntry* entry;
    found = SetFind(vm, n.slot(kResult), item, hash, &entry);
    if (found.done() && entry != nullptr) SetRemove(vm, n.slot(kResult), entry);
    return found;
  });
  if (!step.done()) return step;
  if (!SetShrink(vm, n.slot(kResult))) return vm.NoRoom();
  n.slot(kIterator) = kUnbound;
  n.phase = kGoOn;
  n.settled = vm.meter.used;
  return step;
}

Step DifferenceUpdate(Vm& vm, Native& n) {
  Step step = RefuseKeywords(vm, n, "difference_update");
  if (!step.done()) return step;
  if (n.phase == kStart) Begin(vm, n, n.arg(0));
  return ForArguments(vm, n, [&](Value other) { return SubtractInPlace(vm, n, other); });
}

Step Difference(Vm& vm, Native& n) {
  Step step = RefuseKeywords(vm, n, "difference");
  if (!step.done()) return step;
  if (n.phase == kStart) {
    // The first argument, when it is a set or a dict, is subtracted the way the operator does it.
    bool direct = n.argument_count > 1 && (IsAnySet(n.arg(1)) || n.arg(1).IsObject(Kind::kDict));
    step = direct ? SetDifference(vm, n.arg(0), n.arg(1)) : Made(vm, CopySet(vm, n.arg(0).kind(), n.arg(0)));
    if (!step.done()) return step;
    Begin(vm, n, step.value);
    if (direct) n.slot(kArgument) = Value::SmallInt(2);
  }
  step = ForArguments(vm, n, [&](Value other) { return SubtractInPlace(vm, n, other); });
  return step.done() ? Step::Done(n.slot(kResult)) : step;
}

// The argument as a set: itself, or a new one in kTemporary. Done: slot kTemporary.
Step ArgumentAsSet(Vm& vm, Native& n, Value other, bool copy) {
  if (n.phase == kStart) {
    n.slot(kIterator) = kUnbound;
    n.slot(kTemporary) = other;
    if (IsAnySet(other) && !copy) {
      n.phase = kGoOn;
      n.settled = vm.meter.used;
      return Step::Done(kNone);
    }
    Value set = NewAnySet(vm, n.arg(0).kind());
    if (set.IsUnbound()) return vm.NoRoom();
    n.slot(kTemporary) = set;
    n.slot(kArgument) = Value::SmallInt(0);
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  if (n.slot(kArgument) == Value::SmallInt(1)) return Step::Done(kNone);
  Step step = UpdateFrom(vm, n, n.slot(kTemporary), other);
  if (step.done()) {
    n.slot(kArgument) = Value::SmallInt(1);
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  return step;
}

Step SymmetricDifference(Vm& vm, Native& n) {
  Step step = ArgumentAsSet(vm, n, n.arg(1), true);
  if (!step.done()) return step;
  step = SetSymmetricDifferenceUpdate(vm, n.slot(kTemporary), n.arg(0));
  return step.done() ? Step::Done(n.slot(kTemporary)) : step;
}

Step SymmetricDifferenceUpdate(Vm& vm, Native& n) {
  if (n.phase == kStart && n.arg(1).IsObject(Kind::kDict)) return SetSymmetricDifferenceKeys(vm, n.arg(0), n.arg(1));
  Step step = ArgumentAsSet(vm, n, n.arg(1), false);
  if (!step.done()) return step;
  step = SetBinary(vm, BinaryOp::kXor, n.arg(0), n.slot(kTemporary), true);
  return step.done() ? Step::Done(kNone) : step;
}

Step IsDisjoint(Vm& vm, Native& n) {
  if (n.phase == kStart) {
    Value other = n.arg(1);
    if (IsAnySet(other)) return SetsDisjoint(vm, n.arg(0), other);
    Step iterator = GetIter(vm, other);
    if (!iterator.done()) return iterator;
    n.slot(kIterator) = iterator.value;
    n.slot(kResult) = kTrue;
  }
  Step step = ForEach(vm, n, kItem, n.slot(kIterator), [&](Value item) {
    uint64_t hash;
    Step found = HashSetElement(vm, item, &hash);
    if (!found.done()) return found;
    SetEntry* entry;
    found = SetFind(vm, n.arg(0), item, hash, &entry);
    if (!found.done() || entry == nullptr) return found;
    n.slot(kResult) = kFalse;
    return Step::Stop();
  });
  return step.done() ? Step::Done(n.slot(kResult)) : step;
}

Step IsSubsetMethod(Vm& vm, Native& n) {
  if (n.phase == kStart && IsAnySet(n.arg(1))) return IsSubset(vm, n.arg(0), n.arg(1));
  // What the other has of this one must be all of it.
  if (n.phase == kStart) Begin(vm, n, n.arg(0));
  Step step = IntersectWith(vm, n, n.arg(1));
  if (!step.done()) return step;
  return Step::Done(Value::Bool(vm.heap.At<Set>(n.slot(kResult))->used == vm.heap.At<Set>(n.arg(0))->used));
}

Step IsSupersetMethod(Vm& vm, Native& n) {
  if (n.phase == kStart) {
    if (IsAnySet(n.arg(1))) return IsSubset(vm, n.arg(1), n.arg(0));
    Step iterator = GetIter(vm, n.arg(1));
    if (!iterator.done()) return iterator;
    n.slot(kIterator) = iterator.value;
    n.slot(kResult) = kTrue;
  }
  Step step = ForEach(vm, n, kItem, n.slot(kIterator), [&](Value item) {
    uint64_t hash;
    Step found = HashSetElement(vm, item, &hash);
    if (!found.done()) return found;
    SetEntry* entry;
    found = SetFind(vm, n.arg(0), item, hash, &entry);
    if (!found.done() || entry != nullptr) return found;
    n.slot(kResult) = kFalse;
    return Step::Stop();
  });
  return step.done() ? Step::Done(n.slot(kResult)) : step;
}

Step Len(Vm& vm, Native& n) { return Length(vm, n.arg(0)); }
Step Iter(Vm& vm, Native& n) { return GetIter(vm, n.arg(0)); }
Step Has(Vm& vm, Native& n) { return SetContains(vm, n.arg(0), n.arg(1)); }

constexpr int kRaw = BuiltinRow::kRaw;
#define GARTER_SET_OPERATOR_ROWS                                                                      \
  GARTER_BOTH_ROWS("or", BinaryOp::kOr, IsAnySet), GARTER_BOTH_ROWS("and", BinaryOp::kAnd, IsAnySet), \
      GARTER_BOTH_ROWS("sub", BinaryOp::kSub, IsAnySet), GARTER_BOTH_ROWS("xor", BinaryOp::kXor, IsAnySet)
constexpr BuiltinRow kSetRows[] = {
    GARTER_CLASS_GETITEM_ROW,
    {"add", "($self, object, /)", Add},
    {"remove", "($self, object, /)", Remove},
    {"discard", "($self, object, /)", Discard},
    {"pop", "($self, /)", Pop},
    {"clear", "($self, /)", Clear},
    {"copy", "($self, /)", Copy},
    {"update", "($self, /, *others)", Update, kSetSlots, kRaw},
    {"union", "($self, /, *others)", Union, kSetSlots, kRaw},
    {"intersection", "($self, /, *others)", Intersection, kSetSlots, kRaw},
    {"intersection_update", "($self, /, *others)", IntersectionUpdate, kSetSlots, kRaw},
    {"difference", "($self, /, *others)", Difference, kSetSlots, kRaw},
    {"difference_update", "($self, /, *others)", DifferenceUpdate, kSetSlots, kRaw},
    {"symmetric_difference", "($self, other, /)", SymmetricDifference, kSetSlots},
    {"symmetric_difference_update", "($self, other, /)", SymmetricDifferenceUpdate, kSetSlots},
    {"isdisjoint", "($self, other, /)", IsDisjoint, kSetSlots},
    {"issubset", "($self, other, /)", IsSubsetMethod, kSetSlots},
    {"issuperset", "($self, other, /)", IsSupersetMethod, kSetSlots},
    {"__contains__", "($self, object, /)", Has},
    {"__len__", "($self, /)", Len, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", Iter, 0, BuiltinRow::kSlotWrapper},
    GARTER_SET_OPERATOR_ROWS,
    GARTER_INPLACE_ROW("or", BinaryOp::kOr, IsAnySet),
    GARTER_INPLACE_ROW("and", BinaryOp::kAnd, IsAnySet),
    GARTER_INPLACE_ROW("sub", BinaryOp::kSub, IsAnySet),
    GARTER_INPLACE_ROW("xor", BinaryOp::kXor, IsAnySet),
    GARTER_NO_HASH_ROW,
};
constexpr BuiltinRow kFrozenSetRows[] = {
    GARTER_CLASS_GETITEM_ROW,
    {"copy", "($self, /)", Copy},
    {"union", "($self, /, *others)", Union, kSetSlots, kRaw},
    {"intersection", "($self, /, *others)", Intersection, kSetSlots, kRaw},
    {"difference", "($self, /, *others)", Difference, kSetSlots, kRaw},
    {"symmetric_difference", "($self, other, /)", SymmetricDifference, kSetSlots},
    {"isdisjoint", "($self, other, /)", IsDisjoint, kSetSlots},
    {"issubset", "($self, other, /)", IsSubsetMethod, kSetSlots},
    {"issuperset", "($self, other, /)", IsSupersetMethod, kSetSlots},
    {"__contains__", "($self, object, /)", Has},
    {"__len__", "($self, /)", Len, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", Iter, 0, BuiltinRow::kSlotWrapper},
    GARTER_SET_OPERATOR_ROWS,
};
constexpr BuiltinRow kSetConstructor = {"set", "($self, iterable=(), /)", New, kSetSlots};
constexpr BuiltinRow kFrozenSetConstructor = {"frozenset", "($self, iterable=(), /)", New, kSetSlots};

}  // namespace

const TypeTable kSetTable = {kSetRows, sizeof(kSetRows) / sizeof(kSetRows[0]), &kSetConstructor};
const TypeTable kFrozenSetTable = {kFrozenSetRows, sizeof(kFrozenSetRows) / sizeof(kFrozenSetRows[0]),
                                   &kFrozenSetConstructor};

}  // namespace garter
