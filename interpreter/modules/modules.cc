// The tables of modules, and the dicts that a run makes of them.
#include "interpreter/modules/modules.h"

#include "interpreter/types/dict.h"
#include "interpreter/types/names.h"

namespace garter {
namespace {

constexpr const NativeModule* kNativeModules[] = {&kSysModule, &kGcModule, &kPreludeModule};

}  // namespace

const NativeModule* FindNativeModule(std::string_view name) {
  for (const NativeModule* module : kNativeModules) {
    if (name == module->name) return module;
  }
  return nullptr;
}

const LibrarySource* FindLibrarySource(std::string_view name) {
  for (uint32_t k = 0; k < kLibraryCount; ++k) {
    if (name == kLibrary[k].name) return &kLibrary[k];
  }
  return nullptr;
}

const BuiltinRow& ModuleFunctionRow(uint32_t row) {
  for (const NativeModule* module : kNativeModules) {
    if (row < module->count) return module->rows[row];
    row -= module->count;
  }
  CHECK(false);
  __builtin_unreachable();
}

Value ModuleFunction(const NativeModule& module, uint32_t row) {
  uint32_t before = BuiltinFunctionCount();
  for (const NativeModule* other : kNativeModules) {
    if (other == &module) break;
    before += other->count;
  }
  return BuiltinValue(TypeId::kCount, before + row);
}

const char* ModuleOfFunction(Value builtin) {
  uint32_t row = builtin.payload() & 0xFFFF;
  if (row < BuiltinFunctionCount() || (row & 0x8000)) return "builtins";
  row -= BuiltinFunctionCount();
  for (const NativeModule* module : kNativeModules) {
    if (row < module->count) return module->name;
    row -= module->count;
  }
  return "builtins";
}

bool AddName(Vm& vm, Value dict, std::string_view name, Value value) {
  if (value.IsUnbound()) return false;
  Value key = vm.NewStrAscii(name);
  return !key.IsUnbound() && vm.DictSetStr(dict, key, value);
}

Value BuiltinsDict(Vm& vm) {
  if (!vm.builtins.IsUnbound()) return vm.builtins;
  // About 160 names. With room for all of them nothing fails half-way.
  if (!vm.HasRoom(32 << 10)) return kUnbound;
  Value dict = vm.NewDict();
  bool good =
      !dict.IsUnbound() && AddName(vm, dict, "__name__", vm.NewStrAscii("builtins")) &&
      AddName(vm, dict, "__doc__", vm.NewStrAscii("Built-in functions, types, exceptions, and other objects.")) &&
      AddName(vm, dict, "__package__", vm.NewStrAscii("")) && AddName(vm, dict, "__loader__", kNone) &&
      AddName(vm, dict, "__spec__", kNone);
  ForEachName(BuiltinModuleNames(), [&](std::string_view name) {
    bool is_done = name == "__name__" || name == "__doc__" || name == "__package__" || name == "__spec__";
    Value value = is_done ? kUnbound : FindBuiltinName(name);
    if (!value.IsUnbound()) good = good && AddName(vm, dict, name, value);
  });
  if (!good) return kUnbound;
  vm.heap.At<Dict>(dict)->flags |= Dict::kWatched;
  vm.builtins = dict;
  return dict;
}

Value NewModule(Vm& vm, Value name, Value doc) {
  Value dict = vm.NewDict();
  if (dict.IsUnbound() || !AddName(vm, dict, "__name__", name) || !AddName(vm, dict, "__doc__", doc) ||
      !AddName(vm, dict, "__package__", kNone) || !AddName(vm, dict, "__loader__", kNone) ||
      !AddName(vm, dict, "__spec__", kNone)) {
    return kUnbound;
  }
  Module* module = vm.heap.New<Module>(Kind::kModule);
  if (module == nullptr) return kUnbound;
  module->dict = dict.handle();
  module->unused = 0;
  return vm.heap.ValueOf(module);
}

namespace {

// A module whose dict is there already.
Value ModuleOf(Vm& vm, Value dict, uint16_t flags) {
  Module* module = vm.heap.New<Module>(Kind::kModule, flags);
  if (module == nullptr) return kUnbound;
  module->dict = dict.handle();
  module->unused = 0;
  return vm.heap.ValueOf(module);
}

}  // namespace

Value ModulesDict(Vm& vm) {
  if (!vm.modules.IsUnbound()) return vm.modules;
  if (!vm.HasRoom(40 << 10)) return kUnbound;
  Value dict = vm.NewDict(), builtins = BuiltinsDict(vm);
  if (dict.IsUnbound() || builtins.IsUnbound() ||
      !AddName(vm, dict, "builtins", ModuleOf(vm, builtins, Module::kBuiltIn)) ||
      !AddName(vm, dict, "__main__", ModuleOf(vm, vm.program_globals, 0))) {
    return kUnbound;
  }
  vm.modules = dict;
  return dict;
}

Value ImportedModule(Vm& vm, std::string_view name) {
  return vm.modules.IsUnbound() ? kUnbound : vm.DictGetAscii(vm.modules, name);
}

}  // namespace garter
