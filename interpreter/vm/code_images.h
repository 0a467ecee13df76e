// Images made while a program runs: exec, eval, compile and import.
//
// Compiling is a native's work like any other: charged, bounded, and all in the span. The tree and the code are made in
// the free room between objects and registers; when everything is known the constants become objects of the heap and the
// tables one CodeImage behind them.
#ifndef GARTER_INTERPRETER_VM_CODE_IMAGES_H_
#define GARTER_INTERPRETER_VM_CODE_IMAGES_H_

#include <string_view>

#include "interpreter/code/compiler.h"
#include "interpreter/syntax/parser.h"
#include "interpreter/vm/vm.h"

namespace garter {

struct SourceCode {
  Value source = kUnbound;    // str or bytes of the program; or Unbound:
  std::string_view text;      // UTF-8 outside of the span (a module of the library)
  Value filename = kUnbound;  // str; or Unbound:
  std::string_view file;      // ASCII
  ParseMode mode = ParseMode::kExec;
  bool by_name = false;  // see CompileTarget
  bool hidden = false;   // CodeImage::kHidden
  bool strip = false;    // leading blanks do not count, as eval() has it
};

// Done(the CodeImage); Raise: SyntaxError and the like; More and Limit as always. Warnings go to stderr.
Step CompileSource(Vm& vm, const SourceCode& code);

// A function of an image's outermost code that runs with these globals (Dict). `space` Unbound: its names are not looked
// up by name. Unbound: no room.
Value NewModuleFunction(Vm& vm, Value image, uint32_t code, Value globals, Value space);

// The code object of an image (Unbound: the program): one object for each code. Unbound: no room.
Value CodeObject(Vm& vm, uint32_t image, uint32_t code);

}  // namespace garter

#endif  // GARTER_INTERPRETER_VM_CODE_IMAGES_H_
