// isinstance, issubclass and callable with classes of the program (reference 3.3.4).
#include "interpreter/types/sequence.h"
#include "interpreter/vm/operators.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

enum Phase : uint32_t { kStart, kAnswered };

// What isinstance() takes besides types: whatever has the hook.
Value HookOf(Vm& vm, Value cls, Special name) {
  return cls.IsObject(Kind::kClass) || cls.IsObject(Kind::kInstance) ? LookupOwnSpecial(vm, cls, name) : kUnbound;
}

// __class__ of an object may differ from its type (a proxy).
Step Check(Vm& vm, Value v, Value classes, bool instance, int depth) {
  if (classes.IsObject(Kind::kTuple)) {
    if (depth == 1000) return vm.Raise(TypeId::kRecursionError, "Stack overflow (used 8160 kB) in __instancecheck__");
    for (uint32_t k = 0; k < SpanOf(vm, classes).count; ++k) {
      Step step = Check(vm, v, SpanOf(vm, classes).first[k], instance, depth + 1);
      if (!step.done() || step.value.IsTrue()) return step;
    }
    return Step::Done(kFalse);
  }
  if (instance && IsClass(classes) && ClassOf(vm, v) == classes) return Step::Done(kTrue);
  Value hook = HookOf(vm, classes, instance ? Special::k_instancecheck : Special::k_subclasscheck);
  if (!hook.IsUnbound()) return Ask(vm, instance ? Protocol::kIsInstance : Protocol::kIsSubclass, 0, v, classes);
  if (!IsClass(classes)) return Step::Stop();
  if (!instance) {
    if (!IsClass(v)) return vm.Raise(TypeId::kTypeError, "issubclass() arg 1 must be a class");
    return Step::Done(Value::Bool(IsSubclass(vm, v, classes)));
  }
  if (IsSubclass(vm, ClassOf(vm, v), classes)) return Step::Done(kTrue);
  if (!v.IsObject(Kind::kInstance)) return Step::Done(kFalse);
  Value name = SpecialName(vm, Special::k_class);
  if (name.IsUnbound()) return vm.NoRoom();
  Value found = FindInClass(vm, ClassOf(vm, v), name);
  if (found.IsImmediate(Kind::kBuiltin)) return Step::Done(kFalse);
  Step cls = GetAttribute(vm, v, name);
  if (!cls.done()) return cls;
  return Step::Done(Value::Bool(IsClass(cls.value) && IsSubclass(vm, cls.value, classes)));
}

}  // namespace

Step IsInstance(Vm& vm, Value v, Value classes) {
  Step step = Check(vm, v, classes, true, 0);
  if (step.action != Action::kStop) return step;
  return vm.Raise(TypeId::kTypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

Step IsSubclassOf(Vm& vm, Value cls, Value classes) {
  Step step = Check(vm, cls, classes, false, 0);
  if (step.action != Action::kStop) return step;
  if (!IsClass(cls)) return vm.Raise(TypeId::kTypeError, "issubclass() arg 1 must be a class");
  return vm.Raise(TypeId::kTypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

Step ClassCheckStep(Vm& vm, Native& n, bool instance) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == kAnswered) return Truth(vm, n.input);
  Value v = n.arg(1), cls = n.arg(2);
  Value hook = HookOf(vm, cls, instance ? Special::k_instancecheck : Special::k_subclasscheck);
  if (!hook.IsUnbound()) return CallSpecial(vm, n, kAnswered, hook, cls, v);
  return instance ? IsInstance(vm, v, cls) : IsSubclassOf(vm, v, cls);
}

bool IsCallable(Vm& vm, Value v) {
  switch (v.kind()) {
    case Kind::kType:
    case Kind::kHostFunction:
    case Kind::kFunction:
    case Kind::kBoundMethod:
    case Kind::kClass:
      return true;
    case Kind::kBuiltin:
      return TypeOfBuiltin(v) != TypeId::kGetSetDescriptor;
    case Kind::kInstance:
    case Kind::kException:
    case Kind::kDescriptor:
      return !LookupSpecial(vm, v, Special::k_call).IsUnbound();
    default:
      return false;
  }
}

}  // namespace garter
