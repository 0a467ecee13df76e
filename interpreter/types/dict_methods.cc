// dict: its methods.
#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/set.h"
#include "interpreter/types/special_methods.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/special_calls.h"

namespace garter {
namespace {

Step Get(Vm& vm, Native& n) {
  Step found = DictGet(vm, n.arg(0), n.arg(1));
  if (found.done() && found.value.IsUnbound()) found.value = n.has(2) ? n.arg(2) : kNone;
  return found;
}

Step SetDefault(Vm& vm, Native& n) {
  uint64_t hash;
  Step step = HashDictKey(vm, n.arg(1), &hash);
  if (!step.done()) return step;
  DictEntry* entry;
  step = DictFind(vm, n.arg(0), n.arg(1), hash, &entry);
  if (!step.done()) return step;
  if (entry != nullptr) return Step::Done(entry->value);
  Value value = n.has(2) ? n.arg(2) : kNone;
  return DictInsert(vm, n.arg(0), n.arg(1), hash, value) ? Step::Done(value) : vm.NoRoom();
}

Step Pop(Vm& vm, Native& n) {
  // An empty dict does not look at the key, not even whether it can be hashed.
  Value removed = kUnbound;
  if (vm.DictSize(n.arg(0)) > 0) {
    Step step = DictDelete(vm, n.arg(0), n.arg(1), &removed);
    if (!step.done()) return step;
  }
  if (!removed.IsUnbound()) return Step::Done(removed);
  return n.has(2) ? Step::Done(n.arg(2)) : vm.RaiseValue(TypeId::kKeyError, n.arg(1));
}

Step PopItem(Vm& vm, Native& n) {
  if (vm.DictSize(n.arg(0)) == 0) return vm.Raise(TypeId::kKeyError, "popitem(): dictionary is empty");
  Value pair[2] = {kNone, kNone};
  Value tuple = vm.NewTuple(pair, 2);
  if (tuple.IsUnbound()) return vm.NoRoom();
  Value* items = vm.heap.At<Tuple>(tuple)->items();
  DictPopLast(vm, n.arg(0), &items[0], &items[1]);
  return Step::Done(tuple);
}

Step Clear(Vm& vm, Native& n) {
  DictClear(vm, n.arg(0));
  return Step::Done(kNone);
}

Step Copy(Vm& vm, Native& n) {
  if (!vm.meter.Charge(vm.DictSize(n.arg(0)) / 4)) return Step::Limit();
  Value copy = DictCopy(vm, n.arg(0));
  return copy.IsUnbound() ? vm.NoRoom() : Step::Done(copy);
}

Step View(Vm& vm, Value dict, DictViewKind kind) {
  Value view = NewDictView(vm, kind, dict);
  return view.IsUnbound() ? vm.NoRoom() : Step::Done(view);
}
Step Keys(Vm& vm, Native& n) { return View(vm, n.arg(0), DictViewKind::kKeys); }
Step Values(Vm& vm, Native& n) { return View(vm, n.arg(0), DictViewKind::kValues); }
Step ItemPairs(Vm& vm, Native& n) { return View(vm, n.arg(0), DictViewKind::kItems); }

// ---- update and dict() ------------------------------------------------------------------------------------------------
// Slots: 0 the dict, 1 the iterator of pairs, 2 the pair being read, 3 the iterator over it, 4 its items, 5 the pair's
// number; 6 a dict of the keyword arguments or Unbound.
enum Slot { kDict, kPairs, kPair, kInner, kParts, kNumber, kKeywords, kUpdateSlots };
enum Phase : uint32_t { kStart, kNextPair, kInnerItem, kGoOn, kMapping };

Step RaiseNotPair(Vm& vm, int64_t number, int64_t length) {
  return vm.Raise(TypeId::kValueError, "dictionary update sequence element #%d has length %d; 2 is required", number,
                  length);
}

Step StorePair(Vm& vm, Native& n, Value pair) {
  Span parts = SpanOf(vm, pair);
  if (parts.count != 2) return RaiseNotPair(vm, n.slot(kNumber).AsSmallInt(), parts.count);
  Step step = DictSet(vm, n.slot(kDict), parts.first[0], parts.first[1]);
  if (step.done()) n.slot(kNumber) = Value::SmallInt(n.slot(kNumber).AsSmallInt() + 1);
  return step;
}

// The iterator over something that is to be a pair.
Step PairIterator(Vm& vm, Value pair, int64_t number) {
  Step step = GetIter(vm, pair);
  return step.action == Action::kRaise ? RaiseNotSequence(vm, number) : step;
}

// All pairs of the iterator in kPairs. Entered with kStart first.
Step UpdateFromPairs(Vm& vm, Native& n) {
  bool answered = n.phase == kNextPair;
  for (;;) {
    if (!n.slot(kPair).IsUnbound() && !answered) {
      // A pair is pending: a list or tuple is ready, anything else is iterated into a list first.
      if (!IsListOrTuple(n.slot(kPair))) {
        if (n.slot(kInner).IsUnbound()) {
          Step inner = PairIterator(vm, n.slot(kPair), n.slot(kNumber).AsSmallInt());
          if (!inner.done()) return inner;
          Value parts = vm.NewListWithCapacity(2);
          if (parts.IsUnbound()) return vm.NoRoom();
          n.slot(kInner) = inner.value;
          n.slot(kParts) = parts;
        }
        Step drained = ForEach(vm, n, kInnerItem, n.slot(kInner), [&](Value item) {
          return vm.ListAppend(n.slot(kParts), item) ? Step::Done(kNone) : vm.NoRoom();
        });
        if (!drained.done()) return drained;
        n.slot(kPair) = n.slot(kParts);
        n.slot(kInner) = kUnbound;
        n.phase = kGoOn;
      }
      Step stored = StorePair(vm, n, n.slot(kPair));
      if (!stored.done()) return stored;
      n.slot(kPair) = kUnbound;
      n.settled = vm.meter.used;
    }
    n.phase = kGoOn;
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step next = answered ? (n.stopped ? Step::Stop() : Step::Done(n.input)) : Next(vm, n.slot(kPairs));
    answered = false;
    if (next.action == Action::kCall) return n.Next(kNextPair, n.slot(kPairs));
    if (next.action == Action::kStop) return Step::Done(kNone);
    if (!next.done()) return next;
    n.slot(kPair) = next.value;
    n.settled = vm.meter.used;
  }
}

// The keyword arguments of a raw native as a dict: it is not to be lost when Python runs.
Step KeepKeywords(Vm& vm, Native& n) {
  n.slot(kKeywords) = kUnbound;
  if (n.keyword_names.IsUnbound()) return Step::Done(kNone);
  Span names = SpanOf(vm, n.keyword_names);
  if (names.count == 0) return Step::Done(kNone);
  Value dict = vm.NewDict();
  if (dict.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < names.count; ++k) {
    if (!vm.DictSetStr(dict, names.first[k], n.arg(n.argument_count - names.count + k))) return vm.NoRoom();
  }
  n.slot(kKeywords) = dict;
  return Step::Done(kNone);
}

uint32_t PositionalCount(Vm& vm, const Native& n) {
  return n.argument_count - (n.keyword_names.IsUnbound() ? 0 : SpanOf(vm, n.keyword_names).count);
}

// dict.update(other, **keywords) of the dict in slot kDict. `given`: arguments without $self.
Step Update(Vm& vm, Native& n, const char* name, bool make) {
  if (n.phase == kStart) {
    uint32_t given = PositionalCount(vm, n) - 1;
    if (given > 1) return vm.Raise(TypeId::kTypeError, "%s expected at most 1 argument, got %d", name, int64_t{given});
    Step step = KeepKeywords(vm, n);
    if (!step.done()) return step;
    Value dict = make ? vm.NewDict() : Plain(vm, n.arg(0));
    if (dict.IsUnbound()) return vm.NoRoom();
    n.slot(kDict) = dict;
    n.slot(kPair) = n.slot(kInner) = n.slot(kParts) = kUnbound;
    n.slot(kNumber) = Value::SmallInt(0);
    n.slot(kPairs) = kUnbound;
    if (given == 1) {
      Value other = Unproxied(vm, n.arg(1)), native = Plain(vm, other);
      if (other.IsObject(Kind::kDict) ||
          (native.IsObject(Kind::kDict) && LookupOwnSpecial(vm, other, Special::k_iter).IsUnbound())) {
        step = DictUpdateFrom(vm, dict, native);
        if (!step.done()) return step;
      } else if (IsUserObject(vm, other)) {
        // What has keys() is a mapping.
        Value keys_name = vm.NewStrAscii("keys");
        if (keys_name.IsUnbound()) return vm.NoRoom();
        step = GetAttribute(vm, other, keys_name);
        if (step.action == Action::kRaise && ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError)) {
          vm.raised = kNone;
          step = GetIter(vm, other);
          if (!step.done()) return step;
          n.slot(kPairs) = step.value;
        } else if (!step.done()) {
          return step;
        } else {
          n.phase = kMapping;
          n.settled = vm.meter.used;
        }
      } else {
        step = GetIter(vm, n.arg(1));
        if (!step.done()) return step;
        n.slot(kPairs) = step.value;
      }
    }
    if (n.phase != kMapping) n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  if (n.phase == kMapping) {
    Step step = Ask(vm, Protocol::kUpdateDict, 0, n.slot(kDict), n.arg(1));
    if (!step.done()) return step;
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  if (!n.slot(kPairs).IsUnbound()) {
    Step step = UpdateFromPairs(vm, n);
    if (!step.done()) return step;
    n.slot(kPairs) = kUnbound;
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  if (!n.slot(kKeywords).IsUnbound()) {
    Step step = DictUpdateFrom(vm, n.slot(kDict), n.slot(kKeywords));
    if (!step.done()) return step;
  }
  return Step::Done(make ? n.slot(kDict) : kNone);
}

Step UpdateMethod(Vm& vm, Native& n) { return Update(vm, n, "update", false); }
Step New(Vm& vm, Native& n) { return Update(vm, n, "dict", true); }
// dict |= other as a method: update, and the dict.
Step InplaceUnion(Vm& vm, Native& n) {
  Step step = Update(vm, n, "update", false);
  return step.done() ? Step::Done(n.arg(0)) : step;
}

// dict.fromkeys(iterable, value=None). Slot 0: the dict, slot 1: the iterator.
Step FromKeys(Vm& vm, Native& n) {
  bool own = n.arg(0).IsObject(Kind::kClass);
  if (n.phase == 0 && own) return n.Call(2, n.arg(0));
  if (n.phase == 2) {
    n.slot(0) = n.input;
    n.phase = 3;
    n.settled = vm.meter.used;
  }
  if (n.phase == 3) {
    Step iterator = GetIter(vm, n.arg(1));
    if (!iterator.done()) return iterator;
    n.slot(1) = iterator.value;
  }
  if (n.phase == 0) {
    Value dict = vm.NewDict();
    if (dict.IsUnbound()) return vm.NoRoom();
    Step iterator = GetIter(vm, n.arg(1));
    if (!iterator.done()) return iterator;
    if (n.arg(1).IsObject(Kind::kDict) || IsAnySet(n.arg(1))) {
      Step size = Length(vm, n.arg(1));
      bool only_str = n.arg(1).IsObject(Kind::kDict) && OnlyStrKeys(vm, n.arg(1));
      if (!DictReserve(vm, dict, static_cast<uint32_t>(size.value.AsSmallInt()), only_str)) return vm.NoRoom();
    }
    n.slot(0) = dict;
    n.slot(1) = iterator.value;
  }
  Value value = n.has(2) ? n.arg(2) : kNone;
  Step step = ForEach(vm, n, 1, n.slot(1), [&](Value key) {
    return own ? SetItem(vm, n.slot(0), key, value) : DictSet(vm, n.slot(0), key, value);
  });
  return step.done() ? Step::Done(n.slot(0)) : step;
}

Step Reversed(Vm& vm, Native& n) {
  Value iterator = NewReverseDictIterator(vm, n.arg(0), DictViewKind::kKeys);
  return iterator.IsUnbound() ? vm.NoRoom() : Step::Done(iterator);
}

Step Len(Vm& vm, Native& n) { return Length(vm, n.arg(0)); }
Step Iter(Vm& vm, Native& n) { return GetIter(vm, n.arg(0)); }
Step Has(Vm& vm, Native& n) { return Contains(vm, n.arg(0), n.arg(1)); }
// What is absent a class of the program may make by its __missing__.
Step GetAt(Vm& vm, Native& n) {
  if (n.phase != 0) return Step::Done(n.input);
  Value native = NativeOf(vm, n.arg(0));
  if (native == n.arg(0)) return GetItem(vm, native, n.arg(1));
  Step found = DictGet(vm, native, n.arg(1));
  if (!found.done() || !found.value.IsUnbound()) return found;
  Value missing = LookupOwnSpecial(vm, n.arg(0), Special::k_missing);
  if (missing.IsUnbound()) return vm.RaiseValue(TypeId::kKeyError, n.arg(1));
  return CallSpecial(vm, n, 1, missing, n.arg(0), n.arg(1));
}
Step SetAt(Vm& vm, Native& n) { return SetItem(vm, n.arg(0), n.arg(1), n.arg(2)); }
Step DeleteAt(Vm& vm, Native& n) { return DeleteItem(vm, n.arg(0), n.arg(1)); }

constexpr BuiltinRow kRows[] = {
    {"get", "($self, key, default=None, /)", Get},
    {"setdefault", "($self, key, default=None, /)", SetDefault},
    {"pop", "($self, key, default=<unrepresentable>, /)", Pop},
    {"popitem", "($self, /)", PopItem},
    {"clear", "($self, /)", Clear},
    {"copy", "($self, /)", Copy},
    {"keys", "($self, /)", Keys},
    {"values", "($self, /)", Values},
    {"items", "($self, /)", ItemPairs},
    {"update", "($self, /, *args, **kwargs)", UpdateMethod, kUpdateSlots, BuiltinRow::kRaw},
    {"fromkeys", "($self, iterable, value=None, /)", FromKeys, 2, BuiltinRow::kClass},
    {"__reversed__", "($self, /)", Reversed},
    {"__contains__", "($self, key, /)", Has},
    {"__getitem__", "($self, key, /)", GetAt},
    {"__setitem__", "($self, key, value, /)", SetAt, 0, BuiltinRow::kSlotWrapper},
    {"__delitem__", "($self, key, /)", DeleteAt, 0, BuiltinRow::kSlotWrapper},
    {"__len__", "($self, /)", Len, 0, BuiltinRow::kSlotWrapper},
    {"__iter__", "($self, /)", Iter, 0, BuiltinRow::kSlotWrapper},
    GARTER_BOTH_ROWS("or", BinaryOp::kOr, IsDictValue),
    {"__ior__", "($self, value, /)", InplaceUnion, kUpdateSlots, BuiltinRow::kSlotWrapper},
    GARTER_NO_HASH_ROW,
};
constexpr BuiltinRow kConstructor = {"dict", "($self, /, *args, **kwargs)", New, kUpdateSlots, BuiltinRow::kRaw};

}  // namespace

const TypeTable kDictTable = {kRows, sizeof(kRows) / sizeof(kRows[0]), &kConstructor};

}  // namespace garter
