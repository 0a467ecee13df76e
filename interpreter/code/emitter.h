// Writes instructions: where jumps go, which registers are free, where in the source each instruction comes from.
//
// Temporaries are a stack above the named registers: top() is the first free one, and whoever takes some gives them
// back by Release(mark). An instruction's live extent is the top at the time it is written, so operands are released
// after it (vm.md, "Registers").
//
// A jump to a label that is not bound yet joins a chain through the jumps' own targets; Bind() walks the chain. No
// memory beyond the instructions is used. All code objects of a program are written one after another.
#ifndef GARTER_INTERPRETER_CODE_EMITTER_H_
#define GARTER_INTERPRETER_CODE_EMITTER_H_

#include "interpreter/base/arena.h"
#include "interpreter/base/meter.h"
#include "interpreter/code/image.h"
#include "interpreter/syntax/arena_vector.h"
#include "interpreter/syntax/ast.h"

namespace garter {

struct Label {
  static constexpr uint32_t kUnbound = ~0u;
  uint32_t position = kUnbound;
  uint32_t chain = 0;  // the last jump to it so far, + 1
  bool used() const { return chain != 0 || position != kUnbound; }
};

class Emitter {
  // How an opcode's operands are stored: -1 where the field is a register, 0 where it is a number.
  struct Fields {
    int16_t a, b, c;
    bool is_wide;
    bool takes_jump;  // a JUMP follows that belongs to it
  };
  struct AllFields {
    Fields of[kOpcodeCount];
    constexpr AllFields() : of() {
      for (int i = 0; i < kOpcodeCount; ++i) {
        const char* format = kOpcodeInfo[i].format;
        of[i].a = Sign(format[0]);
        of[i].is_wide = format[1] == 'X' || format[1] == 'J';
        of[i].b = Sign(format[1]);
        of[i].takes_jump = kOpcodeInfo[i].text[0] == '+' && kOpcodeInfo[i].text[1] == 'J';
        of[i].c = of[i].is_wide ? int16_t{0} : Sign(format[2]);
      }
    }
    static constexpr int16_t Sign(char format) { return format == 'D' || format == 'R' || format == 'W' ? -1 : 0; }
  };
  static const AllFields kFields;

 public:
  Emitter(Arena& scratch, Meter& meter) : scratch_(scratch), meter_(meter) {}

  // Fields in the order and encoding that the opcode's format gives them; X and J are given as `b`.
  void Emit(Opcode op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0) {
    Fields fields = kFields.of[static_cast<int>(op)];
    // A register is stored negated: (x ^ -1) - -1 is -x, (x ^ 0) - 0 is x.
    auto encode = [](uint32_t operand, int16_t sign) {
      return static_cast<int16_t>((static_cast<int16_t>(operand) ^ sign) - sign);
    };
    Instruction instruction;
    instruction.op = static_cast<uint16_t>(op);
    instruction.a = encode(a, fields.a);
    if (fields.is_wide) {
      instruction.bx = static_cast<int32_t>(b);
    } else {
      instruction.b = encode(b, fields.b);
      instruction.c = encode(c, fields.c);
    }
    Push(instruction);
  }
  void Extend(uint16_t x, uint32_t y) { Push(Instruction::Ext(x, y)); }
  void Jump(Label& label) { JumpWith(Opcode::kJUMP, 0, label); }
  // JUMP_TRUE, JUMP_FALSE.
  void JumpWith(Opcode op, uint32_t a, Label& label);
  // Back to a label that is bound.
  void Loop(const Label& label) { Emit(Opcode::kLOOP, 0, label.position); }
  void Bind(Label& label);
  // Lets jumps from `start` on that lead to a jump go where that one goes.
  void ThreadJumps(uint32_t start);
  uint32_t position() const { return count_; }

  void At(const Node& node) { location_ = {node.lineno, node.end_lineno, node.col_offset, node.end_col_offset}; }
  void At(const Location& location) { location_ = location; }
  const Location& location() const { return location_; }

  // Exceptions raised in [start, end) go on here, in `reg`, with `live` registers. Call it for inner regions first.
  void Catch(uint32_t start, uint32_t end, uint32_t reg, uint32_t live);

  void BeginCode(uint32_t named) { top_ = high_ = named; }
  uint32_t top() const { return top_; }
  uint32_t Temporary() { return Temporaries(1); }
  uint32_t Temporaries(uint32_t count) {
    uint32_t first = top_;
    top_ += count;
    if (top_ > high_) high_ = top_;
    if (__builtin_expect(top_ > kMaxRegisters, 0)) {
      overflow_ = true;
      top_ = first;
    }
    return first;
  }
  void Release(uint32_t mark) { top_ = mark; }
  uint32_t high() const { return high_ > kMaxRegisters ? kMaxRegisters : high_; }
  bool overflow() const { return overflow_; }
  bool stopped() const { return stopped_; }
  void Stop() { stopped_ = true; }

  // What was written so far, position() of each.
  const Instruction* instructions() const { return instructions_; }
  const Location* locations() const { return locations_; }
  const uint16_t* live() const { return live_; }
  const ArenaVector<Handler>& handlers() const { return handlers_; }

 private:
  void Push(Instruction instruction) {
    if (__builtin_expect(count_ == capacity_, 0)) Grow();
    if (!meter_.Charge(1)) stopped_ = true;
    if (stopped_) return;
    instructions_[count_] = instruction;
    locations_[count_] = location_;
    live_[count_] = static_cast<uint16_t>(top_);
    ++count_;
  }
  void Grow();

  Arena& scratch_;
  Meter& meter_;
  Instruction* instructions_ = nullptr;
  Location* locations_ = nullptr;
  uint16_t* live_ = nullptr;
  uint32_t count_ = 0;
  uint32_t capacity_ = 0;
  ArenaVector<Handler> handlers_;
  Location location_ = {};
  uint32_t top_ = 0;
  uint32_t high_ = 0;
  bool overflow_ = false;
  bool stopped_ = false;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_CODE_EMITTER_H_
