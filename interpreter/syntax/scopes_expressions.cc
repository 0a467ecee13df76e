// The walk over expressions. Chains that lean to one side (`a + b + c`, `a.b(c)[d]`, `- - x`, `a if b else c if d
// else e`) are walked with a loop and a stack in the arena: the native stack sees only real nesting.
#include "interpreter/syntax/scope_builder.h"

namespace garter {

void ScopeBuilder::Elements(ListRef list) {
  for (NodeRef element : tree_.List(list)) {
    if (stopped_) return;
    auto* starred = tree_.GetIf<ast::Starred>(element);
    if (starred != nullptr) Visit(*starred, element);
    Expression(starred != nullptr ? starred->value : element);
  }
}

void ScopeBuilder::Expressions(ListRef list) {
  for (NodeRef ref : tree_.List(list)) {
    if (stopped_) return;
    if (ref) Expression(ref);
  }
}

void ScopeBuilder::Expression(NodeRef ref) {
  const Node& node = tree_.At(ref);
  switch (node.kind) {
    case NodeKind::kName: {
      Visit(node, ref);
      if (stopped_) return;
      auto& name = tree_.Get<ast::Name>(ref);
      if (name.ctx == ExprContext::kLoad) return Add(name.id, Symbol::kUse, node, name.ctx);
      uint32_t flags = name.ctx == ExprContext::kDel ? Symbol::kBound | Symbol::kUnbinds : Symbol::kBound;
      return Add(name.id, flags, node, name.ctx);
    }
    case NodeKind::kConstant:
      return Visit(node, ref);
    case NodeKind::kBinOp:
      return BinaryChain(ref);
    case NodeKind::kAttribute:
    case NodeKind::kSubscript:
    case NodeKind::kCall:
      return PrimaryChain(ref);
    case NodeKind::kUnaryOp:
      return UnaryChain(ref);
    case NodeKind::kIfExp:
      return ConditionalChain(ref);
    default:
      return OtherExpression(ref);
  }
}

// a + b + c is ((a + b) + c): down the left side, then up again.
void ScopeBuilder::BinaryChain(NodeRef ref) {
  ScopeDepth depth(*this);
  uint32_t bottom = chain_.size();
  while (tree_.Kind(ref) == NodeKind::kBinOp) {
    Visit(tree_.At(ref), ref);
    if (!stopped_ && !chain_.Push(arena_, ref.offset)) OutOfMemory();
    if (chain_.size() - bottom > kMaxChain) TooDeep();
    if (stopped_) return;
    ref = tree_.Get<ast::BinOp>(ref).left;
  }
  Expression(ref);
  while (!stopped_ && chain_.size() > bottom) {
    NodeRef link{chain_.back()};
    chain_.Pop();
    Expression(tree_.Get<ast::BinOp>(link).right);
  }
}

void ScopeBuilder::PrimaryChain(NodeRef ref) {
  ScopeDepth depth(*this);
  uint32_t bottom = chain_.size();
  while (true) {
    const Node& node = tree_.At(ref);
    NodeRef inner;
    if (auto* attribute = tree_.GetIf<ast::Attribute>(ref)) {
      CheckName(attribute->attr, attribute->ctx, node);
      inner = attribute->value;
    } else if (auto* subscript = tree_.GetIf<ast::Subscript>(ref)) {
      if (subscript->ctx == ExprContext::kLoad) CheckSubscript(subscript->value, subscript->slice, node);
      inner = subscript->value;
    } else if (auto* call = tree_.GetIf<ast::Call>(ref)) {
      CheckCallee(tree_.At(call->func), node);
      CheckRepeatedKeywords(call->keywords);
      inner = call->func;
    } else {
      break;
    }
    Visit(node, ref);
    if (!stopped_ && !chain_.Push(arena_, ref.offset)) OutOfMemory();
    if (chain_.size() - bottom > kMaxChain) TooDeep();
    if (stopped_) return;
    ref = inner;
  }
  Expression(ref);
  while (!stopped_ && chain_.size() > bottom) {
    NodeRef link{chain_.back()};
    chain_.Pop();
    if (auto* subscript = tree_.GetIf<ast::Subscript>(link)) Expression(subscript->slice);
    if (auto* call = tree_.GetIf<ast::Call>(link)) {
      for (NodeRef argument : tree_.List(call->args)) {
        if (stopped_) return;
        auto* starred = tree_.GetIf<ast::Starred>(argument);
        Expression(starred != nullptr ? starred->value : argument);
      }
      Keywords(call->keywords);
    }
  }
}

void ScopeBuilder::UnaryChain(NodeRef ref) {
  ScopeDepth depth(*this);
  for (uint32_t length = 0; tree_.Kind(ref) == NodeKind::kUnaryOp; ++length) {
    Visit(tree_.At(ref), ref);
    if (length > kMaxChain) TooDeep();
    if (stopped_) return;
    ref = tree_.Get<ast::UnaryOp>(ref).operand;
  }
  Expression(ref);
}

void ScopeBuilder::ConditionalChain(NodeRef ref) {
  ScopeDepth depth(*this);
  while (auto* conditional = tree_.GetIf<ast::IfExp>(ref)) {
    Visit(*conditional, ref);
    if (stopped_) return;
    Expression(conditional->test);
    Expression(conditional->body);
    ref = conditional->orelse;
  }
  Expression(ref);
}

void ScopeBuilder::OtherExpression(NodeRef ref) {
  ScopeDepth depth(*this);
  const Node& node = tree_.At(ref);
  Visit(node, ref);
  if (stopped_) return;
  switch (node.kind) {
    case NodeKind::kLambda:
      return LambdaExpression(ref);
    case NodeKind::kNamedExpr:
      return NamedExpression(ref);
    case NodeKind::kListComp: {
      auto& comp = tree_.Get<ast::ListComp>(ref);
      return Comprehension(ref, ScopeKind::kListComp, comp.elt, {}, comp.generators);
    }
    case NodeKind::kSetComp: {
      auto& comp = tree_.Get<ast::SetComp>(ref);
      return Comprehension(ref, ScopeKind::kSetComp, comp.elt, {}, comp.generators);
    }
    case NodeKind::kDictComp: {
      auto& comp = tree_.Get<ast::DictComp>(ref);
      return Comprehension(ref, ScopeKind::kDictComp, comp.key, comp.value, comp.generators);
    }
    case NodeKind::kGeneratorExp: {
      auto& comp = tree_.Get<ast::GeneratorExp>(ref);
      return Comprehension(ref, ScopeKind::kGeneratorExp, comp.elt, {}, comp.generators);
    }
    case NodeKind::kCompare:
      CheckCompare(tree_.Get<ast::Compare>(ref));
      break;
    case NodeKind::kAwait:
      CheckNotInAnnotation("await expression", node);
      Await(node);
      break;
    case NodeKind::kYield:
      CheckNotInAnnotation("yield expression", node);
      CheckYieldPlace(node);
      if (auto value = tree_.Get<ast::Yield>(ref).value) Expression(value);
      return CheckYield(node);
    case NodeKind::kYieldFrom:
      CheckNotInAnnotation("yield expression", node);
      CheckYieldPlace(node);
      Expression(tree_.Get<ast::YieldFrom>(ref).value);
      return CheckYield(node);
    case NodeKind::kStarred:
      // The default of a TypeVarTuple is the one place outside of displays and calls: `*Ts = *tuple[int]`.
      if (tree_.Get<ast::Starred>(ref).ctx == ExprContext::kLoad &&
          std::string_view(type_variable_info_) != "a TypeVarTuple default") {
        FailLater(node, "can't use starred expression here");
      }
      if (tree_.Get<ast::Starred>(ref).ctx == ExprContext::kStore) {
        FailLater(node, "starred assignment target must be in a list or tuple");
      }
      break;
    case NodeKind::kTuple:
    case NodeKind::kList:
    case NodeKind::kSet: {
      ListRef list = node.kind == NodeKind::kTuple  ? tree_.Get<ast::Tuple>(ref).elts
                     : node.kind == NodeKind::kList ? tree_.Get<ast::List>(ref).elts
                                                    : tree_.Get<ast::Set>(ref).elts;
      bool is_store = (node.kind == NodeKind::kTuple && tree_.Get<ast::Tuple>(ref).ctx == ExprContext::kStore) ||
                      (node.kind == NodeKind::kList && tree_.Get<ast::List>(ref).ctx == ExprContext::kStore);
      if (is_store) CheckStarredTargets(list, node);
      return Elements(list);
    }
    case NodeKind::kDict: {
      // The order of CPython's walk: all keys, then all values.
      auto& dict = tree_.Get<ast::Dict>(ref);
      Expressions(dict.keys);
      return Expressions(dict.values);
    }
    default:
      break;
  }
  ForEachChild(tree_, ref, [this](NodeRef child) {
    if (!stopped_) Expression(child);
  });
}

void ScopeBuilder::Target(NodeRef ref) {
  if (!stopped_) Expression(ref);
}

void ScopeBuilder::Keywords(ListRef keywords) {
  for (NodeRef ref : tree_.List(keywords)) {
    auto& keyword = tree_.Get<ast::Keyword>(ref);
    if (keyword.arg != 0) CheckName(keyword.arg, ExprContext::kStore, keyword);
  }
  for (NodeRef ref : tree_.List(keywords)) {
    if (stopped_) return;
    Expression(tree_.Get<ast::Keyword>(ref).value);
  }
}

void ScopeBuilder::LambdaExpression(NodeRef ref) {
  auto& lambda = tree_.Get<ast::Lambda>(ref);
  auto& parameters = tree_.Get<ast::Arguments>(lambda.args);
  ParameterDefaults(parameters);
  OpenScope(ref, ScopeKind::kLambda);
  if (stopped_) return;
  Surroundings saved = around_;
  around_ = {};
  Parameters(parameters);
  Expression(lambda.body);
  around_ = saved;
  CloseScope();
}

void ScopeBuilder::Comprehension(NodeRef ref, ScopeKind kind, NodeRef element, NodeRef value, ListRef generators) {
  auto list = tree_.List(generators);
  auto& outermost = tree_.Get<ast::Comprehension>(list[0]);
  // The outermost iterable is evaluated outside.
  bool saved = scope().in_iterable;
  scope().in_iterable = true;
  Expression(outermost.iter);
  if (stopped_) return;
  scope().in_iterable = saved;
  OpenScope(ref, kind);
  if (stopped_) return;
  if (kind == ScopeKind::kGeneratorExp) {
    Identifier first = tree_.Intern(".0");  // Run() has left room for it
    if (first == 0) return OutOfMemory();
    table_.symbols[SymbolIn(scope_, first)].flags |= Symbol::kParameter;
  }
  scope().is_async = table_.scopes[scope().parent].is_async;
  for (uint32_t i = 0; i < list.size() && !stopped_; ++i) {
    auto& generator = tree_.Get<ast::Comprehension>(list[i]);
    if (generator.is_async != 0) scope().has_await = true;
    scope().in_target = true;
    Target(generator.target);
    if (stopped_) return;
    scope().in_target = false;
    if (i != 0) {
      bool outer = scope().in_iterable;
      scope().in_iterable = true;
      Expression(generator.iter);
      if (stopped_) return;
      scope().in_iterable = outer;
    }
    Expressions(generator.ifs);
  }
  if (value) Expression(value);
  Expression(element);
  if (stopped_) return;
  bool has_await = scope().has_await && kind != ScopeKind::kGeneratorExp;
  CloseScope();
  if (!has_await) return;
  if (!scope().is_async && !scope().IsComprehension()) {
    FailLater(tree_.At(ref), "asynchronous comprehension outside of an asynchronous function");
  }
  scope().has_await = true;
}

void ScopeBuilder::NamedExpression(NodeRef ref) {
  auto& node = tree_.Get<ast::NamedExpr>(ref);
  CheckNotInAnnotation("named expression", node);
  if (stopped_) return;
  if (scope().in_iterable) {
    return Fail(node, "assignment expression cannot be used in a comprehension iterable expression");
  }
  auto& target = tree_.Get<ast::Name>(node.target);
  if (scope().IsComprehension() && !ExtendWalrusScope(target)) return;
  Expression(node.value);
  Add(target.id, Symbol::kBound | Symbol::kWalrus, target, ExprContext::kStore);
}

// PEP 572: `:=` in a comprehension binds in the function around it.
bool ScopeBuilder::ExtendWalrusScope(const ast::Name& target) {
  uint32_t at = scope_;
  for (; table_.scopes[at].IsComprehension(); at = table_.scopes[at].parent) {
    uint32_t i = table_.current[target.id];
    while (i != 0 && table_.symbols[i].scope > at) i = table_.symbols[i].outer;
    bool is_here = i != 0 && table_.symbols[i].scope == at;
    if (is_here && table_.symbols[i].Has(Symbol::kIterationVariable) && table_.symbols[i].Has(Symbol::kBound)) {
      Fail(target,
           Named("assignment expression cannot rebind comprehension iteration variable '", target.id, "'").In(arena_));
      return false;
    }
  }
  ScopeKind kind = table_.scopes[at].kind;
  const char* wrong =
      kind == ScopeKind::kClass ? "assignment expression within a comprehension cannot be used in a class body"
      : kind == ScopeKind::kTypeVariable || kind == ScopeKind::kTypeAlias
          ? "assignment expression within a comprehension cannot be used in a TypeVar bound"
      : kind == ScopeKind::kTypeParameters
          ? "assignment expression within a comprehension cannot be used within the definition of a generic"
          : nullptr;
  if (wrong != nullptr) {
    Fail(target, wrong);
    return false;
  }
  uint32_t outer = SymbolIn(at, target.id);
  if (stopped_) return false;
  bool is_global = kind == ScopeKind::kModule || table_.symbols[outer].Has(Symbol::kDeclaredGlobal);
  uint32_t declared = is_global ? Symbol::kDeclaredGlobal : Symbol::kDeclaredNonlocal;
  // Generator expressions on the way are functions of their own, and inlined comprehensions let the name through.
  for (uint32_t inner = scope_; inner != at; inner = table_.scopes[inner].parent) {
    uint32_t symbol = SymbolIn(inner, target.id);
    if (stopped_) return false;
    table_.symbols[symbol].flags |= declared;
  }
  table_.symbols[outer].flags |=
      Symbol::kBound | Symbol::kWalrus | (kind == ScopeKind::kModule ? Symbol::kDeclaredGlobal : 0u);
  return true;
}

}  // namespace garter
