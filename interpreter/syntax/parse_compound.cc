// Statements with blocks.
#include "interpreter/syntax/parser_state.h"

namespace garter {

NodeRef Parser::ParseCompound() {
  Place first = Here();
  switch (kind()) {
    case TokenKind::kIfKeyword:
      return ParseIf();
    case TokenKind::kWhileKeyword:
      return ParseWhile();
    case TokenKind::kForKeyword:
      return ParseFor(first, false);
    case TokenKind::kWithKeyword:
      return ParseWith(first, false);
    case TokenKind::kTryKeyword:
      return ParseTry();
    case TokenKind::kDefKeyword:
      return ParseFunction(first, {}, false);
    case TokenKind::kClassKeyword:
      return ParseClass(first, {});
    case TokenKind::kAt:
      return ParseDecorated();
    case TokenKind::kAsyncKeyword:
      ++pos_;
      if (kind() == TokenKind::kDefKeyword) return ParseFunction(first, {}, true);
      if (kind() == TokenKind::kForKeyword) return ParseFor(first, true);
      if (kind() == TokenKind::kWithKeyword) return ParseWith(first, true);
      return {};
    default:
      return {};
  }
}

// `elif` is an `if` in the `else`. The chain is read in a loop, its parts pushed, and joined from the end.
NodeRef Parser::ParseIf() {
  constexpr uint32_t kPartSize = 4;  // line, column, test, body
  uint32_t mark = scratch_.size, levels = 0;
  ListRef orelse;
  for (;;) {
    Place first = Here();
    ++pos_;
    NodeRef test = ParseNamedExpression();
    ListRef body;
    if (!test || !Accept(TokenKind::kColon) || !ParseBlock(&body)) return {};
    if (!Push(first.line) || !Push(first.col) || !Push(test) || !Push(body.offset)) return {};
    if (kind() != TokenKind::kElifKeyword) break;
    levels += kElifLevels;
    level_ += kElifLevels;
    if (level_ > kMaxLevel) return Fail(Failure::kTooDeep);
  }
  level_ -= levels;
  if (kind() == TokenKind::kElseKeyword && !ParseElse(&orelse)) return {};
  for (;;) {
    const uint32_t* part = scratch_.items + scratch_.size - kPartSize;
    ast::If* node = New<ast::If>({part[0], part[1]});
    if (node == nullptr) return {};
    node->test = {part[2]};
    node->body = {part[3]};
    node->orelse = orelse;
    EndAtBlock(node);
    scratch_.size -= kPartSize;
    if (scratch_.size == mark) return Ref(node);
    uint32_t inner = Ref(node).offset;
    if (!tree_.NewList(&inner, 1, &orelse)) return LimitReached();
  }
}

// REQUIRES: at `else`.
bool Parser::ParseElse(ListRef* list) {
  ++pos_;
  return Accept(TokenKind::kColon) && ParseBlock(list);
}

// A statement with a block ends with the last token that is not a line's end or a change of indentation.
void Parser::EndAtBlock(Node* node) const {
  uint32_t at = pos_ - 1;
  while (tokens_[at].kind == TokenKind::kNewline || tokens_[at].kind == TokenKind::kDedent) --at;
  node->end_lineno = tokens_[at].end_line;
  node->end_col_offset = tokens_[at].end_col;
}

NodeRef Parser::ParseWhile() {
  Place first = Here();
  ++pos_;
  NodeRef test = ParseNamedExpression();
  ListRef body, orelse;
  if (!test || !Accept(TokenKind::kColon) || !ParseBlock(&body)) return {};
  if (kind() == TokenKind::kElseKeyword && !ParseElse(&orelse)) return {};
  ast::While* node = New<ast::While>(first);
  if (node == nullptr) return {};
  node->test = test;
  node->body = body;
  node->orelse = orelse;
  EndAtBlock(node);
  return Ref(node);
}

// REQUIRES: at `for`; `first` is before an `async`.
NodeRef Parser::ParseFor(Place first, bool is_async) {
  ++pos_;
  NodeRef target = ParseTargets();
  if (!target || !Accept(TokenKind::kInKeyword)) return {};
  NodeRef iter = ParseStarExpressions();
  ListRef body, orelse;
  if (!iter || !Accept(TokenKind::kColon) || !ParseBlock(&body)) return {};
  if (kind() == TokenKind::kElseKeyword && !ParseElse(&orelse)) return {};
  ast::For* node = New<ast::For>(first);
  if (node == nullptr) return {};
  static_assert(sizeof(ast::For) == sizeof(ast::AsyncFor));
  if (is_async) node->kind = NodeKind::kAsyncFor;
  node->target = target;
  node->iter = iter;
  node->body = body;
  node->orelse = orelse;
  EndAtBlock(node);
  return Ref(node);
}

// REQUIRES: at `with`; `first` is before an `async`.
NodeRef Parser::ParseWith(Place first, bool is_async) {
  ++pos_;
  ListRef items, body;
  if (!ParseWithItems(&items) || !Accept(TokenKind::kColon) || !ParseBlock(&body)) return {};
  ast::With* node = New<ast::With>(first);
  if (node == nullptr) return {};
  static_assert(sizeof(ast::With) == sizeof(ast::AsyncWith));
  if (is_async) node->kind = NodeKind::kAsyncWith;
  node->items = items;
  node->body = body;
  EndAtBlock(node);
  return Ref(node);
}

// A parenthesis may hold the items or be part of the first one: items are tried first, and it is them if a colon
// follows the closing parenthesis.
bool Parser::ParseWithItems(ListRef* items) {
  uint32_t mark = scratch_.size;
  if (kind() == TokenKind::kLeftParen) {
    uint32_t back = pos_++;
    if (ParseWithItemList(true) && Accept(TokenKind::kRightParen) && kind() == TokenKind::kColon) {
      return Pop(mark, items);
    }
    if (failure_ != Failure::kNone) return false;
    pos_ = back;
    scratch_.size = mark;
  }
  return ParseWithItemList(false) && Pop(mark, items);
}

bool Parser::ParseWithItemList(bool in_parentheses) {
  do {
    if (in_parentheses && kind() == TokenKind::kRightParen && last().kind == TokenKind::kComma) break;
    NodeRef item = ParseWithItem();
    if (!item || !Push(item)) return false;
  } while (Accept(TokenKind::kComma));
  return true;
}

NodeRef Parser::ParseWithItem() {
  Place first = Here();
  NodeRef context = ParseExpression(), target;
  if (!context) return {};
  if (Accept(TokenKind::kAsKeyword)) {
    target = ParseTarget();
    if (!target) return {};
    TokenKind next = kind();
    if (next != TokenKind::kComma && next != TokenKind::kRightParen && next != TokenKind::kColon) return {};
  }
  ast::WithItem* node = New<ast::WithItem>(first);
  if (node == nullptr) return {};
  node->context_expr = context;
  node->optional_vars = target;
  return Ref(node);
}

// REQUIRES: at `try`.
NodeRef Parser::ParseTry() {
  Place first = Here();
  ++pos_;
  ListRef body, handlers, orelse, finalbody;
  if (!Accept(TokenKind::kColon) || !ParseBlock(&body)) return {};
  uint32_t mark = scratch_.size;
  bool is_star = kind() == TokenKind::kExceptKeyword && KindAt(1) == TokenKind::kStar;
  while (kind() == TokenKind::kExceptKeyword) {
    NodeRef handler = ParseHandler(is_star);
    if (!handler || !Push(handler)) return {};
  }
  if (!Pop(mark, &handlers)) return {};
  if (handlers.offset != 0 && kind() == TokenKind::kElseKeyword && !ParseElse(&orelse)) return {};
  if (Accept(TokenKind::kFinallyKeyword)) {
    if (!Accept(TokenKind::kColon) || !ParseBlock(&finalbody)) return {};
  } else if (handlers.offset == 0) {
    return {};
  }
  ast::Try* node = New<ast::Try>(first);
  if (node == nullptr) return {};
  static_assert(sizeof(ast::Try) == sizeof(ast::TryStar));
  if (is_star) node->kind = NodeKind::kTryStar;
  node->body = body;
  node->handlers = handlers;
  node->orelse = orelse;
  node->finalbody = finalbody;
  EndAtBlock(node);
  return Ref(node);
}

// REQUIRES: at `except`. Either all handlers of a `try` have a star or none; one that has no type must be the last,
// which the compiler checks.
NodeRef Parser::ParseHandler(bool is_star) {
  Place first = Here();
  ++pos_;
  if (Accept(TokenKind::kStar) != is_star) return {};
  NodeRef type;
  Identifier name = 0;
  if (is_star || kind() != TokenKind::kColon) {
    // Several types with a name need parentheses.
    bool is_bare_tuple = false;
    type = ParseExpressions(&is_bare_tuple);
    if (!type || (!is_bare_tuple && !ParseAsName(&name))) return {};
  }
  ListRef body;
  if (!Accept(TokenKind::kColon) || !ParseBlock(&body)) return {};
  ast::ExceptHandler* node = New<ast::ExceptHandler>(first);
  if (node == nullptr) return {};
  node->type = type;
  node->name = name;
  node->body = body;
  EndAtBlock(node);
  return Ref(node);
}

// REQUIRES: at `@`.
NodeRef Parser::ParseDecorated() {
  uint32_t mark = scratch_.size;
  while (Accept(TokenKind::kAt)) {
    NodeRef decorator = ParseNamedExpression();
    if (!decorator || !Push(decorator) || !Accept(TokenKind::kNewline)) return {};
  }
  ListRef decorators;
  if (!Pop(mark, &decorators)) return {};
  Place first = Here();
  if (kind() == TokenKind::kClassKeyword) return ParseClass(first, decorators);
  bool is_async = Accept(TokenKind::kAsyncKeyword);
  return kind() == TokenKind::kDefKeyword ? ParseFunction(first, decorators, is_async) : NodeRef{};
}

// REQUIRES: at `def`; `first` is before an `async`.
NodeRef Parser::ParseFunction(Place first, ListRef decorators, bool is_async) {
  ++pos_;
  if (kind() != TokenKind::kName) return {};
  Identifier name = Intern(token());
  ++pos_;
  ListRef type_params, body;
  if (name == 0 || !ParseTypeParameters(&type_params) || !Accept(TokenKind::kLeftParen)) return {};
  NodeRef parameters = ParseParameters(false), returns;
  if (!parameters || !Accept(TokenKind::kRightParen)) return {};
  if (Accept(TokenKind::kArrow)) {
    returns = ParseExpression();
    if (!returns) return {};
  }
  if (!Accept(TokenKind::kColon) || !ParseBlock(&body)) return {};
  ast::FunctionDef* node = New<ast::FunctionDef>(first);
  if (node == nullptr) return {};
  static_assert(sizeof(ast::FunctionDef) == sizeof(ast::AsyncFunctionDef));
  if (is_async) node->kind = NodeKind::kAsyncFunctionDef;
  node->name = name;
  node->args = parameters;
  node->body = body;
  node->decorator_list = decorators;
  node->returns = returns;
  node->type_params = type_params;
  EndAtBlock(node);
  return Ref(node);
}

// REQUIRES: at `class`.
NodeRef Parser::ParseClass(Place first, ListRef decorators) {
  ++pos_;
  if (kind() != TokenKind::kName) return {};
  Identifier name = Intern(token());
  ++pos_;
  ListRef type_params, bases, keywords, body;
  if (name == 0 || !ParseTypeParameters(&type_params)) return {};
  if (kind() == TokenKind::kLeftParen && !ParseArguments(false, &bases, &keywords)) return {};
  if (!Accept(TokenKind::kColon) || !ParseBlock(&body)) return {};
  ast::ClassDef* node = New<ast::ClassDef>(first);
  if (node == nullptr) return {};
  node->name = name;
  node->bases = bases;
  node->keywords = keywords;
  node->body = body;
  node->decorator_list = decorators;
  node->type_params = type_params;
  EndAtBlock(node);
  return Ref(node);
}

// `[T, *Ts, **P]` with bounds and defaults, or nothing.
bool Parser::ParseTypeParameters(ListRef* list) {
  if (!Accept(TokenKind::kLeftBracket)) return true;
  uint32_t mark = scratch_.size;
  do {
    if (scratch_.size > mark && kind() == TokenKind::kRightBracket) break;
    NodeRef parameter = ParseTypeParameter();
    if (!parameter || !Push(parameter)) return false;
  } while (Accept(TokenKind::kComma));
  return Accept(TokenKind::kRightBracket) && Pop(mark, list);
}

NodeRef Parser::ParseTypeParameter() {
  Place first = Here();
  TokenKind star = kind();
  if (star == TokenKind::kStar || star == TokenKind::kDoubleStar) ++pos_;
  if (kind() != TokenKind::kName) return {};
  Identifier name = Intern(token());
  if (name == 0) return {};
  ++pos_;
  NodeRef bound, fallback;
  if (star == TokenKind::kName && Accept(TokenKind::kColon)) {
    bound = ParseExpression();
    if (!bound) return {};
  }
  if (Accept(TokenKind::kEqual)) {
    fallback = star == TokenKind::kStar ? ParseStarExpression() : ParseExpression();
    if (!fallback) return {};
  }
  if (star == TokenKind::kStar) {
    ast::TypeVarTuple* node = New<ast::TypeVarTuple>(first);
    if (node == nullptr) return {};
    node->name = name;
    node->default_value = fallback;
    return Ref(node);
  }
  if (star == TokenKind::kDoubleStar) {
    ast::ParamSpec* node = New<ast::ParamSpec>(first);
    if (node == nullptr) return {};
    node->name = name;
    node->default_value = fallback;
    return Ref(node);
  }
  ast::TypeVar* node = New<ast::TypeVar>(first);
  if (node == nullptr) return {};
  node->name = name;
  node->bound = bound;
  node->default_value = fallback;
  return Ref(node);
}

// A quick look: what follows the word `match` must be able to begin a subject.
bool Parser::MayBeMatch() const {
  switch (KindAt(1)) {
    case TokenKind::kName:
    case TokenKind::kNumber:
    case TokenKind::kString:
    case TokenKind::kFStringStart:
    case TokenKind::kTStringStart:
    case TokenKind::kLeftParen:
    case TokenKind::kLeftBracket:
    case TokenKind::kLeftBrace:
    case TokenKind::kEllipsis:
    case TokenKind::kPlus:
    case TokenKind::kMinus:
    case TokenKind::kTilde:
    case TokenKind::kStar:
    case TokenKind::kFalseKeyword:
    case TokenKind::kNoneKeyword:
    case TokenKind::kTrueKeyword:
    case TokenKind::kNotKeyword:
    case TokenKind::kLambdaKeyword:
    case TokenKind::kAwaitKeyword:
      return true;
    default:
      return false;
  }
}

// REQUIRES: at `match`. No node without a failure: it was an ordinary name.
NodeRef Parser::ParseMatch() {
  Place first = Here();
  ++pos_;
  NodeRef subject = ParseSubject();
  if (!subject || !Accept(TokenKind::kColon) || !Accept(TokenKind::kNewline) || !Accept(TokenKind::kIndent)) return {};
  uint32_t mark = scratch_.size;
  while (kind() == TokenKind::kName && token().soft == TokenKind::kCaseSoft) {
    NodeRef match_case = ParseCase();
    if (!match_case || !Push(match_case)) return {};
  }
  ListRef cases;
  if (!Accept(TokenKind::kDedent) || !Pop(mark, &cases) || cases.offset == 0) return {};
  ast::Match* node = New<ast::Match>(first);
  if (node == nullptr) return {};
  node->subject = subject;
  node->cases = cases;
  EndAtBlock(node);
  return Ref(node);
}

// A named expression, or a tuple of several that may be starred.
NodeRef Parser::ParseSubject() {
  Place first = Here();
  NodeRef element = ParseStarNamedExpression();
  if (!element) return {};
  if (kind() != TokenKind::kComma) return tree_.Kind(element) == NodeKind::kStarred ? NodeRef{} : element;
  uint32_t mark = scratch_.size;
  if (!Push(element)) return {};
  while (Accept(TokenKind::kComma)) {
    if (!StartsExpression()) break;
    element = ParseStarNamedExpression();
    if (!element || !Push(element)) return {};
  }
  return NewTuple(first, mark);
}

// REQUIRES: at `case`.
NodeRef Parser::ParseCase() {
  Place first = Here();
  ++pos_;
  NodeRef pattern = ParsePatterns(), guard;
  if (!pattern) return {};
  if (Accept(TokenKind::kIfKeyword)) {
    guard = ParseNamedExpression();
    if (!guard) return {};
  }
  ListRef body;
  if (!Accept(TokenKind::kColon) || !ParseBlock(&body)) return {};
  ast::MatchCase* node = New<ast::MatchCase>(first);
  if (node == nullptr) return {};
  node->pattern = pattern;
  node->guard = guard;
  node->body = body;
  EndAtBlock(node);
  return Ref(node);
}

}  // namespace garter
