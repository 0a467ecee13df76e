// yield, yield from: where a frame is left and entered again.
//
//   yield from x                      what is thrown in where it waits goes to the iterator first: YIELD_FROM finds it
//       iterator = iter(x)            in its operands, and the SEND that goes on in front of it
//       result = None
//     L: SEND result, iterator        result = iterator.send(result); exhausted: result is what it returned, to D
//       YIELD_FROM result
//       back to L
//     D:
#include "interpreter/code/compilation.h"

namespace garter {

void Compiler::YieldInto(const ast::Yield& node, uint32_t target) {
  uint32_t mark = emit_.top();
  uint32_t value = kNoRegister;
  if (node.value) {
    value = Operand(node.value);
  } else {
    value = emit_.Temporary();
    LoadValue(kNone, value);
  }
  emit_.At(node);
  emit_.Emit(Opcode::kYIELD, target, value);
  emit_.Release(mark);
}

void Compiler::YieldFromInto(const ast::YieldFrom& node, uint32_t target) {
  uint32_t mark = emit_.top();
  uint32_t iterator = emit_.Temporary();
  Into(node.value, iterator);
  emit_.At(node);
  emit_.Emit(Opcode::kGET_YIELD_FROM_ITER, iterator, iterator);
  Delegate(iterator, target);
  emit_.Release(mark);
}

// The result of an iterator that gets whatever is sent or thrown in, at the position that is set.
void Compiler::Delegate(uint32_t iterator, uint32_t target) {
  uint32_t result = emit_.Temporary();
  LoadValue(kNone, result);
  Label again, done;
  emit_.Bind(again);
  emit_.Emit(Opcode::kSEND, result, iterator, result);
  emit_.Jump(done);
  emit_.Emit(Opcode::kYIELD_FROM, result, result, iterator);
  emit_.Loop(again);
  emit_.Bind(done);
  emit_.Emit(Opcode::kMOVE, target, result);
  emit_.Release(result);
}

}  // namespace garter
