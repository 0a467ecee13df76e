// What stands in brackets: groups, tuples, lists, sets, dicts, comprehensions, call arguments and subscripts; and
// the targets of assignments, which are displays and primaries that are written to.
#include "interpreter/syntax/parser_state.h"

namespace garter {

// REQUIRES: at `(`. A group, a tuple, a yield or a generator expression.
NodeRef Parser::ParseParenthesis() {
  Level level(*this, kAtomLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  Place first = Here();
  ++pos_;
  if (kind() == TokenKind::kRightParen) {
    ++pos_;
    return Ref(New<ast::Tuple>(first));
  }
  if (kind() == TokenKind::kYieldKeyword) return ParseGroupEnd(ParseYield());
  NodeRef element = ParseStarNamedExpression();
  if (!element) return {};
  if (kind() == TokenKind::kComma) return ParseTupleRest(first, element);
  if (tree_.Kind(element) == NodeKind::kStarred && !tree_.At(element).parenthesised) return {};
  if (!AtFor()) return ParseGroupEnd(element);
  ListRef generators;
  if (!ParseGenerators(&generators) || !Accept(TokenKind::kRightParen)) return {};
  ast::GeneratorExp* node = New<ast::GeneratorExp>(first);
  if (node == nullptr) return {};
  node->elt = element;
  node->generators = generators;
  return Ref(node);
}

NodeRef Parser::ParseGroupEnd(NodeRef inner) {
  if (!inner || !Accept(TokenKind::kRightParen)) return {};
  tree_.At(inner).parenthesised = 1;
  return inner;
}

// REQUIRES: after the first element, at a comma.
NodeRef Parser::ParseTupleRest(Place first, NodeRef element) {
  uint32_t mark = scratch_.size;
  if (!Push(element) || !ParseElements(TokenKind::kRightParen)) return {};
  return NewTuple(first, mark);
}

// `, element` as often as it comes, a trailing comma, and the closing bracket.
bool Parser::ParseElements(TokenKind closing) {
  while (Accept(TokenKind::kComma)) {
    if (kind() == closing) break;
    NodeRef element = ParseStarNamedExpression();
    if (!element || !Push(element)) return false;
  }
  return Accept(closing);
}

// REQUIRES: at `[`.
NodeRef Parser::ParseListDisplay() {
  Level level(*this, kAtomLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  Place first = Here();
  uint32_t mark = scratch_.size;
  ++pos_;
  if (!Accept(TokenKind::kRightBracket)) {
    NodeRef element = ParseStarNamedExpression();
    if (!element) return {};
    if (AtFor()) {
      ListRef generators;
      if (tree_.Kind(element) == NodeKind::kStarred) return {};
      if (!ParseGenerators(&generators) || !Accept(TokenKind::kRightBracket)) return {};
      ast::ListComp* node = New<ast::ListComp>(first);
      if (node == nullptr) return {};
      node->elt = element;
      node->generators = generators;
      return Ref(node);
    }
    if (!Push(element) || !ParseElements(TokenKind::kRightBracket)) return {};
  }
  ListRef elements;
  if (!Pop(mark, &elements)) return {};
  ast::List* node = New<ast::List>(first);
  if (node != nullptr) node->elts = elements;
  return Ref(node);
}

// REQUIRES: at `{`. A dict or a set, or the comprehension of one.
NodeRef Parser::ParseBrace() {
  Level level(*this, kAtomLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  Place first = Here();
  uint32_t mark = scratch_.size;
  ++pos_;
  if (kind() == TokenKind::kRightBrace || kind() == TokenKind::kDoubleStar) return ParseDict(first, {});
  NodeRef element = ParseStarNamedExpression();
  if (!element) return {};
  if (kind() == TokenKind::kColon) {
    // A key is an expression: a bare star or walrus there is not a dict.
    const Node& key = tree_.At(element);
    bool is_bare = !key.parenthesised && (key.kind == NodeKind::kStarred || key.kind == NodeKind::kNamedExpr);
    return is_bare ? NodeRef{} : ParseDict(first, element);
  }
  ListRef list;
  if (AtFor()) {
    if (tree_.Kind(element) == NodeKind::kStarred) return {};
    if (!ParseGenerators(&list) || !Accept(TokenKind::kRightBrace)) return {};
    ast::SetComp* node = New<ast::SetComp>(first);
    if (node == nullptr) return {};
    node->elt = element;
    node->generators = list;
    return Ref(node);
  }
  if (!Push(element) || !ParseElements(TokenKind::kRightBrace) || !Pop(mark, &list)) return {};
  ast::Set* node = New<ast::Set>(first);
  if (node != nullptr) node->elts = list;
  return Ref(node);
}

// After `{` and, if there is one, the first key. Keys and values are pushed in turn; no key is `**`.
NodeRef Parser::ParseDict(Place first, NodeRef key) {
  uint32_t mark = scratch_.size;
  while (key || kind() != TokenKind::kRightBrace) {
    NodeRef value;
    if (!key && Accept(TokenKind::kDoubleStar)) {
      value = ParseOperators(kBitOr);
    } else {
      bool is_first = static_cast<bool>(key);
      if (!is_first) key = ParseExpression();
      if (!key || !Accept(TokenKind::kColon)) return {};
      value = ParseExpression();
      if (value && is_first && AtFor()) return ParseDictComprehension(first, key, value);
    }
    if (!value || !Push(key) || !Push(value)) return {};
    key = {};
    if (!Accept(TokenKind::kComma)) break;
  }
  if (!Accept(TokenKind::kRightBrace)) return {};
  uint32_t count = (scratch_.size - mark) / 2;
  for (uint32_t i = 0; i < count; ++i) {
    if (!Push(scratch_.items[mark + 2 * i])) return {};
  }
  ListRef keys, values;
  if (!Pop(mark + 2 * count, &keys)) return {};
  for (uint32_t i = 0; i < count; ++i) scratch_.items[mark + i] = scratch_.items[mark + 2 * i + 1];
  scratch_.size = mark + count;
  if (!Pop(mark, &values)) return {};
  ast::Dict* node = New<ast::Dict>(first);
  if (node == nullptr) return {};
  node->keys = keys;
  node->values = values;
  return Ref(node);
}

NodeRef Parser::ParseDictComprehension(Place first, NodeRef key, NodeRef value) {
  ListRef generators;
  if (!ParseGenerators(&generators) || !Accept(TokenKind::kRightBrace)) return {};
  ast::DictComp* node = New<ast::DictComp>(first);
  if (node == nullptr) return {};
  node->key = key;
  node->value = value;
  node->generators = generators;
  return Ref(node);
}

// REQUIRES: AtFor().
bool Parser::ParseGenerators(ListRef* list) {
  uint32_t mark = scratch_.size;
  do {
    NodeRef generator = ParseGenerator();
    if (!generator || !Push(generator)) return false;
  } while (AtFor());
  return Pop(mark, list);
}

NodeRef Parser::ParseGenerator() {
  Place first = Here();
  bool is_async = Accept(TokenKind::kAsyncKeyword);
  ++pos_;
  NodeRef target = ParseTargets();
  if (!target || !Accept(TokenKind::kInKeyword)) return {};
  NodeRef iter = ParseOperators(kOr);
  if (!iter) return {};
  uint32_t mark = scratch_.size;
  while (Accept(TokenKind::kIfKeyword)) {
    NodeRef condition = ParseOperators(kOr);
    if (!condition || !Push(condition)) return {};
  }
  ListRef ifs;
  if (!Pop(mark, &ifs)) return {};
  ast::Comprehension* node = New<ast::Comprehension>(first);
  if (node == nullptr) return {};
  node->target = target;
  node->iter = iter;
  node->ifs = ifs;
  node->is_async = is_async;
  return Ref(node);
}

// REQUIRES: at `(`.
NodeRef Parser::ParseCall(Place first, NodeRef callee) {
  Level level(*this, kCallLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  ListRef args, keywords;
  if (!ParseArguments(true, &args, &keywords)) return {};
  ast::Call* node = New<ast::Call>(first);
  if (node == nullptr) return {};
  node->func = callee;
  node->args = args;
  node->keywords = keywords;
  return Ref(node);
}

// REQUIRES: at `(`. Takes the closing parenthesis too. With `allows_generator` a sole generator expression needs no
// parentheses of its own; its place is then that of the call's.
//
// The order: positional ones and `*x`; from the first `name=` on only `name=` and `*x`; from the first `**x` on
// only `name=` and `**x`.
bool Parser::ParseArguments(bool allows_generator, ListRef* args, ListRef* keywords) {
  Place first = Here();
  uint32_t mark = scratch_.size;
  uint32_t keyword_count = 0;  // keywords are kept in a chain through pairs: see below
  bool after_double_star = false;
  ++pos_;
  // Positional arguments are pushed as they are, keywords with the lowest bit set (nodes are 8-byte aligned).
  while (kind() != TokenKind::kRightParen) {
    NodeRef argument;
    uint32_t tag = 0;
    if (kind() == TokenKind::kStar) {
      if (after_double_star) return false;
      Place star = Here();
      ++pos_;
      NodeRef value = ParseExpression();
      if (!value) return false;
      ast::Starred* node = New<ast::Starred>(star);
      if (node == nullptr) return false;
      node->value = value;
      argument = Ref(node);
    } else if (kind() == TokenKind::kDoubleStar) {
      Place stars = Here();
      ++pos_;
      after_double_star = true;
      tag = 1;
      argument = ParseKeywordValue(stars, 0);
    } else if (kind() == TokenKind::kName && KindAt(1) == TokenKind::kEqual) {
      Place name = Here();
      Identifier id = Intern(token());
      if (id == 0) return false;
      pos_ += 2;
      tag = 1;
      argument = ParseKeywordValue(name, id);
    } else {
      if (keyword_count > 0) return false;
      argument = ParseNamedExpression();
      if (argument && AtFor()) {
        if (!allows_generator || scratch_.size != mark) return false;
        return ParseArgumentGenerator(first, argument, args);
      }
    }
    keyword_count += tag;
    if (!argument || !Push(argument.offset | tag)) return false;
    if (!Accept(TokenKind::kComma)) break;
  }
  if (!Accept(TokenKind::kRightParen)) return false;
  return SplitArguments(mark, keyword_count, args, keywords);
}

bool Parser::SplitArguments(uint32_t mark, uint32_t keyword_count, ListRef* args, ListRef* keywords) {
  if (keyword_count == 0) return Pop(mark, args);
  uint32_t total = scratch_.size - mark;
  for (uint32_t i = 0; i < total; ++i) {
    uint32_t item = scratch_.items[mark + i];
    if ((item & 1) != 0 && !Push(item & ~1u)) return false;
  }
  if (!Pop(mark + total, keywords)) return false;
  uint32_t kept = mark;
  for (uint32_t i = 0; i < total; ++i) {
    uint32_t item = scratch_.items[mark + i];
    if ((item & 1) == 0) scratch_.items[kept++] = item;
  }
  scratch_.size = kept;
  return Pop(mark, args);
}

NodeRef Parser::ParseKeywordValue(Place first, Identifier name) {
  NodeRef value = ParseExpression();
  if (!value) return {};
  ast::Keyword* node = New<ast::Keyword>(first);
  if (node == nullptr) return {};
  node->arg = name;
  node->value = value;
  return Ref(node);
}

bool Parser::ParseArgumentGenerator(Place first, NodeRef element, ListRef* args) {
  ListRef generators;
  if (!ParseGenerators(&generators) || !Accept(TokenKind::kRightParen)) return false;
  ast::GeneratorExp* node = New<ast::GeneratorExp>(first);
  if (node == nullptr) return false;
  node->elt = element;
  node->generators = generators;
  uint32_t mark = scratch_.size;
  return Push(Ref(node)) && Pop(mark, args);
}

// REQUIRES: at `[`.
NodeRef Parser::ParseSubscript(Place first, NodeRef value) {
  Level level(*this, kSubscriptLevels);
  if (level.too_deep()) return Fail(Failure::kTooDeep);
  ++pos_;
  Place slice_first = Here();
  bool is_starred = kind() == TokenKind::kStar;
  NodeRef slice = is_starred ? ParseSubscriptStar() : ParseSlice();
  if (!slice) return {};
  if (is_starred || kind() == TokenKind::kComma) {
    uint32_t mark = scratch_.size;
    if (!Push(slice)) return {};
    while (Accept(TokenKind::kComma)) {
      if (kind() == TokenKind::kRightBracket) break;
      slice = kind() == TokenKind::kStar ? ParseSubscriptStar() : ParseSlice();
      if (!slice || !Push(slice)) return {};
    }
    slice = NewTuple(slice_first, mark);
    if (!slice) return {};
  }
  if (!Accept(TokenKind::kRightBracket)) return {};
  ast::Subscript* node = New<ast::Subscript>(first);
  if (node == nullptr) return {};
  node->value = value;
  node->slice = slice;
  return Ref(node);
}

// A star in a subscript takes a whole expression, as in a call.
NodeRef Parser::ParseSubscriptStar() {
  Place first = Here();
  ++pos_;
  NodeRef value = ParseExpression();
  if (!value) return {};
  ast::Starred* node = New<ast::Starred>(first);
  if (node != nullptr) node->value = value;
  return Ref(node);
}

NodeRef Parser::ParseSlice() {
  Place first = Here();
  NodeRef lower, upper, step;
  if (kind() != TokenKind::kColon) {
    lower = ParseNamedExpression();
    if (!lower || kind() != TokenKind::kColon) return lower;
    const Node& node = tree_.At(lower);
    if (node.kind == NodeKind::kNamedExpr && !node.parenthesised) return {};
  }
  auto at_end = [this] {
    return kind() == TokenKind::kColon || kind() == TokenKind::kComma || kind() == TokenKind::kRightBracket;
  };
  ++pos_;
  if (!at_end()) {
    upper = ParseExpression();
    if (!upper) return {};
  }
  if (Accept(TokenKind::kColon) && !at_end()) {
    step = ParseExpression();
    if (!step) return {};
  }
  ast::Slice* node = New<ast::Slice>(first);
  if (node == nullptr) return {};
  node->lower = lower;
  node->upper = upper;
  node->step = step;
  return Ref(node);
}

// The targets of a `for`: primaries, perhaps starred, with commas between. `in` ends them, so that they cannot be
// read as expressions.
NodeRef Parser::ParseTargets() {
  Place first = Here();
  NodeRef target = ParseTarget();
  if (!target || kind() != TokenKind::kComma) return target;
  uint32_t mark = scratch_.size;
  if (!Push(target)) return {};
  while (Accept(TokenKind::kComma)) {
    if (!StartsExpression()) break;
    target = ParseTarget();
    if (!target || !Push(target)) return {};
  }
  NodeRef tuple = NewTuple(first, mark);
  if (tuple) tree_.Get<ast::Tuple>(tuple).ctx = ExprContext::kStore;
  return tuple;
}

NodeRef Parser::ParseTarget() {
  Place first = Here();
  bool is_starred = Accept(TokenKind::kStar);
  Place value_first = Here();
  NodeRef target = ParseTrailers(value_first, ParseAtom());
  if (!target || !SetTarget(target, TargetRule::kStar)) return {};
  if (!is_starred) return target;
  ast::Starred* node = New<ast::Starred>(first);
  if (node == nullptr) return {};
  node->value = target;
  node->ctx = ExprContext::kStore;
  return Ref(node);
}

// Turns an expression that was read into a target, if the rule lets it be one. The depth of nesting is bounded by
// that of brackets.
bool Parser::SetTarget(NodeRef ref, TargetRule rule) {
  ExprContext context = rule == TargetRule::kDelete ? ExprContext::kDel : ExprContext::kStore;
  Node& node = tree_.At(ref);
  switch (node.kind) {
    case NodeKind::kName:
      static_cast<ast::Name&>(node).ctx = context;
      return true;
    case NodeKind::kAttribute:
      static_cast<ast::Attribute&>(node).ctx = context;
      return true;
    case NodeKind::kSubscript:
      static_cast<ast::Subscript&>(node).ctx = context;
      return true;
    case NodeKind::kTuple:
      if (rule == TargetRule::kSingle) return false;
      static_cast<ast::Tuple&>(node).ctx = context;
      return SetTargets(static_cast<ast::Tuple&>(node).elts, rule);
    case NodeKind::kList:
      if (rule == TargetRule::kSingle) return false;
      static_cast<ast::List&>(node).ctx = context;
      return SetTargets(static_cast<ast::List&>(node).elts, rule);
    case NodeKind::kStarred: {
      if (rule != TargetRule::kStar) return false;
      ast::Starred& starred = static_cast<ast::Starred&>(node);
      starred.ctx = context;
      return tree_.Kind(starred.value) != NodeKind::kStarred && SetTarget(starred.value, rule);
    }
    default:
      return false;
  }
}

bool Parser::SetTargets(ListRef list, TargetRule rule) {
  for (NodeRef item : tree_.List(list)) {
    if (!SetTarget(item, rule)) return false;
  }
  return true;
}

}  // namespace garter
