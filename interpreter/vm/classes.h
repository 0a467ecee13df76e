// Classes and instances: what type a value has, how names are looked up along a mro, how instances keep attributes.
//
// Nothing here runs Python. What a descriptor or a special method of the program has to say is asked for by the ask
// protocol (ask.h).
#ifndef GARTER_INTERPRETER_VM_CLASSES_H_
#define GARTER_INTERPRETER_VM_CLASSES_H_

#include "interpreter/types/builtin.h"
#include "interpreter/vm/special_names.h"
#include "interpreter/vm/vm.h"

namespace garter {

inline Class* ClassAt(Vm& vm, Value cls) { return vm.heap.At<Class>(cls); }
inline bool IsClass(Value v) { return v.IsImmediate(Kind::kType) || v.IsObject(Kind::kClass); }

// type(v): a built-in type (immediate) or a Class.
Value ClassOf(Vm& vm, Value v);
// Whether behaviour of v may be defined by the program: its type is a Class.
inline bool IsUserObject(Vm& vm, Value v) {
  if (v.IsObject(Kind::kInstance)) return true;
  if (v.IsObject(Kind::kException)) return !vm.heap.At<Exception>(v)->cls.IsUnbound();
  return v.IsObject(Kind::kClass) && vm.heap.At<Class>(v)->metaclass.IsObject();
}
inline Value ClassOfInstance(Vm& vm, Value instance) {
  return vm.heap.At<Shape>(vm.heap.At<Instance>(instance)->shape)->cls;
}

// The builtin type that a class extends (object for most), itself for a built-in type.
TypeId LayoutOf(Vm& vm, Value cls);
// Is `cls` `base` or derived from it (by the mro; no __subclasscheck__)?
bool IsSubclass(Vm& vm, Value cls, Value base);

// The builtin value that an instance of a subclass of int, str, list, ... carries; v itself for every other value.
Value NativeOf(Vm& vm, Value v);
// Like NativeOf, but only where the value's own special methods cannot matter: for arguments that are read as plain data.
inline Value Plain(Vm& vm, Value v) { return v.IsObject(Kind::kInstance) ? NativeOf(vm, v) : v; }

// The attribute as found along the type's mro, unbound, or Unbound where there is none. `owner`, if given: the class
// that has it.
Value FindInClass(Vm& vm, Value cls, Value name, Value* owner = nullptr);
// The special method of v's type, as FindInClass finds it; what built-in types have counts too.
Value LookupSpecial(Vm& vm, Value v, Special name);
// Likewise, but only what a class of the program defines: absent for built-in types and what is inherited from them.
Value LookupOwnSpecial(Vm& vm, Value v, Special name);
Value LookupSpecialInClass(Vm& vm, Value cls, Special name);
// No class of the program along the mro defines it.
bool LookupSpecialIsInherited(Vm& vm, Value cls, Special name);

// The name as a str. Unbound: no room (all names are made at once, when the first class is).
Value SpecialName(Vm& vm, Special name);
[[nodiscard]] bool EnsureSpecialNames(Vm& vm);

// Instances (instances.cc).
Value NewInstance(Vm& vm, Value cls);                   // without attributes; Unbound: no room
Value InstanceGet(Vm& vm, Value instance, Value name);  // own attribute or Unbound
[[nodiscard]] bool InstanceSet(Vm& vm, Value instance, Value name, Value value);  // false: no room
Step InstanceDelete(Vm& vm, Value instance, Value name);                          // Done(removed value or Unbound)
Value InstanceDict(Vm& vm, Value instance);  // its attributes as a Dict, which it keeps from now on; Unbound: no room
[[nodiscard]] bool SetInstanceDict(Vm& vm, Value instance, Value dict);
// Where an attribute's value is, given that the instance's shape says `index`.
inline Value* AttributeSlot(Vm& vm, Instance* instance, uint32_t index) {
  if (index < instance->aux) return instance->values() + index;
  return vm.heap.At<Buffer>(instance->overflow)->items() + (index - instance->aux);
}

// A new class and all that needs no Python: mro, layout, slots, bits. Done(class), Raise, More.
Step NewClass(Vm& vm, Value metaclass, Value name, Value bases, Value dict);
// o.__class__ = cls, of a like layout. False: no room.
[[nodiscard]] bool MoveToClass(Vm& vm, Value instance, Value cls);
// cls.__bases__ = bases: the mros of the class and of what derives from it are made anew.
Step ChangeBases(Vm& vm, Value cls, Value bases);
// The class's namespace changed: bits and caches follow.
void ClassChanged(Vm& vm, Value cls, Value name);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_CLASSES_H_
