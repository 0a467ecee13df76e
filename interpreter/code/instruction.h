// One instruction: 64 bits, fixed, the same in memory everywhere.
//
//   0        16       32       48       64
//   ┌────────┬────────┬────────┬────────┐
//   │   op   │   a    │   b    │   c    │      or   op, a, bx:32     EXT: op, x:16, y:32
//   └────────┴────────┴────────┴────────┘
// Registers are numbered from 0 upwards but lie downwards in memory (the register stack grows down), so they are
// stored negated: the operand of register 5 is -5 and the loop reads fp[operand]. Numbers that are no registers are
// stored as they are. Use Register() / FromRegister() and never the fields when a register is meant.
#ifndef GARTER_INTERPRETER_CODE_INSTRUCTION_H_
#define GARTER_INTERPRETER_CODE_INSTRUCTION_H_

#include <cstdint>

namespace garter {

enum class Opcode : uint16_t {
#define GARTER_OPCODE(name, format, raises, text) k##name,
#include "interpreter/code/opcodes.def"
};

inline constexpr int kOpcodeCount = 0
#define GARTER_OPCODE(name, format, raises, text) +1
#include "interpreter/code/opcodes.def"
    ;

struct OpcodeInfo {
  const char* name;
  const char* format;
  int raises;
  const char* text;
};

inline constexpr OpcodeInfo kOpcodeInfo[] = {
#define GARTER_OPCODE(name, format, raises, text) {#name, format, raises, text},
#include "interpreter/code/opcodes.def"
};

using Register = uint16_t;
inline constexpr int kMaxRegisters = 32000;      // of one frame; the compiler refuses more
inline constexpr uint16_t kNoCache = 0xFFFF;     // EXT x of an attribute instruction: sites beyond go without
inline constexpr int kMaxSmallConstant = 32767;  // constants with larger indices go through LOAD_CONST

// LOAD_SPECIAL c: each __exit__ follows its __enter__.
enum class SpecialMethod : uint8_t { kEnter, kExit, kAsyncEnter, kAsyncExit };

struct Instruction {
  uint16_t op;
  int16_t a;
  union {
    struct {
      int16_t b, c;
    };
    int32_t bx;
  };

  static constexpr int16_t FromRegister(int r) { return static_cast<int16_t>(-r); }
  static constexpr int ToRegister(int16_t operand) { return -operand; }
  Opcode opcode() const { return static_cast<Opcode>(op); }
  // The two numbers of an EXT word: data of the instruction before it. Executed (after a call that returns to the
  // instruction behind its caller), it does nothing.
  uint32_t x() const { return static_cast<uint16_t>(a); }
  uint32_t y() const { return static_cast<uint32_t>(bx); }
  static Instruction Ext(uint16_t x, uint32_t y) {
    Instruction i;
    i.op = static_cast<uint16_t>(Opcode::kEXT);
    i.a = static_cast<int16_t>(x);
    i.bx = static_cast<int32_t>(y);
    return i;
  }
};
static_assert(sizeof(Instruction) == 8);

}  // namespace garter

#endif  // GARTER_INTERPRETER_CODE_INSTRUCTION_H_
