// Questions and memos: see ask.h.
#include "interpreter/vm/ask.h"

#include "interpreter/base/copy_bytes.h"

namespace garter {
namespace {

Value* ItemsOf(Vm& vm, const List* list) { return vm.heap.At<Buffer>(list->buffer)->items(); }

// Is the operand of a question the one of an earlier run? What a native makes anew each time is compared by its value.
bool SameOperand(Vm& vm, Value a, Value b) {
  if (a == b) return true;
  if (!a.IsObject() || !b.IsObject() || a.kind() != b.kind()) return false;
  switch (a.kind()) {
    case Kind::kStr:
      return vm.StrEquals(a, b);
    case Kind::kTuple: {
      const Tuple* x = vm.heap.At<Tuple>(a);
      const Tuple* y = vm.heap.At<Tuple>(b);
      if (x->count != y->count) return false;
      for (uint32_t k = 0; k < x->count; ++k) {
        if (!(x->items()[k] == y->items()[k])) return false;
      }
      return true;
    }
    case Kind::kSlice: {
      const Slice* x = vm.heap.At<Slice>(a);
      const Slice* y = vm.heap.At<Slice>(b);
      return x->start == y->start && x->stop == y->stop && x->step == y->step;
    }
    case Kind::kInt: {
      const Int* x = vm.heap.At<Int>(a);
      const Int* y = vm.heap.At<Int>(b);
      if (x->limb_count != y->limb_count || x->negative() != y->negative()) return false;
      for (uint32_t k = 0; k < x->limb_count; ++k) {
        if (x->limbs()[k] != y->limbs()[k]) return false;
      }
      return true;
    }
    default:
      return false;
  }
}

}  // namespace

Step Ask(Vm& vm, Protocol protocol, uint32_t detail, Value a, Value b, Value c) {
  uint32_t code = static_cast<uint32_t>(protocol) | detail << 16;
  if (vm.memo.IsObject()) {
    List* list = vm.heap.At<List>(vm.memo);
    if (vm.memo_cursor + Memo::kEntry <= list->count) {
      Value* entry = ItemsOf(vm, list) + vm.memo_cursor;
      if (entry[0] == Value::SmallInt(code) && SameOperand(vm, entry[1], a) && SameOperand(vm, entry[2], b)) {
        entry[4] = Value::SmallInt(static_cast<int64_t>(vm.meter.used));
        vm.meter.used += 1;
        vm.memo_cursor += Memo::kEntry;
        return Step::Done(entry[3]);
      }
      vm.ListSetCount(list, vm.memo_cursor);
    }
  }
  vm.ask_code = code;
  vm.ask_a = a;
  vm.ask_b = b;
  vm.ask_c = c;
  return {Action::kAsk, 0, kUnbound};
}

void TrimMemo(Vm& vm, uint64_t settled) {
  if (!vm.memo.IsObject()) return;
  List* list = vm.heap.At<List>(vm.memo);
  Value* items = ItemsOf(vm, list);
  uint32_t first = Memo::kHeader;
  while (first < vm.memo_cursor && static_cast<uint64_t>(items[first + 4].AsSmallInt()) < settled)
    first += Memo::kEntry;
  if (first != Memo::kHeader) {
    MoveBytes(items + Memo::kHeader, items + first, (list->count - first) * sizeof(Value));
    vm.ListSetCount(list, list->count - (first - Memo::kHeader));
  }
  vm.memo_cursor = Memo::kHeader;
}

bool PrepareMemo(Vm& vm, const Native& native) {
  if (!vm.memo.IsObject()) {
    Value memo = vm.NewListWithCapacity(Memo::kHeader + 2 * Memo::kEntry);
    if (memo.IsUnbound()) return false;
    vm.memo = memo;
    vm.ListSetCount(vm.heap.At<List>(memo), Memo::kHeader);
  }
  TrimMemo(vm, native.settled);
  List* list = vm.heap.At<List>(vm.memo);
  // Room for the answer, so that nothing can fail when it comes.
  if (!vm.ListReserve(vm.memo, uint64_t{list->count} + Memo::kEntry)) return false;
  Buffer* buffer = vm.heap.At<Buffer>(list->buffer);
  Value* items = buffer->items();
  vm.heap.Store(buffer, &items[Memo::kInput], native.input);
  items[Memo::kFlags] = Value::SmallInt((native.stopped ? Memo::kStopped : 0) | (native.failed ? Memo::kFailed : 0));
  vm.heap.Store(buffer, &items[Memo::kNames], native.keyword_names);
  uint32_t at = list->count;
  items[at] = Value::SmallInt(vm.ask_code);
  vm.heap.Store(buffer, &items[at + 1], vm.ask_a);
  vm.heap.Store(buffer, &items[at + 2], vm.ask_b);
  items[at + 3] = items[at + 4] = kUnbound;
  vm.ListSetCount(list, at + Memo::kEntry);
  return true;
}

void RestoreFromMemo(Vm& vm, Native* native, Value answer) {
  vm.memo = native->base[-static_cast<int64_t>(native->argument_count + native->slot_count)];
  List* list = vm.heap.At<List>(vm.memo);
  Buffer* buffer = vm.heap.At<Buffer>(list->buffer);
  Value* items = buffer->items();
  vm.heap.Store(buffer, items + list->count - 2, answer);
  native->input = items[Memo::kInput];
  native->stopped = (items[Memo::kFlags].AsSmallInt() & Memo::kStopped) != 0;
  native->failed = (items[Memo::kFlags].AsSmallInt() & Memo::kFailed) != 0;
  native->keyword_names = items[Memo::kNames];
}

}  // namespace garter
