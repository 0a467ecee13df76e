// Type parameters (PEP 695, 696) and the type statement. What has type parameters is made by a function of its own,
// which is called at once: its variables are the parameters.
#include "interpreter/code/compilation.h"
#include "interpreter/syntax/mangle.h"

namespace garter {

ListRef Compiler::TypeParametersOf(NodeRef ref) const {
  if (auto* def = FunctionAt(tree_, ref)) return def->type_params;
  if (auto* cls = tree_.GetIf<ast::ClassDef>(ref)) return cls->type_params;
  return tree_.Get<ast::TypeAlias>(ref).type_params;
}

// Calls the hidden function that makes a generic function, class or alias. `name`: of what it makes.
void Compiler::GenericInto(NodeRef ref, Identifier name, uint32_t target) {
  uint32_t mark = emit_.top();
  uint32_t window = emit_.Temporary();
  std::string_view text = tree_.Text(name);
  MakeHidden(ref, CodeKind::kTypeParameters, Joined(Joined("<generic parameters of ", text), ">"), Qualified(name, {}),
             tree_.At(ref), window);
  emit_.Temporaries(2);
  uint32_t count = 0;
  if (auto* def = FunctionAt(tree_, ref)) {
    auto& parameters = tree_.Get<ast::Arguments>(def->args);
    if (!tree_.List(parameters.defaults).empty()) {
      Display(tree_.At(ref), parameters.defaults, NodeKind::kTuple, emit_.Temporary());
      ++count;
    }
    if (HasKeywordDefaults(parameters)) {
      KeywordDefaults(parameters, emit_.Temporary());
      ++count;
    }
  }
  emit_.At(tree_.At(ref));
  emit_.Emit(Opcode::kCALL, target, window, count);
  emit_.Release(mark);
}

bool Compiler::HasKeywordDefaults(const ast::Arguments& parameters) const {
  bool has = false;
  for (NodeRef value : tree_.List(parameters.kw_defaults)) has |= static_cast<bool>(value);
  return has;
}

void Compiler::TypeAliasStatement(NodeRef ref) {
  auto& node = tree_.Get<ast::TypeAlias>(ref);
  Identifier name = tree_.Get<ast::Name>(node.name).id;
  uint32_t target = emit_.Temporary();
  if (tree_.List(node.type_params).empty()) {
    AliasInto(ref, kNoRegister, target);
  } else {
    GenericInto(ref, name, target);
  }
  emit_.At(node);
  StoreName(name, target);
}

void Compiler::AliasInto(NodeRef ref, uint32_t parameters, uint32_t target) {
  auto& node = tree_.Get<ast::TypeAlias>(ref);
  Identifier name = tree_.Get<ast::Name>(node.name).id;
  uint32_t mark = emit_.top();
  uint32_t window = emit_.Temporaries(3);
  LoadConstant(NameConstant(name), window);
  if (parameters == kNoRegister) {
    LoadValue(kNone, window + 1);
  } else {
    emit_.Emit(Opcode::kMOVE, window + 1, parameters);
  }
  std::string_view qualified =
      pending_[code_].kind == CodeKind::kTypeParameters ? pending_[code_].qualified : Qualified(name, {});
  MakeHidden(node.value, CodeKind::kValue, tree_.Text(name), qualified, node, window + 2);
  emit_.At(node);
  emit_.Emit(Opcode::kMAKE_TYPE_ALIAS, target, window);
  emit_.Release(mark);
}

// Makes each parameter, binds its name, and leaves the tuple of all in `target`.
void Compiler::TypeParametersInto(ListRef list, uint32_t target) {
  auto parameters = tree_.List(list);
  uint32_t first = emit_.Temporaries(parameters.size());
  for (uint32_t i = 0; i < parameters.size() && !stopped(); ++i) {
    TypeParameterInto(parameters[i], first + i);
  }
  emit_.Emit(Opcode::kBUILD_TUPLE, target, first, parameters.size());
  emit_.Release(first);
}

void Compiler::TypeParameterInto(NodeRef ref, uint32_t target) {
  const Node& node = tree_.At(ref);
  Identifier name = 0;
  NodeRef bound, given;
  TypeParameterKind kind = TypeParameterKind::kTypeVar;
  if (auto* variable = tree_.GetIf<ast::TypeVar>(ref)) {
    name = variable->name;
    bound = variable->bound;
    given = variable->default_value;
    if (bound && tree_.Kind(bound) == NodeKind::kTuple) kind = TypeParameterKind::kConstrained;
  } else if (auto* tuple = tree_.GetIf<ast::TypeVarTuple>(ref)) {
    name = tuple->name;
    given = tuple->default_value;
    kind = TypeParameterKind::kTypeVarTuple;
  } else {
    auto& spec = tree_.Get<ast::ParamSpec>(ref);
    name = spec.name;
    given = spec.default_value;
    kind = TypeParameterKind::kParamSpec;
  }
  uint32_t window = emit_.Temporaries(3);
  emit_.At(node);
  LoadConstant(NameConstant(name), window);
  std::string_view text = tree_.Text(name);
  std::string_view qualified = Qualified(name, {});
  auto make = [&](NodeRef expression, uint32_t reg) {
    if (expression) {
      MakeHidden(expression, CodeKind::kValue, text, qualified, tree_.At(expression), reg);
    } else {
      LoadValue(kNone, reg);
    }
  };
  make(bound, window + 1);
  make(given, window + 2);
  emit_.At(node);
  emit_.Emit(Opcode::kMAKE_TYPE_PARAMETER, target, window, static_cast<uint32_t>(kind));
  emit_.Release(window);
  StoreName(name, target);
}

// The code of a hidden function that evaluates one expression: a bound, a default, the value of an alias.
void Compiler::ValueBody(NodeRef ref) {
  HiddenPrologue();
  uint32_t value = emit_.Temporary();
  AnnotationInto(ref, value);
  emit_.Emit(Opcode::kRETURN, value);
}

// The code of the function that makes what has type parameters.
void Compiler::GenericBody(NodeRef ref) {
  CodeInfo& code = codes_[code_];
  uint32_t parameters = 0;
  auto* def = FunctionAt(tree_, ref);
  if (def != nullptr) {
    auto& arguments = tree_.Get<ast::Arguments>(def->args);
    parameters = !tree_.List(arguments.defaults).empty();
    parameters += HasKeywordDefaults(arguments);
  }
  code.flags = CodeInfo::kSimple;
  code.positional_count = code.positional_only_count = static_cast<uint16_t>(parameters);
  MakeCells();
  uint32_t tuple = emit_.Temporary();
  TypeParametersInto(TypeParametersOf(ref), tuple);
  uint32_t result = emit_.Temporary();
  emit_.At(tree_.At(ref));
  if (def != nullptr) {
    MakeFunction(ref, &tree_.Get<ast::Arguments>(def->args), def->name, {}, result);
    emit_.Emit(Opcode::kSET_FUNCTION, result, tuple, kFunctionTypeParameters);
  } else if (auto* cls = tree_.GetIf<ast::ClassDef>(ref)) {
    StoreName(tree_.names().Find(scratch_, ".type_params"), tuple);
    ClassInto(*cls, ref, result);
  } else {
    AliasInto(ref, tuple, result);
  }
  emit_.Emit(Opcode::kRETURN, result);
}

}  // namespace garter
