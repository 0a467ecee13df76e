#include "interpreter/code/emitter.h"
#include "interpreter/base/copy_bytes.h"

namespace garter {

constexpr Emitter::AllFields Emitter::kFields;

// The three arrays grow together, in one piece of memory.
void Emitter::Grow() {
  uint32_t capacity = capacity_ == 0 ? 32 : capacity_ * 2;
  size_t bytes = size_t{capacity} * (sizeof(Instruction) + sizeof(Location) + sizeof(uint16_t));
  char* at = static_cast<char*>(scratch_.Allocate(bytes));
  if (at == nullptr) {
    meter_.Stop(LimitKind::kMemory);
    stopped_ = true;
    return;
  }
  auto move = [&](auto*& items) {
    size_t size = size_t{count_} * sizeof(*items);
    CopyBytes(at, items, size);
    items = reinterpret_cast<std::remove_reference_t<decltype(items)>>(at);
    at += size_t{capacity} * sizeof(*items);
  };
  move(instructions_);
  move(locations_);
  move(live_);
  capacity_ = capacity;
}

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

void Emitter::ThreadJumps(uint32_t start) {
  if (stopped_) return;
  constexpr int kMostHops = 4;
  for (uint32_t pc = start; pc < count_; ++pc) {
    Instruction& jump = instructions_[pc];
    Opcode op = jump.opcode();
    if (op != Opcode::kJUMP && op != Opcode::kJUMP_TRUE && op != Opcode::kJUMP_FALSE) continue;
    for (int hop = 0; hop < kMostHops && instructions_[jump.bx].opcode() == Opcode::kJUMP; ++hop) {
      jump.bx = instructions_[jump.bx].bx;
    }
    // Only a LOOP may go back, since it pays: a plain jump to one becomes one. The JUMP behind a comparison must stay.
    bool is_plain = op == Opcode::kJUMP && (pc == start || !kFields.of[instructions_[pc - 1].op].takes_jump);
    const Instruction& target = instructions_[jump.bx];
    if (is_plain && target.opcode() == Opcode::kLOOP) jump = target;
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
