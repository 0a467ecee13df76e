// The builtins module as an object: a dict with what the tables of types/ have.
#include "interpreter/modules/modules.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/names.h"

namespace garter {

Value BuiltinsDict(Vm& vm) {
  if (!vm.builtins.IsUnbound()) return vm.builtins;
  // About 160 names. With room for all of them nothing fails half-way.
  if (!vm.HasRoom(32 << 10)) return kUnbound;
  Value dict = vm.NewDict();
  if (dict.IsUnbound()) return kUnbound;
  bool good = true;
  auto add = [&](std::string_view name, Value value) {
    Value key = vm.NewStrAscii(name);
    good = good && !key.IsUnbound() && !value.IsUnbound() && vm.DictSetStr(dict, key, value);
  };
  add("__name__", vm.NewStrAscii("builtins"));
  add("__doc__", vm.NewStrAscii("Built-in functions, types, exceptions, and other objects."));
  add("__package__", vm.NewStrAscii(""));
  add("__loader__", kNone);
  add("__spec__", kNone);
  ForEachName(BuiltinModuleNames(), [&](std::string_view name) {
    Value value = FindBuiltinName(name);
    if (!value.IsUnbound() && name != "__doc__" && name != "__package__" && name != "__spec__") add(name, value);
  });
  if (!good) return kUnbound;
  vm.heap.At<Dict>(dict)->flags |= Dict::kWatched;
  vm.builtins = dict;
  return dict;
}

}  // namespace garter
