// The lazy builtins (enumerate, zip, map, filter, reversed), the iterators of the containers: their
// constructors and methods. How they advance is in vm/iterate.cc.
#include "interpreter/types/convert.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/function_rows.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/set.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

Step Made(Vm& vm, Value v) { return v.IsUnbound() ? vm.NoRoom() : Step::Done(v); }

// ---- what all iterators have ------------------------------------------------------------------------------------------

Step Self(Vm&, Native& n) { return Step::Done(n.arg(0)); }

// __next__: Stop becomes StopIteration in the loop.
Step NextMethod(Vm& vm, Native& n) {
  if (n.phase == 0) {
    Step step = Next(vm, n.arg(0));
    return step.action == Action::kCall ? n.Next(1, n.arg(0)) : step;
  }
  return n.stopped ? Step::Stop(n.input) : Step::Done(n.input);
}

// How many items are left, as far as that is known.
Step LengthHint(Vm& vm, Native& n) {
  const Iterator* it = vm.heap.At<Iterator>(n.arg(0));
  int64_t left = 0;
  switch (static_cast<IteratorKind>(it->aux)) {
    case IteratorKind::kRange:
      if (!it->source.IsNone()) return Step::Done(it->third);
      left = (it->second.AsSmallInt() - it->index) / it->third.AsSmallInt();
      break;
    case IteratorKind::kList:
    case IteratorKind::kTuple:
    case IteratorKind::kStr:
    case IteratorKind::kBytes: {
      if (it->source.IsUnbound()) break;
      Step length = Length(vm, it->source);
      if (!length.done()) return length;
      left = length.value.AsSmallInt() - it->index;
      break;
    }
    case IteratorKind::kListReverse: {
      if (it->source.IsUnbound()) break;
      left = it->index < SpanOf(vm, it->source).count ? it->index + 1 : 0;
      break;
    }
    case IteratorKind::kReversed:
      left = it->source.IsUnbound() ? 0 : it->index + 1;
      break;
    case IteratorKind::kSet:
      if (!it->source.IsUnbound() && it->second.AsSmallInt() == vm.heap.At<Set>(it->source)->used)
        left = it->third.AsSmallInt();
      break;
    default:
      if (!it->source.IsUnbound() && it->second.AsSmallInt() == vm.DictSize(it->source)) left = it->third.AsSmallInt();
      break;
  }
  return Step::Done(Value::SmallInt(left < 0 ? 0 : left));
}

constexpr BuiltinRow kIteratorRows[] = {
    {"__iter__", "($self, /)", Self, 0, BuiltinRow::kSlotWrapper},
    {"__next__", "($self, /)", NextMethod, 0, BuiltinRow::kSlotWrapper},
    {"__length_hint__", "($self, /)", LengthHint},
};
constexpr uint32_t kIteratorRowCount = sizeof(kIteratorRows) / sizeof(kIteratorRows[0]);
constexpr uint32_t kLazyRowCount = 2;  // without __length_hint__
const TypeTable kContainerIteratorTable = {kIteratorRows, kIteratorRowCount, nullptr};
const TypeTable kCallableIteratorTable = {kIteratorRows, kLazyRowCount, nullptr};

// ---- constructors -----------------------------------------------------------------------------------------------------

uint32_t KeywordCount(Vm& vm, const Native& n) {
  return n.keyword_names.IsUnbound() ? 0 : vm.heap.At<Tuple>(n.keyword_names)->count;
}

// enumerate(iterable, start) by position or by name; it has errors of its own.
Step EnumerateArguments(Vm& vm, Native& n, Value* iterable, Value* start) {
  uint32_t keywords = KeywordCount(vm, n), positional = n.argument_count - 1 - keywords;
  if (positional > 0 && positional + keywords > 2) {
    return vm.Raise(TypeId::kTypeError, "enumerate() takes at most 2 arguments (%d given)",
                    int64_t{positional} + keywords);
  }
  if (positional == 0 && keywords != 1 && keywords != 2) {
    return vm.Raise(TypeId::kTypeError, "enumerate() missing required argument 'iterable'");
  }
  if (positional > 0) *iterable = n.arg(1);
  if (positional > 1) *start = n.arg(2);
  for (uint32_t k = 0; k < keywords; ++k) {
    Value name = vm.heap.At<Tuple>(n.keyword_names)->items()[k];
    Value value = n.arg(1 + positional + k);
    bool first = positional == 0 && vm.StrIs(name, "iterable");
    // `start` alone names nothing to enumerate.
    bool second = positional + keywords == 2 && vm.StrIs(name, "start");
    if (!first && !second)
      return vm.Raise(TypeId::kTypeError, "'%S' is an invalid keyword argument for enumerate()", name);
    (first ? *iterable : *start) = value;
  }
  return Step::Done(kNone);
}

Step EnumerateNew(Vm& vm, Native& n) {
  Value iterable = kNone, start = Value::SmallInt(0);
  Step step = EnumerateArguments(vm, n, &iterable, &start);
  if (!step.done()) return step;
  if (IsUserObject(vm, start)) {
    Step converted = Index(vm, start);
    if (!converted.done()) return converted;
    start = converted.value;
  }
  if (start.IsBool()) start = Value::SmallInt(start.payload());
  if (!start.IsAnyInt()) return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", start);
  Step iterator = GetIter(vm, iterable);
  if (!iterator.done()) return iterator;
  int64_t index = 0;
  bool fits = vm.AsInt64(start, &index);
  return Made(vm, NewIterator(vm, IteratorKind::kEnumerate, kNone, index, iterator.value, fits ? kNone : start));
}

// The one keyword of zip and map.
Step StrictOf(Vm& vm, Native& n, const BuiltinRow& row, bool* strict) {
  *strict = false;
  uint32_t keywords = KeywordCount(vm, n);
  if (keywords > 1) {
    return vm.Raise(TypeId::kTypeError, "%s() takes at most 1 keyword argument (%d given)", row.name,
                    int64_t{keywords});
  }
  for (uint32_t k = 0; k < keywords; ++k) {
    Value name = vm.heap.At<Tuple>(n.keyword_names)->items()[k];
    if (!vm.StrIs(name, "strict")) return RaiseUnexpectedKeyword(vm, row, name);
    Step truth = Truth(vm, n.arg(n.argument_count - keywords + k));
    if (!truth.done()) return truth;
    *strict = truth.value.IsTrue();
  }
  return Step::Done(kNone);
}

// A tuple of iterators over the arguments from `first` on.
Step IteratorsOf(Vm& vm, Native& n, uint32_t first, uint32_t count) {
  Value tuple = vm.EmptyTuple();
  if (tuple.IsUnbound()) return vm.NoRoom();
  if (count == 0) return Step::Done(tuple);
  tuple = vm.NewTuple(&n.arg(first), count, true);
  if (tuple.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < count; ++k) {
    Step iterator = GetIter(vm, n.arg(first + k));
    if (!iterator.done()) return iterator;
    vm.heap.At<Tuple>(tuple)->items()[k] = iterator.value;
  }
  return Step::Done(tuple);
}

Step ZipNew(Vm& vm, Native& n);
Step MapNew(Vm& vm, Native& n);

constexpr BuiltinRow kEnumerateConstructor = {"enumerate", "($self, iterable, start=0)", EnumerateNew, 0,
                                              BuiltinRow::kRaw};
constexpr BuiltinRow kZipConstructor = {"zip", "($self, /, *iterables, strict=False)", ZipNew, 0, BuiltinRow::kRaw};
constexpr BuiltinRow kMapConstructor = {"map", "($self, function, iterable, /, *iterables, strict=False)", MapNew, 0,
                                        BuiltinRow::kRaw};

Step ZipNew(Vm& vm, Native& n) {
  bool strict;
  Step step = StrictOf(vm, n, kZipConstructor, &strict);
  if (step.done()) step = IteratorsOf(vm, n, 1, n.argument_count - 1 - KeywordCount(vm, n));
  if (!step.done()) return step;
  return Made(vm, NewIterator(vm, IteratorKind::kZip, step.value, 0, kNone, Value::Bool(strict)));
}

Step MapNew(Vm& vm, Native& n) {
  bool strict;
  Step step = StrictOf(vm, n, kMapConstructor, &strict);
  if (!step.done()) return step;
  uint32_t given = n.argument_count - 1 - KeywordCount(vm, n);
  if (given < 2) return vm.Raise(TypeId::kTypeError, "map() must have at least two arguments.");
  step = IteratorsOf(vm, n, 2, given - 1);
  if (!step.done()) return step;
  return Made(vm, NewIterator(vm, IteratorKind::kMap, n.arg(1), 0, step.value, Value::Bool(strict)));
}

Step FilterNew(Vm& vm, Native& n) {
  Step iterator = GetIter(vm, n.arg(2));
  if (!iterator.done()) return iterator;
  return Made(vm, NewIterator(vm, IteratorKind::kFilter, n.arg(1), 0, iterator.value, kNone));
}

Step ReversedNew(Vm& vm, Native& n) {
  if (KeywordCount(vm, n) > 0) return vm.Raise(TypeId::kTypeError, "reversed() takes no keyword arguments");
  if (n.argument_count != 2) {
    return vm.Raise(TypeId::kTypeError, "reversed expected 1 argument, got %d", int64_t{n.argument_count} - 1);
  }
  Value v = n.arg(1);
  switch (v.kind()) {
    case Kind::kList:
      return Made(vm, NewIterator(vm, IteratorKind::kListReverse, v, int64_t{SpanOf(vm, v).count} - 1, kNone, kNone));
    case Kind::kDict:
      return Made(vm, NewReverseDictIterator(vm, v, DictViewKind::kKeys));
    case Kind::kDictView: {
      const DictView* view = vm.heap.At<DictView>(v);
      return Made(vm, NewReverseDictIterator(vm, view->dict, static_cast<DictViewKind>(view->aux)));
    }
    case Kind::kRange:
      return RangeIterator(vm, v, true);
    case Kind::kTuple:
    case Kind::kStr:
    case Kind::kBytes: {
      Step length = Length(vm, v);
      if (!length.done()) return length;
      return Made(vm, NewIterator(vm, IteratorKind::kReversed, v, length.value.AsSmallInt() - 1, kNone, kNone));
    }
    default:
      break;
  }
  if (IsUserObject(vm, v)) {
    Value own = LookupOwnSpecial(vm, v, Special::k_reversed);
    if (own.IsNone()) return vm.Raise(TypeId::kTypeError, "'%T' object is not reversible", v);
    if (!own.IsUnbound()) return Ask(vm, Protocol::kReversed, 0, v);
    Value native = NativeOf(vm, v);
    bool items = !LookupOwnSpecial(vm, v, Special::k_getitem).IsUnbound();
    bool sequence = native.IsStr() || native.IsObject(Kind::kTuple) || native.IsObject(Kind::kBytes);
    if (items && (native == v || sequence)) {
      Step length = Length(vm, v);
      if (!length.done()) return length;
      return Made(vm, NewIterator(vm, IteratorKind::kReversed, v, length.value.AsSmallInt() - 1, kNone, kNone));
    }
    if (!(native == v)) {
      n.arg(1) = native;
      Step step = ReversedNew(vm, n);
      n.arg(1) = v;
      return step;
    }
  }
  return vm.Raise(TypeId::kTypeError, "'%T' object is not reversible", v);
}

constexpr BuiltinRow kFilterConstructor = {"filter", "($self, function, iterable, /)", FilterNew};
constexpr BuiltinRow kReversedConstructor = {"reversed", "($self, object, /)", ReversedNew, 0, BuiltinRow::kRaw};

}  // namespace

const TypeTable kEnumerateTable = {kIteratorRows, kLazyRowCount, &kEnumerateConstructor};
const TypeTable kZipTable = {kIteratorRows, kLazyRowCount, &kZipConstructor};
const TypeTable kMapTable = {kIteratorRows, kLazyRowCount, &kMapConstructor};
const TypeTable kFilterTable = {kIteratorRows, kLazyRowCount, &kFilterConstructor};
const TypeTable kReversedTable = {kIteratorRows, kIteratorRowCount, &kReversedConstructor};

const TypeTable* IteratorTableOf(TypeId id) {
  if (id == TypeId::kCallableIterator) return &kCallableIteratorTable;
  return id >= TypeId::kListIterator && id <= TypeId::kSequenceIterator ? &kContainerIteratorTable : nullptr;
}

}  // namespace garter
