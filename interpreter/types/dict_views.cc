// dict.keys(), dict.values(), dict.items(): views, their set operators, their iterators.
#include "interpreter/types/compare_parts.h"
#include "interpreter/types/containers.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/set.h"
#include "interpreter/types/special_methods.h"
#include "interpreter/types/tables.h"

namespace garter {
namespace {

DictView* ViewOf(Vm& vm, Value v) { return vm.heap.At<DictView>(v); }
bool IsValues(Vm& vm, Value v) { return ViewOf(vm, v)->aux == static_cast<uint16_t>(DictViewKind::kValues); }
// Compares and combines as a set.
bool IsSetLike(Vm& vm, Value v) { return IsAnySet(v) || (v.IsObject(Kind::kDictView) && !IsValues(vm, v)); }

Value SizeOf(Vm& vm, Value v) {
  return Value::SmallInt(IsAnySet(v) ? vm.heap.At<Set>(v)->used : vm.DictSize(ViewOf(vm, v)->dict));
}

// Is every item of `a` in `b`?
Step AllContained(Vm& vm, Value a, Value b) {
  Step iterator = GetIter(vm, a);
  if (!iterator.done()) return iterator;
  for (;;) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step item = Next(vm, iterator.value);
    if (item.action == Action::kStop) return Step::Done(kTrue);
    if (!item.done()) return item;
    Step has = Contains(vm, b, item.value);
    if (!has.done() || has.value.IsFalse()) return has;
  }
}

// Adds the items of any iterable that needs no Python to a set, one by one unless it is a set.
Step AddAll(Vm& vm, Value set, Value iterable) {
  if (IsAnySet(iterable)) return SetMerge(vm, set, iterable);
  if (iterable.IsObject(Kind::kDict)) return SetMergeKeys(vm, set, iterable);
  Step iterator = GetIter(vm, iterable);
  if (!iterator.done()) return iterator;
  Step list = DrainNatively(vm, iterator.value);
  if (!list.done()) return list;
  Span items = SpanOf(vm, list.value);
  for (uint32_t k = 0; k < items.count; ++k) {
    Step step = SetAdd(vm, set, items.first[k]);
    if (!step.done()) return step;
  }
  return Step::Done(set);
}

Step SetFrom(Vm& vm, Value iterable) {
  Value set = vm.NewSet();
  if (set.IsUnbound()) return vm.NoRoom();
  Step step = AddAll(vm, set, iterable);
  return step.done() ? Step::Done(set) : step;
}

// The left side of an operator as a set; that of keys() is made like set(dict).
Step LeftSide(Vm& vm, Value v) {
  bool keys = v.IsObject(Kind::kDictView) && ViewOf(vm, v)->aux == static_cast<uint16_t>(DictViewKind::kKeys);
  return SetFrom(vm, keys ? ViewOf(vm, v)->dict : v);
}

// The items of `walked` that are in `other`, as a set.
Step Intersect(Vm& vm, Value walked, Value other) {
  Value set = vm.NewSet();
  if (set.IsUnbound()) return vm.NoRoom();
  Step iterator = GetIter(vm, walked);
  if (!iterator.done()) return iterator;
  Step list = DrainNatively(vm, iterator.value);
  if (!list.done()) return list;
  Span items = SpanOf(vm, list.value);
  for (uint32_t k = 0; k < items.count; ++k) {
    Step has = Contains(vm, other, items.first[k]);
    if (has.done() && has.value.IsTrue()) has = SetAdd(vm, set, items.first[k]);
    if (!has.done()) return has;
  }
  return Step::Done(set);
}

// view & other, in either order: a set that is not smaller is asked, else the larger view.
Step And(Vm& vm, Value view, Value other) {
  uint32_t size = vm.DictSize(ViewOf(vm, view)->dict);
  if (other.IsObject(Kind::kSet) && size <= vm.heap.At<Set>(other)->used) return Intersect(vm, view, other);
  bool views = other.IsObject(Kind::kDictView) && !IsValues(vm, other);
  if (views && vm.DictSize(ViewOf(vm, other)->dict) > size) return Intersect(vm, view, other);
  return Intersect(vm, other, view);
}

Step Subtract(Vm& vm, Value set, Value other) {
  if (IsAnySet(other)) {
    Step step = SetDifferenceUpdate(vm, set, other);
    return step.done() ? Step::Done(set) : step;
  }
  Step iterator = GetIter(vm, other);
  if (!iterator.done()) return iterator;
  Step list = DrainNatively(vm, iterator.value);
  if (!list.done()) return list;
  Span items = SpanOf(vm, list.value);
  for (uint32_t k = 0; k < items.count; ++k) {
    uint64_t hash;
    Step step = HashSetElement(vm, items.first[k], &hash);
    if (!step.done()) return step;
    SetEntry* entry;
    step = SetFind(vm, set, items.first[k], hash, &entry);
    if (!step.done()) return step;
    if (entry != nullptr) SetRemove(vm, set, entry);
  }
  return SetShrink(vm, set) ? Step::Done(set) : vm.NoRoom();
}

// items() ^ items(): what the smaller dict has left when all pairs of the larger one were struck out is added last.
Step ItemsXor(Vm& vm, Value a, Value b) {
  Value small = ViewOf(vm, a)->dict, large = ViewOf(vm, b)->dict;
  if (vm.DictSize(small) > vm.DictSize(large)) {
    Value swap = small;
    small = large;
    large = swap;
  }
  Value rest = DictCopy(vm, small), result = vm.NewSet();
  if (rest.IsUnbound() || result.IsUnbound()) return vm.NoRoom();
  uint32_t fill = vm.DictSize(large) == 0 ? 0 : vm.heap.At<DictKeys>(vm.heap.At<Dict>(large)->keys)->fill;
  for (uint32_t k = 0; k < fill; ++k) {
    DictEntry& entry = vm.heap.At<DictKeys>(vm.heap.At<Dict>(large)->keys)->entries()[k];
    if (entry.key.IsUnbound()) continue;
    DictEntry* other;
    Step step = DictFind(vm, rest, entry.key, entry.hash, &other);
    if (step.done() && other != nullptr) {
      step = Same(vm, other->value, entry.value);
      if (step.done() && step.value.IsTrue()) {
        DictRemove(vm, rest, other);
        continue;
      }
    }
    if (!step.done()) return step;
    Value parts[2] = {entry.key, entry.value};
    Value pair = vm.NewTuple(parts, 2);
    if (pair.IsUnbound()) return vm.NoRoom();
    step = SetAdd(vm, result, pair);
    if (!step.done()) return step;
  }
  Value items = NewDictView(vm, DictViewKind::kItems, rest);
  if (items.IsUnbound()) return vm.NoRoom();
  Step step = AddAll(vm, result, items);
  return step.done() ? Step::Done(result) : step;
}

bool IsItems(Vm& vm, Value v) {
  return v.IsObject(Kind::kDictView) && ViewOf(vm, v)->aux == static_cast<uint16_t>(DictViewKind::kItems);
}

Step SetOperation(Vm& vm, BinaryOp op, Value a, Value b) {
  if (op == BinaryOp::kAnd) {
    bool left = a.IsObject(Kind::kDictView) && !IsValues(vm, a);
    return left ? And(vm, a, b) : And(vm, b, a);
  }
  if (op == BinaryOp::kXor && IsItems(vm, a) && IsItems(vm, b)) return ItemsXor(vm, a, b);
  Step left = LeftSide(vm, a);
  if (!left.done()) return left;
  if (op == BinaryOp::kSub) return Subtract(vm, left.value, b);
  if (op == BinaryOp::kOr) {
    Step step = AddAll(vm, left.value, b);
    return step.done() ? left : step;
  }
  Step right = IsAnySet(b) ? Step::Done(b) : SetFrom(vm, b);
  if (!right.done()) return right;
  Step step = SetSymmetricDifferenceUpdate(vm, left.value, right.value);
  return step.done() ? left : step;
}

Step IsDisjoint(Vm& vm, Native& n) {
  if (n.phase == 0) {
    Step iterator = GetIter(vm, n.arg(1));
    if (!iterator.done()) return iterator;
    n.slot(0) = iterator.value;
    n.slot(1) = kTrue;
  }
  Step step = ForEach(vm, n, 1, n.slot(0), [&](Value item) {
    Step has = Contains(vm, n.arg(0), item);
    if (!has.done() || has.value.IsFalse()) return has;
    n.slot(1) = kFalse;
    return Step::Stop();
  });
  return step.done() ? Step::Done(n.slot(1)) : step;
}

Step Mapping(Vm& vm, Native& n) { return Step::Done(ViewOf(vm, n.arg(0))->dict); }
Step Len(Vm& vm, Native& n) { return Length(vm, n.arg(0)); }
Step Iter(Vm& vm, Native& n) { return GetIter(vm, n.arg(0)); }
Step Has(Vm& vm, Native& n) { return Contains(vm, n.arg(0), n.arg(1)); }
Step Reversed(Vm& vm, Native& n) {
  const DictView* view = ViewOf(vm, n.arg(0));
  Value iterator = NewReverseDictIterator(vm, view->dict, static_cast<DictViewKind>(view->aux));
  return iterator.IsUnbound() ? vm.NoRoom() : Step::Done(iterator);
}

// The operators of a view take any iterable.
bool IsAnything(Value) { return true; }

constexpr BuiltinRow kSetLikeRows[] = {
    {"isdisjoint", "($self, other, /)", IsDisjoint, 2},
    {"mapping", "($self)", Mapping, 0, BuiltinRow::kGetter},
    {"__reversed__", "($self, /)", Reversed},
    {"__len__", "($self, /)", Len, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", Iter, 0, BuiltinRow::kSlotWrapper},
    {"__contains__", "($self, key, /)", Has, 0, BuiltinRow::kSlotWrapper},
    GARTER_BOTH_ROWS("or", BinaryOp::kOr, IsAnything),
    GARTER_BOTH_ROWS("and", BinaryOp::kAnd, IsAnything),
    GARTER_BOTH_ROWS("sub", BinaryOp::kSub, IsAnything),
    GARTER_BOTH_ROWS("xor", BinaryOp::kXor, IsAnything),
    GARTER_NO_HASH_ROW,
};
constexpr BuiltinRow kValuesRows[] = {
    {"mapping", "($self)", Mapping, 0, BuiltinRow::kGetter},
    {"__reversed__", "($self, /)", Reversed},
    {"__len__", "($self, /)", Len, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", Iter, 0, BuiltinRow::kSlotWrapper},
};

// A read-only view of the namespace of a class: what a dict has that does not change it.
template <DictViewKind kind>
Step ProxyView(Vm& vm, Native& n) {
  Value view = NewDictView(vm, kind, ViewOf(vm, n.arg(0))->dict);
  return view.IsUnbound() ? vm.NoRoom() : Step::Done(view);
}
Step ProxyGet(Vm& vm, Native& n) {
  Step found = DictGet(vm, ViewOf(vm, n.arg(0))->dict, n.arg(1));
  if (found.done() && found.value.IsUnbound()) found.value = n.has(2) ? n.arg(2) : kNone;
  return found;
}
Step ProxyItem(Vm& vm, Native& n) { return GetItem(vm, n.arg(0), n.arg(1)); }
Step ProxyCopy(Vm& vm, Native& n) {
  Value copy = DictCopy(vm, ViewOf(vm, n.arg(0))->dict);
  return copy.IsUnbound() ? vm.NoRoom() : Step::Done(copy);
}

constexpr BuiltinRow kProxyRows[] = {
    {"get", "($self, key, default=None, /)", ProxyGet},
    {"keys", "($self, /)", ProxyView<DictViewKind::kKeys>},
    {"values", "($self, /)", ProxyView<DictViewKind::kValues>},
    {"items", "($self, /)", ProxyView<DictViewKind::kItems>},
    {"copy", "($self, /)", ProxyCopy},
    {"__reversed__", "($self, /)", Reversed},
    {"__len__", "($self, /)", Len, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", Iter, 0, BuiltinRow::kSlotWrapper},
    {"__contains__", "($self, key, /)", Has, 0, BuiltinRow::kSlotWrapper},
    {"__getitem__", "($self, key, /)", ProxyItem, 0, BuiltinRow::kSlotWrapper},
};

}  // namespace

const TypeTable kMappingProxyTable = {kProxyRows, sizeof(kProxyRows) / sizeof(kProxyRows[0]), nullptr};
const TypeTable kDictKeysTable = {kSetLikeRows, sizeof(kSetLikeRows) / sizeof(kSetLikeRows[0]), nullptr};
const TypeTable kDictItemsTable = {kSetLikeRows, sizeof(kSetLikeRows) / sizeof(kSetLikeRows[0]), nullptr};
const TypeTable kDictValuesTable = {kValuesRows, sizeof(kValuesRows) / sizeof(kValuesRows[0]), nullptr};

Value NewDictView(Vm& vm, DictViewKind kind, Value dict) {
  DictView* view = vm.heap.New<DictView>(Kind::kDictView, static_cast<uint16_t>(kind));
  if (view == nullptr) return kUnbound;
  view->dict = dict;
  return vm.heap.ValueOf(view);
}

Value NewReverseDictIterator(Vm& vm, Value dict, DictViewKind kind) {
  const Dict* d = vm.heap.At<Dict>(dict);
  int64_t last = d->keys == 0 ? -1 : int64_t{vm.heap.At<DictKeys>(d->keys)->fill} - 1;
  Value size = Value::SmallInt(d->used);
  auto iterator = static_cast<IteratorKind>(static_cast<int>(IteratorKind::kDictKeysReverse) + static_cast<int>(kind));
  return NewIterator(vm, iterator, dict, last, size, size);
}

Step DictViewBinary(Vm& vm, BinaryOp op, Value a, Value b, bool) {
  bool of_left = a.IsObject(Kind::kDictView) && !IsValues(vm, a);
  bool of_right = b.IsObject(Kind::kDictView) && !IsValues(vm, b);
  if (!of_left && !of_right) return Step::Stop();
  if (of_left && !IsAnySet(b) && !b.IsObject(Kind::kDictView)) {
    // Any iterable will do on the right: as a list, so that it can be walked more than once.
    Step step = GetIter(vm, b);
    if (!step.done()) return step;
    Value iterator = step.value;
    step = DrainNatively(vm, iterator);
    if (step.action == Action::kCall) return {Action::kCall, static_cast<uint32_t>(op), iterator};
    if (!step.done()) return step;
    b = step.value;
  }
  return SetOperation(vm, op, a, b);
}

Step CompareSets(Vm& vm, CompareOp op, Value a, Value b) {
  if (!IsSetLike(vm, a) || !IsSetLike(vm, b)) return Step::Stop();
  int64_t x = SizeOf(vm, a).AsSmallInt(), y = SizeOf(vm, b).AsSmallInt();
  auto subset = [&](Value p, Value q) {
    return IsAnySet(p) && IsAnySet(q) ? IsSubset(vm, p, q) : AllContained(vm, p, q);
  };
  switch (op) {
    case CompareOp::kEqual:
    case CompareOp::kNotEqual: {
      Step equal = x == y ? subset(a, b) : Step::Done(kFalse);
      if (equal.done() && op == CompareOp::kNotEqual) equal.value = Value::Bool(equal.value.IsFalse());
      return equal;
    }
    case CompareOp::kLess:
      return x < y ? subset(a, b) : Step::Done(kFalse);
    case CompareOp::kLessEqual:
      return x <= y ? subset(a, b) : Step::Done(kFalse);
    case CompareOp::kGreater:
      return x > y ? subset(b, a) : Step::Done(kFalse);
    case CompareOp::kGreaterEqual:
      return x >= y ? subset(b, a) : Step::Done(kFalse);
  }
  return Step::Stop();
}

}  // namespace garter
