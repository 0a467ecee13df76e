// Expressions: operators by precedence climbing, and what binds tighter and looser than they do.
//
// Chains that lean to one side (`a + b + ...`, `x.y.z`, `not not x`, `- - x`, `a if b else c if d else ...`) are
// loops, so that input cannot drive the native stack; what must recurse counts its levels (Level).
#include "interpreter/syntax/parser_state.h"

namespace garter {
namespace {

struct OperatorInfo {
  Precedence precedence = kNoOperator;
  uint8_t op = 0;  // a BoolOp, CmpOp or Operator
};
struct OperatorTable {
  OperatorInfo of[static_cast<size_t>(TokenKind::kCount)];
};

constexpr OperatorTable kOperators = [] {
  OperatorTable table;
  auto set = [&table](TokenKind kind, Precedence precedence, auto op) {
    table.of[static_cast<size_t>(kind)] = {precedence, static_cast<uint8_t>(op)};
  };
  using K = TokenKind;
  set(K::kOrKeyword, kOr, BoolOp::kOr);
  set(K::kAndKeyword, kAnd, BoolOp::kAnd);
  set(K::kEqualEqual, kComparison, CmpOp::kEq);
  set(K::kNotEqual, kComparison, CmpOp::kNotEq);
  set(K::kLess, kComparison, CmpOp::kLt);
  set(K::kLessEqual, kComparison, CmpOp::kLtE);
  set(K::kGreater, kComparison, CmpOp::kGt);
  set(K::kGreaterEqual, kComparison, CmpOp::kGtE);
  set(K::kIsKeyword, kComparison, CmpOp::kIs);
  set(K::kInKeyword, kComparison, CmpOp::kIn);
  set(K::kNotKeyword, kComparison, CmpOp::kNotIn);
  set(K::kPipe, kBitOr, Operator::kBitOr);
  set(K::kCaret, kBitXor, Operator::kBitXor);
  set(K::kAmpersand, kBitAnd, Operator::kBitAnd);
  set(K::kLeftShift, kShift, Operator::kLShift);
  set(K::kRightShift, kShift, Operator::kRShift);
  set(K::kPlus, kSum, Operator::kAdd);
  set(K::kMinus, kSum, Operator::kSub);
  set(K::kStar, kTerm, Operator::kMult);
  set(K::kSlash, kTerm, Operator::kDiv);
  set(K::kDoubleSlash, kTerm, Operator::kFloorDiv);
  set(K::kPercent, kTerm, Operator::kMod);
  set(K::kAt, kTerm, Operator::kMatMult);
  return table;
}();

inline const OperatorInfo& InfoOf(TokenKind kind) { return kOperators.of[static_cast<size_t>(kind)]; }

}  // namespace

// star_expressions: one, or a tuple without parentheses.
NodeRef Parser::ParseStarExpressions() {
  Place first = Here();
  NodeRef element = ParseStarExpression();
  if (!element || kind() != TokenKind::kComma) return element;
  uint32_t mark = scratch_.size;
  if (!Push(element)) return {};
  while (Accept(TokenKind::kComma)) {
    if (!StartsExpression()) break;
    element = ParseStarExpression();
    if (!element || !Push(element)) return {};
  }
  return NewTuple(first, mark);
}

NodeRef Parser::ParseStarExpression() { return kind() == TokenKind::kStar ? ParseStarred() : ParseExpression(); }

// expressions: as above without stars (the types of an `except`).
NodeRef Parser::ParseExpressions(bool* is_tuple) {
  Place first = Here();
  NodeRef element = ParseExpression();
  *is_tuple = kind() == TokenKind::kComma;
  if (!element || !*is_tuple) return element;
  uint32_t mark = scratch_.size;
  if (!Push(element)) return {};
  while (Accept(TokenKind::kComma)) {
    if (!StartsExpression()) break;
    element = ParseExpression();
    if (!element || !Push(element)) return {};
  }
  return NewTuple(first, mark);
}

// After a comma: does another element follow? A star counts; who does not take one will refuse it.
bool Parser::StartsExpression() const {
  switch (kind()) {
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

NodeRef Parser::NewTuple(Place first, uint32_t mark) {
  ListRef elements;
  if (!Pop(mark, &elements)) return {};
  ast::Tuple* node = New<ast::Tuple>(first);
  if (node != nullptr) node->elts = elements;
  return Ref(node);
}

// REQUIRES: at a star.
NodeRef Parser::ParseStarred() {
  Place first = Here();
  ++pos_;
  NodeRef value = ParseOperators(kBitOr);
  if (!value) return {};
  ast::Starred* node = New<ast::Starred>(first);
  if (node != nullptr) node->value = value;
  return Ref(node);
}

NodeRef Parser::ParseStarNamedExpression() {
  return kind() == TokenKind::kStar ? ParseStarred() : ParseNamedExpression();
}

NodeRef Parser::ParseNamedExpression() {
  if (kind() != TokenKind::kName || KindAt(1) != TokenKind::kColonEqual) return ParseExpression();
  Place first = Here();
  NodeRef target = ParseName(ExprContext::kStore);
  if (!target) return {};
  ++pos_;
  NodeRef value = ParseExpression();
  if (!value) return {};
  ast::NamedExpr* node = New<ast::NamedExpr>(first);
  if (node == nullptr) return {};
  node->target = target;
  node->value = value;
  return Ref(node);
}

NodeRef Parser::ParseExpression() {
  Level level(*this, kExpressionLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  if (kind() == TokenKind::kLambdaKeyword) return ParseLambda();
  Place first = Here();
  NodeRef body = ParseOperators(kOr);
  if (!body || kind() != TokenKind::kIfKeyword) return body;
  return ParseConditional(first, body);
}

// `a if b else c if d else e` leans to the right: the parts are gathered first and joined from the end.
NodeRef Parser::ParseConditional(Place first, NodeRef body) {
  uint32_t mark = scratch_.size;
  uint32_t levels = 0;
  NodeRef last_part;
  for (;;) {
    ++pos_;
    NodeRef test = ParseOperators(kOr);
    if (!test || !Accept(TokenKind::kElseKeyword)) return {};
    if (!Push(first.line) || !Push(first.col) || !Push(body) || !Push(test)) return {};
    if (kind() == TokenKind::kLambdaKeyword) {
      Level level(*this, kNestedLambdaLevels);
      if (level.too_deep()) return Fail(Failure::kTooDeep);
      last_part = ParseLambda();
      break;
    }
    levels += kConditionalLevels;
    level_ += kConditionalLevels;
    if (level_ > kMaxLevel) return Fail(Failure::kTooDeep);
    first = Here();
    body = ParseOperators(kOr);
    if (!body) return {};
    if (kind() != TokenKind::kIfKeyword) {
      last_part = body;
      break;
    }
  }
  level_ -= levels;
  if (!last_part) return {};
  while (scratch_.size > mark) {
    const uint32_t* part = scratch_.items + scratch_.size - 4;
    ast::IfExp* node = New<ast::IfExp>({part[0], part[1]});
    if (node == nullptr) return {};
    node->body = {part[2]};
    node->test = {part[3]};
    node->orelse = last_part;
    last_part = Ref(node);
    scratch_.size -= 4;
  }
  return last_part;
}

// Everything from `or` down to `*`: reads an operand, then all operators that bind at least as tight as `minimum`.
NodeRef Parser::ParseOperators(Precedence minimum) {
  Place first = Here();
  NodeRef left;
  if (kind() == TokenKind::kNotKeyword) {
    if (minimum > kNot) return {};
    left = ParseNot();
  } else {
    left = ParseFactor();
  }
  for (;;) {
    if (!left) return {};
    OperatorInfo info = InfoOf(kind());
    if (info.precedence < minimum || info.precedence == kNoOperator) return left;
    if (info.precedence >= kBitOr) {
      ++pos_;
      NodeRef right = ParseOperators(static_cast<Precedence>(info.precedence + 1));
      if (!right) return {};
      ast::BinOp* node = New<ast::BinOp>(first);
      if (node == nullptr) return {};
      node->left = left;
      node->op = static_cast<Operator>(info.op);
      node->right = right;
      left = Ref(node);
    } else if (info.precedence == kComparison) {
      if (kind() == TokenKind::kNotKeyword && KindAt(1) != TokenKind::kInKeyword) return left;
      left = ParseComparison(first, left);
    } else {
      left = ParseBoolean(first, left, info.precedence);
    }
  }
}

// REQUIRES: at a `not`. Repeated ones are counted, not nested.
NodeRef Parser::ParseNot() {
  uint32_t first_at = pos_, levels = 0;
  while (kind() == TokenKind::kNotKeyword) {
    ++pos_;
    ++levels;
    level_ += kNotLevels;
    if (level_ > kMaxLevel) return Fail(Failure::kTooDeep);
  }
  NodeRef operand = ParseOperators(kComparison);
  if (!operand) return {};
  level_ -= levels * kNotLevels;
  for (uint32_t at = first_at + levels; at > first_at; --at) {
    const Token& sign = tokens_[at - 1];
    ast::UnaryOp* node = New<ast::UnaryOp>({sign.line, sign.col});
    if (node == nullptr) return {};
    node->op = UnaryOp::kNot;
    node->operand = operand;
    operand = Ref(node);
  }
  return operand;
}

NodeRef Parser::ParseBoolean(Place first, NodeRef left, Precedence precedence) {
  TokenKind word = kind();
  uint32_t mark = scratch_.size;
  if (!Push(left)) return {};
  while (Accept(word)) {
    NodeRef value = ParseOperators(static_cast<Precedence>(precedence + 1));
    if (!value || !Push(value)) return {};
  }
  ListRef values;
  if (!Pop(mark, &values)) return {};
  ast::BoolOp* node = New<ast::BoolOp>(first);
  if (node == nullptr) return {};
  node->op = precedence == kOr ? BoolOp::kOr : BoolOp::kAnd;
  node->values = values;
  return Ref(node);
}

// REQUIRES: at a comparison operator. Operators and operands are pushed in turn and then told apart.
NodeRef Parser::ParseComparison(Place first, NodeRef left) {
  uint32_t mark = scratch_.size;
  for (;;) {
    OperatorInfo info = InfoOf(kind());
    if (info.precedence != kComparison) break;
    CmpOp op = static_cast<CmpOp>(info.op);
    if (kind() == TokenKind::kNotKeyword) {
      if (KindAt(1) != TokenKind::kInKeyword) break;
      ++pos_;
    } else if (op == CmpOp::kIs && KindAt(1) == TokenKind::kNotKeyword) {
      op = CmpOp::kIsNot;
      ++pos_;
    }
    ++pos_;
    NodeRef right = ParseOperators(kBitOr);
    if (!right || !Push(static_cast<uint32_t>(op)) || !Push(right)) return {};
  }
  uint32_t count = (scratch_.size - mark) / 2;
  for (uint32_t i = 0; i < count; ++i) {
    if (!Push(scratch_.items[mark + 2 * i])) return {};
  }
  ListRef ops, comparators;
  if (!Pop(mark + 2 * count, &ops)) return {};
  for (uint32_t i = 0; i < count; ++i) scratch_.items[mark + i] = scratch_.items[mark + 2 * i + 1];
  scratch_.size = mark + count;
  if (!Pop(mark, &comparators)) return {};
  ast::Compare* node = New<ast::Compare>(first);
  if (node == nullptr) return {};
  node->left = left;
  node->ops = ops;
  node->comparators = comparators;
  return Ref(node);
}

// Signs and powers. `**` binds tighter than a sign on its left and to the right of it takes signs again
// (-2 ** -1 is -(2 ** (-1))): both lean to the right, so they are gathered first and joined from the end.
NodeRef Parser::ParseFactor() {
  if (!IsSign(kind())) {
    Place first = Here();
    NodeRef base = ParsePrimary();
    return !base || kind() != TokenKind::kDoubleStar ? base : ParsePower(first, base);
  }
  return ParsePower({}, {});
}

bool Parser::IsSign(TokenKind kind) {
  return kind == TokenKind::kMinus || kind == TokenKind::kPlus || kind == TokenKind::kTilde;
}

// After a base, at `**`; or without a base, at a sign. The parts of three words: a sign's token, or a base.
NodeRef Parser::ParsePower(Place first, NodeRef base) {
  constexpr uint32_t kPartSize = 3;
  uint32_t mark = scratch_.size, levels = level_;
  for (;;) {
    if (base) {
      if (kind() != TokenKind::kDoubleStar) break;
      if (!Push(first.line) || !Push(first.col) || !Push(base)) return {};
      ++pos_;
      level_ += kPowerLevels;
    }
    for (; IsSign(kind()); ++pos_) {
      if (!Push(pos_) || !Push(0u) || !Push(0u)) return {};
      level_ += kFactorLevels;
    }
    if (level_ > kMaxLevel) return Fail(Failure::kTooDeep);
    first = Here();
    base = ParsePrimary();
    if (!base) return {};
  }
  level_ = levels;
  for (; scratch_.size > mark; scratch_.size -= kPartSize) {
    const uint32_t* part = scratch_.items + scratch_.size - kPartSize;
    base = part[2] == 0 ? NewSigned(tokens_[part[0]], base) : NewPower({part[0], part[1]}, {part[2]}, base);
    if (!base) return {};
  }
  return base;
}

NodeRef Parser::NewSigned(const Token& sign, NodeRef operand) {
  ast::UnaryOp* node = New<ast::UnaryOp>({sign.line, sign.col});
  if (node == nullptr) return {};
  node->op = sign.kind == TokenKind::kMinus  ? UnaryOp::kUSub
             : sign.kind == TokenKind::kPlus ? UnaryOp::kUAdd
                                             : UnaryOp::kInvert;
  node->operand = operand;
  return Ref(node);
}

NodeRef Parser::NewPower(Place first, NodeRef base, NodeRef exponent) {
  ast::BinOp* node = New<ast::BinOp>(first);
  if (node == nullptr) return {};
  node->left = base;
  node->op = Operator::kPow;
  node->right = exponent;
  return Ref(node);
}

// An atom with what follows it: attributes, calls, subscripts; an `await` before it takes all of them.
NodeRef Parser::ParsePrimary() {
  Place first = Here();
  if (kind() != TokenKind::kAwaitKeyword) return ParseTrailers(first, ParseAtom());
  ++pos_;
  Place operand = Here();
  NodeRef value = ParseTrailers(operand, ParseAtom());
  if (!value) return {};
  ast::Await* node = New<ast::Await>(first);
  if (node != nullptr) node->value = value;
  return Ref(node);
}

NodeRef Parser::ParseTrailers(Place first, NodeRef value) {
  while (value) {
    switch (kind()) {
      case TokenKind::kDot: {
        ++pos_;
        if (kind() != TokenKind::kName) return {};
        Identifier name = Intern(token());
        ++pos_;
        ast::Attribute* node = New<ast::Attribute>(first);
        if (node == nullptr || name == 0) return {};
        node->value = value;
        node->attr = name;
        value = Ref(node);
        break;
      }
      case TokenKind::kLeftParen:
        value = ParseCall(first, value);
        break;
      case TokenKind::kLeftBracket:
        value = ParseSubscript(first, value);
        break;
      default:
        return value;
    }
  }
  return {};
}

// REQUIRES: at a name.
NodeRef Parser::ParseName(ExprContext context) {
  const Token& name = token();
  Identifier id = Intern(name);
  ++pos_;
  ast::Name* node = New<ast::Name>({name.line, name.col});
  if (node == nullptr || id == 0) return {};
  node->id = id;
  node->ctx = context;
  return Ref(node);
}

NodeRef Parser::ParseAtom() {
  switch (kind()) {
    case TokenKind::kName:
      return ParseName(ExprContext::kLoad);
    case TokenKind::kNumber:
      return ParseNumber();
    case TokenKind::kString:
    case TokenKind::kFStringStart:
    case TokenKind::kTStringStart:
      return ParseStrings();
    case TokenKind::kLeftParen:
      return ParseParenthesis();
    case TokenKind::kLeftBracket:
      return ParseListDisplay();
    case TokenKind::kLeftBrace:
      return ParseBrace();
    case TokenKind::kNoneKeyword:
      return NewConstant(ConstantType::kNone);
    case TokenKind::kTrueKeyword:
      return NewConstant(ConstantType::kTrue);
    case TokenKind::kFalseKeyword:
      return NewConstant(ConstantType::kFalse);
    case TokenKind::kEllipsis:
      return NewConstant(ConstantType::kEllipsis);
    default:
      return {};
  }
}

// REQUIRES: at `lambda`. One in the body of another is a loop.
NodeRef Parser::ParseLambda() {
  constexpr uint32_t kPartSize = 3;  // line, column, parameters
  uint32_t mark = scratch_.size, levels = level_;
  while (kind() == TokenKind::kLambdaKeyword) {
    level_ += kLambdaLevels;
    if (level_ > kMaxLevel) return Fail(Failure::kTooDeep);
    Place first = Here();
    ++pos_;
    NodeRef parameters = ParseParameters(true);
    if (!parameters || !Accept(TokenKind::kColon)) return {};
    if (!Push(first.line) || !Push(first.col) || !Push(parameters)) return {};
  }
  --level_;  // the first lambda's expression was counted by the caller
  NodeRef body = ParseExpression();
  if (!body) return {};
  level_ = levels;
  for (; scratch_.size > mark; scratch_.size -= kPartSize) {
    const uint32_t* part = scratch_.items + scratch_.size - kPartSize;
    ast::Lambda* node = New<ast::Lambda>({part[0], part[1]});
    if (node == nullptr) return {};
    node->args = {part[2]};
    node->body = body;
    body = Ref(node);
  }
  return body;
}

// REQUIRES: at `yield`.
NodeRef Parser::ParseYield() {
  Place first = Here();
  ++pos_;
  if (Accept(TokenKind::kFromKeyword)) {
    NodeRef value = ParseExpression();
    if (!value) return {};
    ast::YieldFrom* node = New<ast::YieldFrom>(first);
    if (node != nullptr) node->value = value;
    return Ref(node);
  }
  NodeRef value;
  if (StartsExpression()) {
    value = ParseStarExpressions();
    if (!value) return {};
  }
  ast::Yield* node = New<ast::Yield>(first);
  if (node != nullptr) node->value = value;
  return Ref(node);
}

}  // namespace garter
