// The patterns of `case`.
#include "interpreter/syntax/parser_state.h"

namespace garter {

// patterns: one, or a sequence without brackets.
NodeRef Parser::ParsePatterns() {
  Place first = Here();
  NodeRef pattern = ParseMaybeStarPattern();
  if (!pattern) return {};
  if (kind() != TokenKind::kComma) {
    return tree_.Kind(pattern) == NodeKind::kMatchStar ? NodeRef{} : pattern;
  }
  uint32_t mark = scratch_.size;
  if (!Push(pattern)) return {};
  while (Accept(TokenKind::kComma)) {
    if (kind() == TokenKind::kColon || kind() == TokenKind::kIfKeyword) break;
    pattern = ParseMaybeStarPattern();
    if (!pattern || !Push(pattern)) return {};
  }
  ListRef patterns;
  if (!Pop(mark, &patterns)) return {};
  ast::MatchSequence* node = New<ast::MatchSequence>(first);
  if (node != nullptr) node->patterns = patterns;
  return Ref(node);
}

NodeRef Parser::ParseMaybeStarPattern() { return kind() == TokenKind::kStar ? ParseStarPattern() : ParsePattern(); }

// REQUIRES: at a star.
NodeRef Parser::ParseStarPattern() {
  Place first = Here();
  ++pos_;
  if (kind() != TokenKind::kName) return {};
  Identifier name = token().soft == TokenKind::kUnderscoreSoft ? 0 : Intern(token());
  if (name == 0 && token().soft != TokenKind::kUnderscoreSoft) return {};
  ++pos_;
  // A capture must not be the beginning of something longer.
  if (kind() == TokenKind::kDot || kind() == TokenKind::kLeftParen || kind() == TokenKind::kEqual) return {};
  ast::MatchStar* node = New<ast::MatchStar>(first);
  if (node != nullptr) node->name = name;
  return Ref(node);
}

// pattern: alternatives, perhaps with `as name`.
NodeRef Parser::ParsePattern() {
  Level level(*this, kPatternLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  Place first = Here();
  NodeRef pattern = ParseOrPattern();
  if (!pattern || !Accept(TokenKind::kAsKeyword)) return pattern;
  if (kind() != TokenKind::kName || token().soft == TokenKind::kUnderscoreSoft) return {};
  Identifier name = Intern(token());
  if (name == 0) return {};
  ++pos_;
  if (kind() == TokenKind::kDot || kind() == TokenKind::kLeftParen || kind() == TokenKind::kEqual) return {};
  return NewMatchAs(first, pattern, name);
}

NodeRef Parser::NewMatchAs(Place first, NodeRef pattern, Identifier name) {
  ast::MatchAs* node = New<ast::MatchAs>(first);
  if (node == nullptr) return {};
  node->pattern = pattern;
  node->name = name;
  return Ref(node);
}

NodeRef Parser::ParseOrPattern() {
  Place first = Here();
  NodeRef pattern = ParseClosedPattern();
  if (!pattern || kind() != TokenKind::kPipe) return pattern;
  uint32_t mark = scratch_.size;
  if (!Push(pattern)) return {};
  while (Accept(TokenKind::kPipe)) {
    pattern = ParseClosedPattern();
    if (!pattern || !Push(pattern)) return {};
  }
  ListRef patterns;
  if (!Pop(mark, &patterns)) return {};
  ast::MatchOr* node = New<ast::MatchOr>(first);
  if (node != nullptr) node->patterns = patterns;
  return Ref(node);
}

NodeRef Parser::ParseClosedPattern() {
  switch (kind()) {
    case TokenKind::kNumber:
    case TokenKind::kMinus:
    case TokenKind::kString:
    case TokenKind::kFStringStart:
    case TokenKind::kTStringStart:
    case TokenKind::kNoneKeyword:
    case TokenKind::kTrueKeyword:
    case TokenKind::kFalseKeyword:
      return ParseLiteralPattern();
    case TokenKind::kName:
      return ParseNamePattern();
    case TokenKind::kLeftParen:
    case TokenKind::kLeftBracket:
      return ParseSequencePattern();
    case TokenKind::kLeftBrace:
      return ParseMappingPattern();
    default:
      return {};
  }
}

NodeRef Parser::ParseLiteralPattern() {
  Place first = Here();
  ConstantType type = kind() == TokenKind::kNoneKeyword    ? ConstantType::kNone
                      : kind() == TokenKind::kTrueKeyword  ? ConstantType::kTrue
                      : kind() == TokenKind::kFalseKeyword ? ConstantType::kFalse
                                                           : ConstantType::kInt;
  if (type != ConstantType::kInt) {
    ++pos_;
    ast::MatchSingleton* node = New<ast::MatchSingleton>(first);
    if (node != nullptr) node->value.type = type;
    return Ref(node);
  }
  NodeRef value = ParsePatternLiteral();
  if (!value) return {};
  ast::MatchValue* node = New<ast::MatchValue>(first);
  if (node != nullptr) node->value = value;
  return Ref(node);
}

// A number, perhaps signed or complex, or strings.
NodeRef Parser::ParsePatternLiteral() {
  if (kind() != TokenKind::kNumber && kind() != TokenKind::kMinus) return ParseStrings();
  Place first = Here();
  NodeRef left = ParseSignedNumber();
  if (!left || (kind() != TokenKind::kPlus && kind() != TokenKind::kMinus)) return left;
  Operator op = kind() == TokenKind::kPlus ? Operator::kAdd : Operator::kSub;
  if (IsComplex(left)) return RaiseNumber("real number required in complex literal", left);
  ++pos_;
  if (kind() != TokenKind::kNumber) return {};
  NodeRef right = ParseNumber();
  if (!right) return {};
  if (!IsComplex(right)) return RaiseNumber("imaginary number required in complex literal", right);
  ast::BinOp* node = New<ast::BinOp>(first);
  if (node == nullptr) return {};
  node->left = left;
  node->op = op;
  node->right = right;
  return Ref(node);
}

bool Parser::IsComplex(NodeRef number) const {
  const ast::UnaryOp* sign = tree_.GetIf<ast::UnaryOp>(number);
  return tree_.Get<ast::Constant>(sign != nullptr ? sign->operand : number).value.type == ConstantType::kComplex;
}

NodeRef Parser::RaiseNumber(std::string_view message, NodeRef number) {
  const Node& node = tree_.At(number);
  return Raise(SyntaxErrorType::kSyntaxError, message, {node.lineno, node.col_offset},
               {node.end_lineno, node.end_col_offset});
}

NodeRef Parser::ParseSignedNumber() {
  Place first = Here();
  bool is_negative = Accept(TokenKind::kMinus);
  if (kind() != TokenKind::kNumber) return {};
  NodeRef number = ParseNumber();
  if (!number || !is_negative) return number;
  ast::UnaryOp* node = New<ast::UnaryOp>(first);
  if (node == nullptr) return {};
  node->op = UnaryOp::kUSub;
  node->operand = number;
  return Ref(node);
}

// A name: the wildcard, a capture, a dotted value, or the class of a class pattern.
NodeRef Parser::ParseNamePattern() {
  Place first = Here();
  TokenKind next = KindAt(1);
  if (next != TokenKind::kDot && next != TokenKind::kLeftParen) {
    if (next == TokenKind::kEqual) return {};
    bool is_wildcard = token().soft == TokenKind::kUnderscoreSoft;
    Identifier name = is_wildcard ? 0 : Intern(token());
    if (!is_wildcard && name == 0) return {};
    ++pos_;
    return NewMatchAs(first, {}, name);
  }
  NodeRef value = ParseDottedValue();
  if (!value) return {};
  if (kind() == TokenKind::kLeftParen) return ParseClassPattern(first, value);
  if (kind() == TokenKind::kEqual) return {};
  ast::MatchValue* node = New<ast::MatchValue>(first);
  if (node != nullptr) node->value = value;
  return Ref(node);
}

// REQUIRES: at a name. `a.b.c` as an expression.
NodeRef Parser::ParseDottedValue() {
  Place first = Here();
  NodeRef value = ParseName(ExprContext::kLoad);
  while (value && Accept(TokenKind::kDot)) {
    if (kind() != TokenKind::kName) return {};
    Identifier attr = Intern(token());
    ++pos_;
    ast::Attribute* node = New<ast::Attribute>(first);
    if (node == nullptr || attr == 0) return {};
    node->value = value;
    node->attr = attr;
    value = Ref(node);
  }
  return value;
}

// REQUIRES: at `(` or `[`. In parentheses a single pattern without a comma is a group.
NodeRef Parser::ParseSequencePattern() {
  Level level(*this, kPatternLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  Place first = Here();
  bool is_group = kind() == TokenKind::kLeftParen;
  TokenKind closing = is_group ? TokenKind::kRightParen : TokenKind::kRightBracket;
  uint32_t mark = scratch_.size;
  ++pos_;
  while (kind() != closing) {
    NodeRef pattern = ParseMaybeStarPattern();
    if (!pattern) return {};
    if (is_group && scratch_.size == mark && kind() == closing && tree_.Kind(pattern) != NodeKind::kMatchStar) {
      ++pos_;
      return pattern;
    }
    if (!Push(pattern)) return {};
    if (!Accept(TokenKind::kComma)) {
      if (is_group && scratch_.size == mark + 1) return {};
      break;
    }
  }
  ListRef patterns;
  if (!Accept(closing) || !Pop(mark, &patterns)) return {};
  ast::MatchSequence* node = New<ast::MatchSequence>(first);
  if (node != nullptr) node->patterns = patterns;
  return Ref(node);
}

// REQUIRES: at `{`.
NodeRef Parser::ParseMappingPattern() {
  Level level(*this, kPatternLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  Place first = Here();
  uint32_t mark = scratch_.size;
  Identifier rest = 0;
  ++pos_;
  while (kind() != TokenKind::kRightBrace) {
    if (rest != 0) return {};
    if (Accept(TokenKind::kDoubleStar)) {
      if (kind() != TokenKind::kName || token().soft == TokenKind::kUnderscoreSoft) return {};
      rest = Intern(token());
      if (rest == 0) return {};
      ++pos_;
    } else {
      NodeRef key = ParsePatternKey();
      if (!key || !Accept(TokenKind::kColon)) return {};
      NodeRef pattern = ParsePattern();
      if (!pattern || !Push(key) || !Push(pattern)) return {};
    }
    if (!Accept(TokenKind::kComma)) break;
  }
  if (!Accept(TokenKind::kRightBrace)) return {};
  ListRef keys, patterns;
  if (!PopPairs(mark, &keys, &patterns)) return {};
  ast::MatchMapping* node = New<ast::MatchMapping>(first);
  if (node == nullptr) return {};
  node->keys = keys;
  node->patterns = patterns;
  node->rest = rest;
  return Ref(node);
}

// A literal or a dotted name.
NodeRef Parser::ParsePatternKey() {
  switch (kind()) {
    case TokenKind::kNoneKeyword:
      return NewConstant(ConstantType::kNone);
    case TokenKind::kTrueKeyword:
      return NewConstant(ConstantType::kTrue);
    case TokenKind::kFalseKeyword:
      return NewConstant(ConstantType::kFalse);
    case TokenKind::kNumber:
    case TokenKind::kMinus:
    case TokenKind::kString:
    case TokenKind::kFStringStart:
    case TokenKind::kTStringStart:
      return ParsePatternLiteral();
    case TokenKind::kName:
      return KindAt(1) == TokenKind::kDot ? ParseDottedValue() : NodeRef{};
    default:
      return {};
  }
}

// REQUIRES: at `(`. Patterns, then name=pattern.
NodeRef Parser::ParseClassPattern(Place first, NodeRef cls) {
  Level level(*this, kPatternLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  uint32_t mark = scratch_.size, keywords_mark = 0;
  bool in_keywords = false;
  ++pos_;
  while (kind() != TokenKind::kRightParen) {
    bool is_keyword = kind() == TokenKind::kName && KindAt(1) == TokenKind::kEqual;
    if (is_keyword) {
      if (!in_keywords) keywords_mark = scratch_.size;
      in_keywords = true;
      Identifier name = Intern(token());
      if (name == 0 || !Push(name)) return {};
      pos_ += 2;
    } else if (in_keywords) {
      return {};
    }
    NodeRef pattern = ParsePattern();
    if (!pattern || !Push(pattern)) return {};
    if (!Accept(TokenKind::kComma)) break;
  }
  if (!Accept(TokenKind::kRightParen)) return {};
  ListRef names, named, patterns;
  if (in_keywords && !PopPairs(keywords_mark, &names, &named)) return {};
  if (!Pop(mark, &patterns)) return {};
  ast::MatchClass* node = New<ast::MatchClass>(first);
  if (node == nullptr) return {};
  node->cls = cls;
  node->patterns = patterns;
  node->kwd_attrs = names;
  node->kwd_patterns = named;
  return Ref(node);
}

}  // namespace garter
