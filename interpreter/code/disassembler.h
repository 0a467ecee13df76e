// The text of an image: one line an instruction, tables before, for `garter dis`, goldens and people.
#ifndef GARTER_INTERPRETER_CODE_DISASSEMBLER_H_
#define GARTER_INTERPRETER_CODE_DISASSEMBLER_H_

#include <string_view>

#include "interpreter/code/image.h"

namespace garter {

struct DisassemblyOptions {
  bool positions = false;  // line:column-line:column of each instruction, not only its line
  bool live = false;       // live extents
};

// Gives the text piece by piece to `write`. REQUIRES: CheckImage(image).ok().
void Disassemble(const ProgramImage& image, const DisassemblyOptions& options,
                 void (*write)(void* context, std::string_view text), void* context);

}  // namespace garter

#endif  // GARTER_INTERPRETER_CODE_DISASSEMBLER_H_
