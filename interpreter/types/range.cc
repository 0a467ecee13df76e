// range: ints of any size; the small ones have iterators that the loop serves inline.
#include "interpreter/base/bigint.h"
#include "interpreter/types/compare_parts.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

constexpr Value kZero = Value::SmallInt(0);
constexpr Value kOne = Value::SmallInt(1);

int Sign(Vm& vm, Value v) { return CompareNumbers(vm, v, kZero); }

// start, stop or step of a range: an int.
Step PartOf(Vm& vm, Value v, Value* out) {
  Step index = Index(vm, v);
  if (index.done()) *out = index.value.IsBool() ? Value::SmallInt(index.value.payload()) : index.value;
  return index;
}

// How many values there are between start and stop.
Step LengthOf(Vm& vm, Value start, Value stop, Value step) {
  bool backwards = Sign(vm, step) < 0;
  Value low = backwards ? stop : start, high = backwards ? start : stop;
  if (CompareNumbers(vm, low, high) >= 0) return Step::Done(kZero);
  if (low.IsSmallInt() && high.IsSmallInt() && step.IsSmallInt()) {
    int64_t stride = backwards ? -step.AsSmallInt() : step.AsSmallInt();
    Value length = vm.NewInt((high.AsSmallInt() - low.AsSmallInt() - 1) / stride + 1);
    return length.IsUnbound() ? vm.NoRoom() : Step::Done(length);
  }
  // (high - low - 1) // |step| + 1
  Step n = Binary(vm, BinaryOp::kSub, high, low, false);
  if (n.done()) n = Binary(vm, BinaryOp::kSub, n.value, kOne, false);
  Step stride = backwards ? Negative(vm, step) : Step::Done(step);
  if (!stride.done()) return stride;
  if (n.done()) n = Binary(vm, BinaryOp::kFloorDiv, n.value, stride.value, false);
  return n.done() ? Binary(vm, BinaryOp::kAdd, n.value, kOne, false) : n;
}

Step RangeNew(Vm& vm, Native& n) {
  Value start = kZero, stop, step = kOne;
  Step s = PartOf(vm, n.arg(1), n.has(2) ? &start : &stop);
  if (s.done() && n.has(2)) s = PartOf(vm, n.arg(2), &stop);
  if (s.done() && n.has(3)) s = PartOf(vm, n.arg(3), &step);
  if (!s.done()) return s;
  if (step == kZero) return vm.Raise(TypeId::kValueError, "range() arg 3 must not be zero");
  return NewRange(vm, start, stop, step);
}

// Is `value`, an int, one of the range's? Where: *index.
Step Find(Vm& vm, const Range* range, Value value, bool* found, Value* index) {
  *found = false;
  bool backwards = Sign(vm, range->step) < 0;
  int from_start = CompareNumbers(vm, value, range->start), to_stop = CompareNumbers(vm, value, range->stop);
  if (backwards ? from_start > 0 || to_stop <= 0 : from_start < 0 || to_stop >= 0) return Step::Done(kNone);
  Step distance = Binary(vm, BinaryOp::kSub, value, range->start, false);
  if (!distance.done()) return distance;
  Step rest = Binary(vm, BinaryOp::kMod, distance.value, range->step, false);
  if (!rest.done()) return rest;
  if (!(rest.value == kZero)) return Step::Done(kNone);
  *found = true;
  Step place = Binary(vm, BinaryOp::kFloorDiv, distance.value, range->step, false);
  *index = place.value;
  return place;
}

// A number equal to an int as that int; None: it is none.
Step AsWhole(Vm& vm, Value item) {
  if (item.IsBool()) return Step::Done(Value::SmallInt(item.payload()));
  if (item.IsAnyInt()) return Step::Done(item);
  if (!item.IsDouble()) return Step::Done(kNone);
  double d = item.AsDouble();
  if (!(d > -140737488355328.0 && d < 140737488355328.0)) {
    if (d != d || d - d != 0) return Step::Done(kNone);
    BigIntOut out;
    Int* big = vm.NewIntLimbs(bigint::kDoubleLimbs);
    if (big == nullptr) return vm.NoRoom();
    out.limbs = big->limbs();
    bigint::FromDouble(d, &out);
    for (size_t k = out.size; k < bigint::kDoubleLimbs; ++k) big->limbs()[k] = 0;
    Value value = vm.NormalizeInt(big, out.is_negative);
    return value.IsUnbound() ? vm.NoRoom() : Step::Done(value);
  }
  auto whole = static_cast<int64_t>(d);
  return Step::Done(static_cast<double>(whole) == d ? Value::SmallInt(whole) : kNone);
}

Step RangeCount(Vm& vm, Native& n) {
  Step step = RangeContains(vm, n.arg(0), n.arg(1));
  return step.done() ? Step::Done(Value::SmallInt(step.value.IsTrue())) : step;
}

Step RangeIndex(Vm& vm, Native& n) {
  Step whole = AsWhole(vm, n.arg(1));
  if (!whole.done()) return whole;
  bool found = false;
  Value index = kNone;
  bool exact = n.arg(1).IsAnyInt() || n.arg(1).IsBool();
  if (!whole.value.IsNone()) {
    Step step = Find(vm, vm.heap.At<Range>(n.arg(0)), whole.value, &found, &index);
    if (!step.done()) return step;
  }
  if (found) return Step::Done(index);
  if (exact) return vm.Raise(TypeId::kValueError, "range.index(x): x not in range");
  return vm.Raise(TypeId::kValueError, "sequence.index(x): x not in sequence");
}

Step RangeReversed(Vm& vm, Native& n) { return RangeIterator(vm, n.arg(0), true); }
Step RangeStart(Vm& vm, Native& n) { return Step::Done(vm.heap.At<Range>(n.arg(0))->start); }
Step RangeStop(Vm& vm, Native& n) { return Step::Done(vm.heap.At<Range>(n.arg(0))->stop); }
Step RangeStep(Vm& vm, Native& n) { return Step::Done(vm.heap.At<Range>(n.arg(0))->step); }
Step RangeLen(Vm& vm, Native& n) { return Length(vm, n.arg(0)); }
Step RangeIter(Vm& vm, Native& n) { return GetIter(vm, n.arg(0)); }
Step RangeHas(Vm& vm, Native& n) { return RangeContains(vm, n.arg(0), n.arg(1)); }
Step RangeItemMethod(Vm& vm, Native& n) { return RangeGetItem(vm, n.arg(0), n.arg(1)); }

constexpr BuiltinRow kRows[] = {
    {"count", "($self, object, /)", RangeCount},
    {"index", "($self, object, /)", RangeIndex},
    {"start", "($self)", RangeStart, 0, BuiltinRow::kGetter},
    {"stop", "($self)", RangeStop, 0, BuiltinRow::kGetter},
    {"step", "($self)", RangeStep, 0, BuiltinRow::kGetter},
    {"__reversed__", "($self, /)", RangeReversed},
    {"__len__", "($self, /)", RangeLen, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", RangeIter, 0, BuiltinRow::kSlotWrapper},
    {"__contains__", "($self, key, /)", RangeHas, 0, BuiltinRow::kSlotWrapper},
    {"__getitem__", "($self, key, /)", RangeItemMethod, 0, BuiltinRow::kSlotWrapper},
};
constexpr BuiltinRow kConstructor = {"range", "($self, start, stop=None, step=None, /)", RangeNew};

}  // namespace

const TypeTable kRangeTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

Step NewRange(Vm& vm, Value start, Value stop, Value step) {
  Step length = LengthOf(vm, start, stop, step);
  if (!length.done()) return length;
  Range* range = vm.heap.New<Range>(Kind::kRange);
  if (range == nullptr) return vm.NoRoom();
  range->start = start;
  range->stop = stop;
  range->step = step;
  range->length = length.value;
  return Step::Done(vm.heap.ValueOf(range));
}

// start + i * step
Step RangeItem(Vm& vm, const Range* range, Value i) {
  Step step = Binary(vm, BinaryOp::kMul, i, range->step, false);
  return step.done() ? Binary(vm, BinaryOp::kAdd, range->start, step.value, false) : step;
}

Step RangeGetItem(Vm& vm, Value value, Value k) {
  const Range* range = vm.heap.At<Range>(value);
  if (IsUserObject(vm, k) && HasIndex(vm, k)) {
    Step index = Index(vm, k);
    if (!index.done()) return index;
    k = index.value;
    range = vm.heap.At<Range>(value);
  }
  if (k.IsBool()) k = Value::SmallInt(k.payload());
  if (k.IsAnyInt()) {
    if (Sign(vm, k) < 0) {
      Step step = Binary(vm, BinaryOp::kAdd, k, range->length, false);
      if (!step.done()) return step;
      k = step.value;
    }
    if (Sign(vm, k) < 0 || CompareNumbers(vm, k, range->length) >= 0) {
      return vm.Raise(TypeId::kIndexError, "range object index out of range");
    }
    return RangeItem(vm, range, k);
  }
  if (!k.IsObject(Kind::kSlice)) {
    return vm.Raise(TypeId::kTypeError, "range indices must be integers or slices, not %T", k);
  }
  // range[a:b:c] is the range of the items that indices() names.
  Step step = SliceIndices(vm, k, range->length);
  if (!step.done()) return step;
  Span parts = SpanOf(vm, step.value);
  Step start = RangeItem(vm, range, parts.first[0]);
  if (!start.done()) return start;
  Step stop = RangeItem(vm, range, parts.first[1]);
  if (!stop.done()) return stop;
  Step stride = Binary(vm, BinaryOp::kMul, range->step, parts.first[2], false);
  return stride.done() ? NewRange(vm, start.value, stop.value, stride.value) : stride;
}

Step RangeContains(Vm& vm, Value range, Value item) {
  Step whole = AsWhole(vm, item);
  if (!whole.done() || whole.value.IsNone()) return whole.done() ? Step::Done(kFalse) : whole;
  bool found;
  Value index;
  Step step = Find(vm, vm.heap.At<Range>(range), whole.value, &found, &index);
  return step.done() ? Step::Done(Value::Bool(found)) : step;
}

Step RangeIterator(Vm& vm, Value value, bool reversed) {
  const Range* range = vm.heap.At<Range>(value);
  Value start = range->start, stride = range->step, length = range->length;
  if (reversed) {
    // From the last item, downwards.
    Step last = Binary(vm, BinaryOp::kSub, length, kOne, false);
    if (last.done()) last = RangeItem(vm, range, last.value);
    if (!last.done()) return last;
    Step opposite = Negative(vm, stride);
    if (!opposite.done()) return opposite;
    start = last.value;
    stride = opposite.value;
  }
  Value iterator = kUnbound;
  if (start.IsSmallInt() && stride.IsSmallInt() && length.IsSmallInt()) {
    int64_t end;
    bool fits = !__builtin_mul_overflow(length.AsSmallInt(), stride.AsSmallInt(), &end) &&
                !__builtin_add_overflow(end, start.AsSmallInt(), &end) && Value::FitsSmall(end);
    if (fits) {
      iterator = NewIterator(vm, IteratorKind::kRange, kNone, start.AsSmallInt(), Value::SmallInt(end), stride);
      return iterator.IsUnbound() ? vm.NoRoom() : Step::Done(iterator);
    }
  }
  iterator = NewIterator(vm, IteratorKind::kRange, start, 0, stride, length);
  return iterator.IsUnbound() ? vm.NoRoom() : Step::Done(iterator);
}

bool RangesEqual(Vm& vm, Value a, Value b) {
  const Range* x = vm.heap.At<Range>(a);
  const Range* y = vm.heap.At<Range>(b);
  if (CompareNumbers(vm, x->length, y->length) != 0) return false;
  if (x->length == kZero) return true;
  if (CompareNumbers(vm, x->start, y->start) != 0) return false;
  return x->length == kOne || CompareNumbers(vm, x->step, y->step) == 0;
}

}  // namespace garter
