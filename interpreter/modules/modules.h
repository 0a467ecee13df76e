// Modules: what `import` finds, sys.modules, and the builtins module as a dict.
//
// A module is native (rows of functions and a function that fills in the rest), of the library (its source, from
// prelude/), or both: then the source runs in a namespace that already has the native part. It is made once in a run.
#ifndef GARTER_INTERPRETER_MODULES_MODULES_H_
#define GARTER_INTERPRETER_MODULES_MODULES_H_

#include <string_view>

#include "interpreter/types/builtin.h"
#include "interpreter/vm/vm.h"

namespace garter {

// ---- tables -----------------------------------------------------------------------------------------------------

struct NativeModule {
  const char* name;
  const char* doc;
  const BuiltinRow* rows;
  uint32_t count;
  // Adds what is no function. Done, or More with nothing lost: the dict is dropped then and filled anew. Null: nothing.
  Step (*fill)(Vm& vm, Value dict);
};
extern const NativeModule kSysModule, kGcModule, kPreludeModule;  // sys.cc, gc.cc, prelude_support.cc

// A module of prelude/, as the build embeds it.
struct LibrarySource {
  const char* name;  // "collections.abc"
  bool is_package;
  std::string_view text;
};
extern const LibrarySource kLibrary[];
extern const uint32_t kLibraryCount;

const NativeModule* FindNativeModule(std::string_view name);
const LibrarySource* FindLibrarySource(std::string_view name);

// The functions of all native modules are numbered through, behind those of the builtins module.
const BuiltinRow& ModuleFunctionRow(uint32_t row);
Value ModuleFunction(const NativeModule& module, uint32_t row);
// The module of a builtin function: "builtins", "sys".
const char* ModuleOfFunction(Value builtin);

// ---- modules of a run -------------------------------------------------------------------------------------------

// The dict of the builtins module, made when somebody first can see it. Unbound: no room.
Value BuiltinsDict(Vm& vm);

// An empty module with __name__, __doc__, __package__, __loader__ and __spec__. Unbound: no room.
Value NewModule(Vm& vm, Value name, Value doc);
inline Value DictOfModule(Vm& vm, Value module) { return Value::Object(Kind::kDict, vm.heap.At<Module>(module)->dict); }

// sys.modules, with `__main__` and `builtins`. Unbound: no room.
Value ModulesDict(Vm& vm);
// A module that was imported, or Unbound. Never makes anything.
Value ImportedModule(Vm& vm, std::string_view name);

// sys.stdin, sys.stdout, sys.stderr: 0, 1, 2.
constexpr Value StreamValue(uint32_t descriptor) { return Value::Immediate(Kind::kStream, descriptor); }

// Adds name: value to a dict. False: no room. A value Unbound counts as no room.
bool AddName(Vm& vm, Value dict, std::string_view name, Value value);

// The steps of statements (types/builtin.h, Internal) and of __import__.
inline constexpr int kImportSlots = 6;
Step ImportStep(Vm& vm, Native& n);
Step ImportFromStep(Vm& vm, Native& n);
Step ImportStarStep(Vm& vm, Native& n);
Step BuiltinImport(Vm& vm, Native& n);

}  // namespace garter

#endif  // GARTER_INTERPRETER_MODULES_MODULES_H_
