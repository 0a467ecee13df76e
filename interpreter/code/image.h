// A compiled program: immutable, position-independent tables that any number of runs share.
//
// What a run compiles itself (exec, eval, import) has the same form, but lies in the span as a CodeImage (heap/object.h):
// there its constants are ordinary objects, so that the table of constants is the one that changes when they move.
//
// All code objects of a program lie in one array of instructions, so that a program counter is one number, and share
// one table of constants. Constants that are objects (str, bytes, big int, tuple) live in a frozen image: bytes that a
// run copies to offset kFrozenBase of its span before the first instruction. Their handles are therefore known while
// compiling, and no relocation is needed. The frozen objects are never moved, marked or freed.
#ifndef GARTER_INTERPRETER_CODE_IMAGE_H_
#define GARTER_INTERPRETER_CODE_IMAGE_H_

#include <cstdint>
#include <string_view>

#include "interpreter/code/instruction.h"
#include "interpreter/heap/value.h"

namespace garter {

inline constexpr uint32_t kFrozenBase = 64;  // offset of the frozen image in a span

struct Location {
  uint32_t line;  // from 1; 0: none
  uint32_t end_line;
  uint32_t column;  // bytes of UTF-8, from 0
  uint32_t end_column;
};

// Handlers are searched in order: inner ones come first.
struct Handler {
  uint32_t start, end;  // instructions covered: [start, end)
  uint32_t target;
  uint16_t reg;   // receives the exception
  uint16_t live;  // registers live at the target (reg excluded unless below it)
};

struct CodeInfo {
  enum Flag : uint16_t {
    kVarArgs = 1,
    kVarKeywords = 2,
    kGenerator = 4,
    kModule = 8,
    kLambda = 16,
    kComprehension = 32,
    kSimple = 64,
    kHidden = 128,     // not shown in tracebacks
    kByName = 256,     // kModule: its names go through a namespace, cell 0 of its function
    kClassBody = 512,  // register 0 is the namespace
    kCoroutine = 1024,
    kAsyncGenerator = 2048,
  };
  uint32_t entry, end;        // instructions [entry, end)
  uint16_t register_count;    // locals and temporaries
  uint16_t flags;             // kSimple: only positional parameters, none is *args, keyword-only or **kwargs
  uint16_t positional_count;  // parameters that may be given by position, positional-only ones included
  uint16_t positional_only_count;
  uint16_t keyword_only_count;
  uint16_t local_count;  // named registers: parameters (positional, keyword-only, *args, **kwargs), then others
  uint16_t free_count;   // cells of the closure
  uint16_t unused;
  uint32_t local_names;              // index into names: constant indices of the locals' names
  uint32_t free_names;               // likewise for free variables
  uint32_t name;                     // constant index
  uint32_t qualified_name;           // constant index
  uint32_t doc;                      // constant index, or kNoConstant
  uint32_t handlers, handler_count;  // in `handlers`
  uint32_t first_line;
};
inline constexpr uint32_t kNoConstant = ~0u;

// Where a table of an image lies: its distance from this field. So an image that is copied as a whole means the same
// wherever it stands. Eight bytes on every platform, so that a program's size, which counts as memory, is the same on all.
template <typename T>
struct Relative {
  int64_t distance;
  operator const T*() const { return reinterpret_cast<const T*>(reinterpret_cast<const char*>(this) + distance); }
  void Set(const T* at) { distance = reinterpret_cast<const char*>(at) - reinterpret_cast<const char*>(this); }
};

// Never copied alone: its tables would stay behind.
struct ProgramImage {
  ProgramImage() = default;
  ProgramImage(const ProgramImage&) = delete;
  ProgramImage& operator=(const ProgramImage&) = delete;

  Relative<Instruction> instructions;
  Relative<Location> locations;  // one for each instruction
  Relative<uint16_t> live;       // one for each instruction: registers live before it
  Relative<CodeInfo> codes;      // 0: the module
  Relative<Handler> handlers;
  Relative<uint32_t> names;  // constant indices
  Relative<Value> constants;
  Relative<uint32_t> global_names;  // constant indices of the distinct global names
  Relative<char> frozen;            // copied to kFrozenBase
  Relative<char> source;            // UTF-8, for tracebacks
  Relative<char> filename;
  Relative<char> warnings;  // text for stderr before the first line runs
  alignas(8) uint32_t instruction_count;
  uint32_t code_count, handler_count, name_count, constant_count, global_count;
  uint32_t cache_count;  // numbers used by EXT x of attribute instructions
  uint32_t frozen_size, source_size, filename_size, warnings_size;
  uint32_t size;  // bytes of the whole program
  uint64_t fuel;  // what compiling cost
  std::string_view Source() const { return {source, source_size}; }
  std::string_view Filename() const { return {filename, filename_size}; }
};
static_assert(sizeof(ProgramImage) == 152);

}  // namespace garter

#endif  // GARTER_INTERPRETER_CODE_IMAGE_H_
