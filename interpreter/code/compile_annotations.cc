// Annotations (PEP 649): each function, class and module that has some gets a function __annotate__, which evaluates
// them when somebody asks. With `from __future__ import annotations` they are text instead.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/code/compilation.h"
#include "interpreter/syntax/unparse.h"
#include "interpreter/types/type_id.h"

namespace garter {

// The hidden function of a node, in `target`; its code is queued. `name`: of the function; its qualified name is that of
// what the code stands in, `.` and `name`, where `inside` is set, else as that of any function here.
void Compiler::MakeHidden(NodeRef ref, CodeKind kind, std::string_view name, std::string_view qualified,
                          const Node& where, uint32_t target) {
  ScopeKind scope_kind = kind == CodeKind::kAnnotate         ? ScopeKind::kAnnotation
                         : kind == CodeKind::kTypeParameters ? ScopeKind::kTypeParameters
                                                             : ScopeKind::kTypeVariable;
  uint32_t scope = scopes_.HiddenScope(ref, scope_kind);
  uint32_t window = emit_.Temporary();
  bool has_default = kind == CodeKind::kValue;  // of the format that is asked for
  if (has_default) {
    uint32_t one = constants_.OfValue(Value::SmallInt(1));
    uint32_t tuple = one == kNoConstant ? kNoConstant : constants_.OfTuple(&one, 1);
    if (tuple == kNoConstant) return emit_.Stop();
    LoadConstant(tuple, window);
  } else {
    LoadValue(kNone, window);
  }
  LoadValue(kNone, emit_.Temporary());
  Cells(scope);
  Pending pending = {};
  pending.node = ref;
  pending.kind = kind;
  pending.scope = scope;
  pending.qualified = qualified;
  pending.first_line = where.lineno;
  pending.class_name = pending_[code_].class_name;
  pending.naming = kind == CodeKind::kTypeParameters ? pending_[code_].naming : codes_.size();
  pending.name = constants_.OfStr(name);
  pending.qualified_name = constants_.OfStr(qualified);
  if (pending.name == kNoConstant || pending.qualified_name == kNoConstant) emit_.Stop();
  if (!pending_.Push(scratch_, pending) || !codes_.Push(scratch_, CodeInfo{})) return OutOfMemory();
  emit_.At(where);
  emit_.Emit(Opcode::kMAKE_FUNCTION, target, window);
  emit_.Extend(scopes_.scopes[scope].free_count, codes_.size() - 1);
  emit_.Release(window);
}

std::string_view Compiler::Joined(std::string_view first, std::string_view second) {
  size_t size = first.size() + second.size();
  char* at = static_cast<char*>(scratch_.Allocate(size == 0 ? 1 : size));
  if (at == nullptr || !meter_.Charge(size >> 6)) return OutOfMemory(), second;
  CopyBytes(at, first.data(), first.size());
  CopyBytes(at + first.size(), second.data(), second.size());
  return {at, size};
}

// Calls fn(name, annotation) for each annotation of a function, in the order of its __annotations__.
template <typename Fn>
void Compiler::ForEachAnnotation(const ast::FunctionDef& node, Fn&& fn) {
  auto& parameters = tree_.Get<ast::Arguments>(node.args);
  auto visit = [&](NodeRef ref) {
    if (!ref) return;
    auto& argument = tree_.Get<ast::Arg>(ref);
    if (argument.annotation) fn(argument.arg, argument.annotation);
  };
  for (NodeRef ref : tree_.List(parameters.posonlyargs)) visit(ref);
  for (NodeRef ref : tree_.List(parameters.args)) visit(ref);
  visit(parameters.vararg);
  for (NodeRef ref : tree_.List(parameters.kwonlyargs)) visit(ref);
  visit(parameters.kwarg);
  if (node.returns) fn(Identifier{0}, node.returns);
}

uint32_t Compiler::AnnotationName(Identifier name) {
  if (name != 0) return NameConstant(name);
  uint32_t constant = constants_.OfStr("return");
  if (constant == kNoConstant) emit_.Stop();
  return constant;
}

// Gives the function in `function` its annotations. `qualified`: its qualified name.
void Compiler::AnnotateFunction(NodeRef ref, std::string_view qualified, uint32_t function) {
  auto* def = FunctionAt(tree_, ref);
  if (def == nullptr) return;
  uint32_t count = 0;
  ForEachAnnotation(*def, [&](Identifier, NodeRef) { ++count; });
  if (count == 0 || stopped()) return;
  uint32_t mark = emit_.top();
  uint32_t value = emit_.Temporary();
  if (!scopes_.future_annotations) {
    MakeHidden(ref, CodeKind::kAnnotate, "__annotate__", Joined(qualified, ".__annotate__"), tree_.At(ref), value);
    emit_.Emit(Opcode::kSET_FUNCTION, function, value, kFunctionAnnotate);
  } else {
    uint32_t bottom = chain_.size();
    ForEachAnnotation(*def, [&](Identifier name, NodeRef annotation) {
      if (stopped()) return;
      uint32_t text = AnnotationText(annotation);
      if (!chain_.Push(scratch_, AnnotationName(name)) || !chain_.Push(scratch_, text)) OutOfMemory();
    });
    if (stopped()) return;
    uint32_t tuple = constants_.OfTuple(chain_.data() + bottom, chain_.size() - bottom);
    chain_.Truncate(bottom);
    if (tuple == kNoConstant) return emit_.Stop();
    LoadConstant(tuple, value);
    emit_.Emit(Opcode::kSET_FUNCTION, function, value, kFunctionAnnotations);
  }
  emit_.Release(mark);
}

uint32_t Compiler::AnnotationText(NodeRef ref) {
  struct Sink {
    Compiler* compiler;
    ArenaVector<char> text;
  } sink = {this, {}};
  bool complete = WriteExpression(
      tree_, ref,
      [](void* context, std::string_view piece) {
        Sink& to = *static_cast<Sink*>(context);
        if (to.compiler->stopped()) return;
        if (!to.compiler->meter_.Charge(piece.size() >> 4)) to.compiler->emit_.Stop();
        for (char c : piece) {
          if (!to.text.Push(to.compiler->scratch_, c)) return to.compiler->OutOfMemory();
        }
      },
      &sink);
  if (!complete) too_deep_ = true;
  uint32_t constant = !complete || stopped() ? kNoConstant : constants_.OfStr({sink.text.data(), sink.text.size()});
  if (constant == kNoConstant) emit_.Stop();
  return constant;
}

// The beginning of every hidden function that evaluates: formats beyond VALUE and VALUE_WITH_FAKE_GLOBALS are refused.
void Compiler::HiddenPrologue() {
  CodeInfo& code = codes_[code_];
  code.flags = CodeInfo::kSimple;
  code.positional_count = code.positional_only_count = 1;
  MakeCells();
  uint32_t two = constants_.OfValue(Value::SmallInt(2));
  if (two == kNoConstant) return emit_.Stop();
  Label known;
  uint32_t reg = emit_.Temporary();
  LoadConstant(two, reg);
  Fused(Opcode::kJUMP_GREATER, 0, reg, false, known);
  LoadValue(TypeValue(TypeId::kNotImplementedError), reg);
  emit_.Emit(Opcode::kRAISE, reg, reg, 0);
  emit_.Bind(known);
  emit_.Release(reg);
}

// The content of an annotation; `*Ts` in that of *args is the one item of it.
void Compiler::AnnotationInto(NodeRef ref, uint32_t target) {
  auto* starred = tree_.GetIf<ast::Starred>(ref);
  if (starred == nullptr) return Into(ref, target);
  Into(starred->value, target);
  emit_.At(*starred);
  emit_.Emit(Opcode::kUNPACK, target, target, 1);
}

void Compiler::AnnotateBody(NodeRef ref) {
  HiddenPrologue();
  uint32_t dict = emit_.Temporary();
  emit_.Emit(Opcode::kBUILD_DICT, dict, dict, 0);
  uint32_t key = emit_.Temporary(), value = emit_.Temporary();
  const Location whole = emit_.location();
  if (auto* def = FunctionAt(tree_, ref)) {
    ForEachAnnotation(*def, [&](Identifier name, NodeRef annotation) {
      if (stopped()) return;
      AnnotationInto(annotation, value);
      emit_.At(whole);
      LoadConstant(AnnotationName(name), key);
      emit_.Emit(Opcode::kDICT_SET, dict, key, value);
    });
    return emit_.Emit(Opcode::kRETURN, dict);
  }
  uint32_t owner = scopes_.scopes[scope_].parent;
  for (uint32_t i = scopes_.scopes[owner].first_annotation; i != 0 && !stopped(); i = scopes_.annotations[i].next) {
    const ScopeTable::Annotated& annotated = scopes_.annotations[i];
    auto& node = tree_.Get<ast::AnnAssign>(annotated.statement);
    Label skipped;
    if (annotated.condition != ScopeTable::Annotated::kAlways) {
      emit_.At(tree_.At(annotated.statement));
      LoadValue(Value::SmallInt(annotated.condition), key);
      LoadHidden("__conditional_annotations__", value);
      Fused(Opcode::kJUMP_IN, key, value, false, skipped);
    }
    Into(node.annotation, value);
    emit_.At(whole);
    LoadConstant(NameConstant(tree_.Get<ast::Name>(node.target).id), key);
    emit_.Emit(Opcode::kDICT_SET, dict, key, value);
    emit_.Bind(skipped);
  }
  emit_.Emit(Opcode::kRETURN, dict);
}

// A name that the program did not write.
void Compiler::LoadHidden(std::string_view name, uint32_t target) {
  Identifier id = tree_.names().Find(scratch_, name);
  CHECK(id != 0);
  const Symbol& symbol = scopes_.Find(id);
  switch (symbol.binding) {
    case Binding::kLocal:
      return emit_.Emit(Opcode::kMOVE, target, symbol.slot);
    case Binding::kCell:
      return emit_.Emit(Opcode::kLOAD_CELL, target, symbol.slot);
    case Binding::kFree:
      return emit_.Emit(Opcode::kLOAD_FREE, target, symbol.slot);
    default:
      if (IsByName(symbol)) {
        emit_.Emit(Opcode::kLOAD_NAME, target, namespace_);
        return emit_.Extend(0, GlobalIndex(id));
      }
      return emit_.Emit(Opcode::kLOAD_GLOBAL, target, GlobalIndex(id));
  }
}

// A name of the module or class that is compiled, which the program need not have written.
void Compiler::StoreInScope(std::string_view name, uint32_t reg) {
  if (scopes_.scopes[scope_].kind == ScopeKind::kClass) return StoreInNamespace(name, reg);
  if (!target_.by_name) return emit_.Emit(Opcode::kSTORE_GLOBAL, reg, GlobalIndexOf(name));
  emit_.Emit(Opcode::kSTORE_NAME, reg, namespace_);
  emit_.Extend(0, GlobalIndexOf(name));
}

// What a module or class with annotations begins with.
void Compiler::BeginAnnotations(NodeRef owner) {
  const Scope& scope = scopes_.scopes[scope_];
  if (scope.first_annotation == 0) return;
  uint32_t reg = emit_.Temporary();
  if (scopes_.future_annotations) {
    emit_.Emit(Opcode::kBUILD_DICT, reg, reg, 0);
    StoreInScope("__annotations__", reg);
  } else {
    if (scope.kind == ScopeKind::kModule) {
      const Node& first = tree_.At(scopes_.annotations[scope.first_annotation].statement);
      MakeHidden(owner, CodeKind::kAnnotate, "__annotate__", "__annotate__", first, reg);
      StoreInScope("__annotate__", reg);
    }
    if (scope.has_conditional_annotation) {
      emit_.Emit(Opcode::kBUILD_SET, reg, reg, 0);
      if (scope.kind == ScopeKind::kModule) {
        StoreInScope("__conditional_annotations__", reg);
      } else {
        emit_.Emit(Opcode::kSTORE_CELL,
                   scopes_.Find(tree_.names().Find(scratch_, "__conditional_annotations__")).slot, reg);
      }
    }
  }
  emit_.Release(reg);
}

// And what a class ends with.
void Compiler::EndAnnotations(NodeRef owner) {
  const Scope& scope = scopes_.scopes[scope_];
  if (scope.first_annotation == 0 || scopes_.future_annotations) return;
  uint32_t reg = emit_.Temporary();
  MakeHidden(owner, CodeKind::kAnnotate, "__annotate__", Joined(pending_[code_].qualified, ".__annotate__"),
             tree_.At(owner), reg);
  StoreInNamespace("__annotate_func__", reg);
  emit_.Release(reg);
}

// `name: annotation` has run.
void Compiler::NoteAnnotation(const ast::AnnAssign& node) {
  const Scope& scope = scopes_.scopes[scope_];
  bool has_names = scope.kind == ScopeKind::kModule || scope.kind == ScopeKind::kClass;
  auto* name = tree_.GetIf<ast::Name>(node.target);
  if (!has_names || node.simple == 0 || name == nullptr || stopped()) return;
  uint32_t mark = emit_.top();
  uint32_t value = emit_.Temporary(), key = emit_.Temporary(), container = emit_.Temporary();
  if (scopes_.future_annotations) {
    LoadConstant(AnnotationText(node.annotation), value);
    LoadConstant(NameConstant(name->id), key);
    if (scope.kind == ScopeKind::kClass || target_.by_name) {
      emit_.Emit(Opcode::kLOAD_NAME, container, scope.kind == ScopeKind::kClass ? 0 : namespace_);
      emit_.Extend(0, GlobalIndexOf("__annotations__"));
    } else {
      emit_.Emit(Opcode::kLOAD_GLOBAL, container, GlobalIndexOf("__annotations__"));
    }
    emit_.Emit(Opcode::kSTORE_SUBSCRIPT, container, key, value);
  } else {
    uint32_t i = scope.first_annotation;
    NodeRef self{scratch_.OffsetOf(&node)};
    if (next_annotation_ != 0 && scopes_.annotations[next_annotation_].statement == self) i = next_annotation_;
    while (i != 0 && scopes_.annotations[i].statement != self) i = scopes_.annotations[i].next;
    if (i != 0) next_annotation_ = scopes_.annotations[i].next;
    if (i != 0 && scopes_.annotations[i].condition != ScopeTable::Annotated::kAlways) {
      LoadHidden("__conditional_annotations__", container);
      LoadValue(Value::SmallInt(scopes_.annotations[i].condition), key);
      emit_.Emit(Opcode::kSET_ADD, container, key);
    }
  }
  emit_.Release(mark);
}

}  // namespace garter
