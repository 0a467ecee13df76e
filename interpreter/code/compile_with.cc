// with: each item is a try whose two ways out call the manager's __exit__.
//
//     exit = the bound __exit__; target = __enter__()
//     body (or the next item)            ─┐ on exception
//     resume = 0                          │
//   F: exit(None, None, None)             │   `return`, `break`, `continue` come here with their number in `resume`
//     resume 0: done; else go on with it  │
//   H: saved = handled                   ◀─┘
//     exit(type, value, traceback)
//     true: handled = saved, done;  false: handled = saved, raise again
//   C: what __exit__ raises itself at H
//     handled = saved; raise again
//
// What __exit__ raises at F is not told to it again: F lies outside of the region that H guards.
#include "interpreter/code/compilation.h"

namespace garter {

void Compiler::WithItems(ListRef items, uint32_t index, ListRef body, bool is_async) {
  auto list = tree_.List(items);
  if (index == list.size()) return Statements(body);
  if (!Enter()) return Leave();
  auto& item = tree_.Get<ast::WithItem>(list[index]);
  const Node& shown = tree_.At(item.context_expr);
  uint32_t exit = emit_.Temporaries(2);  // the method and its first argument
  uint32_t base = emit_.top();
  uint32_t resume = base, value = base + 1, saved = base + 2;
  uint64_t entry = assigned_ & ~unbinds_;
  uint32_t manager = emit_.Temporary();
  Into(item.context_expr, manager);
  emit_.At(shown);
  EnterManager(manager, exit, manager, is_async);

  Label leave, done, suppressed;
  Surrounding around = {Surrounding::kFinally, surrounding_};
  around.resume = resume;
  around.body = &leave;
  surrounding_ = &around;
  uint32_t start = emit_.position();
  if (item.optional_vars) Store(item.optional_vars, manager);
  emit_.Release(base);
  WithItems(items, index + 1, body, is_async);
  uint32_t end = emit_.position();
  surrounding_ = around.outer;
  uint64_t assigned = assigned_;

  emit_.Temporaries(3);
  emit_.At(shown);
  emit_.Emit(Opcode::kLOAD_INT, resume, 0);
  emit_.Bind(leave);
  CallExit(exit, kNoRegister, emit_.Temporary(), is_async);
  emit_.Release(saved + 1);
  if (around.exits[0] || around.exits[1] || around.exits[2]) {
    emit_.JumpWith(Opcode::kJUMP_FALSE, resume, done);
    ResumeExits(around, assigned & entry);
    emit_.Emit(Opcode::kUNREACHABLE);
  } else {
    emit_.Jump(done);
  }

  emit_.Catch(start, end, value, base);
  emit_.Emit(Opcode::kENTER_HANDLER, saved, value);
  uint32_t handler_start = emit_.position();
  uint32_t answer = emit_.Temporary();
  emit_.At(shown);
  CallExit(exit, value, answer, is_async);
  emit_.JumpWith(Opcode::kJUMP_TRUE, answer, suppressed);
  uint32_t handler_end = emit_.position();
  emit_.At(Location{});
  emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
  emit_.Emit(Opcode::kRERAISE, value);
  emit_.Bind(suppressed);
  emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
  emit_.Jump(done);
  emit_.Catch(handler_start, handler_end, answer, answer);
  emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
  emit_.Emit(Opcode::kRERAISE, answer);
  emit_.Bind(done);
  assigned_ = assigned & entry;  // the exception that was suppressed may have come before anything
  emit_.Release(exit);
  Leave();
}

// What the method of an asynchronous manager answered is awaited; `context` as in GET_AWAITABLE.
void Compiler::AwaitManager(uint32_t target, uint32_t context) {
  uint32_t iterator = emit_.Temporary();
  emit_.Emit(Opcode::kGET_AWAITABLE, iterator, target, context);
  Delegate(iterator, target);
  emit_.Release(iterator);
}

// Looks both methods up, __exit__ first, and leaves what __enter__ answers in `target`.
void Compiler::EnterManager(uint32_t manager, uint32_t exit, uint32_t target, bool is_async) {
  auto number = [&](SpecialMethod plain, SpecialMethod async) {
    return static_cast<uint32_t>(is_async ? async : plain);
  };
  uint32_t window = emit_.Temporaries(kFrameWords + 1);
  emit_.Release(window);
  emit_.Emit(Opcode::kLOAD_SPECIAL, window, manager, number(SpecialMethod::kExit, SpecialMethod::kAsyncExit));
  emit_.Temporaries(kFrameWords + 1);
  emit_.Emit(Opcode::kMOVE, exit, window);
  emit_.Emit(Opcode::kMOVE, exit + 1, window + kFrameWords);
  emit_.Release(window);
  emit_.Emit(Opcode::kLOAD_SPECIAL, window, manager, number(SpecialMethod::kEnter, SpecialMethod::kAsyncEnter));
  emit_.Temporaries(kFrameWords + 1);
  emit_.Emit(Opcode::kCALL_METHOD, target, window, 0);
  emit_.Release(window);
  if (is_async) AwaitManager(target, 1);
}

// target = exit(None, None, None), or exit(type, value, traceback) of the exception.
void Compiler::CallExit(uint32_t exit, uint32_t exception, uint32_t target, bool is_async) {
  uint32_t window = emit_.Temporaries(kFrameWords + 4);
  emit_.Emit(Opcode::kMOVE, window, exit);
  emit_.Emit(Opcode::kMOVE, window + kFrameWords, exit + 1);
  if (exception == kNoRegister) {
    for (uint32_t i = 1; i <= 3; ++i) LoadValue(kNone, window + kFrameWords + i);
  } else {
    emit_.Emit(Opcode::kEXCEPTION_PARTS, window + kFrameWords + 1, exception);
  }
  emit_.Emit(Opcode::kCALL_METHOD, target, window, 3);
  emit_.Release(window);
  if (is_async) AwaitManager(target, 2);
}

}  // namespace garter
