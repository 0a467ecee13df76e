// slice: three values, and how they apply to a sequence.
#include "interpreter/types/sequence.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/classes.h"

namespace garter {
namespace {

Step RaiseIndices(Vm& vm) {
  return vm.Raise(TypeId::kTypeError, "slice indices must be integers or None or have an __index__ method");
}

Step MakeSlice(Vm& vm, Value start, Value stop, Value step) {
  Slice* slice = vm.heap.New<Slice>(Kind::kSlice);
  if (slice == nullptr) return vm.NoRoom();
  slice->start = start;
  slice->stop = stop;
  slice->step = step;
  return Step::Done(vm.heap.ValueOf(slice));
}

// a < b of two ints, of any size.
Step Less(Vm& vm, Value a, Value b, bool* less) {
  Step step = Compare(vm, CompareOp::kLess, a, b);
  *less = step.value.IsTrue();
  return step;
}

// One bound of indices(): from the end when negative, then within low..high.
Step Bound(Vm& vm, Value part, Value length, Value low, Value high, Value* out) {
  bool less;
  Step step = Less(vm, part, Value::SmallInt(0), &less);
  if (!step.done()) return step;
  if (less) {
    step = Binary(vm, BinaryOp::kAdd, part, length, false);
    if (!step.done()) return step;
    part = step.value;
    step = Less(vm, part, low, &less);
    *out = less ? low : part;
    return step;
  }
  step = Less(vm, high, part, &less);
  *out = less ? high : part;
  return step;
}

// slice(stop) or slice(start, stop, step).
Step SliceNew(Vm& vm, Native& n) {
  if (!n.has(2)) return MakeSlice(vm, kNone, n.arg(1), kNone);
  return MakeSlice(vm, n.arg(1), n.arg(2), n.has(3) ? n.arg(3) : kNone);
}

Step SliceStart(Vm& vm, Native& n) { return Step::Done(vm.heap.At<Slice>(n.arg(0))->start); }
Step SliceStop(Vm& vm, Native& n) { return Step::Done(vm.heap.At<Slice>(n.arg(0))->stop); }
Step SliceStep(Vm& vm, Native& n) { return Step::Done(vm.heap.At<Slice>(n.arg(0))->step); }

Step SliceIndicesMethod(Vm& vm, Native& n) { return SliceIndices(vm, n.arg(0), n.arg(1)); }

Step SliceHash(Vm& vm, Native& n) {
  uint64_t hash;
  Step step = Hash(vm, n.arg(0), &hash);
  if (!step.done()) return step;
  Value value = vm.NewInt(static_cast<int64_t>(hash));
  return value.IsUnbound() ? vm.NoRoom() : Step::Done(value);
}

constexpr BuiltinRow kRows[] = {
    {"indices", "($self, object, /)", SliceIndicesMethod},
    {"start", "($self)", SliceStart, 0, BuiltinRow::kGetter},
    {"stop", "($self)", SliceStop, 0, BuiltinRow::kGetter},
    {"step", "($self)", SliceStep, 0, BuiltinRow::kGetter},
    {"__hash__", "($self, /)", SliceHash, 0, BuiltinRow::kSlotWrapper},
};
constexpr BuiltinRow kConstructor = {"slice", "($self, start, stop=None, step=None, /)", SliceNew};

// A part of a slice as int64, clamped.
bool PartOf(Vm& vm, Value part, int64_t absent, int64_t* out) {
  if (part.IsNone()) {
    *out = absent;
    return true;
  }
  return vm.AsClampedIndex(part, out);
}

// A part that is an object of the program becomes the int that it has as an index.
Step Unwrap(Vm& vm, Value* part) {
  if (!IsUserObject(vm, *part) || !HasIndex(vm, *part)) return Step::Done(kNone);
  Step index = Index(vm, *part);
  if (index.done()) *part = index.value;
  return index;
}

}  // namespace

// indices(length) of a length of any size.
Step SliceIndices(Vm& vm, Value value, Value length) {
  Step number = Unwrap(vm, &length);
  if (!number.done()) return number;
  const Slice* slice = vm.heap.At<Slice>(value);
  if (length.IsBool()) length = Value::SmallInt(length.payload());
  if (!length.IsAnyInt())
    return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", length);
  Value parts[3] = {slice->start, slice->stop, slice->step};
  bool less;
  Step step = Less(vm, length, Value::SmallInt(0), &less);
  if (!step.done()) return step;
  if (less) return vm.Raise(TypeId::kValueError, "length should not be negative");
  for (int k : {2, 0, 1}) {
    step = Unwrap(vm, &parts[k]);
    if (!step.done()) return step;
    if (parts[k].IsBool()) parts[k] = Value::SmallInt(parts[k].payload());
    if (!parts[k].IsNone() && !parts[k].IsAnyInt()) return RaiseIndices(vm);
    if (k == 2 && parts[2] == Value::SmallInt(0)) return vm.Raise(TypeId::kValueError, "slice step cannot be zero");
  }
  if (parts[2].IsNone()) parts[2] = Value::SmallInt(1);
  bool backwards;
  step = Less(vm, parts[2], Value::SmallInt(0), &backwards);
  if (!step.done()) return step;
  Value low = Value::SmallInt(backwards ? -1 : 0), high = length;
  if (backwards) {
    step = Binary(vm, BinaryOp::kSub, length, Value::SmallInt(1), false);
    if (!step.done()) return step;
    high = step.value;
  }
  Value bounds[3] = {backwards ? high : low, backwards ? low : high, parts[2]};
  for (int k = 0; k < 2; ++k) {
    if (parts[k].IsNone()) continue;
    step = Bound(vm, parts[k], length, low, high, &bounds[k]);
    if (!step.done()) return step;
  }
  Value tuple = vm.NewTuple(bounds, 3);
  return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
}

const TypeTable kSliceTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

Step ResolveParts(Vm& vm, Value start, Value stop, Value step, int64_t length, Resolved* out) {
  int64_t stride, from, to;
  for (Value* part : {&step, &start, &stop}) {
    Step converted = Unwrap(vm, part);
    if (!converted.done()) return converted;
  }
  if (!PartOf(vm, step, 1, &stride)) return RaiseIndices(vm);
  if (stride == 0) return vm.Raise(TypeId::kValueError, "slice step cannot be zero");
  if (stride < -INT64_MAX) stride = -INT64_MAX;
  if (!PartOf(vm, start, GARTER_MUTANT(vm, 14, false, stride < 0) ? INT64_MAX : 0, &from)) return RaiseIndices(vm);
  if (!PartOf(vm, stop, stride < 0 ? INT64_MIN : INT64_MAX, &to)) return RaiseIndices(vm);
  int64_t low = stride < 0 ? -1 : 0, high = stride < 0 ? length - 1 : length;
  auto clamp = [&](int64_t part, bool absent) {
    if (part < 0 && !absent) part = part < -length ? low : part + length;
    return part < low ? low : part > high ? high : part;
  };
  from = clamp(from, false);
  to = clamp(to, stop.IsNone());
  out->start = from;
  out->stop = to;
  out->step = stride;
  if (stride > 0)
    out->count = to > from ? (to - from - 1) / stride + 1 : 0;
  else
    out->count = from > to ? (from - to - 1) / -stride + 1 : 0;
  return Step::Done(kNone);
}

Step ResolveSlice(Vm& vm, Value slice, int64_t length, Resolved* out) {
  const Slice* s = vm.heap.At<Slice>(slice);
  return ResolveParts(vm, s->start, s->stop, s->step, length, out);
}

Step ResolveBounds(Vm& vm, Value start, Value stop, int64_t length, int64_t* from, int64_t* to) {
  *from = 0;
  *to = length;
  for (Value* part : {&start, &stop}) {
    Step converted = Unwrap(vm, part);
    if (!converted.done()) return converted;
  }
  bool good =
      (start.IsUnbound() || vm.AsClampedIndex(start, from)) && (stop.IsUnbound() || vm.AsClampedIndex(stop, to));
  if (!good) return vm.Raise(TypeId::kTypeError, "slice indices must be integers or have an __index__ method");
  for (int64_t* bound : {from, to}) {
    if (*bound < 0) *bound = *bound < -length ? 0 : *bound + length;
    if (*bound > length) *bound = length;
  }
  return Step::Done(kNone);
}

}  // namespace garter
