// The lists of names.inc, by type.
#include "interpreter/types/names.h"

#include <cstdint>

namespace garter {
namespace {

#include "interpreter/types/names.inc"

static_assert(sizeof(kNameListOf) == static_cast<size_t>(TypeId::kCount));

}  // namespace

const char* NamesOfType(TypeId type) { return kNameLists[kNameListOf[static_cast<int>(type)]]; }
const char* BuiltinModuleNames() { return kBuiltinNames; }

bool IsStandardModule(std::string_view name) {
  bool found = false;
  ForEachName(kModuleNames, [&](std::string_view module) { found = found || module == name; });
  return found;
}

}  // namespace garter
