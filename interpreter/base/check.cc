// The one place where the core may end the process; it does not explain itself beyond file and line.
#include "interpreter/base/check.h"

#ifndef __wasm__
#include <cstdio>
#endif

namespace garter {

void CheckFailed([[maybe_unused]] const char* file, [[maybe_unused]] int line, [[maybe_unused]] const char* what) {
#ifndef __wasm__
  std::fprintf(stderr, "garter: internal error at %s:%d: %s\n", file, line, what);
#endif
  __builtin_trap();
}

}  // namespace garter
