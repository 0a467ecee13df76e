// Statements but assignments and try: branches, loops, and the ways out of them.
#include "interpreter/code/compilation.h"

namespace garter {

void Compiler::Statements(ListRef list) {
  for (NodeRef statement : tree_.List(list)) {
    if (stopped()) return;
    Statement(statement);
  }
}

void Compiler::Statement(NodeRef ref) {
  if (!meter_.Charge(1)) emit_.Stop();
  if (!Enter()) return Leave();
  const Node& node = tree_.At(ref);
  uint32_t mark = emit_.top();
  emit_.At(node);
  switch (node.kind) {
    case NodeKind::kExpr: {
      NodeRef value = tree_.Get<ast::Expr>(ref).value;
      if (code_ == 0 && tree_.Kind(tree_.root()) == NodeKind::kInteractive) {
        uint32_t window = CallNative(Internal::kDisplay);
        Into(value, emit_.Temporary());
        emit_.Emit(Opcode::kCALL, window, window, 1);
        break;
      }
      bool is_complex = false;
      if (auto* constant = tree_.GetIf<ast::Constant>(value)) {
        is_complex = constant->value.type == ConstantType::kComplex;
        if (!is_complex) break;
      }
      Operand(value);
      break;
    }
    case NodeKind::kAssign:
      Assign(tree_.Get<ast::Assign>(ref));
      break;
    case NodeKind::kAugAssign:
      AugmentedAssign(tree_.Get<ast::AugAssign>(ref));
      break;
    case NodeKind::kAnnAssign:
      AnnotatedAssign(tree_.Get<ast::AnnAssign>(ref));
      break;
    case NodeKind::kIf:
      IfStatement(ref);
      break;
    case NodeKind::kWhile:
      WhileStatement(tree_.Get<ast::While>(ref));
      break;
    case NodeKind::kFor:
      ForStatement(tree_.Get<ast::For>(ref));
      break;
    case NodeKind::kAsyncFor:
      AsyncForStatement(tree_.Get<ast::AsyncFor>(ref));
      break;
    case NodeKind::kFunctionDef:
    case NodeKind::kAsyncFunctionDef:
      FunctionDefinition(*FunctionAt(tree_, ref), ref);
      break;
    case NodeKind::kClassDef:
      ClassDefinition(tree_.Get<ast::ClassDef>(ref), ref);
      break;
    case NodeKind::kReturn:
      ReturnStatement(tree_.Get<ast::Return>(ref));
      break;
    case NodeKind::kBreak:
      LeaveWith(Exit::kBreak, kNoRegister);
      break;
    case NodeKind::kContinue:
      LeaveWith(Exit::kContinue, kNoRegister);
      break;
    case NodeKind::kDelete:
      for (NodeRef target : tree_.List(tree_.Get<ast::Delete>(ref).targets)) DeleteTarget(target);
      break;
    case NodeKind::kRaise:
      RaiseStatement(tree_.Get<ast::Raise>(ref));
      break;
    case NodeKind::kAssert:
      AssertStatement(tree_.Get<ast::Assert>(ref));
      break;
    case NodeKind::kTry: {
      auto& tried = tree_.Get<ast::Try>(ref);
      TryStatement({tried.body, tried.handlers, tried.orelse, tried.finalbody, false});
      break;
    }
    case NodeKind::kTryStar: {
      auto& tried = tree_.Get<ast::TryStar>(ref);
      TryStatement({tried.body, tried.handlers, tried.orelse, tried.finalbody, true});
      break;
    }
    case NodeKind::kImport:
      ImportStatement(tree_.Get<ast::Import>(ref));
      break;
    case NodeKind::kImportFrom:
      ImportFromStatement(tree_.Get<ast::ImportFrom>(ref));
      break;
    case NodeKind::kWith: {
      auto& with = tree_.Get<ast::With>(ref);
      WithItems(with.items, 0, with.body, false);
      break;
    }
    case NodeKind::kAsyncWith: {
      auto& with = tree_.Get<ast::AsyncWith>(ref);
      WithItems(with.items, 0, with.body, true);
      break;
    }
    case NodeKind::kMatch:
      MatchStatement(tree_.Get<ast::Match>(ref));
      break;
    case NodeKind::kGlobal:
    case NodeKind::kNonlocal:
    case NodeKind::kPass:
      break;
    default:
      CHECK(false);  // features.def lets nothing else through
  }
  emit_.Release(mark);
  Leave();
}

void Compiler::IfStatement(NodeRef ref) {
  Label end;
  uint64_t assigned_at_end = ~uint64_t{0};
  while (!stopped()) {
    auto& node = tree_.Get<ast::If>(ref);
    auto orelse = tree_.List(node.orelse);
    int truth = ConstantTruth(node.test);
    Label next;
    if (truth < 0) JumpIf(node.test, next, false);
    uint64_t assigned = assigned_;
    if (truth != 0) Statements(node.body);
    if (truth > 0) break;
    if (truth < 0) {
      assigned_at_end &= assigned_;
      if (!orelse.empty()) emit_.Jump(end);
      assigned_ = assigned;
    }
    emit_.Bind(next);
    if (orelse.size() != 1 || tree_.Kind(orelse[0]) != NodeKind::kIf) {
      Statements(node.orelse);
      break;
    }
    ref = orelse[0];
    if (!meter_.Charge(1)) emit_.Stop();
  }
  assigned_ &= assigned_at_end;
  emit_.Bind(end);
}

void Compiler::WhileStatement(const ast::While& node) {
  int truth = ConstantTruth(node.test);
  if (truth == 0) return Statements(node.orelse);
  Label head, exhausted, end;
  assigned_ &= ~unbinds_;
  emit_.Bind(head);
  if (truth < 0) JumpIf(node.test, exhausted, false);
  uint64_t assigned = truth < 0 ? assigned_ : ~uint64_t{0};
  Surrounding loop = {Surrounding::kLoop, surrounding_};
  loop.end = Mutant(11) ? &exhausted : &end;
  loop.head = &head;
  surrounding_ = &loop;
  Statements(node.body);
  surrounding_ = loop.outer;
  emit_.At(node);
  emit_.Loop(head);
  emit_.Bind(exhausted);
  assigned_ = assigned;
  Statements(node.orelse);
  assigned_ &= loop.assigned_at_break;
  emit_.Bind(end);
}

void Compiler::ForStatement(const ast::For& node) {
  uint32_t iterator = emit_.Temporary();
  IterableInto(node.iter, iterator);
  const Node& iterable = tree_.At(node.iter);
  emit_.At(iterable);
  emit_.Emit(Opcode::kGET_ITER, iterator, iterator);
  Label head, exhausted, end;
  assigned_ &= ~unbinds_;
  uint64_t assigned = assigned_;
  emit_.Bind(head);
  uint32_t variable = VariableTarget(node.target);
  uint32_t item = variable != kNoRegister ? variable : emit_.Temporary();
  emit_.Emit(Opcode::kFOR_ITER, item, iterator);
  emit_.Jump(exhausted);
  Store(node.target, item);
  emit_.Release(iterator + 1);
  Surrounding loop = {Surrounding::kLoop, surrounding_};
  loop.end = Mutant(11) ? &exhausted : &end;
  loop.head = &head;
  surrounding_ = &loop;
  Statements(node.body);
  surrounding_ = loop.outer;
  emit_.At(iterable);
  emit_.Loop(head);
  emit_.Bind(exhausted);
  assigned_ = assigned;
  emit_.Release(iterator);
  Statements(node.orelse);
  assigned_ &= loop.assigned_at_break;
  emit_.Bind(end);
}

void Compiler::ReturnStatement(const ast::Return& node) {
  bool is_plain = true;
  for (Surrounding* s = surrounding_; s != nullptr; s = s->outer) is_plain &= s->kind == Surrounding::kLoop;
  if (is_plain && !node.value) {
    emit_.Emit(Opcode::kRETURN_NONE);
    assigned_ = ~uint64_t{0};
    return;
  }
  uint32_t value = kNoRegister;
  if (is_plain) {
    value = Operand(node.value);
  } else {
    // A `finally` on the way may change the variable, not the value that is returned.
    value = emit_.Temporary();
    BoundInto(node.value, value);
  }
  emit_.At(node);
  LeaveWith(Exit::kReturn, value);
}

// Goes out of the blocks around, innermost first, up to the loop or out of the function. A `finally` on the way is
// told how to go on afterwards.
void Compiler::LeaveWith(Exit exit, uint32_t value) {
  Surrounding* s = surrounding_;
  for (; s != nullptr && !stopped(); s = s->outer) {
    if (s->kind == Surrounding::kLoop) {
      if (exit == Exit::kReturn) continue;
      if (exit == Exit::kBreak) {
        s->assigned_at_break &= assigned_;
        emit_.Jump(*s->end);
      } else {
        emit_.Loop(*s->head);
      }
      break;
    }
    if (Mutant(12) && s->kind == Surrounding::kFinally && exit != Exit::kReturn) continue;
    if (s->kind != Surrounding::kFinally) {
      LeaveSurrounding(*s);
      continue;
    }
    if (exit == Exit::kReturn && value != s->resume + 1) emit_.Emit(Opcode::kMOVE, s->resume + 1, value);
    emit_.Emit(Opcode::kLOAD_INT, s->resume, 2 + static_cast<uint32_t>(exit));
    emit_.Jump(*s->body);
    s->exits[static_cast<int>(exit)] = true;
    break;
  }
  if (s == nullptr && exit == Exit::kReturn) emit_.Emit(Opcode::kRETURN, value);
  assigned_ = ~uint64_t{0};  // nothing comes here
}

// Undoes what entering a handler, or a `finally` after an exception, did.
void Compiler::LeaveSurrounding(const Surrounding& s) {
  if (s.kind == Surrounding::kHandler) {
    if (s.name != nullptr) ClearName(*s.name);
    return emit_.Emit(Opcode::kLEAVE_HANDLER, s.saved);
  }
  Label skip;
  uint32_t one = constants_.OfValue(Value::SmallInt(1));
  if (one == kNoConstant) emit_.Stop();
  if (one <= kMaxSmallConstant) {
    Fused(Opcode::kJUMP_EQUAL_K, s.resume, one, false, skip);
  } else {
    uint32_t reg = emit_.Temporary();
    LoadValue(Value::SmallInt(1), reg);
    Fused(Opcode::kJUMP_IS, s.resume, reg, false, skip);
    emit_.Release(reg);
  }
  emit_.Emit(Opcode::kLEAVE_HANDLER, s.saved);
  emit_.Bind(skip);
}

void Compiler::RaiseStatement(const ast::Raise& node) {
  if (!node.exc) {
    emit_.Emit(Opcode::kRAISE_AGAIN);
  } else {
    uint32_t exception = Operand(node.exc, node.cause);
    uint32_t cause = node.cause ? Operand(node.cause) : exception;
    emit_.At(node);
    emit_.Emit(Opcode::kRAISE, exception, cause, static_cast<bool>(node.cause));
  }
  assigned_ = ~uint64_t{0};
}

void Compiler::AssertStatement(const ast::Assert& node) {
  Label holds;
  JumpIf(node.test, holds, true);
  uint64_t assigned = assigned_;
  uint32_t message = node.msg ? Operand(node.msg) : 0;
  emit_.At(tree_.At(node.test));
  emit_.Emit(Opcode::kASSERT_FAIL, message, static_cast<bool>(node.msg));
  assigned_ = assigned;
  emit_.Bind(holds);
}

void Compiler::DeleteTarget(NodeRef ref) {
  if (!Enter()) return Leave();
  const Node& node = tree_.At(ref);
  uint32_t mark = emit_.top();
  emit_.At(node);
  if (auto* name = tree_.GetIf<ast::Name>(ref)) {
    DeleteName(name->id);
  } else if (auto* attribute = tree_.GetIf<ast::Attribute>(ref)) {
    uint32_t object = Operand(attribute->value);
    AtAttribute(node, *attribute);
    AttributeAccess(Opcode::kDELETE_ATTRIBUTE, object, 0, *attribute);
  } else if (auto* subscript = tree_.GetIf<ast::Subscript>(ref)) {
    uint32_t container = Operand(subscript->value, subscript->slice);
    uint32_t index = Operand(subscript->slice);
    emit_.At(node);
    emit_.Emit(Opcode::kDELETE_SUBSCRIPT, container, index);
  } else {
    ListRef elements = node.kind == NodeKind::kTuple ? tree_.Get<ast::Tuple>(ref).elts : tree_.Get<ast::List>(ref).elts;
    for (NodeRef element : tree_.List(elements)) DeleteTarget(element);
  }
  emit_.Release(mark);
  Leave();
}

}  // namespace garter
