// The walk over statements: what opens a scope, what binds a name, what may stand where.
#include "interpreter/syntax/scopes.h"

#include "interpreter/syntax/mangle.h"
#include "interpreter/syntax/scope_builder.h"

namespace garter {

SyntaxError ErrorAt(const Ast& tree, const Node& node, std::string_view message) {
  SyntaxError error;
  error.message = message;
  error.lineno = static_cast<int32_t>(node.lineno);
  error.offset = static_cast<int32_t>(node.col_offset) + 1;
  error.end_lineno = static_cast<int32_t>(node.end_lineno);
  error.end_offset = static_cast<int32_t>(node.end_col_offset) + 1;
  std::string_view text = tree.text();
  size_t start = 0;
  for (uint32_t line = 1; line < node.lineno; ++line) {
    size_t newline = text.find('\n', start);
    if (newline == std::string_view::npos) break;
    start = newline + 1;
  }
  size_t end = text.find('\n', start);
  error.text = text.substr(start, end == std::string_view::npos ? end : end + 1 - start);
  error.has_text = true;
  return error;
}

// The table.

static uint32_t HashOffset(uint32_t offset) { return offset * 0x9E3779B1u >> 7; }

bool ScopeTable::BuildNodeIndex(Arena& arena) {
  uint32_t slots = 4;
  while (slots < scopes.size() * 2) slots *= 2;
  node_index_ = static_cast<uint32_t*>(arena.Allocate(size_t{slots} * 4));
  if (node_index_ == nullptr) return false;
  std::memset(node_index_, 0, size_t{slots} * 4);
  node_index_mask_ = slots - 1;
  for (uint32_t i = 0; i < scopes.size(); ++i) {
    if (scopes[i].unevaluated || !(scopes[i].IsFunction() || scopes[i].kind == ScopeKind::kClass)) continue;
    uint32_t slot = HashOffset(scopes[i].node.offset) & node_index_mask_;
    while (node_index_[slot] != 0) slot = (slot + 1) & node_index_mask_;
    node_index_[slot] = i + 1;
  }
  return true;
}

uint32_t ScopeTable::ScopeOf(NodeRef node) const {
  uint32_t slot = HashOffset(node.offset) & node_index_mask_;
  while (true) {
    uint32_t found = node_index_[slot];
    CHECK(found != 0);
    if (scopes[found - 1].node == node) return found - 1;
    slot = (slot + 1) & node_index_mask_;
  }
}

// Symbols that an inlined comprehension does not bind itself mean what they mean around it.
static bool IsSeen(const Scope& scope, const Symbol& symbol) {
  return !scope.inlined || scope.in_class ||
         (symbol.Has(Symbol::kBound | Symbol::kParameter) &&
          !symbol.Has(Symbol::kDeclaredGlobal | Symbol::kDeclaredNonlocal));
}

void ScopeTable::Open(uint32_t index) {
  const Scope& scope = scopes[index];
  for (uint32_t i = scope.first_symbol; i != 0; i = symbols[i].next) {
    if (!IsSeen(scope, symbols[i])) continue;
    symbols[i].outer = current[symbols[i].name];
    current[symbols[i].name] = i;
  }
}

void ScopeTable::Close(uint32_t index) {
  const Scope& scope = scopes[index];
  for (uint32_t i = scope.first_symbol; i != 0; i = symbols[i].next) {
    if (IsSeen(scope, symbols[i])) current[symbols[i].name] = symbols[i].outer;
  }
}

// Scopes and symbols.

uint32_t ScopeBuilder::OpenScope(NodeRef node, ScopeKind kind) {
  Scope opened = {};
  opened.node = node;
  opened.kind = kind;
  opened.parent = scope_;
  uint32_t index = table_.scopes.size();
  opened.inlined = kind == ScopeKind::kListComp || kind == ScopeKind::kSetComp || kind == ScopeKind::kDictComp;
  opened.frame = index;
  opened.unevaluated = kind == ScopeKind::kAnnotation;
  if (index != 0) {
    const Scope& around = scope();
    if (opened.inlined) opened.frame = around.frame;
    opened.in_class = opened.inlined && (around.kind == ScopeKind::kClass || around.in_class);
    opened.in_iterable = around.in_iterable;
    opened.unevaluated |= around.unevaluated;
  }
  if (!table_.scopes.Push(arena_, opened)) {
    OutOfMemory();
    return scope_;
  }
  scope_ = index;
  return index;
}

void ScopeBuilder::CloseScope() {
  if (stopped_) return;
  Scope& closed = scope();
  closed.end = table_.scopes.size();
  uint32_t parent = closed.parent;
  uint32_t first = closed.first_symbol;
  for (uint32_t i = first; i != 0; i = table_.symbols[i].next) {
    table_.current[table_.symbols[i].name] = table_.symbols[i].outer;
  }
  bool inlined = closed.inlined;
  uint32_t closed_index = scope_;
  scope_ = parent;
  if (!inlined) return;
  for (uint32_t i = first; i != 0 && !stopped_; i = table_.symbols[i].next) {
    if (IsSeen(table_.scopes[closed_index], table_.symbols[i])) continue;
    uint32_t around = SymbolIn(parent, table_.symbols[i].name);
    table_.symbols[around].flags |= Symbol::kUsedInside;
  }
}

uint32_t ScopeBuilder::FindSymbol(Identifier name) const {
  uint32_t i = table_.current[name];
  return i != 0 && table_.symbols[i].scope == scope_ ? i : 0;
}

uint32_t ScopeBuilder::SymbolIn(uint32_t scope, Identifier name) {
  // Open scopes stand in the chain of a name from the inside out, and inner ones have greater numbers.
  uint32_t inner = 0;
  uint32_t i = table_.current[name];
  while (i != 0 && table_.symbols[i].scope > scope) {
    inner = i;
    i = table_.symbols[i].outer;
  }
  if (i != 0 && table_.symbols[i].scope == scope) return i;
  Symbol made = {};
  made.name = name;
  made.scope = scope;
  made.outer = i;
  uint32_t index = table_.symbols.size();
  if (!table_.symbols.Push(arena_, made)) {
    OutOfMemory();
    return 0;
  }
  (inner != 0 ? table_.symbols[inner].outer : table_.current[name]) = index;
  Scope& owner = table_.scopes[scope];
  (owner.last_symbol != 0 ? table_.symbols[owner.last_symbol].next : owner.first_symbol) = index;
  owner.last_symbol = index;
  return index;
}

void ScopeBuilder::Add(Identifier name, uint32_t flags, const Node& where, ExprContext context) {
  CheckName(name, context, where);
  if (stopped_) return;
  // super() without arguments reads the cell of __class__.
  if (context == ExprContext::kLoad && scope().IsFunction() && tree_.Text(name) == "super") {
    Identifier cell = tree_.Intern("__class__");  // Run() has left room for it
    if (cell == 0) return OutOfMemory();
    table_.symbols[SymbolIn(scope_, cell)].flags |= Symbol::kUse;
    if (stopped_) return;
  }
  uint32_t index = SymbolIn(scope_, name);
  Symbol& symbol = table_.symbols[index];
  if ((flags & symbol.flags & (Symbol::kParameter | Symbol::kTypeParameter)) != 0) {
    bool is_parameter = (flags & Symbol::kParameter) != 0;
    Fail(where, is_parameter ? Named("duplicate argument '", name, "' in function definition").In(arena_)
                             : Named("duplicate type parameter '", name, "'").In(arena_));
    return;
  }
  symbol.flags |= flags;
  if (scope().in_target) {
    // `for x in ...` inside of a comprehension where `(x := ...)` has already made x a name of the outside.
    if (symbol.Has(Symbol::kDeclaredGlobal | Symbol::kDeclaredNonlocal)) {
      Fail(where, Named("comprehension inner loop cannot rebind assignment expression target '", name, "'").In(arena_));
      return;
    }
    symbol.flags |= Symbol::kIterationVariable;
  }
}

bool ScopeBuilder::EnterBlock(const Node& where) {
  constexpr uint32_t kMaxBlocks = 21;
  if (around_.blocks >= kMaxBlocks) FailLater(where, "too many statically nested blocks");
  ++around_.blocks;
  return true;
}

// Ways to stop.

void ScopeBuilder::Fail(const Node& where, std::string_view message) {
  if (stopped_) return;
  stopped_ = true;
  result_.status = ScopeStatus::kError;
  result_.error = ErrorAt(tree_, where, message);
}

void ScopeBuilder::FailLater(const Node& where, std::string_view message) {
  if (stopped_ || has_later_error_) return;
  has_later_error_ = true;
  later_error_ = ErrorAt(tree_, where, message);
}

void ScopeBuilder::TooDeep() {
  if (stopped_) return;
  stopped_ = true;
  result_.status = ScopeStatus::kError;
  result_.error.type = SyntaxErrorType::kRecursionError;
  result_.error.message = "Stack overflow (used 8152 kB) during compilation";
}

void ScopeBuilder::OutOfMemory() {
  meter_.Stop(LimitKind::kMemory);
  stopped_ = true;
}

void ScopeBuilder::Warn(const Node& where, std::string_view message) {
  if (stopped_ || has_later_error_) return;
  if (!warnings_.Push(arena_, {message, {}, where.lineno})) OutOfMemory();
}

void ScopeBuilder::Unsupported(NodeRef ref) {
  bool is_evaluated = table_.scopes.empty() || !scope().unevaluated;
  if (!result_.unsupported && is_evaluated) result_.unsupported = ref;
}

Message ScopeBuilder::Named(const char* before, Identifier name, const char* after) {
  Message message;
  message << before << tree_.Text(name) << after;
  return message;
}

// Statements.

void ScopeBuilder::Statements(ListRef list) {
  for (NodeRef statement : tree_.List(list)) {
    if (stopped_) return;
    Statement(statement);
  }
}

void ScopeBuilder::Statement(NodeRef ref) {
  ScopeDepth depth(*this);
  const Node& node = tree_.At(ref);
  Visit(node, ref);
  if (stopped_) return;
  bool was_start = is_module_start_;
  is_module_start_ = false;
  switch (node.kind) {
    case NodeKind::kFunctionDef: {
      auto& def = tree_.Get<ast::FunctionDef>(ref);
      return Function(ref, def.decorator_list, def.type_params, def.name, def.args, def.body, def.returns, false);
    }
    case NodeKind::kAsyncFunctionDef: {
      auto& def = tree_.Get<ast::AsyncFunctionDef>(ref);
      return Function(ref, def.decorator_list, def.type_params, def.name, def.args, def.body, def.returns, true);
    }
    case NodeKind::kClassDef:
      return Class(ref);
    case NodeKind::kTypeAlias:
      return TypeAlias(ref);
    case NodeKind::kReturn:
      CheckReturn(tree_.Get<ast::Return>(ref));
      if (tree_.Get<ast::Return>(ref).value && !around_.value_return) around_.value_return = ref;
      if (NodeRef value = tree_.Get<ast::Return>(ref).value) Expression(value);
      return;
    case NodeKind::kDelete:
      return Expressions(tree_.Get<ast::Delete>(ref).targets);
    case NodeKind::kAssign: {
      auto& assign = tree_.Get<ast::Assign>(ref);
      for (NodeRef target : tree_.List(assign.targets)) Target(target);
      return Expression(assign.value);
    }
    case NodeKind::kAugAssign: {
      auto& assign = tree_.Get<ast::AugAssign>(ref);
      Expression(assign.target);
      return Expression(assign.value);
    }
    case NodeKind::kAnnAssign:
      return AnnotatedAssignment(ref);
    case NodeKind::kFor: {
      auto& loop = tree_.Get<ast::For>(ref);
      Target(loop.target);
      Expression(loop.iter);
      return Loop(node, loop.body, loop.orelse);
    }
    case NodeKind::kAsyncFor: {
      auto& loop = tree_.Get<ast::AsyncFor>(ref);
      if (!scope().is_async) FailLater(node, "'async for' outside async function");
      Target(loop.target);
      Expression(loop.iter);
      return Loop(node, loop.body, loop.orelse);
    }
    case NodeKind::kWhile: {
      auto& loop = tree_.Get<ast::While>(ref);
      Expression(loop.test);
      return Loop(node, loop.body, loop.orelse);
    }
    case NodeKind::kIf: {
      // `elif` leans to the right without bound.
      while (true) {
        auto& branch = tree_.Get<ast::If>(ref);
        Expression(branch.test);
        Statements(branch.body);
        auto orelse = tree_.List(branch.orelse);
        if (stopped_ || orelse.size() != 1 || tree_.Kind(orelse[0]) != NodeKind::kIf) return Statements(branch.orelse);
        ref = orelse[0];
        Visit(tree_.At(ref), ref);
      }
    }
    case NodeKind::kWith: {
      auto& with = tree_.Get<ast::With>(ref);
      return With(with.items, with.body);
    }
    case NodeKind::kAsyncWith: {
      auto& with = tree_.Get<ast::AsyncWith>(ref);
      if (!scope().is_async) FailLater(node, "'async with' outside async function");
      return With(with.items, with.body);
    }
    case NodeKind::kMatch:
      return MatchStatement(tree_.Get<ast::Match>(ref));
    case NodeKind::kRaise: {
      auto& raise = tree_.Get<ast::Raise>(ref);
      if (raise.exc) Expression(raise.exc);
      if (raise.cause) Expression(raise.cause);
      return;
    }
    case NodeKind::kTry: {
      auto& tried = tree_.Get<ast::Try>(ref);
      return Try(node, tried.body, tried.handlers, tried.orelse, tried.finalbody, false);
    }
    case NodeKind::kTryStar: {
      auto& tried = tree_.Get<ast::TryStar>(ref);
      return Try(node, tried.body, tried.handlers, tried.orelse, tried.finalbody, true);
    }
    case NodeKind::kAssert: {
      auto& assertion = tree_.Get<ast::Assert>(ref);
      CheckAssert(assertion);
      Expression(assertion.test);
      if (assertion.msg) Expression(assertion.msg);
      return;
    }
    case NodeKind::kImport:
      return Import(tree_.Get<ast::Import>(ref).names);
    case NodeKind::kImportFrom:
      is_module_start_ = was_start;
      return ImportFrom(tree_.Get<ast::ImportFrom>(ref));
    case NodeKind::kGlobal:
      return Declaration(node, tree_.Get<ast::Global>(ref).names, true);
    case NodeKind::kNonlocal:
      return Declaration(node, tree_.Get<ast::Nonlocal>(ref).names, false);
    case NodeKind::kExpr: {
      NodeRef value = tree_.Get<ast::Expr>(ref).value;
      if (was_start && tree_.Kind(value) == NodeKind::kConstant) is_module_start_ = true;
      return Expression(value);
    }
    case NodeKind::kPass:
      return;
    case NodeKind::kBreak:
      if (around_.in_star_of_loop) CheckStarExit(node);
      if (around_.loops == 0) FailLater(node, "'break' outside loop");
      if (around_.in_finally) CheckFinallyExit(node, "break");
      return;
    case NodeKind::kContinue:
      if (around_.in_star_of_loop) CheckStarExit(node);
      if (around_.loops == 0) FailLater(node, "'continue' not properly in loop");
      if (around_.in_finally) CheckFinallyExit(node, "continue");
      return;
    default:
      CHECK(false);
  }
}

void ScopeBuilder::Function(NodeRef ref, ListRef decorators, ListRef type_params, Identifier name, NodeRef arguments,
                            ListRef body, NodeRef returns, bool is_async) {
  const Node& node = tree_.At(ref);
  const auto& parameters = tree_.Get<ast::Arguments>(arguments);
  Add(Mangled(tree_, class_name_, name), Symbol::kBound, node, ExprContext::kStore);
  ParameterDefaults(parameters);
  Expressions(decorators);
  bool is_generic = !tree_.List(type_params).empty();
  if (is_generic) {
    if (!stopped_ && !result_.unsupported) Unsupported(tree_.List(type_params)[0]);
    OpenScope(ref, ScopeKind::kTypeParameters);
    TypeParameters(type_params);
  }
  Annotations(parameters, returns);
  OpenScope(ref, ScopeKind::kFunction);
  if (stopped_) return;
  scope().is_async = is_async;
  Surroundings saved = around_;
  around_ = {};
  Parameters(parameters);
  Statements(body);
  if (is_async && scope().has_yield && around_.value_return) {
    FailLater(tree_.At(around_.value_return), "'return' with value in async generator");
  }
  around_ = saved;
  CloseScope();
  if (is_generic) CloseScope();
}

void ScopeBuilder::Class(NodeRef ref) {
  auto& node = tree_.Get<ast::ClassDef>(ref);
  Add(Mangled(tree_, class_name_, node.name), Symbol::kBound, node, ExprContext::kStore);
  Expressions(node.decorator_list);
  bool is_generic = !tree_.List(node.type_params).empty();
  if (is_generic) {
    OpenScope(ref, ScopeKind::kTypeParameters);
    TypeParameters(node.type_params);
  }
  Elements(node.bases);
  Keywords(node.keywords);
  OpenScope(ref, ScopeKind::kClass);
  if (stopped_) return;
  Identifier cell = tree_.Intern("__class__");
  if (cell == 0) return OutOfMemory();
  table_.symbols[SymbolIn(scope_, cell)].flags |= Symbol::kClassCell;
  if (stopped_) return;
  Surroundings saved = around_;
  Identifier outer = class_name_;
  around_ = {};
  class_name_ = node.name;
  Statements(node.body);
  around_ = saved;
  class_name_ = outer;
  CloseScope();
  if (is_generic) CloseScope();
}

void ScopeBuilder::TypeAlias(NodeRef ref) {
  auto& node = tree_.Get<ast::TypeAlias>(ref);
  Expression(node.name);
  bool is_generic = !tree_.List(node.type_params).empty();
  if (is_generic) {
    OpenScope(ref, ScopeKind::kTypeParameters);
    TypeParameters(node.type_params);
  }
  OpenScope(ref, ScopeKind::kTypeAlias);
  Expression(node.value);
  CloseScope();
  if (is_generic) CloseScope();
}

void ScopeBuilder::TypeVariableScope(NodeRef expression, NodeRef owner, const char* info) {
  if (!expression || stopped_) return;
  const char* saved = type_variable_info_;
  type_variable_info_ = info;
  OpenScope(owner, ScopeKind::kTypeVariable);
  Expression(expression);
  CloseScope();
  type_variable_info_ = saved;
}

void ScopeBuilder::TypeParameters(ListRef list) {
  bool saw_default = false;
  for (NodeRef ref : tree_.List(list)) {
    if (stopped_) return;
    const Node& node = tree_.At(ref);
    Visit(node, ref);
    Identifier name = 0;
    NodeRef given;
    uint32_t flags = Symbol::kTypeParameter | Symbol::kBound;
    if (auto* variable = tree_.GetIf<ast::TypeVar>(ref)) {
      name = variable->name;
      given = variable->default_value;
      Add(name, flags, node, ExprContext::kStore);
      bool is_tuple = variable->bound && tree_.Kind(variable->bound) == NodeKind::kTuple;
      TypeVariableScope(variable->bound, ref, is_tuple ? "a TypeVar constraint" : "a TypeVar bound");
      TypeVariableScope(given, ref, "a TypeVar default");
    } else if (auto* tuple = tree_.GetIf<ast::TypeVarTuple>(ref)) {
      name = tuple->name;
      given = tuple->default_value;
      Add(name, flags, node, ExprContext::kStore);
      TypeVariableScope(given, ref, "a TypeVarTuple default");
    } else {
      auto& spec = tree_.Get<ast::ParamSpec>(ref);
      name = spec.name;
      given = spec.default_value;
      Add(name, flags, node, ExprContext::kStore);
      TypeVariableScope(given, ref, "a ParamSpec default");
    }
    if (saw_default && !given) {
      FailLater(node, Named("non-default type parameter '", name, "' follows default type parameter").In(arena_));
    }
    saw_default |= static_cast<bool>(given);
  }
}

void ScopeBuilder::ParameterDefaults(const ast::Arguments& arguments) {
  Expressions(arguments.defaults);
  Expressions(arguments.kw_defaults);
}

void ScopeBuilder::Parameters(const ast::Arguments& arguments) {
  auto add = [this](NodeRef ref) {
    if (!ref || stopped_) return;
    auto& arg = tree_.Get<ast::Arg>(ref);
    Add(arg.arg, Symbol::kParameter, arg, ExprContext::kStore);
  };
  for (NodeRef ref : tree_.List(arguments.posonlyargs)) add(ref);
  for (NodeRef ref : tree_.List(arguments.args)) add(ref);
  for (NodeRef ref : tree_.List(arguments.kwonlyargs)) add(ref);
  add(arguments.vararg);
  add(arguments.kwarg);
}

// Annotations are never evaluated, but what may not stand in them is an error all the same.
void ScopeBuilder::Annotations(const ast::Arguments& arguments, NodeRef returns) {
  auto visit = [this](NodeRef ref) {
    if (ref) Annotation(tree_.Get<ast::Arg>(ref).annotation);
  };
  for (NodeRef ref : tree_.List(arguments.posonlyargs)) visit(ref);
  for (NodeRef ref : tree_.List(arguments.args)) visit(ref);
  visit(arguments.vararg);
  visit(arguments.kwarg);
  for (NodeRef ref : tree_.List(arguments.kwonlyargs)) visit(ref);
  Annotation(returns);
}

void ScopeBuilder::Annotation(NodeRef expression) {
  if (!expression || stopped_) return;
  OpenScope(expression, ScopeKind::kAnnotation);
  // The parser lets a star stand in the annotation of *args alone.
  auto* starred = tree_.GetIf<ast::Starred>(expression);
  Expression(starred != nullptr ? starred->value : expression);
  CloseScope();
}

void ScopeBuilder::AnnotatedAssignment(NodeRef ref) {
  auto& node = tree_.Get<ast::AnnAssign>(ref);
  if (auto* name = tree_.GetIf<ast::Name>(node.target)) {
    uint32_t found = FindSymbol(name->id);
    uint32_t flags = found == 0 ? 0 : table_.symbols[found].flags;
    if ((flags & (Symbol::kDeclaredGlobal | Symbol::kDeclaredNonlocal)) != 0 && scope_ != 0 && node.simple != 0) {
      bool is_global = (flags & Symbol::kDeclaredGlobal) != 0;
      Fail(node,
           Named("annotated name '", name->id, is_global ? "' can't be global" : "' can't be nonlocal").In(arena_));
      return;
    }
    if (node.simple != 0) {
      Add(name->id, Symbol::kAnnotated | Symbol::kBound, *name, ExprContext::kStore);
    } else if (node.value) {
      Add(name->id, Symbol::kBound, *name, ExprContext::kStore);
    }
  } else {
    Target(node.target);
  }
  Annotation(node.annotation);
  if (node.value) Expression(node.value);
}

void ScopeBuilder::Loop(const Node& node, ListRef body, ListRef orelse) {
  Surroundings saved = around_;
  EnterBlock(node);
  ++around_.loops;
  around_.in_finally = around_.in_star_of_loop = false;
  Statements(body);
  around_ = saved;
  Statements(orelse);
}

void ScopeBuilder::With(ListRef items, ListRef body) {
  Surroundings saved = around_;
  for (NodeRef ref : tree_.List(items)) {
    auto& item = tree_.Get<ast::WithItem>(ref);
    Expression(item.context_expr);
    EnterBlock(tree_.At(item.context_expr));
    if (item.optional_vars) Target(item.optional_vars);
  }
  Statements(body);
  around_ = saved;
}

void ScopeBuilder::Try(const Node& node, ListRef body, ListRef handlers, ListRef orelse, ListRef finalbody,
                       bool is_star) {
  Surroundings saved = around_;
  bool has_finally = !tree_.List(finalbody).empty();
  if (has_finally) EnterBlock(node);
  Surroundings inner = around_;
  if (!tree_.List(handlers).empty()) EnterBlock(node);
  Statements(body);
  around_ = inner;
  Handlers(handlers, is_star);
  Statements(orelse);
  around_ = saved;
  if (!has_finally) return;
  EnterBlock(node);
  around_.in_finally = true;
  Statements(finalbody);
  around_ = saved;
}

void ScopeBuilder::Handlers(ListRef handlers, bool is_star) {
  auto list = tree_.List(handlers);
  if (list.empty()) return;
  Surroundings saved = around_;
  EnterBlock(tree_.At(list[0]));
  for (uint32_t i = 0; i < list.size() && !stopped_; ++i) {
    auto& handler = tree_.Get<ast::ExceptHandler>(list[i]);
    Visit(handler, list[i]);
    if (!handler.type && i + 1 < list.size()) FailLater(handler, "default 'except:' must be last");
    if (handler.type) Expression(handler.type);
    if (handler.name != 0) Add(handler.name, Symbol::kBound | Symbol::kUnbinds, handler, ExprContext::kStore);
    EnterBlock(handler);
    bool was_star = around_.in_star, was_star_of_loop = around_.in_star_of_loop;
    around_.in_star |= is_star;
    around_.in_star_of_loop |= is_star;
    Statements(handler.body);
    around_.in_star = was_star;
    around_.in_star_of_loop = was_star_of_loop;
    LeaveBlock();
  }
  around_ = saved;
}

void ScopeBuilder::Import(ListRef names) {
  for (NodeRef ref : tree_.List(names)) {
    if (stopped_) return;
    auto& alias = tree_.Get<ast::Alias>(ref);
    Identifier bound = alias.asname != 0 ? alias.asname : alias.name;
    std::string_view text = tree_.Text(bound);
    if (text == "*") {
      if (scope().kind != ScopeKind::kModule) Fail(alias, "import * only allowed at module level");
      continue;
    }
    size_t dot = alias.asname != 0 ? std::string_view::npos : text.find('.');
    if (dot != std::string_view::npos) bound = tree_.Intern(text.substr(0, dot));  // the parser knows it already
    Add(bound, Symbol::kBound, alias, ExprContext::kStore);
  }
}

void ScopeBuilder::ImportFrom(const ast::ImportFrom& node) {
  bool is_future = node.module != 0 && node.level == 0 && tree_.Text(node.module) == "__future__";
  if (is_future) {
    static constexpr std::string_view kFeatures[] = {
        "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
        "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations"};
    if (!is_module_start_) FailLater(node, "from __future__ imports must occur at the beginning of the file");
    for (NodeRef ref : tree_.List(node.names)) {
      auto& alias = tree_.Get<ast::Alias>(ref);
      std::string_view text = tree_.Text(alias.name);
      bool is_known = false;
      for (std::string_view feature : kFeatures) is_known |= feature == text;
      if (text == "braces") {
        Fail(alias, "not a chance");
      } else if (!is_known) {
        Fail(alias, Named("future feature ", alias.name, " is not defined").In(arena_));
      }
    }
  } else {
    is_module_start_ = false;
  }
  Import(node.names);
}

void ScopeBuilder::Declaration(const Node& node, ListRef names, bool is_global) {
  for (Identifier name : tree_.List<Identifier>(names)) {
    if (stopped_) return;
    uint32_t found = FindSymbol(name);
    uint32_t flags = found == 0 ? 0 : table_.symbols[found].flags;
    const char* tail = nullptr;
    if ((flags & Symbol::kParameter) != 0) {
      tail = is_global ? "' is parameter and global" : "' is parameter and nonlocal";
    } else if ((flags & Symbol::kUse) != 0) {
      tail = is_global ? "' is used prior to global declaration" : "' is used prior to nonlocal declaration";
    } else if ((flags & Symbol::kAnnotated) != 0) {
      Fail(node, Named("annotated name '", name, is_global ? "' can't be global" : "' can't be nonlocal").In(arena_));
      return;
    } else if ((flags & Symbol::kBound) != 0) {
      tail = is_global ? "' is assigned to before global declaration" : "' is assigned to before nonlocal declaration";
    }
    if (tail != nullptr) {
      Fail(node, Named("name '", name, tail).In(arena_));
      return;
    }
    Add(name, is_global ? Symbol::kDeclaredGlobal : Symbol::kDeclaredNonlocal, node, ExprContext::kLoad);
    Directive(name, node);
  }
}

void ScopeBuilder::Directive(Identifier name, const Node& where) {
  uint32_t offset = arena_.OffsetOf(&where);
  if (!table_.directives.Push(arena_, {scope_, name, {offset}})) OutOfMemory();
}

ScopeResult ScopeBuilder::Run() {
  if (!MangleNames(tree_, meter_)) stopped_ = true;
  // More for `.0`, `__class__`, and the mangled names of functions and classes.
  size_t names = (size_t{tree_.names().size()} * 2 + 16) * 4;
  table_.current = static_cast<uint32_t*>(arena_.Allocate(names));
  if (table_.current == nullptr || !table_.symbols.Push(arena_, Symbol{})) {
    OutOfMemory();
  } else {
    std::memset(table_.current, 0, names);
    if (!stopped_) OpenScope(tree_.root(), ScopeKind::kModule);
  }
  if (!stopped_) {
    if (auto* module = tree_.GetIf<ast::Module>(tree_.root())) {
      is_module_start_ = true;
      Statements(module->body);
    } else if (auto* expression = tree_.GetIf<ast::Expression>(tree_.root())) {
      Expression(expression->body);
    } else {
      Statements(tree_.Get<ast::Interactive>(tree_.root()).body);
    }
  }
  if (!stopped_) scope().end = table_.scopes.size();
  if (!stopped_ && !AnalyzeScopes(tree_, meter_, table_, &result_.error)) {
    stopped_ = true;
    result_.status = ScopeStatus::kError;
  }
  if (!stopped_) {
    for (uint32_t i = 0; i < warnings_.size(); ++i) {
      if (!tree_.AddWarning(warnings_[i].message, warnings_[i].lineno)) OutOfMemory();
    }
    if (has_later_error_) {
      result_.status = ScopeStatus::kError;
      result_.error = later_error_;
    }
  }
  if (meter_.limit != LimitKind::kNone) result_.status = ScopeStatus::kLimit;
  return result_;
}

ScopeResult BuildScopes(Ast& tree, Meter& meter, const uint8_t* supported, ScopeTable& table) {
  return ScopeBuilder(tree, meter, supported, table).Run();
}

}  // namespace garter
