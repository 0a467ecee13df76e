// tuple: its methods and operators.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/types/containers.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/special_methods.h"
#include "interpreter/types/tables.h"

namespace garter {
namespace {

Step Search(Vm& vm, Native& n) {
  int64_t from, to;
  Step step = ResolveBounds(vm, n.arg(2), n.arg(3), SpanOf(vm, n.arg(0)).count, &from, &to);
  if (!step.done()) return step;
  for (int64_t k = from; k < to; ++k) {
    if ((k & 7) == 0 && !vm.meter.Charge(1)) return Step::Limit();
    step = Same(vm, SpanOf(vm, n.arg(0)).first[k], n.arg(1));
    if (!step.done()) return step;
    if (step.value.IsTrue()) return Step::Done(Value::SmallInt(k));
  }
  return vm.Raise(TypeId::kValueError, "tuple.index(x): x not in tuple");
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

Step TupleOf(Vm& vm, Value list) {
  Span items = SpanOf(vm, list);
  if (!vm.meter.Charge(items.count / 8)) return Step::Limit();
  Value tuple = vm.NewTuple(items.first, items.count);
  return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
}

// tuple(iterable). Slot 0: a list that collects, slot 1: the iterator.
Step New(Vm& vm, Native& n) {
  if (n.phase == 0) {
    if (!n.has(1)) {
      Value empty = vm.EmptyTuple();
      return empty.IsUnbound() ? vm.NoRoom() : Step::Done(empty);
    }
    if (n.arg(1).IsObject(Kind::kTuple)) return Step::Done(n.arg(1));
    if (n.arg(1).IsObject(Kind::kList)) return TupleOf(vm, n.arg(1));
    Step iterator = GetIter(vm, n.arg(1));
    if (!iterator.done()) return iterator;
    Value list = vm.NewListWithCapacity(0);
    if (list.IsUnbound()) return vm.NoRoom();
    n.slot(0) = list;
    n.slot(1) = iterator.value;
  }
  Step step = ForEach(vm, n, 1, n.slot(1),
                      [&](Value item) { return vm.ListAppend(n.slot(0), item) ? Step::Done(kNone) : vm.NoRoom(); });
  return step.done() ? TupleOf(vm, n.slot(0)) : step;
}

Step Len(Vm& vm, Native& n) { return Length(vm, n.arg(0)); }
Step Iter(Vm& vm, Native& n) { return GetIter(vm, n.arg(0)); }
Step Has(Vm& vm, Native& n) { return Contains(vm, n.arg(0), n.arg(1)); }
Step Get(Vm& vm, Native& n) { return GetItem(vm, n.arg(0), n.arg(1)); }
Step Add(Vm& vm, Native& n) { return LayoutBinary(vm, BinaryOp::kAdd, n.arg(0), n.arg(1), false); }

constexpr BuiltinRow kRows[] = {
    {"index", "($self, value, start=0, stop=9223372036854775807, /)", Search},
    {"count", "($self, value, /)", Count},
    {"__len__", "($self, /)", Len, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", Iter, 0, BuiltinRow::kSlotWrapper},
    {"__contains__", "($self, key, /)", Has, 0, BuiltinRow::kSlotWrapper},
    {"__getitem__", "($self, key, /)", Get, 0, BuiltinRow::kSlotWrapper},
    {"__add__", "($self, value, /)", Add, 0, BuiltinRow::kSlotWrapper},
    GARTER_SLOT_ROW("__mul__", RepeatMethod<false>),
    GARTER_SLOT_ROW("__rmul__", RepeatMethod<false>),
};
constexpr BuiltinRow kConstructor = {"tuple", "($self, iterable=(), /)", New, 2};

// A tuple of `count` items that the caller fills. Null: no room.
Tuple* Allocate(Vm& vm, uint64_t count) {
  if (count > 0x1FFF'FFFF) {
    vm.heap.wanted = 0xFFFF'FFFF;
    return nullptr;
  }
  Tuple* tuple = vm.heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + count * sizeof(Value));
  if (tuple == nullptr) return nullptr;
  tuple->count = static_cast<uint32_t>(count);
  tuple->unused = 0;
  return tuple;
}

Step Concatenate(Vm& vm, Value a, Value b) {
  if (!b.IsObject(Kind::kTuple))
    return vm.Raise(TypeId::kTypeError, "can only concatenate tuple (not \"%T\") to tuple", b);
  Span x = SpanOf(vm, a), y = SpanOf(vm, b);
  if (x.count == 0) return Step::Done(b);
  if (y.count == 0) return Step::Done(a);
  if (!vm.meter.Charge((uint64_t{x.count} + y.count) / 8)) return Step::Limit();
  Tuple* tuple = Allocate(vm, uint64_t{x.count} + y.count);
  if (tuple == nullptr) return vm.NoRoom();
  CopyBytes(tuple->items(), x.first, x.count * sizeof(Value));
  CopyBytes(tuple->items() + x.count, y.first, y.count * sizeof(Value));
  return Step::Done(vm.heap.ValueOf(tuple));
}

Step Repeat(Vm& vm, Value a, int64_t times) {
  Span items = SpanOf(vm, a);
  if (times <= 0 || items.count == 0) {
    Value empty = vm.EmptyTuple();
    return empty.IsUnbound() ? vm.NoRoom() : Step::Done(empty);
  }
  if (times == 1) return Step::Done(a);
  uint64_t total;
  if (__builtin_mul_overflow(uint64_t{items.count}, static_cast<uint64_t>(times), &total)) total = UINT64_MAX;
  if (total <= 0x1FFF'FFFF && !vm.meter.Charge(total / 16)) return Step::Limit();
  Tuple* tuple = Allocate(vm, total);
  if (tuple == nullptr) return vm.NoRoom();
  CopyBytes(tuple->items(), items.first, items.count * sizeof(Value));
  for (uint64_t done = items.count; done < total;) {
    uint64_t piece = done < total - done ? done : total - done;
    CopyBytes(tuple->items() + done, tuple->items(), piece * sizeof(Value));
    done += piece;
  }
  return Step::Done(vm.heap.ValueOf(tuple));
}

}  // namespace

const TypeTable kTupleTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

Step TupleBinary(Vm& vm, BinaryOp op, Value a, Value b, bool) {
  if (op == BinaryOp::kAdd) return Concatenate(vm, a, b);
  if (op != BinaryOp::kMul) return Step::Stop();
  int64_t times = 0;
  vm.AsClampedIndex(b, &times);
  return Repeat(vm, a, times);
}

}  // namespace garter
