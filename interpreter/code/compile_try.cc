// try, except, finally.
//
//   try-except                               try-finally
//     body               ─┐ on exception       body                   ─┐ on exception
//     orelse              │                    resume = 0              │
//     jump done           │                  F: finally body           │
//   H: saved = handled  ◀─┘                    resume 0: done          │
//     match, bind, handler body                resume 1: restore `handled`, raise again
//     handled = saved; jump done               resume 2, 3, 4: go on with return, break, continue
//     no match: handled = saved, raise again H: saved = handled; resume = 1; jump F  ◀─┘
//   C: what a handler raises itself          C: what the finally body raises itself
//     handled = saved; raise again             if resume is 1: handled = saved; raise again
//
// except* differs in its handlers alone (StarHandlers). A `finally` body is compiled once (CPython compiles it for each way in); `return`, `break` and `continue` reach it
// with their number in the register `resume` and a returned value in the next one.
#include "interpreter/code/compilation.h"

namespace garter {

void Compiler::TryStatement(const TryParts& parts) {
  if (tree_.List(parts.finalbody).empty()) return TryExcept(parts);
  TryFinally(parts);
}

void Compiler::TryExcept(const TryParts& parts) {
  if (tree_.List(parts.handlers).empty()) {
    Statements(parts.body);
    return Statements(parts.orelse);
  }
  uint32_t base = emit_.top();
  uint64_t entry = assigned_ & ~unbinds_;
  Label done;
  uint32_t start = emit_.position();
  Statements(parts.body);
  uint32_t end = emit_.position();
  Statements(parts.orelse);
  emit_.Jump(done);
  uint64_t assigned = assigned_;
  emit_.Catch(start, end, base, base);
  assigned &= parts.is_star ? StarHandlers(parts.handlers, base, done, entry)
                            : ExceptHandlers(parts.handlers, base, done, entry);
  assigned_ = assigned;
  emit_.Bind(done);
  emit_.Release(base);
}

// The exception is in register `base`. Answers what is assigned at the end of whichever handler runs.
uint64_t Compiler::ExceptHandlers(ListRef handlers, uint32_t base, Label& done, uint64_t entry) {
  uint32_t exception = emit_.Temporary();
  uint32_t saved = emit_.Temporary();
  uint64_t assigned = ~uint64_t{0};
  emit_.At(Location{});
  emit_.Emit(Opcode::kENTER_HANDLER, saved, exception);
  uint32_t start = emit_.position();
  bool catches_all = false;
  for (NodeRef ref : tree_.List(handlers)) {
    if (stopped()) return 0;
    auto& handler = tree_.Get<ast::ExceptHandler>(ref);
    Label next;
    assigned_ = entry;
    if (handler.type) {
      uint32_t matches = emit_.Temporary();
      uint32_t types = OperandVia(handler.type, matches);
      emit_.At(handler);
      emit_.Emit(Opcode::kMATCH_EXCEPTION, matches, exception, types);
      emit_.JumpWith(Opcode::kJUMP_FALSE, matches, next);
      emit_.Release(matches);
    }
    catches_all = !handler.type;
    HandlerBody(handler, exception, saved);
    assigned &= assigned_;
    emit_.Jump(done);
    if (handler.name != 0) HandlerCleanup(handler, saved);
    emit_.Bind(next);
  }
  uint32_t end = emit_.position();
  emit_.At(Location{});
  if (!catches_all) {
    emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
    emit_.Emit(Opcode::kRERAISE, exception);
  }
  uint32_t raised = emit_.Temporary();
  emit_.Catch(start, end, raised, base + 2);
  emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
  emit_.Emit(Opcode::kRERAISE, raised);
  return assigned;
}

void Compiler::HandlerBody(const ast::ExceptHandler& handler, uint32_t exception, uint32_t saved) {
  Surrounding around = {Surrounding::kHandler, surrounding_};
  around.saved = saved;
  if (handler.name != 0) {
    around.name = &scopes_.Find(handler.name);
    StoreName(handler.name, exception);
  }
  surrounding_ = &around;
  uint32_t start = emit_.position();
  Statements(handler.body);
  surrounding_ = around.outer;
  handler_start_ = start;
  handler_end_ = emit_.position();
  emit_.At(Location{});
  if (around.name != nullptr) ClearName(*around.name);
  emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
}

// What the body of `except ... as name` raises leaves no name behind.
void Compiler::HandlerCleanup(const ast::ExceptHandler& handler, uint32_t saved) {
  uint32_t raised = emit_.Temporary();
  emit_.Catch(handler_start_, handler_end_, raised, raised);
  ClearName(scopes_.Find(handler.name));
  emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
  emit_.Emit(Opcode::kRERAISE, raised);
  emit_.Release(raised);
}

// except*: each clause takes its part of the exception, and what is left goes to the next. What they raise, and what
// nobody took, is gathered in a list; out of it comes what is raised in the end.
uint64_t Compiler::StarHandlers(ListRef handlers, uint32_t base, Label& done, uint64_t entry) {
  auto list = tree_.List(handlers);
  uint32_t exception = emit_.Temporary();
  uint32_t saved = emit_.Temporary();
  uint32_t parts = emit_.Temporaries(2);  // what the clause takes, what is left
  uint32_t raised = emit_.Temporary();
  emit_.At(Location{});
  emit_.Emit(Opcode::kENTER_HANDLER, saved, exception);
  uint32_t start = emit_.position();
  emit_.At(tree_.At(list[0]));
  emit_.Emit(Opcode::kBUILD_LIST, raised, raised, 0);
  emit_.Emit(Opcode::kMOVE, parts + 1, exception);
  for (NodeRef ref : list) {
    if (stopped()) return 0;
    assigned_ = entry;
    StarHandler(tree_.Get<ast::ExceptHandler>(ref), parts, raised);
  }
  emit_.At(Location{});
  emit_.Emit(Opcode::kLIST_APPEND, raised, parts + 1);
  uint32_t result = emit_.Temporary();
  Label nothing;
  emit_.Emit(Opcode::kRAISED_GROUP, result, exception, raised);
  Fused(Opcode::kJUMP_IS_NONE, result, 0, true, nothing);
  uint32_t end = emit_.position();
  emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
  emit_.Emit(Opcode::kRERAISE, result);
  emit_.Bind(nothing);
  emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
  emit_.Jump(done);
  emit_.Catch(start, end, result, base + 2);
  emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
  emit_.Emit(Opcode::kRERAISE, result);
  return entry & ~unbinds_;
}

void Compiler::StarHandler(const ast::ExceptHandler& handler, uint32_t parts, uint32_t raised) {
  Label next;
  uint32_t types = Operand(handler.type);
  emit_.At(handler);
  emit_.Emit(Opcode::kMATCH_GROUP, parts, parts + 1, types);
  emit_.Release(raised + 1);
  Fused(Opcode::kJUMP_IS_NONE, parts, 0, true, next);
  emit_.Emit(Opcode::kLEAVE_HANDLER, parts);  // the part is what is handled from here
  if (handler.name != 0) StoreName(handler.name, parts);
  uint32_t start = emit_.position();
  Statements(handler.body);
  uint32_t end = emit_.position();
  emit_.At(Location{});
  if (handler.name != 0) ClearName(scopes_.Find(handler.name));
  emit_.Jump(next);
  uint32_t exception = emit_.Temporary();
  emit_.Catch(start, end, exception, exception);
  if (handler.name != 0) ClearName(scopes_.Find(handler.name));
  emit_.Emit(Opcode::kLIST_APPEND, raised, exception);
  emit_.Release(exception);
  emit_.Bind(next);
}

void Compiler::TryFinally(const TryParts& parts) {
  uint32_t base = emit_.top();
  uint32_t resume = base, value = base + 1, saved = base + 2;
  uint64_t entry = assigned_ & ~unbinds_;
  Label body, done;
  Surrounding around = {Surrounding::kFinally, surrounding_};
  around.resume = resume;
  around.body = &body;
  surrounding_ = &around;
  uint32_t start = emit_.position();
  TryExcept(parts);
  uint32_t end = emit_.position();
  surrounding_ = around.outer;
  uint64_t assigned = assigned_ & ~unbinds_;
  emit_.Temporaries(3);
  emit_.At(Location{});
  emit_.Emit(Opcode::kLOAD_INT, resume, 0);
  emit_.Bind(body);

  assigned_ = entry;
  Surrounding inside = {Surrounding::kFinallyBody, surrounding_};
  inside.resume = resume;
  inside.saved = saved;
  surrounding_ = &inside;
  uint32_t body_start = emit_.position();
  Statements(parts.finalbody);
  uint32_t body_end = emit_.position();
  surrounding_ = inside.outer;
  uint64_t after_body = assigned_;

  emit_.At(Location{});
  emit_.JumpWith(Opcode::kJUMP_FALSE, resume, done);
  ResumeExits(around, after_body);
  emit_.Emit(Opcode::kLEAVE_HANDLER, saved);
  emit_.Emit(Opcode::kRERAISE, value);

  emit_.Catch(start, end, value, base);
  emit_.Emit(Opcode::kENTER_HANDLER, saved, value);
  emit_.Emit(Opcode::kLOAD_INT, resume, 1);
  emit_.Jump(body);

  uint32_t raised = emit_.Temporary();
  emit_.Catch(body_start, body_end, raised, raised);
  LeaveSurrounding(inside);
  emit_.Emit(Opcode::kRERAISE, raised);
  emit_.Bind(done);
  assigned_ = assigned | after_body;
  emit_.Release(base);
}

// After a `finally` body: goes on with the `return`, `break` or `continue` that came through it.
void Compiler::ResumeExits(const Surrounding& around, uint64_t assigned) {
  for (int i = 0; i < 3 && !stopped(); ++i) {
    if (!around.exits[i]) continue;
    Label other;
    uint32_t number = emit_.Temporary();
    LoadValue(Value::SmallInt(2 + i), number);
    Fused(Opcode::kJUMP_IS, around.resume, number, false, other);
    emit_.Release(number);
    assigned_ = assigned;
    LeaveWith(static_cast<Exit>(i), around.resume + 1);
    emit_.Bind(other);
  }
}

}  // namespace garter
