// yield, yield from, await, async for: where a frame is left and entered again.
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

// `async def` has the fields of `def`.
const ast::FunctionDef* Compiler::FunctionAt(const Ast& tree, NodeRef ref) {
  static_assert(sizeof(ast::AsyncFunctionDef) == sizeof(ast::FunctionDef));
  if (auto* def = tree.GetIf<ast::AsyncFunctionDef>(ref)) return reinterpret_cast<const ast::FunctionDef*>(def);
  return tree.GetIf<ast::FunctionDef>(ref);
}

void Compiler::AwaitInto(const ast::Await& node, uint32_t target) {
  uint32_t mark = emit_.top();
  uint32_t iterator = emit_.Temporary();
  Into(node.value, iterator);
  emit_.At(node);
  emit_.Emit(Opcode::kGET_AWAITABLE, iterator, iterator, 0);
  Delegate(iterator, target);
  emit_.Release(mark);
}

// Leaves the next item of an asynchronous iterator in `item`, at the position that is set.
Compiler::AsyncNext Compiler::NextAwaited(uint32_t iterator, uint32_t item) {
  uint32_t start = emit_.position();
  uint32_t awaited = emit_.Temporary();
  emit_.Emit(Opcode::kGET_ANEXT, awaited, iterator);
  Delegate(awaited, item);
  emit_.Release(awaited);
  return {start, emit_.position()};
}

// The way from StopAsyncIteration, raised while the next item was waited for, to the label.
void Compiler::AsyncExhausted(const AsyncNext& next, Label& exhausted) {
  uint32_t raised = emit_.Temporary();
  emit_.Catch(next.start, next.end, raised, raised);
  emit_.Emit(Opcode::kEND_ASYNC_FOR, raised);
  emit_.Jump(exhausted);
  // The JUMP is always taken; a code has to end all the same.
  emit_.Release(raised);
}

void Compiler::AsyncForStatement(const ast::AsyncFor& node) {
  uint32_t iterator = emit_.Temporary();
  Into(node.iter, iterator);
  const Node& iterable = tree_.At(node.iter);
  emit_.At(iterable);
  emit_.Emit(Opcode::kGET_AITER, iterator, iterator);
  Label head, exhausted, end;
  assigned_ &= ~unbinds_;
  uint64_t assigned = assigned_;
  emit_.Bind(head);
  uint32_t variable = VariableTarget(node.target);
  uint32_t item = variable != kNoRegister ? variable : emit_.Temporary();
  emit_.At(node);
  AsyncNext next = NextAwaited(iterator, item);
  Store(node.target, item);
  emit_.Release(iterator + 1);
  Surrounding loop = {Surrounding::kLoop, surrounding_};
  loop.end = &end;
  loop.head = &head;
  surrounding_ = &loop;
  Statements(node.body);
  surrounding_ = loop.outer;
  emit_.At(iterable);
  emit_.Loop(head);
  AsyncExhausted(next, exhausted);
  emit_.Bind(exhausted);
  assigned_ = assigned;
  emit_.Release(iterator);
  Statements(node.orelse);
  assigned_ &= loop.assigned_at_break;
  emit_.Bind(end);
}

}  // namespace garter
