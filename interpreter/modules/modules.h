// Modules: the builtins module as a dict, sys.modules, and what `import` finds.
#ifndef GARTER_INTERPRETER_MODULES_MODULES_H_
#define GARTER_INTERPRETER_MODULES_MODULES_H_

#include <string_view>

#include "interpreter/types/builtin.h"
#include "interpreter/vm/vm.h"

namespace garter {

// The dict of the builtins module, made when somebody first can see it. Unbound: no room.
Value BuiltinsDict(Vm& vm);

// An empty module with __name__, __doc__, __package__, __loader__ and __spec__. Unbound: no room.
Value NewModule(Vm& vm, std::string_view name);
inline Value DictOfModule(Vm& vm, Value module) { return Value::Object(Kind::kDict, vm.heap.At<Module>(module)->dict); }

}  // namespace garter

#endif  // GARTER_INTERPRETER_MODULES_MODULES_H_
