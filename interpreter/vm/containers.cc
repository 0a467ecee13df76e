// Making lists and tuples, and growing lists: the containers' part of vm.h. Dicts and sets are in types/.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/vm/vm.h"

namespace garter {
namespace {

void CopyItems(Value* to, const Value* from, uint32_t count, bool downwards) {
  if (!downwards) {
    CopyBytes(to, from, count * sizeof(Value));
    return;
  }
  for (uint32_t k = 0; k < count; ++k) to[k] = from[-static_cast<int64_t>(k)];
}

}  // namespace

Value Vm::EmptyTuple() {
  if (empty_tuple.IsUnbound()) {
    Tuple* tuple = heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple));
    if (tuple == nullptr) return kUnbound;
    tuple->count = tuple->unused = 0;
    empty_tuple = heap.ValueOf(tuple);
  }
  return empty_tuple;
}

Value Vm::NewTuple(const Value* items, uint32_t count, bool downwards) {
  if (count == 0) return EmptyTuple();
  Tuple* tuple = heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + uint64_t{count} * sizeof(Value));
  if (tuple == nullptr) return kUnbound;
  tuple->count = count;
  tuple->unused = 0;
  CopyItems(tuple->items(), items, count, downwards);
  return heap.ValueOf(tuple);
}

Value Vm::NewListWithCapacity(uint32_t capacity) {
  List* list = heap.New<List>(Kind::kList);
  if (list == nullptr) return kUnbound;
  list->count = list->buffer = 0;
  Value value = heap.ValueOf(list);
  if (capacity == 0) return value;
  Buffer* buffer = heap.Allocate<Buffer>(Kind::kBuffer, sizeof(Buffer) + uint64_t{capacity} * sizeof(Value));
  if (buffer == nullptr) return kUnbound;
  buffer->capacity = capacity;
  buffer->fill = 0;
  list->buffer = heap.HandleOf(buffer);
  return value;
}

Value Vm::NewList(const Value* items, uint32_t count, bool downwards) {
  Value value = NewListWithCapacity(count);
  if (value.IsUnbound() || count == 0) return value;
  List* list = heap.At<List>(value);
  CopyItems(heap.At<Buffer>(list->buffer)->items(), items, count, downwards);
  ListSetCount(list, count);
  return value;
}

bool Vm::ListReserve(Value value, uint64_t capacity) {
  List* list = heap.At<List>(value);
  Buffer* old = list->buffer == 0 ? nullptr : heap.At<Buffer>(list->buffer);
  uint64_t have = old == nullptr ? 0 : old->capacity;
  if (capacity <= have) return true;
  uint64_t grown = have + have / 2 + 4;
  if (capacity < grown) capacity = grown;
  if (capacity > 0x1FFF'FFFF) capacity = 0x1FFF'FFFF;  // no span holds more: Allocate says no
  // The last object of the heap grows where it lies.
  uint64_t old_size = sizeof(Buffer) + have * sizeof(Value);
  if (old != nullptr && heap.HandleOf(old) + old_size == heap.top && heap.HandleOf(old) >= heap.watermark) {
    uint64_t more = (capacity - have) * sizeof(Value);
    if (more + heap.top + Heap::kStackReserve > heap.floor) {
      heap.wanted = more > 0xFFFF'FFFF ? 0xFFFF'FFFF : static_cast<uint32_t>(more);
      return false;
    }
    heap.top += static_cast<uint32_t>(more);
    // As much as a new buffer would cost: where it lies is no business of the fuel.
    meter.used += Heap::kFuelPerObject + ((sizeof(Buffer) + capacity * sizeof(Value)) >> Heap::kFuelByteShift);
    if (heap.top > heap.trigger) meter.AskForSafepoint();
    old->capacity = static_cast<uint32_t>(capacity);
    return true;
  }
  Buffer* buffer = heap.Allocate<Buffer>(Kind::kBuffer, sizeof(Buffer) + capacity * sizeof(Value));
  if (buffer == nullptr) return false;
  buffer->capacity = static_cast<uint32_t>(capacity);
  buffer->fill = list->count;
  if (list->count > 0) CopyBytes(buffer->items(), old->items(), list->count * sizeof(Value));
  // Allocated above the watermark: its items need no barrier, its owner does.
  heap.StoreHandle(list, &list->buffer, buffer);
  return true;
}

bool Vm::ListAppend(Value value, Value item) {
  List* list = heap.At<List>(value);
  uint32_t count = list->count;
  if (list->buffer == 0 || count == heap.At<Buffer>(list->buffer)->capacity) {
    if (!ListReserve(value, uint64_t{count} + 1)) return false;
  }
  Buffer* buffer = heap.At<Buffer>(list->buffer);
  buffer->fill = list->count = count + 1;
  heap.Store(buffer, buffer->items() + count, item);
  return true;
}

}  // namespace garter
