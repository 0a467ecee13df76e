#include "interpreter/vm/user_attributes.h"

#include "interpreter/types/attributes.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"

namespace garter {
namespace {

Descriptor* DescriptorAt(Vm& vm, Value v) { return vm.heap.At<Descriptor>(v); }
DescriptorKind KindOf(Vm& vm, Value descriptor) {
  return static_cast<DescriptorKind>(DescriptorAt(vm, descriptor)->aux);
}

Resolution Found(Value value) { return {Resolution::kValue, value}; }
Resolution Failed(Step step) {
  Resolution r{Resolution::kFailed};
  r.step = step;
  return r;
}
Resolution FromStep(Step step) { return step.done() ? Found(step.value) : Failed(step); }

// The value of a slot of __slots__.
Resolution Member(Vm& vm, Value member, Value self) {
  const Descriptor* d = DescriptorAt(vm, member);
  if (!self.IsObject(Kind::kInstance) || !IsSubclass(vm, ClassOfInstance(vm, self), d->first)) {
    return Failed(vm.Raise(TypeId::kTypeError, "descriptor '%S' for '%S' objects doesn't apply to a '%T' object",
                           d->third, ClassAt(vm, d->first)->name, self));
  }
  Value value = vm.heap.At<Instance>(self)->values()[d->second.AsSmallInt()];
  if (value.IsUnbound()) return Failed(RaiseNoUserAttribute(vm, self, d->third));
  return Found(value);
}

bool HasSpecial(Vm& vm, Value v, Special name) { return !LookupOwnSpecial(vm, v, name).IsUnbound(); }

Resolution ResolveInstance(Vm& vm, Value o, Value name) {
  Value cls = ClassOf(vm, o);
  Value owner = kUnbound;
  Value found = FindInClass(vm, cls, name, &owner);
  if (!found.IsUnbound() && IsDataDescriptor(vm, found)) return BindFound(vm, found, o, cls);
  Value own = kUnbound;
  if (o.IsObject(Kind::kInstance)) {
    if (ClassAt(vm, cls)->aux & Class::kHasDict) own = InstanceGet(vm, o, name);
  } else if (o.IsObject(Kind::kException) && vm.heap.At<Exception>(o)->attributes != 0) {
    own = vm.DictGetStr(Value::Object(Kind::kDict, vm.heap.At<Exception>(o)->attributes), name);
  }
  if (!own.IsUnbound()) return Found(own);
  if (!found.IsUnbound()) return BindFound(vm, found, o, cls);
  return {Resolution::kAbsent};
}

// A class's own attribute: what its metaclass insists on, what its mro has, what else its metaclass has.
Resolution ResolveClass(Vm& vm, Value o, Value name) {
  Value meta = ClassOf(vm, o);
  Value of_meta = FindInClass(vm, meta, name);
  if (!of_meta.IsUnbound() && IsDataDescriptor(vm, of_meta)) {
    bool object_row = of_meta.IsImmediate(Kind::kBuiltin) && OwnerOf(of_meta) == TypeId::kObject;
    // object's own getters (__doc__) are no match for the class's dict; __class__ is.
    Text text = vm.TextOf(name);
    bool is_class = text.length == 9 && vm.StrIs(name, "__class__");
    if (!object_row || is_class) return BindFound(vm, of_meta, o, meta);
  }
  Value found = FindInClass(vm, o, name);
  if (!found.IsUnbound()) {
    bool object_getter = found.IsImmediate(Kind::kBuiltin) && OwnerOf(found) == TypeId::kObject &&
                         (RowOf(found).flags & BuiltinRow::kGetter) != 0;
    if (object_getter) return FromStep(RunGetter(vm, found, o));
    return BindFound(vm, found, kUnbound, o);
  }
  if (!of_meta.IsUnbound()) return BindFound(vm, of_meta, o, meta);
  return {Resolution::kAbsent};
}

Resolution ResolveSuper(Vm& vm, Value o, Value name) {
  const Descriptor* super = DescriptorAt(vm, o);
  if (!super->third.IsNone() && !vm.StrIs(name, "__class__")) {
    Value start = super->third;
    if (start.IsObject()) {
      Tuple* mro = vm.heap.At<Tuple>(ClassAt(vm, start)->mro);
      uint32_t k = 0;
      while (k < mro->count && !(mro->items()[k] == super->first)) ++k;
      for (++k; k < mro->count; ++k) {
        Value at = mro->items()[k];
        Value found = kUnbound;
        if (at.IsObject()) {
          found = vm.DictGetStr(ClassAt(vm, at)->dict, name);
        } else {
          Value owner = kUnbound;
          found = FindInClass(vm, at, name, &owner);
          if (!found.IsUnbound() && !(owner == at)) found = kUnbound;
        }
        if (found.IsUnbound()) continue;
        // super().__doc__ and the like: getters of object see the object.
        bool on_class = super->second == super->third;
        return BindFound(vm, found, on_class ? kUnbound : super->second, start);
      }
    }
  }
  Value found = FindInClass(vm, TypeValue(TypeId::kSuper), name);
  return found.IsUnbound() ? Resolution{Resolution::kAbsent} : BindFound(vm, found, o, TypeValue(TypeId::kSuper));
}

}  // namespace

Step BindMethod(Vm& vm, Value function, Value self) {
  BoundMethod* method = vm.heap.New<BoundMethod>(Kind::kBoundMethod);
  if (method == nullptr) return vm.NoRoom();
  method->self = self;
  method->function = function;
  return Step::Done(vm.heap.ValueOf(method));
}

Step RunGetter(Vm& vm, Value getter, Value receiver) {
  if (receiver.IsObject(Kind::kInstance) && OwnerOf(getter) != TypeId::kObject) receiver = NativeOf(vm, receiver);
  Value registers[1] = {receiver};
  Native native = {};
  native.base = registers;
  native.argument_count = 1;
  native.function = getter;
  native.input = native.keyword_names = kUnbound;
  return RowOf(getter).function(vm, native);
}

bool IsDataDescriptor(Vm& vm, Value found) {
  switch (found.kind()) {
    case Kind::kBuiltin:
      return OwnerOf(found) != TypeId::kCount && (RowOf(found).flags & BuiltinRow::kGetter) != 0 &&
             (RowOf(found).flags & BuiltinRow::kNoMethod) == 0;
    case Kind::kDescriptor: {
      DescriptorKind kind = KindOf(vm, found);
      return kind == DescriptorKind::kProperty || kind == DescriptorKind::kMember;
    }
    case Kind::kInstance:
      return HasSpecial(vm, found, Special::k_set) || HasSpecial(vm, found, Special::k_delete) ||
             NativeOf(vm, found).IsObject(Kind::kDescriptor);
    default:
      return false;
  }
}

Resolution BindFound(Vm& vm, Value found, Value self, Value owner) {
  bool on_class = self.IsUnbound();
  switch (found.kind()) {
    case Kind::kFunction:
      // What stands for a function written in C does not bind.
      if (on_class || (vm.heap.At<Function>(found)->aux & Function::kBuiltinLike)) return Found(found);
      return {Resolution::kMethod, found, self};
    case Kind::kBuiltin: {
      if (OwnerOf(found) == TypeId::kCount) return Found(found);
      uint8_t flags = RowOf(found).flags;
      if (flags & BuiltinRow::kGetter) {
        if ((flags & BuiltinRow::kNoMethod) != 0) return FromStep(RunGetter(vm, found, owner));
        if (on_class) return Found(found);
        Step step = RunGetter(vm, found, self);
        if (step.done() && step.value.IsUnbound()) return {Resolution::kAbsent};
        return FromStep(step);
      }
      if (flags & BuiltinRow::kStatic) return Found(found);
      if (flags & BuiltinRow::kClass) return {Resolution::kMethod, found, owner};
      if (on_class) return Found(found);
      return {Resolution::kMethod, found, self};
    }
    case Kind::kDescriptor:
      switch (KindOf(vm, found)) {
        case DescriptorKind::kStaticMethod:
          return Found(DescriptorAt(vm, found)->first);
        case DescriptorKind::kClassMethod: {
          Value callee = DescriptorAt(vm, found)->first;
          return {Resolution::kMethod, callee, owner};
        }
        case DescriptorKind::kProperty: {
          if (on_class) return Found(found);
          Value getter = DescriptorAt(vm, found)->first;
          if (!getter.IsNone()) return {Resolution::kCallOne, getter, self};
          Value name = DescriptorAt(vm, found)->attributes;
          if (name.IsStr()) {
            Step repr = Repr(vm, name);
            if (!repr.done()) return Failed(repr);
            return Failed(
                vm.Raise(TypeId::kAttributeError, "property %S of '%T' object has no getter", repr.value, self));
          }
          return Failed(vm.Raise(TypeId::kAttributeError, "property of '%T' object has no getter", self));
        }
        case DescriptorKind::kMember:
          return on_class ? Found(found) : Member(vm, found, self);
        default:
          return Found(found);
      }
    case Kind::kInstance: {
      Value get = LookupOwnSpecial(vm, found, Special::k_get);
      if (!get.IsUnbound()) return {Resolution::kGet, found, on_class ? kNone : self, owner};
      Value native = NativeOf(vm, found);
      if (native.IsObject(Kind::kDescriptor)) {
        Resolution inner = BindFound(vm, native, self, owner);
        // A property of a subclass is itself on its class.
        return inner.how == Resolution::kValue && inner.value == native ? Found(found) : inner;
      }
      return Found(found);
    }
    default:
      return Found(found);
  }
}

Resolution ResolveAttribute(Vm& vm, Value o, Value name) {
  if (o.IsObject(Kind::kClass)) return ResolveClass(vm, o, name);
  if (o.IsObject(Kind::kDescriptor)) return ResolveSuper(vm, o, name);
  return ResolveInstance(vm, o, name);
}

Step RaiseNoUserAttribute(Vm& vm, Value o, Value name) {
  Step step =
      o.IsObject(Kind::kClass)
          ? vm.Raise(TypeId::kAttributeError, "type object '%S' has no attribute '%S'", ClassAt(vm, o)->name, name)
          : vm.Raise(TypeId::kAttributeError, "'%T' object has no attribute '%S'", o, name);
  if (step.action == Action::kRaise) SetExceptionAttributes(vm, vm.raised, name, o);
  return step;
}

Step UserGetAttribute(Vm& vm, Value o, Value name, bool* method) {
  Value cls = ClassOf(vm, o);
  uint16_t flags = cls.IsObject() ? ClassAt(vm, cls)->aux : 0;
  if (flags & Class::kGetAttribute) return Ask(vm, Protocol::kGetAttribute, 0, o, name);
  Resolution r = ResolveAttribute(vm, o, name);
  switch (r.how) {
    case Resolution::kValue:
      return Step::Done(r.value);
    case Resolution::kMethod:
      if (method == nullptr || !(r.self == o)) return BindMethod(vm, r.value, r.self);
      *method = true;
      return Step::Done(r.value);
    case Resolution::kFailed:
      if (r.step.action != Action::kRaise || (flags & Class::kGetAttr) == 0) return r.step;
      vm.raised = kNone;
      return Ask(vm, Protocol::kGetAttribute, 0, o, name);
    case Resolution::kAbsent:
      if (flags & Class::kGetAttr) return Ask(vm, Protocol::kGetAttribute, 0, o, name);
      return RaiseNoUserAttribute(vm, o, name);
    default:
      return Ask(vm, Protocol::kGetAttribute, 0, o, name);
  }
}

namespace {

Step SetMember(Vm& vm, Value member, Value o, Value value) {
  Resolution there = Member(vm, member, o);
  if (there.how == Resolution::kFailed) {
    if (there.step.action != Action::kRaise) return there.step;
    bool absent = ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError);
    if (!absent || value.IsUnbound()) return there.step;
    vm.raised = kNone;
  }
  Instance* instance = vm.heap.At<Instance>(o);
  vm.heap.Store(instance, instance->values() + DescriptorAt(vm, member)->second.AsSmallInt(), value);
  return Step::Done(kNone);
}

Step SetInstanceAttribute(Vm& vm, Value o, Value name, Value value) {
  Value cls = ClassOf(vm, o);
  Value found = FindInClass(vm, cls, name);
  if (!found.IsUnbound()) {
    switch (found.kind()) {
      case Kind::kDescriptor:
        if (KindOf(vm, found) == DescriptorKind::kMember) return SetMember(vm, found, o, value);
        if (KindOf(vm, found) == DescriptorKind::kProperty) {
          return Ask(vm, value.IsUnbound() ? Protocol::kDeleteAttribute : Protocol::kSetAttribute, 0, o, name, value);
        }
        break;
      case Kind::kInstance:
        if (IsDataDescriptor(vm, found)) {
          return Ask(vm, value.IsUnbound() ? Protocol::kDeleteAttribute : Protocol::kSetAttribute, 0, o, name, value);
        }
        break;
      default:
        break;
    }
  }
  if (o.IsObject(Kind::kException)) return Step::Stop();  // as for built-in exceptions: the caller goes on
  bool is_getter = found.IsImmediate(Kind::kBuiltin) && IsDataDescriptor(vm, found);
  if (is_getter) {
    if (vm.StrIs(name, "__dict__")) {
      if (!value.IsObject(Kind::kDict)) {
        return value.IsUnbound()
                   ? vm.Raise(TypeId::kTypeError, "cannot delete __dict__")
                   : vm.Raise(TypeId::kTypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
      }
      return SetInstanceDict(vm, o, value) ? Step::Done(kNone) : vm.NoRoom();
    }
    if (vm.StrIs(name, "__class__")) return AssignClass(vm, o, value);
    if (!vm.StrIs(name, "__doc__")) {
      Step step = vm.Raise(TypeId::kAttributeError, "attribute '%S' of '%N' objects is not writable", name,
                           static_cast<int>(OwnerOf(found)));
      return step;
    }
  }
  bool has_dict = (ClassAt(vm, cls)->aux & Class::kHasDict) != 0;
  if (!has_dict) {
    if (!found.IsUnbound())
      return vm.Raise(TypeId::kAttributeError, "'%T' object attribute '%S' is read-only", o, name);
    Step step = vm.Raise(TypeId::kAttributeError,
                         "'%T' object has no attribute '%S' and no __dict__ for setting new attributes", o, name);
    if (step.action == Action::kRaise) SetExceptionAttributes(vm, vm.raised, name, o);
    return step;
  }
  if (!value.IsUnbound()) return InstanceSet(vm, o, name, value) ? Step::Done(kNone) : vm.NoRoom();
  Step step = InstanceDelete(vm, o, name);
  if (!step.done() || !step.value.IsUnbound()) return step;
  return RaiseNoUserAttribute(vm, o, name);
}

Step SetClassAttribute(Vm& vm, Value o, Value name, Value value) {
  Value meta = ClassOf(vm, o);
  Value found = FindInClass(vm, meta, name);
  if (!found.IsUnbound() && !found.IsImmediate() && IsDataDescriptor(vm, found)) {
    return Ask(vm, value.IsUnbound() ? Protocol::kDeleteAttribute : Protocol::kSetAttribute, 0, o, name, value);
  }
  Class* cls = ClassAt(vm, o);
  if (found.IsImmediate(Kind::kBuiltin) && (RowOf(found).flags & BuiltinRow::kGetter)) {
    Step step = SetTypeAttribute(vm, o, name, value);
    if (step.action != Action::kStop) return step;
  }
  if (!value.IsUnbound()) {
    if (!vm.DictSetStr(cls->dict, name, value)) return vm.NoRoom();
  } else {
    Value removed = kUnbound;
    Step step = DictDelete(vm, cls->dict, name, &removed);
    if (!step.done()) return step;
    if (removed.IsUnbound()) return RaiseNoUserAttribute(vm, o, name);
  }
  ClassChanged(vm, o, name);
  return Step::Done(kNone);
}

}  // namespace

Step PlainSetAttribute(Vm& vm, Value o, Value name, Value value) {
  if (o.IsObject(Kind::kClass)) return SetClassAttribute(vm, o, name, value);
  Step step = SetInstanceAttribute(vm, o, name, value);
  return step.action == Action::kStop ? SetExceptionAttributePlainly(vm, o, name, value) : step;
}

Step UserSetAttribute(Vm& vm, Value o, Value name, Value value) {
  Value cls = ClassOf(vm, o);
  if (cls.IsObject() && (ClassAt(vm, cls)->aux & Class::kSetAttr)) {
    Special wanted = value.IsUnbound() ? Special::k_delattr : Special::k_setattr;
    if (!LookupOwnSpecial(vm, o, wanted).IsUnbound()) {
      return Ask(vm, value.IsUnbound() ? Protocol::kDeleteAttribute : Protocol::kSetAttribute, 0, o, name, value);
    }
  }
  return PlainSetAttribute(vm, o, name, value);
}

}  // namespace garter
