// Statements of one line, and the lists of statements.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/syntax/parser_state.h"

namespace garter {

// Statements up to the end of the block or of the file, which is left.
bool Parser::ParseStatements(ListRef* list) {
  uint32_t mark = scratch_.size;
  while (kind() != TokenKind::kDedent && kind() != TokenKind::kEndMarker) {
    if (!ParseStatement()) return false;
  }
  return scratch_.size > mark && Pop(mark, list);
}

// Pushes one compound statement, or the simple ones of a line.
bool Parser::ParseStatement() {
  NodeRef compound;
  switch (kind()) {
    case TokenKind::kIfKeyword:
    case TokenKind::kForKeyword:
    case TokenKind::kWhileKeyword:
    case TokenKind::kDefKeyword:
    case TokenKind::kClassKeyword:
    case TokenKind::kTryKeyword:
    case TokenKind::kWithKeyword:
    case TokenKind::kAsyncKeyword:
    case TokenKind::kAt:
      compound = ParseCompound();
      return compound && Push(compound);
    case TokenKind::kName:
      if (token().soft == TokenKind::kMatchSoft && MayBeMatch()) {
        uint32_t back = pos_, mark = scratch_.size;
        compound = ParseMatch();
        if (compound) return Push(compound);
        if (failure_ != Failure::kNone) return false;
        pos_ = back;
        scratch_.size = mark;
      }
      return ParseSimpleStatements();
    default:
      return ParseSimpleStatements();
  }
}

bool Parser::ParseSimpleStatements() {
  for (;;) {
    NodeRef statement = ParseSimpleStatement();
    if (!statement || !Push(statement)) return false;
    if (Accept(TokenKind::kNewline)) return true;
    if (!Accept(TokenKind::kSemicolon)) return false;
    if (Accept(TokenKind::kNewline)) return true;
  }
}

// After a colon: an indented block, or simple statements on the same line.
bool Parser::ParseBlock(ListRef* list) {
  Level level(*this, kBlockLevels);
  if (level.too_deep()) {
    Fail(Failure::kTooDeep);
    return false;
  }
  if (Accept(TokenKind::kNewline)) {
    return Accept(TokenKind::kIndent) && ParseStatements(list) && Accept(TokenKind::kDedent);
  }
  uint32_t mark = scratch_.size;
  return ParseSimpleStatements() && Pop(mark, list);
}

NodeRef Parser::ParseSimpleStatement() {
  Place first = Here();
  switch (kind()) {
    case TokenKind::kPassKeyword:
      ++pos_;
      return Ref(New<ast::Pass>(first));
    case TokenKind::kBreakKeyword:
      ++pos_;
      return Ref(New<ast::Break>(first));
    case TokenKind::kContinueKeyword:
      ++pos_;
      return Ref(New<ast::Continue>(first));
    case TokenKind::kReturnKeyword:
      return ParseReturn();
    case TokenKind::kRaiseKeyword:
      return ParseRaise();
    case TokenKind::kDelKeyword:
      return ParseDelete();
    case TokenKind::kAssertKeyword:
      return ParseAssert();
    case TokenKind::kImportKeyword:
      return ParseImport();
    case TokenKind::kFromKeyword:
      return ParseImportFrom();
    case TokenKind::kGlobalKeyword:
    case TokenKind::kNonlocalKeyword:
      return ParseNames(kind() == TokenKind::kGlobalKeyword);
    case TokenKind::kName:
      if (token().soft == TokenKind::kTypeSoft && KindAt(1) == TokenKind::kName) return ParseTypeAlias();
      return ParseExpressionStatement();
    default:
      return ParseExpressionStatement();
  }
}

// An expression, which turns out to be the target of an assignment when `=`, `:` or an operator follows.
NodeRef Parser::ParseExpressionStatement() {
  Place first = Here();
  bool is_yield = kind() == TokenKind::kYieldKeyword;
  NodeRef value = is_yield ? ParseYield() : ParseStarExpressions();
  if (!value) return {};
  TokenKind next = kind();
  if (next != TokenKind::kNewline && !is_yield) {
    if (next == TokenKind::kEqual) return ParseAssignment(first, value);
    if (next == TokenKind::kColon) return ParseAnnotation(first, value);
    if (next >= TokenKind::kPlusEqual && next <= TokenKind::kDoubleSlashEqual) return ParseAugmented(first, value);
  }
  ast::Expr* node = New<ast::Expr>(first);
  if (node != nullptr) node->value = value;
  return Ref(node);
}

// What may stand on the right of an assignment.
NodeRef Parser::ParseAssigned() { return kind() == TokenKind::kYieldKeyword ? ParseYield() : ParseStarExpressions(); }

// REQUIRES: after the first target, at `=`.
NodeRef Parser::ParseAssignment(Place first, NodeRef target) {
  uint32_t mark = scratch_.size;
  NodeRef value = target;
  while (kind() == TokenKind::kEqual) {
    if (!SetTarget(value, TargetRule::kStar) || !Push(value)) return {};
    ++pos_;
    bool is_yield = kind() == TokenKind::kYieldKeyword;
    value = ParseAssigned();
    if (!value || (is_yield && kind() == TokenKind::kEqual)) return {};
  }
  ListRef targets;
  if (!Pop(mark, &targets)) return {};
  ast::Assign* node = New<ast::Assign>(first);
  if (node == nullptr) return {};
  node->targets = targets;
  node->value = value;
  return Ref(node);
}

// REQUIRES: after the target, at `:`.
NodeRef Parser::ParseAnnotation(Place first, NodeRef target) {
  if (!SetTarget(target, TargetRule::kSingle)) return {};
  const Node& target_node = tree_.At(target);
  bool is_simple = target_node.kind == NodeKind::kName && !target_node.parenthesised;
  ++pos_;
  NodeRef annotation = ParseExpression();
  if (!annotation) return {};
  NodeRef value;
  if (Accept(TokenKind::kEqual)) {
    value = ParseAssigned();
    if (!value) return {};
  }
  ast::AnnAssign* node = New<ast::AnnAssign>(first);
  if (node == nullptr) return {};
  node->target = target;
  node->annotation = annotation;
  node->value = value;
  node->simple = is_simple;
  return Ref(node);
}

// REQUIRES: after the target, at an augmented assignment's operator.
NodeRef Parser::ParseAugmented(Place first, NodeRef target) {
  if (!SetTarget(target, TargetRule::kSingle)) return {};
  Operator op = static_cast<Operator>(static_cast<int>(kind()) - static_cast<int>(TokenKind::kPlusEqual));
  ++pos_;
  NodeRef value = ParseAssigned();
  if (!value) return {};
  ast::AugAssign* node = New<ast::AugAssign>(first);
  if (node == nullptr) return {};
  node->target = target;
  node->op = op;
  node->value = value;
  return Ref(node);
}

// REQUIRES: at `type` with a name after it.
NodeRef Parser::ParseTypeAlias() {
  Place first = Here();
  ++pos_;
  NodeRef name = ParseName(ExprContext::kStore);
  ListRef parameters;
  if (!name || !ParseTypeParameters(&parameters) || !Accept(TokenKind::kEqual)) return {};
  NodeRef value = ParseExpression();
  if (!value) return {};
  ast::TypeAlias* node = New<ast::TypeAlias>(first);
  if (node == nullptr) return {};
  node->name = name;
  node->type_params = parameters;
  node->value = value;
  return Ref(node);
}

NodeRef Parser::ParseReturn() {
  Place first = Here();
  ++pos_;
  NodeRef value;
  if (StartsExpression()) {
    value = ParseStarExpressions();
    if (!value) return {};
  }
  ast::Return* node = New<ast::Return>(first);
  if (node != nullptr) node->value = value;
  return Ref(node);
}

NodeRef Parser::ParseRaise() {
  Place first = Here();
  ++pos_;
  NodeRef exception, cause;
  if (StartsExpression()) {
    exception = ParseExpression();
    if (!exception) return {};
    if (Accept(TokenKind::kFromKeyword)) {
      cause = ParseExpression();
      if (!cause) return {};
    }
  }
  ast::Raise* node = New<ast::Raise>(first);
  if (node == nullptr) return {};
  node->exc = exception;
  node->cause = cause;
  return Ref(node);
}

NodeRef Parser::ParseDelete() {
  Place first = Here();
  uint32_t mark = scratch_.size;
  ++pos_;
  do {
    if (scratch_.size > mark && !StartsExpression()) break;
    Place target_first = Here();
    NodeRef target = ParseTrailers(target_first, ParseAtom());
    if (!target || !SetTarget(target, TargetRule::kDelete) || !Push(target)) return {};
  } while (Accept(TokenKind::kComma));
  if (kind() != TokenKind::kSemicolon && kind() != TokenKind::kNewline) return {};
  ListRef targets;
  if (!Pop(mark, &targets)) return {};
  ast::Delete* node = New<ast::Delete>(first);
  if (node != nullptr) node->targets = targets;
  return Ref(node);
}

NodeRef Parser::ParseAssert() {
  Place first = Here();
  ++pos_;
  NodeRef test = ParseExpression(), message;
  if (!test) return {};
  if (Accept(TokenKind::kComma)) {
    message = ParseExpression();
    if (!message) return {};
  }
  ast::Assert* node = New<ast::Assert>(first);
  if (node == nullptr) return {};
  node->test = test;
  node->msg = message;
  return Ref(node);
}

// REQUIRES: at `global` or `nonlocal`.
NodeRef Parser::ParseNames(bool is_global) {
  Place first = Here();
  uint32_t mark = scratch_.size;
  ++pos_;
  do {
    if (kind() != TokenKind::kName) return {};
    Identifier name = Intern(token());
    if (name == 0 || !Push(name)) return {};
    ++pos_;
  } while (Accept(TokenKind::kComma));
  ListRef names;
  if (!Pop(mark, &names)) return {};
  if (is_global) {
    ast::Global* node = New<ast::Global>(first);
    if (node != nullptr) node->names = names;
    return Ref(node);
  }
  ast::Nonlocal* node = New<ast::Nonlocal>(first);
  if (node != nullptr) node->names = names;
  return Ref(node);
}

// REQUIRES: at `import`.
NodeRef Parser::ParseImport() {
  Place first = Here();
  uint32_t mark = scratch_.size;
  ++pos_;
  do {
    Place alias_first = Here();
    Identifier name = 0, as_name = 0;
    if (!ParseDottedName(&name) || !ParseAsName(&as_name)) return {};
    ast::Alias* alias = New<ast::Alias>(alias_first);
    if (alias == nullptr) return {};
    alias->name = name;
    alias->asname = as_name;
    if (!Push(Ref(alias))) return {};
  } while (Accept(TokenKind::kComma));
  ListRef names;
  if (!Pop(mark, &names)) return {};
  ast::Import* node = New<ast::Import>(first);
  if (node != nullptr) node->names = names;
  return Ref(node);
}

// `as name`, or nothing.
bool Parser::ParseAsName(Identifier* name) {
  if (!Accept(TokenKind::kAsKeyword)) return true;
  if (kind() != TokenKind::kName) return false;
  *name = Intern(token());
  ++pos_;
  return *name != 0;
}

// `a.b.c` is one name. When it is written with blanks, or its parts change by normalisation, it is joined anew.
bool Parser::ParseDottedName(Identifier* name) {
  if (kind() != TokenKind::kName) return false;
  uint32_t first_at = pos_++;
  *name = 0;
  if (kind() != TokenKind::kDot) {
    *name = Intern(tokens_[first_at]);
    return *name != 0;
  }
  while (Accept(TokenKind::kDot)) {
    if (kind() != TokenKind::kName) return false;
    ++pos_;
  }
  *name = InternDotted(first_at, pos_);
  return *name != 0;
}

Identifier Parser::InternDotted(uint32_t from, uint32_t to) {
  uint32_t size = 0;
  for (uint32_t i = from; i < to; i += 2) {
    Identifier part = Intern(tokens_[i]);
    if (part == 0) return 0;
    size += static_cast<uint32_t>(tree_.Text(part).size()) + 1;
  }
  char* joined = static_cast<char*>(arena_.Allocate(size));
  if (joined == nullptr) {
    LimitReached();
    return 0;
  }
  uint32_t at = 0;
  for (uint32_t i = from; i < to; i += 2) {
    std::string_view part = tree_.Text(Intern(tokens_[i]));
    if (at > 0) joined[at++] = '.';
    CopyBytes(joined + at, part.data(), part.size());
    at += static_cast<uint32_t>(part.size());
  }
  Identifier name = tree_.Intern({joined, at});
  if (name == 0) LimitReached();
  return name;
}

// REQUIRES: at `from`.
NodeRef Parser::ParseImportFrom() {
  Place first = Here();
  ++pos_;
  int32_t level = 0;
  for (;; ++pos_) {
    if (kind() == TokenKind::kDot) {
      level += 1;
    } else if (kind() == TokenKind::kEllipsis) {
      level += 3;
    } else {
      break;
    }
  }
  Identifier module = 0;
  ListRef names;
  if ((kind() == TokenKind::kName || level == 0) && !ParseDottedName(&module)) return {};
  if (!Accept(TokenKind::kImportKeyword) || !ParseImportNames(&names)) return {};
  ast::ImportFrom* node = New<ast::ImportFrom>(first);
  if (node == nullptr) return {};
  node->module = module;
  node->names = names;
  node->level = level;
  return Ref(node);
}

// `*`, names, or names in parentheses, where alone a comma may end them.
bool Parser::ParseImportNames(ListRef* names) {
  uint32_t mark = scratch_.size;
  if (kind() == TokenKind::kStar) {
    Place star = Here();
    ++pos_;
    Identifier name = tree_.Intern("*");
    ast::Alias* alias = New<ast::Alias>(star);
    if (alias == nullptr || name == 0) return false;
    alias->name = name;
    return Push(Ref(alias)) && Pop(mark, names);
  }
  bool in_parentheses = Accept(TokenKind::kLeftParen);
  do {
    if (in_parentheses && scratch_.size > mark && kind() == TokenKind::kRightParen) break;
    if (kind() != TokenKind::kName) return false;
    Place alias_first = Here();
    Identifier name = Intern(token()), as_name = 0;
    ++pos_;
    if (name == 0 || !ParseAsName(&as_name)) return false;
    ast::Alias* alias = New<ast::Alias>(alias_first);
    if (alias == nullptr) return false;
    alias->name = name;
    alias->asname = as_name;
    if (!Push(Ref(alias))) return false;
  } while (Accept(TokenKind::kComma));
  if (in_parentheses ? !Accept(TokenKind::kRightParen)
                     : kind() != TokenKind::kNewline && kind() != TokenKind::kSemicolon) {
    return false;
  }
  return Pop(mark, names);
}

}  // namespace garter
