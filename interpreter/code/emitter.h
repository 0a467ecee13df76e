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
 public:
  Emitter(Arena& scratch, Meter& meter) : scratch_(scratch), meter_(meter) {}

  // Fields in the order and encoding that the opcode's format gives them; X and J are given as `b`.
  void Emit(Opcode op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0);
  void Extend(uint16_t x, uint32_t y);
  void Jump(Label& label) { JumpWith(Opcode::kJUMP, 0, label); }
  // JUMP_TRUE, JUMP_FALSE.
  void JumpWith(Opcode op, uint32_t a, Label& label);
  // Back to a label that is bound.
  void Loop(const Label& label) { Emit(Opcode::kLOOP, 0, label.position); }
  void Bind(Label& label);
  uint32_t position() const { return instructions_.size(); }

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

  ArenaVector<Instruction>& instructions() { return instructions_; }
  ArenaVector<Location>& locations() { return locations_; }
  ArenaVector<uint16_t>& live() { return live_; }
  ArenaVector<Handler>& handlers() { return handlers_; }

 private:
  void Push(Instruction instruction);

  Arena& scratch_;
  Meter& meter_;
  ArenaVector<Instruction> instructions_;
  ArenaVector<Location> locations_;
  ArenaVector<uint16_t> live_;
  ArenaVector<Handler> handlers_;
  Location location_ = {};
  uint32_t top_ = 0;
  uint32_t high_ = 0;
  bool overflow_ = false;
  bool stopped_ = false;
};

}  // namespace garter

#endif  // GARTER_INTERPRETER_CODE_EMITTER_H_
