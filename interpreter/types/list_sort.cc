// list.sort: a stable merge sort that makes the same comparisons in the same order as CPython's.
//
// Runs that are there already are found, short ones are filled up by binary insertion, and neighbours are merged in the
// order that powersort gives (J. Munro and S. Wild, "Nearly-Optimal Mergesorts", 2018); merges gallop when one side wins
// again and again. Which two values are compared when shows in results with NaN, in the operands that a TypeError
// names, and in what a list looks like after one: so the order is part of the language (I8).
//
// The list is empty while key functions run. Comparing built-in values needs no Python, so that the sort itself is one
// loop over arrays of keys and values aside; the list gets them back whatever happens.
#include "interpreter/types/list_sort.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/types/compare_parts.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/str.h"

namespace garter {
namespace {

constexpr int64_t kMinGallop = 7;
constexpr int64_t kMaxMinRun = 64;
constexpr int kMaxPending = 85;

// 1: a < b, 0: not, -1: failed, why is in *failure.
struct IntLess {
  Vm& vm;
  Step* failure;
  int operator()(Value a, Value b) { return static_cast<int64_t>(a.bits << 16) < static_cast<int64_t>(b.bits << 16); }
};
struct DoubleLess {
  Vm& vm;
  Step* failure;
  int operator()(Value a, Value b) { return a.AsDouble() < b.AsDouble(); }
};
struct StrLess {
  Vm& vm;
  Step* failure;
  int operator()(Value a, Value b) { return StrCompare(vm, a, b) < 0; }
};
struct AnyLess {
  Vm& vm;
  Step* failure;
  int operator()(Value a, Value b) {
    Step step = Compare(vm, CompareOp::kLess, a, b);
    if (step.done()) return step.value.IsTrue();
    *failure = step;
    return -1;
  }
};

// Keys, and the values that move with them (null: the keys are the values).
struct Slice2 {
  Value* keys;
  Value* values;
  Slice2 operator+(int64_t n) const { return {keys + n, values == nullptr ? nullptr : values + n}; }
};

void CopyOne(Slice2 to, Slice2 from) {
  *to.keys = *from.keys;
  if (to.values != nullptr) *to.values = *from.values;
}

void Move(Slice2 to, Slice2 from, int64_t n) {
  MoveBytes(to.keys, from.keys, static_cast<size_t>(n) * sizeof(Value));
  if (to.values != nullptr) MoveBytes(to.values, from.values, static_cast<size_t>(n) * sizeof(Value));
}

void Reverse(Slice2 slice, int64_t n) {
  if (n == 0) return;
  ReverseItems(slice.keys, static_cast<uint32_t>(n));
  if (slice.values != nullptr) ReverseItems(slice.values, static_cast<uint32_t>(n));
}

template <typename Less>
class Sorter {
 public:
  // `scratch` has room for as many items as `all`.
  Sorter(Vm& vm, Slice2 all, int64_t count, Slice2 scratch)
      : vm_(vm), less_{vm, &failure_}, all_(all), count_(count), scratch_(scratch) {}

  Step Sort() {
    Slice2 low = all_;
    int64_t left = count_, minimum = MinRun(count_);
    while (left > 0) {
      int64_t n = CountRun(low, left);
      if (n < 0) return failure_;
      if (n < minimum) {
        int64_t force = left <= minimum ? left : minimum;
        if (!InsertionSort(low, force, n)) return failure_;
        n = force;
      }
      if (!FoundRun(n)) return failure_;
      pending_[pending_count_++] = {low, n, 0};
      low = low + n;
      left -= n;
    }
    while (pending_count_ > 1) {
      int k = pending_count_ - 2;
      if (k > 0 && pending_[k - 1].length < pending_[k + 1].length) --k;
      if (!MergeAt(k)) return failure_;
    }
    return Step::Done(kNone);
  }

 private:
  struct Run {
    Slice2 base;
    int64_t length;
    int power;
  };

  int IsLess(Value a, Value b) {
    if (!vm_.meter.Charge(1)) {
      failure_ = Step::Limit();
      return -1;
    }
    return less_(a, b);
  }

  static int64_t MinRun(int64_t n) {
    int64_t odd = 0;
    while (n >= kMaxMinRun) {
      odd |= n & 1;
      n >>= 1;
    }
    return n + odd;
  }

  // The length of the run at `low`, which is ascending afterwards. -1: failed.
  int64_t CountRun(Slice2 low, int64_t left) {
    Value* a = low.keys;
    int64_t n = 1;
    int k = 0;
    for (; n < left; ++n) {
      k = IsLess(a[n], a[n - 1]);
      if (k != 0) break;
    }
    if (k < 0) return -1;
    if (n == left) return n;
    // a[n] is smaller. What came before is ascending, or all equal and then the start of a descending run.
    if (n > 1) {
      k = IsLess(a[0], a[n - 1]);
      if (k != 0) return k < 0 ? -1 : n;
      Reverse(low, n);
    }
    ++n;
    // Equal neighbours inside of a descending run are reversed at once, so that reversing the whole keeps their order.
    int64_t equal = 0;
    auto reverse_equal = [&] {
      if (equal == 0) return;
      ++equal;
      Reverse(low + (n - equal), equal);
      equal = 0;
    };
    for (; n < left; ++n) {
      k = IsLess(a[n], a[n - 1]);
      if (k < 0) return -1;
      if (k > 0) {
        reverse_equal();
        continue;
      }
      k = IsLess(a[n - 1], a[n]);
      if (k < 0) return -1;
      if (k > 0) break;
      ++equal;
    }
    reverse_equal();
    Reverse(low, n);
    // The last of the reversed run was its largest: what follows may go on.
    for (; n < left; ++n) {
      k = IsLess(a[n], a[n - 1]);
      if (k < 0) return -1;
      if (k > 0) break;
    }
    return n;
  }

  // Sorts `n` items of which the first `ok` are sorted.
  bool InsertionSort(Slice2 slice, int64_t n, int64_t ok) {
    Value* a = slice.keys;
    for (; ok < n; ++ok) {
      int64_t low = 0, high = ok;
      Value pivot = a[ok];
      while (low < high) {
        int64_t middle = (low + high) >> 1;
        int k = IsLess(pivot, a[middle]);
        if (k < 0) return false;
        if (k > 0)
          high = middle;
        else
          low = middle + 1;
      }
      MoveBytes(a + low + 1, a + low, static_cast<size_t>(ok - low) * sizeof(Value));
      a[low] = pivot;
      if (slice.values == nullptr) continue;
      Value value = slice.values[ok];
      std::memmove(static_cast<void*>(slice.values + low + 1), slice.values + low,
                   static_cast<size_t>(ok - low) * sizeof(Value));
      slice.values[low] = value;
    }
    return true;
  }

  // The depth in a nearly optimal tree of the border between two neighbouring runs.
  static int Power(int64_t start, int64_t n1, int64_t n2, int64_t n) {
    int power = 0;
    int64_t a = 2 * start + n1, b = a + n1 + n2;
    for (;;) {
      ++power;
      if (a >= n) {
        a -= n;
        b -= n;
      } else if (b >= n) {
        return power;
      }
      a <<= 1;
      b <<= 1;
    }
  }

  bool FoundRun(int64_t n) {
    if (pending_count_ == 0) return true;
    Run& last = pending_[pending_count_ - 1];
    int power = Power(last.base.keys - all_.keys, last.length, n, count_);
    while (pending_count_ > 1 && pending_[pending_count_ - 2].power > power) {
      if (!MergeAt(pending_count_ - 2)) return false;
    }
    pending_[pending_count_ - 1].power = power;
    return true;
  }

  // Where `key` belongs in a[0..n), before (after) what equals it, looked for from `hint` on. -1: failed.
  int64_t GallopLeft(Value key, const Value* a, int64_t n, int64_t hint) {
    int64_t last = 0, offset = 1;
    int k = IsLess(a[hint], key);
    if (k < 0) return -1;
    if (k > 0) {
      int64_t most = n - hint;
      while (offset < most) {
        k = IsLess(a[hint + offset], key);
        if (k < 0) return -1;
        if (k == 0) break;
        last = offset;
        offset = (offset << 1) + 1;
      }
      if (offset > most) offset = most;
      last += hint;
      offset += hint;
    } else {
      int64_t most = hint + 1;
      while (offset < most) {
        k = IsLess(a[hint - offset], key);
        if (k < 0) return -1;
        if (k > 0) break;
        last = offset;
        offset = (offset << 1) + 1;
      }
      if (offset > most) offset = most;
      int64_t nearer = last;
      last = hint - offset;
      offset = hint - nearer;
    }
    ++last;
    while (last < offset) {
      int64_t middle = last + ((offset - last) >> 1);
      k = IsLess(a[middle], key);
      if (k < 0) return -1;
      if (k > 0)
        last = middle + 1;
      else
        offset = middle;
    }
    return offset;
  }
  int64_t GallopRight(Value key, const Value* a, int64_t n, int64_t hint) {
    int64_t last = 0, offset = 1;
    int k = IsLess(key, a[hint]);
    if (k < 0) return -1;
    if (k > 0) {
      int64_t most = hint + 1;
      while (offset < most) {
        k = IsLess(key, a[hint - offset]);
        if (k < 0) return -1;
        if (k == 0) break;
        last = offset;
        offset = (offset << 1) + 1;
      }
      if (offset > most) offset = most;
      int64_t nearer = last;
      last = hint - offset;
      offset = hint - nearer;
    } else {
      int64_t most = n - hint;
      while (offset < most) {
        k = IsLess(key, a[hint + offset]);
        if (k < 0) return -1;
        if (k > 0) break;
        last = offset;
        offset = (offset << 1) + 1;
      }
      if (offset > most) offset = most;
      last += hint;
      offset += hint;
    }
    ++last;
    while (last < offset) {
      int64_t middle = last + ((offset - last) >> 1);
      k = IsLess(key, a[middle]);
      if (k < 0) return -1;
      if (k > 0)
        offset = middle;
      else
        last = middle + 1;
    }
    return offset;
  }

  // Merges the pending runs at k and k + 1.
  bool MergeAt(int k) {
    Slice2 a = pending_[k].base, b = pending_[k + 1].base;
    int64_t na = pending_[k].length, nb = pending_[k + 1].length;
    pending_[k].length = na + nb;
    if (k == pending_count_ - 3) pending_[k + 1] = pending_[k + 2];
    --pending_count_;
    int64_t skip = GallopRight(*b.keys, a.keys, na, 0);
    if (skip < 0) return false;
    a = a + skip;
    na -= skip;
    if (na == 0) return true;
    nb = GallopLeft(a.keys[na - 1], b.keys, nb, nb - 1);
    if (nb <= 0) return nb == 0;
    return na <= nb ? MergeLow(a, na, b, nb) : MergeHigh(a, na, b, nb);
  }

  // Merges from the left; `a` is the shorter one and goes aside. Whatever happens every item ends up in the list.
  bool MergeLow(Slice2 a, int64_t na, Slice2 b, int64_t nb) {
    Slice2 to = a;
    Move(scratch_, a, na);
    a = scratch_;
    auto take = [&](Slice2& from, int64_t& n) {
      CopyOne(to, from);
      to = to + 1;
      from = from + 1;
      --n;
    };
    auto finish = [&](bool good) {
      Move(to, a, na);
      return good;
    };
    // The last of `a` belongs behind all of `b`.
    auto copy_b = [&] {
      Move(to, b, nb);
      CopyOne(to + nb, a);
      return true;
    };
    take(b, nb);
    if (nb == 0) return finish(true);
    if (na == 1) return copy_b();
    int64_t gallop = min_gallop_;
    for (;;) {
      int64_t a_wins = 0, b_wins = 0;
      for (;;) {
        int k = IsLess(*b.keys, *a.keys);
        if (k < 0) return finish(false);
        if (k > 0) {
          take(b, nb);
          ++b_wins;
          a_wins = 0;
          if (nb == 0) return finish(true);
          if (b_wins >= gallop) break;
        } else {
          take(a, na);
          ++a_wins;
          b_wins = 0;
          if (na == 1) return copy_b();
          if (a_wins >= gallop) break;
        }
      }
      ++gallop;
      do {
        gallop -= gallop > 1;
        min_gallop_ = gallop;
        int64_t n = GallopRight(*b.keys, a.keys, na, 0);
        if (n < 0) return finish(false);
        a_wins = n;
        if (n > 0) {
          Move(to, a, n);
          to = to + n;
          a = a + n;
          na -= n;
          if (na == 1) return copy_b();
          if (na == 0) return finish(true);  // only when `<` contradicts itself
        }
        take(b, nb);
        if (nb == 0) return finish(true);
        n = GallopLeft(*a.keys, b.keys, nb, 0);
        if (n < 0) return finish(false);
        b_wins = n;
        if (n > 0) {
          Move(to, b, n);
          to = to + n;
          b = b + n;
          nb -= n;
          if (nb == 0) return finish(true);
        }
        take(a, na);
        if (na == 1) return copy_b();
      } while (a_wins >= kMinGallop || b_wins >= kMinGallop);
      ++gallop;  // leaving costs: it did not pay
      min_gallop_ = gallop;
    }
  }

  // Merges from the right; `b` is the shorter one and goes aside.
  bool MergeHigh(Slice2 a, int64_t na, Slice2 b, int64_t nb) {
    Slice2 to = b + (nb - 1), base_a = a, base_b = scratch_;
    Move(scratch_, b, nb);
    b = scratch_ + (nb - 1);
    a = a + (na - 1);
    auto take = [&](Slice2& from, int64_t& n) {
      CopyOne(to, from);
      to = to + -1;
      from = from + -1;
      --n;
    };
    auto finish = [&](bool good) {
      if (nb > 0) Move(to + -(nb - 1), base_b, nb);
      return good;
    };
    // The first of `b` belongs before all of `a`.
    auto copy_a = [&] {
      Move(to + (1 - na), a + (1 - na), na);
      CopyOne(to + -na, b);
      return true;
    };
    take(a, na);
    if (na == 0) return finish(true);
    if (nb == 1) return copy_a();
    int64_t gallop = min_gallop_;
    for (;;) {
      int64_t a_wins = 0, b_wins = 0;
      for (;;) {
        int k = IsLess(*b.keys, *a.keys);
        if (k < 0) return finish(false);
        if (k > 0) {
          take(a, na);
          ++a_wins;
          b_wins = 0;
          if (na == 0) return finish(true);
          if (a_wins >= gallop) break;
        } else {
          take(b, nb);
          ++b_wins;
          a_wins = 0;
          if (nb == 1) return copy_a();
          if (b_wins >= gallop) break;
        }
      }
      ++gallop;
      do {
        gallop -= gallop > 1;
        min_gallop_ = gallop;
        int64_t n = GallopRight(*b.keys, base_a.keys, na, na - 1);
        if (n < 0) return finish(false);
        n = na - n;
        a_wins = n;
        if (n > 0) {
          to = to + -n;
          a = a + -n;
          Move(to + 1, a + 1, n);
          na -= n;
          if (na == 0) return finish(true);
        }
        take(b, nb);
        if (nb == 1) return copy_a();
        n = GallopLeft(*a.keys, base_b.keys, nb, nb - 1);
        if (n < 0) return finish(false);
        n = nb - n;
        b_wins = n;
        if (n > 0) {
          to = to + -n;
          b = b + -n;
          Move(to + 1, b + 1, n);
          nb -= n;
          if (nb == 1) return copy_a();
          if (nb == 0) return finish(true);
        }
        take(a, na);
        if (na == 0) return finish(true);
      } while (a_wins >= kMinGallop || b_wins >= kMinGallop);
      ++gallop;
      min_gallop_ = gallop;
    }
  }

  Vm& vm_;
  Step failure_ = Step::Stop();
  Less less_;
  Slice2 all_;
  int64_t count_;
  Slice2 scratch_;
  int64_t min_gallop_ = kMinGallop;
  Run pending_[kMaxPending];
  int pending_count_ = 0;
};

Step SortSlices(Vm& vm, Slice2 all, int64_t count, Slice2 scratch) {
  Kind kind = all.keys[0].kind();
  for (int64_t k = 1; k < count && kind != Kind::kNone; ++k) {
    if (all.keys[k].kind() != kind) kind = Kind::kNone;
  }
  vm.meter.used += static_cast<uint64_t>(count) / 16;
  switch (kind) {
    case Kind::kSmallInt:
      return Sorter<IntLess>(vm, all, count, scratch).Sort();
    case Kind::kFloat:
      return Sorter<DoubleLess>(vm, all, count, scratch).Sort();
    case Kind::kStr:
      return Sorter<StrLess>(vm, all, count, scratch).Sort();
    default:
      return Sorter<AnyLess>(vm, all, count, scratch).Sort();
  }
}

// Gives `list` the items of `items`, a list, whose buffer it takes over.
void GiveBack(Vm& vm, Value list, Value items) {
  List* to = vm.heap.At<List>(list);
  const List* from = vm.heap.At<List>(items);
  vm.heap.StoreHandle(to, &to->buffer, from->buffer == 0 ? nullptr : vm.heap.At<Object>(from->buffer));
  to->count = from->count;
}

// Sorts `items` by `keys` (Unbound: by themselves). What a failed comparison leaves is what CPython leaves.
Step SortItems(Vm& vm, Value items, Value keys, bool reverse) {
  uint32_t count = vm.heap.At<List>(items)->count;
  if (count < 2) return Step::Done(kNone);
  bool keyed = !keys.IsUnbound();
  // Work happens on copies: a sort that is answered "no room" begins again from what it was given.
  uint64_t words = uint64_t{count} * (keyed ? 4 : 2);
  Buffer* work = vm.heap.Allocate<Buffer>(Kind::kBuffer, sizeof(Buffer) + words * sizeof(Value));
  if (work == nullptr) return vm.NoRoom();
  work->capacity = static_cast<uint32_t>(words);
  work->fill = 0;
  Value* w = work->items();
  Slice2 all = {w, keyed ? w + count : nullptr};
  Slice2 scratch = {w + uint64_t{count} * (keyed ? 2 : 1), keyed ? w + uint64_t{count} * 3 : nullptr};
  CopyBytes(keyed ? all.values : all.keys, SpanOf(vm, items).first, count * sizeof(Value));
  if (keyed) CopyBytes(all.keys, SpanOf(vm, keys).first, count * sizeof(Value));
  if (GARTER_MUTANT(vm, 19, false, reverse)) Reverse(all, count);
  Step step = SortSlices(vm, all, count, scratch);
  if (!step.done() && step.action != Action::kRaise) return step;
  Value* sorted = keyed ? all.values : all.keys;
  if (reverse) ReverseItems(sorted, count);
  Buffer* buffer = vm.heap.At<Buffer>(vm.heap.At<List>(items)->buffer);
  CopyBytes(buffer->items(), sorted, count * sizeof(Value));
  return step;
}

}  // namespace

// Slot 0: the items, a list of our own; slot 1: the keys, a list, or Unbound; slot 2: the item whose key is wanted.
Step SortStep(Vm& vm, Native& n, uint32_t phase, uint32_t slot, Value& list, Value key, Value reverse) {
  Value& items = n.slot(slot);
  Value& keys = n.slot(slot + 1);
  Value& next = n.slot(slot + 2);
  if (n.failed) {
    GiveBack(vm, list, items);
    return vm.RaiseObject(n.input);
  }
  if (n.phase != phase && n.phase != phase + 1) {
    if (!reverse.IsUnbound() && !reverse.IsBool()) {
      Step truth = Truth(vm, reverse);
      if (!truth.done()) return truth;
    }
    uint32_t count = vm.heap.At<List>(list)->count;
    bool keyed = !key.IsUnbound() && !key.IsNone();
    keys = kUnbound;
    if (keyed) {
      keys = vm.NewListWithCapacity(count);
      if (keys.IsUnbound()) return vm.NoRoom();
    }
    items = vm.NewListWithCapacity(0);
    if (items.IsUnbound()) return vm.NoRoom();
    GiveBack(vm, items, list);
    List* emptied = vm.heap.At<List>(list);
    emptied->count = emptied->buffer = 0;
    next = Value::SmallInt(0);
    n.phase = phase + 1;
    n.input = kUnbound;
    n.settled = vm.meter.used;
    if (keyed && count > 0) return n.Call(phase, key, SpanOf(vm, items).first[0]);
  }
  if (n.phase == phase) {
    // A key.
    if (n.stopped) {
      GiveBack(vm, list, items);
      return RaiseStopIteration(vm, n.input);
    }
    if (!vm.ListAppend(keys, n.input)) return vm.NoRoom();
    int64_t done = next.AsSmallInt() + 1;
    next = Value::SmallInt(done);
    n.phase = phase + 1;
    n.input = kUnbound;
    n.settled = vm.meter.used;
    if (done < vm.heap.At<List>(items)->count) return n.Call(phase, key, SpanOf(vm, items).first[done]);
  }
  bool backwards = reverse.IsTrue() || (!reverse.IsUnbound() && !reverse.IsBool() && Truth(vm, reverse).value.IsTrue());
  Step step = SortItems(vm, items, keys, backwards);
  if (!step.done() && step.action != Action::kRaise) return step;
  bool modified = vm.heap.At<List>(list)->buffer != 0;
  if (modified && step.done()) {
    step = vm.Raise(TypeId::kValueError, "list modified during sort");
    if (step.action == Action::kMore) return step;
  }
  GiveBack(vm, list, items);
  return step;
}

Step ListSort(Vm& vm, Native& n) { return SortStep(vm, n, 1, 0, n.arg(0), n.arg(1), n.arg(2)); }

}  // namespace garter
