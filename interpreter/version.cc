// The version, from the file VERSION at the top of the repository: the build writes it into version.inc.
#include "interpreter/interpreter.h"

namespace garter {

std::string_view Version() {
  return
#include "interpreter/version.inc"
      ;
}

}  // namespace garter
