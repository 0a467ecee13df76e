// Iteration, subscripts and containment of objects of the program (reference 3.3.7).
#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/set.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

enum Phase : uint32_t { kStart, kAnswered, kItem, kCompared, kKeys, kValue, kGoOn };

}  // namespace

Step GetIterStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value v = n.arg(1);
  if (n.phase == kAnswered) {
    if (HasNext(vm, n.input)) return Step::Done(n.input);
    return vm.Raise(TypeId::kTypeError, "iter() returned non-iterator of type '%T'", n.input);
  }
  Value own = IsUserObject(vm, v) ? LookupOwnSpecial(vm, v, Special::k_iter) : kUnbound;
  return own.IsUnbound() || own.IsNone() ? GetIter(vm, v) : CallSpecial(vm, n, kAnswered, own, v);
}

// Unbound when exhausted.
Step NextStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kStart) return n.Next(kAnswered, n.arg(1));
  return Step::Done(n.stopped ? kUnbound : n.input);
}

Step GetItemStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kAnswered) return Step::Done(n.input);
  Value o = n.arg(1), k = n.arg(2);
  if (IsUserObject(vm, o)) {
    Value own = LookupOwnSpecial(vm, o, Special::k_getitem);
    if (!own.IsUnbound()) return CallSpecial(vm, n, kAnswered, own, o, k);
  }
  if (o.IsObject(Kind::kClass)) {
    Value name = SpecialName(vm, Special::k_class_getitem);
    if (name.IsUnbound()) return vm.NoRoom();
    Step method = GetAttribute(vm, o, name);
    if (method.done()) return n.Call(kAnswered, method.value, k);
    if (method.action != Action::kRaise || !ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError)) return method;
    vm.raised = kNone;
    return vm.Raise(TypeId::kTypeError, "type '%S' is not subscriptable", ClassAt(vm, o)->name);
  }
  Value native = NativeOf(vm, o);
  if (native.IsObject(Kind::kDict) && !(native == o)) {
    Step found = DictGet(vm, native, k);
    if (!found.done() || !found.value.IsUnbound()) return found;
    Value missing = LookupOwnSpecial(vm, o, Special::k_missing);
    return missing.IsUnbound() ? vm.RaiseValue(TypeId::kKeyError, k) : CallSpecial(vm, n, kAnswered, missing, o, k);
  }
  return GetItem(vm, o, k);
}

Step SetItemStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kAnswered) return Step::Done(kNone);
  Value o = n.arg(1), k = n.arg(2), v = n.arg(3);
  Value own = IsUserObject(vm, o) ? LookupOwnSpecial(vm, o, Special::k_setitem) : kUnbound;
  if (!own.IsUnbound()) return CallSpecial(vm, n, kAnswered, own, o, k, v);
  Step step = SetItem(vm, o, k, v);
  // A slice that is assigned what only Python can iterate: collected first.
  if (step.action == Action::kCall)
    return n.Call(kAnswered, InternalValue(Internal::kDrain), NativeOf(vm, o), k, step.value);
  return step;
}

Step DeleteItemStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kAnswered) return Step::Done(kNone);
  Value o = n.arg(1), k = n.arg(2);
  Value own = IsUserObject(vm, o) ? LookupOwnSpecial(vm, o, Special::k_delitem) : kUnbound;
  return own.IsUnbound() ? DeleteItem(vm, o, k) : CallSpecial(vm, n, kAnswered, own, o, k);
}

Step GetSliceStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kAnswered) return Step::Done(n.input);
  Value o = n.arg(1);
  Value own = IsUserObject(vm, o) ? LookupOwnSpecial(vm, o, Special::k_getitem) : kUnbound;
  if (own.IsUnbound()) return GetSlice(vm, o, n.arg(2), n.arg(3));
  Slice* slice = vm.heap.New<Slice>(Kind::kSlice);
  if (slice == nullptr) return vm.NoRoom();
  slice->start = n.arg(2);
  slice->stop = n.arg(3);
  slice->step = kNone;
  return CallSpecial(vm, n, kAnswered, own, o, vm.heap.ValueOf(slice));
}

// b in a. Slots: 0 the iterator, 1 the index of the next item of a list or tuple, 2 the item that is compared.
Step ContainsStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value container = n.arg(1), item = n.arg(2);
  if (n.phase == kAnswered) return Truth(vm, n.input);
  if (n.phase == kStart) {
    if (IsUserObject(vm, container)) {
      Value own = LookupOwnSpecial(vm, container, Special::k_contains);
      if (own.IsNone()) return vm.Raise(TypeId::kTypeError, "'%T' object is not a container", container);
      if (!own.IsUnbound()) return CallSpecial(vm, n, kAnswered, own, container, item);
      Value native = NativeOf(vm, container);
      // What carries a container is searched as that, unless its class iterates in another way alone.
      if (!(native == container)) n.arg(1) = container = native;
    }
    if (IsListOrTuple(container)) {
      n.slot(0) = kUnbound;
      n.slot(1) = Value::SmallInt(0);
    } else {
      bool iterates = container.IsObject(Kind::kInstance) || container.IsObject(Kind::kIterator) ||
                      HoldsFrame(container) || container.IsObject(Kind::kClass);
      if (!iterates) return Contains(vm, container, item);
      Step iterator = GetIter(vm, container);
      if (iterator.action == Action::kRaise && ExceptionTypeIs(vm, vm.raised, TypeId::kTypeError)) {
        vm.raised = kNone;
        return vm.Raise(TypeId::kTypeError, "argument of type '%T' is not a container or iterable", container);
      }
      if (!iterator.done()) return iterator;
      n.slot(0) = iterator.value;
    }
    n.slot(2) = kUnbound;
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  if (n.phase == kItem) {
    if (n.stopped) return Step::Done(kFalse);
    n.slot(2) = n.input;
    n.phase = kGoOn;
  }
  for (;;) {
    if (!n.slot(2).IsUnbound()) {
      Step same = Same(vm, n.slot(2), item);
      if (!same.done() || same.value.IsTrue()) return same;
      n.slot(2) = kUnbound;
      n.settled = vm.meter.used;
    }
    if (!vm.meter.Charge(1)) return Step::Limit();
    if (n.slot(0).IsUnbound()) {
      int64_t k = n.slot(1).AsSmallInt();
      Span items = SpanOf(vm, container);
      if (k >= items.count) return Step::Done(kFalse);
      n.slot(2) = items.first[k];
      n.slot(1) = Value::SmallInt(k + 1);
      n.settled = vm.meter.used;
      continue;
    }
    Step next = Next(vm, n.slot(0));
    if (next.action == Action::kCall) return n.Next(kItem, n.slot(0));
    if (next.action == Action::kStop) return Step::Done(kFalse);
    if (!next.done()) return next;
    n.slot(2) = next.value;
    n.settled = vm.meter.used;
  }
}

// list(a). Slots: 0 the list, 1 the iterator.
Step ListStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kStart) {
    Step iterator = GetIter(vm, n.arg(1));
    if (!iterator.done()) return iterator;
    Value list = vm.NewListWithCapacity(8);
    if (list.IsUnbound()) return vm.NoRoom();
    n.slot(0) = list;
    n.slot(1) = iterator.value;
  }
  Step step = ForEach(vm, n, kItem, n.slot(1),
                      [&](Value item) { return vm.ListAppend(n.slot(0), item) ? Step::Done(kNone) : vm.NoRoom(); });
  return step.done() ? Step::Done(n.slot(0)) : step;
}

Step SetAddStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  return SetAdd(vm, n.arg(1), n.arg(2));
}

// A set or dict display. Slots: 0 what is made, 1 the next item.
Step BuildStep(Vm& vm, Native& n, bool pairs) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value items = n.arg(1);
  if (n.phase == kStart) {
    Value made = pairs ? vm.NewDict() : vm.NewSet();
    if (made.IsUnbound()) return vm.NoRoom();
    if (pairs) {
      Span all = SpanOf(vm, items);
      bool only_str = true;
      for (uint32_t k = 0; k < all.count; k += 2) only_str &= all.first[k].IsStr();
      if (all.count > 10 && !DictReserve(vm, made, all.count / 2, only_str)) return vm.NoRoom();
    }
    n.slot(0) = made;
    n.slot(1) = Value::SmallInt(0);
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  for (;;) {
    auto k = static_cast<uint32_t>(n.slot(1).AsSmallInt());
    Span all = SpanOf(vm, items);
    if (k >= all.count) return Step::Done(n.slot(0));
    Step step = pairs ? DictSet(vm, n.slot(0), all.first[k], all.first[k + 1]) : SetAdd(vm, n.slot(0), all.first[k]);
    if (!step.done()) return step;
    n.slot(1) = Value::SmallInt(k + (pairs ? 2 : 1));
    n.settled = vm.meter.used;
  }
}

// {**b} into the dict a; merge: f(**b), for the callee c, where keys are str and new. Slots: 0 the iterator over the keys,
// 1 the key whose value is asked for, 2 whether that value is n.input.
Step UpdateDictStep(Vm& vm, Native& n, bool merge) {
  Value dict = n.arg(1), mapping = n.arg(2);
  if (n.failed) {
    return vm.RaiseObject(n.input);
  }
  Value native = Plain(vm, mapping);
  if (n.phase == kStart) {
    bool plain = native.IsObject(Kind::kDict) &&
                 (native == mapping || (LookupOwnSpecial(vm, mapping, Special::k_iter).IsUnbound()));
    if (plain) return merge ? MergeDict(vm, dict, native, n.arg(3)) : UpdateDict(vm, dict, native);
    auto refuse = [&] {
      return merge ? vm.Raise(TypeId::kTypeError, "%F argument after ** must be a mapping, not %T", n.arg(3), mapping)
                   : vm.Raise(TypeId::kTypeError, "'%T' object is not a mapping", mapping);
    };
    if (!IsUserObject(vm, mapping)) return refuse();
    Value name = vm.NewStrAscii("keys");
    if (name.IsUnbound()) return vm.NoRoom();
    Step keys = GetAttribute(vm, mapping, name);
    if (keys.action == Action::kRaise && ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError)) {
      vm.raised = kNone;
      return refuse();
    }
    return keys.done() ? n.Call(kKeys, keys.value) : keys;
  }
  if (n.phase == kKeys) {
    Step iterator = GetIter(vm, n.input);
    if (!iterator.done()) return iterator;
    n.slot(0) = iterator.value;
    n.slot(1) = kUnbound;
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  } else if (n.phase == kItem) {
    if (n.stopped) return Step::Done(kNone);
    n.slot(1) = n.input;
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  } else if (n.phase == kValue) {
    Value key = n.slot(1);
    if (merge) {
      Value text = Plain(vm, key);
      if (!text.IsStr()) return vm.Raise(TypeId::kTypeError, "keywords must be strings");
      if (!vm.DictGetStr(dict, text).IsUnbound()) {
        return vm.Raise(TypeId::kTypeError, "%F got multiple values for keyword argument '%S'", n.arg(3), text);
      }
      key = text;
    }
    Step step = DictSet(vm, dict, key, n.input);
    if (!step.done()) return step;
    n.slot(1) = kUnbound;
    n.phase = kGoOn;
    n.settled = vm.meter.used;
  }
  for (;;) {
    if (!n.slot(1).IsUnbound()) {
      Value own = LookupSpecial(vm, mapping, Special::k_getitem);
      if (own.IsUnbound()) return vm.Raise(TypeId::kTypeError, "'%T' object is not subscriptable", mapping);
      return CallSpecial(vm, n, kValue, own, mapping, n.slot(1));
    }
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step next = Next(vm, n.slot(0));
    if (next.action == Action::kCall) return n.Next(kItem, n.slot(0));
    if (next.action == Action::kStop) return Step::Done(kNone);
    if (!next.done()) return next;
    n.slot(1) = next.value;
    n.settled = vm.meter.used;
  }
}

}  // namespace garter
