#include "interpreter/code/emitter.h"

namespace garter {

void Emitter::Push(Instruction instruction) {
  if (!meter_.Charge(1)) stopped_ = true;
  if (stopped_) return;
  // The three arrays grow together; a failure may leave them one apart, which nobody sees.
  if (!instructions_.Push(scratch_, instruction) || !locations_.Push(scratch_, location_) ||
      !live_.Push(scratch_, static_cast<uint16_t>(top_))) {
    meter_.Stop(LimitKind::kMemory);
    stopped_ = true;
  }
}

static bool IsRegister(char format) { return format == 'D' || format == 'R' || format == 'W'; }

static int16_t Encode(char format, uint32_t operand) {
  return IsRegister(format) ? Instruction::FromRegister(static_cast<int>(operand)) : static_cast<int16_t>(operand);
}

void Emitter::Emit(Opcode op, uint32_t a, uint32_t b, uint32_t c) {
  const char* format = kOpcodeInfo[static_cast<int>(op)].format;
  Instruction instruction;
  instruction.op = static_cast<uint16_t>(op);
  instruction.a = Encode(format[0], a);
  if (format[1] == 'X' || format[1] == 'J') {
    instruction.bx = static_cast<int32_t>(b);
  } else {
    instruction.b = Encode(format[1], b);
    instruction.c = Encode(format[2], c);
  }
  Push(instruction);
}

void Emitter::Extend(uint16_t x, uint32_t y) { Push(Instruction::Ext(x, y)); }

void Emitter::JumpWith(Opcode op, uint32_t a, Label& label) {
  bool is_bound = label.position != Label::kUnbound;
  Emit(op, a, is_bound ? label.position : label.chain);
  if (!is_bound && !stopped_) label.chain = position();
}

void Emitter::Bind(Label& label) {
  label.position = position();
  if (stopped_) return;
  for (uint32_t jump = label.chain; jump != 0;) {
    Instruction& instruction = instructions_[jump - 1];
    jump = static_cast<uint32_t>(instruction.bx);
    instruction.bx = static_cast<int32_t>(label.position);
  }
}

void Emitter::Catch(uint32_t start, uint32_t end, uint32_t reg, uint32_t live) {
  if (stopped_ || start == end) return;
  Handler handler = {start, end, position(), static_cast<uint16_t>(reg), static_cast<uint16_t>(live)};
  if (!handlers_.Push(scratch_, handler)) {
    meter_.Stop(LimitKind::kMemory);
    stopped_ = true;
  }
}

}  // namespace garter
