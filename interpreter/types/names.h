// Lists of names as CPython has them, for dir() and for suggestions; generated into names.inc.
#ifndef GARTER_INTERPRETER_TYPES_NAMES_H_
#define GARTER_INTERPRETER_TYPES_NAMES_H_

#include <string_view>

#include "interpreter/types/type_id.h"

namespace garter {

// Names with a space between each two.
const char* NamesOfType(TypeId type);  // dir(type), sorted
const char* BuiltinModuleNames();      // in the order of the builtins module
bool IsStandardModule(std::string_view name);

// Calls visit(std::string_view) for each name.
template <typename Visit>
void ForEachName(std::string_view names, Visit visit) {
  while (!names.empty()) {
    size_t end = names.find(' ');
    visit(names.substr(0, end));
    if (end == std::string_view::npos) return;
    names.remove_prefix(end + 1);
  }
}

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_NAMES_H_
