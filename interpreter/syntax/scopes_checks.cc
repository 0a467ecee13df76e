// What CPython refuses, or warns about, when it generates code from a tree that its grammar accepted.
#include "interpreter/syntax/scope_builder.h"

namespace garter {

void ScopeBuilder::CheckName(Identifier name, ExprContext context, const Node& where) {
  if (context == ExprContext::kLoad) return;
  std::string_view text = tree_.Text(name);
  if (text.size() != 9 || text != "__debug__") return;
  Fail(where, context == ExprContext::kStore ? "cannot assign to __debug__" : "cannot delete __debug__");
}

// The type of what a literal or display makes, as CPython's warnings name it; null for everything else.
const char* ScopeBuilder::LiteralType(NodeRef ref) const {
  switch (tree_.Kind(ref)) {
    case NodeKind::kConstant:
      switch (tree_.Get<ast::Constant>(ref).value.type) {
        case ConstantType::kNone:
          return "NoneType";
        case ConstantType::kTrue:
        case ConstantType::kFalse:
          return "bool";
        case ConstantType::kEllipsis:
          return "ellipsis";
        case ConstantType::kInt:
          return "int";
        case ConstantType::kFloat:
          return "float";
        case ConstantType::kComplex:
          return "complex";
        case ConstantType::kStr:
          return "str";
        case ConstantType::kBytes:
          return "bytes";
      }
      return nullptr;
    case NodeKind::kTuple:
      return "tuple";
    case NodeKind::kList:
    case NodeKind::kListComp:
      return "list";
    case NodeKind::kDict:
    case NodeKind::kDictComp:
      return "dict";
    case NodeKind::kSet:
    case NodeKind::kSetComp:
      return "set";
    case NodeKind::kGeneratorExp:
      return "generator";
    case NodeKind::kJoinedStr:
    case NodeKind::kFormattedValue:
      return "str";
    case NodeKind::kTemplateStr:
    case NodeKind::kInterpolation:
      return "string.templatelib.Template";
    case NodeKind::kLambda:
      return "function";
    default:
      return nullptr;
  }
}

void ScopeBuilder::CheckCallee(const Node& callee, const Node& call) {
  switch (callee.kind) {
    case NodeKind::kConstant:
    case NodeKind::kTuple:
    case NodeKind::kList:
    case NodeKind::kListComp:
    case NodeKind::kDict:
    case NodeKind::kDictComp:
    case NodeKind::kSet:
    case NodeKind::kSetComp:
    case NodeKind::kGeneratorExp:
    case NodeKind::kJoinedStr:
    case NodeKind::kFormattedValue:
    case NodeKind::kTemplateStr:
    case NodeKind::kInterpolation: {
      Message message;
      message << "'" << LiteralType({arena_.OffsetOf(&callee)})
              << "' object is not callable; perhaps you missed a comma?";
      return Warn(callee, message.In(arena_));
    }
    default:
      static_cast<void>(call);
  }
}

void ScopeBuilder::CheckSubscript(NodeRef value, NodeRef index, const Node& where) {
  const char* type = LiteralType(value);
  if (type == nullptr) return;
  NodeKind kind = tree_.Kind(value);
  bool is_constant = kind == NodeKind::kConstant;
  ConstantType constant = is_constant ? tree_.Get<ast::Constant>(value).value.type : ConstantType::kNone;
  bool is_sequence = kind == NodeKind::kTuple || kind == NodeKind::kList || kind == NodeKind::kListComp ||
                     kind == NodeKind::kJoinedStr || kind == NodeKind::kFormattedValue ||
                     (is_constant && (constant == ConstantType::kStr || constant == ConstantType::kBytes));
  bool is_not_subscriptable = (is_constant && !is_sequence) || kind == NodeKind::kSet || kind == NodeKind::kSetComp ||
                              kind == NodeKind::kGeneratorExp || kind == NodeKind::kTemplateStr ||
                              kind == NodeKind::kInterpolation || kind == NodeKind::kLambda;
  Message message;
  if (is_not_subscriptable) {
    message << "'" << type << "' object is not subscriptable; perhaps you missed a comma?";
    return Warn(tree_.At(value), message.In(arena_));
  }
  if (!is_sequence) return;
  const char* index_type = LiteralType(index);
  if (index_type == nullptr) return;
  NodeKind index_kind = tree_.Kind(index);
  if (index_kind == NodeKind::kConstant) {
    ConstantType c = tree_.Get<ast::Constant>(index).value.type;
    if (c == ConstantType::kInt || c == ConstantType::kTrue || c == ConstantType::kFalse) return;
  }
  message << type << " indices must be integers or slices, not " << index_type << "; perhaps you missed a comma?";
  Warn(where, message.In(arena_));
}

void ScopeBuilder::CheckCompare(const ast::Compare& node) {
  // Literals whose identity means nothing; None, True, False and ... are the ones that `is` may be asked about.
  auto literal = [this](NodeRef ref) -> const char* {
    NodeKind kind = tree_.Kind(ref);
    if (kind == NodeKind::kConstant) {
      ConstantType type = tree_.Get<ast::Constant>(ref).value.type;
      bool is_singleton = type == ConstantType::kNone || type == ConstantType::kTrue || type == ConstantType::kFalse ||
                          type == ConstantType::kEllipsis;
      return is_singleton ? nullptr : LiteralType(ref);
    }
    if (kind == NodeKind::kTuple) {
      for (NodeRef element : tree_.List(tree_.Get<ast::Tuple>(ref).elts)) {
        if (tree_.Kind(element) != NodeKind::kConstant) return nullptr;
      }
      return "tuple";
    }
    return nullptr;
  };
  auto ops = tree_.List<CmpOp>(node.ops);
  auto comparators = tree_.List(node.comparators);
  const char* left = literal(node.left);
  for (uint32_t i = 0; i < ops.size(); ++i) {
    const char* right = literal(comparators[i]);
    bool is_identity = ops[i] == CmpOp::kIs || ops[i] == CmpOp::kIsNot;
    if (is_identity && (left != nullptr || right != nullptr)) {
      bool is_is = ops[i] == CmpOp::kIs;
      Message message;
      message << (is_is ? "\"is\" with '" : "\"is not\" with '") << (left != nullptr ? left : right)
              << (is_is ? "' literal. Did you mean \"==\"?" : "' literal. Did you mean \"!=\"?");
      return Warn(node, message.In(arena_));
    }
    left = right;
  }
}

void ScopeBuilder::CheckAssert(const ast::Assert& node) {
  auto* tuple = tree_.GetIf<ast::Tuple>(node.test);
  if (tuple == nullptr || tree_.List(tuple->elts).empty()) return;
  Warn(node, "assertion is always true, perhaps remove parentheses?");
}

void ScopeBuilder::CheckRepeatedKeywords(ListRef keywords) {
  auto list = tree_.List(keywords);
  if (list.size() < 2) return;
  // Marks each name in `current`'s top bit, which no symbol number reaches.
  constexpr uint32_t kSeen = 0x80000000u;
  for (NodeRef ref : list) {
    auto& keyword = tree_.Get<ast::Keyword>(ref);
    if (keyword.arg == 0) continue;
    if ((table_.current[keyword.arg] & kSeen) != 0) {
      FailLater(keyword, Named("keyword argument repeated: ", keyword.arg, "").In(arena_));
    }
    table_.current[keyword.arg] |= kSeen;
  }
  for (NodeRef ref : list) table_.current[tree_.Get<ast::Keyword>(ref).arg] &= ~kSeen;
}

void ScopeBuilder::CheckStarredTargets(ListRef elements, const Node& where) {
  auto list = tree_.List(elements);
  bool seen = false;
  for (uint32_t i = 0; i < list.size(); ++i) {
    if (tree_.Kind(list[i]) != NodeKind::kStarred) continue;
    if (seen) return FailLater(where, "multiple starred expressions in assignment");
    seen = true;
    if (i >= 256 || list.size() - i - 1 >= (1u << 23)) {
      return FailLater(where, "too many expressions in star-unpacking assignment");
    }
  }
}

// PEP 765.
void ScopeBuilder::CheckFinallyExit(const Node& node, const char* word) {
  Message message;
  message << "'" << word << "' in a 'finally' block";
  // CPython finds these before it builds the symbol table: they come before the code generator's warnings.
  if (!tree_.AddWarning(message.view(), node.lineno)) OutOfMemory();
}

void ScopeBuilder::CheckStarExit(const Node& node) {
  FailLater(node, "'break', 'continue' and 'return' cannot appear in an except* block");
}

void ScopeBuilder::CheckReturn(const ast::Return& node) {
  if (!scope().IsFunction()) FailLater(node, "'return' outside function");
  if (around_.in_star) {
    bool is_constant = node.value && tree_.Kind(node.value) == NodeKind::kConstant;
    CheckStarExit(is_constant ? tree_.At(node.value) : static_cast<const Node&>(node));
  }
  if (around_.in_finally) CheckFinallyExit(node, "return");
}

void ScopeBuilder::CheckNotInAnnotation(const char* what, const Node& node) {
  Message message;
  message << what;
  switch (scope().kind) {
    case ScopeKind::kAnnotation:
      message << " cannot be used within an annotation";
      break;
    case ScopeKind::kTypeVariable:
      message << " cannot be used within " << type_variable_info_;
      break;
    case ScopeKind::kTypeAlias:
      message << " cannot be used within a type alias";
      break;
    case ScopeKind::kTypeParameters:
      message << " cannot be used within the definition of a generic";
      break;
    default:
      return;
  }
  Fail(node, message.In(arena_));
}

void ScopeBuilder::CheckYield(const Node& node) {
  if (stopped_) return;
  if (scope().IsComprehension()) {
    static constexpr const char* kNames[] = {"'yield' inside list comprehension", "'yield' inside set comprehension",
                                             "'yield' inside dict comprehension",
                                             "'yield' inside generator expression"};
    return Fail(node, kNames[static_cast<int>(scope().kind) - static_cast<int>(ScopeKind::kListComp)]);
  }
  scope().has_yield = true;
}

// What the later stage says of a yield before it looks at the value.
void ScopeBuilder::CheckYieldPlace(const Node& node) {
  if (stopped_ || scope().IsComprehension()) return;
  bool is_from = node.kind == NodeKind::kYieldFrom;
  if (!scope().IsFunction()) FailLater(node, is_from ? "'yield from' outside function" : "'yield' outside function");
  if (is_from && scope().is_async) FailLater(node, "'yield from' inside async function");
}

void ScopeBuilder::Await(const Node& node) {
  if (stopped_) return;
  if (!scope().IsFunction()) {
    FailLater(node, "'await' outside function");
  } else if (!scope().is_async && !scope().IsComprehension()) {
    FailLater(node, "'await' outside async function");
  }
  scope().has_await = true;
}

}  // namespace garter
