// Names: globals with their caches, unbound locals and cells, methods remembered by call sites.
#include "interpreter/types/builtin.h"
#include "interpreter/types/dict.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

Value LocalName(Vm& vm, int reg) {
  return vm.constants[vm.image->names[CodeOf(vm, vm.fp).local_names + static_cast<uint32_t>(reg)]];
}
Value FreeName(Vm& vm, int index) {
  return vm.constants[vm.image->names[CodeOf(vm, vm.fp).free_names + static_cast<uint32_t>(index)]];
}
Value GlobalName(Vm& vm, uint32_t name) { return vm.constants[vm.image->global_names[name]]; }

Step RaiseName(Vm& vm, TypeId type, const char* format, Value name) {
  Step step = vm.Raise(type, format, name);
  // An UnboundLocalError has no `name` in CPython, hence no suggestion.
  if (step.action == Action::kRaise && type == TypeId::kNameError) SetExceptionName(vm, vm.raised, name);
  return step;
}

// A name that is no global. Unbound: it is no builtin either. *lasting: until the builtins module changes.
Step LoadBuiltin(Vm& vm, Value name, bool* lasting) {
  Value own = kUnbound;
  if (!vm.builtins.IsUnbound()) {
    // Globals may name builtins of their own: a dict, or a module.
    own = vm.DictGetAscii(vm.globals, "__builtins__");
    if (own.IsObject(Kind::kModule)) own = Value::Object(Kind::kDict, vm.heap.At<Module>(own)->dict);
    if (own.IsUnbound()) own = vm.builtins;
  }
  Value found = kUnbound;
  if (own.IsUnbound()) {
    Text text = vm.TextOf(name);
    if (text.ascii) found = FindBuiltinName({reinterpret_cast<const char*>(text.data), text.length});
  } else if (own.IsObject(Kind::kDict)) {
    found = vm.DictGetStr(own, name);
  } else {
    return GetItem(vm, own, name);
  }
  *lasting = (own.IsUnbound() || own == vm.builtins) && found.IsImmediate() && !found.IsUnbound();
  return Step::Done(found);
}

// Fills the cache of a global that exists as the dict's entry at `slot`.
void Remember(Vm& vm, uint32_t name, const Value* slot) {
  Dict* globals = vm.heap.At<Dict>(vm.globals);
  if (globals->flags & Dict::kWatched) return;
  vm.global_caches[name] = {globals->version,
                            static_cast<uint32_t>(reinterpret_cast<const char*>(slot) - (vm.heap.base + globals->keys)),
                            kUnbound};
}

}  // namespace

Step RaiseUnboundLocal(Vm& vm, int reg) {
  return RaiseName(vm, TypeId::kUnboundLocalError,
                   "cannot access local variable '%S' where it is not associated with a value", LocalName(vm, reg));
}

Step RaiseUnboundCell(Vm& vm, int reg) { return RaiseUnboundLocal(vm, reg); }

Step RaiseUnboundFree(Vm& vm, int index) {
  return RaiseName(vm, TypeId::kNameError,
                   "cannot access free variable '%S' where it is not associated with a value in enclosing scope",
                   FreeName(vm, index));
}

Step LoadGlobal(Vm& vm, uint32_t index) {
  Value name = GlobalName(vm, index);
  Value* slot = DictSlotStr(vm, vm.globals, name);
  if (slot != nullptr) {
    Remember(vm, index, slot);
    return Step::Done(*slot);
  }
  bool lasting = false;
  Step step = LoadBuiltin(vm, name, &lasting);
  if (!step.done()) return step;
  if (lasting) vm.global_caches[index] = {vm.heap.At<Dict>(vm.globals)->version, vm.builtins_stamp, step.value};
  if (!step.value.IsUnbound()) return step;
  return RaiseName(vm, TypeId::kNameError, "name '%S' is not defined", name);
}

Step StoreGlobal(Vm& vm, uint32_t index, Value value) {
  Value name = GlobalName(vm, index);
  if (!vm.DictSetStr(vm.globals, name, value)) return vm.NoRoom();
  Remember(vm, index, DictSlotStr(vm, vm.globals, name));
  return Step::Done(kNone);
}

Step DeleteGlobal(Vm& vm, uint32_t index) {
  Value name = GlobalName(vm, index), removed = kUnbound;
  Step step = DictDelete(vm, vm.globals, name, &removed);
  if (!step.done()) return step;
  if (removed.IsUnbound()) return RaiseName(vm, TypeId::kNameError, "name '%S' is not defined", name);
  return Step::Done(kNone);
}

namespace {

// Was it a KeyError that was raised? Then the namespace just does not have the name.
bool IsKeyError(Vm& vm) {
  return IsSubtype(static_cast<TypeId>(vm.heap.At<Exception>(vm.raised)->type), TypeId::kKeyError);
}

}  // namespace

Step LoadName(Vm& vm, Value space, uint32_t index) {
  if (space.IsNone()) return LoadGlobal(vm, index);
  Value name = GlobalName(vm, index);
  if (space.IsObject(Kind::kDict)) {
    Value* slot = DictSlotStr(vm, space, name);
    return slot == nullptr ? LoadGlobal(vm, index) : Step::Done(*slot);
  }
  return Ask(vm, Protocol::kLoadName, 0, space, name);
}

Step StoreName(Vm& vm, Value space, uint32_t index, Value value) {
  if (space.IsNone()) return StoreGlobal(vm, index, value);
  Value name = GlobalName(vm, index);
  if (!space.IsObject(Kind::kDict)) return SetItem(vm, space, name, value);
  return vm.DictSetStr(space, name, value) ? Step::Done(kNone) : vm.NoRoom();
}

Step DeleteName(Vm& vm, Value space, uint32_t index) {
  if (space.IsNone()) return DeleteGlobal(vm, index);
  Value name = GlobalName(vm, index), removed = kUnbound;
  Step step = space.IsObject(Kind::kDict) ? DictDelete(vm, space, name, &removed) : DeleteItem(vm, space, name);
  if (step.action == Action::kRaise && IsKeyError(vm)) {
    vm.raised = kNone;
  } else if (!step.done() || !space.IsObject(Kind::kDict) || !removed.IsUnbound()) {
    return step;
  }
  return RaiseName(vm, TypeId::kNameError, "name '%S' is not defined", name);
}

Step LoadClassFree(Vm& vm, Value space, uint32_t index, int cell) {
  Value name = GlobalName(vm, index);
  if (!space.IsObject(Kind::kDict)) return Ask(vm, Protocol::kLoadName, 1, space, name);
  Value found = vm.DictGetStr(space, name);
  if (!found.IsUnbound()) return Step::Done(found);
  Value content = vm.heap.At<Cell>(FunctionOf(vm, vm.fp)->cells()[cell])->value;
  return content.IsUnbound() ? RaiseUnboundFree(vm, cell) : Step::Done(content);
}

void RememberMethod(Vm& vm, uint32_t cache, Value receiver, Value callee) {
  // Only kinds that are one type; what a function or an exception answers depends on the object.
  if (!receiver.IsObject() || !callee.IsImmediate(Kind::kBuiltin)) return;
  switch (receiver.kind()) {
    case Kind::kStr:
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kDict:
    case Kind::kInt:
    case Kind::kComplex:
    case Kind::kBytes:
    case Kind::kSet:
    case Kind::kFrozenSet:
    case Kind::kRange:
      vm.attribute_caches[cache] = {AttributeKey(receiver), callee.payload()};
      break;
    default:
      break;
  }
}

}  // namespace garter
