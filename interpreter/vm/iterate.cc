// iter(v) and next(iterator): the iterators of the built-in types and the lazy built-ins.
//
// Next() serves whatever needs no Python and leaves nothing changed when it answers that Python, or room, is needed.
// IteratorStep() serves the rest as a step: map, filter, iter(f, sentinel), and enumerate or zip over those.
#include "interpreter/types/compare_parts.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/generator.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/set.h"
#include "interpreter/vm/fast_paths.h"
#include "interpreter/vm/loop.h"
#include "interpreter/vm/special_calls.h"

namespace garter {
namespace {

constexpr int kMaxNesting = 16;  // enumerate(enumerate(...)) that Next() follows by recursion

IteratorKind KindOf(const Iterator* it) { return static_cast<IteratorKind>(it->aux); }

// Neither Python nor another iterator is behind it.
bool IsPlain(const Iterator* it) {
  return KindOf(it) < IteratorKind::kReversed ||
         (KindOf(it) == IteratorKind::kReversed && !it->source.IsObject(Kind::kInstance));
}

bool IsNative(Vm& vm, Value iterator, int depth) {
  if (!iterator.IsObject(Kind::kIterator) || depth > kMaxNesting) return false;
  const Iterator* it = vm.heap.At<Iterator>(iterator);
  switch (KindOf(it)) {
    case IteratorKind::kMap:
    case IteratorKind::kFilter:
    case IteratorKind::kCallable:
    case IteratorKind::kSequence:
      return false;
    case IteratorKind::kReversed:
      return !it->source.IsObject(Kind::kInstance);
    case IteratorKind::kEnumerate:
      if (it->second.IsObject(Kind::kIterator) && IsPlain(vm.heap.At<Iterator>(it->second))) return true;
      return IsNative(vm, it->second, depth + 1);
    case IteratorKind::kZip: {
      // Its iterators advance one after another: none may ask for room when others have advanced. See NextZip.
      Span all = SpanOf(vm, it->source);
      for (uint32_t k = 0; k < all.count; ++k) {
        if (!all.first[k].IsObject(Kind::kIterator)) return false;
        const Iterator* one = vm.heap.At<Iterator>(all.first[k]);
        if (KindOf(one) == IteratorKind::kRange && !one->source.IsNone()) return false;
        if (!IsPlain(one)) return false;
      }
      return true;
    }
    default:
      return true;
  }
}

Step Exhaust(Iterator* it) {
  it->source = kUnbound;
  return Step::Stop();
}

Step NextList(Vm& vm, Iterator* it) {
  if (it->source.IsUnbound()) return Step::Stop();
  Span items = SpanOf(vm, it->source);
  if (static_cast<uint64_t>(it->index) >= items.count) return Exhaust(it);
  return Step::Done(items.first[it->index++]);
}

Step NextListReverse(Vm& vm, Iterator* it) {
  if (it->source.IsUnbound()) return Step::Stop();
  Span items = SpanOf(vm, it->source);
  if (it->index < 0 || it->index >= items.count) return Exhaust(it);
  return Step::Done(items.first[it->index--]);
}

Step NextStr(Vm& vm, Iterator* it) {
  if (it->source.IsUnbound()) return Step::Stop();
  Text text = vm.TextOf(it->source);
  if (it->index >= text.length) return Exhaust(it);
  Value character = vm.Character(text[static_cast<uint32_t>(it->index)]);
  if (character.IsUnbound()) return vm.NoRoom();
  ++it->index;
  return Step::Done(character);
}

Step NextBytes(Vm& vm, Iterator* it) {
  if (it->source.IsUnbound()) return Step::Stop();
  const Bytes* bytes = vm.heap.At<Bytes>(it->source);
  if (it->index >= bytes->length) return Exhaust(it);
  return Step::Done(Value::SmallInt(bytes->data()[it->index++]));
}

Step NextRange(Vm& vm, Iterator* it) {
  if (it->source.IsNone()) {
    if (it->index == it->second.AsSmallInt()) return Step::Stop();
    int64_t value = it->index;
    it->index += it->third.AsSmallInt();
    return Step::Done(Value::SmallInt(value));
  }
  if (it->third == Value::SmallInt(0)) return Step::Stop();
  Step following = Binary(vm, BinaryOp::kAdd, it->source, it->second, false);
  if (!following.done()) return following;
  Step left = Binary(vm, BinaryOp::kSub, it->third, Value::SmallInt(1), false);
  if (!left.done()) return left;
  Value value = it->source;
  vm.heap.Store(it, &it->source, following.value);
  vm.heap.Store(it, &it->third, left.value);
  return Step::Done(value);
}

// The pair (key, value), before the iterator moves on.
Step EntryOf(Vm& vm, const DictEntry& entry, IteratorKind kind) {
  switch (kind) {
    case IteratorKind::kDictKeys:
    case IteratorKind::kDictKeysReverse:
      return Step::Done(entry.key);
    case IteratorKind::kDictValues:
    case IteratorKind::kDictValuesReverse:
      return Step::Done(entry.value);
    default: {
      Value pair[2] = {entry.key, entry.value};
      Value tuple = vm.NewTuple(pair, 2);
      return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
    }
  }
}

Step NextDict(Vm& vm, Iterator* it, bool reverse) {
  if (it->source.IsUnbound()) return Step::Stop();
  const Dict* dict = vm.heap.At<Dict>(it->source);
  if (it->second.AsSmallInt() != dict->used) {
    it->second = Value::SmallInt(-1);  // it stays so
    return vm.Raise(TypeId::kRuntimeError, "dictionary changed size during iteration");
  }
  if (dict->keys == 0) return Exhaust(it);
  DictKeys* keys = vm.heap.At<DictKeys>(dict->keys);
  int64_t at = it->index;
  if (reverse) {
    if (at >= keys->fill) at = int64_t{keys->fill} - 1;
    while (at >= 0 && keys->entries()[at].key.IsUnbound()) --at;
  } else {
    while (at < keys->fill && keys->entries()[at].key.IsUnbound()) ++at;
  }
  vm.meter.used += static_cast<uint64_t>(at > it->index ? at - it->index : it->index - at) / 8;
  if (at < 0 || at >= keys->fill) return Exhaust(it);
  if (!reverse && it->third == Value::SmallInt(0)) {
    Step step = vm.Raise(TypeId::kRuntimeError, "dictionary keys changed during iteration");
    if (step.action == Action::kRaise) it->source = kUnbound;
    return step;
  }
  Step step = EntryOf(vm, keys->entries()[at], KindOf(it));
  if (!step.done()) return step;
  it->index = reverse ? at - 1 : at + 1;
  it->third = Value::SmallInt(it->third.AsSmallInt() - 1);
  return step;
}

Step NextSet(Vm& vm, Iterator* it) {
  if (it->source.IsUnbound()) return Step::Stop();
  const Set* set = vm.heap.At<Set>(it->source);
  if (it->second.AsSmallInt() != set->used) {
    it->second = Value::SmallInt(-1);
    return vm.Raise(TypeId::kRuntimeError, "Set changed size during iteration");
  }
  auto position = static_cast<uint32_t>(it->index);
  SetEntry* entry = NextSetEntry(vm, set, &position);
  vm.meter.used += (position - static_cast<uint32_t>(it->index)) / 8;
  it->index = position;
  it->third = Value::SmallInt(it->third.AsSmallInt() - 1);
  return entry == nullptr ? Exhaust(it) : Step::Done(entry->key);
}

// reversed(sequence).
Step NextReversed(Vm& vm, Iterator* it) {
  if (it->source.IsUnbound()) return Step::Stop();
  if (it->index < 0) return Exhaust(it);
  Step item = GetItem(vm, it->source, Value::SmallInt(it->index));
  if (item.done()) --it->index;
  return item;
}

// The tuple (count, None) for the next item of an enumerate, and what the count is afterwards.
Step PrepareEnumerate(Vm& vm, Iterator* it, Tuple** pair, Value* following) {
  Value number = it->third;
  *following = kNone;
  if (it->third.IsNone()) {
    number = vm.NewInt(it->index);
    if (it->index == INT64_MAX) *following = vm.NewUnsigned(uint64_t{1} << 63);
  } else {
    Step step = Binary(vm, BinaryOp::kAdd, it->third, Value::SmallInt(1), false);
    if (!step.done()) return step;
    *following = step.value;
  }
  if (number.IsUnbound() || following->IsUnbound()) return vm.NoRoom();
  Value items[2] = {number, kNone};
  Value tuple = vm.NewTuple(items, 2);
  if (tuple.IsUnbound()) return vm.NoRoom();
  *pair = vm.heap.At<Tuple>(tuple);
  return Step::Done(tuple);
}

Step FinishEnumerate(Vm& vm, Iterator* it, Tuple* pair, Value following, Value item) {
  pair->items()[1] = item;
  if (following.IsNone())
    ++it->index;
  else
    vm.heap.Store(it, &it->third, following);
  return Step::Done(vm.heap.ValueOf(pair));
}

// Next(), shorter for lists, tuples and ranges.
Step NextOf(Vm& vm, Value iterator) {
  Value item;
  switch (NextInPlace(vm.heap, iterator, &item)) {
    case InPlace::kItem:
      return Step::Done(item);
    case InPlace::kStop:
      return Step::Stop();
    default:
      return Next(vm, iterator);
  }
}

Step NextEnumerate(Vm& vm, Iterator* it) {
  Tuple* pair;
  Value following;
  Step step = PrepareEnumerate(vm, it, &pair, &following);
  if (!step.done()) return step;
  step = NextOf(vm, it->second);
  return step.done() ? FinishEnumerate(vm, it, pair, following, step.value) : step;
}

Step RaiseStrict(Vm& vm, const char* function, uint32_t k, const char* what) {
  if (k == 1) return vm.Raise(TypeId::kValueError, "%s() argument 2 is %s than argument 1", function, what);
  return vm.Raise(TypeId::kValueError, "%s() argument %d is %s than arguments 1-%d", function, int64_t{k} + 1, what,
                  int64_t{k});
}

// zip() over iterators that need no Python. The most that they and the tuple can allocate is there before the first
// of them advances, so that no item is lost.
Step NextZip(Vm& vm, Iterator* it) {
  Span all = SpanOf(vm, it->source);
  if (all.count == 0) return Step::Stop();
  uint64_t bytes = 24 * 1024 + uint64_t{all.count} * 64;
  if (vm.heap.room() < bytes) {
    vm.heap.wanted = static_cast<uint32_t>(bytes);
    return vm.NoRoom();
  }
  Tuple* tuple = vm.heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + uint64_t{all.count} * sizeof(Value));
  tuple->count = all.count;
  tuple->unused = 0;
  for (uint32_t k = 0; k < all.count; ++k) tuple->items()[k] = kNone;
  vm.meter.used += all.count;
  for (uint32_t k = 0; k < all.count; ++k) {
    uint32_t at = GARTER_MUTANT(vm, 20, all.count - 1 - k, k);
    Step item = NextOf(vm, all.first[at]);
    if (item.done()) {
      tuple->items()[at] = item.value;
      continue;
    }
    if (item.action != Action::kStop || !it->third.IsTrue()) return item;
    if (k > 0) return RaiseStrict(vm, "zip", k, "shorter");
    for (k = 1; k < all.count; ++k) {
      item = Next(vm, all.first[k]);
      if (item.done()) return RaiseStrict(vm, "zip", k, "longer");
      if (item.action != Action::kStop) return item;
    }
    return item;
  }
  return Step::Done(vm.heap.ValueOf(tuple));
}

// ---- The step forms -------------------------------------------------------------------------------------------------
// Slot 0 collects; slot 1 counts.

enum Phase : uint32_t { kStart, kItem, kResult, kGather, kCheck, kChecked };

// One item of each of `iterators`, into the tuple in slot 0. Done: all there. Stop: one is exhausted. `strict`: as zip.
Step Gather(Vm& vm, Native& n, Value iterators, bool strict, const char* name) {
  Span all = SpanOf(vm, iterators);
  if (n.phase == kStart) {
    Tuple* tuple = vm.heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + uint64_t{all.count} * sizeof(Value));
    if (tuple == nullptr) return vm.NoRoom();
    tuple->count = all.count;
    tuple->unused = 0;
    for (uint32_t k = 0; k < all.count; ++k) tuple->items()[k] = kNone;
    n.slot(0) = vm.heap.ValueOf(tuple);
    n.slot(1) = Value::SmallInt(0);
    n.phase = kGather;
    n.settled = vm.meter.used;
  }
  Tuple* tuple = vm.heap.At<Tuple>(n.slot(0));
  auto k = static_cast<uint32_t>(n.slot(1).AsSmallInt());
  bool answered = n.phase == kItem || n.phase == kChecked;
  bool checking = n.phase == kCheck || n.phase == kChecked;
  while (k < all.count) {
    n.slot(1) = Value::SmallInt(k);
    Step item = answered ? (n.stopped ? Step::Stop() : Step::Done(n.input)) : Next(vm, all.first[k]);
    answered = false;
    if (item.action == Action::kCall) return n.Next(checking ? kChecked : kItem, all.first[k]);
    if (item.action == Action::kMore) n.phase = checking ? kCheck : kGather;
    if (checking) {
      if (item.done()) return RaiseStrict(vm, name, k, "longer");
      if (item.action != Action::kStop) return item;
    } else if (item.action == Action::kStop) {
      if (!strict) return item;
      if (k > 0) return RaiseStrict(vm, name, k, "shorter");
      checking = true;
    } else if (!item.done()) {
      return item;
    } else {
      vm.heap.Store(tuple, tuple->items() + k, item.value);
    }
    ++k;
    n.slot(1) = Value::SmallInt(k);
    n.settled = vm.meter.used;
  }
  return checking ? Step::Stop() : Step::Done(n.slot(0));
}

Step StepZip(Vm& vm, Native& n, Iterator* it) {
  if (SpanOf(vm, it->source).count == 0) return Step::Stop();
  return Gather(vm, n, it->source, it->third.IsTrue(), "zip");
}

// REQUIRES: room on the stack. A native's frame has it for eight arguments; StepMap() sees to the rest.
Step CallWithItems(Native& n, Value function, const Tuple* items) {
  Value* window = n.base - (n.argument_count + n.slot_count);
  window[0] = function;
  for (uint32_t k = 0; k < items->count; ++k) window[-3 - static_cast<int64_t>(k)] = items->items()[k];
  return {Action::kCall, items->count << 8 | kResult, kUnbound};
}

Step StepMap(Vm& vm, Native& n, Iterator* it) {
  if (n.phase == kResult) return n.stopped ? Step::Stop() : Step::Done(n.input);
  Span all = SpanOf(vm, it->second);
  if (all.count == 1) {
    if (n.phase == kItem) return n.stopped ? Step::Stop() : n.Call(kResult, it->source, n.input);
    Step item = Next(vm, all.first[0]);
    if (item.action == Action::kCall) return n.Next(kItem, all.first[0]);
    return item.done() ? n.Call(kResult, it->source, item.value) : item;
  }
  Value* window = n.base - (n.argument_count + n.slot_count);
  if (all.count > Native::kMaxCallArguments && !EnsureStack(vm, window - kFrameHeader - all.count - 8)) {
    return vm.NoRoom();
  }
  Step gathered = Gather(vm, n, it->second, it->third.IsTrue(), "map");
  return gathered.done() ? CallWithItems(n, it->source, vm.heap.At<Tuple>(n.slot(0))) : gathered;
}

Step StepFilter(Vm& vm, Native& n, Iterator* it) {
  bool truth_only = it->source.IsNone() || it->source == TypeValue(TypeId::kBool);
  for (;;) {
    Value item = n.input;
    if (n.phase == kResult) {
      if (n.stopped) return Step::Stop();
      Step truth = Truth(vm, n.input);
      if (!truth.done()) return truth;
      if (truth.value.IsTrue()) return Step::Done(n.slot(0));
      n.settled = vm.meter.used;
    }
    if (n.phase == kItem) {
      if (n.stopped) return Step::Stop();
    } else {
      if (!vm.meter.Charge(1)) return Step::Limit();
      n.phase = kStart;
      Step next = Next(vm, it->second);
      if (next.action == Action::kCall) return n.Next(kItem, it->second);
      if (!next.done()) return next;
      item = next.value;
    }
    n.slot(0) = item;
    if (!truth_only) return n.Call(kResult, it->source, item);
    n.phase = kResult;
    n.stopped = false;
    n.input = item;
  }
}

Step StepEnumerate(Vm& vm, Native& n, Iterator* it) {
  if (n.phase == kStart) return n.Next(kItem, it->second);
  if (n.stopped) return Step::Stop();
  Tuple* pair;
  Value following;
  Step step = PrepareEnumerate(vm, it, &pair, &following);
  return step.done() ? FinishEnumerate(vm, it, pair, following, n.input) : step;
}

Step StepCallable(Vm& vm, Native& n, Iterator* it) {
  if (it->source.IsUnbound()) return Step::Stop();
  if (n.phase == kStart) return n.Call(kResult, it->source);
  if (n.stopped) return Exhaust(it);
  Step same = Same(vm, it->third, n.input);
  if (!same.done()) return same;
  return same.value.IsTrue() ? Exhaust(it) : Step::Done(n.input);
}

}  // namespace

bool IteratesNatively(Vm& vm, Value iterator) { return IsNative(vm, iterator, 0); }

Value NewIterator(Vm& vm, IteratorKind kind, Value source, int64_t index, Value second, Value third) {
  Iterator* it = vm.heap.New<Iterator>(Kind::kIterator, static_cast<uint16_t>(kind));
  if (it == nullptr) return kUnbound;
  it->index = index;
  it->source = source;
  it->second = second;
  it->third = third;
  return vm.heap.ValueOf(it);
}

Step GetIter(Vm& vm, Value v) {
  Value iterator = kUnbound;
  switch (v.kind()) {
    case Kind::kList:
      iterator = NewIterator(vm, IteratorKind::kList, v, 0, kNone, kNone);
      break;
    case Kind::kTuple:
      iterator = NewIterator(vm, IteratorKind::kTuple, v, 0, kNone, kNone);
      break;
    case Kind::kStr:
      iterator = NewIterator(vm, IteratorKind::kStr, v, 0, kNone, kNone);
      break;
    case Kind::kBytes:
      iterator = NewIterator(vm, IteratorKind::kBytes, v, 0, kNone, kNone);
      break;
    case Kind::kRange:
      return RangeIterator(vm, v, false);
    case Kind::kDict: {
      Value size = Value::SmallInt(vm.DictSize(v));
      iterator = NewIterator(vm, IteratorKind::kDictKeys, v, 0, size, size);
      break;
    }
    case Kind::kDictView: {
      const DictView* view = vm.heap.At<DictView>(v);
      Value size = Value::SmallInt(vm.DictSize(view->dict));
      bool proxy = static_cast<DictViewKind>(view->aux) == DictViewKind::kProxy;
      auto kind = static_cast<IteratorKind>(static_cast<int>(IteratorKind::kDictKeys) + (proxy ? 0 : view->aux));
      iterator = NewIterator(vm, kind, view->dict, 0, size, size);
      break;
    }
    case Kind::kSet:
    case Kind::kFrozenSet: {
      Value size = Value::SmallInt(vm.heap.At<Set>(v)->used);
      iterator = NewIterator(vm, IteratorKind::kSet, v, 0, size, size);
      break;
    }
    case Kind::kIterator:
    case Kind::kGenerator:
      return Step::Done(v);
    default: {
      if (!IsUserObject(vm, v)) return vm.Raise(TypeId::kTypeError, "'%T' object is not iterable", v);
      Value own = LookupOwnSpecial(vm, v, Special::k_iter);
      if (own.IsNone()) return vm.Raise(TypeId::kTypeError, "'%T' object is not iterable", v);
      if (!own.IsUnbound()) return Ask(vm, Protocol::kGetIter, 0, v);
      Value native = NativeOf(vm, v);
      if (!(native == v)) {
        // A class derived from map or enumerate iterates as itself.
        if (native.IsObject(Kind::kIterator)) return Step::Done(v);
        Step step = GetIter(vm, native);
        if (step.action != Action::kRaise) return step;
        vm.raised = kNone;
      }
      if (LookupOwnSpecial(vm, v, Special::k_getitem).IsUnbound())
        return vm.Raise(TypeId::kTypeError, "'%T' object is not iterable", v);
      iterator = NewIterator(vm, IteratorKind::kSequence, v, 0, kNone, kNone);
      break;
    }
  }
  return iterator.IsUnbound() ? vm.NoRoom() : Step::Done(iterator);
}

bool IsIterator(Value v) { return v.IsObject(Kind::kIterator) || v.IsObject(Kind::kGenerator); }

bool HasIter(Vm& vm, Value v) {
  return IsUserObject(vm, v) && (!LookupOwnSpecial(vm, v, Special::k_iter).IsUnbound() ||
                                 !LookupOwnSpecial(vm, v, Special::k_getitem).IsUnbound());
}

Step LengthHint(Vm& vm, Value v) {
  if (!IsUserObject(vm, v)) return Step::Done(kNone);
  if (LookupOwnSpecial(vm, v, Special::k_len).IsUnbound() &&
      LookupOwnSpecial(vm, v, Special::k_length_hint).IsUnbound()) {
    return Step::Done(kNone);
  }
  return Ask(vm, Protocol::kLengthHint, 0, v);
}

bool HasNext(Vm& vm, Value v) {
  if (IsIterator(v)) return true;
  if (!IsUserObject(vm, v)) return !LookupSpecial(vm, v, Special::k_next).IsUnbound();
  return !LookupOwnSpecial(vm, v, Special::k_next).IsUnbound() || Plain(vm, v).IsObject(Kind::kIterator);
}

Step Next(Vm& vm, Value iterator) {
  if (!iterator.IsObject(Kind::kIterator)) {
    Value native = Plain(vm, iterator);
    if (!native.IsObject(Kind::kIterator) || !LookupOwnSpecial(vm, iterator, Special::k_next).IsUnbound())
      return NeedsPython();
    iterator = native;
  }
  Iterator* it = vm.heap.At<Iterator>(iterator);
  switch (KindOf(it)) {
    case IteratorKind::kList:
    case IteratorKind::kTuple:
      return NextList(vm, it);
    case IteratorKind::kListReverse:
      return NextListReverse(vm, it);
    case IteratorKind::kStr:
      return NextStr(vm, it);
    case IteratorKind::kBytes:
      return NextBytes(vm, it);
    case IteratorKind::kRange:
      return NextRange(vm, it);
    case IteratorKind::kDictKeys:
    case IteratorKind::kDictValues:
    case IteratorKind::kDictItems:
      return NextDict(vm, it, false);
    case IteratorKind::kDictKeysReverse:
    case IteratorKind::kDictValuesReverse:
    case IteratorKind::kDictItemsReverse:
      return NextDict(vm, it, true);
    case IteratorKind::kSet:
      return NextSet(vm, it);
    case IteratorKind::kReversed:
      return it->source.IsObject(Kind::kInstance) ? NeedsPython() : NextReversed(vm, it);
    case IteratorKind::kEnumerate:
      return IsNative(vm, iterator, 0) ? NextEnumerate(vm, it) : NeedsPython();
    case IteratorKind::kZip:
      return IsNative(vm, iterator, 0) ? NextZip(vm, it) : NeedsPython();
    default:
      return NeedsPython();
  }
}

namespace {

// next() of an object of the program, by its __next__.
Step StepUser(Vm& vm, Native& n) {
  if (n.failed) {
    if (!ExceptionTypeIs(vm, n.input, TypeId::kStopIteration)) return vm.RaiseObject(n.input);
    Span args = SpanOf(vm, vm.heap.At<Exception>(n.input)->args);
    return Step::Stop(args.count == 0 ? kUnbound : args.first[0]);
  }
  if (n.phase == kResult) return n.stopped ? Step::Stop(n.input) : Step::Done(n.input);
  Value next = LookupSpecial(vm, n.arg(0), Special::k_next);
  if (next.IsUnbound() || next.IsNone())
    return vm.Raise(TypeId::kTypeError, "'%T' object is not an iterator", n.arg(0));
  return CallSpecial(vm, n, kResult, next, n.arg(0));
}

// reversed() of an object with __len__ and __getitem__.
Step StepReversed(Vm& vm, Native& n, Iterator* it) {
  if (it->source.IsUnbound()) return Step::Stop();
  if (n.phase == kResult) {
    --it->index;
    return Step::Done(n.input);
  }
  if (it->index < 0) return Exhaust(it);
  Value index = vm.NewInt(it->index);
  if (index.IsUnbound()) return vm.NoRoom();
  Value own = LookupSpecial(vm, it->source, Special::k_getitem);
  if (own.IsUnbound()) return vm.Raise(TypeId::kTypeError, "'%T' object is not subscriptable", it->source);
  return CallSpecial(vm, n, kResult, own, it->source, index);
}

// The items of an object with __getitem__ alone, from index 0 on until IndexError.
Step StepSequence(Vm& vm, Native& n, Iterator* it) {
  if (it->source.IsUnbound()) return Step::Stop();
  if (n.failed) {
    bool ends =
        ExceptionTypeIs(vm, n.input, TypeId::kIndexError) || ExceptionTypeIs(vm, n.input, TypeId::kStopIteration);
    return ends ? Exhaust(it) : vm.RaiseObject(n.input);
  }
  if (n.phase == kResult) {
    ++it->index;
    return Step::Done(n.input);
  }
  Value index = vm.NewInt(it->index);
  if (index.IsUnbound()) return vm.NoRoom();
  Value own = LookupSpecial(vm, it->source, Special::k_getitem);
  if (own.IsUnbound()) return vm.Raise(TypeId::kTypeError, "'%T' object is not subscriptable", it->source);
  return CallSpecial(vm, n, kResult, own, it->source, index);
}

}  // namespace

Step IteratorStep(Vm& vm, Native& n) {
  if (IsUserObject(vm, n.arg(0))) {
    Value native = Plain(vm, n.arg(0));
    if (!native.IsObject(Kind::kIterator) || !LookupOwnSpecial(vm, n.arg(0), Special::k_next).IsUnbound())
      return StepUser(vm, n);
    n.arg(0) = native;
  }
  if (!n.arg(0).IsObject(Kind::kIterator)) return StepUser(vm, n);
  Iterator* it = vm.heap.At<Iterator>(n.arg(0));
  if (KindOf(it) == IteratorKind::kSequence) return StepSequence(vm, n, it);
  IteratorKind kind = KindOf(it);
  if (kind >= IteratorKind::kAsend) return AwaitableStep(vm, n, kNone);
  if (n.failed) {
    // StopIteration out of the function of map, filter or iter(f, sentinel) ends the iteration like any other.
    bool stops = ExceptionTypeIs(vm, n.input, TypeId::kStopIteration);
    if (kind == IteratorKind::kReversed && (stops || ExceptionTypeIs(vm, n.input, TypeId::kIndexError)))
      return Exhaust(it);
    if (stops && kind == IteratorKind::kCallable) return Exhaust(it);
    if (kind == IteratorKind::kSequence) {
      bool ends = stops || ExceptionTypeIs(vm, n.input, TypeId::kIndexError);
      return ends ? Exhaust(it) : vm.RaiseObject(n.input);
    }
    return stops ? Step::Stop() : vm.RaiseObject(n.input);
  }
  if (n.phase == kStart) {
    Step step = Next(vm, n.arg(0));
    if (step.action != Action::kCall) return step;
  }
  switch (kind) {
    case IteratorKind::kEnumerate:
      return StepEnumerate(vm, n, it);
    case IteratorKind::kFilter:
      return StepFilter(vm, n, it);
    case IteratorKind::kZip:
      return StepZip(vm, n, it);
    case IteratorKind::kMap:
      return StepMap(vm, n, it);
    case IteratorKind::kReversed:
      return StepReversed(vm, n, it);
    default:
      return StepCallable(vm, n, it);
  }
}

// A list of what is left. When there is no room the iterator goes back to where it was: whoever asked asks again.
Step DrainNatively(Vm& vm, Value iterator) {
  if (!iterator.IsObject(Kind::kIterator)) return NeedsPython();
  Iterator* it = vm.heap.At<Iterator>(iterator);
  if (!IsPlain(it)) return NeedsPython();
  const Iterator before = *it;
  auto no_room = [&] {
    it->index = before.index;
    it->source = before.source;
    it->second = before.second;
    it->third = before.third;
    return vm.NoRoom();
  };
  Value list = vm.NewListWithCapacity(8);
  if (list.IsUnbound()) return vm.NoRoom();
  for (;;) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step next = Next(vm, iterator);
    if (next.action == Action::kStop) return Step::Done(list);
    if (next.action == Action::kMore) return no_room();
    if (!next.done()) return next;
    if (!vm.ListAppend(list, next.value)) return no_room();
  }
}

}  // namespace garter
