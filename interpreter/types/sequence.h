// What list, tuple, range, slice and their users share: items, slices, iterators, and loops over any iterable.
#ifndef GARTER_INTERPRETER_TYPES_SEQUENCE_H_
#define GARTER_INTERPRETER_TYPES_SEQUENCE_H_

#include "interpreter/vm/protocols.h"

namespace garter {

// The items of a list or tuple where they lie. Valid until the step returns or the list grows.
struct Span {
  const Value* first;
  uint32_t count;
};
inline bool IsListOrTuple(Value v) { return v.IsObject(Kind::kList) || v.IsObject(Kind::kTuple); }
inline Span SpanOf(Vm& vm, Value v) {
  if (v.IsObject(Kind::kTuple)) {
    const Tuple* tuple = vm.heap.At<Tuple>(v);
    return {tuple->items(), tuple->count};
  }
  const List* list = vm.heap.At<List>(v);
  return {list->count == 0 ? nullptr : vm.heap.At<Buffer>(list->buffer)->items(), list->count};
}

// A slice applied to a sequence of `length` items: start, step, and how many.
struct Resolved {
  int64_t start, step, count;
  int64_t stop;
};
// `slice` is a slice object. "slice indices must be integers or None or have an __index__ method".
Step ResolveSlice(Vm& vm, Value slice, int64_t length, Resolved* out);
// slice.indices(length), with ints of any size. Done: a tuple.
Step SliceIndices(Vm& vm, Value slice, Value length);
Step ResolveParts(Vm& vm, Value start, Value stop, Value step, int64_t length, Resolved* out);
// start and stop of index(x, start, stop), clamped into 0..length.
Step ResolveBounds(Vm& vm, Value start, Value stop, int64_t length, int64_t* from, int64_t* to);
// An index of a sequence as int64: "cannot fit 'int' into an index-sized integer". False out: not an int at all.
Step SequenceIndex(Vm& vm, Value k, int64_t* out, bool* is_int);

Value NewIterator(Vm& vm, IteratorKind kind, Value source, int64_t index, Value second, Value third);
// Can Next() do without Python, now and for the whole iterator?
bool IteratesNatively(Vm& vm, Value iterator);
// A native that calls and is answered Stop, as by next() at the end: StopIteration, as if it had been raised.
Step RaiseStopIteration(Vm& vm, Value returned);
// range(): parts are ints; Done(range).
Step NewRange(Vm& vm, Value start, Value stop, Value step);
// range[i] for 0 <= i < length, both as values.
Step RangeItem(Vm& vm, const Range* range, Value i);
Step RangeGetItem(Vm& vm, Value range, Value k);
Step RangeContains(Vm& vm, Value range, Value item);
Step RangeIterator(Vm& vm, Value range, bool reversed);

// list[start:stop] = items and so on.
Step ListAssign(Vm& vm, Value list, const Resolved& at, Value items);  // items: a list or tuple, not `list` itself
void ListDelete(Vm& vm, Value list, const Resolved& at);
Step ListRepeat(Vm& vm, Value list, int64_t count, bool inplace);

// The values of any iterable that needs no Python, as a new list; NeedsPython otherwise. `iterator` from GetIter.
Step DrainNatively(Vm& vm, Value iterator);

// Runs body(item) for each item that `iterator` (a register of the native) still has. Done: all were visited, or body
// answered Stop. Anything else is to be answered by the native as it is; it is entered again with `phase` and comes
// back here, where n.input is the item to go on with. What body did before it answered More must bear doing again.
template <typename Body>
Step ForEach(Vm& vm, Native& n, uint32_t phase, Value iterator, Body body) {
  if (n.phase != phase) {
    n.phase = phase;
    n.input = kUnbound;
    n.stopped = false;
    n.settled = vm.meter.used;
  }
  while (!n.stopped) {
    if (!n.input.IsUnbound()) {
      Step step = body(n.input);
      if (step.action == Action::kStop)
        n.stopped = true;
      else if (!step.done())
        return step;
      n.input = kUnbound;
      n.settled = vm.meter.used;
      if (n.stopped) break;
    }
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step next = Next(vm, iterator);
    if (next.action == Action::kCall) return n.Next(phase, iterator);
    if (next.action == Action::kStop)
      n.stopped = true;
    else if (!next.done())
      return next;
    else
      n.input = next.value;
    n.settled = vm.meter.used;
  }
  return Step::Done(kNone);
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_SEQUENCE_H_
