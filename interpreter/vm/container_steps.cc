// Iteration, items, length and membership of objects of the program (reference 3.3.7).
#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

enum Phase : uint32_t { kStart, kAnswered, kItems, kMissing };

}  // namespace

// iter(a)
Step IterStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1);
  if (n.phase == kAnswered) {
    if (HasNext(vm, n.input)) return Step::Done(n.input);
    return vm.Raise(TypeId::kTypeError, "iter() returned non-iterator of type '%T'", n.input);
  }
  Value method = LookupOwnSpecial(vm, a, Special::k_iter);
  if (method.IsNone()) return vm.Raise(TypeId::kTypeError, "'%T' object is not iterable", a);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kAnswered, method, a);
  return GetIter(vm, a);
}

// a[b], a[b] = c, del a[b]
Step ItemStep(Vm& vm, Native& n, Protocol protocol) {
  Value a = n.arg(1), b = n.arg(2), c = n.arg(3);
  bool gets = protocol == Protocol::kGetItem, sets = protocol == Protocol::kSetItem;
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kAnswered) return Step::Done(gets ? n.input : kNone);
  if (n.phase == kMissing) return Step::Done(n.input);
  if (!IsUserObject(vm, a)) {
    if (gets && a.IsObject(Kind::kClass)) {
      Value name = SpecialName(vm, Special::k_class_getitem);
      if (name.IsUnbound()) return vm.NoRoom();
      Step method = GetAttribute(vm, a, name);
      if (method.done()) return n.Call(kAnswered, method.value, b);
      if (method.action != Action::kRaise || !ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError)) return method;
      vm.raised = kNone;
      return vm.Raise(TypeId::kTypeError, "type '%S' is not subscriptable", ClassAt(vm, a)->name);
    }
    return gets ? GetItem(vm, a, b) : sets ? SetItem(vm, a, b, c) : DeleteItem(vm, a, b);
  }
  Value method = LookupOwnSpecial(vm, a, gets ? Special::k_getitem : sets ? Special::k_setitem : Special::k_delitem);
  if (!method.IsUnbound()) {
    if (gets) return CallSpecial(vm, n, kAnswered, method, a, b);
    return sets ? CallSpecial(vm, n, kAnswered, method, a, b, c) : CallSpecial(vm, n, kAnswered, method, a, b);
  }
  Value native = Plain(vm, a);
  if (native == a) {
    if (gets && a.IsObject(Kind::kClass)) {
      Value name = SpecialName(vm, Special::k_class_getitem);
      Value own = name.IsUnbound() ? kUnbound : FindInClass(vm, a, name);
      if (!own.IsUnbound()) {
        Step bound = GetAttribute(vm, a, name);
        return bound.done() ? n.Call(kAnswered, bound.value, b) : bound;
      }
      return vm.Raise(TypeId::kTypeError, "type '%S' is not subscriptable", ClassAt(vm, a)->name);
    }
    return vm.Raise(TypeId::kTypeError,
                    gets   ? "'%T' object is not subscriptable"
                    : sets ? "'%T' object does not support item assignment"
                           : "'%T' object does not support item deletion",
                    a);
  }
  if (gets && native.IsObject(Kind::kDict)) {
    Step found = DictGet(vm, native, b);
    if (!found.done() || !found.value.IsUnbound()) return found;
    Value missing = LookupOwnSpecial(vm, a, Special::k_missing);
    if (!missing.IsUnbound()) return CallSpecial(vm, n, kMissing, missing, a, b);
    return vm.RaiseValue(TypeId::kKeyError, b);
  }
  return gets ? GetItem(vm, native, b) : sets ? SetItem(vm, native, b, c) : DeleteItem(vm, native, b);
}

Step LengthStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kAnswered) return LengthResult(vm, n.input);
  Value a = n.arg(1);
  Value method = LookupOwnSpecial(vm, a, Special::k_len);
  if (!method.IsUnbound()) return CallSpecial(vm, n, kAnswered, method, a);
  Value native = Plain(vm, a);
  if (native == a) return vm.Raise(TypeId::kTypeError, "object of type '%T' has no len()", a);
  return Length(vm, native);
}

// b in a: __contains__, else by iteration.
Step ContainsStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1), b = n.arg(2);
  if (n.phase == kStart) {
    if (!IsUserObject(vm, a)) {
      Step step = Contains(vm, a, b);
      if (step.action != Action::kCall) return step;
      n.slot(1) = a;
    } else {
      Value method = LookupOwnSpecial(vm, a, Special::k_contains);
      if (method.IsNone()) return vm.Raise(TypeId::kTypeError, "'%T' object is not a container", a);
      if (!method.IsUnbound()) return CallSpecial(vm, n, kAnswered, method, a, b);
      Value native = Plain(vm, a);
      bool own_iter = !LookupOwnSpecial(vm, a, Special::k_iter).IsUnbound();
      if (!(native == a) && !own_iter) return Contains(vm, native, b);
      Step iterator = GetIter(vm, a);
      if (iterator.action == Action::kRaise && ExceptionTypeIs(vm, vm.raised, TypeId::kTypeError) && !own_iter) {
        vm.raised = kNone;
        return vm.Raise(TypeId::kTypeError, "argument of type '%T' is not a container or iterable", a);
      }
      if (!iterator.done()) return iterator;
      n.slot(1) = iterator.value;
    }
    n.slot(2) = kFalse;
  }
  if (n.phase == kAnswered) return n.input.IsBool() ? Step::Done(n.input) : Truth(vm, n.input);
  Step step = ForEach(vm, n, kItems, n.slot(1), [&](Value item) {
    Step same = item == b ? Step::Done(kTrue) : Compare(vm, CompareOp::kEqual, item, b);
    if (!same.done() || same.value.IsFalse()) return same;
    n.slot(2) = kTrue;
    return Step::Stop();
  });
  return step.done() ? Step::Done(n.slot(2)) : step;
}

// list(a)
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
  Step step = ForEach(vm, n, kItems, n.slot(1),
                      [&](Value item) { return vm.ListAppend(n.slot(0), item) ? Step::Done(kNone) : vm.NoRoom(); });
  return step.done() ? Step::Done(n.slot(0)) : step;
}

// {**b} into the dict a, or, for a call, f(**b) for the callee c: by keys() and b[key].
Step MappingStep(Vm& vm, Native& n, Protocol protocol) {
  enum : uint32_t { kKeysAsked = 1, kKeys, kValue };
  if (n.failed) return vm.RaiseObject(n.input);
  Value a = n.arg(1), b = n.arg(2), c = n.arg(3);
  bool merges = protocol == Protocol::kMergeDict;
  if (n.phase == kStart) {
    Value native = Plain(vm, b);
    bool plain = native.IsObject(Kind::kDict) && LookupOwnSpecial(vm, b, Special::k_getitem).IsUnbound() &&
                 LookupOwnSpecial(vm, b, Special::k_iter).IsUnbound();
    if (plain) return merges ? MergeDict(vm, a, native, c) : UpdateDict(vm, a, native);
    Value name = vm.NewStrAscii("keys");
    if (name.IsUnbound()) return vm.NoRoom();
    Step keys = GetAttribute(vm, b, name);
    if (keys.done()) return n.Call(kKeysAsked, keys.value);
    if (keys.action != Action::kRaise || !ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError)) return keys;
    vm.raised = kNone;
    if (merges) return vm.Raise(TypeId::kTypeError, "%F argument after ** must be a mapping, not %T", c, b);
    return vm.Raise(TypeId::kTypeError, "'%T' object is not a mapping", b);
  }
  if (n.phase == kKeysAsked) {
    Step list = Ask(vm, Protocol::kList, 0, n.input);
    if (!list.done()) return list;
    n.slot(0) = list.value;
    n.slot(1) = Value::SmallInt(0);
    n.phase = kKeys;
    n.input = kUnbound;
    n.settled = vm.meter.used;
  }
  while (n.slot(1).AsSmallInt() < SpanOf(vm, n.slot(0)).count) {
    Value key = SpanOf(vm, n.slot(0)).first[n.slot(1).AsSmallInt()];
    Step value = GetItem(vm, b, key);
    if (!value.done()) return value;
    if (merges) {
      if (!key.IsStr()) return vm.Raise(TypeId::kTypeError, "keywords must be strings");
      if (!vm.DictGetStr(a, key).IsUnbound()) {
        return vm.Raise(TypeId::kTypeError, "%F got multiple values for keyword argument '%S'", c, key);
      }
    }
    Step step = DictSet(vm, a, key, value.value);
    if (!step.done()) return step;
    n.slot(1) = Value::SmallInt(n.slot(1).AsSmallInt() + 1);
    n.settled = vm.meter.used;
  }
  return Step::Done(kNone);
}

}  // namespace garter
