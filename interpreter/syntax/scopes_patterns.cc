// The walk over `match`: what patterns bind, and which of them CPython's code generator refuses.
#include "interpreter/syntax/literals.h"
#include "interpreter/syntax/scope_builder.h"

namespace garter {
namespace {

// A literal as a key of a mapping pattern: equal keys have equal values here, whatever their type.
struct KeyValue {
  enum Kind : uint8_t { kNumber, kLongInt, kStr, kBytes, kOther } kind = kOther;
  double real = 0, imaginary = 0;
  std::string_view text;
  bool operator==(const KeyValue&) const = default;
};

KeyValue ValueOf(const Ast& tree, const ConstantValue& constant, bool negative) {
  KeyValue key;
  double sign = negative ? -1 : 1;
  switch (constant.type) {
    case ConstantType::kTrue:
    case ConstantType::kFalse:
      key.kind = KeyValue::kNumber;
      key.real = constant.type == ConstantType::kTrue ? 1 : 0;
      break;
    case ConstantType::kInt:
      key.kind = KeyValue::kNumber;
      if (constant.fits) {
        key.real = sign * static_cast<double>(constant.AsInt());
        // What a double cannot hold is told apart by the digits.
        constexpr int64_t kExact = int64_t{1} << 53;
        if (constant.AsInt() <= kExact && constant.AsInt() >= -kExact) break;
      }
      key.kind = KeyValue::kLongInt;
      key.real = sign;
      key.text = tree.Text(constant.text);
      break;
    case ConstantType::kFloat:
      key.kind = KeyValue::kNumber;
      key.real = sign * constant.AsDouble();
      break;
    case ConstantType::kComplex:
      key.kind = KeyValue::kNumber;
      key.imaginary = sign * constant.AsDouble();
      break;
    case ConstantType::kStr:
      key.kind = KeyValue::kStr;
      key.text = tree.Text(constant.text);
      break;
    case ConstantType::kBytes:
      key.kind = KeyValue::kBytes;
      key.text = tree.Text(constant.text);
      break;
    default:
      key.text = constant.type == ConstantType::kNone ? "None" : "Ellipsis";
      break;
  }
  return key;
}

// -1 and 1+2j are literals, too. False: the key is none.
bool LiteralKey(const Ast& tree, NodeRef ref, KeyValue* key) {
  if (auto* sum = tree.GetIf<ast::BinOp>(ref)) {
    KeyValue left, right;
    if (!LiteralKey(tree, sum->left, &left) || !LiteralKey(tree, sum->right, &right)) return false;
    *key = left;
    key->imaginary = sum->op == Operator::kSub ? -right.imaginary : right.imaginary;
    return true;
  }
  auto* unary = tree.GetIf<ast::UnaryOp>(ref);
  auto* constant = tree.GetIf<ast::Constant>(unary != nullptr ? unary->operand : ref);
  if (constant == nullptr) return false;
  *key = ValueOf(tree, constant->value, unary != nullptr);
  return true;
}

}  // namespace

void ScopeBuilder::MatchStatement(const ast::Match& node) {
  Expression(node.subject);
  auto cases = tree_.List(node.cases);
  for (uint32_t i = 0; i < cases.size() && !stopped_; ++i) {
    auto& match_case = tree_.Get<ast::MatchCase>(cases[i]);
    captures_.Truncate(0);
    Pattern(match_case.pattern, match_case.guard || i + 1 == cases.size());
    if (match_case.guard) Expression(match_case.guard);
    Statements(match_case.body);
  }
}

// `may_match_all`: nothing after the pattern would become unreachable by it.
void ScopeBuilder::Pattern(NodeRef ref, bool may_match_all) {
  ScopeDepth depth(*this);
  const Node& node = tree_.At(ref);
  Visit(node, ref);
  if (stopped_) return;
  switch (node.kind) {
    case NodeKind::kMatchValue: {
      NodeRef value = tree_.Get<ast::MatchValue>(ref).value;
      KeyValue key;
      if (tree_.Kind(value) != NodeKind::kAttribute && !LiteralKey(tree_, value, &key)) {
        FailLater(node, "patterns may only match literals and attribute lookups");
      }
      return Expression(value);
    }
    case NodeKind::kMatchSingleton:
      return;
    case NodeKind::kMatchSequence: {
      auto patterns = tree_.List(tree_.Get<ast::MatchSequence>(ref).patterns);
      uint32_t stars = 0;
      for (NodeRef child : patterns) stars += tree_.Kind(child) == NodeKind::kMatchStar;
      if (stars > 1) FailLater(node, "multiple starred names in sequence pattern");
      for (NodeRef child : patterns) Pattern(child, true);
      return;
    }
    case NodeKind::kMatchMapping:
      return MappingPattern(tree_.Get<ast::MatchMapping>(ref));
    case NodeKind::kMatchClass:
      return ClassPattern(tree_.Get<ast::MatchClass>(ref));
    case NodeKind::kMatchStar:
      return BindPattern(tree_.Get<ast::MatchStar>(ref).name, node);
    case NodeKind::kMatchAs: {
      auto& as = tree_.Get<ast::MatchAs>(ref);
      if (as.pattern) {
        Pattern(as.pattern, may_match_all);
      } else if (!may_match_all) {
        FailLater(node, as.name == 0
                            ? std::string_view("wildcard makes remaining patterns unreachable")
                            : Named("name capture '", as.name, "' makes remaining patterns unreachable").In(arena_));
      }
      return BindPattern(as.name, node);
    }
    case NodeKind::kMatchOr:
      return OrPattern(tree_.Get<ast::MatchOr>(ref), may_match_all);
    default:
      CHECK(false);
  }
}

void ScopeBuilder::BindPattern(Identifier name, const Node& where) {
  if (name == 0 || stopped_) return;
  Add(name, Symbol::kBound, where, ExprContext::kStore);
  CaptureOnce(captures_start_, name, where);
}

// Notes a name that the pattern binds; twice the same is an error.
void ScopeBuilder::CaptureOnce(uint32_t start, Identifier name, const Node& where) {
  for (uint32_t i = start; i < captures_.size(); ++i) {
    if (captures_[i] != name) continue;
    return FailLater(where, Named("multiple assignments to name '", name, "' in pattern").In(arena_));
  }
  if (!meter_.Charge((captures_.size() - start) >> 3)) stopped_ = true;
  if (!captures_.Push(arena_, name)) OutOfMemory();
}

void ScopeBuilder::OrPattern(const ast::MatchOr& node, bool may_match_all) {
  auto patterns = tree_.List(node.patterns);
  uint32_t outer = captures_start_, first = captures_.size(), first_end = first;
  for (uint32_t i = 0; i < patterns.size() && !stopped_; ++i) {
    captures_start_ = captures_.size();
    Pattern(patterns[i], may_match_all && i + 1 == patterns.size());
    if (i == 0) {
      first_end = captures_.size();
      continue;
    }
    bool same = captures_.size() - captures_start_ == first_end - first;
    for (uint32_t k = first; k < first_end && same; ++k) {
      same = false;
      for (uint32_t j = captures_start_; j < captures_.size(); ++j) same |= captures_[j] == captures_[k];
      if (!meter_.Charge((first_end - first) >> 3)) stopped_ = true;
    }
    if (!same) FailLater(node, "alternative patterns bind different names");
    captures_.Truncate(captures_start_);
  }
  captures_start_ = outer;
  if (stopped_) return;
  // What every alternative binds is now bound by the whole.
  captures_.Truncate(first_end);
  for (uint32_t k = first; k < first_end; ++k) {
    for (uint32_t j = outer; j < first; ++j) {
      if (captures_[j] != captures_[k]) continue;
      FailLater(node, Named("multiple assignments to name '", captures_[k], "' in pattern").In(arena_));
    }
  }
}

void ScopeBuilder::MappingPattern(const ast::MatchMapping& node) {
  auto keys = tree_.List(node.keys);
  for (uint32_t i = 0; i < keys.size() && !stopped_; ++i) {
    KeyValue key, other;
    bool is_literal = LiteralKey(tree_, keys[i], &key);
    if (!is_literal && tree_.Kind(keys[i]) != NodeKind::kAttribute) {
      FailLater(node, "mapping pattern keys may only match literals and attribute lookups");
    }
    for (uint32_t k = 0; k < i && is_literal; ++k) {
      if (LiteralKey(tree_, keys[k], &other) && key == other) RepeatedKey(node, keys[i]);
    }
    if (!meter_.Charge(i >> 3)) stopped_ = true;
    Expression(keys[i]);
  }
  for (NodeRef child : tree_.List(node.patterns)) Pattern(child, true);
  BindPattern(node.rest, node);
}

void ScopeBuilder::RepeatedKey(const Node& where, NodeRef key) {
  Message message;
  message << "mapping pattern checks duplicate key (";
  TextWriter out([](void* to, std::string_view text) { *static_cast<Message*>(to) << text; }, &message);
  auto* sum = tree_.GetIf<ast::BinOp>(key);
  if (sum != nullptr) out.Append('(');
  auto write = [&](NodeRef part) {
    auto* unary = tree_.GetIf<ast::UnaryOp>(part);
    if (unary != nullptr) out.Append('-');
    auto* constant = tree_.GetIf<ast::Constant>(unary != nullptr ? unary->operand : part);
    if (constant != nullptr && !WriteConstantRepr(tree_, constant->value, out)) OutOfMemory();
  };
  write(sum != nullptr ? sum->left : key);
  if (sum != nullptr) {
    out.Append(sum->op == Operator::kSub ? '-' : '+');
    write(sum->right);
    out.Append(')');
  }
  out.Append(')');
  out.Flush();
  FailLater(where, message.In(arena_));
}

void ScopeBuilder::ClassPattern(const ast::MatchClass& node) {
  auto names = tree_.List<Identifier>(node.kwd_attrs);
  auto patterns = tree_.List(node.kwd_patterns);
  for (uint32_t i = 0; i < names.size() && !stopped_; ++i) {
    CheckName(names[i], ExprContext::kStore, tree_.At(patterns[i]));
    for (uint32_t k = 0; k < i; ++k) {
      if (names[k] != names[i]) continue;
      FailLater(tree_.At(patterns[i]), Named("attribute name repeated in class pattern: ", names[i], "").In(arena_));
    }
    if (!meter_.Charge(i >> 3)) stopped_ = true;
  }
  Expression(node.cls);
  for (NodeRef child : tree_.List(node.patterns)) Pattern(child, true);
  for (NodeRef child : patterns) Pattern(child, true);
}

}  // namespace garter
