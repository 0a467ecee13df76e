// The parameters of `def` and `lambda`: positional-only before `/`, keyword-only after `*`, defaults, annotations.
#include "interpreter/syntax/parser_state.h"

namespace garter {

// Parameters up to `)` or, for a lambda, `:`; the closing token is left. While they are read, three stacks would
// be needed; instead every parameter is pushed as a pair (node, default or 0) and sorted out at the end.
NodeRef Parser::ParseParameters(bool is_lambda) {
  TokenKind closing = is_lambda ? TokenKind::kColon : TokenKind::kRightParen;
  Place first = Here();
  uint32_t mark = scratch_.size;
  ParameterMarks marks;
  NodeRef vararg, kwarg;
  bool seen_default = false, after_star = false, bare_star = false;
  while (kind() != closing) {
    if (kwarg) return {};
    uint32_t count = (scratch_.size - mark) / 2;
    if (Accept(TokenKind::kSlash)) {
      if (marks.slash_seen || after_star || count == 0) return {};
      marks.slash_seen = true;
      marks.positional_only = count;
    } else if (Accept(TokenKind::kStar)) {
      if (after_star) return {};
      after_star = true;
      marks.positional = count;
      if (kind() == TokenKind::kComma) {
        bare_star = true;
      } else {
        vararg = ParseParameter(is_lambda, true);
        if (!vararg) return {};
      }
    } else if (Accept(TokenKind::kDoubleStar)) {
      kwarg = ParseParameter(is_lambda, false);
      if (!kwarg || (bare_star && count == marks.positional)) return {};
    } else {
      NodeRef parameter = ParseParameter(is_lambda, false);
      NodeRef value;
      if (!parameter) return {};
      if (Accept(TokenKind::kEqual)) {
        Level level(*this, is_lambda ? kNestedLambdaLevels : 0);
        value = ParseExpression();
        if (!value) return {};
        seen_default = true;
      } else if (seen_default && !after_star) {
        return {};
      }
      if (!Push(parameter) || !Push(value)) return {};
    }
    if (!Accept(TokenKind::kComma)) break;
  }
  if (kind() != closing) return {};
  marks.total = (scratch_.size - mark) / 2;
  if (!after_star) marks.positional = marks.total;
  if (bare_star && marks.total == marks.positional) return {};
  return NewArguments(first, mark, marks, vararg, kwarg);
}

NodeRef Parser::NewArguments(Place first, uint32_t mark, const ParameterMarks& marks, NodeRef vararg, NodeRef kwarg) {
  auto list = [&](uint32_t from, uint32_t to, uint32_t which, bool keep_none, ListRef* out) {
    uint32_t top = scratch_.size;
    for (uint32_t i = from; i < to; ++i) {
      uint32_t item = scratch_.items[mark + 2 * i + which];
      if ((item != 0 || keep_none) && !Push(item)) return false;
    }
    return Pop(top, out);
  };
  ListRef posonlyargs, args, kwonlyargs, kw_defaults, defaults;
  if (marks.total > 0) {
    if (!list(0, marks.positional_only, 0, false, &posonlyargs) ||
        !list(marks.positional_only, marks.positional, 0, false, &args) ||
        !list(0, marks.positional, 1, false, &defaults) ||
        !list(marks.positional, marks.total, 0, false, &kwonlyargs) ||
        !list(marks.positional, marks.total, 1, true, &kw_defaults)) {
      return {};
    }
    scratch_.size = mark;
  }
  ast::Arguments* node = New<ast::Arguments>(first);
  if (node == nullptr) return {};
  node->posonlyargs = posonlyargs;
  node->args = args;
  node->vararg = vararg;
  node->kwonlyargs = kwonlyargs;
  node->kw_defaults = kw_defaults;
  node->kwarg = kwarg;
  node->defaults = defaults;
  return Ref(node);
}

// A name and, in a `def`, its annotation; that of `*args` may be starred.
NodeRef Parser::ParseParameter(bool is_lambda, bool allows_star) {
  if (kind() != TokenKind::kName) return {};
  Place first = Here();
  Identifier name = Intern(token());
  if (name == 0) return {};
  ++pos_;
  NodeRef annotation;
  if (!is_lambda && Accept(TokenKind::kColon)) {
    annotation = allows_star ? ParseStarExpression() : ParseExpression();
    if (!annotation) return {};
  }
  ast::Arg* node = New<ast::Arg>(first);
  if (node == nullptr) return {};
  node->arg = name;
  node->annotation = annotation;
  return Ref(node);
}

}  // namespace garter
