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

// Fills the cache of a global that exists as the dict's entry at `slot`.
void Remember(Vm& vm, uint32_t name, const Value* slot) {
  Dict* globals = vm.heap.At<Dict>(vm.globals);
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
  char text[64];
  Text characters = vm.TextOf(name);
  if (characters.ascii && characters.length < sizeof(text)) {
    Value found = FindBuiltinName({reinterpret_cast<const char*>(characters.data), characters.length});
    if (!found.IsUnbound()) {
      vm.global_caches[index] = {vm.heap.At<Dict>(vm.globals)->version, 0, found};
      return Step::Done(found);
    }
  }
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

// ---- names of a class's body ------------------------------------------------------------------------------------

Step LoadName(Vm& vm, Value space, uint32_t index) {
  Value name = GlobalName(vm, index);
  if (!space.IsObject(Kind::kDict)) return Ask(vm, Protocol::kLoadName, 0, space, name);
  Value found = vm.DictGetStr(space, name);
  return found.IsUnbound() ? LoadGlobal(vm, index) : Step::Done(found);
}

Step StoreName(Vm& vm, Value space, uint32_t index, Value value) {
  Value name = GlobalName(vm, index);
  if (!space.IsObject(Kind::kDict)) return SetItem(vm, space, name, value);
  return vm.DictSetStr(space, name, value) ? Step::Done(kNone) : vm.NoRoom();
}

Step DeleteName(Vm& vm, Value space, uint32_t index) {
  Value name = GlobalName(vm, index), removed = kUnbound;
  if (!space.IsObject(Kind::kDict)) return DeleteItem(vm, space, name);
  Step step = DictDelete(vm, space, name, &removed);
  if (!step.done()) return step;
  if (removed.IsUnbound()) return RaiseName(vm, TypeId::kNameError, "name '%S' is not defined", name);
  return Step::Done(kNone);
}

Step LoadClassFree(Vm& vm, Value space, uint32_t index, int cell) {
  Value name = GlobalName(vm, index);
  if (space.IsObject(Kind::kDict)) {
    Value found = vm.DictGetStr(space, name);
    if (!found.IsUnbound()) return Step::Done(found);
  } else {
    // A namespace that is no dict (a metaclass's __prepare__) is asked whether it has the name.
    Step has = Contains(vm, space, name);
    if (!has.done()) return has;
    if (has.value.IsTrue()) return GetItem(vm, space, name);
  }
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
