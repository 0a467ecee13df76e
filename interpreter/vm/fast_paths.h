// What the loop does in place: ints of 48 bits, floats, lists and tuples by index, ranges. Everything else is a call of
// operators.h or protocols.h. Each function answers false, having changed nothing, when the case is not a common one.
#ifndef GARTER_INTERPRETER_VM_FAST_PATHS_H_
#define GARTER_INTERPRETER_VM_FAST_PATHS_H_

#include <cstring>

#include "interpreter/vm/frames.h"

namespace garter {

inline bool BothInts(Value x, Value y) { return (x.bits & y.bits) >= Value::kIntTag; }
inline bool BothDoubles(Value x, Value y) { return x.IsDouble() && y.IsDouble(); }

// An int in the upper 48 bits of a word: sums and differences overflow there exactly when they need more than 48 bits.
inline int64_t Shifted(Value x) { return static_cast<int64_t>(x.bits << 16); }
inline Value FromShifted(int64_t shifted) { return Value{Value::kIntTag | (static_cast<uint64_t>(shifted) >> 16)}; }

// Doubles made by the hardware from canonical ones: its NaN is below the boxes.
inline Value RawDouble(double d) {
  Value v;
  std::memcpy(&v.bits, &d, 8);
  return v;
}

// ---- ints. REQUIRES: BothInts(x, y) ---------------------------------------------------------------------------------
inline bool AddInts(Vm&, Value x, Value y, Value* result) {
  int64_t r;
  if (__builtin_add_overflow(Shifted(x), Shifted(y), &r)) return false;
  *result = FromShifted(r);
  return true;
}
inline bool SubInts(Vm&, Value x, Value y, Value* result) {
  int64_t r;
  if (__builtin_sub_overflow(Shifted(x), Shifted(y), &r)) return false;
  *result = FromShifted(r);
  return true;
}
inline bool MulInts(Vm&, Value x, Value y, Value* result) {
  int64_t r;
  if (__builtin_mul_overflow(x.AsSmallInt(), Shifted(y), &r)) return false;
  *result = FromShifted(r);
  return true;
}
inline bool TrueDivInts(Vm&, Value x, Value y, Value* result) {
  if (y.AsSmallInt() == 0) return false;
  *result = RawDouble(static_cast<double>(x.AsSmallInt()) / static_cast<double>(y.AsSmallInt()));
  return true;
}
inline bool FloorDivInts(Vm& vm, Value x, Value y, Value* result) {
  int64_t n = x.AsSmallInt(), d = y.AsSmallInt();
  if (d == 0) return false;
  int64_t q = n / d;
  q -= GARTER_MUTANT(vm, 1, 0, (n % d != 0) & ((n ^ d) < 0));
  if (!Value::FitsSmall(q)) return false;
  *result = Value::SmallInt(q);
  return true;
}
inline bool ModInts(Vm& vm, Value x, Value y, Value* result) {
  int64_t d = y.AsSmallInt();
  if (d == 0) return false;
  int64_t r = x.AsSmallInt() % d;
  if (GARTER_MUTANT(vm, 2, false, r != 0 && (r ^ d) < 0)) r += d;
  *result = Value::SmallInt(r);
  return true;
}
inline bool LShiftInts(Vm&, Value x, Value y, Value* result) {
  int64_t s = y.AsSmallInt(), n = x.AsSmallInt();
  if (s < 0 || s >= 47 || (n << s) >> s != n || !Value::FitsSmall(n << s)) return false;
  *result = Value::SmallInt(n << s);
  return true;
}
inline bool RShiftInts(Vm&, Value x, Value y, Value* result) {
  int64_t s = y.AsSmallInt();
  if (s < 0) return false;
  *result = Value::SmallInt(x.AsSmallInt() >> (s > 63 ? 63 : s));
  return true;
}
inline bool AndInts(Vm&, Value x, Value y, Value* result) {
  *result = Value{x.bits & y.bits};
  return true;
}
inline bool OrInts(Vm&, Value x, Value y, Value* result) {
  *result = Value{x.bits | y.bits};
  return true;
}
inline bool XorInts(Vm&, Value x, Value y, Value* result) {
  *result = Value{(x.bits ^ y.bits) | Value::kIntTag};
  return true;
}

// ---- floats. REQUIRES: BothDoubles(x, y) ----------------------------------------------------------------------------
inline bool AddDoubles(Value x, Value y, Value* result) {
  *result = RawDouble(x.AsDouble() + y.AsDouble());
  return true;
}
inline bool SubDoubles(Value x, Value y, Value* result) {
  *result = RawDouble(x.AsDouble() - y.AsDouble());
  return true;
}
inline bool MulDoubles(Value x, Value y, Value* result) {
  *result = RawDouble(x.AsDouble() * y.AsDouble());
  return true;
}
inline bool TrueDivDoubles(Value x, Value y, Value* result) {
  if (y.AsDouble() == 0) return false;
  *result = RawDouble(x.AsDouble() / y.AsDouble());
  return true;
}

// Operators without a common case for ints, or for floats.
inline bool NoInts(Vm&, Value, Value, Value*) { return false; }
inline bool NoDoubles(Value, Value, Value*) { return false; }

// ---- containers -----------------------------------------------------------------------------------------------------

// container[key] of a list or a tuple by an int in range.
inline bool ItemInPlace(const Heap& heap, Value container, Value key, Value* result) {
  if (!key.IsSmallInt()) return false;
  int64_t at = key.AsSmallInt();
  if (container.IsObject(Kind::kList)) {
    List* list = heap.At<List>(container);
    if (at < 0) at += list->count;
    if (static_cast<uint64_t>(at) >= list->count) return false;
    *result = heap.At<Buffer>(list->buffer)->items()[at];
    return true;
  }
  if (container.IsObject(Kind::kTuple)) {
    Tuple* tuple = heap.At<Tuple>(container);
    if (at < 0) at += tuple->count;
    if (static_cast<uint64_t>(at) >= tuple->count) return false;
    *result = tuple->items()[at];
    return true;
  }
  return false;
}

// list[key] = item by an int in range.
inline bool StoreInPlace(Heap& heap, Value container, Value key, Value item) {
  if (!key.IsSmallInt() || !container.IsObject(Kind::kList)) return false;
  List* list = heap.At<List>(container);
  int64_t at = key.AsSmallInt();
  if (at < 0) at += list->count;
  if (static_cast<uint64_t>(at) >= list->count) return false;
  Buffer* buffer = heap.At<Buffer>(list->buffer);
  heap.Store(buffer, buffer->items() + at, item);
  return true;
}

// list.append(item) where the list's buffer has room.
inline bool AppendInPlace(Heap& heap, Value target, Value item) {
  List* list = heap.At<List>(target);
  if (list->buffer == 0) return false;
  Buffer* buffer = heap.At<Buffer>(list->buffer);
  if (list->count >= buffer->capacity) return false;
  heap.Store(buffer, buffer->items() + list->count, item);
  buffer->fill = ++list->count;
  return true;
}

enum class InPlace : uint8_t { kItem, kStop, kNo };

// The next item of an iterator over a range of small ints, a list or a tuple.
inline InPlace NextInPlace(const Heap& heap, Value source, Value* item) {
  if (!source.IsObject(Kind::kIterator)) return InPlace::kNo;
  Iterator* iterator = heap.At<Iterator>(source);
  auto kind = static_cast<IteratorKind>(iterator->aux);
  if (kind == IteratorKind::kRange && iterator->source.IsNone()) {
    int64_t index = iterator->index;
    if (index == iterator->second.AsSmallInt()) return InPlace::kStop;
    iterator->index = index + iterator->third.AsSmallInt();
    *item = Value::SmallInt(index);
    return InPlace::kItem;
  }
  if (kind == IteratorKind::kList && iterator->source.IsObject(Kind::kList)) {
    List* list = heap.At<List>(iterator->source);
    if (static_cast<uint64_t>(iterator->index) < list->count) {
      *item = heap.At<Buffer>(list->buffer)->items()[iterator->index++];
      return InPlace::kItem;
    }
    iterator->source = kUnbound;
    return InPlace::kStop;
  }
  if (kind == IteratorKind::kTuple && iterator->source.IsObject(Kind::kTuple)) {
    Tuple* tuple = heap.At<Tuple>(iterator->source);
    if (static_cast<uint64_t>(iterator->index) < tuple->count) {
      *item = tuple->items()[iterator->index++];
      return InPlace::kItem;
    }
    iterator->source = kUnbound;
    return InPlace::kStop;
  }
  return InPlace::kNo;
}

// ---- calls ----------------------------------------------------------------------------------------------------------

// A builtin called by position alone with a count that it takes: binds the arguments where they stand. `given` does not
// count $self. REQUIRES: the window is at the stack's end (the caller is no generator's frame).
[[gnu::always_inline]] inline bool BindInPlace(Vm& vm, const BuiltinRow& row, Value* window, uint32_t given,
                                               Native* native) {
  uint32_t self = row.has_self, bound = given + self;
  if ((row.flags & BuiltinRow::kRaw) == 0) {
    if (given < row.min_positional || given > row.max_positional) return false;
    if (row.max_positional + self < row.parameter_count) return false;  // it has keyword-only parameters
    bound = row.parameter_count;
  }
  Value* base = window - kFrameHeader;
  if (base - (bound + row.slots + 16) < vm.stack_floor) return false;
  for (uint32_t k = 0; k < given + self; ++k) {
    if (__builtin_expect(base[-static_cast<int64_t>(k)].IsObject(Kind::kInstance), 0)) return false;
  }
  for (uint32_t k = given + self; k < bound; ++k) base[-static_cast<int64_t>(k)] = kUnbound;
  native->base = base;
  native->argument_count = bound;
  native->slot_count = row.slots;
  native->phase = 0;
  native->function = *window;
  native->input = native->keyword_names = kUnbound;
  native->stopped = native->failed = false;
  return true;
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_FAST_PATHS_H_
