// Comprehensions. Those of lists, sets and dicts run in the frame around them with registers of their own (PEP 709);
// a generator expression is a function of one parameter, the iterator of its first `for`.
#include "interpreter/code/compilation.h"

namespace garter {

void Compiler::ComprehensionInto(NodeRef ref, uint32_t target) {
  const Node& node = tree_.At(ref);
  Element element = {Opcode::kLIST_APPEND, target, {}, {}, &node};
  Opcode build = Opcode::kBUILD_LIST;
  ListRef generators;
  if (auto* list = tree_.GetIf<ast::ListComp>(ref)) {
    element.element = list->elt;
    generators = list->generators;
  } else if (auto* set = tree_.GetIf<ast::SetComp>(ref)) {
    element.op = Opcode::kSET_ADD;
    element.element = set->elt;
    generators = set->generators;
    build = Opcode::kBUILD_SET;
  } else {
    auto& dict = tree_.Get<ast::DictComp>(ref);
    element.op = Opcode::kDICT_SET;
    element.element = dict.key;
    element.value = dict.value;
    generators = dict.generators;
    build = Opcode::kBUILD_DICT;
  }
  uint32_t mark = emit_.top();
  auto list = tree_.List(generators);
  auto& first = tree_.Get<ast::Comprehension>(list[0]);
  uint32_t iterator = emit_.Temporary();
  IteratorOf(first, iterator);
  if (stopped()) return;
  uint32_t outer = scope_;
  scope_ = scopes_.ScopeOf(ref);
  scopes_.Open(scope_);
  FreshVariables(list.size() > 1);
  emit_.At(node);
  emit_.Emit(build, target, target, 0);
  uint64_t assigned = assigned_;
  Generators(generators, 0, iterator, element);
  assigned_ &= assigned;
  ForgetVariables();
  scopes_.Close(scope_);
  scope_ = outer;
  emit_.Release(mark);
}

// After a comprehension its variables are no locals of the frame any more. Only who asks for locals can tell.
void Compiler::ForgetVariables() {
  bool asks = false;
  for (const char* name : {"locals", "vars", "dir", "eval", "exec"}) {
    asks = asks || tree_.names().Find(scratch_, name) != 0;
  }
  if (!asks) return;
  for (uint32_t s = scopes_.scopes[scope_].first_symbol; s != 0; s = scopes_.symbols[s].next) {
    const Symbol& symbol = scopes_.symbols[s];
    bool own = symbol.binding == Binding::kCell || symbol.binding == Binding::kLocal;
    if (own && symbol.Has(Symbol::kIterationVariable)) emit_.Emit(Opcode::kCLEAR, symbol.slot);
  }
}

// The iterator that a `for` or `async for` of a comprehension goes over.
void Compiler::IteratorOf(const ast::Comprehension& generator, uint32_t target) {
  if (generator.is_async)
    Into(generator.iter, target);
  else
    IterableInto(generator.iter, target);
  emit_.At(tree_.At(generator.iter));
  emit_.Emit(generator.is_async ? Opcode::kGET_AITER : Opcode::kGET_ITER, target, target);
}

// The variables of a comprehension are new each time it is evaluated. Where there is one `for` its target is assigned
// before anything can read it, so that only cells need be made.
void Compiler::FreshVariables(bool may_be_read_early) {
  for (uint32_t s = scopes_.scopes[scope_].first_symbol; s != 0; s = scopes_.symbols[s].next) {
    const Symbol& symbol = scopes_.symbols[s];
    if (symbol.binding == Binding::kCell) {
      emit_.Emit(Opcode::kCLEAR, symbol.slot);
      emit_.Emit(Opcode::kMAKE_CELL, symbol.slot);
    } else if (symbol.binding == Binding::kLocal && may_be_read_early) {
      emit_.Emit(Opcode::kCLEAR, symbol.slot);
    }
  }
}

void Compiler::Generators(ListRef generators, uint32_t index, uint32_t iterator, const Element& element) {
  if (!Enter()) return Leave();
  auto list = tree_.List(generators);
  auto& generator = tree_.Get<ast::Comprehension>(list[index]);
  uint32_t mark = emit_.top();
  Label head, exhausted, next;
  emit_.Bind(head);
  uint32_t variable = VariableTarget(generator.target);
  uint32_t item = variable != kNoRegister ? variable : emit_.Temporary();
  emit_.At(tree_.At(generator.iter));
  AsyncNext next_item = {};
  if (generator.is_async) {
    emit_.At(*element.whole);
    next_item = NextAwaited(iterator, item);
  } else {
    emit_.Emit(Opcode::kFOR_ITER, item, iterator);
    emit_.Jump(exhausted);
  }
  Store(generator.target, item);
  emit_.Release(mark);
  for (NodeRef condition : tree_.List(generator.ifs)) {
    if (stopped()) break;
    JumpIf(condition, next, false);
  }
  if (index + 1 == list.size()) {
    EmitElement(element);
  } else {
    uint32_t inner = emit_.Temporary();
    IteratorOf(tree_.Get<ast::Comprehension>(list[index + 1]), inner);
    Generators(generators, index + 1, inner, element);
  }
  emit_.Bind(next);
  emit_.At(tree_.At(generator.iter));
  emit_.Loop(head);
  if (generator.is_async) AsyncExhausted(next_item, exhausted);
  emit_.Bind(exhausted);
  emit_.Release(mark);
  Leave();
}

void Compiler::EmitElement(const Element& element) {
  uint32_t mark = emit_.top();
  const Node& node = tree_.At(element.element);
  uint32_t value = Operand(element.element, element.value);
  emit_.At(node);
  if (element.op == Opcode::kYIELD) {
    emit_.Emit(Opcode::kYIELD, emit_.Temporary(), value);
  } else if (element.value) {
    const Node& last = tree_.At(element.value);
    uint32_t second = Operand(element.value);
    emit_.At(Location{node.lineno, last.end_lineno, node.col_offset, last.end_col_offset});
    emit_.Emit(element.op, element.collection, value, second);
  } else {
    emit_.Emit(element.op, element.collection, value);
  }
  emit_.Release(mark);
}

void Compiler::GeneratorExpressionInto(NodeRef ref, uint32_t target) {
  auto& node = tree_.Get<ast::GeneratorExp>(ref);
  uint32_t mark = emit_.top();
  uint32_t window = emit_.Temporary();
  MakeFunction(ref, nullptr, 0, "<genexpr>", window);
  emit_.Temporaries(2);
  uint32_t iterator = emit_.Temporary();
  IteratorOf(tree_.Get<ast::Comprehension>(tree_.List(node.generators)[0]), iterator);
  emit_.At(node);
  emit_.Emit(Opcode::kCALL, target, window, 1);
  emit_.Release(mark);
}

void Compiler::GeneratorBody(const ast::GeneratorExp& node) {
  emit_.Emit(Opcode::kMAKE_GENERATOR);
  MakeCells();
  Generators(node.generators, 0, 0, {Opcode::kYIELD, 0, node.elt, {}, &node});
  emit_.Emit(Opcode::kRETURN_NONE);
}

}  // namespace garter
