// list: its methods and operators. sort is in list_sort.cc.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/types/containers.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/list_sort.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/special_methods.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

Value* ItemsOf(Vm& vm, Value list) { return vm.heap.At<Buffer>(vm.heap.At<List>(list)->buffer)->items(); }

// The items at `from` and after it move by `by` places. REQUIRES: the buffer has room for them.
void Shift(Vm& vm, Value list, uint32_t from, int64_t by) {
  uint32_t count = vm.heap.At<List>(list)->count;
  if (count > from)
    std::memmove(static_cast<void*>(ItemsOf(vm, list) + from + by), ItemsOf(vm, list) + from,
                 (count - from) * sizeof(Value));
  vm.meter.used += (count - from) / 16;
  vm.ListSetCount(vm.heap.At<List>(list), static_cast<uint32_t>(count + by));
}

// Stores values that are not the list's own.
void Put(Vm& vm, Value list, int64_t at, int64_t step, const Value* values, uint32_t count) {
  if (count == 0) return;
  Buffer* buffer = vm.heap.At<Buffer>(vm.heap.At<List>(list)->buffer);
  for (uint32_t k = 0; k < count; ++k) vm.heap.Store(buffer, buffer->items() + at + k * step, values[k]);
  vm.meter.used += count / 16;
}

Step Append(Vm& vm, Native& n) { return vm.ListAppend(n.arg(0), n.arg(1)) ? Step::Done(kNone) : vm.NoRoom(); }

Step Insert(Vm& vm, Native& n) {
  int64_t at;
  Step step = IndexOf(vm, n.arg(1), &at);
  if (!step.done()) return step;
  uint32_t count = vm.heap.At<List>(n.arg(0))->count;
  if (at < 0) at = at < -int64_t{count} ? 0 : at + count;
  if (at > count) at = count;
  if (!vm.ListReserve(n.arg(0), uint64_t{count} + 1)) return vm.NoRoom();
  if (at < count)
    Shift(vm, n.arg(0), static_cast<uint32_t>(at), 1);
  else
    vm.ListSetCount(vm.heap.At<List>(n.arg(0)), count + 1);
  Put(vm, n.arg(0), at, 1, &n.arg(2), 1);
  return Step::Done(kNone);
}

Step Pop(Vm& vm, Native& n) {
  int64_t at = -1;
  if (n.has(1)) {
    Step step = IndexOf(vm, n.arg(1), &at);
    if (!step.done()) return step;
  }
  List* list = vm.heap.At<List>(n.arg(0));
  if (list->count == 0) return vm.Raise(TypeId::kIndexError, "pop from empty list");
  if (at < 0) at += list->count;
  if (at < 0 || at >= list->count) return vm.Raise(TypeId::kIndexError, "pop index out of range");
  Value item = ItemsOf(vm, n.arg(0))[at];
  if (at + 1 == list->count)
    vm.ListSetCount(list, list->count - 1);
  else
    Shift(vm, n.arg(0), static_cast<uint32_t>(at) + 1, -1);
  return Step::Done(item);
}

Step Clear(Vm& vm, Native& n) {
  List* list = vm.heap.At<List>(n.arg(0));
  vm.ListSetCount(list, 0);
  list->buffer = 0;
  return Step::Done(kNone);
}

Step Copy(Vm& vm, Native& n) {
  Span items = SpanOf(vm, n.arg(0));
  if (!vm.meter.Charge(items.count / 8)) return Step::Limit();
  Value copy = vm.NewList(items.first, items.count);
  return copy.IsUnbound() ? vm.NoRoom() : Step::Done(copy);
}

// list += items of a list or tuple.
Step ExtendBySequence(Vm& vm, Value list, Value other) {
  uint32_t count = vm.heap.At<List>(list)->count, more = SpanOf(vm, other).count;
  if (!vm.meter.Charge(more / 8)) return Step::Limit();
  if (!vm.ListReserve(list, uint64_t{count} + more)) return vm.NoRoom();
  Span items = SpanOf(vm, other);  // the list itself may have moved to a new buffer
  vm.ListSetCount(vm.heap.At<List>(list), count + more);
  Put(vm, list, count, 1, items.first, more);
  return Step::Done(kNone);
}

// Slot 0: the iterator.
Step Extend(Vm& vm, Native& n) {
  if (n.phase == 0) {
    if (IsListOrTuple(n.arg(1))) return ExtendBySequence(vm, Plain(vm, n.arg(0)), n.arg(1));
    Step iterator = GetIter(vm, n.arg(1));
    if (!iterator.done()) return iterator;
    Step hint = LengthHint(vm, n.arg(1));
    if (!hint.done()) return hint;
    n.slot(0) = iterator.value;
  }
  Value list = Plain(vm, n.arg(0));
  return ForEach(vm, n, 1, n.slot(0),
                 [&](Value item) { return vm.ListAppend(list, item) ? Step::Done(kNone) : vm.NoRoom(); });
}

// Where `value` is in from..to; -1: nowhere.
Step Search(Vm& vm, Value list, Value value, int64_t from, int64_t to, int64_t* found) {
  *found = -1;
  for (int64_t k = from; k < to; ++k) {
    if ((k & 7) == 0 && !vm.meter.Charge(1)) return Step::Limit();
    Step same = Same(vm, SpanOf(vm, list).first[k], value);
    if (!same.done()) return same;
    if (same.value.IsTrue()) {
      *found = k;
      break;
    }
  }
  return Step::Done(kNone);
}

Step Index(Vm& vm, Native& n) {
  int64_t from, to, found;
  Step step = ResolveBounds(vm, n.arg(2), n.arg(3), SpanOf(vm, n.arg(0)).count, &from, &to);
  if (step.done()) step = Search(vm, n.arg(0), n.arg(1), from, to, &found);
  if (!step.done()) return step;
  return found >= 0 ? Step::Done(Value::SmallInt(found))
                    : vm.Raise(TypeId::kValueError, "list.index(x): x not in list");
}

Step Remove(Vm& vm, Native& n) {
  int64_t found;
  Step step = Search(vm, n.arg(0), n.arg(1), 0, SpanOf(vm, n.arg(0)).count, &found);
  if (!step.done()) return step;
  if (found < 0) return vm.Raise(TypeId::kValueError, "list.remove(x): x not in list");
  Shift(vm, n.arg(0), static_cast<uint32_t>(found) + 1, -1);
  return Step::Done(kNone);
}

Step Count(Vm& vm, Native& n) {
  Span items = SpanOf(vm, n.arg(0));
  int64_t count = 0;
  for (uint32_t k = 0; k < items.count; ++k) {
    if ((k & 7) == 0 && !vm.meter.Charge(1)) return Step::Limit();
    Step same = Same(vm, items.first[k], n.arg(1));
    if (!same.done()) return same;
    count += same.value.IsTrue();
  }
  return Step::Done(Value::SmallInt(count));
}

Step Reverse(Vm& vm, Native& n) {
  uint32_t count = vm.heap.At<List>(n.arg(0))->count;
  if (!vm.meter.Charge(count / 16)) return Step::Limit();
  if (count > 0) ReverseItems(ItemsOf(vm, n.arg(0)), count);
  return Step::Done(kNone);
}

Step Reversed(Vm& vm, Native& n) {
  int64_t last = int64_t{vm.heap.At<List>(n.arg(0))->count} - 1;
  Value iterator = NewIterator(vm, IteratorKind::kListReverse, n.arg(0), last, kNone, kNone);
  return iterator.IsUnbound() ? vm.NoRoom() : Step::Done(iterator);
}

// list(iterable). Slot 0: the list, slot 1: the iterator.
Step New(Vm& vm, Native& n) {
  if (n.phase == 0) {
    if (!n.has(1)) {
      Value list = vm.NewListWithCapacity(0);
      return list.IsUnbound() ? vm.NoRoom() : Step::Done(list);
    }
    if (IsListOrTuple(n.arg(1))) {
      Span items = SpanOf(vm, n.arg(1));
      if (!vm.meter.Charge(items.count / 8)) return Step::Limit();
      Value list = vm.NewList(items.first, items.count);
      return list.IsUnbound() ? vm.NoRoom() : Step::Done(list);
    }
    Step iterator = GetIter(vm, n.arg(1));
    if (!iterator.done()) return iterator;
    Step hint = LengthHint(vm, n.arg(1));
    if (!hint.done()) return hint;
    Value list = vm.NewListWithCapacity(0);
    if (list.IsUnbound()) return vm.NoRoom();
    n.slot(0) = list;
    n.slot(1) = iterator.value;
  }
  Step step = ForEach(vm, n, 1, n.slot(1),
                      [&](Value item) { return vm.ListAppend(n.slot(0), item) ? Step::Done(kNone) : vm.NoRoom(); });
  return step.done() ? Step::Done(n.slot(0)) : step;
}

// ---- special methods --------------------------------------------------------------------------------------------------

Step Len(Vm& vm, Native& n) { return Length(vm, n.arg(0)); }
Step Iter(Vm& vm, Native& n) { return GetIter(vm, n.arg(0)); }
Step Has(Vm& vm, Native& n) { return Contains(vm, n.arg(0), n.arg(1)); }
Step Get(Vm& vm, Native& n) { return GetItem(vm, n.arg(0), n.arg(1)); }
Step SetAt(Vm& vm, Native& n) { return SetItem(vm, n.arg(0), n.arg(1), n.arg(2)); }
Step DeleteAt(Vm& vm, Native& n) { return DeleteItem(vm, n.arg(0), n.arg(1)); }
Step Add(Vm& vm, Native& n) { return LayoutBinary(vm, BinaryOp::kAdd, n.arg(0), n.arg(1), false); }
// list += iterable as a method: extend, and the list.
Step ExtendSelf(Vm& vm, Native& n) {
  Step step = Extend(vm, n);
  return step.done() ? Step::Done(n.arg(0)) : step;
}

constexpr BuiltinRow kRows[] = {
    {"append", "($self, object, /)", Append},
    {"insert", "($self, index, object, /)", Insert},
    {"extend", "($self, iterable, /)", Extend, 1},
    {"pop", "($self, index=-1, /)", Pop},
    {"clear", "($self, /)", Clear},
    {"copy", "($self, /)", Copy},
    {"index", "($self, value, start=0, stop=9223372036854775807, /)", Index},
    {"remove", "($self, value, /)", Remove},
    {"count", "($self, value, /)", Count},
    {"reverse", "($self, /)", Reverse},
    {"sort", "($self, /, *, key=None, reverse=False)", ListSort, kSortSlots, BuiltinRow::kCleans},
    {"__reversed__", "($self, /)", Reversed},
    {"__len__", "($self, /)", Len, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", Iter, 0, BuiltinRow::kSlotWrapper},
    {"__contains__", "($self, key, /)", Has, 0, BuiltinRow::kSlotWrapper},
    {"__getitem__", "($self, index, /)", Get},
    {"__setitem__", "($self, key, value, /)", SetAt, 0, BuiltinRow::kSlotWrapper},
    {"__delitem__", "($self, key, /)", DeleteAt, 0, BuiltinRow::kSlotWrapper},
    {"__add__", "($self, value, /)", Add, 0, BuiltinRow::kSlotWrapper},
    GARTER_SLOT_ROW("__mul__", RepeatMethod<false>),
    GARTER_SLOT_ROW("__rmul__", RepeatMethod<false>),
    GARTER_SLOT_ROW("__imul__", RepeatMethod<true>),
    {"__iadd__", "($self, value, /)", ExtendSelf, 1, BuiltinRow::kSlotWrapper},
    GARTER_NO_HASH_ROW,
};
constexpr BuiltinRow kConstructor = {"list", "($self, iterable=(), /)", New, 2};

}  // namespace

const TypeTable kListTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

void ReverseItems(Value* items, uint32_t count) {
  for (uint32_t low = 0, high = count - 1; low < high; ++low, --high) {
    Value item = items[low];
    items[low] = items[high];
    items[high] = item;
  }
}

Step ListAssign(Vm& vm, Value list, const Resolved& at, Value items) {
  uint32_t count = vm.heap.At<List>(list)->count, more = SpanOf(vm, items).count;
  if (at.step != 1) {
    if (more != at.count) {
      return vm.Raise(TypeId::kValueError, "attempt to assign sequence of size %d to extended slice of size %d",
                      int64_t{more}, at.count);
    }
    Put(vm, list, at.start, at.step, SpanOf(vm, items).first, more);
    return Step::Done(kNone);
  }
  if (!vm.ListReserve(list, uint64_t{count} - static_cast<uint64_t>(at.count) + more)) return vm.NoRoom();
  auto end = static_cast<uint32_t>(at.start + at.count);
  if (more != at.count) {
    if (end < count)
      Shift(vm, list, end, int64_t{more} - at.count);
    else
      vm.ListSetCount(vm.heap.At<List>(list), static_cast<uint32_t>(count - at.count + more));
  }
  Put(vm, list, at.start, 1, SpanOf(vm, items).first, more);
  return Step::Done(kNone);
}

void ListDelete(Vm& vm, Value list, const Resolved& at) {
  if (at.count == 0) return;
  uint32_t count = vm.heap.At<List>(list)->count;
  int64_t first = at.step > 0 ? at.start : at.start + (at.count - 1) * at.step;
  int64_t stride = at.step > 0 ? at.step : -at.step;
  if (at.count == 1) stride = 1;
  if (stride == 1) {
    auto end = static_cast<uint32_t>(first + at.count);
    if (end < count)
      Shift(vm, list, end, -at.count);
    else
      vm.ListSetCount(vm.heap.At<List>(list), static_cast<uint32_t>(count - at.count));
    return;
  }
  Value* items = ItemsOf(vm, list);
  int64_t to = first;
  for (int64_t from = first; from < count; ++from) {
    int64_t distance = from - first;
    if (distance % stride == 0 && distance / stride < at.count) continue;
    items[to++] = items[from];
  }
  vm.meter.used += (count - static_cast<uint64_t>(first)) / 8;
  vm.ListSetCount(vm.heap.At<List>(list), static_cast<uint32_t>(to));
}

Step ListRepeat(Vm& vm, Value list, int64_t times, bool inplace) {
  uint32_t count = SpanOf(vm, list).count;
  if (times < 0) times = 0;
  uint64_t total = 0;
  if (count > 0 && __builtin_mul_overflow(uint64_t{count}, static_cast<uint64_t>(times), &total))
    total = UINT64_MAX / 16;
  if (total > 0x1FFF'FFFF) {
    vm.heap.wanted = 0xFFFF'FFFF;
    return vm.NoRoom();
  }
  if (!vm.meter.Charge(total / 16)) return Step::Limit();
  Value result = list;
  if (inplace) {
    if (!vm.ListReserve(list, total)) return vm.NoRoom();
  } else {
    result = vm.NewListWithCapacity(static_cast<uint32_t>(total));
    if (result.IsUnbound()) return vm.NoRoom();
  }
  if (total == 0) {
    vm.ListSetCount(vm.heap.At<List>(result), 0);
    return Step::Done(result);
  }
  Value* to = ItemsOf(vm, result);
  if (!inplace) CopyBytes(to, SpanOf(vm, list).first, count * sizeof(Value));
  for (uint64_t done = count; done < total;) {
    uint64_t piece = done < total - done ? done : total - done;
    CopyBytes(to + done, to, piece * sizeof(Value));
    done += piece;
  }
  vm.ListSetCount(vm.heap.At<List>(result), static_cast<uint32_t>(total));
  return Step::Done(result);
}

Step ListBinary(Vm& vm, BinaryOp op, Value a, Value b, bool inplace) {
  if (op == BinaryOp::kMul) {
    int64_t times = 0;
    vm.AsClampedIndex(b, &times);
    return ListRepeat(vm, a, times, inplace);
  }
  if (op != BinaryOp::kAdd) return Step::Stop();
  if (!inplace) {
    if (!b.IsObject(Kind::kList))
      return vm.Raise(TypeId::kTypeError, "can only concatenate list (not \"%T\") to list", b);
    Span x = SpanOf(vm, a), y = SpanOf(vm, b);
    if (!vm.meter.Charge((uint64_t{x.count} + y.count) / 8)) return Step::Limit();
    Value list = vm.NewListWithCapacity(x.count + y.count);
    if (list.IsUnbound()) return vm.NoRoom();
    if (x.count + y.count == 0) return Step::Done(list);
    Value* to = ItemsOf(vm, list);
    CopyBytes(to, x.first, x.count * sizeof(Value));
    CopyBytes(to + x.count, y.first, y.count * sizeof(Value));
    vm.ListSetCount(vm.heap.At<List>(list), x.count + y.count);
    return Step::Done(list);
  }
  if (!IsListOrTuple(b)) {
    Step step = GetIter(vm, b);
    if (!step.done()) return step;
    Value iterator = step.value;
    step = DrainNatively(vm, iterator);
    if (step.action == Action::kCall) return {Action::kCall, static_cast<uint32_t>(op), iterator};
    if (!step.done()) return step;
    b = step.value;
  }
  Step step = ExtendBySequence(vm, a, b);
  return step.done() ? Step::Done(a) : step;
}

}  // namespace garter
