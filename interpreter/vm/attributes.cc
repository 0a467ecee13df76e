// Attributes: what o.name is, for every built-in type.
//
// A type's rows answer most of it: methods become bound methods (or, for a call, are handed to the call unbound, so
// that no object is made), getters are run at once. What functions and exceptions carry besides stands in their
// `attributes` dict. Suggestions ("Did you mean") are added where a traceback is printed, from name and obj.
#include "interpreter/types/attributes.h"
#include "interpreter/base/copy_bytes.h"
#include "interpreter/types/dict.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/protocols.h"
#include "interpreter/vm/user_attributes.h"

namespace garter {
namespace {

// ASCII names alone can be those of built-in attributes. Empty: not ASCII, or too long.
std::string_view AsciiName(Vm& vm, Value name, char* buffer, size_t size) {
  Text text = vm.TextOf(name);
  if (!text.ascii || text.length >= size) return {};
  CopyBytes(buffer, text.data, text.length);
  return {buffer, text.length};
}

// Where attributes of its own live, or null for types that have none.
uint32_t* OwnAttributes(Vm& vm, Value o) {
  if (o.IsObject(Kind::kFunction)) return &vm.heap.At<Function>(o)->attributes;
  if (o.IsObject(Kind::kException)) return &vm.heap.At<Exception>(o)->attributes;
  if (o.IsObject(Kind::kModule)) return &vm.heap.At<Module>(o)->dict;
  return nullptr;
}

Step RaiseNoModuleAttribute(Vm& vm, Value module, Value name) {
  Value of = GetOwnAttribute(vm, module, "__name__");
  if (!of.IsStr()) return vm.Raise(TypeId::kAttributeError, "module has no attribute '%S'", name);
  return vm.Raise(TypeId::kAttributeError, "module '%S' has no attribute '%S'", of, name);
}

Step RaiseNoAttribute(Vm& vm, Value o, Value name) {
  Step step = o.IsImmediate(Kind::kType) ? vm.Raise(TypeId::kAttributeError, "type object '%N' has no attribute '%S'",
                                                    static_cast<int>(o.payload()), name)
              : o.IsObject(Kind::kModule)
                  ? RaiseNoModuleAttribute(vm, o, name)
                  : vm.Raise(TypeId::kAttributeError, "'%T' object has no attribute '%S'", o, name);
  if (step.action == Action::kRaise) SetExceptionAttributes(vm, vm.raised, name, o);
  return step;
}

Step Bind(Vm& vm, Value function, Value self) { return BindMethod(vm, function, self); }

bool IsSuper(Vm& vm, Value o) {
  return o.IsObject(Kind::kDescriptor) &&
         static_cast<DescriptorKind>(vm.heap.At<Object>(o)->aux) == DescriptorKind::kSuper;
}

// What a type object's own attribute is: int.bit_length (unbound), dict.fromkeys (bound to the type).
Step TypeAttribute(Vm& vm, Value type, Value name, std::string_view text, bool* method) {
  auto id = static_cast<TypeId>(type.payload());
  // What the type of types computes comes first: __name__, __bases__ and so on.
  Value of_type = text.empty() ? kUnbound : FindBuiltinAttribute(TypeId::kType, text);
  if (!of_type.IsUnbound() && OwnerOf(of_type) == TypeId::kType && (RowOf(of_type).flags & BuiltinRow::kGetter)) {
    return RunGetter(vm, of_type, type);
  }
  Value found = text.empty() ? kUnbound : FindBuiltinAttribute(id, text);
  if (!found.IsUnbound() && OwnerOf(found) != TypeId::kObject) {
    uint8_t flags = RowOf(found).flags;
    if (flags & BuiltinRow::kNoMethod) return RunGetter(vm, found, type);
    if (flags & BuiltinRow::kClass) {
      if (method == nullptr) return Bind(vm, found, type);
      *method = true;
    }
    return Step::Done(found);
  }
  if (!of_type.IsUnbound()) {
    if (RowOf(of_type).flags & BuiltinRow::kGetter) return RunGetter(vm, of_type, type);
    if (found.IsUnbound()) {
      if (method == nullptr) return Bind(vm, of_type, type);
      *method = true;
      return Step::Done(of_type);
    }
  }
  if (!found.IsUnbound()) return Step::Done(found);
  return RaiseNoAttribute(vm, type, name);
}

Step Lookup(Vm& vm, Value o, Value name, bool* method) {
  if (o.IsObject(Kind::kInstance) || o.IsObject(Kind::kClass) || IsUserObject(vm, o) || IsSuper(vm, o)) {
    return UserGetAttribute(vm, o, name, method);
  }
  char buffer[64];
  std::string_view text = AsciiName(vm, name, buffer, sizeof(buffer));
  if (o.IsImmediate(Kind::kType)) return TypeAttribute(vm, o, name, text, method);
  if (uint32_t* own = OwnAttributes(vm, o); own != nullptr && *own != 0) {
    Value value = vm.DictGetStr(Value::Object(Kind::kDict, *own), name);
    if (!value.IsUnbound()) return Step::Done(value);
  }
  Value found = text.empty() ? kUnbound : FindBuiltinAttribute(vm.TypeOf(o), text);
  if (found.IsUnbound()) {
    // A module's own __getattr__ (PEP 562).
    bool asks = o.IsObject(Kind::kModule) && !GetOwnAttribute(vm, o, "__getattr__").IsUnbound();
    return asks ? Ask(vm, Protocol::kGetAttribute, 0, o, name) : RaiseNoAttribute(vm, o, name);
  }
  uint8_t flags = RowOf(found).flags;
  if (flags & BuiltinRow::kGetter) {
    Step step = RunGetter(vm, found, o);
    // A getter that answers Unbound says: this object has no such attribute.
    if (step.done() && step.value.IsUnbound()) return RaiseNoAttribute(vm, o, name);
    return step;
  }
  if (flags & BuiltinRow::kStatic) return Step::Done(found);
  if (flags & BuiltinRow::kClass) return Bind(vm, found, TypeValue(vm.TypeOf(o)));
  if (method != nullptr) {
    *method = true;
    return Step::Done(found);
  }
  return Bind(vm, found, o);
}

}  // namespace

Step GetAttribute(Vm& vm, Value o, Value name) { return Lookup(vm, o, name, nullptr); }

Step GetMethod(Vm& vm, Value o, Value name, bool* method) {
  *method = false;
  return Lookup(vm, o, name, method);
}

bool SetOwnAttribute(Vm& vm, Value o, Value name, Value value) {
  uint32_t* own = OwnAttributes(vm, o);
  if (*own == 0) {
    Value dict = vm.NewDict();
    if (dict.IsUnbound()) return false;
    vm.heap.StoreHandle(vm.heap.At<Object>(o), own, vm.heap.At<Object>(dict));
  }
  return vm.DictSetStr(Value::Object(Kind::kDict, *own), name, value);
}

Value GetOwnAttribute(Vm& vm, Value o, std::string_view name) {
  uint32_t* own = OwnAttributes(vm, o);
  return own == nullptr || *own == 0 ? kUnbound : vm.DictGetAscii(Value::Object(Kind::kDict, *own), name);
}

Step SetExceptionAttributePlainly(Vm& vm, Value o, Value name, Value value) {
  char buffer[64];
  Step step = SetExceptionAttribute(vm, o, AsciiName(vm, name, buffer, sizeof(buffer)), value);
  if (step.action != Action::kStop) return step;
  if (!value.IsUnbound()) return SetOwnAttribute(vm, o, name, value) ? Step::Done(kNone) : vm.NoRoom();
  uint32_t* own = OwnAttributes(vm, o);
  Value removed = kUnbound;
  if (*own != 0) {
    step = DictDelete(vm, Value::Object(Kind::kDict, *own), name, &removed);
    if (!step.done()) return step;
  }
  return removed.IsUnbound() ? RaiseNoAttribute(vm, o, name) : Step::Done(kNone);
}

Step SetAttribute(Vm& vm, Value o, Value name, Value value) {
  if (IsUserObject(vm, o) || o.IsObject(Kind::kClass)) {
    Step step = UserSetAttribute(vm, o, name, value);
    if (step.action != Action::kStop) return step;
    return SetExceptionAttributePlainly(vm, o, name, value);
  }
  char buffer[64];
  std::string_view text = AsciiName(vm, name, buffer, sizeof(buffer));
  if (o.IsObject(Kind::kFunction)) {
    Step step = SetFunctionAttribute(vm, o, text, value);
    if (step.action != Action::kStop) return step;
  }
  if (o.IsObject(Kind::kException)) {
    Step step = SetExceptionAttribute(vm, o, text, value);
    if (step.action != Action::kStop) return step;
  }
  if (HoldsFrame(o)) {
    Step step = SetGeneratorAttribute(vm, o, text, value);
    if (step.action != Action::kStop) return step;
  }
  if (OwnAttributes(vm, o) != nullptr) {
    if (!value.IsUnbound()) return SetOwnAttribute(vm, o, name, value) ? Step::Done(kNone) : vm.NoRoom();
    uint32_t* own = OwnAttributes(vm, o);
    Value removed = kUnbound;
    if (*own != 0) {
      Step step = DictDelete(vm, Value::Object(Kind::kDict, *own), name, &removed);
      if (!step.done()) return step;
    }
    if (!removed.IsUnbound()) return Step::Done(kNone);
    if (!o.IsObject(Kind::kModule)) return RaiseNoAttribute(vm, o, name);
    Step step = vm.Raise(TypeId::kAttributeError, "'module' object has no attribute '%S'", name);
    if (step.action == Action::kRaise) SetExceptionAttributes(vm, vm.raised, name, o);
    return step;
  }
  if (o.IsImmediate(Kind::kType)) {
    return vm.Raise(TypeId::kTypeError, "cannot set '%S' attribute of immutable type '%N'", name,
                    static_cast<int>(o.payload()));
  }
  Value found = text.empty() ? kUnbound : FindBuiltinAttribute(vm.TypeOf(o), text);
  Step step;
  if (found.IsUnbound()) {
    step = value.IsUnbound()
               ? vm.Raise(TypeId::kAttributeError, "'%T' object has no attribute '%S'", o, name)
               : vm.Raise(TypeId::kAttributeError,
                          "'%T' object has no attribute '%S' and no __dict__ for setting new attributes", o, name);
  } else if (OwnerOf(found) == TypeId::kRange || OwnerOf(found) == TypeId::kSlice ||
             (OwnerOf(found) == TypeId::kComplex && (RowOf(found).flags & BuiltinRow::kGetter))) {
    step = vm.Raise(TypeId::kAttributeError, "readonly attribute");
  } else if (RowOf(found).flags & BuiltinRow::kGetter) {
    step = vm.Raise(TypeId::kAttributeError, "attribute '%S' of '%N' objects is not writable", name,
                    static_cast<int>(OwnerOf(found)));
  } else {
    step = vm.Raise(TypeId::kAttributeError, "'%T' object attribute '%S' is read-only", o, name);
  }
  if (step.action == Action::kRaise) SetExceptionAttributes(vm, vm.raised, name, o);
  return step;
}

}  // namespace garter
