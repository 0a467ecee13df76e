// o[k], o[k] = v, del o[k], k in o, len(o).
#include "interpreter/types/bytes.h"
#include "interpreter/types/compare_parts.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/set.h"
#include "interpreter/types/str.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

// What is asked of a sequence: its length, and its names in errors.
struct SequenceWords {
  const char* indices;  // "list indices must be integers or slices, not %T"
  const char* range;    // "list index out of range"
};

SequenceWords WordsOf(Value o) {
  switch (o.kind()) {
    case Kind::kList:
      return {"list indices must be integers or slices, not %T", "list index out of range"};
    case Kind::kTuple:
      return {"tuple indices must be integers or slices, not %T", "tuple index out of range"};
    case Kind::kStr:
      return {"string indices must be integers, not '%T'", "string index out of range"};
    default:
      return {"byte indices must be integers or slices, not %T", "index out of range"};
  }
}

int64_t SequenceLength(Vm& vm, Value o) {
  if (o.IsStr()) return vm.heap.At<Str>(o)->length;
  if (o.IsObject(Kind::kBytes)) return vm.heap.At<Bytes>(o)->length;
  return SpanOf(vm, o).count;
}

Step ItemAt(Vm& vm, Value o, int64_t index) {
  switch (o.kind()) {
    case Kind::kStr: {
      Value character = vm.Character(vm.TextOf(o)[static_cast<uint32_t>(index)]);
      return character.IsUnbound() ? vm.NoRoom() : Step::Done(character);
    }
    case Kind::kBytes:
      return Step::Done(Value::SmallInt(vm.heap.At<Bytes>(o)->data()[index]));
    default:
      return Step::Done(SpanOf(vm, o).first[index]);
  }
}

Step SliceOf(Vm& vm, Value o, const Resolved& at) {
  if (o.IsStr()) return StrSlice(vm, o, at.start, at.step, at.count);
  if (o.IsObject(Kind::kBytes)) return BytesSlice(vm, o, at.start, at.step, at.count);
  if (o.IsObject(Kind::kTuple) && at.step == 1 && at.count == SpanOf(vm, o).count) return Step::Done(o);
  if (!vm.meter.Charge(static_cast<uint64_t>(at.count) / 8)) return Step::Limit();
  auto count = static_cast<uint32_t>(at.count);
  if (o.IsObject(Kind::kTuple)) {
    if (count == 0) {
      Value empty = vm.EmptyTuple();
      return empty.IsUnbound() ? vm.NoRoom() : Step::Done(empty);
    }
    Tuple* tuple = vm.heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + uint64_t{count} * sizeof(Value));
    if (tuple == nullptr) return vm.NoRoom();
    tuple->count = count;
    tuple->unused = 0;
    const Value* from = SpanOf(vm, o).first;
    for (uint32_t k = 0; k < count; ++k) tuple->items()[k] = from[at.start + k * at.step];
    return Step::Done(vm.heap.ValueOf(tuple));
  }
  if (at.step == 1) {
    Value list = vm.NewList(SpanOf(vm, o).first + at.start, count);
    return list.IsUnbound() ? vm.NoRoom() : Step::Done(list);
  }
  Value list = vm.NewListWithCapacity(count);
  if (list.IsUnbound()) return vm.NoRoom();
  if (count == 0) return Step::Done(list);
  const Value* from = SpanOf(vm, o).first;
  Value* to = vm.heap.At<Buffer>(vm.heap.At<List>(list)->buffer)->items();
  for (uint32_t k = 0; k < count; ++k) to[k] = from[at.start + k * at.step];
  vm.ListSetCount(vm.heap.At<List>(list), count);
  return Step::Done(list);
}

Step SequenceGetItem(Vm& vm, Value o, Value k) {
  int64_t index = 0, length = SequenceLength(vm, o);
  bool is_int = true;
  if (k.IsSmallInt()) {
    index = k.AsSmallInt();
  } else if (k.IsObject(Kind::kSlice)) {
    Resolved at;
    Step step = ResolveSlice(vm, k, length, &at);
    return step.done() ? SliceOf(vm, o, at) : step;
  } else {
    Step step = SequenceIndex(vm, k, &index, &is_int);
    if (!step.done()) return step;
    if (!is_int) return vm.Raise(TypeId::kTypeError, WordsOf(o).indices, k);
  }
  if (index < 0) index += length;
  if (index < 0 || index >= length) return vm.Raise(TypeId::kIndexError, WordsOf(o).range);
  return ItemAt(vm, o, index);
}

// list[slice] = iterable. NeedsPython, with the iterator as value, when its items need it.
Step SetSlice(Vm& vm, Value list, Value k, Value v) {
  Resolved at;
  Step step = ResolveSlice(vm, k, vm.heap.At<List>(list)->count, &at);
  if (!step.done()) return step;
  if (!IsListOrTuple(v)) {
    step = GetIter(vm, v);
    if (step.action == Action::kRaise) return vm.Raise(TypeId::kTypeError, "must assign iterable to extended slice");
    if (!step.done()) return step;
    Value iterator = step.value;
    step = DrainNatively(vm, iterator);
    if (step.action == Action::kCall) return {Action::kCall, 0, iterator};
    if (!step.done()) return step;
    v = step.value;
  } else if (v == list) {
    Span items = SpanOf(vm, list);
    v = vm.NewList(items.first, items.count);
    if (v.IsUnbound()) return vm.NoRoom();
  }
  return ListAssign(vm, list, at, v);
}

// The index of a list's item to change or delete.
Step ListIndex(Vm& vm, Value list, Value k, int64_t* index) {
  bool is_int;
  Step step = SequenceIndex(vm, k, index, &is_int);
  if (!step.done()) return step;
  if (!is_int) return vm.Raise(TypeId::kTypeError, WordsOf(list).indices, k);
  int64_t length = vm.heap.At<List>(list)->count;
  if (*index < 0) *index += length;
  if (*index < 0 || *index >= length) return vm.Raise(TypeId::kIndexError, "list assignment index out of range");
  return step;
}

Step SequenceContains(Vm& vm, Value sequence, Value item) {
  Span items = SpanOf(vm, sequence);
  for (uint32_t k = 0; k < items.count; ++k) {
    if ((k & 7) == 0 && !vm.meter.Charge(1)) return Step::Limit();
    Step same = Same(vm, items.first[k], item);
    if (!same.done() || same.value.IsTrue()) return same;
  }
  return Step::Done(kFalse);
}

Step DictHas(Vm& vm, Value dict, Value key) {
  Step found = DictGet(vm, dict, key);
  return found.done() ? Step::Done(Value::Bool(!found.value.IsUnbound())) : found;
}

Step ViewContains(Vm& vm, const DictView* view, Value item) {
  switch (static_cast<DictViewKind>(view->aux)) {
    case DictViewKind::kKeys:
    case DictViewKind::kProxy:
      return DictHas(vm, view->dict, item);
    case DictViewKind::kItems: {
      if (!item.IsObject(Kind::kTuple) || SpanOf(vm, item).count != 2) return Step::Done(kFalse);
      Step found = DictGet(vm, view->dict, SpanOf(vm, item).first[0]);
      if (!found.done()) return found;
      return found.value.IsUnbound() ? Step::Done(kFalse) : Same(vm, found.value, SpanOf(vm, item).first[1]);
    }
    default:
      break;
  }
  const Dict* dict = vm.heap.At<Dict>(view->dict);
  if (dict->keys == 0) return Step::Done(kFalse);
  DictKeys* keys = vm.heap.At<DictKeys>(dict->keys);
  for (uint32_t k = 0; k < keys->fill; ++k) {
    if (keys->entries()[k].key.IsUnbound()) continue;
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step same = Same(vm, keys->entries()[k].value, item);
    if (!same.done() || same.value.IsTrue()) return same;
  }
  return Step::Done(kFalse);
}

bool IsGenericType(Value type) {
  switch (static_cast<TypeId>(type.payload())) {
    case TypeId::kList:
    case TypeId::kTuple:
    case TypeId::kDict:
    case TypeId::kSet:
    case TypeId::kFrozenSet:
    case TypeId::kType:
    case TypeId::kEnumerate:
      return true;
    default:
      return false;
  }
}

}  // namespace

Step SequenceIndex(Vm& vm, Value k, int64_t* out, bool* is_int) {
  if (IsUserObject(vm, k) && HasIndex(vm, k)) {
    Step index = Index(vm, k);
    if (!index.done()) return index;
    k = index.value;
  }
  *is_int = k.IsAnyInt() || k.IsBool();
  *out = 0;
  if (!*is_int || vm.AsInt64(k, out)) return Step::Done(kNone);
  return vm.Raise(TypeId::kIndexError, "cannot fit 'int' into an index-sized integer");
}

namespace {

bool HasOwn(Vm& vm, Value o, Special name) { return !LookupOwnSpecial(vm, o, name).IsUnbound(); }

Step UserGetItem(Vm& vm, Value o, Value k) {
  if (HasOwn(vm, o, Special::k_getitem)) return Ask(vm, Protocol::kGetItem, 0, o, k);
  Value native = NativeOf(vm, o);
  if (native == o) return vm.Raise(TypeId::kTypeError, "'%T' object is not subscriptable", o);
  if (native.IsObject(Kind::kDict)) {
    Step found = DictGet(vm, native, k);
    if (!found.done() || !found.value.IsUnbound()) return found;
    if (HasOwn(vm, o, Special::k_missing)) return Ask(vm, Protocol::kGetItem, 0, o, k);
    return vm.RaiseValue(TypeId::kKeyError, k);
  }
  return GetItem(vm, native, k);
}

}  // namespace

Step GetItem(Vm& vm, Value o, Value k) {
  if (o.IsObject(Kind::kInstance)) return UserGetItem(vm, o, k);
  if (o.IsObject(Kind::kClass)) return Ask(vm, Protocol::kGetItem, 0, o, k);
  if (IsUserObject(vm, o) && HasOwn(vm, o, Special::k_getitem)) return Ask(vm, Protocol::kGetItem, 0, o, k);
  switch (o.kind()) {
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kStr:
    case Kind::kBytes:
      return SequenceGetItem(vm, o, k);
    case Kind::kDict: {
      Step found = DictGet(vm, o, k);
      if (!found.done() || !found.value.IsUnbound()) return found;
      return vm.RaiseValue(TypeId::kKeyError, k);
    }
    case Kind::kRange:
      return RangeGetItem(vm, o, k);
    case Kind::kDictView:
      if (static_cast<DictViewKind>(vm.heap.At<DictView>(o)->aux) == DictViewKind::kProxy)
        return GetItem(vm, vm.heap.At<DictView>(o)->dict, k);
      return vm.Raise(TypeId::kTypeError, "'%T' object is not subscriptable", o);
    case Kind::kType:
      if (IsGenericType(o)) {
        return vm.Raise(TypeId::kTypeError,
                        "%N[...] makes a generic alias, which this interpreter does not have; leave it out, "
                        "or quote it in an annotation",
                        static_cast<int>(o.payload()));
      }
      return vm.Raise(TypeId::kTypeError, "type '%N' is not subscriptable", static_cast<int>(o.payload()));
    default:
      return vm.Raise(TypeId::kTypeError, "'%T' object is not subscriptable", o);
  }
}

Step SetItem(Vm& vm, Value o, Value k, Value v) {
  if (IsUserObject(vm, o)) {
    if (HasOwn(vm, o, Special::k_setitem)) return Ask(vm, Protocol::kSetItem, 0, o, k, v);
    Value native = NativeOf(vm, o);
    if (native.IsObject(Kind::kDict) || native.IsObject(Kind::kList)) return SetItem(vm, native, k, v);
  }
  if (o.IsObject(Kind::kDict)) return DictSet(vm, o, k, v);
  if (!o.IsObject(Kind::kList)) return vm.Raise(TypeId::kTypeError, "'%T' object does not support item assignment", o);
  if (k.IsObject(Kind::kSlice)) return SetSlice(vm, o, k, v);
  int64_t index;
  Step step = ListIndex(vm, o, k, &index);
  if (!step.done()) return step;
  Buffer* buffer = vm.heap.At<Buffer>(vm.heap.At<List>(o)->buffer);
  vm.heap.Store(buffer, buffer->items() + index, v);
  return step;
}

Step DeleteItem(Vm& vm, Value o, Value k) {
  if (IsUserObject(vm, o)) {
    if (HasOwn(vm, o, Special::k_delitem)) return Ask(vm, Protocol::kDeleteItem, 0, o, k);
    Value native = NativeOf(vm, o);
    if (native.IsObject(Kind::kDict) || native.IsObject(Kind::kList)) return DeleteItem(vm, native, k);
    return vm.Raise(TypeId::kTypeError, "'%T' object doesn't support item deletion", o);
  }
  switch (o.kind()) {
    case Kind::kDict: {
      Value removed;
      Step step = DictDelete(vm, o, k, &removed);
      return step.done() && removed.IsUnbound() ? vm.RaiseValue(TypeId::kKeyError, k) : step;
    }
    case Kind::kList: {
      Resolved at = {0, 1, 1, 0};
      Step step = k.IsObject(Kind::kSlice) ? ResolveSlice(vm, k, vm.heap.At<List>(o)->count, &at)
                                           : ListIndex(vm, o, k, &at.start);
      if (step.done()) ListDelete(vm, o, at);
      return step;
    }
    case Kind::kTuple:
    case Kind::kStr:
    case Kind::kBytes:
    case Kind::kRange:
    case Kind::kSet:
    case Kind::kFrozenSet:
      // Two protocols refuse, in words of their own: the sequence's by index, the mapping's by anything else.
      if (k.IsAnyInt() || k.IsBool())
        return vm.Raise(TypeId::kTypeError, "'%T' object doesn't support item deletion", o);
      [[fallthrough]];
    default:
      return vm.Raise(TypeId::kTypeError, "'%T' object does not support item deletion", o);
  }
}

Step GetSlice(Vm& vm, Value o, Value start, Value stop) {
  if (o.IsStr() || o.IsObject(Kind::kBytes) || IsListOrTuple(o)) {
    Resolved at;
    Step step = ResolveParts(vm, start, stop, kNone, SequenceLength(vm, o), &at);
    return step.done() ? SliceOf(vm, o, at) : step;
  }
  if (o.IsObject(Kind::kInstance)) {
    if (HasOwn(vm, o, Special::k_getitem)) return Ask(vm, Protocol::kGetSlice, 0, o, start, stop);
    Value native = NativeOf(vm, o);
    if (!(native == o)) return GetSlice(vm, native, start, stop);
  }
  Slice* slice = vm.heap.New<Slice>(Kind::kSlice);
  if (slice == nullptr) return vm.NoRoom();
  slice->start = start;
  slice->stop = stop;
  slice->step = kNone;
  return GetItem(vm, o, vm.heap.ValueOf(slice));
}

Step Contains(Vm& vm, Value container, Value item) {
  switch (container.kind()) {
    case Kind::kList:
    case Kind::kTuple:
      return SequenceContains(vm, container, item);
    case Kind::kStr:
      if (Plain(vm, item).IsStr()) return StrContains(vm, container, Plain(vm, item));
      return vm.Raise(TypeId::kTypeError, "'in <string>' requires string as left operand, not %T", item);
    case Kind::kBytes:
      return BytesContains(vm, container, item);
    case Kind::kDict:
      return DictHas(vm, container, item);
    case Kind::kSet:
    case Kind::kFrozenSet:
      return SetContains(vm, container, item);
    case Kind::kRange:
      return RangeContains(vm, container, item);
    case Kind::kDictView:
      return ViewContains(vm, vm.heap.At<DictView>(container), item);
    case Kind::kIterator:
    case Kind::kGenerator:
      return NeedsPython();
    case Kind::kInstance: {
      Value own = LookupOwnSpecial(vm, container, Special::k_contains);
      Value native = NativeOf(vm, container);
      if (own.IsUnbound() && !(native == container) && !native.IsObject(Kind::kIterator))
        return Contains(vm, native, item);
      return Ask(vm, Protocol::kContains, 0, container, item);
    }
    default:
      if (IsUserObject(vm, container)) return Ask(vm, Protocol::kContains, 0, container, item);
      return vm.Raise(TypeId::kTypeError, "argument of type '%T' is not a container or iterable", container);
  }
}

Step Length(Vm& vm, Value o) {
  if (IsUserObject(vm, o)) {
    if (HasOwn(vm, o, Special::k_len)) return Ask(vm, Protocol::kLength, 0, o);
    Value native = NativeOf(vm, o);
    bool sized = native.IsObject() && !native.IsObject(Kind::kInstance) && !native.IsObject(Kind::kInt);
    if (sized && !native.IsObject(Kind::kIterator) && !(native == o)) return Length(vm, native);
    return vm.Raise(TypeId::kTypeError, "object of type '%T' has no len()", o);
  }
  switch (o.kind()) {
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kStr:
    case Kind::kBytes:
      return Step::Done(Value::SmallInt(SequenceLength(vm, o)));
    case Kind::kDict:
      return Step::Done(Value::SmallInt(vm.DictSize(o)));
    case Kind::kDictView:
      return Step::Done(Value::SmallInt(vm.DictSize(vm.heap.At<DictView>(o)->dict)));
    case Kind::kSet:
    case Kind::kFrozenSet:
      return Step::Done(Value::SmallInt(vm.heap.At<Set>(o)->used));
    case Kind::kRange: {
      int64_t length;
      Value value = vm.heap.At<Range>(o)->length;
      if (vm.AsInt64(value, &length)) return Step::Done(value);
      return vm.Raise(TypeId::kOverflowError, "Python int too large to convert to C ssize_t");
    }
    case Kind::kInstance:
    case Kind::kClass:
    case Kind::kException:
      if (IsUserObject(vm, o)) return Ask(vm, Protocol::kLength, 0, o);
      [[fallthrough]];
    default:
      return vm.Raise(TypeId::kTypeError, "object of type '%T' has no len()", o);
  }
}

}  // namespace garter
