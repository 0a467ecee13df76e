// Whether an image keeps the contract of opcodes.def: every register, constant, jump and table index within bounds,
// +JUMP and +EXT words where they belong, live extents that cover what is read, handlers within their code.
//
// Debug builds run it after every compilation, tests on everything. It is no defence against hostile bytecode: none
// is ever loaded.
#ifndef GARTER_INTERPRETER_CODE_CHECKER_H_
#define GARTER_INTERPRETER_CODE_CHECKER_H_

#include <cstdint>

#include "interpreter/code/image.h"

namespace garter {

struct ImageCheck {
  const char* problem = nullptr;  // null: the image is good
  uint32_t instruction = 0;       // where
  bool ok() const { return problem == nullptr; }
};

// Linear in the size of the image.
ImageCheck CheckImage(const ProgramImage& image);

}  // namespace garter

#endif  // GARTER_INTERPRETER_CODE_CHECKER_H_
