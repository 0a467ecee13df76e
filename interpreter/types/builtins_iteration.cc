// The builtins that iterate: len, iter, next, min, max, sum, any, all, sorted.
#include "interpreter/types/compare_parts.h"
#include "interpreter/types/complex.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/function_rows.h"
#include "interpreter/types/list_sort.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/fast_paths.h"
#include "interpreter/vm/special_calls.h"

namespace garter {
namespace {

Step Len(Vm& vm, Native& n) { return Length(vm, n.arg(0)); }

Step Iter(Vm& vm, Native& n) {
  if (!n.has(1)) return GetIter(vm, n.arg(0));
  if (!IsCallable(vm, n.arg(0))) return vm.Raise(TypeId::kTypeError, "iter(v, w): v must be callable");
  Value iterator = NewIterator(vm, IteratorKind::kCallable, n.arg(0), 0, kNone, n.arg(1));
  return iterator.IsUnbound() ? vm.NoRoom() : Step::Done(iterator);
}

Step NextFunction(Vm& vm, Native& n) {
  if (n.failed) {
    // A StopIteration that Python code raised is as good as the end.
    bool stops = n.has(1) && ExceptionTypeIs(vm, n.input, TypeId::kStopIteration);
    return stops ? Step::Done(n.arg(1)) : vm.RaiseObject(n.input);
  }
  Step step = Step::Stop();
  if (n.phase == 0) {
    if (!HasNext(vm, n.arg(0))) return vm.Raise(TypeId::kTypeError, "'%T' object is not an iterator", n.arg(0));
    // The StopIteration that a __next__ of the program raises is what next() raises.
    Value own = IsUserObject(vm, n.arg(0)) ? LookupOwnSpecial(vm, n.arg(0), Special::k_next) : kUnbound;
    if (!own.IsUnbound()) return CallSpecial(vm, n, 1, own, n.arg(0));
    step = Next(vm, n.arg(0));
    if (step.action == Action::kCall) return n.Next(1, n.arg(0));
  } else {
    step = n.stopped ? Step::Stop(n.input) : Step::Done(n.input);
  }
  if (step.action == Action::kStop && n.has(1)) return Step::Done(n.arg(1));
  return step;
}

// any and all. Slots: 0 the iterator, 1 the answer.
Step Quantify(Vm& vm, Native& n, bool until) {
  if (n.phase == 0) {
    Step iterator = GetIter(vm, n.arg(0));
    if (!iterator.done()) return iterator;
    n.slot(0) = iterator.value;
    n.slot(1) = Value::Bool(!until);
  }
  Step step = ForEach(vm, n, 1, n.slot(0), [&](Value item) {
    Step truth = Truth(vm, item);
    if (!truth.done() || truth.value.IsTrue() != until) return truth;
    n.slot(1) = Value::Bool(until);
    return Step::Stop();
  });
  return step.done() ? Step::Done(n.slot(1)) : step;
}
Step Any(Vm& vm, Native& n) { return Quantify(vm, n, true); }
Step All(Vm& vm, Native& n) { return Quantify(vm, n, false); }

// ---- sum --------------------------------------------------------------------------------------------------------------

// Slots: 0 the iterator, 1 the sum so far, 2 what a sum of floats has lost to rounding.
enum SumSlot { kSumIterator, kTotal, kLost, kSumSlots };

// Adds a float to a sum of floats and keeps what rounding loses (Neumaier), as CPython does.
void AddCompensated(double x, double* sum, double* lost) {
  double total = *sum + x;
  if ((*sum < 0 ? -*sum : *sum) >= (x < 0 ? -x : x))
    *lost += (*sum - total) + x;
  else
    *lost += (x - total) + *sum;
  *sum = total;
}

bool IsFinite(double d) { return d - d == 0; }

// The sum with what was lost, once the next item is no float. REQUIRES: no complex sum.
Value Settled(Value total, Value lost) {
  if (!lost.IsDouble()) return total;
  double sum = total.AsDouble(), rest = lost.AsDouble();
  return Value::Double(rest != 0 && IsFinite(rest) ? sum + rest : sum);
}

double Together(double sum, double rest) { return rest != 0 && IsFinite(rest) ? sum + rest : sum; }

// The total of complex numbers, with what both parts lost.
Step SettledComplex(Vm& vm, Value total, Value lost) {
  if (!IsComplex(lost)) return Step::Done(total);
  ComplexParts sum = PartsOf(vm, total), rest = PartsOf(vm, lost);
  return NewComplex(vm, Together(sum.real, rest.real), Together(sum.imag, rest.imag));
}

// Adds a number to a complex total; Stop: `item` is none of those that are added with care.
Step AddToComplex(Vm& vm, Value& total, Value& lost, Value item) {
  bool whole = item.IsAnyInt() || item.IsBool();
  if (!IsComplex(item) && !item.IsDouble() && !whole) return Step::Stop();
  ComplexParts sum = PartsOf(vm, total), rest = {0, 0};
  if (IsComplex(lost)) rest = PartsOf(vm, lost);
  if (whole) {
    double d = 0;
    Step step = FloatOf(vm, item, &d);
    if (!step.done()) return step;
    AddCompensated(d, &sum.real, &rest.real);
  } else if (item.IsDouble()) {
    AddCompensated(item.AsDouble(), &sum.real, &rest.real);
  } else {
    ComplexParts z = PartsOf(vm, item);
    AddCompensated(z.real, &sum.real, &rest.real);
    AddCompensated(z.imag, &sum.imag, &rest.imag);
  }
  Step made = NewComplex(vm, sum.real, sum.imag);
  Step kept = made.done() ? NewComplex(vm, rest.real, rest.imag) : made;
  if (!kept.done()) return kept;
  total = made.value;
  lost = kept.value;
  return made;
}

Step AddItem(Vm& vm, Native& n, Value item) {
  Value& total = n.slot(kTotal);
  Value& lost = n.slot(kLost);
  if (total.IsSmallInt() && item.IsSmallInt()) {
    int64_t sum = total.AsSmallInt() + item.AsSmallInt();
    if (Value::FitsSmall(sum)) {
      total = Value::SmallInt(sum);
      return Step::Done(kNone);
    }
  }
  if (total.IsDouble()) {
    int64_t whole;
    bool is_int = (item.IsAnyInt() || item.IsBool()) && vm.AsInt64(item, &whole);
    if (item.IsDouble() || is_int) {
      double sum = total.AsDouble(), rest = lost.IsDouble() ? lost.AsDouble() : 0.0;
      if (item.IsDouble())
        AddCompensated(item.AsDouble(), &sum, &rest);
      else
        sum += static_cast<double>(whole);
      total = Value::Double(sum);
      lost = Value::Double(rest);
      return Step::Done(kNone);
    }
  }
  if (IsComplex(total)) {
    Step added = AddToComplex(vm, total, lost, item);
    if (added.action != Action::kStop) return added;
    Step settled = SettledComplex(vm, total, lost);
    if (!settled.done()) return settled;
    total = settled.value;
    lost = kNone;
  }
  Step step = Binary(vm, BinaryOp::kAdd, Settled(total, lost), item, false);
  if (!step.done()) return step;
  total = step.value;
  lost = kNone;
  return step;
}

Step Sum(Vm& vm, Native& n) {
  if (n.phase == 0) {
    Step iterator = GetIter(vm, n.arg(0));
    if (!iterator.done()) return iterator;
    Value start = n.has(1) ? n.arg(1) : Value::SmallInt(0);
    Value plain = Plain(vm, start);
    if (plain.IsStr()) return vm.Raise(TypeId::kTypeError, "sum() can't sum strings [use ''.join(seq) instead]");
    if (plain.IsObject(Kind::kBytes))
      return vm.Raise(TypeId::kTypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    n.slot(kSumIterator) = iterator.value;
    n.slot(kTotal) = start;
    n.slot(kLost) = kNone;
  }
  Step step = ForEach(vm, n, 1, n.slot(kSumIterator), [&](Value item) { return AddItem(vm, n, item); });
  if (!step.done()) return step;
  if (IsComplex(n.slot(kTotal))) return SettledComplex(vm, n.slot(kTotal), n.slot(kLost));
  return Step::Done(Settled(n.slot(kTotal), n.slot(kLost)));
}

// ---- min and max ------------------------------------------------------------------------------------------------------

// Slots: 0 the iterator (or Unbound: the arguments themselves), 1 the next argument, 2 the best item, 3 its key,
// 4 the item whose key is being computed, 5 the key function or Unbound, 6 the default or Unbound, 7 arguments.
enum BestSlot { kItems, kNextArgument, kBest, kBestKey, kCandidate, kKey, kDefault, kGiven, kBestSlots };
enum BestPhase : uint32_t { kStart, kItem, kKeyDone, kGoOn };

// The keywords of min and max.
Step BestKeywords(Vm& vm, Native& n, const BuiltinRow& row, uint32_t* positional) {
  n.slot(kKey) = n.slot(kDefault) = kUnbound;
  uint32_t keywords = n.keyword_names.IsUnbound() ? 0 : vm.heap.At<Tuple>(n.keyword_names)->count;
  *positional = n.argument_count - keywords;
  if (*positional == 0) return vm.Raise(TypeId::kTypeError, "%s expected at least 1 argument, got 0", row.name);
  for (uint32_t k = 0; k < keywords; ++k) {
    Value name = vm.heap.At<Tuple>(n.keyword_names)->items()[k];
    Value value = n.arg(*positional + k);
    if (vm.StrIs(name, "key"))
      n.slot(kKey) = value.IsNone() ? kUnbound : value;
    else if (vm.StrIs(name, "default"))
      n.slot(kDefault) = value;
    else
      return RaiseUnexpectedKeyword(vm, row, name);
  }
  if (*positional > 1 && !n.slot(kDefault).IsUnbound()) {
    return vm.Raise(TypeId::kTypeError, "Cannot specify a default for %s() with multiple positional arguments",
                    row.name);
  }
  return Step::Done(kNone);
}

// Takes the candidate if it is better than the best so far.
Step Judge(Vm& vm, Native& n, Value item, Value key, CompareOp better) {
  Value best = n.slot(kBestKey);
  if (BothInts(key, best)) {
    bool takes = better == CompareOp::kLess ? Shifted(key) < Shifted(best) : Shifted(key) > Shifted(best);
    if (!takes) return Step::Done(kFalse);
  } else if (!n.slot(kBest).IsUnbound()) {
    Step step = Compare(vm, better, key, best);
    if (!step.done() || step.value.IsFalse()) return step;
  }
  n.slot(kBest) = item;
  n.slot(kBestKey) = key;
  return Step::Done(kNone);
}

// The next item: of the iterator, or the next argument.
Step NextCandidate(Vm& vm, Native& n) {
  if (!n.slot(kItems).IsUnbound()) {
    Value item;
    switch (NextInPlace(vm.heap, n.slot(kItems), &item)) {
      case InPlace::kItem:
        return Step::Done(item);
      case InPlace::kStop:
        return Step::Stop();
      default:
        return Next(vm, n.slot(kItems));
    }
  }
  int64_t k = n.slot(kNextArgument).AsSmallInt();
  if (k >= n.slot(kGiven).AsSmallInt()) return Step::Stop();
  n.slot(kNextArgument) = Value::SmallInt(k + 1);
  return Step::Done(n.arg(static_cast<uint32_t>(k)));
}

Step Best(Vm& vm, Native& n, const BuiltinRow& row, CompareOp better) {
  if (n.phase == kStart) {
    uint32_t positional;
    Step step = BestKeywords(vm, n, row, &positional);
    if (!step.done()) return step;
    n.slot(kItems) = n.slot(kBest) = n.slot(kBestKey) = n.slot(kCandidate) = kUnbound;
    n.slot(kNextArgument) = Value::SmallInt(0);
    n.slot(kGiven) = Value::SmallInt(positional);
    if (positional == 1) {
      step = GetIter(vm, n.arg(0));
      if (!step.done()) return step;
      n.slot(kItems) = step.value;
    }
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  for (;;) {
    Step item = Step::Stop();
    if (n.phase == kKeyDone) {
      if (n.stopped) return RaiseStopIteration(vm, n.input);
      Step step = Judge(vm, n, n.slot(kCandidate), n.input, better);
      if (!step.done()) return step;
      n.phase = kGoOn;
      n.settled = vm.meter.used;
      continue;
    }
    if (n.phase == kItem) {
      if (!n.stopped) item = Step::Done(n.input);
    } else {
      if (!vm.meter.Charge(1)) return Step::Limit();
      item = NextCandidate(vm, n);
      if (item.action == Action::kCall) return n.Next(kItem, n.slot(kItems));
    }
    if (item.action == Action::kStop) break;
    if (!item.done()) return item;
    if (!n.slot(kKey).IsUnbound()) {
      n.slot(kCandidate) = item.value;
      return n.Call(kKeyDone, n.slot(kKey), item.value);
    }
    // Room may be missing for the words of an error alone: then the item is judged again.
    n.settled = vm.meter.used;
    Step step = Judge(vm, n, item.value, item.value, better);
    if (!step.done()) {
      n.phase = kItem;
      n.stopped = false;
      n.input = item.value;
      return step;
    }
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  if (!n.slot(kBest).IsUnbound()) return Step::Done(n.slot(kBest));
  if (!n.slot(kDefault).IsUnbound()) return Step::Done(n.slot(kDefault));
  n.phase = kItem;
  n.stopped = true;
  return vm.Raise(TypeId::kValueError, "%s() iterable argument is empty", row.name);
}

Step Min(Vm& vm, Native& n);
Step Max(Vm& vm, Native& n);

// ---- sorted -----------------------------------------------------------------------------------------------------------

// Slots: the sort's own, then the list, the iterator, key and reverse.
enum SortedSlot { kList = kSortSlots, kSource, kSortKey, kReverse, kSortedSlots };
enum SortedPhase : uint32_t { kCollect = 1, kSort = 2 };

// sorted() hands its keywords to list.sort, whose words the errors have.
Step SortedKeywords(Vm& vm, Native& n) {
  uint32_t keywords = n.keyword_names.IsUnbound() ? 0 : vm.heap.At<Tuple>(n.keyword_names)->count;
  uint32_t positional = n.argument_count - keywords;
  if (positional != 1) return vm.Raise(TypeId::kTypeError, "sorted expected 1 argument, got %d", int64_t{positional});
  n.slot(kSortKey) = n.slot(kReverse) = kUnbound;
  Step iterable = GetIter(vm, n.arg(0));
  if (!iterable.done()) return iterable;
  n.slot(kSource) = iterable.value;
  Step hint = LengthHint(vm, n.arg(0));
  if (!hint.done()) return hint;
  if (keywords > 2) {
    return vm.Raise(TypeId::kTypeError, "sort() takes at most 2 keyword arguments (%d given)", int64_t{keywords});
  }
  for (uint32_t k = 0; k < keywords; ++k) {
    Value name = vm.heap.At<Tuple>(n.keyword_names)->items()[k];
    if (vm.StrIs(name, "key"))
      n.slot(kSortKey) = n.arg(1 + k);
    else if (vm.StrIs(name, "reverse"))
      n.slot(kReverse) = n.arg(1 + k);
    else
      return vm.Raise(TypeId::kTypeError, "sort() got an unexpected keyword argument '%S'", name);
  }
  return Step::Done(kNone);
}

Step Sorted(Vm& vm, Native& n) {
  if (n.phase == 0) {
    Step step = SortedKeywords(vm, n);
    if (!step.done()) return step;
    bool direct = IsListOrTuple(n.arg(0));
    Span items = direct ? SpanOf(vm, n.arg(0)) : Span{nullptr, 0};
    if (!vm.meter.Charge(items.count / 8)) return Step::Limit();
    Value list = direct ? vm.NewList(items.first, items.count) : vm.NewListWithCapacity(0);
    if (list.IsUnbound()) return vm.NoRoom();
    n.slot(kList) = list;
    n.phase = kCollect;
    n.input = kUnbound;
    n.stopped = direct;
    n.settled = vm.meter.used;
  }
  if (n.phase == kCollect) {
    Step step = ForEach(vm, n, kCollect, n.slot(kSource), [&](Value item) {
      return vm.ListAppend(n.slot(kList), item) ? Step::Done(kNone) : vm.NoRoom();
    });
    if (!step.done()) return step;
  }
  Step step = SortStep(vm, n, kSort, 0, n.slot(kList), n.slot(kSortKey), n.slot(kReverse));
  return step.done() ? Step::Done(n.slot(kList)) : step;
}

constexpr BuiltinRow kMinRow = {"min", "(*args, key=None, default=None)", Min, kBestSlots, BuiltinRow::kRaw};
constexpr BuiltinRow kMaxRow = {"max", "(*args, key=None, default=None)", Max, kBestSlots, BuiltinRow::kRaw};

Step Min(Vm& vm, Native& n) { return Best(vm, n, kMinRow, CompareOp::kLess); }
Step Max(Vm& vm, Native& n) { return Best(vm, n, kMaxRow, CompareOp::kGreater); }

}  // namespace

const BuiltinRow kIterationFunctions[] = {
    {"len", "(obj, /)", Len},
    {"iter", "(object, sentinel=None, /)", Iter},
    {"next", "(iterator, default=None, /)", NextFunction, 0, BuiltinRow::kCatches},
    {"any", "(iterable, /)", Any, 2},
    {"all", "(iterable, /)", All, 2},
    {"sum", "(iterable, /, start=0)", Sum, kSumSlots},
    kMinRow,
    kMaxRow,
    {"sorted", "(iterable, /, *, key=None, reverse=False)", Sorted, kSortedSlots, BuiltinRow::kRaw},
};
const uint32_t kIterationFunctionCount = sizeof(kIterationFunctions) / sizeof(kIterationFunctions[0]);

}  // namespace garter
