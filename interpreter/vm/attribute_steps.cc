// Attributes where Python code has to run: properties, __get__, __getattr__, __setattr__ and their like (reference 3.3.2).
#include "interpreter/types/attributes.h"
#include "interpreter/vm/special_calls.h"
#include "interpreter/vm/user_attributes.h"

namespace garter {
namespace {

enum Phase : uint32_t { kStart, kAnswered, kFallback };

bool IsAttributeError(Vm& vm, Value exception) { return ExceptionTypeIs(vm, exception, TypeId::kAttributeError); }

// The property that `found` is, or carries.
Value PropertyOf(Vm& vm, Value found) {
  Value native = Plain(vm, found);
  bool property = native.IsObject(Kind::kDescriptor) &&
                  static_cast<DescriptorKind>(vm.heap.At<Descriptor>(native)->aux) == DescriptorKind::kProperty;
  return property ? native : kUnbound;
}

Step RaiseNoAccessor(Vm& vm, const Descriptor* property, Value o, const char* what) {
  Value name = property->attributes;
  if (!name.IsStr()) return vm.Raise(TypeId::kAttributeError, "property of '%T' object has no %s", o, what);
  return vm.Raise(TypeId::kAttributeError, "property %R of '%T' object has no %s", name, o, what);
}

}  // namespace

// Arguments: code, o, name.
Step GetAttributeStep(Vm& vm, Native& n) {
  Value o = n.arg(1), name = n.arg(2);
  Value cls = ClassOf(vm, o);
  uint16_t flags = cls.IsObject() ? ClassAt(vm, cls)->aux : 0;
  Step failed = Step::Stop();
  if (n.phase == kStart) {
    if (o.IsObject(Kind::kModule)) return n.Call(kFallback, GetOwnAttribute(vm, o, "__getattr__"), name);
    if (flags & Class::kGetAttribute) {
      return CallSpecial(vm, n, kAnswered, LookupSpecialInClass(vm, cls, Special::k_getattribute), o, name);
    }
    Resolution r = ResolveAttribute(vm, o, name);
    switch (r.how) {
      case Resolution::kValue:
        return Step::Done(r.value);
      case Resolution::kMethod:
        return BindMethod(vm, r.value, r.self);
      case Resolution::kCallOne:
        return n.Call(kAnswered, r.value, r.self);
      case Resolution::kGet:
        return CallSpecial(vm, n, kAnswered, LookupSpecial(vm, r.value, Special::k_get), r.value, r.self, r.owner);
      case Resolution::kAbsent:
        failed = RaiseNoUserAttribute(vm, o, name);
        break;
      case Resolution::kFailed:
        failed = r.step;
        break;
    }
    if (failed.action != Action::kRaise || (flags & Class::kGetAttr) == 0 || !IsAttributeError(vm, vm.raised))
      return failed;
    vm.raised = kNone;
  } else if (!n.failed) {
    return Step::Done(n.input);
  } else if (n.phase == kFallback || (flags & Class::kGetAttr) == 0 || !IsAttributeError(vm, n.input)) {
    return vm.RaiseObject(n.input);
  }
  n.failed = false;
  return CallSpecial(vm, n, kFallback, LookupSpecialInClass(vm, cls, Special::k_getattr), o, name);
}

// Arguments: code, o, name, value; value Unbound: delete.
Step SetAttributeStep(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != kStart) return Step::Done(kNone);
  Value o = n.arg(1), name = n.arg(2), value = n.arg(3);
  bool deletes = value.IsUnbound();
  Value own = LookupOwnSpecial(vm, o, deletes ? Special::k_delattr : Special::k_setattr);
  if (!own.IsUnbound()) {
    return deletes ? CallSpecial(vm, n, kAnswered, own, o, name) : CallSpecial(vm, n, kAnswered, own, o, name, value);
  }
  return SetByDescriptor(vm, n, kAnswered, o, name, value);
}

// object.__setattr__ for what needs Python: the attribute found in the class is a property or has __set__.
Step SetByDescriptor(Vm& vm, Native& n, uint32_t phase, Value o, Value name, Value value) {
  Value found = FindInClass(vm, ClassOf(vm, o), name);
  bool deletes = value.IsUnbound();
  if (found.IsObject(Kind::kInstance)) {
    Value set = LookupOwnSpecial(vm, found, deletes ? Special::k_delete : Special::k_set);
    if (!set.IsUnbound()) {
      return deletes ? CallSpecial(vm, n, phase, set, found, o) : CallSpecial(vm, n, phase, set, found, o, value);
    }
    if (PropertyOf(vm, found).IsUnbound()) return vm.Raise(TypeId::kAttributeError, deletes ? "__delete__" : "__set__");
  }
  Value property = PropertyOf(vm, found);
  if (property.IsUnbound()) return PlainSetAttribute(vm, o, name, value);
  const Descriptor* d = vm.heap.At<Descriptor>(property);
  Value accessor = deletes ? d->third : d->second;
  if (accessor.IsNone()) return RaiseNoAccessor(vm, d, o, deletes ? "deleter" : "setter");
  return deletes ? n.Call(phase, accessor, o) : n.Call(phase, accessor, o, value);
}

}  // namespace garter
