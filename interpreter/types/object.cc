// object and NoneType: what every value has.
#include "interpreter/types/attributes.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/class_steps.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

// Objects without a dict of their own have no such attribute.
Step ObjectDict(Vm& vm, Native& n) {
  Value o = n.arg(0);
  if (!o.IsObject(Kind::kInstance) || (ClassAt(vm, ClassOf(vm, o))->aux & Class::kHasDict) == 0)
    return Step::Done(kUnbound);
  Value dict = InstanceDict(vm, o);
  return dict.IsUnbound() ? vm.NoRoom() : Step::Done(dict);
}

Step ObjectInitSubclass(Vm& vm, Native& n) {
  if (!n.keyword_names.IsUnbound() && vm.heap.At<Tuple>(n.keyword_names)->count > 0) {
    Value name = n.arg(0).IsObject(Kind::kClass) ? ClassAt(vm, n.arg(0))->name : vm.NewStrAscii("object");
    if (name.IsUnbound()) return vm.NoRoom();
    return vm.Raise(TypeId::kTypeError, "%S.__init_subclass__() takes no keyword arguments", name);
  }
  if (n.argument_count > 1) {
    return vm.Raise(TypeId::kTypeError, "object.__init_subclass__() takes no arguments (%d given)",
                    int64_t{n.argument_count} - 1);
  }
  return Step::Done(kNone);
}

Step ObjectSubclassHook(Vm&, Native&) { return Step::Done(kNotImplemented); }

Step RefuseName(Vm& vm, Value name) {
  return vm.Raise(TypeId::kTypeError, "attribute name must be string, not '%T'", name);
}

// object.__getattribute__: no __getattr__ of the program is asked.
Step ObjectGetAttribute(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase != 0) return Step::Done(n.input);
  Value o = n.arg(0), name = n.arg(1);
  if (!name.IsStr()) return RefuseName(vm, name);
  if (!IsUserObject(vm, o) && !o.IsObject(Kind::kClass)) return GetAttribute(vm, o, name);
  Resolution r = ResolveAttribute(vm, o, name);
  switch (r.how) {
    case Resolution::kValue:
      return Step::Done(r.value);
    case Resolution::kMethod:
      return BindMethod(vm, r.value, r.self);
    case Resolution::kCallOne:
      return n.Call(1, r.value, r.self);
    case Resolution::kGet:
      return CallSpecial(vm, n, 1, LookupSpecial(vm, r.value, Special::k_get), r.value, r.self, r.owner);
    case Resolution::kAbsent:
      return RaiseNoUserAttribute(vm, o, name);
    default:
      return r.step;
  }
}

Step SetPlainly(Vm& vm, Native& n, Value value) {
  if (n.phase != 0) return Step::Done(kNone);
  if (!n.arg(1).IsStr()) return RefuseName(vm, n.arg(1));
  if (!IsUserObject(vm, n.arg(0)) && !n.arg(0).IsObject(Kind::kClass))
    return SetAttribute(vm, n.arg(0), n.arg(1), value);
  if (n.arg(0).IsObject(Kind::kException)) return SetExceptionAttributePlainly(vm, n.arg(0), n.arg(1), value);
  return SetByDescriptor(vm, n, 1, n.arg(0), n.arg(1), value);
}
Step ObjectSetAttribute(Vm& vm, Native& n) { return SetPlainly(vm, n, n.arg(2)); }
Step ObjectDeleteAttribute(Vm& vm, Native& n) { return SetPlainly(vm, n, kUnbound); }

Step ObjectDir(Vm& vm, Native& n) { return DirOf(vm, n.arg(0)); }

Step ObjectClass(Vm& vm, Native& n) { return Step::Done(ClassOf(vm, n.arg(0))); }
Step ObjectDoc(Vm&, Native&) { return Step::Done(kNone); }
Step ObjectRepr(Vm& vm, Native& n) { return LayoutRepr(vm, n.arg(0)); }
Step ObjectStr(Vm& vm, Native& n) { return LayoutStr(vm, n.arg(0)); }
Step ObjectFormat(Vm& vm, Native& n) {
  Value spec = Plain(vm, n.arg(1));
  if (!spec.IsStr()) return vm.Raise(TypeId::kTypeError, "__format__() argument must be str, not %T", n.arg(1));
  if (!IsUserObject(vm, n.arg(0))) return Format(vm, n.arg(0), spec);
  if (vm.heap.At<Str>(spec)->length == 0) return ToStr(vm, n.arg(0));
  Value native = Plain(vm, n.arg(0));
  if (!IsUserObject(vm, native)) return Format(vm, native, spec);
  return vm.Raise(TypeId::kTypeError, "unsupported format string passed to %T.__format__", n.arg(0));
}
Step ObjectHash(Vm& vm, Native& n) {
  uint64_t hash = 0;
  Step step = LayoutHash(vm, n.arg(0), &hash);
  if (!step.done()) return step;
  Value value = vm.NewInt(static_cast<int64_t>(hash));
  return value.IsUnbound() ? vm.NoRoom() : Step::Done(value);
}

// Comparisons as methods answer NotImplemented where the operator would ask the other side, or raise. != is what == of
// the object's class says, inverted.
template <CompareOp op>
Step ObjectCompare(Vm& vm, Native& n) {
  if (op == CompareOp::kNotEqual && IsUserObject(vm, n.arg(0))) {
    if (n.phase == 1) {
      if (n.input == kNotImplemented) return Step::Done(n.input);
      Step truth = Truth(vm, n.input);
      return truth.done() ? Step::Done(Value::Bool(truth.value.IsFalse())) : truth;
    }
    Value own = LookupOwnSpecial(vm, n.arg(0), Special::k_eq);
    if (!own.IsUnbound() && NativeOf(vm, n.arg(0)) == n.arg(0)) return CallSpecial(vm, n, 1, own, n.arg(0), n.arg(1));
  }
  Step step = LayoutCompare(vm, op, n.arg(0), n.arg(1));
  // Identical objects are equal; of others object knows nothing.
  bool by_identity = step.done() && step.value.IsBool() && op == CompareOp::kNotEqual && n.arg(0) == n.arg(1);
  return by_identity ? Step::Done(kFalse) : step;
}

constexpr BuiltinRow kObjectRows[] = {
    {"__class__", "($self)", ObjectClass, 0, BuiltinRow::kGetter},
    {"__dict__", "($self)", ObjectDict, 0, BuiltinRow::kGetter},
    {"__new__", "(*args, **kwargs)", ObjectNew, kObjectNewSlots, BuiltinRow::kRaw | BuiltinRow::kStatic},
    {"__init__", "($self, /, *args, **kwargs)", ObjectInit, kObjectInitSlots,
     BuiltinRow::kRaw | BuiltinRow::kSlotWrapper},
    {"__init_subclass__", "($self, /, *args, **kwargs)", ObjectInitSubclass, 0, BuiltinRow::kRaw | BuiltinRow::kClass},
    {"__subclasshook__", "($self, /, *args)", ObjectSubclassHook, 0, BuiltinRow::kRaw | BuiltinRow::kClass},
    {"__getattribute__", "($self, name, /)", ObjectGetAttribute, 0, BuiltinRow::kSlotWrapper | BuiltinRow::kCatches},
    {"__setattr__", "($self, name, value, /)", ObjectSetAttribute, 0, BuiltinRow::kSlotWrapper},
    {"__delattr__", "($self, name, /)", ObjectDeleteAttribute, 0, BuiltinRow::kSlotWrapper},
    {"__dir__", "($self, /)", ObjectDir},
    {"__doc__", "($self)", ObjectDoc, 0, BuiltinRow::kGetter},
    {"__repr__", "($self, /)", ObjectRepr, 0, BuiltinRow::kSlotWrapper},
    {"__str__", "($self, /)", ObjectStr, 0, BuiltinRow::kSlotWrapper},
    {"__hash__", "($self, /)", ObjectHash, 0, BuiltinRow::kSlotWrapper},
    {"__format__", "($self, format_spec, /)", ObjectFormat},
    {"__eq__", "($self, value, /)", ObjectCompare<CompareOp::kEqual>, 0, BuiltinRow::kSlotWrapper},
    {"__ne__", "($self, value, /)", ObjectCompare<CompareOp::kNotEqual>, 0, BuiltinRow::kSlotWrapper},
    {"__lt__", "($self, value, /)", ObjectCompare<CompareOp::kLess>, 0, BuiltinRow::kSlotWrapper},
    {"__le__", "($self, value, /)", ObjectCompare<CompareOp::kLessEqual>, 0, BuiltinRow::kSlotWrapper},
    {"__gt__", "($self, value, /)", ObjectCompare<CompareOp::kGreater>, 0, BuiltinRow::kSlotWrapper},
    {"__ge__", "($self, value, /)", ObjectCompare<CompareOp::kGreaterEqual>, 0, BuiltinRow::kSlotWrapper},
};

constexpr BuiltinRow kNewObject = {"object", "(*args, **kwargs)", ObjectNew, kObjectNewSlots, BuiltinRow::kRaw};

Step NewNone(Vm& vm, Native& n) {
  if (n.argument_count > 1) return vm.Raise(TypeId::kTypeError, "NoneType takes no arguments");
  return Step::Done(kNone);
}
Step NoneTruth(Vm&, Native&) { return Step::Done(kFalse); }
constexpr BuiltinRow kNoneRows[] = {{"__bool__", "($self, /)", NoneTruth, 0, BuiltinRow::kSlotWrapper}};
constexpr BuiltinRow kNewNone = {"NoneType", "($self, *args)", NewNone, 0, BuiltinRow::kRaw};

}  // namespace

constexpr TypeTable kObjectTable = {kObjectRows, sizeof(kObjectRows) / sizeof(kObjectRows[0]), &kNewObject};
constexpr TypeTable kNoneTable = {kNoneRows, 1, &kNewNone};

}  // namespace garter
