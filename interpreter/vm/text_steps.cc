// repr(), str() and format() of objects of the program (reference 3.3.1).
#include "interpreter/types/sequence.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

enum Phase : uint32_t { kStart, kAnswered };

// Puts back what was open before this repr began.
void LeaveRepr(Vm& vm, Native& n) {
  if (n.arg(3).IsObject(Kind::kTuple)) vm.repr_open = vm.heap.At<Tuple>(n.arg(3))->items()[0];
}

}  // namespace

bool IsReprOpen(Vm& vm, Value container) {
  for (Value at = vm.repr_open; at.IsObject(Kind::kTuple);) {
    const Tuple* open = vm.heap.At<Tuple>(at);
    vm.meter.used += open->count;
    for (uint32_t k = 1; k < open->count; ++k) {
      if (open->items()[k] == container) return true;
    }
    at = open->items()[0];
  }
  return false;
}

Step AskRepr(Vm& vm, Value v, const Value* open, uint32_t count) {
  Step step = Ask(vm, Protocol::kRepr, 0, v);
  if (step.action != Action::kAsk || count == 0) return step;
  Tuple* tuple = vm.heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + (uint64_t{count} + 1) * sizeof(Value));
  if (tuple == nullptr) return vm.NoRoom();
  tuple->count = count + 1;
  tuple->unused = 0;
  tuple->items()[0] = vm.repr_open;
  for (uint32_t k = 0; k < count; ++k) tuple->items()[k + 1] = open[k];
  vm.ask_c = vm.heap.ValueOf(tuple);
  return step;
}

// Arguments: code, the object, Unbound, what is open. Detail 1: an object of a subclass of str may be the answer.
Step ReprStep(Vm& vm, Native& n) {
  if (n.failed) {
    LeaveRepr(vm, n);
    return vm.RaiseObject(n.input);
  }
  if (n.phase == kAnswered) {
    Value text = Plain(vm, n.input);
    if (!text.IsStr()) {
      Step step = vm.Raise(TypeId::kTypeError, "__repr__ returned non-string (type %T)", n.input);
      if (step.action == Action::kRaise) LeaveRepr(vm, n);
      return step;
    }
    LeaveRepr(vm, n);
    return Step::Done((n.arg(0).AsSmallInt() >> 16) != 0 ? n.input : text);
  }
  Value own = LookupOwnSpecial(vm, n.arg(1), Special::k_repr);
  if (own.IsUnbound()) return LayoutRepr(vm, n.arg(1));
  Step step = CallSpecial(vm, n, kAnswered, own, n.arg(1));
  if (step.action == Action::kCall && n.arg(3).IsObject(Kind::kTuple)) vm.repr_open = n.arg(3);
  return step;
}

// Detail 1: an object of a subclass of str may be the answer.
Step StrStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kAnswered) {
    Value text = Plain(vm, n.input);
    if (!text.IsStr()) return vm.Raise(TypeId::kTypeError, "__str__ returned non-string (type %T)", n.input);
    return Step::Done((n.arg(0).AsSmallInt() >> 16) != 0 ? n.input : text);
  }
  Value own = LookupOwnSpecial(vm, n.arg(1), Special::k_str);
  return own.IsUnbound() ? LayoutStr(vm, n.arg(1)) : CallSpecial(vm, n, kAnswered, own, n.arg(1));
}

Step FormatStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kAnswered) {
    Value text = Plain(vm, n.input);
    if (!text.IsStr()) return vm.Raise(TypeId::kTypeError, "__format__ must return a str, not %T", n.input);
    return Step::Done(text);
  }
  Value own = LookupOwnSpecial(vm, n.arg(1), Special::k_format);
  return own.IsUnbound() ? Format(vm, n.arg(1), n.arg(2)) : CallSpecial(vm, n, kAnswered, own, n.arg(1), n.arg(2));
}

}  // namespace garter
